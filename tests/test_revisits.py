"""Payloads that did not change: kept once, and read as captures by every reader of ours and of others."""

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from evidence.bundle import ARCHIVE, INDEX, Files
from store.database import Store
from store.revisits import kept_at
from store.warc import ArchiveError, Beside, captures, read_capture
from store.warc_file import Headers, WarcArchive
from tests.evidence.faults import whole
from tests.once import made_once
from tests.scrapy_process import scrapy
from tests.twice import crawl_twice

MILL = "https://lamp.example/mill"
NOON, EVENING = (datetime(2026, 3, 1, hour, tzinfo=UTC) for hour in (12, 18))
HTML = [("Content-Type", "text/html")]


def visits(folder: Path, second: bytes = b"<p>The mill", headers: Headers = HTML) -> tuple[Path, int]:
    """Two answers of one address, each in a file of its own; returns where the second lies."""
    first = WarcArchive(folder / "first.warc.gz").keep(MILL, NOON, 200, HTML, b"<p>The mill")
    earlier = kept_at(folder / "first.warc.gz", first)
    assert earlier
    archive = WarcArchive(folder / "second.warc.gz")
    archive.keep(f"{MILL}/robots", EVENING, 404, HTML, b"")
    return archive.path, archive.keep(MILL, EVENING, 200, headers, second, None, earlier)


def test_a_payload_that_is_the_same_is_written_once(tmp_path: Path) -> None:
    path, offset = visits(tmp_path, headers=[*HTML, ("ETag", "2")])
    with path.open("rb") as file:
        _, record = ArchiveIterator(file)
        head, body = dict(record.rec_headers.headers), record.raw_stream.read()
    assert (record.rec_type, body) == ("revisit", b"")
    first = read_capture(tmp_path / "first.warc.gz", 0)
    assert head["WARC-Profile"] == "http://netpreserve.org/warc/1.0/revisit/identical-payload-digest"
    assert (head["WARC-Refers-To-Target-URI"], head["WARC-Refers-To-Date"]) == (MILL, "2026-03-01T12:00:00Z")
    assert head["WARC-Payload-Digest"] == first.known_by[0]
    assert head["WARC-Truncated"] == "length"
    again = read_capture(path, offset)
    assert (again.payload, again.fetched, again.cut) == (first.payload, EVENING, "")
    assert again.header("ETag") == "2"
    assert [one.offset for one in captures(path)] == [0, offset]
    # And the next one names the first, not this one
    third = WarcArchive(tmp_path / "third.warc.gz").keep(
        MILL, EVENING, 200, HTML, first.payload, None, kept_at(path, offset)
    )
    kept = kept_at(tmp_path / "third.warc.gz", third)
    assert kept
    assert kept.path.name == "first.warc.gz"


@pytest.mark.parametrize("body", [b"<p>The mil", b""], ids=["another", "none"])
def test_one_that_is_not_is_written(tmp_path: Path, body: bytes) -> None:
    path, offset = visits(tmp_path, body)
    with path.open("rb") as file:
        assert [one.rec_type for one in ArchiveIterator(file)] == ["response", "response"]
    assert read_capture(path, offset).payload == body


def test_what_lies_in_another_folder_is_not_referred_to(tmp_path: Path) -> None:
    path, offset = visits(tmp_path)
    far = WarcArchive(tmp_path / "far" / "third.warc.gz")
    far.keep(MILL, EVENING, 200, HTML, b"<p>The mill", None, kept_at(path, offset))
    with far.path.open("rb") as file:
        assert [one.rec_type for one in ArchiveIterator(file)] == ["response"]


def test_an_answer_that_others_kept_without_a_digest_is_not_referred_to(tmp_path: Path) -> None:
    visits(tmp_path)
    first = tmp_path / "first.warc.gz"
    lines = gzip.decompress(first.read_bytes()).split(b"\r\n")
    first.write_bytes(gzip.compress(b"\r\n".join(line for line in lines if b"Payload-Digest" not in line)))
    again = WarcArchive(tmp_path / "again.warc.gz")
    kept = kept_at(first, 0)
    assert kept
    again.keep(MILL, EVENING, 200, HTML, b"<p>The mill", None, kept)
    with again.path.open("rb") as file:
        assert [one.rec_type for one in ArchiveIterator(file)] == ["response"]


