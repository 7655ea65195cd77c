"""What goes on around a crawl: the run's record and its verdict."""

import asyncio
import json
import logging
from collections import Counter
from datetime import UTC, datetime
from typing import Any, Literal, Self

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

from stories.entry import Entry
from stories.entry_record import save_entry
from stories.hosts import Hosts
from stories.item import Story
from stories.outlet import Outlet
from stories.page import Page
from stories.store import Store, stamp

log = logging.getLogger(__name__)
Count = Literal["found", "new", "updated", "unchanged", "rejected", "errors"]
Verdict = Literal["ok", "degraded", "failed", "skipped"]
COUNTS: tuple[Count, ...] = ("found", "new", "updated", "unchanged", "rejected", "errors")
EXIT_CODES: dict[Verdict, int] = {"ok": 0, "failed": 1, "degraded": 3, "skipped": 75}
UNREACHED = {
    CannotResolveHostError: "host not found",
    DownloadConnectionRefusedError: "connection refused",
    DownloadTimeoutError: "timed out",
}
REFUSED_KEPT = 20  # rejects remembered for the one who waits; all are in the database
REJECTED_BOUND = 0.5  # share of the pages found; beyond it a run is degraded


def outlets(settings: BaseSettings) -> dict[str, Outlet]:
    """The outlets that this project's spiders describe, by the spider's name."""
    loader = get_spider_loader(settings)
    described = {name: getattr(loader.load(name), "outlet", Outlet()) for name in sorted(loader.list())}
    return {name: outlet for name, outlet in described.items() if outlet.domains}


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


def reason_of(error: BaseException) -> str:
    """Why a download failed, in a few words, the same for the same cause."""
    if isinstance(error, NotFetched):
        return error.reason
    if isinstance(error, IgnoreRequest):
        return "too many redirects" if "redirections" in str(error) else "not fetched"
    return next((words for kind, words in UNREACHED.items() if isinstance(error, kind)), "download failed")


class Fresh(NotFetched):
    """A story that was seen so lately that it is not fetched again."""


