"""Feeds with whole texts: one stands for a page that cannot be had, where the outlet's file allows that, and says so."""

import html as escapes
import json
import os
from pathlib import Path

import pytest

from store.database import Store
from store.tables import Row
from stories.lists import is_feed, item_page, read_list
from tests.browse.visitor import Visitor
from tests.scrapy_process import Done, scrapy, scrapy_in
from tests.server import Answer as AnswerOf
from tests.server import serve
from tests.stories.making import PARAGRAPHS, html, paragraphs
from tests.waiting import QUICK
from tests.world import Answer, World, kept

SPIDERS = ("-s", "SPIDER_MODULES=spiders,tests.whole")
FEED, URL = "https://lamp.example/feed", "https://lamp.example/2026/ferry-stays-in-port"
SAID = "\u201cWe sign for the whole day,\u201d said Orla Tennick, who has worked there for ten years."
TEXT = paragraphs([*PARAGRAPHS, SAID])
CONSENT = "<html><head><title>Before you continue</title></head><body><p>Accept all cookies to go on.</p></body></html>"
SHELL = (
    "<html><head><title>Lamp</title><script src=a.js></script></head><body><div id=app></div></body></html>"
)
CLOSED = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
GATE = "<div class='gate'><h3>Subscribe to continue reading</h3></div>"
WALLED = html(f"<article><h1>Ferry stays in port</h1>{paragraphs(PARAGRAPHS[:2])}{GATE}</article>", CLOSED)


def rss(url: str = URL, text: str = TEXT) -> str:
    return (
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'"
        " xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Lamp</title><language>en-gb</language>"
        f"<item><title>Ferry stays in port</title><link>{url}</link><dc:creator>Nell Corrigan</dc:creator>"
        "<pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate><description>Soup.</description>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded></item></channel></rss>"
    )


def atom(kind: str, url: str = URL) -> str:
    told = {
        "html": escapes.escape(TEXT),
        "xhtml": f"<div xmlns='http://www.w3.org/1999/xhtml'>{TEXT}</div>",
        "text": "\n\n".join([*PARAGRAPHS, SAID]),
    }
    return (
        "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><entry>"
        f"<title>Ferry stays in port</title><link href='{url}'/><author><name>Nell Corrigan</name></author>"
        "<published>2026-03-02T08:00:00Z</published>"
        f"<content type='{kind}'>{told[kind]}</content></entry></feed>"
    )


def json_feed(url: str = URL) -> str:
    item = {
        "url": url,
        "title": "Ferry stays in port",
        "content_html": TEXT,
        "date_published": "2026-03-02T08:00:00Z",
    }
    return json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "items": [item | {"authors": [{"name": "Nell Corrigan"}]}],
        }
    )


def crawl(world: World, page: Answer | None, feed: str = "", spider: str = "lamp") -> Done:
    pages: dict[str, Answer] = {FEED: (200, {"ETag": '"feed"'}, feed or rss())} | (
        {URL: page} if page is not None else {}
    )
    if spider == "tide":
        pages = {
            url.replace("lamp.", "tide."): rss(URL.replace("lamp.", "tide.")) if url == FEED else page or ""
            for url in pages
        }
    return world.crawl(spider, pages, *SPIDERS)


def told(world: World) -> tuple[Row, list[str]]:
    (story,) = world.rows("SELECT title, body, authors, published, partial, body_from, outlet FROM stories")
    return story, story["body"].split("\n\n")


NOT_HAD: dict[str, tuple[Answer | None, str]] = {
    "refused": ((403, {}, "no"), "HTTP 403"),
    "gone": ((404, {}, "no"), "HTTP 404"),
    "not there": (None, "not in the archive"),
    "consent": (CONSENT, "consent wall"),
    "JavaScript alone": (SHELL, "no text"),
    "behind a wall": (WALLED, "paywall stub"),
}


@pytest.mark.parametrize("why", NOT_HAD)
def test_the_feed_s_text_stands_for_a_page_that_cannot_be_had_and_says_so(tmp_path: Path, why: str) -> None:
    world = World(tmp_path)
    page, reason = NOT_HAD[why]
    done = crawl(world, page)
    assert "found=1 new=1 updated=0 unchanged=0 rejected=0 errors=0" in done.stderr, done.stderr
    story, body = told(world)
    assert body == [*PARAGRAPHS, SAID]
    assert (story["title"], story["authors"]) == ("Ferry stays in port", '["Nell Corrigan"]')
    assert (story["published"], story["partial"], story["body_from"]) == (
        "2026-03-02T08:00:00+00:00",
        1,
        "feed",
    )
    assert world.rejects() == [(URL, f"{reason}: its feed's text is kept")]
    assert world.rows("SELECT url FROM pages WHERE id = (SELECT page FROM stories)") == [{"url": FEED}]
    assert [row["how"] for row in world.rows("SELECT how FROM urls")] == ["canonical"]
    (row,) = world.rows("SELECT state, address, etag FROM ledger WHERE state != 'list'")
    assert row == {"state": "saved", "address": URL, "etag": None}


