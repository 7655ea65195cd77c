"""Waiting for an event: a file, a row, a request. The clock only stops what hangs."""

import time
from collections.abc import Callable

HANGS = 300  # seconds; a busy machine is slow, and one that takes this long hangs


def wait_for(true: Callable[[], bool], what: str) -> None:
    """Returns as soon as `true()` is; fails where that takes minutes."""
    until = time.monotonic() + HANGS
    while not true():
        assert time.monotonic() < until, f"no {what} after {HANGS} s"
        time.sleep(0.1)
