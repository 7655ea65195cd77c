"""Rules are switched off from outside, and on again."""

from types import SimpleNamespace

import pytest

from tests.bench.ablation import noticed
from tests.bench.ablation.__main__ import line, score
from tests.bench.ablation.cases import cases
from tests.bench.ablation.rules import BODY, DATES, QUOTES, RULES, Off, without

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
    where, name, _ = QUOTES["cue after"]
    on = getattr(where, name)
    monkeypatch.setattr(noticed, "run", lambda *_: getattr(where, name) is on)
    manager = SimpleNamespace(unregister=lambda name: None)
    session = SimpleNamespace(
        items=[SimpleNamespace(nodeid="a test")], config=SimpleNamespace(pluginmanager=manager)
    )
    asked = noticed.Asked("quotes", {rule: QUOTES[rule] for rule in ("cue after", "cue before")})
    asked.pytest_runtestloop(session)  # type: ignore[arg-type]
    assert asked.answers == {"cue after": "a test", "cue before": noticed.NOBODY}
