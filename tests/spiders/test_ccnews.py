"""Common Crawl's news by month: its lists of paths, and what is said of a month that cannot be had."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from scrapy.exceptions import UsageError

from spiders.ccnews import ccnews_files, months
from tests.file_server import Fault, FileSite, serve_files
from tests.scrapy_process import scrapy
from tests.server import story_page
from tests.spiders.archives import packed, record

ROOT = "/crawl-data/CC-NEWS/2026"
NAMES = [f"crawl-data/CC-NEWS/2026/10/CC-NEWS-20261001000000-0000{number}.warc.gz" for number in (1, 2)]
# What a list of paths holds, and what is said of it; a month, and what is said of it
LISTS = {
    "empty": (gzip.compress(b""), "warc.paths.gz is empty"),
    "blank": (gzip.compress(b"\n\n"), "warc.paths.gz is empty"),
    "nothing": (b"", "is empty"),
    "a page": (b"<html>", "is damaged, or none"),
    "no text": (gzip.compress(b"\xff\xfe" * 9), "is damaged, or none"),
    "cut": (gzip.compress(NAMES[0].encode())[:-9], "is cut short"),
    "other files": (gzip.compress(b"a/x.warc.gz\na/index.html\n"), "no WARC file: a/index.html"),
    "elsewhere": (gzip.compress(b"https://other.example/x.warc.gz\n"), "no WARC file: https://other"),
    "above": (gzip.compress(b"../x.warc.gz\n"), r"no WARC file: \.\./x"),
}
MONTHS = {
    "2026-10": ["2026-10"],
    "2026-11..2027-02": ["2026-11", "2026-12", "2027-01", "2027-02"],
    "2026-10..2026-10": ["2026-10"],
    "": [],
}
NO_MONTHS = (
    "2026",
    "2026-13",
    "2026-00",
    "10-2026",
    "2026-1",
    "2026-10..",
    "..2026-10",
    "2026-10..2026-09",
    "October",
)


@pytest.fixture(autouse=True)
def apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setenv("NETRC", "/dev/null")
    monkeypatch.setattr("store.http_file.PAUSE", 0)


@pytest.fixture
def site() -> Iterator[FileSite]:
    """As data.commoncrawl.org has it."""
    pages = (
        record(n, story_page(title).encode()) for n, title in enumerate(("Mill closes", "Ferry sinks"), 1)
    )
    files = {f"/{name}": packed(page) for name, page in zip(NAMES, pages, strict=True)}
    with serve_files(files | {f"{ROOT}/10/warc.paths.gz": gzip.compress("\n".join(NAMES).encode())}) as site:
        yield site


@pytest.mark.parametrize("given", MONTHS)
def test_a_month_or_a_range_of_them(given: str) -> None:
    assert months(given) == MONTHS[given]


@pytest.mark.parametrize("given", NO_MONTHS)
def test_what_is_no_month_is_told(given: str) -> None:
    with pytest.raises(
        UsageError, match=re.escape(f"-a ccnews={given}: no month; write it as 2026-10, several as")
    ):
        months(given)


def test_the_archives_of_months_are_those_of_their_lists(site: FileSite, tmp_path: Path) -> None:
    site.files[f"{ROOT}/11/warc.paths.gz"] = gzip.compress(b"/crawl-data/y.warc.gz\r\n")
    found = list(map(str, ccnews_files(f"{site.url}/", "2026-10..2026-11")))
    assert found == [*(f"{site.url}/{name}" for name in NAMES), f"{site.url}/crawl-data/y.warc.gz"]
    assert len(site.asked) == 2  # of the archives nothing yet
    folder = tmp_path / ROOT[1:] / "10"
    folder.mkdir(parents=True)
    (folder / "warc.paths.gz").write_bytes(gzip.compress(NAMES[0].encode()))
    assert ccnews_files(str(tmp_path), "2026-10") == [tmp_path / NAMES[0]]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_that_names_no_archives_is_told(site: FileSite, name: str) -> None:
    site.files[f"{ROOT}/10/warc.paths.gz"], said = LISTS[name]
    with pytest.raises(UsageError, match=f"^-a ccnews=2026-10: its list .*{said}"):
        ccnews_files(site.url, "2026-10")


def test_a_month_that_is_not_there_or_cannot_be_had_is_told(site: FileSite, tmp_path: Path) -> None:
    site.always[f"{ROOT}/10/warc.paths.gz"] = Fault(503)
    said = rf"{site.url}{ROOT}/10/warc.paths.gz: its server answers HTTP 503, asked 6 times"
    with pytest.raises(UsageError, match=f"^-a ccnews=2026-10: its list cannot be had: {said}"):
        ccnews_files(site.url, "2026-10..2026-12")
    with pytest.raises(
        UsageError, match=r"^-a ccnews=2026-12: its list cannot be had: .*there is no such file"
    ):
        ccnews_files(site.url, "2026-12")
    with pytest.raises(UsageError, match="No such file or directory"):
        ccnews_files(str(tmp_path), "2026-12")


def test_a_month_is_crawled_and_one_that_is_not_there_ends_the_run_before_it_begins(
    site: FileSite, tmp_path: Path
) -> None:
    words = ("crawl", "archive", "-s", f"CCNEWS={site.url}/", "-a")
    done = scrapy(*words, "ccnews=2026-09..2026-10", db=tmp_path / "c.db")
    assert (done.returncode, "-a ccnews=2026-09: its list cannot be had" in done.stderr) == (2, True), (
        done.stderr
    )
    assert not (tmp_path / "c.db").exists()
    site.always[f"/{NAMES[1]}"] = Fault(403)
    done = scrapy(*words, "ccnews=2026-10", db=tmp_path / "c.db")
    assert done.returncode == 3, done.stderr
    assert f"archive cannot be read: {site.url}/{NAMES[1]}" in done.stderr
    assert "found=1 new=1" in done.stderr
    assert site.asked.count((f"/{NAMES[1]}", 0)) == 1  # when its turn came, and not before
