"""Where a date stands on its page: near the headline, among readers' words, in a box about other stories."""

import pytest
from lxml import html

from stories.dates.positions import Positions, beginning, find_headline
from stories.dates.times import stated_attributes, time_elements

TITLE = "Bridge of Nowhere reopens after ten years"
H1 = f"<h1>{TITLE}</h1>"


def positions(body: str) -> tuple[Positions, html.HtmlElement]:
    """The positions of a page, and its element `b`."""
    tree = html.document_fromstring(f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>")
    return Positions(tree), next(tree.iter("b"))


def boxes(count: int) -> str:
    return "<hr>" * count


@pytest.mark.parametrize(
    ("body", "distance", "near"),
    [
        (f"{H1}<b>x</b>", 1, True),
        (f"{H1}{boxes(39)}<b>x</b>", 40, True),
        (f"{H1}{boxes(40)}<b>x</b>", 41, False),
        (f"<b>x</b>{boxes(7)}{H1}", -8, True),
        (f"<b>x</b>{boxes(8)}{H1}", -9, False),
        ("<p><b>x</b></p>", 5, False),
    ],
)
def test_how_far_from_the_headline(body: str, distance: int, near: bool) -> None:
    known, element = positions(body)
    assert (known.distance(element), known.near(element)) == (distance, near)
    assert (element in list(known.around())) == near


UNREAD = {
    "<nav><b>x</b></nav>": True,
    "<form><p><b>x</b></p></form>": True,
    "<blockquote><b>x</b></blockquote>": True,
    "<footer><b>x</b></footer>": True,
    "<div><b>x</b></div>": False,
    f"<form>{H1}<b>x</b></form>": False,  # a whole page in a form, as ASP.NET has it
    f"<article>{H1}<footer><b>x</b></footer></article>": False,
    f"{H1}<article><footer><b>x</b></footer></article>": False,
    f"{H1}{boxes(3)}<article><footer><b>x</b></footer></article>": False,
    f"{H1}{boxes(4)}<article><footer><b>x</b></footer></article>": True,
    f"<article>{H1}</article><article><footer><b>x</b></footer></article>": True,
    f"<article><footer><b>x</b></footer></article>{H1}": True,
    f"{H1}<p class='comments'><b>x</b></p>": False,  # a short line beside the headline names them
    f"{H1}{boxes(9)}<p class='comments'><b>x</b></p>": False,
    f"{H1}{boxes(10)}<p class='comments'><b>x</b></p>": True,
    f"<p class='comments'><b>x</b></p>{boxes(6)}{H1}": False,
    f"<p class='comments'><b>x</b></p>{boxes(7)}{H1}": True,
    f"{H1}<p class='comments'><b>{'x' * 59}</b></p>": False,
    f"{H1}<p class='comments'><b>{'x' * 60}</b></p>": True,
    f"{boxes(1)}<p class='comments'><b>x</b></p>": True,
    f"{H1}{boxes(10)}<p class='comment'><b>x</b></p>": True,
    f"{H1}{boxes(10)}<p class='Kommentare'><b>x</b></p>": True,
    f"{H1}{boxes(10)}<p id='reply-3'><b>x</b></p>": True,
    f"{H1}{boxes(10)}<p class='commentary'><b>x</b></p>": False,
    f"{H1}<div class='comments'><p><b>x</b></p></div>": True,  # a paragraph is a reader's, and no line about the story
    f"<header><b>x</b></header>{H1}": True,  # the page's own, with today's day
    f"<header><h2>News</h2><b>x</b></header>{H1}": False,
    f"<header><h2><a>The Post</a></h2><b>x</b></header>{H1}": True,
    f"<header>{H1}<b>x</b></header>": False,
    f"{H1}<header><b>x</b></header>": False,
    f"<article><header><b>x</b></header>{H1}</article>": False,
    f"<header><b>x</b></header><article>{H1}</article>": True,
    "<header><b>x</b></header>": False,
    f"{H1}<div><img><p class='caption'><b>x</b></p></div>": True,
    f"{H1}<div><p class='caption'><b>x</b></p></div>": False,
    f"{H1}<div><img><p><b>x</b></p></div>": False,
    f"{H1}<div><img><div class='caption'><div><b>x</b></div></div></div>": False,
}


@pytest.mark.parametrize("body", UNREAD, ids=range(len(UNREAD)))
def test_what_is_not_read(body: str) -> None:
    known, element = positions(body)
    assert known.unread(element) == UNREAD[body]


OTHERS = {
    "<aside><b>x</b></aside>": True,
    "<div class='related'><p><b>x</b></p></div>": True,
    "<div id='most-read'><b>x</b></div>": True,
    "<div class='promoted'><b>x</b></div>": False,
    "<div class='elementor-widget'><b>x</b></div>": False,
    "<div class='widget'><b>x</b></div>": True,
    f"<div class='widget'>{H1}<b>x</b></div>": False,  # the headline's own box
    f"<aside>{H1}</aside><p><b>x</b></p>": False,
}


@pytest.mark.parametrize("body", OTHERS, ids=range(len(OTHERS)))
def test_boxes_about_other_stories(body: str) -> None:
    known, element = positions(body)
    assert known.of_others(element) == OTHERS[body]


def test_inside_a_link() -> None:
    assert positions("<a><p><b>x</b></p></a>")[0].inside_link(positions("<b>x</b>")[1]) is False
    known, element = positions("<a><p><b>x</b></p></a>")
    assert known.inside_link(element)


LONG = "x" * 150
HEADLINES = {
    f"<h1>The Nowhere Post</h1><h2>{TITLE}</h2>": "h2",
    f"<h1>The Nowhere Post</h1><h2>{TITLE} and more</h2><h3>Bridge of Nowhere</h3>": "h3",
    "<h1>Bridge</h1><h2>reopens after ten</h2><h3>Bridge of Nowhere reopens</h3>": "h3",
    "<h1>Bridge of</h1><h2>Other</h2>": "h1",  # nine letters say little; the first h1 stays
    f"<h1>One</h1><h2>Two</h2><p>{LONG}</p><h1>Three</h1>": "h1 One",
    f"<h2>One</h2><h3>Two</h3><p>{LONG}</p><h1>Three</h1>": "h3",
    f"<h2>One</h2><p>{LONG[1:]}</p><h1>Three</h1>": "h1 Three",
    f"<p>{LONG}</p><h1>Three</h1>": "h1 Three",
    "<h2>One</h2>": "",
}


@pytest.mark.parametrize("body", HEADLINES, ids=range(len(HEADLINES)))
def test_which_heading_is_the_headline(body: str) -> None:
    tree = html.document_fromstring(f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>")
    found = find_headline(tree)
    tag, _, text = HEADLINES[body].partition(" ")
    assert (found.tag if found is not None else "") == tag
    assert not text or (found is not None and found.text == text)


def test_a_given_headline_within_a_heading() -> None:
    tree = html.document_fromstring(f"<h1>Post</h1><h2>Live: {TITLE}</h2>")
    found = find_headline(tree, TITLE)
    assert found is not None
    assert found.tag == "h2"


@pytest.mark.parametrize(("most", "text"), [(1, "one"), (3, "one"), (4, "one two"), (99, "one two three")])
def test_the_beginning_of_an_element(most: int, text: str) -> None:
    assert beginning(html.fragment_fromstring("<p>one <b> two </b>\n<i> </i>three</p>"), most) == text


def stamps(body: str) -> list[tuple[int, list[tuple[str, str, str]]]]:
    tree = html.document_fromstring(f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>")
    found = time_elements(tree, Positions(tree))
    return [(cost, [(one.field, one.text, one.origin) for one in candidates]) for cost, candidates in found]


DAY = "2019-12-01"
STAMPS = {
    f"{H1}<time datetime='{DAY}'></time>": (1, [("published", DAY, "time[datetime]")]),
    f"{H1}<time title='{DAY}'></time>": (1, [("published", DAY, "time[datetime]")]),
    f"{H1}<relative-time datetime='{DAY}'></relative-time>": (1, [("published", DAY, "time[datetime]")]),
    f"<time datetime='{DAY}'></time>{H1}": (4, [("published", DAY, "time[datetime]")]),
    f"{H1}{boxes(40)}<time datetime='{DAY}'></time>": (100_041, [("published", DAY, "time away")]),
    f"{H1}<a><time datetime='{DAY}'></time></a>": (100_002, [("published", DAY, "time away")]),
    f"{H1}<aside><time datetime='{DAY}'></time></aside>": (2, [("published", DAY, "time[datetime]")]),
    f"{H1}<aside><li><a>One two three</a><time datetime='{DAY}'></time></li></aside>": (
        100_004,
        [("published", DAY, "time away"), ("published", "One two three", "time away")],
    ),
    f"{H1}<aside><li><a>One two</a><time datetime='{DAY}'></time></li></aside>": (
        4,
        [("published", DAY, "time[datetime]"), ("published", "One two", "time")],
    ),
    f"{H1}<time class='updated' datetime='{DAY}'></time>": (1, [("modified", DAY, "time[datetime]")]),
    f"{H1}<time class='published updated' datetime='{DAY}'></time>": (
        1,
        [("published", DAY, "time[datetime]")],
    ),
    f"{H1}<time itemprop='dateModified' class='modified' datetime='{DAY}'></time>": (
        1,
        [("modified", DAY, "time[datetime]")],
    ),
    f"{H1}<time datetime='{DAY}'>Updated 1 December 2019</time>": (
        1,
        [("modified", DAY, "time[datetime]"), ("modified", "Updated 1 December 2019", "time")],
    ),
    f"{H1}<p>Updated <time datetime='{DAY}'>1 December 2019</time></p>": (
        2,
        [("modified", DAY, "time[datetime]"), ("modified", "Updated 1 December 2019", "time")],
    ),
    f"{H1}<time datetime='{DAY}'>2 December 2019</time>": (
        1,
        [("published", DAY, "time[datetime]"), ("published", "2 December 2019", "time")],
    ),
    f"{H1}<abbr title='{DAY}'>x</abbr>": (
        1,
        [("published", DAY, "time[datetime]"), ("published", "x", "time")],
    ),
    f"{H1}{boxes(60)}<abbr class='published' title='{DAY}'></abbr>": (
        61,
        [("published", DAY, "time[datetime]")],
    ),
}


@pytest.mark.parametrize("body", STAMPS, ids=range(len(STAMPS)))
def test_time_elements(body: str) -> None:
    assert stamps(body) == [STAMPS[body]]


@pytest.mark.parametrize(
    "body",
    [
        f"{H1}<abbr title='Member'>x</abbr>",
        f"{H1}<nav><time datetime='{DAY}'></time></nav>",
    ],
    ids=range(2),
)
def test_no_time_of_the_story(body: str) -> None:
    assert stamps(body) == []


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (f"{H1}<div data-date='{DAY}'></div>", [DAY]),
        (f"{H1}<div data-published='1575158400'></div>", ["1575158400"]),
        (f"{H1}<div data-timestamp='1575158400000'></div>", ["1575158400000"]),
        (f"{H1}<div data-date='15751584001'></div>", []),
        (f"{H1}<div data-date='soon'></div>", []),
        (f"{H1}<div data-other='{DAY}'></div>", []),
        (f"{H1}<nav data-date='{DAY}'></nav>", []),
        (f"{H1}<aside data-date='{DAY}'></aside>", []),
        (f"{H1}<span title='{DAY}'>2 months ago</span>", []),
        (f"{H1}<span class='timestamp' title='{DAY}'>2 months ago</span>", [DAY]),
        (f"{H1}{boxes(41)}<div data-date='{DAY}'></div>", []),
    ],
)
def test_attributes_that_are_named_for_dates(body: str, texts: list[str]) -> None:
    tree = html.document_fromstring(f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>")
    assert [one.text for one in stated_attributes(Positions(tree))] == texts
