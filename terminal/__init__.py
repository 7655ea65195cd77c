"""What a command prints for people: lines and tables that fit the terminal, in colour where there is one.

In: parts of a text, what runs have counted. Out: lines on standard output or standard error. All of it goes through
`printable`, so that no headline or address can steer the terminal or forge a line. Rich, which lays them out, is
imported by who prints: Scrapy imports each file of `commands` whatever is asked for.
May import: `runs`, `stories`.
"""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from stories.text import escaped, printable


@dataclass(frozen=True)
class Rows:
    """A table: numbers to the right, and the last column, which takes the room that is left, broken between words.

    below: of each row a text that stands under it, over the whole width; an empty one is left out.
    Text that is written from right to left belongs into the last column: it would turn round what follows it.
    """

    rows: Sequence[Mapping[str, object]]
    below: Sequence[str] = ()

    def fits(self, columns: int) -> bool:
        """Whether each row is one line of at most so many columns."""
        from terminal.lines import line_width

        return line_width(self) <= columns


class Whole(str):
    """A line that is never broken, so that it can be copied: a command."""

    __slots__ = ()


Part = str | Rows


def show(parts: Iterable[Part]) -> None:
    """Print parts on standard output."""
    from terminal.lines import console, lines  # Rich is for who prints

    out = console(sys.stdout)
    for line in lines(parts, out.width):
        out.print(line, no_wrap=True, overflow="ignore", crop=False)


def width() -> int:
    """The columns of standard output."""
    from terminal.lines import console

    return console(sys.stdout).width


def show_json(value: object, indent: int | None = None) -> None:
    """Print JSON on standard output, on one line where nothing is said of `indent`; no value of it steers a terminal."""
    text = escaped(json.dumps(value, ensure_ascii=False, indent=indent))
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:  # what stands for a letter elsewhere, such as \xe9, is no JSON
        text = json.dumps(value, indent=indent)
    print(text)


def timed(line: str, now: datetime | None = None) -> str:
    """A line of a log that ends with the time, `[2026-11-26T02:32:48+0100]`, made printable."""
    at = (now or datetime.now(UTC)).astimezone()
    return f"{printable(line)} [{at:%Y-%m-%dT%H:%M:%S%z}]"


def local(time: str | None) -> str:
    """A stored time as people read it: `2026-11-26 02:32 CET`, by the zone of this machine (TZ); a date as it is."""
    if not time or "T" not in time:
        return time or ""
    return datetime.fromisoformat(time).astimezone().strftime("%Y-%m-%d %H:%M %Z")
