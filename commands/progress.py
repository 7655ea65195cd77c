"""What a crawl shows while it runs: a live line on a terminal, and log messages of one line each."""

import json
import logging
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings

from extensions import RunRecord
from runs.counts import Counts
from runs.verdict import Count
from stories.text import escaped, printable

if TYPE_CHECKING:
    from terminal.live_lines import LiveLines

SECONDS = 0.5  # between two looks at the line
TOLD = "\x1e"  # begins a line that a crawl tells its crawlall; no message begins so


class Watch:
    """Tells what a run has counted, twice a second at most, as Scrapy's signals come."""

    def __init__(self, crawler: Crawler, tell: Callable[[Mapping[Count, int]], None]) -> None:
        self.crawler = crawler
        self.tell = tell
        self.told = time.monotonic()
        for name in ("item_scraped", "response_received"):
            crawler.signals.connect(self.update, signal=getattr(signals, name))

    def update(self) -> None:
        """Signal handler."""
        now = time.monotonic()
        if now - self.told >= SECONDS:
            self.told = now
            assert self.crawler.stats is not None  # noqa: S101 -- Scrapy makes them before it crawls
            self.tell(Counts(self.crawler.stats))


class OneLine(logging.Formatter):
    """An event a line, whatever its message or its traceback holds: time, level, the run's name, logger, message."""

    def __init__(self, run: str) -> None:
        super().__init__(f"%(asctime)s %(levelname)s {run} %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S%z")

    def format(self, record: logging.LogRecord) -> str:
        parts = super().format(record).splitlines()
        return " | ".join(printable(part.strip()) for part in parts if part.strip())


class JsonLine(logging.Formatter):
    """An event a JSON object: time, level, the run's name, logger, message, and the traceback where there is one."""

    def __init__(self, run: str) -> None:
        super().__init__()
        self.run = run

    def format(self, record: logging.LogRecord) -> str:
        event = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "run": self.run,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            event["traceback"] = self.formatException(record.exc_info)
        return escaped(json.dumps(event, ensure_ascii=False))


@contextmanager
def shown(crawler: Crawler) -> Iterator[None]:
    """Show a crawl while it runs: to its crawlall, or on standard error where that is a terminal."""
    for handler in logging.root.handlers:  # a spider may warn of what it was given, before there is a run
        handler.setFormatter(OneLine(crawler.spidercls.name))
    crawler.signals.connect(_set_format, signal=signals.engine_started)
    if crawler.settings.getbool("PROGRESS_LINES"):
        crawler.watch = Watch(crawler, _tell_parent)  # type: ignore[attr-defined]
    lines = live_lines(crawler.settings)
    if lines is None:
        yield
        return
    name = crawler.spidercls.name
    crawler.watch = Watch(crawler, lambda counts: lines.tell(name, counts))  # type: ignore[attr-defined]
    with lines.progress:
        yield


def live_lines(settings: BaseSettings) -> "LiveLines | None":
    """The live lines on standard error; None where they are not wanted or cannot be shown."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb" or not settings.getbool("PROGRESS"):
        return None
    from terminal.live_lines import LiveLines  # only who looks on pays for drawing

    return LiveLines(sys.stderr)


def _tell_parent(counts: Mapping[Count, int]) -> None:
    print(f"{TOLD}{json.dumps(dict(counts))}", file=sys.stderr, flush=True)


def heard(line: str) -> dict[Count, int] | None:
    """The counts in a line that a crawl told its crawlall; None for any other line."""
    return dict(json.loads(line[len(TOLD) :])) if line.startswith(TOLD) else None


def _set_format(sender: Crawler) -> None:
    form = JsonLine if sender.settings.getbool("LOG_JSON") else OneLine
    for handler in logging.root.handlers:
        handler.setFormatter(form(RunRecord.of(sender).name))
        if type(handler) is logging.StreamHandler:
            handler.setStream(sys.stderr)  # where a live line is shown, messages come above it
