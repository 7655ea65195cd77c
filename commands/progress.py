"""What a crawl shows while it runs: a live line on a terminal, and log messages of one line each."""

import json
import logging
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TextIO

from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskID, TextColumn
from rich.text import Text
from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings

from commands.terminal import console
from extensions import RunRecord
from runs.counts import Counts
from runs.verdict import Count
from stories.text import escaped, printable

SECONDS = 0.5  # between two looks at the line
BAR = 16  # columns of the bar
TOLD = "\x1e"  # begins a line that a crawl tells its crawlall; no message begins so
Counted = dict[str, int]


class LiveLines:
    """A line an outlet on a terminal, below what is printed: pages done, stories, the time that is left.

    get_time: seconds, for a test.
    """

    def __init__(self, stream: TextIO, get_time: Callable[[], float] = time.monotonic) -> None:
        screen = console(stream)
        screen.soft_wrap = True  # a message that is longer than a line stays one, to be copied
        self.progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(BAR),
            TextColumn(
                "{task.completed:.0f} of {task.total:.0f} pages, {task.fields[stories]} stories", markup=False
            ),
            Left(),
            console=screen,
            transient=True,
            auto_refresh=False,
            redirect_stdout=sys.stdout.isatty(),
            get_time=get_time,
        )
        self.tasks: dict[str, TaskID] = {}

    def tell(self, name: str, counts: Mapping[Count, int]) -> None:
        """Show what an outlet's run has counted by now."""
        if name not in self.tasks:
            self.tasks[name] = self.progress.add_task(name, total=0, stories=0)
        self.progress.update(self.tasks[name], **seen(counts), refresh=True)  # type: ignore[arg-type]

    def forget(self, name: str) -> None:
        """Take an outlet's line away."""
        if name in self.tasks:
            self.progress.remove_task(self.tasks.pop(name))
            self.progress.refresh()


class Left(ProgressColumn):
    """The time that is left, by the speed of the last half minute."""

    def render(self, task: Task) -> Text:
        """`2:05 left`; nothing where the speed is not known yet."""
        if not task.total or task.time_remaining is None:
            return Text()
        minutes, seconds = divmod(int(task.time_remaining), 60)
        return Text(f"{minutes}:{seconds:02} left")


def seen(counts: Mapping[Count, int]) -> Counted:
    """What a line shows of a run's counts: pages asked for, those done with, stories saved."""
    asked = counts.get("fetched", 0)
    done = min(asked, counts.get("read", 0) + counts.get("rejected", 0))
    return {"total": asked, "completed": done, "stories": counts.get("new", 0) + counts.get("updated", 0)}


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
    if not live(crawler.settings):
        yield
        return
    name, lines = crawler.spidercls.name, LiveLines(sys.stderr)
    crawler.watch = Watch(crawler, lambda counts: lines.tell(name, counts))  # type: ignore[attr-defined]
    with lines.progress:
        yield


def live(settings: BaseSettings) -> bool:
    """Whether a live line is wanted and can be shown."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb" and settings.getbool("PROGRESS")


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
