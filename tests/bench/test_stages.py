"""A page that is read without a rule in the stages where that counts is read as if all of it were read anew."""

from datetime import UTC, datetime

import pytest

from stories.page import Page
from tests.bench.ablation.heard import heard
from tests.bench.ablation.rules import none
from tests.bench.matrix import COLUMNS
from tests.bench.stages import Stages, read_with
from tests.stories.kinds import TEXT, article, paragraphs, shell

LINE = "<p class='byline'>By Nell Harrow, Tarrow <time>3 May 2026</time></p>"
FOOT = "<p><a href='/a'>More: the mill at Odder</a></p><h2>See also</h2><p>Photo: Ada Moss</p>"
PAGES = {
    "a story": shell(article(line=LINE, foot=FOOT), before="<p>2 hours ago</p>"),
    "a corner": shell(
        f"<table><tr><td>{paragraphs(TEXT[:1])}<br><br>{TEXT[1]}</td><td>{paragraphs(TEXT[2:])}</td></tr></table>"
        f"<div aria-hidden='true'>{paragraphs(TEXT)}</div>"
    ),
    "no page": "",
}


def page(name: str) -> Page:
    return Page(
        "https://lamp.example/2026/05/net-menders", PAGES[name].encode(), datetime(2026, 6, 1, tzinfo=UTC)
    )


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_read_without_a_rule_as_if_all_of_it_were(name: str) -> None:
    stages = Stages(page(name), True, COLUMNS)
    assert stages.found == read_with(page(name), True, [])
    others = {column: read_with(page(name), True, [COLUMNS[column]]) for column in stages.matters}
    assert {column: stages.without([column]) for column in stages.matters} == others
    assert name == "no page" or any(other != stages.found for other in others.values())
    idle = [rule for column, rule in COLUMNS.items() if column not in stages.matters]
    assert read_with(page(name), True, idle) == stages.found
    both = ["body: labels", "headlines: address weighs 1.0", "dates: visible dates"]
    assert stages.without(both) == read_with(page(name), True, [COLUMNS[column] for column in both])


def test_a_rule_says_in_which_stages_it_matters() -> None:
    stages = Stages(page("a story"), True, COLUMNS)
    assert "authors" in stages.matters["authors: boxes of others"] | stages.matters["authors: given names"]
    assert stages.matters["dates: visible dates"] == {"date_candidates"}
    assert stages.matters["body: times in sentences"] == {"read_body"}
    assert "headlines: East Asian site" not in stages.matters


def test_a_rule_that_answers_nothing_is_heard_by_what_it_changes() -> None:
    class Rules:
        @staticmethod
        def clear(reasons: list[str]) -> None:
            reasons[:] = [why for why in reasons if why != "label"]

    told: list[str] = []
    _, _, clear = heard((Rules, "clear", none), lambda: told.append("it"))
    clear(["link"])
    assert not told
    clear(["link", "label"])
    assert told == ["it"]
