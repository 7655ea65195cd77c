"""The verdict on a run: from its own counts and troubles, and from its outlet's past."""

import random
from collections import Counter
from datetime import timedelta

import pytest

from runs.trend import tail
from runs.verdict import EXIT_CODES, KEPT, Findings, cause_of, judge, past_of
from store.database import Store
from store.tables import Row, stamp
from tests.making import NOON

FEED = ("https://lamp.example/feed", "HTTP 404")
NOWHERE = ("https://lamp.example/feed", "host not found")
PAGE = ("https://lamp.example/x", "no body")
SEEDS = range(40)


@pytest.mark.parametrize(
    ("counts", "reason", "troubles", "refused", "verdict", "said"),
    [
        ({"found": 3, "new": 3}, "finished", [], [], "ok", ""),
        ({"found": 3, "unchanged": 3}, "finished", [], [], "ok", ""),
        ({"listed": 9, "matched": 9}, "finished", [], [], "ok", ""),
        ({"listed": 9}, "finished", [], [], "failed", "no story's address among 9"),
        ({"listed": 9, "found": 2, "unchanged": 2}, "finished", [], [], "degraded", "0 of 9 listed"),
        ({"listed": 9, "matched": 9, "found": 1, "rejected": 1}, "finished", [], [PAGE], "ok", ""),
        ({"found": 4, "new": 3, "rejected": 1}, "finished", [], [PAGE], "ok", ""),
        ({"found": 4, "new": 1, "rejected": 3}, "finished", [], [PAGE], "degraded", "3 of 4"),
        ({"found": 4, "new": 4}, "finished", [FEED], [], "degraded", "HTTP 404"),
        ({"found": 2, "rejected": 2}, "finished", [], [PAGE], "failed", "no body"),
        (
            {"found": 40, "unchanged": 30, "fetched": 10, "rejected": 10},
            "finished",
            [],
            [PAGE],
            "failed",
            "of 10",
        ),
        ({}, "finished", [], [], "failed", "nothing found"),
        ({}, "finished", [FEED], [], "failed", "HTTP 404"),
        ({}, "finished", [NOWHERE], [], "failed", "no network?"),
        ({"found": 3, "new": 2}, "cancelled", [], [], "failed", "cancelled"),
        ({"found": 3, "new": 2}, "start_error", [], [], "failed", "start_error"),
        ({"found": 3, "new": 2}, "closespider_timeout", [], [], "degraded", "out of time"),
    ],
)
def test_judge(
    counts: dict[str, int],
    reason: str,
    troubles: list[tuple[str, str]],
    refused: list[tuple[str, str]],
    verdict: str,
    said: str,
) -> None:
    run = Findings(reason=reason, counts=Counter(counts), troubles=troubles, refused=refused)  # type: ignore[arg-type]
    found = judge(run)
    assert found.verdict == verdict
    assert said in found.note


def test_a_spider_that_promises_nothing_may_find_nothing() -> None:
    assert judge(Findings(promises=0)).verdict == "ok"


def test_an_outlet_that_lists_fewer_than_it_promises_is_degraded() -> None:
    counts = Counter(listed=3, found=3, new=3)
    found = judge(Findings(promises=10, counts=counts))  # type: ignore[arg-type]
    assert (found.verdict, found.cause) == ("degraded", "feed empty")


def test_what_ends_everything_is_said_first() -> None:
    found = judge(Findings(fatal="the disk is full", troubles=[FEED], counts=Counter(found=3, new=3)))  # type: ignore[arg-type]
    assert (found.verdict, found.note) == ("failed", "the disk is full")


@pytest.mark.parametrize(
    ("reasons", "cause"),
    [
        (["HTTP 403", "HTTP 403", "no body"], "blocked"),
        (["host left alone"], "blocked"),
        (["HTTP 404", "HTTP 410"], "moved"),
        (["led to a page that is no story"], "moved"),
        (["no text"], "markup changed"),
        (["error page"], "moved"),
        (["challenge page", "consent wall", "paywall stub"], "blocked"),
        (["feed empty"], "feed empty"),
        (["host not found"], "network"),
        (["timed out", "HTTP 502"], "network"),
        (["error: KeyError"], "program"),
        ([], ""),
    ],
)
def test_the_class_of_trouble_is_that_of_most_reasons(reasons: list[str], cause: str) -> None:
    assert cause_of(reasons) == cause


def test_exit_codes_are_those_of_the_contract() -> None:
    assert EXIT_CODES == {"ok": 0, "failed": 1, "degraded": 3, "skipped": 75}


def test_the_tail_of_a_binomial_distribution() -> None:
    assert tail(0, 10, 0.5) == pytest.approx(1 / 1024)
    assert tail(5, 10, 0.5) == pytest.approx(638 / 1024)


# --- a history of 60 runs, an outlet with a week's rhythm ---


def history(seed: int, runs: int = 60, hours: int = 24) -> list[Row]:
    """Runs of an outlet that lists and writes less at weekends, each with ordinary variation."""
    chance = random.Random(seed)
    rows: list[Row] = []
    for number in range(runs):
        started = NOON + timedelta(hours=number * hours)
        busy = 0.45 if started.weekday() >= 5 else 1.0
        listed = round(40 * busy * chance.gauss(1, 0.07))
        fetched = min(listed, max(0, round(14 * busy * chance.gauss(1, 0.35))))
        read = sum(chance.random() < 0.93 for _ in range(fetched))
        shares = {"dated": 0.99, "signed": 0.85 if busy == 1 else 0.7, "quoted": 0.75}
        parts = {name: sum(chance.random() < share for _ in range(read)) for name, share in shares.items()}
        rows.append(
            {
                "started": stamp(started),
                "verdict": "ok",
                "listed": listed,
                "matched": listed - listed // 4,
                "found": listed,
                "fetched": fetched,
            }
            | {"read": read, "new": read, "rejected": fetched - read, "unchanged": listed - fetched, **parts}
        )
    return rows


