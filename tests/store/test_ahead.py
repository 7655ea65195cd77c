"""Times that a clock set ahead wrote steer nothing: what is fetched by a right clock afterwards is the latest."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from runs.run import Run
from store.database import Store
from store.doubt import doubt
from store.merging import merge
from store.near_duplicates import judge
from store.tables import stamp
from tests.making import BODY, made_story, match_and_save

NOW = datetime.now(UTC)  # a clock set ahead is ahead of this one
HOUR = timedelta(hours=1)
AHEAD = (timedelta(days=2), timedelta(days=4000))
URL = "https://lamp.example/mill"
TEXTS = [BODY, BODY.replace("Monday", "Tuesday"), BODY.replace("Monday", "Wednesday")]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "c.db")


def saved(store: Store, body: str, fetched: datetime, url: str = URL, reread: bool = False) -> str:
    """What a capture changed; what is read again reads another name."""
    story = made_story(url, body, fetched=fetched)
    if story.reading and reread:
        story.reread, story.prepared = True, None
        story.reading.body = body.replace("Lena", "Lina")
        story.resolve_identity()
    with store.transaction():
        return match_and_save(store, story)[1]


def texts(store: Store) -> list[str]:
    """The day that each version names, in their order; no time of the story is ahead."""
    latest = stamp(datetime.now(UTC))
    story = store.row("SELECT first_seen, last_seen FROM stories") or {}
    rows = store.rows("SELECT seen, last_seen, body FROM versions ORDER BY number")
    assert story["first_seen"] <= story["last_seen"] <= latest
    assert all(row["last_seen"] <= latest for row in rows)
    assert [row["seen"] for row in rows] == sorted(row["seen"] for row in rows)
    assert all(row["seen"] <= row["last_seen"] for row in rows)
    return [row["body"].split()[4].strip(".") for row in rows]


@pytest.mark.parametrize("ahead", AHEAD)
def test_a_version_seen_ahead_keeps_its_place_and_the_next_one_is_the_latest(
    store: Store, ahead: timedelta
) -> None:
    saved(store, TEXTS[0], NOW - 9 * HOUR)
    saved(store, TEXTS[1], NOW + ahead)
    assert saved(store, TEXTS[2], NOW) == "updated"
    assert texts(store) == ["Monday", "Tuesday", "Wednesday"]
    row = store.row("SELECT body, last_seen FROM stories") or {}
    assert (row["body"], row["last_seen"]) == (TEXTS[2], stamp(NOW))
    saved(store, TEXTS[0], NOW - 99 * HOUR, URL + "?x")
    assert texts(store) == ["Monday", "Tuesday", "Wednesday"]


@pytest.mark.parametrize("ahead", AHEAD)
def test_a_story_seen_ahead_only_is_read_anew(store: Store, ahead: timedelta) -> None:
    saved(store, TEXTS[0], NOW + ahead)
    saved(store, TEXTS[1], NOW + ahead + HOUR)
    assert saved(store, TEXTS[2], NOW) == "updated"
    assert texts(store) == ["Monday", "Tuesday", "Wednesday"]


def test_a_text_seen_again_ahead_is_seen_when_it_was_before(store: Store) -> None:
    saved(store, TEXTS[0], NOW - 9 * HOUR)
    saved(store, TEXTS[0], NOW + AHEAD[0])
    assert saved(store, TEXTS[0], NOW) == "unchanged"
    assert texts(store) == ["Monday"]
    assert store.row("SELECT last_seen FROM versions") == {"last_seen": stamp(NOW)}


def test_a_text_first_seen_ahead_is_seen_no_later_than_now(store: Store) -> None:
    saved(store, TEXTS[0], NOW + AHEAD[0])
    assert saved(store, TEXTS[0], NOW) == "unchanged"
    assert texts(store) == ["Monday"]


def test_a_page_fetched_ahead_is_read_again_at_its_place(store: Store) -> None:
    for body, fetched in zip(TEXTS, (NOW - HOUR, NOW + AHEAD[0], NOW), strict=True):
        saved(store, body, fetched)
    assert saved(store, TEXTS[1], NOW + AHEAD[0], reread=True) == "updated"
    assert texts(store) == ["Monday", "Tuesday", "Wednesday"]
    assert "Lina" in str(store.rows("SELECT body FROM versions WHERE number = 2"))


def test_stories_of_which_one_was_seen_ahead_turn_out_to_be_one(store: Store) -> None:
    saved(store, TEXTS[0], NOW + AHEAD[0])
    saved(store, TEXTS[1], NOW, URL + "-2")
    with store.transaction():
        merge(store, [1, 2], stamp(NOW + HOUR))
    assert texts(store) == ["Monday", "Tuesday"]
    assert store.row("SELECT id FROM stories") == {"id": 2}, "the one that was surely seen last stays"


def test_a_shorter_text_is_doubted_though_the_longer_one_was_seen_ahead(store: Store) -> None:
    from store.decisions import match

    saved(store, TEXTS[0] * 5, NOW + AHEAD[0])
    story = made_story(URL, TEXTS[0][:60], fetched=NOW)
    match(story, store, {})
    assert "characters, " in doubt(story, store)


def test_of_two_words_on_two_stories_the_one_given_ahead_counts_less(store: Store) -> None:
    for number in range(3):
        saved(store, f"{BODY} Hall {number} {'x' * number * 90}", NOW, f"{URL}-{number}")
    with store.transaction():
        judge(store, 1, 3, "same")
        judge(store, 2, 3, "different")
    store.db.execute("UPDATE judgements SET made = ? WHERE story = 1", [stamp(NOW + AHEAD[0])])
    with store.transaction():
        merge(store, [1, 2], stamp(NOW + HOUR))
    assert [row["verdict"] for row in store.rows("SELECT verdict FROM judgements")] == ["different"]


def test_a_story_that_has_not_changed_is_seen_now(store: Store) -> None:
    saved(store, TEXTS[0], NOW + AHEAD[0])
    run = Run(store, "lamp", "lamp", [6], [1])
    run.ledger.queued(URL, URL, "lamp", [])
    run.outcomes.seen_again(URL)
    assert store.row("SELECT last_seen FROM stories WHERE last_seen <= ?", stamp(datetime.now(UTC)))


def test_runs_that_a_clock_set_ahead_dates_are_no_past(store: Store) -> None:
    from runs.verdict import past_of

    row = {"spider": "lamp", "verdict": "ok", "listed": 40}
    for started in (NOW - 30 * HOUR, NOW + AHEAD[0], NOW - HOUR):
        store.add("runs", row | {"started": stamp(started), "finished": stamp(started)})
    past = past_of(store, "lamp", 9, stamp(NOW))
    assert [run["id"] for run in past] == [3, 1]
