"""Waiting for an event: a file, a row, a request. The clock only stops what hangs; nothing waits for the dead."""

import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import wait
from multiprocessing.context import ForkProcess
from typing import Protocol

HANGS = 600  # seconds; a busy machine is slow, and one that takes this long hangs
# Settings of a crawl in which nothing takes too long because the machine is busy
PATIENT = ("-s", f"READ_SECONDS={HANGS}", "-s", f"DOWNLOAD_TIMEOUT={HANGS}", "-s", f"ROBOTS_SECONDS={HANGS}")
# In which nothing waits for politeness either, and one reader is started, not one for each core: a few pages are read
QUICK = (
    *("-s", "DOWNLOAD_DELAY=0", "-s", "AUTOTHROTTLE_ENABLED=False", "-s", "RETRY_TIMES=0", "-s", "READERS=1"),
    *PATIENT,
)


class Child(Protocol):
    """A process that a test has started: `subprocess.Popen`, `tests.scrapy_process.Started`."""

    def poll(self) -> int | None:
        """Its exit code, if it has ended."""


def wait_for(true: Callable[[], bool], what: str, child: Child | None = None) -> None:
    """Returns as soon as `true()` is; fails where that takes minutes, or once the child that was to bring it has ended.

    What the child printed is shown by pytest, which keeps what goes to the standard output and error of a test.
    """
    until = time.monotonic() + HANGS
    while not true():
        code = child.poll() if child else None
        assert code is None or true(), f"no {what}: the process ended, with exit code {code}"
        assert time.monotonic() < until, f"no {what} after {HANGS} s"
        time.sleep(0.05)


def at_once(processes: Sequence[ForkProcess]) -> list[int | None]:
    """Start all, and return their exit codes; where one fails, those that may wait for it are ended."""
    for process in processes:
        process.start()
    alive = {process.sentinel: process for process in processes}
    until = time.monotonic() + HANGS
    while alive and (ended := wait(list(alive), until - time.monotonic())):
        gone = [alive.pop(sentinel) for sentinel in ended if isinstance(sentinel, int)]
        for process in gone:
            process.join()
        if any(process.exitcode for process in gone):
            break
    for process in alive.values():
        process.kill()
        process.join()
    return [process.exitcode for process in processes]
