"""Boxes among the paragraphs, sentences that are links, and texts that came as one paragraph."""

import pytest

from spiders.bbc import BBC
from tests.stories.making import PARAGRAPHS, html, paragraphs, reading

FIRST, SECOND, THIRD, FOURTH = PARAGRAPHS
SLIDE = "The rowers of Tarrow carry their boat over the frozen bay in the second winter of the great cold."
SLIDES = "".join(f"<li><p class=count>{n}/3</p><p>{SLIDE[:-1]}, day {n}.</p></li>" for n in (1, 2, 3))
LETTER = "<div class=newsletter-{}><h4>The Tide Table</h4><p>Sign up for our letter.</p></div>"


def body(markup: str) -> list[str]:
    return reading(html(f"<main><h1>Ferry stays in port</h1>{markup}</main>")).body.split("\n\n")


@pytest.mark.parametrize("name", ["inline-gallery", "photogallery", "slideshow", "carousel x"])
def test_a_gallery_among_the_paragraphs_is_no_text(name):
    box = f"<div class='{name}'><h2>The bay in pictures</h2><ul>{SLIDES}</ul></div>"
    assert (
        body(f"<div class=text>{paragraphs([FIRST, SECOND])}{box}{paragraphs([THIRD, FOURTH])}</div>")
        == PARAGRAPHS
    )


def test_a_story_told_in_slides_is_text():
    slides = "".join(f"<div class=slideshow><p>{text}</p></div>" for text in PARAGRAPHS)
    assert body(f"<p>{SLIDE}</p>{slides}") == [SLIDE, *PARAGRAPHS]


def test_the_heading_of_a_box_that_comes_twice_is_cut():
    twice = LETTER.format("one") + f"<p>{THIRD}</p>" + LETTER.format("two")
    assert body(f"<div class=text>{paragraphs([FIRST, SECOND])}{twice}<p>{FOURTH}</p></div>") == PARAGRAPHS


def test_a_heading_that_the_text_has_too_stays():
    twice = LETTER.format("one") + f"<h4>The Tide Table</h4><p>{THIRD}</p>"
    told = [FIRST, SECOND, "The Tide Table", THIRD, FOURTH]
    assert body(f"<div class=text>{paragraphs([FIRST, SECOND])}{twice}<p>{FOURTH}</p></div>") == told


@pytest.mark.parametrize(
    "sentence",
    [
        FIRST,
        "船員たちは二人目の航海士がいなければ出航しないと述べ、" * 4 + "港に残った。",
        "नाव के कर्मचारियों ने कहा कि जब तक दूसरा नाविक नहीं आता, वे बंदरगाह से बाहर नहीं जाएँगे और काम बंद रखेंगे।",
    ],
)
def test_a_sentence_that_is_a_link_is_text(sentence):
    text = f"<p>{SECOND}</p><p><a href=/x>{sentence}</a></p><p>{THIRD}</p><p>{FOURTH}</p>"
    assert body(f"<div class=text>{text}</div>") == [SECOND, sentence, THIRD, FOURTH]


@pytest.mark.parametrize("line", ["Mill closes its gates", f"{FIRST[:-1]}", f"{FIRST[:-1]}?"])
def test_a_headline_that_is_a_link_is_none(line):
    text = f"<p>{SECOND}</p><p><a href=/x>{line}</a></p><p>{THIRD}</p><p>{FOURTH}</p>"
    assert body(f"<div class=text>{text}</div>") == [SECOND, THIRD, FOURTH]


SHORT = [
    "Two men drowned off Velm on Monday.",
    "“We heard nothing,” said Orla Tennick.",
    "The quay is closed.",
]


@pytest.mark.parametrize("time", ["14 September 2026", "<b>14 September</b> 2026"])
def test_a_short_story_in_one_paragraph_with_a_time_that_is_no_line(time):
    head = f"<header><h1>Ferry stays in port</h1><p class=byline>By Mara Dunn</p><time>{time}</time></header>"
    page = html(f"<main><article>{head}<div class=b>{paragraphs(SHORT)}</div></article></main>")
    assert reading(page).body.split("\n\n") == SHORT


def bbc(markup: str, url: str) -> list[str]:
    return reading(html(markup), url, BBC).body.split("\n\n")


def test_the_bbc_before_2010():
    date = "<div class=ds>Page last updated at <span>19:50 GMT, Tuesday, 2 June 2009</span></div>"
    aside = (
        "<td class=storyextra><div>FEATURES, VIEWS, ANALYSIS</div><a href=/1.stm>The man of gulls</a></td>"
    )
    quote = "<div class=ibox><p>START QUOTE We will not sail END QUOTE</p></div>"
    story = (
        f"<td class=storybody>{date}{paragraphs([FIRST, SECOND])}{quote}{paragraphs([THIRD, FOURTH])}</td>"
    )
    page = f"<table><tr><td><h1>Ferry stays in port</h1></td></tr><tr>{story}{aside}</tr></table><p>RELATED BBC SITES</p>"
    assert bbc(page, "http://news.bbc.co.uk/2/hi/europe/8099999.stm") == PARAGRAPHS


def test_the_bbc_from_2010_to_2013():
    quote = "<div class=quote><h2>Start Quote</h2><blockquote><p>We will not sail</p></blockquote></div>"
    market = "<div class=market-data><h3>Market Data</h3><p>Ferries plc 12.40 -0.3%</p></div>"
    text = f"{paragraphs([FIRST, SECOND])}{quote}{paragraphs([THIRD])}{market}{paragraphs([FOURTH])}"
    page = f"<h1 class=story-header>Ferry</h1><div class=story-body><span class=date>9 May 2011</span>{text}</div>"
    assert bbc(page, "https://www.bbc.co.uk/news/world-europe-13344444") == PARAGRAPHS
