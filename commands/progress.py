"""What a crawl shows while it runs: a live line on a terminal, and log messages of one line each."""

import json
import logging
import sys
import time
from datetime import UTC, datetime
from typing import Any, TextIO

from scrapy import signals
from scrapy.crawler import Crawler

from extensions import RunRecord

SECONDS = 0.5  # between two looks at the line
WIDTH = 24  # characters of the bar


class Progress:
    """A line on a terminal that is written anew twice a second: pages asked for and done, stories, rate, what is left."""

    def __init__(self, crawler: Crawler, stream: TextIO) -> None:
        self.crawler = crawler
        self.stream = stream
        self.started = self.shown = time.monotonic()
        crawler.signals.connect(self.item_scraped, signal=signals.item_scraped)
        crawler.signals.connect(self.response_received, signal=signals.response_received)
        crawler.signals.connect(self.spider_closed, signal=signals.spider_closed)

    def item_scraped(self) -> None:
        """Signal handler."""
        self.show()

    def response_received(self) -> None:
        """Signal handler."""
        self.show()

    def spider_closed(self) -> None:
        """Signal handler: the line makes room for the last one."""
        self.stream.write("\r\033[K")
        self.stream.flush()

    def show(self) -> None:
        """Write the line, unless it was written a moment ago."""
        now = time.monotonic()
        if now - self.shown >= SECONDS:
            self.shown = now
            counts = RunRecord.of(self.crawler).counts
            self.stream.write(
                "\r\033[K" + line(self.crawler.spidercls.name, dict(counts), now - self.started)
            )
            self.stream.flush()


def line(name: str, counts: dict[Any, int], seconds: float) -> str:
    """The line: `bbc ████░░ 34 of 120 pages, 30 stories, 4.2/s, 86 left`."""
    asked = counts.get("fetched", 0)
    done = min(asked, counts.get("read", 0) + counts.get("rejected", 0))
    stories = counts.get("new", 0) + counts.get("updated", 0)
    full = round(WIDTH * done / asked) if asked else 0
    bar = "█" * full + "░" * (WIDTH - full)
    rate = done / seconds if seconds else 0
    return f"{name} {bar} {done} of {asked} pages, {stories} stories, {rate:.1f}/s, {asked - done} left"


class OneLine(logging.Formatter):
    """An event a line, whatever its message or its traceback holds."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S%z")

    def format(self, record: logging.LogRecord) -> str:
        return " | ".join(part.strip() for part in super().format(record).splitlines() if part.strip())


class JsonLine(logging.Formatter):
    """An event a JSON object: time, level, logger, message, and the traceback where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        event = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            event["traceback"] = self.formatException(record.exc_info)
        return json.dumps(event, ensure_ascii=False)


def show(crawler: Crawler) -> None:
    """Set up what a crawl shows on standard error."""
    crawler.signals.connect(_set_format, signal=signals.engine_started)
    if sys.stderr.isatty() and crawler.settings.getbool("PROGRESS"):
        crawler.progress = Progress(crawler, sys.stderr)  # type: ignore[attr-defined]


def _set_format(sender: Crawler) -> None:
    formatter = JsonLine() if sender.settings.getbool("LOG_JSON") else OneLine()
    for handler in logging.root.handlers:
        handler.setFormatter(formatter)
