"""A story behind a wall, by every door: kept as the part that is public, and told as one."""

import json
from pathlib import Path

from store.database import Store
from store.warc import captures
from stories.extraction import read
from stories.item import Story
from stories.page import Page
from tests.browse.visitor import Visitor
from tests.making import LAMP, match_and_save
from tests.scrapy_process import scrapy
from tests.spiders.archives import packed, record
from tests.stories.making import PARAGRAPHS, html, paragraphs

CLOSED = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
ASKED = "<div class='gate'><h3>Subscribe to continue reading</h3></div>"
STUB = html(f"<article><h1>Ferry stays in port</h1>{paragraphs(PARAGRAPHS[:2])}{ASKED}</article>", CLOSED)
BARE = html(f"<article><h1>Ferry stays in port</h1>{ASKED}</article>", CLOSED)
TOLD = "1 partial, behind a wall"


def test_a_stub_is_a_partial_story_by_every_door_until_it_is_whole(tmp_path: Path) -> None:
    db, archive, whole = tmp_path / "c.db", tmp_path / "walled.warc.gz", tmp_path / "whole.warc.gz"
    archive.write_bytes(packed(record(1, STUB.encode()), record(2, BARE.encode())))
    whole.write_bytes(packed(record(1, html(head=CLOSED).encode(), date="2026-03-02T08:00:00Z")))
    scrapy("crawl", "archive", "-a", f"path={archive}", db=db)
    store = Store(db)
    sql = "SELECT url, title, body, partial FROM stories"
    (story,) = store.rows(sql)
    assert (story["partial"], story["body"].split("\n\n")) == (1, PARAGRAPHS[:2])
    assert [row["reason"] for row in store.rows("SELECT reason FROM rejects")] == ["paywall stub"]
    assert "(partial)" in scrapy("history", story["url"], db=db).stdout
    assert TOLD in scrapy("report", db=db).stdout
    (row,) = map(json.loads, scrapy("export", "stories", "--format", "ndjson", db=db).stdout.splitlines())
    assert row["partial"] == 1
    visitor = Visitor(db)
    assert "the rest of the story stands behind a wall" in visitor.words("/story/1")
    assert visitor.page("/stories").cssselect(".rows .tag")[0].text_content() == "partial"
    assert scrapy("reread", db=db).returncode == 0
    assert store.rows(sql) == [story]
    scrapy("crawl", "archive", "-a", f"path={whole}", db=db)
    (story,) = store.rows(sql)
    assert (story["partial"], story["body"].split("\n\n")) == (0, PARAGRAPHS)
    assert [store.db[name].count for name in ("versions", "changes", "quote_changes")] == [1, 0, 0]
    assert TOLD not in scrapy("report", db=db).stdout


def test_story_shows_what_is_public_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "stub.html"
    file.write_text(STUB, encoding="utf-8")
    done = scrapy("story", str(file))
    assert done.returncode == 0
    assert "partial: the rest of the story is not public; paywall stub:" in done.stdout
    told = json.loads(scrapy("story", "--json", str(file)).stdout)
    assert (told["partial"], told["reject"], told["title"]) == (True, "paywall stub", "Ferry stays in port")
    file.write_text(BARE, encoding="utf-8")
    assert scrapy("story", str(file)).returncode == 1


def test_what_was_held_for_whole_before_walls_were_told_is_mended_by_one_reread(tmp_path: Path) -> None:
    db, archive = tmp_path / "c.db", tmp_path / "two.warc.gz"
    shorter = STUB.replace(f"<p>{PARAGRAPHS[1]}</p>", "")
    pages = (html(head=CLOSED), STUB, shorter)
    archive.write_bytes(
        packed(*(record(1, one.encode(), date=f"2026-03-0{n}T08:00:00Z") for n, one in enumerate(pages, 1)))
    )
    store = Store(db)
    for one in captures(archive, print):
        page = Page(one.url, one.payload, one.fetched, archive=str(one.path), offset=one.offset)
        story = Story(page, LAMP, reading=read(page, LAMP))
        story.read.partial = False  # as it was read then
        story.resolve_dates()
        with store.transaction():
            match_and_save(store, story)
    assert store.db["versions"].count == 3
    for _ in range(2):
        assert scrapy("reread", db=db).returncode == 0
        (row,) = store.rows("SELECT body, partial FROM stories")
        assert (row["partial"], row["body"].split("\n\n")) == (0, PARAGRAPHS)
        assert [store.db[name].count for name in ("versions", "changes")] == [1, 0]
