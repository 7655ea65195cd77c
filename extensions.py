"""What goes on around a crawl: the run's record and its verdict, its lock, and what is shown while it runs."""

import asyncio
import json
import os
import sqlite3
from functools import cache
from pathlib import Path
from typing import Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    DropItem,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response
from scrapy.settings import BaseSettings
from scrapy.spiderloader import SpiderLoaderProtocol, get_spider_loader
from twisted.internet.error import ConnectionDone, ConnectionLost
from twisted.python.failure import Failure

from runs.counts import Counts
from runs.lock import BEAT_SECONDS
from runs.run import Run
from runs.verdict import Judgement, judge, past_of
from store.database import Store, broken
from store.sample import check_name, is_sample, keep_apart
from stories.outlet import Outlet

CUT_SHORT = "page cut short"  # in transfer: half of a page is no page, and no version
UNREACHED = {
    CannotResolveHostError: "host not found",
    DownloadConnectionRefusedError: "connection refused",
    DownloadTimeoutError: "timed out",
    ResponseDataLossError: CUT_SHORT,
}
SECURITY = ("OpenSSL", "service_identity")  # packages whose errors mean that a connection is not secure
NO_HTTP = ("ParseError", "BadResponseVersion")  # what Twisted calls an answer without a status line
CANCELLED = {"shutdown": "cancelled"}


def loader_of(settings: BaseSettings) -> SpiderLoaderProtocol:
    """What knows the spiders of these settings, made once: Scrapy copies all settings each time that it makes one."""
    return _loader(settings["SPIDER_LOADER_CLASS"], *settings.getlist("SPIDER_MODULES"))


@cache
def _loader(kind: str, *rooms: str) -> SpiderLoaderProtocol:
    return get_spider_loader(BaseSettings({"SPIDER_LOADER_CLASS": kind, "SPIDER_MODULES": rooms}))


def outlets(settings: BaseSettings) -> dict[str, Outlet]:
    """The outlets that this project's spiders describe, by the spider's name."""
    loader = loader_of(settings)
    described = {name: getattr(loader.load(name), "outlet", Outlet()) for name in sorted(loader.list())}
    return {name: outlet for name, outlet in described.items() if outlet.domains}


def run_by_default(settings: BaseSettings) -> list[str]:
    """The outlets that crawlall runs where none is named: those of OUTLETS, else all that are not run by name alone."""
    loader = loader_of(settings)
    named = settings.getlist("OUTLETS")
    return named or [
        name for name in outlets(settings) if not getattr(loader.load(name), "named_only", False)
    ]


def broken_spiders(settings: BaseSettings) -> dict[str, str]:
    """The spiders whose file cannot be imported, by the file's name, and why."""
    return dict(getattr(loader_of(settings), "broken", {}))


def open_store(settings: BaseSettings, spider: Spider | None = None) -> Store:
    """The database for a run, of this spider or of any outlet's.

    Raises StoreError where it cannot be used, or where the invented sample and other holdings would meet.
    """
    path = Path(settings["CUTTINGS_DB"]).absolute()
    replayed = [settings["REPLAY"]] if settings["REPLAY"] else []
    archives = getattr(spider, "named", replayed)
    if getattr(spider, "stored", "") and not archives:
        return Store(path)  # what is held already is read anew
    invented = is_sample(archives)
    check_name(path, invented)
    store = Store(path)
    keep_apart(store, invented)
    return store


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


class PageCutError(ResponseDataLossError):
    """A page ended before its end, so that it is asked for again: how, in a few words."""

    def __init__(self, detail: str) -> None:
        super().__init__(f"{CUT_SHORT}: {detail}")
        self.detail = detail


class SkippedError(Exception):
    """Another run is at work on the outlet; the message is the run's line."""


def reason_of(error: BaseException) -> str:
    """Why a download failed, in a few words, the same for the same cause."""
    if isinstance(error, NotFetched):
        return error.reason
    if isinstance(error, IgnoreRequest):
        return "too many redirects" if "redirections" in str(error) else "not fetched"
    if isinstance(error, ValueError):  # what a redirect names
        return "no web address"
    inner = _within(error)
    if type(inner).__module__.partition(".")[0] in SECURITY:
        return "no secure connection"
    return next((words for kind, words in UNREACHED.items() if isinstance(error, kind)), "download failed")


def detail_of(error: BaseException) -> str:
    """What happened to a download, in one sentence."""
    if detail := getattr(error, "detail", ""):
        return str(detail)
    inner = _within(error)
    if isinstance(error, IgnoreRequest):
        return str(error)
    if isinstance(inner, ConnectionDone | ConnectionLost):
        return "the connection was closed before the answer was whole"
    if type(inner).__name__ == "VerificationError":
        return "its certificate is for another name"
    if type(inner).__name__ in NO_HTTP:
        return f"what came is no answer in HTTP: {inner.args[-1][:60].decode('latin-1')!r}"
    if said := getattr(inner, "args", ()):
        told = said[0]
        while isinstance(told, list | tuple) and told:  # of OpenSSL: library, function, reason
            told = told[-1]
        return f"{type(inner).__name__}: {told}"[:300]
    return f"{type(inner).__name__}: {inner}"


