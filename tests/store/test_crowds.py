"""Very many pages of one frame: a story's cost does not grow with its cluster, and people's words hold."""

import random
from itertools import count
from pathlib import Path

import pytest

from store import near_duplicates
from store.database import Store
from store.near_duplicates import candidates, find_alike, insert_bands, judge, update_clusters
from stories.identity.comparison import Comparison, Text
from tests.making import made_story, match_and_save

FRAME = [f"word{number}" for number in range(100)]
FEW = 6  # in place of what is a crowd, and of candidates


def framed(number: int) -> str:
    """A page of the frame with a tenth of its words of its own."""
    own = set(random.Random(number).sample(range(100), 10))
    return " ".join(f"own{number}x{n}" if n in own else word for n, word in enumerate(FRAME))


@pytest.fixture
def crowd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Store, list[int]]:
    """Forty pages of one frame; and how many texts were compared for each."""
    monkeypatch.setattr(near_duplicates, "CROWD", FEW)
    monkeypatch.setattr(near_duplicates, "MAX_CANDIDATES", FEW)
    monkeypatch.setattr(near_duplicates, "FRAME", 2 * FEW)
    compared, work = near_duplicates.compare, [0]

    def counted(*texts: Text) -> Comparison:
        work[-1] += 1
        return compared(*texts)

    monkeypatch.setattr(near_duplicates, "compare", counted)
    monkeypatch.setattr("store.crowds.WITNESSES", FEW)
    store = Store(tmp_path / "c.db")
    for number in range(40):
        match_and_save(store, made_story(f"https://lamp.example/{number}", framed(number)))
        work.append(0)
    return store, work[:-1]


def leads(store: Store) -> dict[int, int | None]:
    return {row["id"]: row["same_as"] for row in store.rows("SELECT id, same_as FROM stories")}


def test_a_story_costs_the_same_however_many_there_are(crowd: tuple[Store, list[int]]) -> None:
    store, work = crowd
    assert max(work[30:]) <= 1.5 * max(work[10:20])
    assert max(work) < 100
    found = leads(store)
    assert all(lead is None or found[lead] is None for lead in found.values()), "a lead follows nobody"
    assert sum(lead is None for lead in found.values()) < 10


def test_what_is_read_to_find_them_is_the_same_too(crowd: tuple[Store, list[int]]) -> None:
    store, _ = crowd
    asked = Text("Mill", framed(99)).bands
    steps: list[int] = []
    for first, last in ((100, 200), (200, 1200)):
        with store.transaction():
            for number in range(first, last):
                insert_bands(store, number, asked)
            taken = count()
            store.db.conn.set_progress_handler(lambda taken=taken: next(taken) < 0, 1)
            candidates(store, asked)
            store.db.conn.set_progress_handler(None, 1)
            steps.append(next(taken))
    assert 0 < steps[1] <= 1.1 * steps[0]


def test_a_copy_of_the_last_is_found_in_a_crowd(crowd: tuple[Store, list[int]]) -> None:
    store, _ = crowd
    last = max(leads(store))
    copy = framed(39).replace("word50", "another")
    assert find_alike(store, Text("Mill", copy))[last][0].similarity == max(
        comparison.similarity for comparison, _ in find_alike(store, Text("Mill", copy)).values()
    )


def test_texts_that_are_compared_again_are_read_once(
    crowd: tuple[Store, list[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, _ = crowd
    made = count()
    monkeypatch.setattr(near_duplicates, "Text", lambda *given: (next(made), Text(*given))[1])
    near_duplicates._text.cache_clear()
    find_alike(store, Text("Mill", framed(98)))
    first = next(made)
    find_alike(store, Text("Mill", framed(98)))
    assert 0 < first == next(made) - 1


def test_a_person_splits_and_joins_in_a_crowd(crowd: tuple[Store, list[int]]) -> None:
    store, _ = crowd
    member, lead = next((key, lead) for key, lead in leads(store).items() if lead)
    with store.transaction():
        judge(store, member, lead, "different")
    assert leads(store)[member] != lead
    with store.transaction():
        judge(store, member, lead, "same")
    assert leads(store)[member] == lead
    before = leads(store)
    update_clusters(store, before)
    assert leads(store)[member] == lead


@pytest.mark.parametrize("linked", [True, False], ids=["linked", "not linked"])
def test_a_copy_in_another_language_stays_apart_in_a_crowd(
    crowd: tuple[Store, list[int]], linked: bool
) -> None:
    store, _ = crowd
    (most,) = store.rows(
        "SELECT same_as AS lead FROM stories WHERE same_as NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"
    )
    (member,) = store.rows(
        "SELECT id, url, body FROM stories WHERE same_as = ? ORDER BY id DESC LIMIT 1", most["lead"]
    )
    story = made_story("https://lamp.example/es/40", member["body"].replace("word50", "another"))
    story.read.alternates = [("es", member["url"])] if linked else []
    key, _ = match_and_save(store, story)
    assert (leads(store)[key] == most["lead"]) != linked
