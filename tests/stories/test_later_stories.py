"""Stories that endless scroll appends below a page's own."""

import pytest
from lxml.html import document_fromstring

from stories.extraction.later_stories import drop_later_stories
from stories.extraction.reading import read
from stories.outlet import Outlet
from tests.stories.making import page

OWN = [
    "The ferry stayed in port on Monday and nobody at the quay could say when it would ever sail again.",
    "Crews said that they had not been paid since the spring, though the company had promised it twice over.",
    "The harbour office counted eleven boats at the quay in the evening, and forty trucks that waited for them.",
]
LATER = [
    "The quarry at Sallow Hill will stay closed for a month after dust was measured in both of the villages.",
    "The council met behind closed doors and voted by nine to four to keep the gates of the quarry shut.",
]


def box(opening: str, headline: str, texts: list[str], day: str) -> str:
    tag = opening.split()[0]
    time = f'<p class="byline">By Jon Brill</p><time datetime="{day}">{day}</time>'
    return f"<{opening}><h1>{headline}</h1>{time}{''.join(f'<p>{text}</p>' for text in texts)}</{tag}>"


def body(*boxes: str) -> str:
    head = '<meta property="og:title" content="Ferry crews stop work">'
    return read(
        page(f"<html><head>{head}</head><body><main>{''.join(boxes)}</main></body></html>"), Outlet()
    ).body


@pytest.mark.parametrize(
    "opening", ["article", 'article class="story post-17"', 'section class="entry"', "div"]
)
def test_only_the_page_s_own_story_is_read(opening):
    first = box(opening, "Ferry crews stop work", OWN, "2026-09-14")
    second = box(opening.replace("17", "18"), "Quarry to stay shut", LATER, "2026-09-20")
    third = box(opening, "Herring is dearer", LATER[::-1], "2026-09-21")
    assert body(first, second, third).split("\n\n") == OWN


def test_dates_and_names_of_later_stories_are_not_the_story_s():
    boxes = box("article", "Ferry crews stop work", OWN, "2026-09-14") + box(
        "article", "Quarry", LATER, "2026-10-20"
    )
    head = "<title>Ferry crews stop work</title>"
    reading = read(
        page(f"<html><head>{head}</head><body>{boxes.replace('Jon', 'Ada', 1)}</body></html>"), Outlet()
    )
    assert reading.authors == ["Ada Brill"]
    shown = [one.text for one in reading.candidates]
    assert any("09-14" in text for text in shown)
    assert not any("10-20" in text for text in shown)


@pytest.mark.parametrize(
    "second",
    [
        f"<h1>At the quay</h1>{''.join(f'<p>{text}</p>' for text in LATER)}",
        f"<section><h1>At the quay</h1>{''.join(f'<p>{text}</p>' for text in LATER)}</section>",
    ],
    ids=["heading", "section"],
)
def test_first_level_headings_inside_a_text_part_no_stories(second):
    paragraphs = "".join(f"<p>{text}</p>" for text in OWN)
    assert LATER[0] in body(f"<article><h1>Ferry crews stop work</h1>{paragraphs}{second}</article>")


@pytest.mark.parametrize(
    "masthead",
    ['<h1><img src="logo.svg"></h1>', "<h1>Ferry</h1>", "<h1>The Tide of Velm, Tarrow and the Islands</h1>"],
)
def test_a_masthead_that_is_a_heading_hides_no_later_story(masthead):
    boxes = box("article", "Ferry crews stop work", OWN, "2026-09-14") + box(
        "article", "Quarry", LATER, "2026-09-20"
    )
    tree = document_fromstring(f"<header>{masthead}</header>{boxes}")
    drop_later_stories(tree, "Ferry crews stop work")
    assert LATER[0] not in str(tree.text_content())


def test_a_box_of_another_kind_is_no_later_story():
    other = f'<div class="more"><h1>At the quay</h1>{"".join(f"<p>{text}</p>" for text in LATER)}</div>'
    tree = document_fromstring(box('div class="text"', "Ferry crews stop work", OWN, "2026-09-14") + other)
    drop_later_stories(tree, "Ferry crews stop work")
    assert LATER[0] in str(tree.text_content())


def test_a_teaser_in_a_box_alike_is_no_later_story():
    teaser = box("article", "Quarry to stay shut", LATER[:1], "2026-09-20")
    tree = document_fromstring(box("article", "Ferry crews stop work", OWN, "2026-09-14") + teaser)
    drop_later_stories(tree, "Ferry crews stop work")
    assert LATER[0] in str(tree.text_content())


def test_a_box_with_the_headline_alone_parts_nothing_from_its_text():
    headline, text = "<div><h1>Ferry crews stop work</h1></div>", "".join(f"<p>{one}</p>" for one in OWN)
    tree = document_fromstring(f"{headline}<div><h1>At the quay</h1>{text}</div>")
    drop_later_stories(tree, "Ferry crews stop work")
    assert OWN[0] in str(tree.text_content())


def test_a_box_that_says_the_headline_again_is_the_same_story() -> None:
    boxes = [box("div", "Ferry crews stop work", texts, "2026-09-14") for texts in (OWN, LATER)]
    tree = document_fromstring("".join(boxes))
    drop_later_stories(tree, "Ferry crews stop work")
    assert LATER[0] in tree.text_content()
