"""What a story's arrival and the reports ask of the database is found by indexes: no table with texts is read through.

Looked at are SQLite's plans of all statements that are run, which are the same for ten stories and a million.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from commands.clusters import JUDGED, LARGEST, lines_of
from commands.report import TREND, report, report_page
from commands.verify import finding
from runs.alert import BEFORE
from runs.verdict import PAST
from store.archive_files import FORGET, archive_files
from store.crowds import JOINED, LEADS, LED, SPLIT
from store.database import Store
from store.doubt import LOOKED
from store.mistaken import HELD, remove_mistaken
from store.near_duplicates import judge
from stories.entries import RESOURCE_CENTRE
from tests.desk import URL, Desk, entry, linked, named
from tests.making import BODY, NOON, made_page, made_story, match_and_save

LONG = f"{BODY} {' '.join(f'word{n} other{n}' for n in range(60))}"
ASKED = re.compile(r"\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH)\b")
# A list that SQL was given, rows that it made itself: `known` and `said` are parts of the statements of the report,
# `versions` is what a statement on that view found by an index before
MADE = re.compile(r"SCAN (?:json_each|\(|\d+ CONSTANT ROWS|CONSTANT ROW|pointed|known|said|versions$)")
# What is counted or listed whole is read in an index that has all of it, or until there are rows enough
LISTED = re.compile(r"SCAN (?:\w+ USING COVERING INDEX|stories USING INDEX idx_stories_published|runs$)")


def scans(db: sqlite3.Connection, sql: str) -> list[str]:
    """The tables and indexes that a statement goes through from end to end."""
    plan = db.execute(f"EXPLAIN QUERY PLAN {sql}")
    return [row[3] for row in plan if row[3].startswith("SCAN") and not MADE.match(row[3])]


@contextmanager
def heard(store: Store) -> Iterator[dict[str, str]]:
    """The statements that are run meanwhile, one of each kind."""
    found: dict[str, str] = {}
    store.db.conn.set_trace_callback(lambda sql: found.setdefault(re.sub(r"'[^']*'|\d+", "?", sql), sql))
    try:
        yield found
    finally:
        store.db.conn.set_trace_callback(None)


def scanned(store: Store, work: Callable[[], object]) -> dict[str, list[str]]:
    """Of what is run while `work` is done, the statements that go through a whole table or index."""
    with heard(store) as found:
        work()
    asked = [sql for sql in found.values() if ASKED.match(sql)]
    assert asked
    steps = {sql: scans(store.db.conn, sql) for sql in asked}
    return {sql: through for sql, through in steps.items() if through}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "c.db")


def arrivals(desk: Desk) -> None:
    """Stories that are new, the same, changed, alike and one after all; entries with and without a source; a reject."""
    later = NOON + timedelta(days=1)
    desk.story(body=LONG)
    desk.story(body=LONG)
    desk.story(body=f"{LONG} It was sold in May.", fetched=later)
    desk.story(url="https://lamp.example/two", body=f"{LONG} It was sold in June.", fetched=later)
    desk.story(url="https://lamp.example/two", body=f"{LONG} It was let.", fetched=later + timedelta(days=1))
    translated = made_story("https://lamp.example/three", "Another text of it.", fetched=later)
    translated.read.alternates = [("es", "https://lamp.example/two")]
    joined = made_story("https://lamp.example/two", LONG, fetched=later + timedelta(days=2))
    keys = []
    for story in (translated, joined):
        with desk.store.transaction():
            keys.append(match_and_save(desk.store, story)[0])
    assert len(desk.store.rows("SELECT 1 FROM stories WHERE id IN (1, 2, 3)")) == 2  # two have become one
    desk.story(url=URL, body=LONG.upper(), outlet=RESOURCE_CENTRE)
    for one in (entry(), linked(), named()):
        with desk.store.transaction():
            remove_mistaken(desk.store, one)
        desk._through(one)
    desk.store.reject("https://lamp.example/x", "spider", "no text", "", None, made_page())
    judge(desk.store, *keys, "same")
    judge(desk.store, *keys, "different")


def test_a_story_that_comes_has_no_table_read_through(desk: Desk) -> None:
    assert scanned(desk.store, lambda: arrivals(desk)) == {}


@pytest.mark.parametrize(
    "sql",
    [JOINED, LEADS, SPLIT, LED, JUDGED, LOOKED, BEFORE, PAST, TREND, FORGET, HELD],
    ids=["joined", "leads", "split", "led", "judged", "looked", "before", "past", "trend", "forget", "held"],
)
def test_what_is_asked_seldom_is_found_by_indexes(desk: Desk, sql: str) -> None:
    bare = re.sub(r":\w+|\?\d*", "1", sql)
    assert scans(desk.store.db.conn, bare) == []
    if "FROM runs" in sql:
        plan = desk.store.rows(f"EXPLAIN QUERY PLAN {bare}")
        assert any("idx_runs_spider" in row["detail"] for row in plan)


def test_the_reports_read_no_text(desk: Desk, tmp_path: Path) -> None:
    arrivals(desk)
    store = desk.store
    store.add("runs", {"spider": "lamp", "started": "2026-03-01T12:00:00+00:00", "verdict": "ok"})

    def asked() -> None:
        report(store, 10, 100)
        report_page(store, 10)
        archive_files(store, tmp_path)
        for row in store.rows(LARGEST, 20):
            lines_of(store, row["lead"])
        finding(store, {"id": 1})

    found = scanned(store, asked)
    assert {step for steps in found.values() for step in steps if not LISTED.match(step)} == set()
