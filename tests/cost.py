"""What work costs, compared and never by the clock alone: a machine may be slow, or busy with other things."""

import re
import time
from collections.abc import Callable

ROUNDS = 9  # of readings that take turns; the best of each counts
WORDS = "The ferry between Velm and Tarrow stayed in port on Monday, said the office. " * 400


def seconds(work: Callable[[], object]) -> float:
    """The CPU seconds that `work` takes once."""
    began = time.process_time()
    work()
    return time.process_time() - began


def measure() -> None:
    """Some work of a known size, to hold other work against: a text read by a pattern, a few times over."""
    for _ in range(8):
        assert re.sub(r"\b(\w+) (?=\w+ing\b)|(?<=\bthe )\w+", "x", WORDS)


def assert_cheap(work: Callable[[], object], against: Callable[[], object], times: float) -> None:
    """`work` takes at most so many times what `against` takes.

    Both take turns, and the cheapest reading of each counts; no further turn is taken once it is so.
    """
    against()  # what is done once only, such as tables that are read, is done
    mine = other = float("inf")
    for _ in range(ROUNDS):
        other = min(other, seconds(against))
        mine = min(mine, seconds(work))
        if mine <= times * other:
            return
    raise AssertionError(f"{mine:.3f} s, more than {times} times {other:.3f} s")


def assert_linear(work: Callable[[int], object], size: int, times: float = 8) -> None:
    """Four times the input takes at most `times` times as long: 4 is linear, 16 is quadratic."""
    assert_cheap(lambda: work(4 * size), lambda: work(size), times)
