"""Sites are left out: what only they would keep is off for them."""

from pathlib import Path

import pytest

from tests.bench import left_out, matrix
from tests.bench.left_out import FOLDS, Together, chosen, fold_of, rules
from tests.bench.matrix import ALTERNATIVES, RULES_OF_PAGES

SERVES, HARMS, FIRST = list(RULES_OF_PAGES)[:3]


def row(site: str, changes: dict[str, float]) -> left_out.Row:
    """A page whose body is right by half, and how right it is by each column."""
    return {"site": site, "plain": {"f1": 0.5}, "scores": {name: {"f1": f1} for name, f1 in changes.items()}}


def test_a_rule_that_gains_elsewhere_is_kept_and_a_constant_takes_the_best_value() -> None:
    weights = [name for name in ALTERNATIVES if "heading weighs" in name]
    rows = [row("a", {SERVES: 0.1, HARMS: 0.9, weights[0]: 0.6, weights[1]: 0.7}), row("b", {SERVES: 0.4})]
    off = chosen(rows)
    assert SERVES not in off
    assert {HARMS, FIRST, weights[1]} <= off
    assert weights[0] not in off


def test_a_site_is_in_one_fold_whatever_set_it_is_of() -> None:
    folds = [fold_of(f"site{number}.example") for number in range(200)]
    assert set(folds) == set(range(FOLDS))
    assert folds[7] == fold_of("site7.example")


def test_what_a_rule_wins_is_counted_by_pages_and_sites() -> None:
    told = rules({"set": [row(site, {SERVES: 0.1, HARMS: 0.4}) for site in "abc"] + [row("d", {HARMS: 0.6})]})
    assert told[SERVES] == (4, 3, 0, 3, 1.2)
    assert told[HARMS] == (4, 3, 1, 3, 0.2)
    assert told[FIRST] == (4, 0, 0, 0, 0)


def test_what_one_column_changes_is_known_and_what_several_do_is_read_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(matrix, "CACHE", tmp_path)
    monkeypatch.setattr(left_out.corpora, "truth", lambda corpus: [{"id": "it"}])
    monkeypatch.setattr(left_out.corpora, "page", lambda corpus, row: row["id"])
    asked = []

    def read_with(page: str, by_day: bool, rules: list[object]) -> left_out.Row:
        asked.append((page, by_day, len(rules)))
        return {"title": "c", "body": "x"}

    monkeypatch.setattr(left_out, "read_with", read_with)
    row = {
        "id": "it",
        "digest": "1",
        "found": {"title": "a", "body": "x"},
        "changes": {FIRST: {"title": "b"}, HARMS: {"body": ""}},
    }
    assert Together().read("wcxb", row, set()) == {"title": "a", "body": "x"}
    assert Together().read("wcxb", row, {FIRST}) == {"title": "b", "body": "x"}
    assert not asked
    for _ in range(2):
        assert Together().read("wcxb", row, {FIRST, HARMS}) == {"title": "c", "body": "x"}
    assert asked == [("it", True, 2)]
