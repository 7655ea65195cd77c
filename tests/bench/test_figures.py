"""The tables of docs/reading.md and docs/dates.md say what was measured, and each rule is kept for something."""

from pathlib import Path

import pytest

from tests.bench import left_out, pages
from tests.bench.ablation.rules import RULES
from tests.bench.figures import PART, ROOMS, printed, read, rules_table, sites_table, why

ROOT = Path(__file__).parents[2]
PAGES = [f"{room}: {name}" for rooms in ROOMS.values() for room in rooms for name in RULES[room]]


def test_the_docs_say_what_was_measured() -> None:
    for path, text in printed(read()).items():
        told = path.read_text(encoding="utf-8")
        assert PART.format(name="rules") in told
        assert told == text, f"{path.name} is stale: python -m tests.bench.ablation --print"


def test_each_rule_is_kept_for_its_gain_or_for_a_test_that_there_is() -> None:
    measured = read()
    assert [rule for rule in PAGES if not why(measured, rule)] == []
    for rule in PAGES:
        for test in measured["tests"].get(rule, ()):
            file, _, name = test.partition("::")
            assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8"), test


SETS = {
    "lamp": {"pages": 3, "figures": {"f1": (0.95, 0.941), "title_exact": (1.0, 0.985)}},
    "htmldate": {"pages": 9, "figures": {"f1": (0.9, 0.9)}},
}


def test_figures_that_are_a_point_apart_are_bold_and_htmldate_knows_days_alone() -> None:
    assert sites_table({"sets": SETS}).splitlines()[2:] == [
        "| lamp | 3 | .950 / .941 | **1.000 / .985** |  |  |  |",
        "| htmldate | 9 |  |  |  | .900 / .900 |  |",
    ]


def test_the_bench_prints_what_was_kept_where_this_code_was_not_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(left_out, "matrix", lambda name, size, make: [])
    head, *lines = pages.beside(["aeb", "fundus"], 0)
    assert "tests.bench.left_out aeb fundus asks" in head
    assert [line.split()[0] for line in lines] == ["aeb", "fundus"]
    assert "plain / sites left out: f1 0.9" in lines[0]


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ((20, 9, 1, 3, 4.0), "its gain"),
        ((20, 9, 9, 3, -0.5), "2 tests, one of `test_ferry.py: test_it`"),
        ((20, 2, 0, 2, 2.0), "2 tests, one of `test_ferry.py: test_it`"),
    ],
    ids=["gains", "loses more", "few sites"],
)
def test_what_a_rule_is_kept_for(told: tuple[int, int, int, int, float], kept: str) -> None:
    measured = {
        "rules": {"dates: json-ld": told},
        "tests": {"dates: json-ld": ["tests/stories/test_ferry.py::test_it"] * 2},
    }
    assert why(measured, "dates: json-ld") == kept
    asked, won, lost, sites, _ = told
    assert f"| dates: json-ld | {asked} | {won} | {lost} | {sites} | {kept} |" in rules_table(
        measured, ("dates",)
    )
    assert why({"rules": {}, "tests": {}}, "dates: json-ld") == ""
