"""`crawl archive` of an address: the same rows as of the file; kept pages are read there again; a lost server is told."""

import random
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest

from store.copy import copy_database
from store.database import Store
from store.kept_pages import last_kept
from store.warc import captures
from tests.file_server import Fault, serve_files
from tests.scrapy_process import scrapy
from tests.server import story_page
from tests.spiders.archives import packed, record

NOISE = record(9, random.Random(9).randbytes(200_000), kind="image/png")  # more than the first range
DATA = packed(
    record(1, story_page("Mill closes").encode()), NOISE, record(2, story_page("Ferry sinks").encode())
)
ALONE = {"no_proxy": "*", "NETRC": "/dev/null"}


def rows(db: Path, sql: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(db) as opened:
        return opened.execute(sql).fetchall()


def test_an_archive_at_an_address_is_read_kept_and_read_again_there(tmp_path: Path) -> None:
    db, local = tmp_path / "c.db", tmp_path / "x.warc.gz"
    local.write_bytes(DATA)
    pages = [(one.url, sha256(one.payload).hexdigest(), one.offset) for one in captures(local)]
    with serve_files({"/x.warc.gz": DATA}) as site:
        address = f"{site.url}/x.warc.gz"
        done = scrapy("crawl", "archive", "-a", f"path={address}", "-s", "READERS=1", db=db, **ALONE)
        asked = [place for _, place in site.asked]
        assert (done.returncode, asked) == (0, [0, 0, 131072]), (
            done.stderr
        )  # by the run, and by its one worker
        found = rows(db, "SELECT url, sha256, offset, archive FROM pages")
        assert sorted(found) == [(*pages[0], address), (*pages[2], address)]
        copy_database(db, tmp_path / "copy.db")
        assert set(rows(tmp_path / "copy.db", "SELECT archive FROM pages")) == {(address,)}
        store, before = Store(db), len(site.asked)
        assert last_kept(store, "https://lamp.example/p1") is None  # a live crawl does not wait for it
        store.close()
        assert len(site.asked) == before
        bundle = tmp_path / "e.wacz"
        done = scrapy("evidence", "https://lamp.example/p2", "-o", str(bundle), db=db, **ALONE)
        assert (done.returncode, bundle.exists()) == (0, True), done.stderr
        done = scrapy("reread", db=db, **ALONE)
        assert (done.returncode, "found=2 new=0 updated=0 unchanged=2" in done.stderr) == (0, True), (
            done.stderr
        )
        site.always["/x.warc.gz"] = Fault(404)
        done = scrapy("reread", db=db, **ALONE)
        assert done.returncode in (1, 3)
        said = {detail for (detail,) in rows(db, "SELECT detail FROM rejects")}
        assert all("there is no such file" in str(one) and address in str(one) for one in said)
        assert len(said) == 2


def test_what_is_lost_in_the_middle_is_told_and_what_was_read_stays(tmp_path: Path) -> None:
    with serve_files(
        {"/x.warc.gz": DATA, "/y.warc.gz": packed(record(3, story_page("Rail strike ends").encode()))}
    ) as site:
        site.faults["/x.warc.gz"] = [Fault(), Fault()]  # for the run, and for its worker
        site.always["/x.warc.gz"] = Fault(403)
        path = f"path={site.url}/x.warc.gz,{site.url}/y.warc.gz"
        done = scrapy("crawl", "archive", "-a", path, "-s", "READERS=1", db=tmp_path / "c.db", **ALONE)
    assert done.returncode == 3, done.stderr
    assert rows(tmp_path / "c.db", "SELECT url FROM stories ORDER BY url") == [
        ("https://lamp.example/p1",),
        ("https://lamp.example/p3",),
    ]
    ((reason, detail),) = rows(tmp_path / "c.db", "SELECT reason, detail FROM rejects")
    assert (reason, "HTTP 403" in str(detail)) == ("archive cannot be read", True)


# What is given, and what is said before anything is begun
WRONG = {
    "none": ("path={site}/none.warc.gz", "/none.warc.gz: there is no such file"),
    "empty": ("path={site}/empty.warc.gz", "/empty.warc.gz: the file is empty"),
    "password": (
        "path=http://moss:hush@127.0.0.1/x.warc.gz",
        "path=http://127.0.0.1/x.warc.gz: it holds a name or",
    ),
    "signed": (
        "path=http://127.0.0.1/x.warc.gz?sig=hush",
        "path=http://127.0.0.1/x.warc.gz: it is signed (sig)",
    ),
    "replayed": (
        "file=- -s REPLAY=http://moss:hush@127.0.0.1/x.warc.gz",
        "REPLAY=http://127.0.0.1/x.warc.gz: it holds a name or",
    ),
    "kind": ("path=gs://bucket/x.warc.gz", "not of gs://"),
}


@pytest.mark.parametrize("name", WRONG)
def test_an_address_that_cannot_be_read_ends_a_run_before_it_begins(tmp_path: Path, name: str) -> None:
    given, said = WRONG[name]
    with serve_files({"/empty.warc.gz": b""}) as site:
        words = ("crawl", "archive", "-a", *given.format(site=site.url).split())
        done = scrapy(*words, db=tmp_path / "c.db", **ALONE)
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr
    assert "hush" not in done.stderr + done.stdout
    assert not (tmp_path / "c.db").exists()


# Other doors: words of a command, its exit code, and what it says
DOORS = {
    "replay": (
        ("crawl", "story", "-a", "url=https://lamp.example/p1", "-s", "REPLAY={site}/x.warc.gz"),
        0,
        "new=1",
    ),
    "no replay": (("crawl", "bbc", "-s", "REPLAY={site}/none"), 2, "/none: there is no such file"),
    "outlet": (
        ("outlet", "https://lamp.example/", "--pages", "{site}/x.warc.gz"),
        0,
        "2 of 3 pages are stories",
    ),
    "story": (
        ("story", "s3://bucket/x.warc.gz"),
        2,
        "s3://bucket/x.warc.gz is an archive: ",
    ),
    "record": (
        ("record", "--file", "{site}/x.html", "--url", "https://lamp.example/p1", "bbc/x"),
        2,
        "saved as a file",
    ),
}


@pytest.mark.parametrize("name", DOORS)
def test_by_every_door_an_archive_at_an_address_is_read_or_told(tmp_path: Path, name: str) -> None:
    words, code, said = DOORS[name]
    with serve_files({"/x.warc.gz": DATA}) as site:
        done = scrapy(*(word.format(site=site.url) for word in words), db=tmp_path / "c.db", **ALONE)
    assert (done.returncode, said in done.stdout + done.stderr) == (code, True), done.stdout + done.stderr
