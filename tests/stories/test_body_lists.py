"""Lists that the general rules pass over: what stands between two paragraphs, and what the body has of it."""

import pytest
from lxml.html import document_fromstring

from stories.extraction.body.lines import read_lines
from stories.extraction.body.lists import missed_lists, stands_aside
from tests.stories.making import PARAGRAPHS, html, paragraphs, reading

FIRST, SECOND, THIRD, FOURTH = PARAGRAPHS
ITEMS = "<li>Blankets</li><li>Soup in paper cups</li><li>A lamp</li>"
LIST = "- Blankets\n- Soup in paper cups\n- A lamp"
LINKED = "<li><a href=/a>Mill closes its gates</a></li><li><a href=/b>Weir is mended</a> at last</li>"

# trafilatura passes over what stands in a box of these classes
BETWEEN = {
    "a list": (f"<ul class=widget>{ITEMS}</ul>", LIST),
    "numbered": (f"<ol class=widget>{ITEMS}</ol>", LIST),
    "in a box": (f"<div class=widget><ul>{ITEMS}</ul></div>", LIST),
    "lists in a list": (
        "<ul class=widget><li>Blankets<ul><li>wool</li><li>felt</li></ul></li><li>Soup</li></ul>",
        "- Blankets wool felt\n- Soup",
    ),
    "paragraphs in a list": (
        "<ul class=widget><li><p>Blankets.</p><p>Of wool.</p></li><li><b>S</b>oup</li></ul>",
        "- Blankets. Of wool.\n- Soup",
    ),
    "no spaces": (
        "<ul class=widget><li>毛布三百枚</li><li>紙コップのスープ</li></ul>",
        "- 毛布三百枚\n- 紙コップのスープ",
    ),
    "twice the same": (
        "<ul class=widget><li>Soup</li><li>Tea</li><li>Soup</li></ul>",
        "- Soup\n- Tea\n- Soup",
    ),
    "a menu": (f"<ul class=widget>{LINKED}</ul>", ""),
    "what was said": (f"<ul class=widget><li>{FIRST[:30]}</li><li>{SECOND[:30]}</li></ul>", ""),
    "share": (f"<div class=share><ul>{ITEMS}</ul></div>", ""),
    "aside": (f"<aside><ul class=widget>{ITEMS}</ul></aside>", ""),
    "figure": (f"<figure><ul class=widget>{ITEMS}</ul></figure>", ""),
    "captions": ("<ul class=widget><li><figcaption>The quay</figcaption></li></ul>", ""),
}


def between(markup: str) -> str:
    """What the body has between two paragraphs and two more."""
    text = f"{paragraphs([FIRST, SECOND])}{markup}{paragraphs([THIRD, FOURTH])}"
    body = reading(html(f"<main><h1>Ferry stays in port</h1><div class=text>{text}</div></main>")).body
    above, below = f"{FIRST}\n\n{SECOND}", f"{THIRD}\n\n{FOURTH}"
    assert body.startswith(above)
    assert body.endswith(below)
    return body.removeprefix(above).removesuffix(below).strip()


@pytest.mark.parametrize("name", BETWEEN)
def test_a_list_between_paragraphs(name):
    markup, told = BETWEEN[name]
    assert between(markup) == told


LINES = "<p>One</p>{}<p>Two</p>"
MISSING = {
    # a list, the lines that the body has: what it lacks of it, and where
    "all of it": (f"<ul>{ITEMS}</ul>", [0, 4], [(1, LIST)]),
    "all but the first": (f"<ul>{ITEMS}</ul>", [0, 1, 4], [(2, "- Soup in paper cups\n- A lamp")]),
    "nothing": (f"<ul>{ITEMS}</ul>", [0, 1, 2, 3, 4], []),
    "an empty item": (
        "<ul><li>Blankets</li><li> </li><li>Soup</li></ul>",
        [0, 3],
        [(1, "- Blankets\n- Soup")],
    ),
    "no list around": ("<div><li>Blankets</li></div>", [0, 2], []),
    "half of it links": (
        "<ul><li><a>A pier</a></li><li>Anchor</li></ul>",
        [0, 3],
        [(1, "- A pier\n- Anchor")],
    ),
    "more than half": ("<ul><li><a>A piers</a></li><li>Anchor</li></ul>", [0, 3], []),
    "what stands elsewhere": ("<ul><li>One</li></ul>", [0, 2], []),
}


@pytest.mark.parametrize("name", MISSING)
def test_what_a_body_lacks_of_a_list(name: str) -> None:
    markup, known, wanted = MISSING[name]
    lines = read_lines(document_fromstring(f"<main>{LINES.format(markup)}</main>"))
    said = "".join(lines.lines[number].said for number in known)
    places = range(len(lines.lines))
    found = missed_lists(lines, places, set(places) - set(known), said, lambda _: True)
    assert [(number, block.text) for number, block in found] == wanted
    assert missed_lists(lines, places, set(places) - set(known), said, lambda _: False) == []


@pytest.mark.parametrize(
    ("path", "aside"),
    [("main/ul", False), ("main/aside/ul", True), ("ul", True), ("main/p", False), ("aside/ul", True)],
)
def test_what_stands_aside_of_a_box(path: str, aside: bool) -> None:
    tree = document_fromstring(
        "<body><ul></ul><aside><ul></ul></aside><main><ul></ul><aside><ul></ul></aside><p>x</p></main></body>"
    )
    assert stands_aside(tree.find(f".//body/{path}"), tree.find(".//main")) == aside


def test_a_list_below_the_text_is_none_of_it():
    body = reading(
        html(f"<main><div>{paragraphs(PARAGRAPHS)}<ul class=widget>{ITEMS}</ul></div></main>")
    ).body
    assert body.endswith(FOURTH)


def test_headings_of_the_lower_levels_are_headings():
    blocks = between("<div class=widget><h5>Soup</h5></div>")
    assert blocks == ""  # in a box of its own it may be anything's
    texts = "".join(
        f"<div class=chunk><h5>Day {n}</h5><p>{text}</p></div>" for n, text in enumerate(PARAGRAPHS)
    )
    assert "Day 2" in reading(html(f"<main><h1>Ferry stays in port</h1>{texts}</main>")).body


@pytest.mark.parametrize("name", ["infobox", "metro-factbox", "fact-box__text", "infoBox"])
def test_a_box_of_background_is_no_running_text(name):
    box = f"<div class={name}><h3>The quay</h3><p>{SECOND}</p></div>"
    found = reading(html(f"<main><p>{FIRST}</p>{box}<p>{THIRD}</p><p>{FOURTH}</p></main>"))
    assert found.body.split("\n\n") == [FIRST, THIRD, FOURTH]
    assert (SECOND, "background box") in found.cuts


def test_a_box_with_most_of_the_text_is_the_story():
    box = f"<div class=infobox>{paragraphs([SECOND, THIRD, FOURTH])}</div>"
    assert reading(html(f"<main><p>{FIRST}</p>{box}</main>")).body.split("\n\n") == PARAGRAPHS
