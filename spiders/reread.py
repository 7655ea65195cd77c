"""The archived pages that records point at, read again with today's rules; no network."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar, Literal, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from engine.answer import page_of, why
from extensions import Reject, open_store, outlets
from spiders.archive import BATCH
from spiders.entries import STORY, unfollowed
from spiders.outlets import AnyOutlet, Yielded
from store.database import Store, must_exist
from store.entry_record import FOLLOWED, kept_entry
from store.kept_pages import KeptPage, given_dates, kept_pages
from store.location import Location, located
from store.named_record import NamedRecord, named_records
from store.tables import Row
from stories.entries import RESOURCE_CENTRE, Entry
from stories.identity.urls import canonical_url
from stories.item import Story
from stories.lists import is_feed
from stories.outlet import Outlet
from stories.page import Page
from stories.reader_version import reader_version
from stories.recognition import is_centres, recognise

HELD = "SELECT DISTINCT outlet FROM stories ORDER BY outlet"
# Pages of stories that show what a wall lets through though a fuller text is held
FULLER = """
SELECT DISTINCT versions.page FROM stories JOIN versions ON versions.story = stories.id WHERE stories.partial = 1
AND NOT EXISTS (SELECT 1 FROM versions AS own WHERE own.story = stories.id AND own.digest = stories.digest)
"""
BEFORE = """
SELECT id, reason FROM runs WHERE spider = :spider AND id < :run AND arguments =
(SELECT arguments FROM runs WHERE id = :run) ORDER BY id DESC LIMIT 1
"""


class RereadSpider(AnyOutlet):
    """-a stored=WHAT: `all`, or names of outlets and addresses of records, with spaces between."""

    name = "reread"
    takes: ClassVar[tuple[str, ...]] = ("stored", *AnyOutlet.takes)
    named: ClassVar[tuple[Location, ...]] = ()  # files that are new to the database

    def __init__(self, **arguments: str) -> None:
        super().__init__(**arguments)
        self.stored = arguments.get("stored", "")
        self.fuller: set[int] = set()  # the pages that were read twice
        if not self.stored:
            raise UsageError("reread was not told what: use -a stored=all, or the names of outlets")

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Raises StoreError where there is no database, UsageError where it holds nothing of what is asked for."""
        # No address is asked for, so that the ledger has nothing to learn
        crawler.settings.set("REFETCH_AFTER_HOURS", [], priority="cmdline")
        self = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(self.idle, signal=signals.spider_idle)
        must_exist(Path(crawler.settings["CUTTINGS_DB"]).absolute())
        store = open_store(crawler.settings, self)
        try:
            self.asked_for(store, outlets(crawler.settings))
        finally:
            store.close()
        return self

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        super().update_settings(settings)
        for name, value in {"REPLAY": "-", "ROBOTSTXT_OBEY": False}.items():
            settings.set(name, value, priority="cmdline")

    def asked_for(self, store: Store, known: dict[str, Outlet]) -> tuple[set[str], set[NamedRecord]]:
        """The outlets and the records that `stored` names. Raises UsageError for what is neither."""
        held = [row["outlet"] for row in store.rows(HELD)]
        names, records = set(), set()
        for word in self.stored.split():
            if word in ("all", *held, *known):
                names.add(word)
            elif "/" in word:
                try:
                    records.update(named_records(store, word, known))
                except ValueError as error:
                    raise UsageError(str(error), print_help=False) from error
            else:
                said = (
                    f"there is no outlet {word!r}; the database holds stories of {', '.join(held) or 'none'}"
                )
                raise UsageError(said, print_help=False)
        return names, records

    async def start(self) -> AsyncIterator[Yielded]:
        for number, kept in enumerate(self.pages(), 1):
            yield self.request_of(kept)
            if number % BATCH == 0:
                await self.crawler.signals.wait_for(signals.scheduler_empty)

    def pages(self) -> Iterator[KeptPage]:
        """The pages to read, but those that a run which was killed has read already."""
        store = self.outcomes.store
        names, records = self.asked_for(store, self.by_name)
        done = self.done_before()
        self.promises = 0 if done else 1  # it may have been killed when all was read
        for kept in kept_pages(store, RESOURCE_CENTRE.name):
            wanted = [row for row in kept.records if self.is_wanted(row, names, records)]
            if not wanted or self.left == 0:
                continue
            if done and all(row["reader"] == self.reader_of(row) for row in kept.records):
                continue
            self.left = None if self.left is None else self.left - 1
            yield kept

    def idle(self, spider: Spider) -> None:
        """Signal handler: all is read. A page that only now turns out to stand behind a wall was held for whole when the
        page of a fuller text was read; that one is read again, once.
        """
        store = self.outcomes.store
        pages = {row["page"] for row in store.rows(FULLER)} - self.fuller
        if not pages or self.left == 0:
            return
        names, records = self.asked_for(store, self.by_name)
        for kept in kept_pages(store, RESOURCE_CENTRE.name):
            wanted = any(self.is_wanted(row, names, records) for row in kept.records)
            if kept.row["id"] in pages and wanted:
                self.fuller.add(kept.row["id"])
                self.crawler.engine.crawl(self.request_of(kept))

    def is_wanted(self, row: Row, names: set[str], records: set[NamedRecord]) -> bool:
        """Whether a record was asked for; its date is the one it has by now."""
        named = "all" in names or row["outlet"] in names
        table: Literal["stories", "entries"] = "entries" if row["record"] == "entries" else "stories"
        named = named or NamedRecord(table, row["record_id"], row["record_url"]) in records
        return named and super().wants(row["published"])

    def wants(self, published: str | None) -> bool:
        """Whatever date a page shows now, its record is written: by the date of before it was chosen."""
        return True

    def done_before(self) -> bool:
        """Whether the last run that was asked for the same did not come to its end: then this one goes on with it."""
        row = self.outcomes.store.row(BEFORE, spider=self.name, run=self.outcomes.run)
        return bool(row) and row["reason"] != "finished"  # type: ignore[index]

    @cached_property
    def by_name(self) -> dict[str, Outlet]:
        """The outlets of this project's spiders, by name."""
        return outlets(self.crawler.settings)

    def reader_of(self, row: Row) -> str:
        """The version of the reader that would read a record now."""
        return reader_version(self.outlet_of(row["record_url"]) if row["story"] else RESOURCE_CENTRE)

    def request_of(self, kept: KeptPage) -> Request:
        """The request that the archive answers."""
        self.outcomes.count("found")
        self.outcomes.count("fetched")
        path = located(kept.row["archive"], self.outcomes.store.path.parent)
        return Request(
            kept.row["url"],
            self.parse_kept,
            errback=self.lost_page,
            dont_filter=True,
            meta={
                "answer_with": (str(path), kept.row["offset"]),
                "dont_redirect": True,
                "handle_httpstatus_all": True,
            },
            cb_kwargs={"kept": kept},
        )

    def lost_page(self, failure: Failure) -> None:
        """The archive does not hold the page that a record points at."""
        reason, detail, _ = why(failure)
        self.outcomes.trouble(failure.request.url, "archive cannot be read", f"{reason}: {detail}")  # type: ignore[attr-defined]

    async def parse_kept(self, response: Response, kept: KeptPage) -> AsyncIterator[Yielded]:
        """The records of a page, as today's rules read it."""
        row = kept.row
        page = replace(
            page_of(response),
            url=row["url"],
            fetched=datetime.fromisoformat(row["fetched"]),
            status=row["status"],
            asked=None,
        )
        if page.sha256 != row["sha256"]:
            what = f"{page.archive} at byte {page.offset} has sha256 {page.sha256}, not {row['sha256']}"
            self.outcomes.trouble(row["url"], "archive holds another page", what)
            return
        try:
            found = await self.workers.run(recognise, page) if is_centres(page.url) else STORY
        except Reject as error:
            self.outcomes.reject(page.url, "spider", error.reason, error.detail, page)
            return
        for _ in found.entries[1:]:
            self.outcomes.count("found")
        for entry in found.entries:
            yield self.as_followed(entry)
        if found.kind == "story":
            for number, (key, url) in enumerate(kept.stories or [(None, "")]):
                if number:
                    self.outcomes.count("found")
                yield self.story_of(page, key, url, kept.given)
        elif not found.entries:
            self.outcomes.reject(page.url, "spider", "no entry on the page", "", page)

    def story_of(self, page: Page, key: int | None, url: str, given: bool) -> Story:
        """The story with this id and address, from its page, or from its item of a feed."""
        dates = given_dates(self.outcomes.store, key)
        page = replace(page, item=url) if is_feed(page.payload) else page
        own = [(url, "same text")] if url else []
        outlet = self.outlet_of(url or page.url)
        return Story(page, outlet, addresses=own, candidates=dates, reread=True, given=given)  # type: ignore[arg-type]

    def as_followed(self, entry: Entry) -> Entry:
        """An entry, with what following its link came to, while it names the same source."""
        try:
            source = (
                canonical_url(entry.source_url, self.outlet_of(entry.source_url)) if entry.source_url else ""
            )
        except ValueError:
            source = ""
        entry.source_address = source
        kept = kept_entry(self.outcomes.store, entry)
        if kept and (kept["source_url"] or "") == entry.source_url:
            for name in FOLLOWED:
                setattr(entry, name, kept[name] if name == "archived" else kept[name] or "")
        else:
            entry.source_note = unfollowed(entry)
        return entry
