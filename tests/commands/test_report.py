"""The report: bars in a terminal, and a page that loads nothing from elsewhere."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from rich.cells import cell_len

from commands.report import counted, report, report_page
from runs.chart import BARS, bars, html_table, share
from runs.verdict import OUTCOMES
from store.database import Store
from store.tables import stamp
from terminal.lines import plain
from tests.making import BODY, NOON, made_story, match_and_save


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A database with thirty runs of an outlet, the last of them degraded, and one that was skipped."""
    store = Store(tmp_path / "c.db")
    for number in range(30):
        started = stamp(NOON + timedelta(days=number))
        counts = {"found": 40, "listed": 40, "new": number % 9, "fetched": 10, "read": 9, "signed": 8}
        store.add(
            "runs", {"spider": "lamp", "started": started, "finished": started, "verdict": "ok", **counts}
        )
    ended = {"spider": "lamp", "started": stamp(NOON), "finished": stamp(NOON)}
    note = "stories listed: 19, usually 41 <script>"
    store.add("runs", ended | {"verdict": "degraded", "cause": "feed empty", "listed": 19, "note": note})
    store.add("runs", ended | {"verdict": "skipped"})
    return store


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [([1, 2, 4, 8], "▂▃▅█"), ([0, 0], "▁▁"), ([None, 7], " █"), ([], "")],
)
def test_bars(numbers: list[float | None], expected: str) -> None:
    assert bars(numbers) == expected


def test_a_share_of_nothing_is_none() -> None:
    assert share("read", "fetched", {"read": 0, "fetched": 0}) is None
    assert share("read", "fetched", {"read": None, "fetched": 4}) == 0


def test_an_outlet_s_line_has_its_last_run_and_its_past(store: Store) -> None:
    lines = plain(report(store, 3, 200), 200)
    outlet, note = lines[lines.index("Outlets") + 2 :][:2]
    assert "degraded" in outlet
    assert note == "    feed empty: stories listed: 19, usually 41 <script>"
    assert BARS[-1] * 19 + BARS[3] in outlet, "the newest to the right"
    assert "skipped" not in outlet


@pytest.mark.parametrize("width", [80, 40, 200])
def test_the_report_fits_the_terminal(store: Store, width: int) -> None:
    note = f"none of 3 pages became a record; HTTP 404: https://lamp.example/{'a' * 300}"
    store.add("runs", {"spider": "lamp", "started": stamp(NOON), "verdict": "failed", "note": note})
    for title in (
        "港口必須支付潛水員加班費" * 9,
        "عمال الميناء " * 20,
        "\x1b[31mred\nlamp: ok found=9",
        "a" * 300,
    ):
        with store.transaction():
            match_and_save(store, made_story(f"https://lamp.example/{len(title)}", BODY + title, title))
    lines = plain(report(store, 9, width), width)
    assert {line for line in lines if cell_len(line) > width} <= {
        line for line in lines if "https://lamp.example/aaa" in line or line.startswith("  .venv")
    }
    assert any(line.endswith("a" * 300) for line in lines), "an address is not broken"
    assert not any(line.startswith("lamp: ok") or "\x1b" in line for line in lines)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"found": 13, "new": 0, "updated": 1, "unchanged": 12}, "13 found: 1 updated, 12 unchanged"),
        ({"found": 2, "new": 1, "rejected": 1, "errors": 1}, "2 found: 1 new, 1 rejected, 1 errors"),
        ({"found": 9, "new": 2}, "9 found: 2 new, 7 left"),
        ({"found": 9, "new": 12}, "9 found: 12 new"),
        ({"found": 9, "verdict": "running"}, "9 found"),
        ({"found": None}, "0 found"),
    ],
)
def test_what_a_run_counted(counts: dict[str, int | str | None], said: str) -> None:
    assert counted(dict.fromkeys([*OUTCOMES, "errors", "verdict"]) | counts) == said


def test_the_page_shows_charts_and_loads_nothing(store: Store) -> None:
    page = report_page(store, 3)
    assert page.count("<svg") == 6
    assert page.count("<rect") == 6 * 31
    assert not re.search(r"(?:src|href|url)\s*[=(]", page)
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_a_table_of_nothing() -> None:
    assert html_table([]) == "<p>None.</p>"
