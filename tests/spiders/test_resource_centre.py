"""The Centre's spider over archives made here: every entry becomes a record, and says what is missing."""

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse

from runs.verdict import left, told
from spiders.entries import unfollowed
from spiders.memento import available
from spiders.resource_centre import ResourceCentre
from store.database import Store
from store.warc_file import WarcArchive
from stories.entries import Entry
from stories.page import Page
from stories.recognition import Recognised
from tests.scrapy_process import Done, scrapy
from tests.server import story_page

CENTRE = "https://www.business-humanrights.org"
LISTING = f"{CENTRE}/en/latest-news/"
FEED, SITEMAP = f"{CENTRE}/en/rss/", f"{CENTRE}/sitemap.xml"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
MILL = "https://lamp.example/mill"
SAID = "The looms of hall 1 stood still all day"
Pages = dict[str, Any]


def listing(*paths: str) -> str:
    cards = "".join(
        f'<div class="card"><a class="card__main-link" href="{p}"><h3>{p}</h3></a></div>' for p in paths
    )
    return f"<html lang=en><main><h1>Latest news</h1>{cards}</main></html>"


def entry(
    title: str, link: str = MILL, byline: str = "Quay, Published on: 1 March 2026", text: str = SAID
) -> str:
    signed = f"<h2>Author: {byline}</h2>" if byline else ""
    label = f'<p><a href="{link}">Read the full post here</a></p>' if link else ""
    return f'<html lang=en><div class="primary"><h1>{title}</h1>{signed}<p>{text}…</p>{label}</div></html>'


def component(number: int) -> str:
    return (
        f"<p>Article</p><p>1 March 2026</p><h2>Part {number}</h2><p>Author: Quay</p><p>{SAID}…</p>"
        f'<p><a href="{MILL}/{number}">Read the full post here</a></p>'
    )


def story(numbers: range, following: str = "") -> str:
    more = f'<ul><li class="pager-next"><a href="{following}">next</a></li></ul>' if following else ""
    parts = "".join(map(component, numbers))
    return (
        '<html lang=en><div class="primary"><h1>Looms</h1><p>All of it.</p><p>All components of this story</p>'
        f"{parts}{more}</div></html>"
    )


class World:
    """What a crawl of the Centre meets, and what it made of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def crawl(self, pages: Pages, *more: str) -> Done:
        """Crawls pages by address: mark-up, a redirect's target as (address,), or (status, headers, payload)."""
        path = self.folder / "w.warc.gz"
        path.unlink(missing_ok=True)
        archive = WarcArchive(path)
        for url, answer in pages.items():
            if isinstance(answer, str):
                answer = (200, {}, answer)
            elif len(answer) == 1:
                answer = (302, {"Location": answer[0]}, "")
            status, headers, text = answer
            headers = {"Content-Type": "text/html; charset=utf-8"} | headers
            archive.keep(url, NOON, status, list(headers.items()), text.encode())
        words = ("-s", f"REPLAY={path}", "-s", "LOG_LEVEL=WARNING", *more)
        done = scrapy("crawl", "resource_centre", *words, db=self.folder / "c.db")
        (run,) = self.rows("SELECT * FROM runs ORDER BY id DESC LIMIT 1")
        rest = left(run)
        assert rest >= 0, run
        assert rest == 0 or "-a" in more or run["errors"], run
        assert f"{run['spider']}: {run['verdict']} {told(run)}" in done.stderr
        return done

    def rows(self, sql: str) -> list[dict[str, Any]]:
        return Store(self.folder / "c.db").rows(sql)

    def entries(self) -> dict[str, dict[str, Any]]:
        return {row["title"]: row for row in self.rows("SELECT * FROM entries")}


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


ODD = {
    "No byline": entry("No byline", byline=""),
    "No link": entry("No link", link=""),
    "A document": entry("A document", link="https://lamp.example/report.PDF"),
    "Itself": entry("Itself", link=f"{CENTRE}/es/odd-3?x=1"),
    "The Centre": entry("The Centre", link=f"{CENTRE}/en/looms"),
    "This machine": entry("This machine", link="http://127.0.0.1:9/mill"),
    "A loop": entry("A loop", link="https://lamp.example/loop"),
    "No address": entry("No address", link="ftp://lamp.example/mill"),
    "Front page": entry("Front page", link="https://lamp.example/old"),
    "A mark left open": entry("A mark left open", text=f"“{SAID}"),
    "Fine": entry("Fine"),
}


