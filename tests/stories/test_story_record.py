"""What saving a story changes: new, unchanged, updated; in any order of arrival."""

from datetime import timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from stories.item import Story
from stories.store import Store
from stories.story_record import Outcome, save_story
from tests.making import BODY, NOON, made_story

LATER = NOON + timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cuttings.db")


def save(store: Store, story: Story) -> Outcome:
    with store.transaction():
        return save_story(store, story, None)[1]


def content(store: Store) -> dict[str, Any]:
    """All that the tables say of stories, whatever ids the rows got."""
    stories = store.rows("SELECT url, title, body, first_seen, last_seen FROM stories ORDER BY url")
    versions = store.rows("SELECT number, seen, title, body FROM versions ORDER BY story, number")
    return {
        "stories": stories,
        "versions": versions,
        "urls": store.rows("SELECT url, how FROM urls ORDER BY url"),
    }


def test_a_new_story_has_its_rows(store: Store) -> None:
    assert save(store, made_story()) == "new"
    (story,) = store.rows(
        "SELECT url, outlet, title, published, published_precision, published_from FROM stories"
    )
    assert story == {
        "url": "https://lamp.example/mill",
        "outlet": "lamp",
        "title": "Mill closes",
        "published": "2026-03-01",
        "published_precision": "day",
        "published_from": "css time",
    }
    (quote,) = store.rows("SELECT content, speaker, source_start FROM quotes WHERE kind = 'direct'")
    assert quote["speaker"] == "Lena Ruiz"
    assert BODY[quote["source_start"] :].startswith("Lena Ruiz")
    assert store.rows("SELECT number FROM versions") == [{"number": 1}]


def test_the_same_page_again_changes_nothing(store: Store) -> None:
    save(store, made_story())
    before = content(store)
    assert save(store, made_story()) == "unchanged"
    assert content(store) == before


def test_typography_and_white_space_make_no_new_version(store: Store) -> None:
    save(store, made_story())
    retyped = BODY.replace('"Nobody', "“Nobody").replace('us,"', "us,”").replace("Its owner", "Its  owner")
    assert save(store, made_story(body=retyped, fetched=LATER)) == "unchanged"


def test_a_changed_text_is_a_new_version_and_the_story_shows_it(store: Store) -> None:
    save(store, made_story())
    assert save(store, made_story(body=BODY + "\n\nIt will open again.", fetched=LATER)) == "updated"
    state = content(store)
    assert [version["number"] for version in state["versions"]] == [1, 2]
    assert state["stories"][0]["body"].endswith("It will open again.")
    assert (state["stories"][0]["first_seen"], state["stories"][0]["last_seen"]) == (
        "2026-03-01T12:00:00+00:00",
        "2026-03-02T12:00:00+00:00",
    )


def test_the_order_of_captures_makes_no_difference(tmp_path: Path) -> None:
    captures = [
        made_story(),
        made_story(title="Mill shuts", fetched=LATER),
        made_story(body=BODY + "\n\nIt will open again.", fetched=LATER + timedelta(days=1)),
    ]
    states = []
    for number, order in enumerate(permutations(captures)):
        store = Store(tmp_path / f"{number}.db")
        for story in order:
            save(store, story)
        states.append(content(store))
    assert all(state == states[0] for state in states)
    assert len(states[0]["versions"]) == 3


def test_one_text_under_two_addresses_of_one_outlet_is_one_story(store: Store) -> None:
    save(store, made_story())
    assert save(store, made_story(url="https://lamp.example/2026/mill-closes")) == "unchanged"
    state = content(store)
    assert len(state["stories"]) == 1
    assert {row["url"]: row["how"] for row in state["urls"]}[
        "https://lamp.example/2026/mill-closes"
    ] == "same text"


def test_a_story_known_by_another_of_its_addresses_is_found(store: Store) -> None:
    first = made_story(url="https://lamp.example/old-place")
    save(store, first)
    second = made_story(body=BODY + " More.", fetched=LATER)
    second.addresses = [("https://lamp.example/old-place", "redirect")]
    assert save(store, second) == "updated"
    assert store.row("SELECT count(*) AS n FROM stories") == {"n": 1}


def test_full_text_search_follows_the_rows(store: Store) -> None:
    save(store, made_story())
    save(store, made_story(body="A loom burned.", fetched=LATER))
    sql = "SELECT rowid FROM stories_fts WHERE stories_fts MATCH ?"
    assert len(store.rows(sql, "loom")) == 1
    assert store.rows(sql, "spinner") == []
    assert store.rows("SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH 'nobody'") == []
