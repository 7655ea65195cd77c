"""Rules are switched off from outside, and on again."""

from types import SimpleNamespace

import pytest

from tests.bench.ablation import noticed
from tests.bench.ablation.__main__ import line, score
from tests.bench.ablation.cases import cases
from tests.bench.ablation.rules import AUTHORS, BODY, DATES, QUOTES, RULES, Off, without

ALL = [(room, name) for room, rules in RULES.items() for name in rules]


def held(rule: Off) -> object:
    where, name, _ = rule
    return where[name] if isinstance(where, dict) else getattr(where, name)


@pytest.mark.parametrize(("room", "name"), ALL)
def test_a_rule_is_off_and_on_again(room: str, name: str) -> None:
    rule = RULES[room][name]
    before = held(rule)
    with without(rule):
        assert held(rule) is not before
    assert held(rule) is before


@pytest.mark.parametrize(
    ("room", "rule", "site"),
    [
        ("body", BODY["headline"], "amp"),
        ("dates", DATES["json-ld"], "bbc-2024"),
        ("quotes", QUOTES["cue after"], "zh-04"),
    ],
    ids=["body", "dates", "quotes"],
)
def test_a_rule_that_wins_a_case_shows_it(room: str, rule: Off, site: str) -> None:
    known = [case for case in cases(room, ("gold",)) if case.site == site]
    whole = score(known)
    with without(rule):
        bare = score(known)
    assert whole == [1.0]
    assert bare[0] < 1
    assert line("it", known, whole, bare).split()[1:4] == ["1", "0", "1"]
    assert line("it", known, whole, whole).split()[1:4] == ["0", "0", "0"]


def test_the_test_that_notices_a_rule_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    where, name, _ = AUTHORS["family name first"]
    before = getattr(where, name)

    def run(item: SimpleNamespace, following: SimpleNamespace | None) -> bool:
        """The test asks for a name that is turned, and fails where it is not."""
        return item.nodeid == "another" or getattr(where, name)("Moss, Ada") == ["Ada Moss"]

    monkeypatch.setattr(noticed, "run", run)
    manager = SimpleNamespace(unregister=lambda name: None)
    items = [SimpleNamespace(nodeid="another"), SimpleNamespace(nodeid="a test")]
    session = SimpleNamespace(items=items, config=SimpleNamespace(pluginmanager=manager))
    rules = {f"authors: {rule}": AUTHORS[rule] for rule in ("family name first", "credits")}
    assert noticed.hearing(items, rules) == [set(), {"authors: family name first"}]  # type: ignore[arg-type]
    told = noticed.Asked(rules)
    told.pytest_runtestloop(session)  # type: ignore[arg-type]
    assert told.answers == {"authors: family name first": ["a test"], "authors: credits": []}
    assert getattr(where, name) is before
