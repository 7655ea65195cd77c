"""What saving a story changes: new, unchanged, updated; in any order of arrival."""

from datetime import timedelta
from itertools import permutations
from multiprocessing import get_context
from pathlib import Path
from random import Random

import pytest

from store.database import Store
from store.story_record import Outcome
from stories.item import Story
from tests.making import BODY, NOON, made_story, match_and_save
from tests.store.contents import content
from tests.waiting import at_once

LATER = NOON + timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cuttings.db")


def save(store: Store, story: Story) -> Outcome:
    with store.transaction():
        return match_and_save(store, story)[1]


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
    assert [row["number"] for row in store.rows("SELECT number FROM versions")] == [1, 2]
    (story,) = store.rows("SELECT * FROM stories")
    assert story["body"].endswith("It will open again.")
    assert (story["first_seen"], story["last_seen"]) == (
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
    assert len(store.rows("SELECT id FROM stories")) == 1
    assert {row["url"]: row["how"] for row in store.rows("SELECT * FROM urls")}[
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


def test_a_story_that_goes_back_to_an_old_text_shows_it_and_has_no_new_version(store: Store) -> None:
    for hours, title in enumerate(("Mill closes", "Mill shuts", "Mill closes")):
        save(store, made_story(title=title, fetched=NOON + timedelta(hours=hours)))
    assert store.row("SELECT title FROM stories") == {"title": "Mill closes"}
    assert store.rows("SELECT number, title, seen, last_seen FROM versions") == [
        {
            "number": 1,
            "title": "Mill closes",
            "seen": "2026-03-01T12:00:00+00:00",
            "last_seen": "2026-03-01T14:00:00+00:00",
        },
        {
            "number": 2,
            "title": "Mill shuts",
            "seen": "2026-03-01T13:00:00+00:00",
            "last_seen": "2026-03-01T13:00:00+00:00",
        },
    ]


def test_a_page_that_is_two_stories_makes_them_one(store: Store) -> None:
    save(store, made_story("https://lamp.example/a", BODY + "\n\nFirst."))
    save(store, made_story("https://lamp.example/b", BODY + "\n\nSecond.", fetched=LATER))
    store.add("entries", {"url": "https://centre.example/1", "story": 1})
    bridge = made_story("https://lamp.example/b", BODY + "\n\nThird.", fetched=LATER + timedelta(days=1))
    bridge.addresses = [("https://lamp.example/a", "redirect")]
    assert save(store, bridge) == "updated"
    (story,) = store.rows("SELECT id, url, first_seen FROM stories")
    assert (story["url"], story["first_seen"][:10]) == ("https://lamp.example/b", "2026-03-01")
    assert [row["body"].split()[-1] for row in store.rows("SELECT body FROM versions ORDER BY number")] == [
        "First.",
        "Second.",
        "Third.",
    ]
    assert store.rows("SELECT story FROM entries") == [{"story": story["id"]}]
    assert {row["how"] for row in store.rows("SELECT how FROM urls WHERE url LIKE '%/a'")} == {"redirect"}


@pytest.mark.parametrize(("title", "stories"), [("Mill closes", 1), ("Ferry sinks", 2)])
def test_a_few_words_are_one_story_under_one_headline_only(store: Store, title: str, stories: int) -> None:
    save(store, made_story(body="This video cannot be played."))
    save(store, made_story("https://lamp.example/other", "This video cannot be played.", title))
    assert store.row("SELECT count(*) AS n FROM stories") == {"n": stories}


def test_re_crawls_of_an_unchanged_story_add_nothing(store: Store) -> None:
    """A month here; `python -m tests.bench.identity` does a year."""
    save(store, made_story())
    before, sizes = content(store), rows_of(store)
    for hour in range(1, 24 * 30):
        assert save(store, made_story(fetched=NOON + timedelta(hours=hour))) == "unchanged"
    assert rows_of(store) == sizes
    after = content(store)
    last = str(NOON + timedelta(hours=24 * 30 - 1)).replace(" ", "T")
    assert [row.replace(last, "2026-03-01T12:00:00+00:00") for row in after["stories"]] == before["stories"]
    assert {name for name in after if after[name] != before[name]} == {
        "stories",
        "versions",
    }  # their last_seen


def rows_of(store: Store) -> dict[str, int]:
    return {name: store.db[name].count for name in store.db.table_names()}


def test_a_page_that_reads_otherwise_is_the_proof_of_what_it_shows(store: Store) -> None:
    for day in range(4):
        story = made_story(fetched=NOON + timedelta(days=day))
        story.read.tags = [] if day == 0 else ["mills"]
        save(store, story)
    assert store.row("SELECT tags, fetched FROM stories JOIN pages ON pages.id = stories.page") == {
        "tags": '["mills"]',
        "fetched": "2026-03-04T12:00:00+00:00",
    }
    assert store.row("SELECT fetched FROM versions JOIN pages ON pages.id = page") == {
        "fetched": "2026-03-01T12:00:00+00:00"
    }
    assert store.row("SELECT count(*) AS n FROM pages") == {"n": 2}


def test_a_page_that_is_read_anew_has_one_reading(store: Store) -> None:
    misread = made_story(body=BODY + "\n\nRead more: the ferry.")
    save(store, misread)
    save(store, made_story(body=BODY + "\n\nRead more: the ferry.", fetched=LATER))
    better = made_story()
    better.page, better.reread = misread.page, True
    with store.transaction():
        assert match_and_save(store, better)[1] == "updated"
    assert store.rows("SELECT body, seen, last_seen FROM versions") == [
        {"body": BODY, "seen": "2026-03-01T12:00:00+00:00", "last_seen": "2026-03-02T12:00:00+00:00"}
    ]
    assert store.rows("SELECT body, last_seen FROM stories") == [
        {"body": BODY, "last_seen": "2026-03-02T12:00:00+00:00"}
    ]
    assert store.row("SELECT count(*) AS n FROM pages") == {"n": 1}


def told(number: int, part: int) -> str:
    """Sixty words of its own for each number; the first quarter of the stories has copies in the second."""
    words = Random(number - 20 if 20 <= number < 40 else number)
    return f"{' '.join(f'w{words.randrange(500)}' for _ in range(60))} {number} of part {part}."


def save_all(path: Path, seed: int) -> None:
    """What one of the processes does: 80 stories, some with two versions, in an order of its own."""
    store = Store(path)
    stories = [
        made_story(f"https://lamp.example/{n}", told(n, part), fetched=NOON + timedelta(hours=part))
        for n in range(80)
        for part in range(2 if n % 10 == 0 else 1)
    ]
    Random(seed).shuffle(stories)
    for story in stories:
        save(store, story)
    store.close()


def test_eight_processes_save_the_same_stories_at_once(tmp_path: Path) -> None:
    context = get_context("fork")
    processes = [context.Process(target=save_all, args=(tmp_path / "c.db", seed)) for seed in range(8)]
    assert at_once(processes) == [0] * 8
    store = Store(tmp_path / "c.db")
    assert store.row("SELECT count(*) AS n FROM stories") == {"n": 80}
    assert store.row("SELECT count(*) AS n FROM versions") == {"n": 88}
    assert store.row("SELECT count(*) AS n FROM urls") == {"n": 80}
    save_all(tmp_path / "alone.db", 99)
    assert content(store) == content(Store(tmp_path / "alone.db"))
