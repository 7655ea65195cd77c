"""A world in an archive, which a spider crawls: pages by address, and what became of them."""

import gzip
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from store.database import Store
from store.tables import Row
from store.warc_file import WarcArchive
from tests.scrapy_process import Done, scrapy
from tests.waiting import QUICK

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
KINDS = {"<?xm": "application/xml", "<rss": "application/rss+xml", "{": "application/json"}
Answer = str | tuple[int, Mapping[str, str], str | bytes]


def kept(path: Path, pages: Mapping[str, Answer]) -> Path:
    """An archive of pages by address: mark-up, or (status, headers, payload)."""
    path.unlink(missing_ok=True)
    archive = WarcArchive(path)
    for url, answer in pages.items():
        status, headers, text = (200, {}, answer) if isinstance(answer, str) else answer
        data = text.encode() if isinstance(text, str) else text
        start = data[:4].decode("latin-1")
        kind = next((kind for sign, kind in KINDS.items() if start.startswith(sign)), "text/html")
        archive.keep(url, NOON, status, list(({"Content-Type": kind} | dict(headers)).items()), data)
    return path


class World:
    """A database in a folder, and the crawls that fill it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def crawl(self, spider: str, pages: Mapping[str, Answer] | Path, *more: str, **environment: str) -> Done:
        """Crawl pages by address, or an archive that is there."""
        path = pages if isinstance(pages, Path) else kept(self.folder / "w.warc.gz", pages)
        words = ("-s", f"REPLAY={path}", *QUICK, *more)
        return scrapy("crawl", spider, *words, db=self.folder / "c.db", **environment)

    def read(self, archive: Path, *more: str) -> Done:
        """Read an archive's pages, or those of a folder's archives."""
        return scrapy("crawl", "archive", "-a", f"path={archive}", *QUICK, *more, db=self.folder / "c.db")

    def rows(self, sql: str) -> list[Row]:
        """The rows of a query."""
        store = Store(self.folder / "c.db")
        rows = store.rows(sql)
        store.close()
        return rows

    @property
    def run(self) -> Row:
        """The last run."""
        return self.rows("SELECT * FROM runs ORDER BY id DESC LIMIT 1")[0]

    def rejects(self) -> list[tuple[Any, ...]]:
        """The rejects: address and reason."""
        return [(row["url"], row["reason"]) for row in self.rows("SELECT * FROM rejects ORDER BY id")]


def feed(*links: str) -> str:
    """An RSS feed that names these."""
    items = "".join(f"<item><title>Mill</title><link>{link}</link></item>" for link in links)
    return f"<rss version='2.0'><channel><title>Lamp</title>{items}</channel></rss>"


def packed(text: str) -> bytes:
    """As a server sends it packed."""
    return gzip.compress(text.encode(), mtime=0)
