"""What is printed for people: fits, is plain where there is no terminal, and no text from outside can steer it."""

import io
import json
import os
import sys
import time
from collections.abc import Iterator

import pytest
from rich.cells import cell_len

from terminal import Part, Rows, Whole, local, show_json
from terminal.lines import console, lines, plain

LONG = "https://lamp.example/" + "a" * 300
OUTSIDE = [
    "港口必須支付潛水員加班費" * 30,
    "عمال الميناء يطالبون بأجورهم " * 12,
    "nin\u0303os sin cafe\u0301 " * 20,
    "a" * 300,
    "word " * 60,
    "👩‍👩‍👧 family " * 20,
    "[red]not red[/red] :smile:",
]


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")


def parts(text: str) -> list[Part]:
    rows = [{"number": 1, "verdict": "ok", "title": text}, {"number": 22, "verdict": "failed", "title": "b"}]
    return [text, f"    {text}", Rows(rows, [text, ""])]


@pytest.mark.parametrize("width", [80, 40, 200, 30])
@pytest.mark.parametrize("text", OUTSIDE, ids=range(len(OUTSIDE)))
def test_every_line_fits_and_nothing_is_cut(text: str, width: int) -> None:
    shown = plain(parts(text), width)
    assert all(cell_len(line) <= width for line in shown)
    assert "".join(shown).replace(" ", "").count(text.replace(" ", "")) == 4, "no sign is left out"
    assert not any(line.endswith(" ") for line in shown)


@pytest.mark.parametrize("width", [80, 40, 200])
def test_columns_stand_below_each_other_in_every_script(width: int) -> None:
    rows = [{"name": name, "n": 7, "title": "x"} for name in ("a", "港口必須", "cafe\u0301")]
    shown = plain([Rows(rows)], width)
    places = {cell_len(line[: line.rindex("x")]) for line in shown[1:]}
    assert places == {15}
    assert shown[0] == "  name      n  title"


def test_a_row_too_wide_for_the_terminal_is_a_list() -> None:
    rows = [{"spider": "resource_centre", "verdict": "degraded", "counts": "20 found: 12 new, 8 unchanged"}]
    assert plain([Rows(rows, ["why"])], 30) == [
        "  spider: resource_centre",
        "    verdict: degraded",
        "    counts: 20 found: 12",
        "      new, 8 unchanged",
        "    why",
    ]


def test_addresses_and_commands_can_be_copied_whole() -> None:
    command = Whole("  python -m scrapy crawl bbc " + "-a limit=1 " * 9)
    assert plain([f"HTTP 404 and more of it: {LONG}", command], 40) == [
        "HTTP 404 and more of it:",
        f"  {LONG}",
        command.rstrip(),
    ]
    assert f"    {LONG}" in plain([Rows([{"pages": 1, "reason": "HTTP 404"}], [LONG])], 40)


@pytest.mark.parametrize(
    "part", ["\x1b[2Ja\nbbc: ok found=9", "a\u202eb", "a\u2028b", "a\rb", "a\udc80b", "a\x9b2Jb"]
)
def test_a_text_from_outside_is_printable_wherever_it_stands(part: str) -> None:
    shown = plain(parts(part))
    assert all(line.isprintable() for line in shown)
    assert not any(line.startswith("bbc: ok") for line in shown)


def printed(stream: io.StringIO) -> str:
    out = console(stream)
    for line in lines(parts("[red]a\x1b[31m"), out.width):
        out.print(line, no_wrap=True, overflow="ignore", crop=False)
    return stream.getvalue()


def test_what_is_piped_on_is_plain_whatever_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "CLICOLOR_FORCE"):
        monkeypatch.setenv(name, "1")
    assert "\x1b" not in printed(io.StringIO())
    assert "[red]a<U+001B>[31m" in printed(io.StringIO())


@pytest.mark.parametrize(
    ("name", "value", "coloured"),
    [("TERM", "xterm", True), ("TERM", "dumb", False), ("NO_COLOR", "1", False)],
)
def test_colour_is_for_terminals_that_have_it(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, coloured: bool
) -> None:
    monkeypatch.setenv(name, value)
    assert ("\x1b[32mok" in printed(Terminal())) is coloured
    assert ("\x1b" in printed(Terminal())) is coloured


@pytest.mark.parametrize(("given", "width"), [("", 80), ("40", 40), ("0", 80), ("wide", 80)])
def test_what_is_no_terminal_has_80_columns_unless_told(
    monkeypatch: pytest.MonkeyPatch, given: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", given)
    assert console(io.StringIO()).width == width


@pytest.fixture
def _in_delhi() -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Asia/Kolkata"
    time.tzset()
    yield
    os.environ.pop("TZ")
    if before is not None:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.usefixtures("_in_delhi")
@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("2026-11-25T20:02:48+00:00", "2026-11-26 01:32 IST"),
        ("2026-11-25", "2026-11-25"),
        ("2026-11", "2026-11"),
        (None, ""),
    ],
)
def test_a_time_is_shown_in_the_reader_s_zone(stored: str | None, shown: str) -> None:
    assert local(stored) == shown


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1", "cp1252"])
@pytest.mark.parametrize("indent", [None, 1])
def test_json_is_json_on_every_terminal(
    monkeypatch: pytest.MonkeyPatch, encoding: str, indent: int | None
) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding, "backslashreplace", newline="\n")
    monkeypatch.setattr(sys, "stdout", out)
    told = ["é", "\x9b2J\u202e", "“港口”", "👩", "\udc80"]
    for value in told:
        show_json(value, indent)
    out.flush()
    said = out.buffer.getvalue().decode(encoding)  # type: ignore[attr-defined]
    assert [json.loads(line) for line in said.splitlines()] == told
    assert all(line.isprintable() for line in said.splitlines())
    assert encoding == "ascii" or "é" in said
