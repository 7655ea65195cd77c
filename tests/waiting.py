"""Waiting for an event: a file, a row, a request. The clock only stops what hangs."""

import time
from collections.abc import Callable

HANGS = 600  # seconds; a busy machine is slow, and one that takes this long hangs
# Settings of a crawl in which nothing takes too long because the machine is busy
PATIENT = ("-s", f"READ_SECONDS={HANGS}", "-s", f"DOWNLOAD_TIMEOUT={HANGS}", "-s", f"ROBOTS_SECONDS={HANGS}")
# And in which nothing waits for politeness
QUICK = ("-s", "DOWNLOAD_DELAY=0", "-s", "AUTOTHROTTLE_ENABLED=False", "-s", "RETRY_TIMES=0", *PATIENT)


def wait_for(true: Callable[[], bool], what: str) -> None:
    """Returns as soon as `true()` is; fails where that takes minutes."""
    until = time.monotonic() + HANGS
    while not true():
        assert time.monotonic() < until, f"no {what} after {HANGS} s"
        time.sleep(0.1)
