"""The lines of what a command prints, laid out by Rich for the terminal at hand."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from stories.text import printable
from terminal import Part, Rows, Whole

NARROW = 20  # columns that the last cell of a row needs; with fewer, each row is a list
UNKNOWN = 80  # columns of what is no terminal
GAP = 2
COLOURS = {"ok": "green", "degraded": "yellow", "failed": "red", "skipped": "dim"}  # of a verdict


class Terminal(Console):
    """Rich's, which would end the program with exit code 1 where its reader has enough."""

    def on_broken_pipe(self) -> None:
        """Leave it to `commands.pipe`."""
        raise BrokenPipeError


def console(stream: TextIO) -> Console:
    """The terminal at a stream. Colour: only there, and not with NO_COLOR or TERM=dumb."""
    terminal = stream.isatty()
    plain = not terminal or bool(os.environ.get("NO_COLOR"))
    return Terminal(
        file=stream,
        force_terminal=terminal,  # whatever FORCE_COLOR says, what is piped on is plain
        force_jupyter=False,
        color_system=None if plain else "auto",
        width=None if terminal else int(_columns() or UNKNOWN),
        markup=False,  # "[red]" in a headline is text
        emoji=False,
        highlight=False,
    )


def _columns() -> str:
    given = os.environ.get("COLUMNS", "")
    return given if given.isdecimal() and int(given) else ""


def plain(parts: Iterable[Part], width: int = UNKNOWN) -> list[str]:
    """The lines as they are printed where there is no terminal."""
    return [line.plain for line in lines(parts, width)]


def lines(parts: Iterable[Part], width: int) -> Iterator[Text]:
    """Parts as lines of at most `width` columns; only an address that is longer than a line is, to be copied whole."""
    for part in parts:
        yield from _line(part, width) if isinstance(part, str) else _rows(part, width)


def _line(text: str, width: int) -> Iterator[Text]:
    """A text, broken between words; its further lines stand two columns to the right of its first."""
    words = printable(text)
    if isinstance(text, Whole) or not words.strip():
        yield Text(words.rstrip())
        return
    indent = len(words) - len(words.lstrip(" "))
    for number, line in enumerate(_wrapped(words.strip(), max(width - indent - GAP, 1), width - indent)):
        yield Text(" " * (indent + GAP * (number > 0))) + line


def _wrapped(text: str, width: int, first: int) -> list[Text]:
    """`text` in lines of at most `width` columns, or in one of at most `first`."""
    whole = Text(text, overflow="ignore" if "://" in text else "fold")
    if cell_len(text) <= first:
        return [whole]
    return [_stripped(line) for line in whole.wrap(_MEASURE, width)]


def _stripped(line: Text) -> Text:
    line.rstrip()
    return line


def line_width(table: Rows) -> int:
    """The columns that each row of a table needs to be one line."""
    if not table.rows:
        return 0
    names = list(table.rows[0])
    return sum(_sizes(names, _cells(table))) + GAP * len(names)


def _cells(table: Rows) -> list[list[str]]:
    return [[printable("" if value is None else str(value)) for value in row.values()] for row in table.rows]


def _sizes(names: Sequence[str], cells: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(cell_len, column)) for column in zip(names, *cells, strict=True)]


def _rows(table: Rows, width: int) -> Iterator[Text]:
    if not table.rows:
        return
    names, cells = list(table.rows[0]), _cells(table)
    sizes = _sizes(names, cells)
    room = width - sum(sizes[:-1]) - GAP * len(names)
    stacked = room < min(NARROW, sizes[-1])
    numeric = [isinstance(value, int) for value in table.rows[0].values()]
    sizes[-1] = min(sizes[-1], max(room, 1))
    if not stacked:
        yield from _row(names, ["bold"] * len(names), sizes, numeric)
    for number, row in enumerate(cells):
        styles = [
            COLOURS.get(cell, "") if name == "verdict" else "" for name, cell in zip(names, row, strict=True)
        ]
        if stacked:
            yield from _list(names, row, styles, width)
        else:
            yield from _row(row, styles, sizes, numeric)
        if number < len(table.below) and table.below[number]:
            yield from _line(f"    {table.below[number]}", width)


def _row(
    cells: Sequence[str], styles: Sequence[str], sizes: Sequence[int], numeric: Sequence[bool]
) -> Iterator[Text]:
    grid = Table.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    for size, right in zip(sizes, numeric, strict=True):
        grid.add_column(width=size, justify="right" if right else "left", overflow="fold")
    grid.add_row(*(Text(cell, style) for cell, style in zip(cells, styles, strict=True)))
    yield from _rendered(grid, sum(sizes) + GAP * len(sizes))


def _list(names: Sequence[str], row: Sequence[str], styles: Sequence[str], width: int) -> Iterator[Text]:
    """A row of a table that is too wide: a line a column."""
    for column, (name, cell, style) in enumerate(zip(names, row, styles, strict=True)):
        indent = " " * (GAP * (1 + (column > 0)))
        for line in _line(f"{indent}{name}: {cell}", width):
            line.stylize(style)
            yield line


def _rendered(grid: Table, width: int) -> Iterator[Text]:
    options = _MEASURE.options.update(width=width)
    for segments in _MEASURE.render_lines(grid, options, pad=False):
        line = Text.assemble(" " * GAP, *((part.text, part.style or "") for part in segments))
        yield _stripped(line)


_MEASURE = Console(file=sys.stderr, width=UNKNOWN, markup=False, emoji=False, highlight=False)