class RunRecord:
    """The run's row in `runs`, its one connection to the database, and the place where nothing gets lost:
    whatever drops an item, or raises in a stage or a callback, becomes a row in `rejects` here.
    """

    def __init__(self, store: Store, crawler: Crawler) -> None:
        self.store = store
        self.crawler = crawler
        self.spider = spider = crawler.spidercls.name
        self.counts: Counter[Count] = Counter()
        self.troubles: list[str] = []
        self.refused: list[str] = []
        self.verdict: Verdict = "failed"
        self.note = ""
        self.fatal = ""
        started = datetime.now(UTC)
        self.id = store.add("runs", {"spider": spider, "started": stamp(started)})
        self.hosts = Hosts(store)
        self.name = f"{spider}-{started:%Y%m%dT%H%M%SZ}-{self.id}"

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Opens the database. Raises StoreError where it cannot be used."""
        self = cls(Store(crawler.settings["CUTTINGS_DB"]), crawler)
        for handler in (self.spider_opened, self.item_dropped, self.item_error, self.spider_error):
            crawler.signals.connect(handler, signal=getattr(signals, handler.__name__))
        crawler.signals.connect(self.spider_closed, signal=signals.spider_closed)
        return self

    @classmethod
    def of(cls, crawler: Crawler) -> Self:
        """The record of a crawler's run."""
        record = crawler.get_extension(cls)
        assert record is not None  # noqa: S101 -- settings.py names it
        return record

    def count(self, what: Count) -> None:
        """One more."""
        self.counts[what] += 1

    def end(self, why: str) -> None:
        """Nothing can be kept any more (the disk is full, the database broken): the run is ended, and says why."""
        if not self.fatal:
            self.fatal = why
            log.error(why)
            self.ending = asyncio.ensure_future(self.crawler.engine.close_spider_async(reason="broken"))

    def trouble(self, url: str, reason: str, detail: str = "") -> None:
        """Something other than a page went wrong (a feed, a sitemap, a listing): the run is no longer `ok`."""
        self.count("errors")
        self.troubles.append(f"{url}: {reason}")
        self.store.reject(url, "spider", reason, detail, self.id)
        log.info("%s: %s %s", url, reason, detail)

    def reject(self, url: str, stage: str, reason: str, detail: str = "", page: Page | None = None) -> None:
        """A page became no record."""
        self.count("rejected")
        if len(self.refused) < REFUSED_KEPT:
            self.refused.append(f"{url}: {reason} {detail}".rstrip())
        self.store.reject(url, stage, reason, detail, self.id, page)
        log.info("rejected %s: %s %s", url, reason, detail)

    def seen_since(self, url: str, time: datetime) -> bool:
        """Whether the story at a canonical address was seen since then."""
        sql = (
            "SELECT 1 FROM stories JOIN urls ON urls.story = stories.id WHERE urls.url = ? AND last_seen >= ?"
        )
        return self.store.row(sql, url, stamp(time)) is not None

    def spider_opened(self, spider: Spider) -> None:
        """Signal handler."""
        arguments = json.dumps(getattr(spider, "arguments", {}), ensure_ascii=False)
        self.store.change("runs", self.id, {"arguments": arguments})

    def item_dropped(self, item: Any, exception: BaseException) -> None:
        """Signal handler: a stage refused an item."""
        if isinstance(exception, OutOfRange):
            return
        reason = getattr(exception, "reason", str(exception))
        self._lost(item, reason, getattr(exception, "detail", ""))

    def item_error(self, item: Any, failure: Failure) -> None:
        """Signal handler: a stage raised."""
        self.count("errors")
        self.troubles.append(f"{item!r}: {failure.getErrorMessage()}")
        self._lost(item, f"error: {type(failure.value).__name__}", failure.getTraceback())

    def spider_error(self, failure: Failure, response: Any) -> None:
        """Signal handler: a callback raised."""
        url = response.url if response is not None else "the spider's start"
        self.trouble(url, f"error: {type(failure.value).__name__}", failure.getTraceback())

    def _lost(self, item: Any, reason: str, detail: str) -> None:
        page = item.page
        self.reject(page.url if page else "", "pipeline", reason, detail, page)
        entry = getattr(item, "entry", None)
        if isinstance(item, Story) and isinstance(entry, Entry):
            entry.source_state, entry.source_note = "blocked", reason
            with self.store.transaction():
                self.count(save_entry(self.store, entry, None, self.id))

    def line(self) -> str:
        """How the run went, in one line for people."""
        counts = " ".join(f"{name}={self.counts[name]}" for name in COUNTS)
        return f"{self.spider}: {self.verdict} {counts}" + (f" ({self.note})" if self.note else "")

    def spider_closed(self, spider: Spider, reason: str) -> None:
        """Signal handler: the verdict, written."""
        reason = {"shutdown": "cancelled"}.get(reason, reason)
        self.verdict, self.note = judge(
            self.counts, reason, getattr(spider, "promises", True), self.troubles, self.refused
        )
        self.store.change(
            "runs",
            self.id,
            {name: self.counts[name] for name in COUNTS}
            | {
                "finished": stamp(datetime.now(UTC)),
                "reason": reason,
                "verdict": self.verdict,
                "note": self.note or None,
            },
        )
        self.store.close()


def judge(
    counts: Counter[Count], reason: str, promises: bool, troubles: list[str], refused: list[str]
) -> tuple[Verdict, str]:
    """The verdict on a run, and one line for people.

    promises: whether the spider should always find something. troubles, refused: what went wrong, a line each.
    """
    saved = counts["new"] + counts["updated"] + counts["unchanged"]
    example = next(iter(troubles + refused), "")
    if reason == "cancelled":
        return "failed", "cancelled; what was read is saved, and the next run goes on"
    if reason != "finished":
        return "failed", f"ended by {reason}; {example}"
    if troubles and not counts["found"] and all(trouble.endswith(": host not found") for trouble in troubles):
        return "failed", f"no network? none of {len(troubles)} addresses could be looked up; {example}"
    if promises and not counts["found"]:
        return "failed", f"nothing found; {example}" if example else "nothing found"
    if counts["found"] and not saved and counts["rejected"]:
        return "failed", f"none of {counts['found']} pages became a record; {example}"
    if troubles:
        return "degraded", f"{len(troubles)} in trouble; {example}"
    if counts["rejected"] > REJECTED_BOUND * counts["found"]:
        return "degraded", f"{counts['rejected']} of {counts['found']} pages rejected; {example}"
    return "ok", ""
