"""The report: bars in a terminal, and a page that loads nothing from elsewhere."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from commands.report import report, report_page
from stories.chart import BARS, bars, html_table, share
from stories.store import Store, stamp
from tests.making import NOON


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
    lines = report(store, 3)
    outlet = lines[lines.index("Outlets") + 2]
    assert "degraded" in outlet
    assert "feed empty" in outlet
    assert BARS[-1] * 19 + BARS[3] in outlet, "the newest to the right"
    assert "skipped" not in outlet


def test_the_page_shows_charts_and_loads_nothing(store: Store) -> None:
    page = report_page(store, 3)
    assert page.count("<svg") == 6
    assert page.count("<rect") == 6 * 31
    assert not re.search(r"(?:src|href|url)\s*[=(]", page)
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_a_table_of_nothing() -> None:
    assert html_table([]) == "<p>None.</p>"
