"""Hosts that refuse are left alone for a growing time."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from runs.hosts import FIRST_BACKOFF, MAX_BACKOFF, REFUSALS_IN_A_ROW, Hosts, retry_after
from store.database import Store
from tests.making import NOON

HOST = "lamp.example"
SECOND = timedelta(seconds=1)


@pytest.fixture
def hosts(tmp_path: Path) -> Hosts:
    return Hosts(Store(tmp_path / "c.db"))


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("120", NOON + timedelta(minutes=2)),
        ("Sun, 01 Mar 2026 12:05:00 GMT", NOON + timedelta(minutes=5)),
        ("999999999999", NOON + MAX_BACKOFF),
        ("Sun, 01 Mar 2099 12:05:00 GMT", NOON + MAX_BACKOFF),
        ("soon", None),
        ("-3", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after(header: str | None, expected: datetime | None) -> None:
    assert retry_after(header, NOON) == expected


def test_a_host_is_left_alone_from_the_third_refusal_in_a_row(hosts: Hosts) -> None:
    for _ in range(REFUSALS_IN_A_ROW - 1):
        hosts.refused(HOST, "HTTP 403", NOON)
    assert hosts.backoff(HOST, NOON) is None
    hosts.refused(HOST, "HTTP 403", NOON)
    assert hosts.backoff(HOST, NOON) == (NOON + FIRST_BACKOFF, "HTTP 403")
    assert hosts.backoff("other.example", NOON) is None


def test_each_rest_is_twice_as_long_up_to_a_week(hosts: Hosts) -> None:
    now, lengths = NOON, []
    for _ in range(REFUSALS_IN_A_ROW - 1):
        hosts.refused(HOST, "HTTP 403", now)
    for _ in range(14):
        hosts.refused(HOST, "HTTP 403", now)
        until, _ = hosts.backoff(HOST, now) or (now, "")
        lengths.append(until - now)
        now = until + SECOND
    assert lengths[:4] == [FIRST_BACKOFF, 2 * FIRST_BACKOFF, 4 * FIRST_BACKOFF, 8 * FIRST_BACKOFF]
    assert lengths[-1] == MAX_BACKOFF


def test_what_was_under_way_when_the_rest_began_does_not_lengthen_it(hosts: Hosts) -> None:
    for _ in range(REFUSALS_IN_A_ROW + 5):
        hosts.refused(HOST, "HTTP 403", NOON)
    assert hosts.backoff(HOST, NOON) == (NOON + FIRST_BACKOFF, "HTTP 403")


def test_a_host_that_names_a_time_is_left_alone_until_then(hosts: Hosts) -> None:
    hosts.refused(HOST, "HTTP 429", NOON, NOON + timedelta(minutes=2))
    assert hosts.backoff(HOST, NOON) == (NOON + timedelta(minutes=2), "HTTP 429")
    assert hosts.backoff(HOST, NOON + timedelta(minutes=2)) is None


def test_a_page_given_ends_it(hosts: Hosts) -> None:
    for _ in range(REFUSALS_IN_A_ROW):
        hosts.refused(HOST, "HTTP 403", NOON)
    hosts.answered(HOST)
    assert hosts.backoff(HOST, NOON) is None
    assert Hosts(hosts.store).troubled == set()


def test_a_backoff_that_a_clock_set_ahead_wrote_counts_as_unset(hosts: Hosts) -> None:
    hosts.refused(HOST, "HTTP 429", NOON + 400 * 24 * 3600 * SECOND, NOON + 400 * 24 * 3601 * SECOND)
    assert hosts.backoff(HOST, NOON) is None
    hosts.refused(HOST, "HTTP 429", NOON, NOON + 60 * SECOND)
    found = hosts.backoff(HOST, NOON)
    assert found
    assert found[0] == NOON + 60 * SECOND
