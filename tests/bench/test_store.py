"""What a store is filled with is whole: each row points where it says, in the text that it is of."""

import json
from pathlib import Path

import pytest

from store.database import Store
from tests.bench.store import asked, drawn, fill
from tests.making import BODY, made_story

STORIES = 40
FILLED = ["stories", "urls", "dates", "quotes", "versions", "bands", "pages", "entries", "passages", "pairs"]


@pytest.fixture
def draws(monkeypatch: pytest.MonkeyPatch) -> drawn.Drawn:
    monkeypatch.setattr(drawn, "LEAST", 1)
    monkeypatch.setattr(drawn, "NAMES", 10)
    told = "In March 2019 the owners of Pellworth had promised to stay for 25 years."
    return drawn.Drawn(1, [made_story(), made_story(body=f"{told}\n\n{BODY}")])


@pytest.fixture
def store(tmp_path: Path, draws: drawn.Drawn, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setattr(fill, "ENTRIES", 10)
    store = Store(tmp_path / "c.db")
    assert list(fill.fill(store, STORIES, draws)) == [STORIES]
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
    store.db.execute("INSERT INTO stories_fts (stories_fts, rank) VALUES ('integrity-check', 1)")
    assert all(taken >= 0 for _, taken, _ in asked.reports(store))
    asked.arrivals(store, draws, 2, STORIES)
    for sql in asked.SEARCHES.values():
        store.rows(sql.format("mill", "owner", "ruiz"))


def test_nineteen_of_twenty_stay_below_p95() -> None:
    assert asked.p95([float(number) for number in range(1, 101)]) == 95.0
