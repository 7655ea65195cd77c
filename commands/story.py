"""python -m scrapy story URL|FILE...: what would be stored of a page, and where each part of it came from."""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy import signals
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

import terminal
from commands.entries import attribution, entry_lines, listing_dict, listing_lines, print_json
from extensions import RunRecord, outlets
from store.location import located
from store.scratch import scratch
from store.story_rows import quote_row
from store.wacz import is_wacz
from store.warc_records import is_warc
from stories.dates import DateEvidence
from stories.entries import Entry
from stories.extraction import Reading, read
from stories.extraction.metadata.address import absolute
from stories.identity.urls import outlet_of, with_scheme
from stories.item import Story
from stories.page import Page
from stories.quotes import Quote
from stories.recognition import Recognised, recognise
from stories.text import printable, with_detail

if TYPE_CHECKING:
    from store.stored_sources import StoredSources

Show = Callable[[Story | Entry], None]
FIELDS = ("title", "authors", "description", "section", "tags", "language", "image", "image_caption")


class Command(ScrapyCommand):
    """Reads pages and writes nothing: no record, no archive."""

    requires_project = True
    default_settings: ClassVar[dict[str, object]] = {"LOG_LEVEL": "WARNING"}

    def syntax(self) -> str:
        return "[options] URL|FILE..."

    def short_desc(self) -> str:
        return (
            "Print what would be stored of a page; writes nothing (`python -m scrapy crawl story` stores it)"
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--json", action="store_true", help="one JSON object a page")
        parser.add_argument("--url", default="", help="the address of a page that is given as a file")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if not args:
            raise UsageError("name an address or a saved page")
        if opts.url and not absolute(opts.url, ""):
            raise UsageError(f"--url {opts.url}: no web address", print_help=False)
        if archive := next((arg for arg in args if is_warc(arg) or is_wacz(arg)), ""):
            said = f"{located(archive)} is an archive: python -m scrapy crawl archive -a path=... reads its pages"
            raise UsageError(said, print_help=False)
        files = [arg for arg in args if Path(arg).is_file() or not is_web(arg)]
        pages = [self.saved(file, opts.url) for file in files]
        show = print_json if opts.json else print_reading
        found = [self.show_saved(page, show) for page in pages if page]
        addresses = [arg for arg in args if arg not in files]
        if entries := [one for one in found if one.kind == "entry"]:
            self.crawl(show, saved=entries, url=",".join(addresses))
        elif addresses:
            self.crawl(show, url=",".join(addresses))

    def saved(self, name: str, url: str) -> Page | None:
        """A saved page; None, saying why, for a file that holds none. Raises UsageError where there is no file."""
        from stories.extraction.document import UnreadableError, refuse
        from stories.extraction.mhtml import page_in
        from stories.extraction.saved_page import read_saved

        file = Path(name)
        if not name or not file.is_file():
            what = "a folder, not a file" if name and file.is_dir() else "neither a web address nor a file"
            raise UsageError(f"{what}: {name or 'an empty word'}", print_help=False)
        try:
            page = read_saved(file, url)
            refuse(page_in(page.payload)[0])
        except (OSError, UnreadableError) as error:
            said = error.strerror if isinstance(error, OSError) else ": ".join(error.args)
            said = f"{file}: {said}; save the page as HTML, or its text as plain text"
            print(printable(said), file=sys.stderr)
            self.exitcode = 1
            return None
        return page

    def show_saved(self, page: Page, show: Show) -> Recognised:
        """What a saved page is; a story and a list are shown at once, an entry when its source was followed."""
        found = recognise(page)
        if found.kind == "story":
            story = self.story_of(page)
            show(story)
            self.exitcode = 1 if story.read.refused else self.exitcode
        elif found.kind != "entry":
            self.show_other(found, page, show)
        return found

    def show_other(self, found: Recognised, page: Page, show: Show) -> None:
        """A list of entries; or a page of the Centre that holds no entry."""
        if found.kind == "other":
            print(printable(f"{page.url}: no entry on the page"), file=sys.stderr)
            self.exitcode = 1
        elif show is print_json:
            print_json(listing_dict(found, page.url))
        else:
            terminal.show([*listing_lines(found, page.url), ""])

    def story_of(self, page: Page) -> Story:
        """The story of a saved page."""
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        outlet = outlet_of(page.url, outlets(self.settings).values())
        story = Story(page, outlet, reading=read(page, outlet, given=True))
        story.resolve_dates()
        story.resolve_identity()
        return story

    def crawl(self, show: Show, **given: Any) -> None:
        """Fetch pages with the spider `story`, through every stage but the one that writes."""
        from store.stored_sources import StoredSources

        assert self.crawler_process is not None  # noqa: S101 -- Scrapy makes it
        settings = self.crawler_process.settings
        stored = StoredSources(settings["CUTTINGS_DB"], outlets(settings))
        with tempfile.TemporaryDirectory(dir=scratch()) as folder:
            settings.set("CUTTINGS_DB", f"{folder}/run.db", priority="cmdline")
            settings.set("ARCHIVE_DIR", "", priority="cmdline")
            settings["ITEM_PIPELINES"]["pipelines.save_to_sqlite.SaveToSqlite"] = None
            crawler = self.crawler_process.create_crawler("story")
            shown = Shown(show, stored)
            crawler.signals.connect(shown.take, signals.item_scraped)
            self.crawler_process.crawl(crawler, **given)
            self.crawler_process.start()
            if shown.broken:
                raise shown.broken
            record = RunRecord.of(crawler)
            for line in [*record.refused, *stored.told]:
                print(line, file=sys.stderr)
            # An entry whose source was not reached is what was asked for all the same
            refused = {url for url, _ in record.findings.refused}
            if refused & set(map(with_scheme, given["url"].split(","))) or (refused and not shown.entries):
                self.exitcode = 1


class Shown:
    """What a crawl finds, shown as it comes, for as long as somebody reads it. broken: why nobody does any more."""

    def __init__(self, show: Show, stored: "StoredSources") -> None:
        self.show = show
        self.stored = stored
        self.entries: list[Entry] = []
        self.broken: BrokenPipeError | None = None

    def take(self, item: Story | Entry) -> None:
        """Signal handler: show what is saved of an item."""
        self.entries += item.entries
        try:
            for record in () if self.broken else self.stored.checked(item).records:
                self.show(record)
        except BrokenPipeError as error:
            self.broken = error


def is_web(word: str) -> bool:
    """Whether a word is meant as a web address."""
    if word.startswith(("http://", "https://")):
        return True
    # `page.html` is a file that is not there, not a host
    return with_scheme(word) != word and (word.startswith("www.") or "/" in word)


def print_reading(record: Story | Entry) -> None:
    """The whole reading, for a person."""
    terminal.show([*(entry_lines(record) if isinstance(record, Entry) else lines_of(record)), ""])


def lines_of(story: Story) -> list[str]:
    """The reading as lines: fields with their origins, dates with those that lost, body, quotes, what was cut."""
    read = story.read
    lines = [story.url + _from(read.origins.get("url"))]
    if read.refused:
        lines.append(f"rejected: {with_detail(read.reject, read.detail)}")
    if read.partial:
        lines.append(f"partial: the rest of the story is not public; {read.origins['partial']}")
    if read.doubt:
        lines.append(f"stored in doubt, for it was asked for by name; it may be no story: {read.doubt}")
    for name in FIELDS:
        value = getattr(read, name)
        text = ", ".join(value) if isinstance(value, list) else value
        lines.append(f"  {name:<14} {text or '-'}" + _from(read.origins.get(name)))
    lines += [f"  {f'in {language}':<14} {url}" for language, url in story.translations]
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
    return f"  {mark} {date.field:<10} {date.value or '-':<26} {date.text!r}{_from(date.origin)}{note}"


def _quote_line(number: int, quote: Quote, reading: Reading) -> str:
    row = quote_row(number, quote, reading.body)
    who = row["speaker"] or row["source"] or "?"
    role = f", {row['speaker_role']}" if row["speaker_role"] else ""
    return f"  {number:>3} {quote.kind:<9} {who}{role} ({attribution(row)}): {row['content']}"
