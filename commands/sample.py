"""python -m scrapy sample: build the sample archive from the recorded pages under data/pages."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from store.sample import ABOUT
from store.warc_file import WarcArchive
from stories.text import many

BODIES = (".html", ".xml", ".txt")


@dataclass(slots=True)
class Recorded:
    """One recorded page: how it was fetched, and the record that it must give (data/pages/README.md)."""

    sidecar: Path
    url: str
    status: int
    fetched: datetime
    content_type: str
    redirect: str
    expect: dict[str, object]
    payload: bytes


class Command(ScrapyCommand):
    """The same pages always give the same bytes."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, object]] = {"LOG_ENABLED": False}

    def short_desc(self) -> str:
        return "Build data/sample.warc.gz from the recorded pages under data/pages"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        data = Path(self.settings["DATA"])
        sample = data / "sample.warc.gz"
        pages = list(recorded(data / "pages"))
        if not pages:
            raise UsageError(f"no recorded page under {data / 'pages'}", print_help=False)
        build(pages, sample)
        print(f"{many(len(pages), 'page')} in {sample} ({sample.stat().st_size} bytes)")


def recorded(folder: Path) -> Iterator[Recorded]:
    """The recorded pages below `folder`, in the order in which they were fetched.

    Raises ValueError where a sidecar is not as data/pages/README.md says.
    """
    pages = [_recorded(sidecar) for sidecar in sorted(folder.rglob("*.json"))]
    yield from sorted(pages, key=lambda page: (page.fetched, page.url))


def build(pages: list[Recorded], path: Path) -> None:
    """Write the pages to a new WARC file at `path`."""
    path.unlink(missing_ok=True)
    archive = WarcArchive(path)
    archive.begin(ABOUT, pages[0].fetched)
    for page in pages:
        headers = [("Content-Type", page.content_type)] if page.content_type else []
        headers += [("Location", page.redirect)] if page.redirect else []
        archive.keep(page.url, page.fetched, page.status, headers, page.payload)


def _recorded(sidecar: Path) -> Recorded:
    bodies = [sidecar.with_suffix(suffix) for suffix in BODIES]
    body = next((body for body in bodies if body.is_file()), None)
    try:
        told = json.loads(sidecar.read_text(encoding="utf-8"))
        return Recorded(
            sidecar,
            told["url"],
            told["status"],
            datetime.fromisoformat(told["fetched"]),
            told.get("content_type", ""),
            told.get("redirect", ""),
            told.get("expect", {}),
            body.read_bytes() if body else b"",
        )
    except (KeyError, ValueError) as error:
        raise ValueError(f"{sidecar}: not a page's sidecar ({error}); see data/pages/README.md") from error
