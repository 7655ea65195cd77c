"""Copies are found through the database: of real bodies that were edited, and of invented ones step by step."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

import numpy as np
import pytest
from rapidfuzz.fuzz import ratio

from store.database import Store
from stories.identity.comparison import Text
from stories.identity.fingerprint import bands
from stories.outlet import Outlet
from tests.bench.identity import EDITS, bodies, false_pairs, filled, grow, look_up_times, recall
from tests.corpora import quotes
from tests.cost import assert_cheap
from tests.making import LAMP, NOON, made_story, match_and_save

VOICE = Outlet(
    name="voice", title="Harbour Voice", domains=("voice.example",), languages=("en",), timezone="UTC"
)
TEXT = " ".join(f"word{n}" for n in range(80))
FLOORS = dict.fromkeys(EDITS, 0.99) | {"10 % of the words replaced": 0.98, "20 % of the words replaced": 0.7}


@pytest.fixture(scope="module")
def look_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = filled(tmp_path_factory.mktemp("copies") / "c.db", bodies())
    yield store
    store.close()


@pytest.mark.parametrize("edit", EDITS)
def test_edited_copies_of_real_bodies_are_found(look_up: Store, edit: str) -> None:
    found, asked = recall(look_up, bodies(), edit)
    assert asked > 200
    assert found / asked >= FLOORS[edit]


def test_no_two_different_real_bodies_are_taken_for_one_story() -> None:
    texts = bodies() + [(row["title"] or "", row["text"]) for row in quotes("dev")]
    pairs, count = false_pairs(texts)
    assert count > 30_000
    # The sets hold a few stories twice; letter by letter those have more than half in common
    assert [pair for pair in pairs if ratio(texts[pair[0]][1], texts[pair[1]][1]) < 50] == []


def test_a_look_up_among_many_costs_little_more_than_among_few(tmp_path: Path) -> None:
    """`python -m tests.bench.identity` measures a million."""
    chance = np.random.default_rng(3)
    few, many = Store(tmp_path / "few.db"), Store(tmp_path / "many.db")
    grow(few, 0, 1_000, chance)
    grow(many, 0, 20_000, chance)
    numbers = count(20_000)
    assert_cheap(
        lambda: look_up_times(many, next(numbers) * 50, 50, chance),
        lambda: look_up_times(few, next(numbers) * 50, 50, chance),
        3,
    )


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "c.db")


def save(
    store: Store, url: str, body: str, outlet: Outlet = LAMP, hours: int = 0, published: str = "2026-03-01"
) -> int:
    story = made_story(url, body, "Mill closes", NOON + timedelta(hours=hours), outlet)
    story.judged = [replace(story.dates[0], value=published)]
    with store.transaction():
        return match_and_save(store, story)[0]


def lead(store: Store, key: int) -> int | None:
    row = store.row("SELECT same_as FROM stories WHERE id = ?", key)
    assert row
    return row["same_as"]


def test_a_copy_at_another_outlet_points_at_the_earliest_and_says_why(store: Store) -> None:
    later = save(store, "https://lamp.example/a", TEXT, published="2026-03-02")
    first = save(store, "https://voice.example/a", TEXT.replace("word9 ", "w "), VOICE)
    assert (lead(store, first), lead(store, later)) == (None, first)
    (pair,) = store.rows("SELECT * FROM pairs")
    assert (pair["story"], pair["other"]) == (later, first)
    assert (pair["similarity"], pair["contained"]) == (0.9506, 0.9747)
    own = [set(enumerate(bands(Text("", body).shingles))) for body in (TEXT, TEXT.replace("word9 ", "w "))]
    assert json.loads(pair["bands"]) == sorted(number for number, _ in own[0] & own[1])


def test_a_story_that_is_rewritten_leaves_its_cluster(store: Store) -> None:
    first = save(store, "https://lamp.example/a", TEXT)
    copy = save(store, "https://voice.example/a", TEXT, VOICE, hours=1)
    assert lead(store, copy) == first
    save(store, "https://lamp.example/a", TEXT[::-1], hours=2)
    assert (lead(store, first), lead(store, copy)) == (None, None)
    assert store.rows("SELECT * FROM pairs") == []
    assert store.row("SELECT count(*) AS n FROM bands") == {"n": 2 * len(bands(Text("", TEXT).shingles))}


def test_a_chain_of_edits_does_not_make_one_story_of_all(store: Store) -> None:
    """Each text keeps four fifths of the one before; the last has nothing of the first."""
    words = [f"word{n}" for n in range(240)]
    texts = [" ".join(words[n : n + 80]) for n in range(0, 161, 16)]
    keys = [save(store, f"https://lamp.example/{n}", text, hours=n) for n, text in enumerate(texts)]
    assert len(store.rows("SELECT * FROM pairs")) >= len(texts) - 1
    clusters = {lead(store, key) or key for key in keys}
    assert len(clusters) >= 4
    assert store.row("SELECT count(*) AS n FROM distinct_stories") == {"n": len(clusters)}
