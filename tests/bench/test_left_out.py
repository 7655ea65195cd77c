"""Sites are left out: what only they would keep is off for them."""

from datetime import UTC, datetime

from stories.page import Page
from tests.bench import left_out
from tests.bench.ablation.heard import heard
from tests.bench.left_out import COLUMNS, FOLDS, chosen, fold_of, read_with, rules
from tests.stories.kinds import article, shell

SERVES, HARMS, FIRST = list(COLUMNS)[:3]


def row(site: str, changes: dict[str, float]) -> left_out.Row:
    """A page whose body is right by half, and how right it is by each column."""
    return {"site": site, "plain": {"f1": 0.5}, "changes": {name: {"f1": f1} for name, f1 in changes.items()}}


def test_a_rule_that_gains_elsewhere_is_kept_and_a_constant_takes_the_best_value() -> None:
    weights = [name for name in left_out.ALTERNATIVES if name.startswith("heading weighs")]
    rows = [row("a", {SERVES: 0.1, HARMS: 0.9, weights[0]: 0.6, weights[1]: 0.7}), row("b", {SERVES: 0.4})]
    off = chosen(rows)
    assert SERVES not in off
    assert {HARMS, FIRST, weights[1]} <= off
    assert weights[0] not in off


def test_a_site_is_in_one_fold_whatever_set_it_is_of() -> None:
    folds = [fold_of(f"site{number}.example") for number in range(200)]
    assert set(folds) == set(range(FOLDS))
    assert folds[7] == fold_of("site7.example")


def test_the_table_marks_what_serves_few_sites() -> None:
    table = list(
        rules({"set": [row(site, {SERVES: 0.1, HARMS: 0.4}) for site in "abc"] + [row("d", {HARMS: 0.6})]})
    )
    assert f"| {SERVES} | 3 | 0 | 3 | 1.20 | 0.80 |" in table
    assert f"| {HARMS} | 3 | 1 | 3 | 0.20 | 0.10 |" in table
    assert f"| {FIRST} * | 0 | 0 | 0 | 0.00 | 0.00 |" in table


def test_a_rule_says_where_it_matters() -> None:
    matters: set[str] = set()
    markup = shell(article(line="<p>By Nell Harrow</p>"))
    page = Page("https://lamp.example/news/4711", markup.encode(), datetime(2026, 3, 1, tzinfo=UTC))
    found = read_with(page, True, [heard(name, rule, matters) for name, rule in COLUMNS.items()])
    assert found == read_with(page, True, [])
    for column, changes in (
        ("authors: place: printed author", True),
        ("headlines: East Asian site", False),
    ):
        assert (column in matters) is changes
        assert (read_with(page, True, [COLUMNS[column]]) != found) is changes