def test_an_entry_that_lacks_something_is_kept_and_says_what(world: World) -> None:
    paths = [f"/en/odd-{number}" for number in range(len(ODD))]
    pages = {CENTRE + path: page for path, page in zip(paths, ODD.values(), strict=True)}
    pages |= {MILL: story_page("Mill closes"), "https://lamp.example/loop": ("https://lamp.example/loop2",)}
    pages |= {"https://lamp.example/loop2": ("https://lamp.example/loop",)}
    pages |= {
        "https://lamp.example/old": ("https://lamp.example/",),
        "https://lamp.example/": story_page("Lamp"),
    }
    done = world.crawl({LISTING: listing(*paths), **pages})
    assert "errors=0" in done.stderr, done.stderr
    found = world.entries()
    assert set(found) == set(ODD)
    assert json.loads(found["No byline"]["missing"]) == ["attribution", "published"]
    assert json.loads(found["No link"]["missing"]) == ["source_url"]
    assert json.loads(found["Fine"]["missing"]) == []
    states = {title: (row["source_state"], row["source_note"]) for title, row in found.items()}
    assert states["No byline"] == states["A mark left open"] == states["Fine"] == ("found", None)
    for title, state, note in (
        ("No link", "not followed", "no link"),
        ("A document", "not followed", "is a PDF file"),
        ("Itself", "not followed", "to the entry itself"),
        ("The Centre", "not followed", "leads to the Resource Centre"),
        ("This machine", "not followed", "not in the archive"),
        ("A loop", "not followed", "too many redirects"),
        ("No address", "not followed", "no web address"),
        ("Front page", "moved", "led to the front page"),
    ):
        assert states[title][0] == state, title
        assert note in states[title][1], title
    sql = "SELECT title, fidelity FROM passages JOIN entries ON id = entry WHERE story IS NOT NULL"
    assert {row["fidelity"] for row in world.rows(sql)} == {"exact"}
    assert {row["title"] for row in world.rows(sql)} == {"No byline", "A mark left open", "Fine"}


def test_a_story_of_two_hundred_components_on_many_pages_gives_them_all(world: World) -> None:
    pages: Pages = {LISTING: listing("/en/looms")}
    for number in range(20):
        address = f"{CENTRE}/en/looms" + (f"?page={number}" if number else "")
        following = f"/en/looms?page={number + 1}" if number < 19 else ""
        pages[address] = story(range(number * 10, number * 10 + 10), following)
    done = world.crawl(pages)
    assert "errors=0" in done.stderr, done.stderr
    assert len(world.entries()) == 200


def test_one_entry_under_many_addresses_is_one_record(world: World) -> None:
    new = "<html lang=en><main><p>Article</p><p>1 Mar 2026</p><p>Author: Quay</p><h1>Part 1</h1>" + (
        f'<p>{SAID}…</p><p><a href="{MILL}/1">Read the full post here</a></p></main></html>'
    )
    pages = {
        f"{CENTRE}/es/últimas-noticias/part-1/": new,
        f"{CENTRE}/en/latest-news/part-1": new,
        f"{CENTRE}/en/part-1": new,
        f"{CENTRE}/en/looms": story(range(1, 2)),
    }
    paths = [url.removeprefix(CENTRE) for url in pages]
    world.crawl({LISTING: listing(*paths), **pages, f"{MILL}/1": story_page("Mill closes")})
    world.crawl({LISTING: listing(*reversed(paths)), **pages}, "-s", "REFETCH_AFTER_HOURS=")
    [row] = world.rows("SELECT * FROM entries")
    assert row["url"].startswith(f"{CENTRE}/en/")
    assert "#" not in row["url"]
    assert len(world.rows("SELECT * FROM passages")) == 1


def test_a_feed_that_nobody_ever_saw_may_fail_and_one_that_answered_may_not(world: World) -> None:
    pages: Pages = {LISTING: listing("/en/a"), f"{CENTRE}/en/a": entry("A"), MILL: story_page("Mill closes")}
    soft = {FEED: "<html><body>Sorry</body></html>", SITEMAP: "<html><body>Sorry</body></html>"}
    assert world.crawl(pages).returncode == 0
    assert world.crawl(pages | soft).returncode == 0
    assert world.rows("SELECT * FROM rejects") == []
    item = f"<item><link>{CENTRE}/en/latest-news/b</link></item>"
    feed = f'<rss version="2.0"><channel><title>New</title>{item}</channel></rss>'
    fed = pages | {FEED: feed, f"{CENTRE}/en/latest-news/b": entry("B")}
    assert world.crawl(fed).returncode == 0
    assert set(world.entries()) == {"A", "B"}
    assert world.crawl(pages | soft).returncode == 3


