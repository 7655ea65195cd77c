"""A wait ends when its event comes, and at once where the process that was to bring it has ended."""

import os
import time
from multiprocessing import get_context

import pytest

from tests.scrapy_process import begin
from tests.waiting import HANGS, at_once, wait_for


def test_nothing_waits_for_what_the_dead_were_to_bring(capfd: pytest.CaptureFixture[str]) -> None:
    child = begin((["crawl", "nobody"], dict(os.environ), 0, False, 0), [0, 1, 2])
    with pytest.raises(AssertionError, match="no row: the process ended, with exit code 2"):
        wait_for(lambda: False, "row", child)
    assert "there is no spider 'nobody'" in capfd.readouterr().err, "and what it said is shown"


def test_what_the_dead_have_brought_is_there() -> None:
    class Dead:
        def poll(self) -> int:
            rows.append(1)
            return 0

    rows: list[int] = []
    wait_for(lambda: bool(rows), "row", Dead())
    assert rows == [1]


def test_of_processes_that_wait_for_one_another_none_outlives_the_first_that_fails() -> None:
    context = get_context("fork")
    processes = [context.Process(target=work, args=(HANGS,)) for work in (time.sleep, os._exit, time.sleep)]
    assert at_once(processes) == [-9, HANGS % 256, -9]
    assert at_once([context.Process(target=abs, args=(1,)) for _ in range(2)]) == [0, 0]
