"""python -m scrapy record: keep a page, or record anew what kept pages must give (data/pages/README.md)."""

import argparse
import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from commands.sample import BODIES, Recorded, recorded
from extensions import outlets
from store.location import located
from store.remote_address import Remote
from store.tables import Row
from stories.entries import Entry
from stories.extraction import read
from stories.extraction.metadata.address import absolute
from stories.identity.urls import outlet_of
from stories.item import Story
from stories.outlet import Outlet
from stories.page import Page
from stories.recognition import recognise
from stories.text import printable

STORY = ("title", "authors", "published", "language", "description", "tags", "body")
ENTRY = ("title", "item_type", "attribution", "authors", "outlet", "outlet_country", "published", "source_title",
         "source_published", "source_url", "companies", "tags", "timelines", "language", "ui_language", "excerpt",
         "passages")  # fmt: skip
PART = re.compile(r"[^./\\][^/\\]*")  # of a page's name


class Command(ScrapyCommand):
    """What is recorded is what the reader gives today: read it before you commit it."""

    requires_project = True
    requires_crawler_process = False
    reads_pages = True
    default_settings: ClassVar[dict[str, object]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[options] NAME..."

    def short_desc(self) -> str:
        return "For maintainers: keep a page for the tests under data/pages, or record anew what it must give"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "--file", default="", help="a saved page, in invented words, to keep as NAME (bbc/flood)"
        )
        parser.add_argument("--url", default="", help="the address that a new page stands at")
        parser.add_argument("--force", action="store_true", help="write over the page that is kept as NAME")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        folder = Path(self.settings["DATA"]) / "pages"
        if opts.file:
            if len(args) != 1 or not opts.url:
                said = "to keep a page: python -m scrapy record --file SAVED.html --url ADDRESS NAME"
                raise UsageError(said, print_help=False)
            if isinstance(located(opts.file), Remote):
                raise UsageError("--file takes a page that was saved as a file", print_help=False)
            self.keep(folder, args[0], Path(opts.file), opts.url, opts.force)
        pages = {
            page.sidecar.relative_to(folder).with_suffix("").as_posix(): page for page in recorded(folder)
        }
        if unknown := set(args) - set(pages) or (set() if args else {"nothing named"}):
            example = next(iter(pages), f"those under {folder}, of which there is none")
            raise UsageError(f"name recorded pages such as {example}, not: {', '.join(unknown)}")
        for name in args:
            record(pages[name], outlets(self.settings).values())
            print(printable(str(pages[name].sidecar)))

    def keep(self, folder: Path, name: str, file: Path, url: str, force: bool = False) -> None:
        """Copy a saved page to its place, with a sidecar that expects what the page is: a story, entries, a list.

        Raises UsageError where there is no such page, its place is not below `folder`, or another page is kept there.
        """
        from stories.extraction.charset import decode
        from stories.extraction.document import UnreadableError, refuse
        from stories.extraction.plain_text import is_plain
        from stories.extraction.saved_page import read_saved

        if not absolute(url, ""):
            raise UsageError(f"--url {url}: no web address", print_help=False)
        sidecar = sidecar_for(folder, name, force)
        try:
            page = read_saved(file, url)
            refuse(page.payload)
            plain = is_plain(decode(page.payload))
            sidecar.parent.mkdir(parents=True, exist_ok=True)
            sidecar.with_suffix(".txt" if plain else ".html").write_bytes(page.payload)
        except UnreadableError as error:
            raise UsageError(f"--file {file}: {': '.join(error.args)}", print_help=False) from error
        except OSError as error:
            raise UsageError(f"{error.filename or file}: {error.strerror}", print_help=False) from error
        told = {
            "url": url,
            "status": 200,
            "fetched": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "content_type": f"text/{'plain' if plain else 'html'}; charset=utf-8",
        }
        write(sidecar, told | {"expect": due(page)})


def sidecar_for(folder: Path, name: str, force: bool) -> Path:
    """The sidecar of a new page. Raises UsageError where it would lie outside `folder`, or a page is kept there."""
    sidecar = folder / f"{name}.json"
    inside = sidecar.resolve().is_relative_to(folder.resolve())
    if not inside or not all(map(PART.fullmatch, name.split("/"))):
        raise UsageError(f"{name}: no name of a page below {folder}, such as bbc/flood", print_help=False)
    kept = [file for file in map(sidecar.with_suffix, (".json", *BODIES)) if file.exists()]
    if kept and not force:
        raise UsageError(
            f"{kept[0]} is kept already: choose another name, or --force writes over it", print_help=False
        )
    for body in kept:
        body.unlink()
    return sidecar


def due(page: Page) -> Row:
    """What a new page has to give, its values not known yet."""
    found = recognise(page)
    if found.kind == "story":
        return dict.fromkeys(STORY) | {"must_not_contain": [], "quotes": []}
    if found.kind == "listing":
        return {"kind": "listing", "links": []}
    entry = dict.fromkeys(ENTRY) | {"story": None}
    if len(found.entries) == 1:
        return {"kind": "entry", **entry}
    return (
        {"kind": "entries", "entries": [dict(entry) for _ in found.entries]}
        if found.entries
        else {"reject": "no entry"}
    )


def record(page: Recorded, known: Iterable[Outlet]) -> None:
    """Write into the page's sidecar what the reader gives for those fields of its records that it expects."""
    fetched = Page(page.url, page.payload, page.fetched)
    found = recognise(fetched)
    told = json.loads(page.sidecar.read_text(encoding="utf-8"))
    expect = told["expect"]
    if found.kind == "story":
        renew(expect, given(story_of(fetched, known)))
    elif found.kind == "listing":
        expect |= {"links": [entry.url for entry in found.listed if entry.url]}
    for one, entry in zip(expect.get("entries", [expect]), found.entries, strict=False):
        renew(one, given_entry(entry))
    write(page.sidecar, told)


def renew(expect: Row, given: Row) -> None:
    """Set those fields that are expected; passages stay as they were judged by their source while their texts do."""
    texts = [[one["text"] for one in side.get("passages") or []] for side in (expect, given)]
    left = {"passages"} if texts[0] and texts[0] == texts[1] else set()
    expect |= {name: value for name, value in given.items() if name in expect.keys() - left}


def story_of(page: Page, known: Iterable[Outlet]) -> Story:
    """The story of a page, its dates judged."""
    outlet = outlet_of(page.url, known)
    story = Story(page, outlet, reading=read(page, outlet, given=True))
    story.resolve_dates()
    return story


def given(story: Story) -> Row:
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


def given_entry(entry: Entry) -> Row:
    """The entry under the names of a sidecar's `expect`."""
    passages = [{"text": passage.text, "fidelity": passage.fidelity} for passage in entry.passages]
    return {name: getattr(entry, name) for name in ENTRY if name not in ("item_type", "passages")} | {
        "item_type": entry.kind,
        "passages": passages,
    }


def write(sidecar: Path, told: Row) -> None:
    """Write a sidecar."""
    sidecar.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
