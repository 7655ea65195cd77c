"""python -m scrapy story URL|FILE...: what would be stored of a page, and where each part of it came from."""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

from parsel import Selector
from scrapy import signals
from scrapy.commands import BaseRunSpiderCommand
from scrapy.exceptions import UsageError

from commands import terminal
from extensions import RunRecord, outlets
from stories.dates import DateEvidence
from stories.item import Story
from stories.metadata.address import absolute
from stories.page import Page
from stories.plain_record import as_dict
from stories.quotes import Quote
from stories.reading import Reading, read
from stories.story_record import quote_row
from stories.urls import outlet_of

Show = Callable[[Story], None]
UNKNOWN = "https://unknown.invalid/"  # stands for the address of a saved page that states none (RFC 2606)
FIELDS = ("title", "authors", "description", "section", "tags", "language", "image", "image_caption")


class Command(BaseRunSpiderCommand):
    """Reads pages and writes nothing: no record, no archive."""

    requires_project = True
    default_settings: ClassVar[dict[str, Any]] = {"LOG_LEVEL": "WARNING"}

    def syntax(self) -> str:
        return "[options] URL|FILE..."

    def short_desc(self) -> str:
        return "Print what would be stored of a page, with the origin of each part"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--json", action="store_true", help="one JSON object a page")
        parser.add_argument("--url", default="", help="the address of a page that is given as a file")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if not args:
            raise UsageError("name an address or a saved page")
        if opts.url and not absolute(opts.url, ""):
            raise UsageError(f"--url {opts.url}: no web address", print_help=False)
        show = print_json if opts.json else print_reading
        files = [arg for arg in args if not arg.startswith(("http://", "https://"))]
        if missing := [file for file in files if not Path(file).is_file()]:
            raise UsageError(f"neither a web address nor a file: {missing[0]}", print_help=False)
        for file in files:
            show(self.read_file(Path(file), opts.url))
        if addresses := [arg for arg in args if arg not in files]:
            self.read_addresses(addresses, show)

    def read_file(self, file: Path, url: str) -> Story:
        """The story of a saved page, as if fetched when the file was written."""
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        payload = file.read_bytes()
        page = Page(
            url or _stated_address(payload), payload, datetime.fromtimestamp(file.stat().st_mtime, UTC)
        )
        outlet = outlet_of(page.url, outlets(self.settings).values())
        story = Story(page, outlet, reading=read(page, outlet))
        story.settle_dates()
        story.settle_identity()
        return story

    def read_addresses(self, addresses: list[str], show: Show) -> None:
        """Fetch pages with the spider `story`, through every stage but the one that writes."""
        assert self.crawler_process is not None  # noqa: S101 -- Scrapy makes it
        settings = self.crawler_process.settings
        with tempfile.TemporaryDirectory() as folder:
            settings.set("CUTTINGS_DB", f"{folder}/run.db", priority="cmdline")
            settings.set("ARCHIVE_DIR", "", priority="cmdline")
            settings["ITEM_PIPELINES"]["pipelines.save_to_sqlite.SaveToSqlite"] = None
            crawler = self._create_crawler("story")
            crawler.signals.connect(lambda item: show(item), signal=signals.item_scraped, weak=False)
            self.crawler_process.crawl(crawler, url=",".join(addresses))
            self.crawler_process.start()
            record = RunRecord.of(crawler)
            for line in record.refused:
                print(line, file=sys.stderr)
            self.exitcode = 1 if record.refused else 0


def _stated_address(payload: bytes) -> str:
    found = Selector(body=payload, type="html").css('link[rel="canonical"]::attr(href)').get("")
    return absolute(found, "") or UNKNOWN


def print_json(story: Story) -> None:
    """One JSON object on one line."""
    print(json.dumps(as_dict(story), ensure_ascii=False))


def print_reading(story: Story) -> None:
    """The whole reading, for a person."""
    terminal.show([*lines_of(story), ""])


def lines_of(story: Story) -> list[str]:
    """The reading as lines: fields with their origins, dates with those that lost, body, quotes, what was cut."""
    read = story.read
    lines = [story.url + _from(read.origins.get("url"))]
    if read.reject:
        lines.append(f"rejected: {read.reject} {read.detail}".rstrip())
    for name in FIELDS:
        value = getattr(read, name)
        text = ", ".join(value) if isinstance(value, list) else value
        lines.append(f"  {name:<14} {text or '-'}" + _from(read.origins.get(name)))
    lines += ["", "dates (* believed)", *map(_date_line, story.dates)]
    lines += ["", "body" + _from(read.origins.get("body")), *(f"  {line}" for line in read.body.splitlines())]
    lines += ["", "quotes", *(_quote_line(i, quote, read) for i, quote in enumerate(read.quotes, 1))]
    lines += [
        "",
        "cut from the body",
        *(f"  {why}: {' '.join(text.split())[:100]}" for text, why in read.cuts),
    ]
    return lines


def _from(origin: str | None) -> str:
    return f"  [{origin}]" if origin else ""


def _date_line(date: DateEvidence) -> str:
    mark = "*" if date.chosen else " "
    note = f"  ({date.note})" if date.note else ""
    return f"  {mark} {date.field:<10} {date.value or '-':<26} {date.text[:40]!r}{_from(date.origin)}{note}"


def _quote_line(number: int, quote: Quote, reading: Reading) -> str:
    row = quote_row(number, quote, reading.body)
    who = row["speaker"] or row["source"] or "?"
    role = f", {row['speaker_role']}" if row["speaker_role"] else ""
    return f"  {number:>3} {quote.kind:<9} {who}{role}: {row['content']}"
