"""Rules are switched off from outside, and on again."""

import pytest

from tests.bench.ablate import RULES, known, line, score, without


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_off_and_on_again(rule: str) -> None:
    where, name, _ = RULES[rule]

    def standing() -> object:
        return where[name] if isinstance(where, dict) else getattr(where, name)

    before = standing()
    with without(rule):
        assert standing() is not before
    assert standing() is before


def test_a_rule_that_wins_a_page_shows_it() -> None:
    pages = [one for one in known(["gold"]) if one.site == "amp"]
    whole = score(pages)
    with without("headline"):
        bare = score(pages)
    assert whole == [1.0]
    assert bare[0] < 1
    assert line("headline", pages, whole, bare).split()[1:4] == ["1", "0", "1"]
    assert line("headline", pages, whole, whole).split()[1:4] == ["0", "0", "0"]