def test_a_page_that_can_be_had_stays_the_source(tmp_path: Path) -> None:
    world = World(tmp_path)
    crawl(world, html())
    story, body = told(world)
    assert (body, story["partial"], story["body_from"]) == (PARAGRAPHS, 0, None)


def test_without_the_fact_a_feed_s_text_is_nothing(tmp_path: Path) -> None:
    world = World(tmp_path)
    done = crawl(world, (403, {}, "no"), spider="tide")
    assert done.returncode == 1
    assert world.rejects() == [(URL.replace("lamp.", "tide."), "HTTP 403")]
    assert world.rows("SELECT * FROM stories") == []


def test_what_else_is_no_story_is_not_made_one_by_its_feed(tmp_path: Path) -> None:
    world = World(tmp_path)
    crawl(world, (403, {}, "no"), rss(text="<p>Soup and blankets until the morning.</p>"))
    assert world.rejects() == [(URL, "HTTP 403")], "a teaser is no whole text"
    assert world.rows("SELECT * FROM stories") == []


def test_every_door_tells_that_the_text_is_the_feed_s_until_the_page_is_read(tmp_path: Path) -> None:
    world, db = World(tmp_path), tmp_path / "c.db"
    crawl(world, (403, {}, "no"))
    assert "1 from a feed, for want of the page" in scrapy("report", db=db).stdout
    assert "partial, behind a wall" not in scrapy("report", db=db).stdout
    assert "this is the text that its feed gave" in Visitor(db).words("/story/1")
    done = scrapy("reread", *SPIDERS, db=db)
    assert done.stdout == "0 fields of 0 records changed\n", done.stderr
    bundle = str(tmp_path / "proof.wacz")
    assert scrapy("evidence", URL, "-o", bundle, *SPIDERS, db=db).returncode == 0
    checked = scrapy("verify", bundle, *SPIDERS, db=db)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    done = world.read(kept(tmp_path / "page.warc.gz", {URL: html()}), *SPIDERS)
    assert "updated=1" in done.stderr
    story, body = told(world)
    assert (body, story["partial"], story["body_from"]) == (PARAGRAPHS, 0, None)
    assert len(world.rows("SELECT * FROM versions")) == 1
    assert world.rows("SELECT * FROM changes") == []


def test_a_host_that_refuses_and_is_left_alone_gives_each_story_by_its_feed(tmp_path: Path) -> None:
    db = tmp_path / "c.db"
    with serve({}) as site:
        urls = [f"{site.url}/2026/ferry-{n}" for n in range(9)]
        texts = [TEXT.replace("Velm", f"Velm {n}") for n in range(9)]
        items = [
            rss(url, text).split("</language>")[1].split("</channel>")[0]
            for url, text in zip(urls, texts, strict=True)
        ]
        whole = rss().split("<item>")[0] + "".join(items) + "</channel></rss>"
        site.answers |= {f"/2026/ferry-{n}": AnswerOf("no", 403) for n in range(9)}
        site.answers["/feed"] = AnswerOf(whole, headers={"Content-Type": "application/rss+xml"})
        kept_in = ("-s", f"CUTTINGS_DB={db}", "-s", f"ARCHIVE_DIR={tmp_path / 'archive'}")
        words = ("crawl", "gate", *SPIDERS, *QUICK, *site.open, *kept_in, "-s", "CONCURRENT_REQUESTS=1")
        done = scrapy_in(os.environ | {"LAMP_URL": site.url}, *words)
    store = Store(db)
    assert [row["body_from"] for row in store.rows("SELECT body_from FROM stories")] == ["feed"] * 9, (
        done.stderr
    )
    told = {row["reason"].split(":")[0] for row in store.rows("SELECT reason FROM rejects WHERE url != ''")}
    assert told == {"HTTP 403", "host left alone"}
    assert store.rows("SELECT reason FROM hosts") == [{"reason": "HTTP 403"}], "the refusal is not forgotten"


@pytest.mark.parametrize(
    "feed",
    [rss(), rss(f"{URL}?utm_source=rss"), atom("html"), atom("xhtml"), atom("text"), json_feed()],
    ids=["rss", "tracked", "atom", "atom xhtml", "atom text", "json"],
)
def test_an_item_of_any_feed_is_a_page(feed: str) -> None:
    assert is_feed(feed.encode())
    assert len(read_list(feed.encode(), None, 10**6, whole=True).whole) == 1
    assert not read_list(feed.encode(), None, 10**6).whole
    page = item_page(feed.encode(), None, URL)
    assert "<h1>Ferry stays in port</h1>" in page
    assert "content='Nell Corrigan'" in page
    assert page.count("<p>") + page.count("<p ") == 5
    assert not item_page(feed.encode(), None, f"{URL}-2")


@pytest.mark.parametrize(
    "text",
    [html(), "", "<!doctype html><feed>", "no", "{ no }"],
    ids=["page", "empty", "doctype", "words", "braces"],
)
def test_a_page_is_no_feed(text: str) -> None:
    assert not is_feed(text.encode())
