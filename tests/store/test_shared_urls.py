"""An address that unlike stories claim tells none of them, in whichever order they came."""

from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest

from store import matching
from store.database import Store
from store.decisions import match
from store.entry_source import waiting_for
from store.migrations import READ
from stories.item import Story
from tests.making import NOON, made_story, match_and_save
from tests.store.contents import content
from tests.store.test_identity_any_order import text

SITE = "https://lamp.example"
LETTER = f"{SITE}/sign-our-letter"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "c.db")


def claiming(number: int, words: str, stated: str = LETTER, asked: str = "", hours: int = 0) -> Story:
    story = made_story(f"{SITE}/{number}", words, f"Title {number}", NOON + timedelta(hours=hours))
    story.read.url = stated or story.page.url
    story.page.asked = asked or None
    story.resolve_identity()
    return story


def saved(store: Store, *stories: Story) -> list[str]:
    for story in stories:
        with store.transaction():
            match_and_save(store, story)
    return [row["url"] for row in store.rows("SELECT url FROM stories ORDER BY url")]


def at_the_letter() -> Story:
    story = made_story(LETTER, text(3), "Sign our letter")
    story.resolve_identity()
    return story


def test_the_story_that_was_read_there_has_it_in_any_order(tmp_path: Path) -> None:
    said = []
    for number, order in enumerate(list(permutations(range(4)))[::3]):
        made = [claiming(1, text(1)), claiming(2, text(2)), claiming(4, text(3, 0.1)), at_the_letter()]
        store = Store(tmp_path / f"{number}.db")
        assert saved(store, *(made[at] for at in order)) == [f"{SITE}/1", f"{SITE}/2", LETTER]
        shared = store.rows("SELECT url, how, story FROM shared_urls")
        assert {(row["url"], row["how"]) for row in shared} == {(LETTER, "canonical")}
        assert len(shared) == 2
        said.append(content(store))
        store.close()
    assert all(one == said[0] for one in said)


@pytest.mark.parametrize("read_first", [True, False])
def test_an_address_that_led_to_one_place_tells_no_story(store: Store, read_first: bool) -> None:
    """A site that is rebuilt sends all that is gone to one page."""
    before = [claiming(1, text(1), ""), claiming(2, text(2), "")]
    gone = [claiming(9, text(5), "", f"{SITE}/{number}", 1) for number in (1, 2)]
    made = [*before, *gone] if read_first else [*gone, *before]
    assert saved(store, *made) == [f"{SITE}/1", f"{SITE}/2", f"{SITE}/9"]


def test_a_claim_that_only_one_makes_is_its_address(store: Store) -> None:
    assert saved(store, claiming(1, text(1))) == [LETTER]
    assert store.rows("SELECT how, read FROM urls ORDER BY url") == [
        {"how": "variant", "read": "variant"},
        {"how": "canonical", "read": None},
    ]
    assert saved(store, claiming(2, text(1, 0.1))) == [LETTER]


def test_claims_of_stories_that_turn_out_to_be_one_are_one_again(store: Store) -> None:
    two = claiming(1, text(1)), claiming(2, text(2))
    assert saved(store, *two) == [f"{SITE}/1", f"{SITE}/2"]
    assert saved(store, claiming(1, text(2), hours=1)) == [LETTER]
    assert store.rows("SELECT * FROM shared_urls") == []


def test_a_page_that_joins_two_which_share_an_address_with_a_third_leaves_that_apart(store: Store) -> None:
    made = [claiming(1, text(1)), claiming(2, text(2)), claiming(3, text(3)), claiming(1, text(2), hours=1)]
    assert saved(store, *made) == [f"{SITE}/1", f"{SITE}/3"]
    assert len(store.rows("SELECT * FROM shared_urls")) == 2


def test_of_a_crowd_the_like_ones_join(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "MAX_CLAIMANTS", 5)
    saved(store, *(claiming(number, text(number)) for number in range(8)))
    assert len(saved(store, claiming(99, text(7, 0.1)))) == 8


def test_an_entry_that_links_to_it_waits(store: Store) -> None:
    for number, address in enumerate((LETTER, f"{SITE}/2")):
        store.add("entries", {"url": f"https://centre.example/{number}", "source_address": address})
    saved(store, claiming(1, text(1)))
    second = claiming(2, text(2))
    match(second, store, {})
    assert [key for key, _ in waiting_for(store, second)] == [2]


def test_of_an_older_database_what_was_stated_alone_is_a_claim(store: Store) -> None:
    saved(store, claiming(1, text(1)), claiming(2, text(2), ""))
    store.db.execute("UPDATE urls SET read = NULL")
    with store.transaction():
        store.db.execute(READ)
    assert store.rows("SELECT url, read FROM urls ORDER BY url") == [
        {"url": f"{SITE}/1", "read": "variant"},
        {"url": f"{SITE}/2", "read": "canonical"},
        {"url": LETTER, "read": None},
    ]
