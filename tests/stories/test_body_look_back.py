"""A corner of a page is not its story: what holds next to nothing of the running text is read again."""

import pytest

from stories.extraction.body import Block
from stories.extraction.body.block import size
from stories.extraction.body.boilerplate import remove_boilerplate
from stories.extraction.body.lines import read_lines
from stories.extraction.body.opening import Metadata
from stories.extraction.document import parse
from tests.stories.making import PARAGRAPHS, html, page, paragraphs, reading

WHO = ("The harbour office", "A spokeswoman", "The crew", "The pilot")
DAYS = [
    [
        f"{who} said on day {day} that the ferry would stay in port until the owners of the line had found a second "
        "mate, and that nobody at the quay could say when."
        for who in WHO
    ]
    for day in range(6)
]


def module(day: int) -> str:
    """The first of several boxes alone has the class name of a body."""
    box, name = ("wide", "article-content") if day == 0 else ("", "coast-inner")
    return f"<div class=module><div class='box {box}'><div class={name}>{paragraphs(DAYS[day])}</div></div></div>"


def section(day: int) -> str:
    """Each part of the story is an article of its own."""
    block = f"<div class=article__content><h2>Day {day}</h2>{paragraphs(DAYS[day])}</div>"
    return f"<section><div class=grid><article class=article><div>{block}</div></article></div></section>"


def entry(day: int) -> str:
    """Each part of the story is an item of a list."""
    return f"<li class=block-post><div class=entry-content>{paragraphs(DAYS[day])}</div></li>"


PAGES = {
    "modules": f"<main><article>{''.join(map(module, range(6)))}</article></main>",
    "sections": f"<div class=outer>{''.join(map(section, range(6)))}</div>",
    "entries of a list": f"<ul>{''.join(map(entry, range(6)))}</ul>",
}


@pytest.mark.parametrize("name", PAGES)
def test_the_whole_story_is_read(name):
    found = reading(html(PAGES[name]))
    assert [text for day in DAYS for text in day if text not in found.body] == []
    assert found.origins["body"] == "trafilatura, compared"


def test_a_short_story_among_long_boxes_stays():
    aside = f"<aside class=related>{paragraphs([text for day in DAYS for text in day])}</aside>"
    found = reading(html(f"<article><h1>Ferry</h1>{paragraphs(PARAGRAPHS[:3])}</article>{aside}"))
    assert found.body == "\n\n".join(PARAGRAPHS[:3])


def test_what_stands_below_the_box_is_not_the_greater_part():
    """The text itself is in no line of the page: it was put together from several."""
    text = " ".join(text for day in DAYS for text in day)
    markup = f"<div id=a><p>{PARAGRAPHS[0]}</p></div><div id=b><p>{text}</p></div>"
    lines = read_lines(parse(page(html(markup))).tree)
    lines.within = set(next(line for line in lines.lines if line.text == PARAGRAPHS[0]).element.iter())
    lone = Block(" ".join(PARAGRAPHS * 40))  # found nowhere on the page, so it counts as in the box
    kept, _ = remove_boilerplate([lone, Block(PARAGRAPHS[0]), Block(text)], lines, Metadata())
    assert size(kept) == size([lone, Block(PARAGRAPHS[0])])
    kept, _ = remove_boilerplate(
        [Block(PARAGRAPHS[0]), Block(text, "list")], lines, Metadata()
    )  # no paragraph
    assert [block.text for block in kept] == [PARAGRAPHS[0], text]


def test_what_surrounds_each_line_is_asked_of_few_pages(monkeypatch):
    monkeypatch.setattr("stories.extraction.body.Surroundings", None)  # it is the dearest of these questions
    assert reading(html(paragraphs(PARAGRAPHS))).body
