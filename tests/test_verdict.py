"""The verdict on a run: which counts and troubles make it ok, degraded or failed."""

from collections import Counter

import pytest

from extensions import EXIT_CODES, judge

FEED = "https://lamp.example/feed: HTTP 404"
NOWHERE = "https://lamp.example/feed: host not found"
PAGE = "https://lamp.example/x: no body"


@pytest.mark.parametrize(
    ("counts", "reason", "troubles", "refused", "verdict", "said"),
    [
        ({"found": 3, "new": 3}, "finished", [], [], "ok", ""),
        ({"found": 3, "unchanged": 3}, "finished", [], [], "ok", ""),
        ({"found": 4, "new": 3, "rejected": 1}, "finished", [], [PAGE], "ok", ""),
        ({"found": 4, "new": 1, "rejected": 3}, "finished", [], [PAGE], "degraded", "3 of 4"),
        ({"found": 4, "new": 4}, "finished", [FEED], [], "degraded", "HTTP 404"),
        ({"found": 2, "rejected": 2}, "finished", [], [PAGE], "failed", "no body"),
        ({}, "finished", [], [], "failed", "nothing found"),
        ({}, "finished", [FEED], [], "failed", "HTTP 404"),
        ({}, "finished", [NOWHERE], [], "failed", "no network?"),
        ({"found": 3, "new": 2}, "cancelled", [], [], "failed", "cancelled"),
        ({"found": 3, "new": 2}, "start_error", [], [], "failed", "start_error"),
    ],
)
def test_judge(
    counts: dict[str, int], reason: str, troubles: list[str], refused: list[str], verdict: str, said: str
) -> None:
    found, note = judge(Counter(counts), reason, True, troubles, refused)  # type: ignore[arg-type]
    assert found == verdict
    assert said in note


def test_a_spider_that_promises_nothing_may_find_nothing() -> None:
    assert judge(Counter(), "finished", False, [], [])[0] == "ok"


def test_exit_codes_are_those_of_the_contract() -> None:
    assert EXIT_CODES == {"ok": 0, "failed": 1, "degraded": 3, "skipped": 75}
