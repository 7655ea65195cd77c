"""Archives in ranges: the same pages, told of in the same words, whoever reads them, and in whatever pieces."""

import os
import signal
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse
from scrapy.utils.response import get_meta_refresh

from engine.answer import page_of as page_of_response
from middlewares import as_response
from spiders import ranges
from spiders.captured_page import leads_away, page_of
from spiders.ranges import Scan, limited, read_range, walk
from store.about import About
from store.warc import ArchiveError, Capture, Reached, captures
from stories.item import Story
from stories.outlet import Outlet
from tests.making import NOON
from tests.once import made_once
from tests.scrapy_process import ROOT, scrapy
from tests.server import story_page
from tests.spiders.archives import CUT, FILES, packed, record
from tests.store.tables import rows_by_names
from tests.waiting import HANGS, QUICK
from tests.world import World, kept

ENTRY = ROOT / "data" / "pages" / "resource-centre" / "quarry-dust.html"
CENTRES = "https://www.business-humanrights.org/en/latest-news/mill/"
LEADING = "<meta http-equiv=refresh content='{}; url=https://lamp.example/other'>"
SITE = "https://lamp.example"


@pytest.mark.parametrize("name", FILES)
def test_an_archive_gone_through_in_pieces_is_the_same(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, told = tmp_path / FILES[name][0], list[str]()
    path.write_bytes(FILES[name][1])
    failed, found = "", list[int]()
    try:
        for one in captures(path, told.append):
            if ranges.may_be_page(one.header("Content-Type") or "html", one.url):
                found.append(one.offset)
    except ArchiveError as error:
        failed = str(error)
    monkeypatch.setattr(ranges, "WALKED", 1)
    walked = list(pieces(path, Scan()))
    assert [place for one in walked for place in one.places] == found
    assert [said for one in walked for said in one.told] == told
    assert "".join(one.failed for one in walked) == failed
    came = read_range(path, found, Scan())
    assert [one.place for one in came] == found
    assert all(one.story and one.story.told for one in came)


def pieces(path: Path, scan: Scan) -> Iterator[ranges.Walked]:
    reached: Reached | None = Reached()
    while reached:
        walked = walk(path, reached, scan)
        yield walked
        reached = walked.reached


HEADERS: dict[str, list[tuple[str, str]]] = {
    "none": [],
    "all": [
        ("Content-Type", "text/html; charset=latin-1"),
        ("ETag", '"1"'),
        ("Last-Modified", "Mon"),
        ("Link", "<https://lamp.example/de>; rel=alternate; hreflang=de"),
        ("link", "<https://lamp.example/fr>; rel=alternate; hreflang=fr"),
    ],
    "twice": [
        ("content-type", "text/html"),
        ("Content-Type", "text/html; charset=utf-8"),
        ("ETag", "\u00e9"),
    ],
}


URLS = {"plain": "/mill", "query": "/m%C3%BChle?a=1&utm_source=b#c", "letters": "/m\u00fchle b"}


@pytest.mark.parametrize("name", HEADERS)
@pytest.mark.parametrize("path", URLS)
def test_a_page_is_the_same_as_that_of_a_response(name: str, path: str) -> None:
    url = URLS[path]
    capture = Capture(Path("/a.warc"), 7, SITE + url, NOON, 200, HEADERS[name], b"<p>Mill")
    request = Request(capture.url, meta={"capture": ("/a.warc", 7, NOON)})
    assert page_of(capture, Outlet()) == page_of_response(as_response(request, capture))
    own = page_of(capture, Outlet(domains=("lamp.example",), keeps_query=False))
    assert "?" not in own.url
    assert "#" not in own.url


LEAD = {
    "at once": (LEADING.format(0), True),
    "soon": (LEADING.format("4.9"), True),
    "later": (LEADING.format(5), False),
    "to itself": ("<meta http-equiv=refresh content=300>", False),
    "entities": (LEADING.format("0").replace(";", "&#59;"), True),
    "other order": ('<META content="0;URL=/other" http-equiv="Refresh">', True),
    "none": ("<p>We refresh the list; url: none</p>", False),
    "far below": (" " * 17_000 + LEADING.format(0), False),
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", LEAD)
def test_what_scrapy_takes_for_leading_away_is_known(name: str, encoding: str) -> None:
    text, expected = LEAD[name]
    payload = f"<html><head>{text}".encode(encoding)
    response = HtmlResponse(SITE, body=payload, encoding=encoding)
    wait, _ = get_meta_refresh(response, ("noscript",))
    assert leads_away(payload, 5) is expected
    assert expected or wait is None or wait >= 5


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages of all kinds that an archive may hold, and what cannot be read."""

    def make(folder: Path) -> None:
        pages: dict[str, Any] = {
            f"{SITE}/2026/03/mill": story_page("Mill closes"),
            f"{SITE}/2026/03/yard?utm_source=feed&p=1": story_page("Yard opens", 7),
            "https://www.bbc.com/news/business-99000001?at_medium=RSS": story_page("Dyke breaks", 8),
            "https://www.bbc.com/news/live": story_page("No story's address", 5),
            f"{SITE}/leads": LEADING.format(0) + story_page("Leads away"),
            f"{SITE}/stays": LEADING.format(99) + story_page("Stays", 9),
            f"{SITE}/empty": " ",
            f"{SITE}/gone": (404, {}, "<p>Gone"),
            f"{SITE}/data": (200, {"Content-Type": "application/json"}, "{}"),
            f"{SITE}/{'x' * 2100}": story_page("An address too long"),
            CENTRES: ENTRY.read_bytes().decode(),
            "https://www.business-humanrights.org/en/": "<title>Home</title>",
            f"{SITE}/2026/03/mill/": story_page("Mill closes").replace("closes", "reopens"),
        }
        kept(folder / "a.warc.gz", pages)
        (folder / "b.warc.gz").write_bytes(packed(*CUT.values()) + b"noise" + packed(record(9)))

    return made_once(tmp_path_factory, "ranges", make)


def read(folder: Path, spider: str, archive: Path, *more: str) -> World:
    """Crawl an archive by one of the two spiders."""
    folder.mkdir()
    words = ("-a", f"path={archive}", "-s", "SPIDER_MODULES=spiders,tests.apart", *QUICK, *more)
    done = scrapy("crawl", spider, *words, db=folder / "c.db")
    assert done.returncode in (0, 1, 3), done.stderr
    assert "Traceback" not in done.stderr
    return World(folder)


def test_ranges_give_the_database_that_pages_give_one_by_one(archive: Path, tmp_path: Path) -> None:
    first, second = read(tmp_path / "a", "archive", archive), read(tmp_path / "b", "apart", archive)
    tables = rows_by_names(first.folder / "c.db")
    assert tables == rows_by_names(second.folder / "c.db")
    assert len(tables["stories"]) == 4
    assert len(tables["entries"]) == 1
    reasons = {row["reason"] for row in first.rows("SELECT reason FROM rejects")}
    assert reasons >= {"page cut short", "not in the archive", "address too long", "archive cut short"}
    counted = [{name: one.run[name] for name in ("found", "new", "updated", "unchanged", "rejected", "errors",
                "fetched", "read", "dated", "signed", "quoted")} for one in (first, second)]  # fmt: skip
    assert counted[0] == counted[1]


def test_stories_are_written_in_the_order_of_the_archive(archive: Path, tmp_path: Path) -> None:
    world = read(tmp_path / "a", "archive", archive / "a.warc.gz")
    rows = world.rows("SELECT url FROM stories ORDER BY id")
    assert [row["url"].rsplit("/")[-1] for row in rows] == ["mill", "yard?p=1", "business-99000001", "stays"]


def test_a_page_that_ends_its_worker_costs_no_other(archive: Path, tmp_path: Path) -> None:
    world, other = (read(tmp_path / name, name, archive / "a.warc.gz") for name in ("ended", "apart"))
    assert rows_by_names(world.folder / "c.db") == rows_by_names(other.folder / "c.db")
    assert len(world.rows("SELECT url FROM stories")) == 4


def test_a_run_that_is_closed_while_a_story_is_written_ends(archive: Path, tmp_path: Path) -> None:
    world = read(tmp_path / "a", "closed", archive / "a.warc.gz")
    assert (world.run["new"], world.run["reason"]) == (2, "cancelled")
    assert len(world.rows("SELECT url FROM stories")) == 2


def test_a_file_that_ends_its_workers_is_told_and_the_next_is_read(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.warc.gz").write_bytes((archive / "b.warc.gz").read_bytes())
    files = f"{tmp_path / 'bad.warc.gz'},{archive / 'a.warc.gz'}"
    world = read(tmp_path / "a", "unwalked", Path(files))
    assert len(world.rows("SELECT url FROM stories")) == 4
    (told,) = world.rows("SELECT detail FROM rejects WHERE reason = 'archive cannot be read'")
    assert told["detail"].startswith(
        f"cannot go on through the archive {tmp_path / 'bad.warc.gz'}: reading killed"
    )
    assert world.run["verdict"] == "degraded"


def test_a_walk_that_takes_too_much_ends_its_worker(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def toil(*_: object) -> None:
        while True:
            pass

    monkeypatch.setattr(ranges, "_meet", toil)
    child = os.fork()
    if not child:
        walk(archive / "a.warc.gz", Reached(), Scan(seconds=0.001))
        os._exit(0)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGPROF


def test_a_page_that_takes_too_long_ends_its_worker(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (walked,) = pieces(archive / "a.warc.gz", Scan())
    monkeypatch.setattr(ranges, "_read", lambda *_: time.sleep(HANGS))
    child = os.fork()
    if not child:
        read_range(archive / "a.warc.gz", walked.places, Scan(seconds=0.01))
        os._exit(0)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGALRM


@pytest.mark.parametrize("clock", [signal.ITIMER_REAL, signal.ITIMER_PROF])
def test_what_is_in_time_is_not_ended(clock: int) -> None:
    with limited(HANGS, clock):
        assert signal.getitimer(clock) != (0, 0)
    assert signal.getitimer(clock) == (0, 0)


QUERIES = {
    "mill": (True, False),
    '"mill closes"': (True, False),
    "closes OR yard": (True, True),
    "MILL": (True, False),
    "muhle": (False, True),
    "title: yard": (False, True),
    "mill NOT closes": (False, False),
    "clos*": (True, False),
}


@pytest.mark.parametrize("query", QUERIES)
def test_a_text_is_about_what_the_store_would_find(query: str) -> None:
    asked = About(query)
    texts = (("Mill closes", "The looms stood still."), ("Yard opens", "Die M\u00fchle"))
    assert tuple(asked.matches(*text) for text in texts) == QUERIES[query]
    assert tuple(asked.matches(*text) for text in texts) == QUERIES[query], (
        "one text leaves nothing to the next"
    )


@pytest.mark.parametrize("query", ["", '"mill', "mill AND", "nobody: mill", "*"])
def test_what_is_no_query_is_told(query: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        About(query)


def chosen(folder: Path, archive: Path, *words: str) -> tuple[list[str], str, World]:
    world = read(folder, "archive", archive, *(part for word in words for part in ("-a", word)))
    rows = world.rows("SELECT url FROM stories UNION SELECT url FROM entries ORDER BY url")
    return [row["url"].rsplit("/")[-1] for row in rows], world.run["note"], world


def test_only_pages_about_something_reach_the_database(archive: Path, tmp_path: Path) -> None:
    found, note, world = chosen(tmp_path / "a", archive / "a.warc.gz", 'about="yard opens" OR stays')
    assert found == ["yard?p=1", "stays"]
    assert note == "looked at 11 pages, read 8, 2 matched"
    assert world.run["found"] == 2
    assert world.rejects() == []


def test_only_pages_of_domains_are_read(archive: Path, tmp_path: Path) -> None:
    found, note, _ = chosen(tmp_path / "a", archive / "a.warc.gz", "domains=BBC.com, other.example")
    assert found == ["business-99000001"]
    assert note == "looked at 11 pages, read 1, 1 matched"


def test_a_run_that_finds_nothing_of_what_it_was_asked_for_is_no_failure(
    archive: Path, tmp_path: Path
) -> None:
    found, note, world = chosen(tmp_path / "a", archive / "a.warc.gz", "about=sluice", "domains=lamp.example")
    assert (found, world.run["verdict"]) == ([], "ok")
    assert note.endswith("0 matched")
    assert world.rejects() == []


def test_the_limit_counts_what_matched(archive: Path, tmp_path: Path) -> None:
    found, _, world = chosen(tmp_path / "a", archive / "a.warc.gz", "about=opens OR stays", "limit=1")
    assert found == ["yard?p=1"]
    assert world.run["found"] == 1


def test_what_comes_after_the_limit_is_not_looked_at(tmp_path: Path) -> None:
    names = [tmp_path / f"{number}.warc.gz" for number in range(7)]
    for number, name in enumerate(names):
        name.write_bytes(packed(record(number)))
    names[-1].write_bytes(b"no archive")
    words = ("-a", "limit=1", "-s", "READERS=1")
    world = read(tmp_path / "a", "archive", Path(",".join(map(str, names))), *words)
    assert (world.run["new"], world.run["verdict"]) == (1, "ok")
    assert world.rejects() == []


def test_what_a_range_leaves_out_by_its_date_counts_as_found(archive: Path, tmp_path: Path) -> None:
    _, _, world = chosen(tmp_path / "a", archive / "a.warc.gz", "since=2026-03-02")
    _, _, other = chosen(tmp_path / "b", archive / "a.warc.gz", "until=2026-03-01")
    assert (world.run["new"], other.run["new"]) == (0, 5)
    assert world.run["found"] == other.run["found"]


def test_a_story_of_a_range_carries_no_page(archive: Path) -> None:
    (walked,) = pieces(archive / "a.warc.gz", Scan())
    came = read_range(archive / "a.warc.gz", walked.places, Scan(longest=2083, patience=5))
    stories = [one.story for one in came if isinstance(one.story, Story)]
    assert [story.page.payload for story in stories] == [b""] * len(stories)
    assert all(len(story.page.sha256) == 64 for story in stories)
    assert next(story.page.fetched for story in stories) == datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_of_a_run_that_asks_for_a_subject_stage_100_lets_nothing_else_through(
    archive: Path, tmp_path: Path
) -> None:
    world = read(tmp_path / "a", "apart", archive / "a.warc.gz", "-a", "about=opens")
    assert [row["title"] for row in world.rows("SELECT title FROM stories")] == ["Yard opens"]
    assert f"{SITE}/empty" not in [url for url, _ in world.rejects()]
    assert world.rows("SELECT url FROM entries") == []
    assert not [url for url, _ in world.rejects() if "business-humanrights" in url]


def test_of_a_page_of_the_centre_that_is_read_by_itself_what_was_asked_for_is_kept(
    archive: Path, tmp_path: Path
) -> None:
    worlds = [
        read(tmp_path / name, name, archive / "a.warc.gz", "-a", "about=silicosis")
        for name in ("apart", "archive")
    ]
    assert [len(world.rows("SELECT url FROM entries")) for world in worlds] == [1, 1]
    refused = [url for world in worlds for url, _ in world.rejects()]
    assert not [url for url in refused if "business-humanrights" in url]
