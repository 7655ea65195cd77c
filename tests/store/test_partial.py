"""What a wall lets through is no edit of the outlet: a whole text takes its place, and it takes none's."""

from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest

from store.database import Store
from store.entry_checks import held_source
from store.tables import Row
from stories.entries.check import BEHIND, Excerpt, check_entry
from stories.entries.excerpts import Passage
from stories.item import Story
from tests.making import BODY, NOON, made_story, match_and_save

PUBLIC, MORE = BODY.split("\n\n")[0], "\n\n".join(BODY.split("\n\n")[:2])


def seen(body: str, hour: int, partial: bool = True, title: str = "Mill closes") -> Story:
    story = made_story(body=body, title=title, fetched=NOON + timedelta(hours=hour))
    story.read.partial = partial
    return story


def held(store: Store) -> tuple[list[Row], ...]:
    return (
        store.rows("SELECT body, partial, first_seen, last_seen FROM stories"),
        store.rows("SELECT number, body, partial, seen, last_seen FROM versions"),
        store.rows(
            "SELECT * FROM changes UNION ALL SELECT story, number, place, state, before, after FROM quote_changes"
        ),
        store.rows("SELECT content FROM quotes"),
    )


def save(path: Path, *stories: Story) -> Store:
    store = Store(path)
    for story in stories:
        with store.transaction():
            match_and_save(store, story)
    return store


@pytest.mark.parametrize("order", list(permutations(range(4))), ids=str)
def test_a_whole_text_stands_for_the_story_in_whichever_order_its_pages_come(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    pages = [seen(PUBLIC, 0), seen(MORE, 1), seen(BODY, 2, partial=False), seen(PUBLIC, 3, title="Mill shut")]
    stories, versions, changes, quotes = held(save(tmp_path / "c.db", *(pages[at] for at in order)))
    (story,), (version,) = stories, versions
    assert (story["body"], story["partial"], version["body"], version["number"]) == (BODY, 0, BODY, 1)
    assert (story["first_seen"][11:13], story["last_seen"][11:13]) == ("12", "14")
    assert (changes, len(quotes)) == ([], 1)


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_the_fullest_of_partial_texts_is_kept(tmp_path: Path, order: tuple[int, ...]) -> None:
    pages = [seen(PUBLIC, 0), seen(MORE, 1), seen(PUBLIC, 2)]
    stories, versions, changes, quotes = held(save(tmp_path / "c.db", *(pages[at] for at in order)))
    assert [row["body"] for row in (*stories, *versions)] == [MORE, MORE]
    assert (stories[0]["partial"], changes, len(quotes)) == (1, [], 1)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["wall first", "wall last"])
def test_a_text_that_was_seen_whole_is_whole_whatever_stands_below_it(
    tmp_path: Path, order: tuple[int, int]
) -> None:
    pages = [seen(BODY, 0), seen(BODY, 1, partial=False)]
    stories, versions, changes, _ = held(save(tmp_path / "c.db", *(pages[at] for at in order)))
    assert [(row["body"], row["partial"]) for row in (*stories, *versions)] == [(BODY, 0), (BODY, 0)]
    assert (stories[0]["last_seen"][11:13], changes) == ("13", [])


def test_an_edit_behind_the_wall_is_told_when_both_texts_are_whole(tmp_path: Path) -> None:
    edited = BODY.replace("Monday", "Tuesday")
    pages = [seen(BODY, 0, partial=False), seen(PUBLIC, 1), seen(edited, 2, partial=False)]
    stories, versions, changes, _ = held(save(tmp_path / "c.db", *pages))
    assert [row["body"] for row in (*stories, *versions)] == [edited, BODY, edited]
    assert len(changes) == 2, "a paragraph, and the quote that is the same"


def test_a_passage_that_is_not_public_is_not_called_missing(tmp_path: Path) -> None:
    store = save(tmp_path / "c.db", seen(MORE, 0))
    excerpt = Excerpt("", [Passage("The mill closed on Monday."), Passage("Its owner gave no reason.")], [])
    check = check_entry(excerpt, held_source(store, 1))
    assert [(one.fidelity, one.note) for one in check.passages] == [("exact", ""), ("unchecked", BEHIND)]
    assert [verdict.fidelity for verdict in check.verdicts] == ["exact"]
    with store.transaction():
        match_and_save(store, seen(BODY, 1, partial=False))
    check = check_entry(excerpt, held_source(store, 1))
    assert [one.fidelity for one in check.passages] == ["exact", "exact"]
