"""What a crawl shows while it runs."""

import json
import logging
import sys
from types import TracebackType

import pytest

from commands.progress import JsonLine, OneLine, line


@pytest.mark.parametrize(
    ("counts", "seconds", "shown"),
    [
        ({}, 0, "bbc " + "░" * 24 + " 0 of 0 pages, 0 stories, 0.0/s, 0 left"),
        (
            {"fetched": 120, "read": 55, "rejected": 5, "new": 40, "updated": 2},
            15,
            "bbc " + "█" * 12 + "░" * 12 + " 60 of 120 pages, 42 stories, 4.0/s, 60 left",
        ),
        ({"fetched": 2, "rejected": 9}, 3, "bbc " + "█" * 24 + " 2 of 2 pages, 0 stories, 0.7/s, 0 left"),
    ],
)
def test_the_line(counts: dict[str, int], seconds: float, shown: str) -> None:
    assert line("bbc", counts, seconds) == shown


def event() -> logging.LogRecord:
    try:
        raise ZeroDivisionError("a fault")
    except ZeroDivisionError:
        info = sys.exc_info()
    assert isinstance(info[2], TracebackType)
    return logging.LogRecord("middlewares", logging.ERROR, "f.py", 1, "two\nlines of %s", ("text",), info)


def test_an_event_is_one_line() -> None:
    said = OneLine().format(event())
    assert "\n" not in said
    assert "ERROR middlewares: two | lines of text | Traceback" in said
    assert said.endswith("ZeroDivisionError: a fault")


def test_an_event_is_one_json_object() -> None:
    said = JsonLine().format(event())
    assert "\n" not in said
    told = json.loads(said)
    assert (told["level"], told["message"]) == ("ERROR", "two\nlines of text")
    assert told["traceback"].endswith("ZeroDivisionError: a fault")
