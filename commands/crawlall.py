"""python -m scrapy crawlall [NAMES]: every outlet, each in a process of its own; one line each, and a total."""

import argparse
import re
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext, suppress
from datetime import UTC, datetime
from sqlite3 import Error
from types import FrameType
from typing import TYPE_CHECKING

from scrapy.commands import BaseRunSpiderCommand
from scrapy.exceptions import UsageError

from commands.feeds import Feeds, begin, shared
from commands.progress import heard, live_lines
from extensions import broken_spiders, open_store, outlets, run_by_default
from runs.lock import BEAT_SECONDS, Lock, myself
from runs.verdict import EXIT_CODES, SHOWN, told
from store.database import Store
from store.tables import stamp
from store.trouble import StoreError, unusable
from stories.text import printable
from terminal import timed

if TYPE_CHECKING:
    from terminal.live_lines import LiveLines

COUNT = re.compile(r"\b(" + "|".join(SHOWN) + r")=(\d+)")
WORST_FIRST = (2, 1, 3, 75)  # wrong usage, failed, degraded, skipped


class Command(BaseRunSpiderCommand):
    """For cron: the outlets named, or all; options (-a, -s, -L, --logfile) are handed on to each."""

    requires_project = True
    requires_crawler_process = False
    reads_pages = True  # by the processes that it starts
    default_settings = {"LOG_ENABLED": False}  # noqa: RUF012 -- as Scrapy declares it

    def syntax(self) -> str:
        return "[options] [NAMES]"

    def short_desc(self) -> str:
        return "Run the outlets of OUTLETS, or those named, a few at a time"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        known = outlets(self.settings)
        unread = broken_spiders(self.settings)
        names = list(dict.fromkeys(args or run_by_default(self.settings)))
        if unknown := set(names) - set(known) - set(unread):
            raise UsageError(
                f"no outlet {sorted(unknown)[0]!r}; there are {', '.join(known)}", print_help=False
            )
        options = [word for pair in opts.set for word in ("-s", pair)]
        options += [word for name, value in opts.spargs.items() for word in ("-a", f"{name}={value}")]
        options += ["-L", opts.loglevel] if opts.loglevel else []
        options += ["--logfile", opts.logfile] if opts.logfile else []
        feeds = shared(self.settings)
        try:
            results = [
                (1, say(f"{name}: failed: {why}")) for name, why in unread.items() if name in (args or unread)
            ]
            results += self.crawl_all([name for name in names if name not in unread], options, feeds)
        except (StoreError, Error) as error:
            said = unusable(self.settings["CUTTINGS_DB"], error) if isinstance(error, Error) else error
            print(timed(f"crawlall: {said}"), file=sys.stderr)
            self.exitcode = 2
            return
        self.exitcode = worst([code for code, _ in results])
        for line in total([line for _, line in results]):
            say(line)

    def crawl_all(self, names: list[str], options: list[str], feeds: Feeds) -> list[tuple[int, str]]:
        """Run those outlets whose locks are free; returns the exit code and the last line of each.

        All locks are taken before the first outlet starts, and handed on to it: of several crawlalls one does the work.
        """
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        store = open_store(self.settings)
        locks = {name: Lock(store, name) for name in names}
        held = take_all(store, locks)
        results = [skip(store, name, holder) for name, holder in held.items()]
        free = {name: lock for name, lock in locks.items() if name not in held}
        lines = live_lines(self.settings)
        children = Children(lines)
        children.listen()
        with (
            beating(free),
            lines.progress if lines else nullcontext(),
            ThreadPoolExecutor(self.settings.getint("OUTLETS_AT_ONCE")) as pool,
        ):
            handed = [*options, *begin(feeds), "-s", f"LOCK_FROM={myself()}"]
            results += pool.map(lambda name: children.crawl(name, handed), free)
        for lock in free.values():  # of an outlet that could not even start
            lock.release()
        store.close()
        return results


def take_all(store: Store, locks: dict[str, Lock]) -> dict[str, str]:
    """Take every lock that is free, all at one moment; returns those that are held, with their holders."""
    with store.transaction():
        taken = {name: lock.take() for name, lock in locks.items()}
    return {name: holder for name, holder in taken.items() if holder}