def test_a_sitemap_gives_the_recent_entries_and_no_other_page(world: World) -> None:
    def place(path: str, day: str) -> str:
        return f"<url><loc>{CENTRE}{path}</loc><lastmod>{day}</lastmod></url>"

    places = place("/en/latest-news/b/", "2026-03-01") + place("/es/últimas-noticias/b/", "2026-03-01")
    places += place("/en/latest-news/old/", "2026-01-01") + place("/en/about-us/", "2026-03-01")
    sitemap = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{places}</urlset>'
    pages = {f"{CENTRE}/en/latest-news/b/": entry("B"), MILL: story_page("Mill closes")}
    done = world.crawl({LISTING: listing("/en/latest-news/b/"), SITEMAP: sitemap, **pages})
    assert (done.returncode, set(world.entries())) == (0, {"B"}), done.stderr
    assert world.rows("SELECT * FROM rejects") == []


def test_a_limit_counts_entries_and_each_comes_with_its_source(world: World) -> None:
    paths = [f"/en/part-{number}" for number in range(4)]
    pages = {f"{CENTRE}{path}": entry(path, link=f"{MILL}{path}") for path in paths}
    pages |= {f"{MILL}{path}": story_page(path) for path in paths}
    world.crawl({LISTING: listing(*paths), **pages}, "-a", "limit=2")
    assert [row["source_state"] for row in world.rows("SELECT * FROM entries")] == ["found", "found"]


def answer(url: str) -> tuple[int, dict[str, str], str]:
    """What the availability API says of a page that it holds."""
    closest = {"available": True, "status": "200", "timestamp": "20260301100000", "url": copy(url, "")}
    text = json.dumps({"archived_snapshots": {"closest": closest}})
    return 200, {"Content-Type": "application/json"}, text


def copy(url: str, form: str = "id_") -> str:
    return f"https://web.archive.org/web/20260301100000{form}/{url}"


def dead(number: int) -> str:
    return f"https://lamp.example/{number}"


def gone_world() -> Pages:
    """Five entries whose sources are gone: one has a copy, the others meet what can go wrong."""
    pages: Pages = {LISTING: listing(*(f"/en/e{number}" for number in range(5)))}
    for number in range(5):
        pages[f"{CENTRE}/en/e{number}"] = entry(f"E{number}", link=dead(number))
        pages[dead(number)] = (404, {}, "gone")
        if number != 2:
            pages[available(dead(number), "2026-03-01")] = answer(dead(number))
    dated = {"Memento-Datetime": "Sun, 01 Mar 2026 10:00:00 GMT"}
    pages[copy(dead(0))] = (200, dated, story_page("Mill closes"))
    pages[available(dead(1), "2026-03-01")] = '{"archived_snapshots": {}}'
    pages[copy(dead(3))] = (503, {}, "")
    return pages


def test_a_source_that_is_gone_is_read_as_the_internet_archive_kept_it(world: World) -> None:
    world.crawl(gone_world())
    assert {row["source_state"] for row in world.entries().values()} == {"gone"}
    world.crawl(gone_world(), "-s", "TRY_INTERNET_ARCHIVE=True", "-s", "REFETCH_AFTER_HOURS=")
    found = world.entries()
    assert {title: (row["source_state"], row["source_note"]) for title, row in found.items()} == {
        "E0": ("archived", "HTTP 404; read as the Internet Archive kept it on 2026-03-01"),
        "E1": ("gone", "HTTP 404; the Internet Archive has no copy"),
        "E2": ("gone", "HTTP 404; its copy in the Internet Archive: not in the archive"),
        "E3": ("gone", "HTTP 404; its copy in the Internet Archive: HTTP 503"),
        "E4": ("gone", "HTTP 404; its copy in the Internet Archive: not in the archive"),
    }
    assert found["E0"]["archived_url"] == copy(dead(0))
    assert found["E0"]["archived"] == "2026-03-01T10:00:00+00:00"
    stories = world.rows("SELECT stories.url, versions.seen FROM stories JOIN versions ON story = id")
    assert stories == [{"url": dead(0), "seen": "2026-03-01T10:00:00+00:00"}]
    assert {row["fidelity"] for row in world.rows("SELECT fidelity FROM passages WHERE story_end")} == {
        "exact"
    }


