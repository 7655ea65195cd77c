"""What goes on around a crawl: the run's record and its verdict, its lock, and what is shown while it runs."""

import asyncio
import json
import logging
import os
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    DropItem,
    IgnoreRequest,
)
from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader
from twisted.python.failure import Failure

from stories.alert import alert
from stories.entry import Entry
from stories.entry_record import save_entry
from stories.hosts import Hosts
from stories.item import Story
from stories.ledger import Ledger
from stories.lock import BEAT_SECONDS, Lock
from stories.outlet import Outlet
from stories.page import Page
from stories.store import Row, Store, broken, stamp
from stories.story_record import Outcome
from stories.verdict import KEPT, SHOWN, Count, Findings, Judgement, judge, past_of

log = logging.getLogger(__name__)
UNREACHED = {
    CannotResolveHostError: "host not found",
    DownloadConnectionRefusedError: "connection refused",
    DownloadTimeoutError: "timed out",
}
CANCELLED = {"shutdown": "cancelled"}
SEEN_AGAIN = """
UPDATE stories SET last_seen = max(last_seen, ?) WHERE id = (SELECT story FROM urls WHERE url = ?)
"""


def outlets(settings: BaseSettings) -> dict[str, Outlet]:
    """The outlets that this project's spiders describe, by the spider's name."""
    loader = get_spider_loader(settings)
    described = {name: getattr(loader.load(name), "outlet", Outlet()) for name in sorted(loader.list())}
    return {name: outlet for name, outlet in described.items() if outlet.domains}


def broken_spiders(settings: BaseSettings) -> dict[str, str]:
    """The spiders whose file cannot be imported, by the file's name, and why."""
    return dict(getattr(get_spider_loader(settings), "broken", {}))


class Reject(DropItem):
    """A page that becomes no record: a few words, the same for the same cause, and the particulars."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


class OutOfRange(DropItem):
    """A story that the run was told to leave out (-a since, -a until)."""


class NotFetched(IgnoreRequest):
    """A request that was not made: a few words, the same for the same cause, and the particulars."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


class SkippedError(Exception):
    """Another run is at work on the outlet; the message is the run's line."""


def reason_of(error: BaseException) -> str:
    """Why a download failed, in a few words, the same for the same cause."""
    if isinstance(error, NotFetched):
        return error.reason
    if isinstance(error, IgnoreRequest):
        return "too many redirects" if "redirections" in str(error) else "not fetched"
    return next((words for kind, words in UNREACHED.items() if isinstance(error, kind)), "download failed")


