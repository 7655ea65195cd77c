"""python -m scrapy crawl NAME: run one spider; the exit code is the run's verdict."""

import argparse
import logging
import sqlite3
import sys
from typing import Any

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError

from commands.progress import shown
from extensions import RunRecord, SkippedError, broken_spiders
from runs.verdict import EXIT_CODES
from store.trouble import StoreError, unusable
from terminal import timed


class Command(ScrapyCrawl):
    """Scrapy's own command, with the exit codes of the contract and one last line for people."""

    default_settings = {"LOG_LEVEL": "WARNING"}  # noqa: RUF012 -- as Scrapy declares it

    def syntax(self) -> str:
        return "[options] SPIDER"

    def short_desc(self) -> str:
        return "Run one spider, by name; `python -m scrapy list` prints the names"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.crawler_process is not None  # noqa: S101 -- Scrapy made it
        if len(args) != 1:
            raise UsageError("name one spider; `python -m scrapy list` prints them")
        if why := broken_spiders(self.crawler_process.settings).get(args[0]):
            tell(f"{args[0]}: failed: {why}")
            self.exitcode = 1
            return
        if args[0] not in self.crawler_process.spider_loader.list():
            known = ", ".join(self.crawler_process.spider_loader.list())
            raise UsageError(f"there is no spider {args[0]!r}; there are {known}", print_help=False)
        crawler = self._create_crawler(args[0])
        logging.getLogger("asyncio").setLevel(logging.CRITICAL)  # what the task raises is reported below
        with shown(crawler):
            task = self.crawler_process.crawl(crawler, **opts.spargs)
            self.crawler_process.start()
        self.exitcode = self.outcome(task, args[0], crawler)

    def outcome(self, task: Any, name: str, crawler: Crawler) -> int:
        """Say on standard error how the run ended; returns the exit code."""
        error = task.exception() if task.done() and not task.cancelled() else None
        if isinstance(error, SkippedError):
            tell(str(error))
            return EXIT_CODES["skipped"]
        if isinstance(error, UsageError | StoreError):
            tell(f"{name}: {error}")
            return 2
        if isinstance(error, sqlite3.Error):
            tell(f"{name}: {unusable(crawler.settings['CUTTINGS_DB'], error)}")
            return 2
        if error is not None:
            tell(f"{name}: failed: {type(error).__name__}: {error}")
            return 1
        record = RunRecord.of(crawler)
        tell(record.line())
        return EXIT_CODES[record.judgement.verdict] or (3 if unfinished_feeds(crawler) else 0)


def unfinished_feeds(crawler: Crawler) -> int:
    """How many feeds could not be finished or handed over; the run was judged before, and the log says why."""
    assert crawler.stats is not None  # noqa: S101 -- Scrapy made them
    counts = crawler.stats.get_stats()
    return sum(number for name, number in counts.items() if name.startswith("feedexport/failed_count/"))


def tell(line: str) -> None:
    """Print a line on standard error, with the time."""
    print(timed(line), file=sys.stderr)