def findings(row: Row, **changed: int) -> Findings:
    counts = {name: changed.get(name, row.get(name, 0)) for name in KEPT}
    refused = [PAGE] * counts["rejected"]
    return Findings(started=row["started"], counts=Counter(counts), refused=refused)  # type: ignore[arg-type]


@pytest.mark.parametrize("hours", [24, 6])
def test_ordinary_variation_raises_no_alarm(hours: int) -> None:
    alarms = []
    for seed in SEEDS:
        rows = history(seed, hours=hours)
        alarms += [
            (seed, row["started"], said.note)
            for number, row in enumerate(rows)
            if (said := judge(findings(row), rows[:number])).verdict != "ok"
        ]
    assert alarms == []


@pytest.mark.parametrize("seed", SEEDS)
def test_a_half_empty_feed_is_found_in_the_first_bad_run(seed: int) -> None:
    *past, today = history(seed, runs=61)
    found = judge(findings(today, listed=today["listed"] // 2, found=today["listed"] // 2), past)
    assert (found.verdict, found.cause) == ("degraded", "feed empty")
    assert "usually" in found.note


@pytest.mark.parametrize("seed", SEEDS)
def test_addresses_of_which_most_changed_are_found_in_the_first_bad_run(seed: int) -> None:
    *past, today = history(seed, runs=61)
    run = findings(today, matched=today["matched"] // 3)
    run.passed_over = {"no story's address": (30, "https://lamp.example/new/mill")}
    found = judge(run, past)
    assert (found.verdict, found.cause, found.example) == (
        "degraded",
        "moved",
        "https://lamp.example/new/mill",
    )
    assert "with a story's address" in found.note
    older = [{name: value for name, value in row.items() if name != "matched"} for row in past]
    assert judge(run, older).verdict == "ok", "runs that did not count them are no measure"


def test_an_outlet_that_names_fewer_stories_than_it_promises_is_degraded() -> None:
    counts = Counter(listed=30, matched=3, found=3, new=3)
    found = judge(Findings(promises=10, counts=counts))  # type: ignore[arg-type]
    assert (found.verdict, found.cause) == ("degraded", "moved")
    assert "3 of 30" in found.note


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("lost", ["signed", "dated", "quoted"])
def test_a_change_of_markup_is_found_in_the_first_bad_run(seed: int, lost: str) -> None:
    *past, today = history(seed, runs=62)[:-1]  # a weekday
    today["read"] = max(today["read"], 9)  # with less to go by nothing can be said
    found = judge(findings(today, **{lost: 0}), past)
    assert (found.verdict, found.cause) == ("degraded", "markup changed")


@pytest.mark.parametrize("seed", SEEDS)
def test_pages_that_are_read_no_more_are_a_change_of_markup(seed: int) -> None:
    *past, today = history(seed, runs=61)
    found = judge(findings(today, fetched=12, read=2, new=2, rejected=10, unchanged=30), past)
    assert (found.verdict, found.cause, found.example) == ("degraded", "markup changed", PAGE[0])


@pytest.mark.parametrize("seed", SEEDS)
def test_a_host_that_blocks_is_found_in_the_first_bad_run(seed: int) -> None:
    *past, today = history(seed, runs=61)
    run = findings(today, fetched=12, read=0, new=0, rejected=12, unchanged=30)
    run.refused = [("https://lamp.example/x", "HTTP 403")] * 3 + [(PAGE[0], "host left alone")] * 9
    found = judge(run, past)
    assert (found.verdict, found.cause) == ("failed", "blocked")


@pytest.mark.parametrize("seed", SEEDS)
def test_an_outlet_that_puts_up_a_wall_is_found_in_the_first_bad_run(seed: int) -> None:
    *past, today = history(seed, runs=61)
    run = findings(today, fetched=12, read=1, new=12, rejected=0, dated=1, signed=1, quoted=1)
    run.walled = ["https://lamp.example/walled"] * 11
    found = judge(run, past)
    assert (found.verdict, found.cause, found.example) == ("degraded", "blocked", run.walled[0])


def test_the_past_is_of_whole_runs_of_this_spider_that_went_well(store: Store) -> None:
    kept = {"spider": "lamp", "finished": stamp(NOON), "arguments": "{}", "verdict": "ok"}
    rows: list[Row] = [
        {"started": stamp(NOON - timedelta(days=3))},
        {"started": stamp(NOON - timedelta(days=20)), "verdict": "degraded"},
        {"started": stamp(NOON - timedelta(days=2)), "verdict": "degraded"},
        {"started": stamp(NOON - timedelta(days=2)), "verdict": "skipped"},
        {"started": stamp(NOON - timedelta(days=2)), "arguments": '{"limit": "2"}'},
        {"started": stamp(NOON - timedelta(days=2)), "finished": None},
        {"started": stamp(NOON - timedelta(days=2)), "spider": "tide"},
        {"started": stamp(NOON - timedelta(days=200))},
    ]
    for row in rows:
        store.add("runs", kept | row)
    now = store.add("runs", kept | {"started": stamp(NOON)})
    assert [row["id"] for row in past_of(store, "lamp", now, stamp(NOON))] == [2, 1]


@pytest.fixture
def store(tmp_path: object) -> Store:
    return Store(f"{tmp_path}/c.db")