class RunRecord:
    """The run's row in `runs`, its lock, its one connection to the database, and the place where nothing gets lost:
    whatever drops an item, or raises in a stage or a callback, becomes a row in `rejects` here.
    """

    def __init__(self, store: Store, crawler: Crawler) -> None:
        settings = crawler.settings
        self.store = store
        self.crawler = crawler
        self.spider = crawler.spidercls.name
        self.findings = Findings(started=stamp(datetime.now(UTC)))
        self.judgement = Judgement("failed", "program", "ended before it could be judged")
        self.counts: Counter[Count] = self.findings.counts
        self.replayed: datetime | None = None
        self.waiting: Counter[str] = (
            Counter()
        )  # entries whose source is not yet read, by the address of their page
        self.id = store.add("runs", {"spider": self.spider, "started": self.findings.started})
        self.name = f"{self.spider}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{self.id}"
        self.hosts = Hosts(store)
        refetch, retry = (
            [float(hours) for hours in settings.getlist(name)]
            for name in ("REFETCH_AFTER_HOURS", "RETRY_AFTER_HOURS")
        )
        self.ledger = Ledger(store, refetch, retry, self.now)
        self.lock = Lock(store, self.spider, settings["LOCK_FROM"])
        self.beating: asyncio.Task[None] | None = None
        self.ending: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Opens the database and takes the outlet's lock; a one-off spider needs none.

        Raises StoreError where the database cannot be used, SkippedError where another run holds the lock.
        """
        self = cls(Store(crawler.settings["CUTTINGS_DB"]), crawler)
        if getattr(crawler.spidercls, "outlet", Outlet()).domains and (holder := self.lock.take(self.id)):
            self.judgement = Judgement("skipped", "", f"{holder} holds the lock")
            self._finish("skipped")
            raise SkippedError(self.line())
        for handler in (
            self.spider_opened,
            self.item_dropped,
            self.item_error,
            self.spider_error,
            self.spider_closed,
        ):
            crawler.signals.connect(handler, signal=getattr(signals, handler.__name__))
        return self

    @classmethod
    def of(cls, crawler: Crawler) -> Self:
        """The record of a crawler's run."""
        record = crawler.get_extension(cls)
        assert record is not None  # noqa: S101 -- settings.py names it
        return record

    @property
    def refused(self) -> list[str]:
        """The pages that became no record, a line each."""
        return [f"{url}: {reason}" for url, reason in self.findings.refused]

    def now(self) -> datetime:
        """The time that the ledger goes by: in a replay, the archive's."""
        return self.replayed or datetime.now(UTC)

    def count(self, what: Count) -> None:
        """One more."""
        self.counts[what] += 1

    def end(self, why: str) -> None:
        """Nothing can be kept any more (the disk is full, the database broken): the run is ended, and says why."""
        if not self.findings.fatal:
            self.findings.fatal = why
            self.ending = asyncio.ensure_future(self.crawler.engine.close_spider_async(reason="broken"))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction for what must not raise; a database that cannot be written ends the run."""
        try:
            with self.store.transaction():
                yield
        except sqlite3.Error as error:
            self.end(self.store.unusable(error))

    def trouble(self, url: str, reason: str, detail: str = "") -> None:
        """Something other than a page went wrong (a feed, a sitemap, a listing): the run is no longer `ok`."""
        self.count("errors")
        self.findings.troubles.append((url, reason))
        with self.writing():
            self.store.reject(url, "spider", reason, detail, self.id)
        log.info("%s: %s %s", url, reason, detail)

    def reject(self, url: str, stage: str, reason: str, detail: str = "", page: Page | None = None) -> None:
        """A page became no record; the ledger knows it by the address asked for."""
        self.count("rejected")
        self.findings.refused.append((url, f"{reason} {detail}".strip()))
        asked = (page.asked or page.url) if page else url
        with self.writing():
            self.store.reject(url, stage, reason, detail, self.id, page)
            self.ledger.stopped(asked, "failed" if stage == "fetch" else "rejected", reason)
        log.info("rejected %s: %s %s", url, reason, detail)

    def listed(self, row: Row, url: str = "", outlet: str = "") -> None:
        """A list named so many stories; with its address, it is remembered, as is what makes the next visit cheap."""
        self.counts["listed"] += row.get("listed") or 0
        with self.writing():
            if url:
                self.ledger.listed(url, outlet, row["listed"], row.get("etag"), row.get("last_modified"))

    def expect(self, entry: Entry) -> None:
        """An entry waits for its source; its page is done with when the last of its entries is saved."""
        if entry.page:
            self.waiting[entry.page.asked or entry.page.url] += 1

    def seen_again(self, address: str) -> None:
        """A page had not changed since the last visit, which cost nothing."""
        self.count("unchanged")
        self.counts["fetched"] -= 1
        with self.writing():
            if url := self.ledger.seen_again(address):
                self.store.db.execute(SEEN_AGAIN, [stamp(self.now()), url])

    def saved(self, item: Story | Entry, outcome: Outcome) -> None:
        """A record was written; call it in the record's transaction."""
        page = item.page
        if page is None:
            return
        asked = page.asked or page.url
        if isinstance(item, Story):
            dated = item.chosen("published")
            published, outlet = dated.value if dated else None, item.outlet.name
        else:
            published, outlet = item.published, getattr(self.crawler.spidercls, "outlet", Outlet()).name
            self.waiting[asked] -= 1
            if self.waiting[asked] > 0:
                return
        shown = {"etag": page.etag, "last_modified": page.last_modified, "published": published}
        self.ledger.saved(asked, item.url.split("#")[0], outlet, outcome != "unchanged", shown)

    def spider_opened(self, spider: Spider) -> None:
        """Signal handler."""
        arguments = json.dumps(getattr(spider, "arguments", {}), ensure_ascii=False)
        with self.writing():
            self.store.change("runs", self.id, {"arguments": arguments})
        self.beating = asyncio.ensure_future(self._beat())

    async def _beat(self) -> None:
        parent = int(self.lock.heir_of.rsplit(" ", 2)[1]) if self.lock.heir_of else os.getppid()
        while await asyncio.sleep(BEAT_SECONDS, True):
            if self.lock.heir_of and os.getppid() != parent:
                self.judgement = Judgement(
                    "failed", "program", "crawlall, which had started this run, was killed"
                )
                self._finish("killed")
                os._exit(1)  # at once, as if killed too: the next run goes on
            with self.writing():
                if self.lock.run and not self.lock.beat():
                    self.end(
                        "another run took the outlet's lock, since this one had given no sign of life for long"
                    )

    def item_dropped(self, item: Any, exception: BaseException) -> None:
        """Signal handler: a stage refused an item."""
        if isinstance(exception, OutOfRange):
            with self.writing():
                self.ledger.left_out(item.page.asked or item.page.url)
            return
        reason = getattr(exception, "reason", str(exception))
        self._lost(item, reason, getattr(exception, "detail", ""))

    def item_error(self, item: Any, failure: Failure) -> None:
        """Signal handler: a stage raised."""
        if broken(failure.value):
            self.end(self.store.unusable(failure.value))
            return
        self.count("errors")
        self.findings.troubles.append(
            (item.page.url if item.page else "", f"error: {failure.getErrorMessage()}")
        )
        self._lost(item, f"error: {type(failure.value).__name__}", failure.getTraceback())

    def spider_error(self, failure: Failure, response: Any) -> None:
        """Signal handler: a callback raised."""
        if broken(failure.value):
            self.end(self.store.unusable(failure.value))
            return
        url = response.url if response is not None else "the spider's start"
        reason = f"error: {type(failure.value).__name__}"
        self.trouble(url, reason, failure.getTraceback())
        with self.writing():
            self.ledger.stopped(url, "failed", reason)

    def _lost(self, item: Any, reason: str, detail: str) -> None:
        page = item.page
        self.reject(page.url if page else "", "pipeline", reason, detail, page)
        entry = getattr(item, "entry", None)
        if isinstance(item, Story) and isinstance(entry, Entry):
            entry.source_state, entry.source_note = "blocked", reason
            with self.writing():
                outcome = save_entry(self.store, entry, None, self.id)
                self.saved(entry, outcome)
                self.count(outcome)

    def line(self) -> str:
        """How the run went, in one line for people."""
        counts = " ".join(f"{name}={self.counts[name]}" for name in SHOWN)
        note = self.judgement.note
        return f"{self.spider}: {self.judgement.verdict} {counts}" + (f" ({note})" if note else "")

    def spider_closed(self, spider: Spider, reason: str) -> None:
        """Signal handler: the verdict, written, and told to whom it concerns."""
        if self.beating:
            self.beating.cancel()
        self.findings.reason = CANCELLED.get(reason, reason)
        arguments = getattr(spider, "arguments", {})
        self.findings.promises = (
            getattr(spider, "promises", 1) if not arguments else bool(getattr(spider, "promises", 1))
        )
        try:
            past = [] if arguments else past_of(self.store, self.spider, self.id, self.findings.started)
        except sqlite3.Error as error:
            past, self.findings.fatal = [], self.findings.fatal or self.store.unusable(error)
        self.judgement = judge(self.findings, past)
        self._finish(self.findings.reason)

    def _finish(self, reason: str) -> None:
        said = self.judgement
        row = {name: self.counts[name] for name in KEPT} | {
            "finished": stamp(datetime.now(UTC)),
            "reason": reason,
            "verdict": said.verdict,
            "cause": said.cause or None,
            "example": said.example or None,
            "note": said.note or None,
        }
        try:
            self.store.change("runs", self.id, row)
            self.lock.release()
            alert(self.store, self.id, self.crawler.settings["ALERT_COMMAND"], self.line())
        except sqlite3.Error as error:
            log.error("the verdict could not be written: %s", error)
        self.store.close()
