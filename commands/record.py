"""python -m scrapy record: keep a page, or record anew what kept pages must give (data/pages/README.md)."""

import argparse
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from commands.sample import Recorded, recorded
from extensions import outlets
from stories.item import Story
from stories.outlet import Outlet
from stories.page import Page
from stories.reading import read
from stories.urls import outlet_of

NEW = ("title", "authors", "published", "language", "description", "tags", "body")


class Command(ScrapyCommand):
    """What is recorded is what the reader gives today: read it before you commit it."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[options] NAME..."

    def short_desc(self) -> str:
        return "Keep a page under data/pages, or record anew what kept pages must give"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "--file", default="", help="a saved page, in invented words, to keep as NAME (bbc/flood)"
        )
        parser.add_argument("--url", default="", help="the address that a new page stands at")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        folder = Path(self.settings["DATA"]) / "pages"
        if opts.file:
            self.keep(folder, args, opts)
        pages = {
            page.sidecar.relative_to(folder).with_suffix("").as_posix(): page for page in recorded(folder)
        }
        if unknown := set(args) - set(pages) or (set() if args else {"nothing named"}):
            raise UsageError(f"name recorded pages such as {next(iter(pages))}, not: {', '.join(unknown)}")
        for name in args:
            record(pages[name], outlets(self.settings).values())
            print(pages[name].sidecar)

    def keep(self, folder: Path, args: list[str], opts: argparse.Namespace) -> None:
        """Copy a saved page to its place, with a sidecar that expects a story."""
        if len(args) != 1 or not opts.url or not Path(opts.file).is_file():
            raise UsageError("to keep a page: record --file SAVED.html --url ADDRESS NAME", print_help=False)
        sidecar = folder / f"{args[0]}.json"
        sidecar.parent.mkdir(parents=True, exist_ok=True)
        sidecar.with_suffix(".html").write_bytes(Path(opts.file).read_bytes())
        fetched = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        told = {
            "url": opts.url,
            "status": 200,
            "fetched": fetched,
            "content_type": "text/html; charset=utf-8",
        }
        write(sidecar, told | {"expect": dict.fromkeys(NEW) | {"must_not_contain": [], "quotes": []}})


def record(page: Recorded, known: Iterable[Outlet]) -> None:
    """Write into the page's sidecar what the reader gives for those fields of a story that it expects."""
    outlet = outlet_of(page.url, known)
    fetched = Page(page.url, page.payload, page.fetched)
    story = Story(fetched, outlet, reading=read(fetched, outlet))
    story.settle_dates()
    told = json.loads(page.sidecar.read_text(encoding="utf-8"))
    expect = told["expect"]
    expect |= {name: value for name, value in given(story).items() if name in expect}
    write(page.sidecar, told)


def given(story: Story) -> dict[str, Any]:
    """The story under the names of a sidecar's `expect`."""
    published, modified = story.chosen("published"), story.chosen("modified")
    return {
        "title": story.read.title,
        "authors": story.read.authors,
        "published": published.value if published else None,
        "modified": modified.value if modified else None,
        "language": story.read.language,
        "description": story.read.description,
        "tags": story.read.tags,
        "body": story.read.body.split("\n\n"),
    }


def write(sidecar: Path, told: dict[str, Any]) -> None:
    """Write a sidecar."""
    sidecar.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
