"""What a crawl shows while it runs."""

import io
import json
import logging
import sys
from types import TracebackType

import pytest
from rich.console import Console

from commands.progress import JsonLine, OneLine, _tell_parent, heard
from terminal.live_lines import LiveLines


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def shown_by(lines: LiveLines, width: int = 80) -> list[str]:
    """The lines as they stand now, without their colours."""
    out = Console(file=io.StringIO(), width=width, color_system=None, force_terminal=False)
    with out.capture() as got:
        out.print(lines.progress.get_renderable())
    return [line.rstrip() for line in got.get().splitlines()]


@pytest.mark.parametrize("width", [80, 200])
def test_a_live_line_has_pages_stories_and_the_time_left(width: int) -> None:
    seconds = [0.0]
    lines = LiveLines(Terminal(), lambda: seconds[0])
    for number in range(11):
        seconds[0] = number * 2.0
        lines.tell("bbc", {"fetched": 120, "read": number * 6, "new": number * 4, "updated": 1})
    lines.tell("resource_centre", {"fetched": 2, "rejected": 9})
    first, second = shown_by(lines, width)
    assert first.startswith("bbc ")
    assert first.endswith("60 of 120 pages, 41 stories 0:20 left")
    assert second.startswith("resource_centre ")
    assert "2 of 2 pages, 0 stories" in second
    lines.forget("bbc")
    assert len(shown_by(lines, width)) == 1


def test_a_crawl_tells_its_crawlall_what_it_counted(capsys: pytest.CaptureFixture[str]) -> None:
    _tell_parent({"fetched": 3, "read": 1})
    assert heard(capsys.readouterr().err) == {"fetched": 3, "read": 1}
    assert heard("bbc: ok found=3") is None


def test_a_line_fits_a_narrow_terminal() -> None:
    lines = LiveLines(Terminal())
    lines.tell("resource_centre", {"fetched": 12000, "read": 11000, "new": 1000})
    assert all(len(line) <= 40 for line in shown_by(lines, 40))


def event() -> logging.LogRecord:
    try:
        raise ZeroDivisionError("a fault")
    except ZeroDivisionError:
        info = sys.exc_info()
    assert isinstance(info[2], TracebackType)
    return logging.LogRecord("middlewares", logging.ERROR, "f.py", 1, "two\nlines of %s", ("text",), info)


def test_an_event_is_one_line() -> None:
    said = OneLine("bbc-9").format(event())
    assert "\n" not in said
    assert "ERROR bbc-9 middlewares: two | lines of text | Traceback" in said
    assert said.endswith("ZeroDivisionError: a fault")


def test_an_event_is_one_json_object() -> None:
    said = JsonLine("bbc-9").format(event())
    assert "\n" not in said
    told = json.loads(said)
    assert (told["level"], told["run"], told["message"]) == ("ERROR", "bbc-9", "two\nlines of text")
    assert told["traceback"].endswith("ZeroDivisionError: a fault")


@pytest.mark.parametrize("form", [OneLine, JsonLine])
def test_an_event_says_when_and_of_which_run_and_steers_nothing(form: type[OneLine | JsonLine]) -> None:
    record = logging.LogRecord("a", logging.INFO, "f", 1, "%s", ("\x1b[2J\u202e\u2028\udc80[red]港",), None)
    record.created = 1_790_000_000.25
    said = form("bbc-9").format(record)
    assert said.isprintable()
    assert said.encode()
    assert "2026-09-21T14:13:20" in said
    assert "bbc-9" in said
    assert "[red]港" in said
