"""A story behind a wall, by every door: kept as the part that is public, and told as one."""

import json
from pathlib import Path

from store.database import Store
from tests.browse.visitor import Visitor
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
