"""The ledger: what is due, on which schedule, and what a killed run leaves for the next."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from runs.frontier import Ledger, dates_of, validators
from store.database import Store
from stories.dates import Candidate
from tests.making import NOON

URL = "https://lamp.example/mill"
HOUR = timedelta(hours=1)
FEED = Candidate("published", "Sun, 01 Mar 2026 08:00:00 GMT", "feed pubDate")
LATER = Candidate("published", "Sun, 01 Mar 2026 11:00:00 GMT", "feed pubDate")


class Clock:
    """A clock that a test sets."""

    now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(tmp_path: Path, clock: Clock) -> Ledger:
    return Ledger(Store(tmp_path / "c.db"), [6, 24, 72, 168, 672], [1, 24], clock)


def save(ledger: Ledger, news: bool = True, **page: str) -> None:
    ledger.queued(URL, URL + "?a", "lamp", [FEED])
    ledger.saved(URL + "?a", URL, "lamp", news, page)


def due(ledger: Ledger) -> bool:
    return ledger.status(ledger.known(URL)) == "due"


def test_an_address_is_due_until_it_is_saved_or_rejected(ledger: Ledger) -> None:
    assert due(ledger)
    ledger.queued(URL, URL, "lamp", [])
    assert due(ledger)
    ledger.fetched(URL)
    assert due(ledger)
    ledger.saved(URL, URL, "lamp", True, {})
    assert ledger.status(ledger.known(URL)) == "unchanged"
    ledger.queued(URL, URL, "lamp", [])
    ledger.stopped(URL, "rejected", "video page")
    assert ledger.status(ledger.known(URL)) == "rejected"


def test_visits_that_bring_nothing_new_become_rarer_and_end(ledger: Ledger, clock: Clock) -> None:
    save(ledger)
    waits = []
    while not due(ledger) and len(waits) < 9:
        row = ledger.known(URL) or {}
        if not row["next_try"]:
            break
        waits.append((datetime.fromisoformat(row["next_try"]) - clock.now) / HOUR)
        clock.now = datetime.fromisoformat(row["next_try"])
        assert due(ledger)
        save(ledger, news=False)
    assert waits == [6, 24, 72, 168, 672]


def test_news_makes_visits_frequent_again(ledger: Ledger, clock: Clock) -> None:
    for news in (True, False, False, True):
        save(ledger, news)
    clock.now = NOON + 6 * HOUR
    assert due(ledger)


@pytest.mark.parametrize(
    ("published", "hours"),
    [
        ("2026-03-01T06:00:00+00:00", 6),
        ("2026-02-28", 24),  # a day and a half old
        ("2026-02-19", 72),
        ("2026-01", 672),
        ("2019", None),
    ],
)
def test_an_old_story_is_visited_less(ledger: Ledger, published: str, hours: int | None) -> None:
    save(ledger, published=published)
    row = ledger.known(URL) or {}
    assert row["next_try"] == (hours and (NOON + hours * HOUR).isoformat())


def test_a_story_that_its_feed_dates_anew_is_due_but_not_each_time(ledger: Ledger, clock: Clock) -> None:
    save(ledger)
    clock.now = NOON + HOUR / 2
    assert ledger.status(ledger.known(URL), [LATER]) == "unchanged"
    clock.now = NOON + HOUR
    assert ledger.status(ledger.known(URL), [FEED]) == "unchanged"
    assert ledger.status(ledger.known(URL), [LATER]) == "due"


def test_a_page_that_was_rejected_is_tried_again_twice(ledger: Ledger, clock: Clock) -> None:
    for wait in (HOUR, 24 * HOUR):
        ledger.queued(URL, URL, "lamp", [])
        ledger.stopped(URL, "failed", "HTTP 500")
        assert not due(ledger)
        clock.now += wait
        assert due(ledger)
    ledger.queued(URL, URL, "lamp", [])
    ledger.stopped(URL, "failed", "HTTP 500")
    clock.now += 9999 * HOUR
    assert not due(ledger)


def test_what_is_not_the_page_s_doing_leaves_it_queued(ledger: Ledger) -> None:
    ledger.queued(URL, URL, "lamp", [])
    ledger.stopped(URL, "failed", "host not found")
    assert [row["url"] for row in ledger.due("lamp")] == [URL]
    assert (ledger.known(URL) or {})["tries"] == 0


def test_what_a_killed_run_left_is_taken_up_first_with_its_dates(ledger: Ledger, clock: Clock) -> None:
    save(ledger)
    ledger.queued(URL + "/2", URL + "/2", "lamp", [FEED])
    ledger.queued(URL + "/3", URL + "/3", "tide", [])
    clock.now = NOON + 7 * HOUR
    rows = ledger.due("lamp")
    assert [row["url"] for row in rows] == [URL + "/2", URL]
    assert dates_of(rows[0]) == [FEED]
    assert [row["url"] for row in ledger.due("lamp", unfinished=True)] == [URL + "/2"]


def test_a_story_is_known_under_both_addresses(ledger: Ledger) -> None:
    ledger.queued("https://lamp.example/old", "https://lamp.example/old", "lamp", [])
    ledger.saved("https://lamp.example/old", URL, "lamp", True, {})
    assert not due(ledger)
    assert ledger.status(ledger.known("https://lamp.example/old")) == "unchanged"


def test_what_a_run_left_out_is_due_for_one_that_takes_all(ledger: Ledger) -> None:
    ledger.queued(URL, URL, "lamp", [])
    ledger.left_out(URL)
    assert ledger.status(ledger.known(URL), ranged=True) == "unchanged"
    assert ledger.status(ledger.known(URL)) == "due"
    assert ledger.due("lamp") == []


def test_a_visit_is_conditional_on_what_the_last_one_showed(ledger: Ledger) -> None:
    assert validators(ledger.known(URL)) == {}
    save(ledger, etag='"a"', last_modified="Sun, 01 Mar 2026 08:00:00 GMT")
    expected = {"If-None-Match": '"a"', "If-Modified-Since": "Sun, 01 Mar 2026 08:00:00 GMT"}
    assert validators(ledger.known(URL)) == expected
    ledger.queued(URL, URL, "lamp", [])
    assert validators(ledger.known(URL)) == {}, "a page that did not become a record is asked for whole"
    ledger.listed("https://lamp.example/rss", "lamp", {"listed": 12, "etag": '"b"'})
    assert validators(ledger.known("https://lamp.example/rss")) == {"If-None-Match": '"b"'}


def test_without_a_schedule_nothing_is_kept(tmp_path: Path, clock: Clock) -> None:
    ledger = Ledger(Store(tmp_path / "c.db"), [], [], clock)
    save(ledger)
    ledger.stopped(URL, "failed", "HTTP 500")
    ledger.left_out(URL)
    assert due(ledger)
    assert ledger.store.rows("SELECT * FROM ledger") == []


def test_what_somebody_asks_for_is_due_unless_it_was_saved_a_moment_ago(ledger: Ledger, clock: Clock) -> None:
    for _ in range(3):
        save(ledger, news=False)
    assert ledger.status(ledger.known(URL), wanted=True) == "unchanged"
    clock.now = NOON + 7 * HOUR
    assert ledger.status(ledger.known(URL)) == "unchanged"
    assert ledger.status(ledger.known(URL), wanted=True) == "due"
    ledger.queued(URL, URL, "lamp", [])
    ledger.stopped(URL, "rejected", "video page")
    assert ledger.status(ledger.known(URL), wanted=True) == "due"


@pytest.mark.parametrize("state", ["saved", "rejected", "left out"])
@pytest.mark.parametrize("ahead", [timedelta(days=3), timedelta(days=400)])
def test_what_a_clock_set_ahead_wrote_counts_as_unset(
    ledger: Ledger, clock: Clock, state: str, ahead: timedelta
) -> None:
    now = datetime.now(UTC)
    clock.now = now + ahead
    save(ledger)
    if state == "rejected":
        ledger.stopped(URL + "?a", "rejected", "video page")
    if state == "left out":
        ledger.left_out(URL + "?a")
    clock.now = now
    row = ledger.known(URL)
    assert ledger.status(row, ranged=True) == "due"
    assert ledger.status(row, wanted=True, ranged=True) == "due", "by hand too"
    assert len(ledger.due("lamp")) == (state != "left out")
    save(ledger)
    assert ledger.status(ledger.known(URL)) == "unchanged"
    assert not ledger.due("lamp")


def test_a_replay_of_the_past_is_no_clock_set_ahead(ledger: Ledger, clock: Clock) -> None:
    clock.now = datetime.now(UTC)
    save(ledger)
    clock.now = NOON - timedelta(days=900)
    assert ledger.status(ledger.known(URL)) == "unchanged"
    assert not ledger.due("lamp")