def skip(store: Store, name: str, holder: str) -> tuple[int, str]:
    """Record that an outlet was left to the one at work on it."""
    note = f"{holder} holds the lock"
    line = f"{name}: skipped {told(Counter())} ({note})"
    now = stamp(datetime.now(UTC))
    row = {
        "spider": name,
        "started": now,
        "finished": now,
        "reason": "skipped",
        "verdict": "skipped",
        "note": note,
    }
    store.add("runs", row)
    return EXIT_CODES["skipped"], say(line)


@contextmanager
def beating(locks: dict[str, Lock]) -> Iterator[None]:
    """Give signs of life for the outlets that wait for their turn."""
    done = threading.Event()
    if not locks:
        yield
        return
    path = next(iter(locks.values())).store.path

    def beat() -> None:
        store = Store(path)  # a connection belongs to its thread
        mine = [Lock(store, name) for name in locks]
        while not done.wait(BEAT_SECONDS):
            for lock in mine:
                with suppress(Error):
                    lock.beat()
        store.close()

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


class Children:
    """The outlets' processes; a signal that ends this one is handed on to them, once, and no further one is started.

    quiet: the last line of each is left to the caller.
    """

    def __init__(self, lines: "LiveLines | None" = None, quiet: bool = False) -> None:
        self.lines = lines
        self.quiet = quiet
        self.running: set[subprocess.Popen[str]] = set()
        self.stopped = 0
        self.starting = (
            threading.RLock()
        )  # a child that is being started hears of a signal too; once, like the others

    def listen(self) -> None:
        """Handle Ctrl-C and `kill`."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self.stop)

    def stop(self, number: int, _: FrameType | None) -> None:
        """Signal handler."""
        with self.starting:
            self.stopped = number
            for child in list(self.running):
                child.send_signal(number)

    def crawl(self, name: str, options: list[str]) -> tuple[int, str]:
        """Run one outlet in its own process and print its last line; returns the exit code and that line."""
        told = ["-s", "PROGRESS_LINES=1"] if self.lines else []
        command = [sys.executable, "-m", "scrapy", "crawl", name, *options, *told]
        with self.starting:
            if self.stopped:
                return 1, say(f"{name}: failed: stopped before it began")
            # A group of its own: the terminal's Ctrl-C would reach it beside ours, and two mean "at once"
            child = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, process_group=0)  # noqa: S603
            self.running.add(child)
        *before, line = self._words_of(child, name).strip().splitlines() or [""]
        self.running.discard(child)
        ended = line.startswith(f"{name}: ")
        if self.stopped and not ended:  # while it was starting
            return 1, say(f"{name}: failed: stopped before it began")
        for words in filter(None, before if ended else [*before, line]):
            print(printable(words), file=sys.stderr)
        if not ended:
            return child.returncode, say(f"{name}: failed without a word, exit code {child.returncode}")
        if not self.quiet:
            print(line, flush=True)
        return child.returncode, line

    def _words_of(self, child: subprocess.Popen[str], name: str) -> str:
        """What a process says on standard error, until it ends; its counts go to the live line."""
        if self.lines is None:
            return child.communicate()[1]
        assert child.stderr is not None  # noqa: S101 -- it is a pipe
        words = []
        for line in child.stderr:
            counts = heard(line)
            if counts is None:
                words.append(line)
            else:
                self.lines.tell(name, counts)
        child.wait()
        self.lines.forget(name)
        return "".join(words)


def say(line: str) -> str:
    """Print a line at once, with the time."""
    print(timed(line), flush=True)
    return line


def worst(codes: list[int]) -> int:
    """The exit code of the whole: wrong usage, failed, degraded, skipped, done; in this order."""
    known = next((code for code in WORST_FIRST if code in codes), 0)
    return known if set(codes) <= {0, *WORST_FIRST} else 1


def total(lines: list[str]) -> list[str]:
    """The sums of the outlets' lines, and a word where nothing is new."""
    sums: Counter[str] = Counter()
    for line in lines:
        sums.update({name: int(number) for name, number in COUNT.findall(line.split(" (")[0])})
    text = f"total: {told(sums)}"
    known = sums["found"] and not sums["new"] + sums["updated"] + sums["rejected"] + sums["errors"]
    return [text, "Nothing new: all that was found is held already."] if known else [text]
