"""A text much shorter than the last one is looked at twice before `history` says that words were dropped."""

from datetime import timedelta
from pathlib import Path

import pytest

from store.database import Store
from store.decisions import match
from store.doubt import SHORTER, doubt
from store.story_record import save_story
from stories.item import Story
from tests.making import BODY, NOON, made_story

LONG = "\n\n".join(f"{BODY} Hall {number} stood still." for number in range(9))
HALVED = LONG[: len(LONG) // 3]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "c.db")


def looked_at(store: Store, story: Story) -> str:
    """What the stages do: reject it with the doubt, or save it."""
    match(story, store, {})
    if why := doubt(story, store):
        store.reject(story.page.url, "pipeline", SHORTER, why, None, story.page)
        return why
    with store.transaction():
        save_story(store, story, story.matched, None)
    return ""


@pytest.mark.parametrize("body", [HALVED, "The story was taken down.", LONG[:-10].upper()[:500]])
def test_a_much_shorter_text_is_a_version_only_after_a_second_look(store: Store, body: str) -> None:
    later = [made_story(body=body, fetched=NOON + timedelta(hours=hours)) for hours in (1, 2)]
    assert not looked_at(store, made_story(body=LONG))
    assert "characters, " in looked_at(store, later[0])
    assert "characters, " in looked_at(store, later[0]), "the same capture is no second look"
    assert store.db["versions"].count == 1
    assert not looked_at(store, later[1])
    assert store.db["versions"].count == 2


def test_a_look_that_finds_the_text_again_begins_anew(store: Store) -> None:
    hours = [NOON + timedelta(hours=hour) for hour in range(4)]
    looked_at(store, made_story(body=LONG, fetched=hours[0]))
    assert looked_at(store, made_story(body=HALVED, fetched=hours[1]))
    assert not looked_at(store, made_story(body=LONG, fetched=hours[2]))
    assert looked_at(store, made_story(body=HALVED, fetched=hours[3]))


@pytest.mark.parametrize(
    ("before", "after"), [(LONG, LONG[: len(LONG) * 2 // 3]), (BODY, "It closed."), (HALVED, LONG)]
)
def test_an_ordinary_change_is_a_version_at_once(store: Store, before: str, after: str) -> None:
    looked_at(store, made_story(body=before))
    assert not looked_at(store, made_story(body=after, fetched=NOON + timedelta(hours=1)))
    assert store.db["versions"].count == 2


def test_what_is_read_again_is_no_news(store: Store) -> None:
    looked_at(store, made_story(body=LONG))
    again = made_story(body=HALVED, fetched=NOON + timedelta(hours=1))
    again.reread = True
    assert not looked_at(store, again)