def test_a_name_that_no_file_can_have_is_none(tmp_path: Path) -> None:
    path, offset = visits(tmp_path)
    data = gzip.decompress(path.read_bytes()[offset:])
    for name in (b"../first.warc.gz", b"x" * 300, b".", b"first.warc.gz\r\nX: x"):
        torn = tmp_path / "torn.warc.gz"
        torn.write_bytes(gzip.compress(data.replace(b"first.warc.gz", name)))
        found = [one.payload for one in captures(torn, lambda _: None)]
        assert found == ([b"<p>The mill"] if b"X: x" in name else [])


def test_files_put_behind_each_other_are_read_where_the_first_is_no_more(tmp_path: Path) -> None:
    path, offset = visits(tmp_path)
    first = tmp_path / "first.warc.gz"
    whole = tmp_path / "whole.warc.gz"
    whole.write_bytes(first.read_bytes() + path.read_bytes())
    size = first.stat().st_size
    first.unlink()
    assert read_capture(whole, size + offset).payload == b"<p>The mill"
    assert [one.payload for one in captures(whole)] == [b"<p>The mill", b"", b"<p>The mill"]
    beside: list[Beside] = []
    assert [one.offset for one in captures(path, beside=beside.append)] == [0]
    assert [(one.kind, one.of[-1]) for one in beside] == [("revisit", f"{MILL} 2026-03-01T12:00:00Z")]
    with pytest.raises(ArchiveError, match="what it repeats is not kept"):
        read_capture(path, offset)
    first.write_bytes(whole.read_bytes()[size:])  # another file of the same name
    with pytest.raises(ArchiveError, match="what it repeats is not kept"):
        read_capture(path, offset)


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "twice", crawl_twice)


def hold_what_is_repeated(files: Files, folder: Path) -> None:
    """A bundle has the answer that its revisit repeats, and both in its index."""
    (folder / "data.warc.gz").write_bytes(files[ARCHIVE])
    with (folder / "data.warc.gz").open("rb") as file:
        kinds = [one.rec_type for one in ArchiveIterator(file)]
    assert kinds == ["warcinfo", "response", "request", "revisit", "request"]
    index = [json.loads(line.split(" ", 2)[2]) for line in files[INDEX].decode().splitlines()]
    assert sorted(one["mime"] for one in index) == ["text/html", "warc/revisit"]
    assert len({one["digest"] for one in index}) == 1

    class Words:
        verbose = False
        inputs = (str(folder / "data.warc.gz"),)

    checker = Checker(Words)
    checker.process_all()
    assert checker.exit_value == 0


def test_what_a_record_rests_on_is_a_revisit_and_every_reader_reads_it(twice: Path, tmp_path: Path) -> None:
    store = Store(twice / "c.db")
    page = store.row("SELECT pages.* FROM stories JOIN pages ON pages.id = stories.page") or {}
    store.close()
    path, url = twice / page["archive"], (twice / "url").read_text()
    with path.open("rb") as file:
        kinds = [one.rec_type for one in ArchiveIterator(file)]
    assert kinds == ["warcinfo", "response", "request", "revisit", "request"]
    done = scrapy("reread", "--dry-run", db=twice / "c.db")
    assert done.stdout == "0 fields of 0 records would change\n", done.stderr
    bundle = twice / "x.wacz"
    done = scrapy("verify", str(bundle))
    assert done.returncode == 0, done.stdout
    hold_what_is_repeated(whole(bundle), tmp_path)
    for source in (bundle, path):
        for words in (
            ("archive", "-a", f"path={source}"),
            ("story", "-a", f"url={url}", "-s", f"REPLAY={source}"),
        ):
            db = tmp_path / f"{words[0]}{source.suffix}" / "c.db"
            done = scrapy("crawl", *words, db=db)
            assert "new=1" in done.stderr, done.stderr
            again = Store(db).row("SELECT body FROM stories")
            assert again == Store(twice / "c.db").row("SELECT body FROM stories")
