"""What a store is filled with is whole: each row points where it says, in the text that it is of."""

import json
import re
from itertools import islice
from pathlib import Path

import pytest

from commands.clusters import LARGEST
from commands.report import report
from commands.verify import ENTRIES
from store.database import Store
from store.near_duplicates import text_of
from stories.identity.fingerprint import BANDS
from tests.bench.store import arriving, asked, drawn, edited, fill
from tests.making import BODY, made_story

SHAPE = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
FILLED = ["stories", "urls", "dates", "quotes", "versions", "bands", "pages", "entries", "passages", "pairs"]
FILLED += ["changes", "quote_changes", "rejects", "ledger", "runs", "verdicts", "companies"]

STORIES, ARRIVED = 60, 15


@pytest.fixture
def draws(monkeypatch: pytest.MonkeyPatch) -> drawn.Drawn:
    monkeypatch.setattr(drawn, "LEAST", 1)
    monkeypatch.setattr(edited, "NAMES", 10)
    told = "In March 2019 the owners of Pellworth had promised to stay for 25 years."
    long = " ".join(f"the {hard}{soft}nder {soft}{hard}et" for hard in "bcdfghjklmnp" for soft in "aeiou")
    bodies = [f"{long}.\n\n{BODY}", f"{told}\n\n{BODY}\n\n{long}."]
    return drawn.Drawn(1, [made_story(body=body) for body in bodies])


@pytest.fixture
def store(tmp_path: Path, draws: drawn.Drawn, monkeypatch: pytest.MonkeyPatch) -> Store:
    for name, value in {
        "ENTRIES": 10,
        "REJECTS": 7,
        "BATCH": 20,
        "COMMITTED": 40,
        "ARRIVED": ARRIVED,
    }.items():
        monkeypatch.setattr(fill, name, value)
    store = Store(tmp_path / "c.db")
    assert list(fill.fill(store, STORIES, draws))[-1] == STORIES
    return store


def test_a_drawn_story_is_quoted_and_dated_where_its_text_says_so(draws: drawn.Drawn) -> None:
    made = [draws.story() for _ in range(20)]
    quotes = [(one.columns["body"], quote) for one in made for quote in one.quotes]
    assert quotes
    for body, quote in quotes:
        assert quote["content"] == " ".join(body[start:end] for start, end in json.loads(quote["spans"]))
        assert quote["source"] == body[quote["source_start"] : quote["source_end"]]
        assert quote["cue"] == body[quote["cue_start"] : quote["cue_end"]]
    assert len({one.columns["body"] for one in made}) > 10


def test_a_filled_store_is_sound_and_answers(store: Store, draws: drawn.Drawn) -> None:
    assert store.rows("PRAGMA foreign_key_check") == []
    for table in FILLED:
        assert store.rows(f"SELECT 1 FROM {table} LIMIT 1"), table  # noqa: S608
    for index in fill.INDEXES:  # against the texts that it is of
        store.db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
    assert not store.rows("SELECT 1 FROM versions WHERE body IS NULL")
    (newest,) = store.rows("SELECT id, body FROM stories ORDER BY id DESC LIMIT 1")
    word = max(newest["body"].split(), key=len).strip(".")
    found = store.rows("SELECT rowid FROM stories_fts WHERE stories_fts MATCH ?", f'"{word}"')
    assert newest["id"] in {row["rowid"] for row in found}
    told = "".join(str(part) for part in report(store, 10, 100))
    assert f"{STORIES} stories" in told
    assert all(taken >= 0 for _, taken, _ in asked.reports(store))
    for sql in asked.SEARCHES.values():
        store.rows(sql.format("mill", "owner", "ruiz"))


def test_a_store_filled_at_one_go_is_as_a_crawl_leaves_it(store: Store, tmp_path: Path) -> None:
    fresh = Store(tmp_path / "fresh.db")
    settings = ("journal_mode", "synchronous", "foreign_keys", "cache_size")
    for sql in [SHAPE, *(f"PRAGMA {name}" for name in settings), "SELECT k, v FROM stories_fts_config"]:
        assert store.rows(sql) == fresh.rows(sql), sql
    for sql in [*asked.SEARCHES.values(), LARGEST, ENTRIES]:
        plan = re.sub(r"\?", "1", f"EXPLAIN QUERY PLAN {sql.format('mill', 'owner', 'ruiz')}")
        assert _details(store, plan) == _details(fresh, plan), sql


def _details(store: Store, plan: str) -> list[str]:
    return [row["detail"] for row in store.rows(plan)]


@pytest.mark.parametrize("table", ["stories", "urls", "dates", "quotes", "kept_versions", "changes", "bands"])
def test_a_row_made_at_one_go_has_what_a_row_of_a_crawl_has(store: Store, table: str) -> None:
    of = "id" if table == "stories" else "story"
    came, made = (
        store.rows(f"SELECT * FROM {table} WHERE {of} {which} {ARRIVED}")  # noqa: S608
        for which in ("<=", ">")
    )
    assert came
    assert made
    held = [
        {name for row in rows for name, value in row.items() if value is not None} for rows in (came, made)
    ]
    assert held[0] - held[1] == set()
    kinds = [
        {name: type(value) for row in rows for name, value in row.items() if value is not None}
        for rows in (came, made)
    ]
    assert kinds[0].items() <= kinds[1].items()


def test_texts_made_at_one_go_are_found_by_their_bands(store: Store) -> None:
    texts = {row["id"]: text_of(store, row["id"]) for row in store.rows("SELECT id FROM stories")}
    known = {
        key: {row["band"] for row in store.rows("SELECT band FROM bands WHERE story = ?", key)}
        for key in texts
    }
    shared = [len(known[key] & set(text.bands)) / BANDS for key, text in texts.items()]
    assert sum(shared) / len(shared) > 0.8  # all but those of pairs at the borders of paragraphs
    copies = store.rows("SELECT id, same_as FROM stories WHERE same_as IS NOT NULL AND id > ?", ARRIVED)
    assert any(known[row["id"]] & known[row["same_as"]] for row in copies)


def test_a_story_comes_to_each_store(store: Store, draws: drawn.Drawn, tmp_path: Path) -> None:
    other = Store(tmp_path / "other.db")
    coming = [*islice(arriving.arrivals(draws, "new"), 5)]
    taken = asked.saved([store, other], coming)
    assert [len(milliseconds) for milliseconds in taken] == [5, 5]
    for one in (store, other):
        urls = {row["url"] for row in one.rows("SELECT url FROM urls")}
        assert {story.page.url for story in coming} <= urls


def test_nineteen_of_twenty_stay_below_p95() -> None:
    assert asked.p95([float(number) for number in range(1, 101)]) == 95.0