def _within(error: BaseException) -> BaseException:
    """The error that a failed download was caused by."""
    reasons = getattr(error.__cause__, "reasons", None) or getattr(error, "reasons", None)
    return reasons[0].value if reasons else error


class RunRecord(Run):
    """The run, told of by Scrapy's signals: whatever drops an item, or raises in a stage or a callback, comes here."""

    def __init__(self, store: Store, crawler: Crawler) -> None:
        settings = crawler.settings
        refetch, retry = (
            [float(hours) for hours in settings.getlist(name)]
            for name in ("REFETCH_AFTER_HOURS", "RETRY_AFTER_HOURS")
        )
        outlet = getattr(crawler.spidercls, "outlet", Outlet())
        name = outlet.name if outlet.domains else ""
        assert crawler.stats is not None  # noqa: S101 -- Scrapy makes it before any extension
        counts = Counts(crawler.stats)
        super().__init__(store, crawler.spidercls.name, name, refetch, retry, settings["LOCK_FROM"], counts)
        self.alert_command = settings["ALERT_COMMAND"]
        self.crawler = crawler
        self.beating: asyncio.Task[None] | None = None
        self.ending: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Opens the database and takes the outlet's lock; a one-off spider's run stands beside others.

        Raises StoreError where the database cannot be used, SkippedError where another run holds the lock.
        """
        self = cls(open_store(crawler.settings, crawler.spider), crawler)
        if self.outlet and (holder := self.lock.take(self.id)):
            self.finish(Judgement("skipped", "", f"{holder} holds the lock"), "skipped")
            raise SkippedError(self.line())
        for name in ("spider_opened", "spider_error", "spider_closed"):
            crawler.signals.connect(getattr(self, name), signal=getattr(signals, name))
        return self

    @classmethod
    def of(cls, crawler: Crawler) -> Self:
        """The record of a crawler's run, for `from_crawler` to take from it what a component needs."""
        record = crawler.get_extension(cls)
        assert record is not None  # noqa: S101 -- settings.py names it
        return record

    def end(self, why: str) -> None:
        """Ends the crawl too."""
        if not self.findings.fatal:
            self.ending = asyncio.ensure_future(self.crawler.engine.close_spider_async(reason="broken"))
        super().end(why)

    def spider_opened(self, spider: Spider) -> None:
        """Signal handler."""
        arguments = json.dumps(getattr(spider, "arguments", {}), ensure_ascii=False)
        with self.outcomes.writing():
            self.store.change("runs", self.id, {"arguments": arguments})
        self.beating = asyncio.ensure_future(self._beat())

    async def _beat(self) -> None:
        parent = int(self.lock.heir_of.rsplit(" ", 2)[1]) if self.lock.heir_of else os.getppid()
        while await asyncio.sleep(BEAT_SECONDS, True):
            if self.lock.heir_of and os.getppid() != parent:
                self.finish(
                    Judgement("failed", "program", "crawlall, which started it, was killed"), "killed"
                )
                os._exit(1)  # at once, as if killed too: the next run goes on
            self.look()
            with self.outcomes.writing():
                if not self.lock.beat() and self.outlet:
                    self.end("another run has the lock now, since this one gave no sign of life for long")

    def spider_error(self, failure: Failure, response: Response | None) -> None:
        """Signal handler: a callback raised."""
        if broken(failure.value):
            self.end(self.store.unusable(failure.value))
            return
        url = response.url if response is not None else "the spider's start"
        reason = f"error: {type(failure.value).__name__}"
        self.outcomes.trouble(url, reason, failure.getTraceback())
        with self.outcomes.writing():
            self.ledger.stopped(url, "failed", reason)

    def spider_closed(self, spider: Spider, reason: str) -> None:
        """Signal handler: the verdict, written, and told to whom it concerns."""
        if self.beating:
            self.beating.cancel()
        self.findings.reason = CANCELLED.get(reason, reason)
        if why := self.store.replaced():
            self.findings.fatal = self.findings.fatal or why
        arguments, promises = getattr(spider, "arguments", {}), getattr(spider, "promises", 1)
        self.findings.promises = min(promises, 1) if arguments else promises
        try:
            past = [] if arguments else past_of(self.store, self.spider, self.id, self.findings.started)
        except sqlite3.Error as error:
            past, self.findings.fatal = [], self.findings.fatal or self.store.unusable(error)
        self.finish(judge(self.findings, past), self.findings.reason)