@pytest.mark.parametrize(
    ("link", "said"),
    [
        (MILL, ""),
        ("https://lamp.example/a.pdf/story", ""),
        ("https://lamp.example/a.docx?x=1", "DOCX file"),
        (f"{CENTRE}/en/a#b", "the entry itself"),
        (f"{CENTRE}/en/b", "the Resource Centre"),
    ],
)
def test_a_link_that_leads_to_no_story_is_not_followed(link: str, said: str) -> None:
    reason = unfollowed(Entry(f"{CENTRE}/en/a#part", source_url=link, source_address=link))
    assert (said in reason) if said else not reason


def test_a_source_that_answers_not_modified_though_nobody_asked_costs_no_entry(world: World) -> None:
    world.crawl({LISTING: listing("/en/mute"), f"{CENTRE}/en/mute": entry("Mute"), MILL: (304, {}, "")})
    kept = world.entries()["Mute"]
    assert (kept["source_state"], kept["source_note"]) == ("not followed", "HTTP 304")
    assert world.rows("SELECT url, reason FROM rejects") == [{"url": MILL, "reason": "HTTP 304"}]
    assert world.rows("SELECT unchanged, rejected FROM runs") == [{"unchanged": 0, "rejected": 1}]


def test_a_broken_address_in_a_list_costs_no_other(world: World) -> None:
    broken = ("http://[lamp.example/1", "http://lamp.example:99999/2")
    items = "".join(f"<item><link>{url}</link></item>" for url in (*broken, f"{CENTRE}/en/fine"))
    leaves = "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in ("leaf.xml", f"{CENTRE}/leaf.xml"))
    leaf = f"<urlset><url><loc>{CENTRE}/en/latest-news/late</loc><lastmod>2026-03-01</lastmod></url></urlset>"
    done = world.crawl(
        {
            LISTING: listing("/en/fine"),
            FEED: f"<rss><channel>{items}</channel></rss>",
            SITEMAP: f"<sitemapindex>{leaves}</sitemapindex>",
            f"{CENTRE}/leaf.xml": leaf,
            f"{CENTRE}/en/fine": entry("Fine"),
            f"{CENTRE}/en/latest-news/late": entry("Late", link=f"{MILL}/late"),
            MILL: story_page("Mill"),
            f"{MILL}/late": story_page("Late mill"),
        }
    )
    assert set(world.entries()) == {"Fine", "Late"}, done.stderr
    refused = {(row["url"], row["reason"]) for row in world.rows("SELECT url, reason FROM rejects")}
    assert refused == {(url, "no web address") for url in (*broken, "leaf.xml")}


async def here(function: Callable[[Page], Recognised], page: Page) -> Recognised:
    """In place of a worker."""
    return function(page)


def test_a_page_is_done_with_when_all_of_its_entries_are_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    expected: list[Entry] = []
    counted: list[str] = []
    spider = ResourceCentre()
    spider.outcomes = SimpleNamespace(expect=expected.append, count=counted.append)  # type: ignore[assignment]
    spider.workers = SimpleNamespace(run=here)  # type: ignore[assignment]
    monkeypatch.setattr(ResourceCentre, "outlets", [ResourceCentre.outlet])
    unlinked = component(1).partition("<p><a")[0]
    page = story(range(2, 4)).replace(
        "components of this story</p>", f"components of this story</p>{unlinked}"
    )
    response = HtmlResponse(f"{CENTRE}/en/looms", body=page.encode(), request=Request(f"{CENTRE}/en/looms"))
    first = asyncio.run(anext(spider.parse_story(response, [], None)))
    assert isinstance(first, Entry), "one without a link is saved at once"
    assert len(expected) == 3


def test_an_archive_s_page_of_the_centre_without_an_entry_is_a_reject(world: World) -> None:
    world.crawl({LISTING: listing("/en/none"), f"{CENTRE}/en/none": "<html lang=en><p>Nothing.</p></html>"})
    path = world.folder / "w.warc.gz"
    scrapy("crawl", "archive", "-a", f"path={path}", db=world.folder / "again.db")
    rows = Store(world.folder / "again.db").rows("SELECT url, reason FROM rejects ORDER BY url")
    assert {"url": f"{CENTRE}/en/none", "reason": "no entry on the page"} in rows


def test_an_archive_s_broken_address_costs_no_other(world: World) -> None:
    path = world.folder / "w.warc.gz"
    for url in ("http://[lamp.example/1", MILL):
        WarcArchive(path).keep(url, NOON, 200, [("Content-Type", "text/html")], story_page("Mill").encode())
    scrapy("crawl", "archive", "-a", f"path={path}", db=world.folder / "c.db")
    assert world.rows("SELECT url FROM stories") == [{"url": MILL}]
    assert world.rows("SELECT reason FROM rejects") == [{"reason": "no web address"}]
