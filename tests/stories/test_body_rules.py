"""What is cut out of a body, rule by rule, and just short of each rule."""

import pytest
from lxml.html import document_fromstring

from stories.extraction.body import Block, Metadata
from stories.extraction.body.boilerplate import left_out, remove_boilerplate
from stories.extraction.body.lines import read_lines
from tests.stories.making import reading

SENTENCE = (
    "The ferry stayed in port on day {} and nobody at the quay could say when it would ever sail again."
)
ONE, TWO, THREE, FOUR = (SENTENCE.format(number) for number in ("one", "two", "three", "four"))
TEXT = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"
METADATA = Metadata(
    "Ferry stays in port",
    ("Ferry stays", "Coast news"),
    ("Mara Dunn",),
    "The crew will not sail with a single mate this year",
)


def reasons(above: str = "", below: str = "", metadata: Metadata = METADATA) -> dict[str, str]:
    """Why each line above and below three paragraphs is cut; empty where it is kept."""
    tree = document_fromstring(f"<body><main>{above}{TEXT}{below}</main></body>")
    lines = read_lines(tree)
    kinds = {"h1": "heading", "h2": "heading", "h3": "heading", "li": "list"}
    blocks = [Block(line.text, kinds.get(line.element.tag, "paragraph")) for line in lines.lines]  # type: ignore[arg-type]
    kept, cuts = remove_boilerplate(blocks, lines, metadata)
    return {block.text: "" for block in kept} | dict(cuts)


def long(start: str, size: int) -> str:
    """A line of `size` characters that begins so."""
    return f"{(start + ' and so on' * 40)[: size - 1]}x"


# markup above the text: the reason for its first line
ABOVE = {
    "<p>Ferry stays in port</p>": "headline",
    "<h1>Ferry stays</h1>": "headline",
    "<h1>Coast news!</h1>": "headline",
    "<h1>Harbour news</h1>": "",
    "<p>Mara Dunn</p>": "signature",
    "<p>MARA DUNN</p>": "signature",
    "<p>Mara Dunn, quay</p>": "signature",
    "<p>Mara Dunn told the quay about it.</p>": "",
    "<p>By Ada Moss and Bo Lind</p>": "signature",
    "<p>By the time it rained</p>": "",
    "<p>Published: 30 April 2026</p>": "signature",
    "<p>4 min read</p>": "signature",
    f"<p>{long('By Ada Moss', 84)}</p>": "signature",
    f"<p>{long('By Ada Moss', 105)}</p>": "",
}
BELOW = {
    "<p>Ferry stays in port</p>": "headline",
    "<h1>Ferry stays</h1><p>And no more of it came in the days that followed it, they say.</p>": "",
    "<p>By Ada Moss and Bo Lind</p>": "",
    "<p>Published: 30 April 2026</p>": "",
    "<p>Tags: quay</p>": "credit",
    "<p>ADVERTISEMENT</p>": "label",
    "<p>mara@coast.example</p>": "contact",
    f"<p>{long('Subscribe to us', 199)}</p>": "request",
    f"<p>{long('Subscribe to us', 200)}</p>": "",
    "<p><a href=/x>A second pier is to be built</a></p>": "link",
    "<p><a href=/x>A second pier</a> is</p>": "link",
    "<p><a href=/x>A second pier</a> is it</p>": "",
    "<p>Read more: <a href=/x>A second pier is to be built</a></p>": "teaser",
    "<p>Read more: <a href=/x>A second pier</a> abc</p>": "",
    "<p>Read more: <a href=/x>A second pier</a>..</p>": "teaser",
    "<p>Read more: <a href=/x>A second pier</a>...</p>": "",
    "<p>QUAY: <a href=/x>A second pier</a></p>": "teaser",
    "<p>QUAY – <a href=/x>A second pier</a></p>": "teaser",
    "<p>Quay: <a href=/x>A second pier</a></p>": "",
    "<p>QUAY. <a href=/x>A second pier</a></p>": "",
    "<h2><a href=/x>A second pier</a></h2><p>It is to be built of stone in the summer, says the town.</p>": "",
    "<p class=caption>The quay in the winter, when no ferry sails, seen from the hill above the town.</p>": "caption",
    "<figcaption>The quay</figcaption>": "caption",
    "<p>Image caption, The quay of Velm in winter</p>": "caption",
    "<p>Légende image, Le quai en hiver</p>": "caption",
    "<p>图像来源，海岸社</p>": "caption",
    "<div class=related-stories><p>The quay</p></div>": "teaser box",
    f"<div class=related-stories><p>{FOUR}</p></div>": "",
    "<div id=shareTools><p>The quay</p></div>": "share",
    "<div class=share-price><p>The quay</p></div>": "share",
    "<div class=shareholder><p>The quay fell down</p></div>": "",
    "<div class=shares><div class=x><p>The quay fell down</p></div></div>": "",
    "<div class=ad><div class=x><p>The quay</p></div></div>": "advert",
    "<form><p>The quay</p></form>": "newsletter",
    "<nav><p>The quay</p></nav>": "apparatus",
    "<div class=byline><p>The quay</p></div>": "byline",
    "<div class=byline><p>The quay</p></div><p>The quay</p>": "",
}


@pytest.mark.parametrize("markup", ABOVE)
def test_above_the_text(markup):
    found = reasons(above=markup)
    line = document_fromstring(f"<body>{markup}</body>")[0].text_content()
    assert found[line] == ABOVE[markup]


@pytest.mark.parametrize("markup", BELOW)
def test_below_the_text(markup):
    first = next(document_fromstring(f"<body>{markup}</body>").iter("p", "h1", "h2", "figcaption"))
    assert reasons(below=f"{markup}<p>{FOUR}</p>")[first.text_content()] == BELOW[markup]


def subtitle(heading: str, metadata: Metadata = METADATA) -> str:
    tree = document_fromstring(f"<body><header><h2>{heading}</h2></header><main>{TEXT}</main></body>")
    lines = read_lines(tree)
    blocks = [
        Block(line.text, "heading" if line.element.tag == "h2" else "paragraph") for line in lines.lines
    ]
    return dict(remove_boilerplate(blocks, lines, metadata)[1]).get(heading, "")


def test_a_short_heading_that_the_page_describes_itself_with():
    told = METADATA.description
    assert subtitle(told) == "subtitle"
    assert subtitle(told[:-3]) == ""
    for size, why in ((139, "subtitle"), (140, "")):
        heading = long(told, size)
        assert subtitle(heading, Metadata("", (), (), heading)) == why
    assert reasons(above=f"<h2>{told}</h2>")[told] == ""


@pytest.mark.parametrize("tag", ["h2", "h3", "h4"])
def test_a_subtitle_of_any_level(tag):
    told = "The crew of the only ferry want a second mate"
    above = f"<header><h1>Ferry stays in port</h1><{tag}>{told}</{tag}></header>"
    page = (
        f"<html><head><title>Ferry stays in port</title><meta name='description' content='{told}.'></head>"
        f"<body><article>{above}<section class=story>{TEXT}</section></article></body></html>"
    )
    assert (told, "subtitle") in reading(page).cuts


LINK, ADVERT, CREDIT = (
    "<p><a href=/x>A second pier</a></p>",
    "<div class=ad><p>Buy soup</p></div>",
    "<p>Tags: quay</p>",
)
TOLD = "<p>They are told by everybody on the quay.</p>"
LABELS = {
    f"<p>Old tales</p>{LINK}{TOLD}": "label",
    f"<p>An old tale.</p>{LINK}{TOLD}": "",
    f"<p>An old tale of piers and of those who built them:</p>{LINK}{TOLD}": "label",
    f"<p>{long('Old', 39)}</p>{LINK}{TOLD}": "label",
    f"<p>{long('Old', 40)}</p>{LINK}{TOLD}": "",
    f"<h3>{long('Old', 79)}</h3>{LINK}{TOLD}": "label",
    f"<h3>{long('Old', 80)}</h3>{LINK}{TOLD}": "",
    f"<h3>Old tales</h3>{LINK}{TOLD}": "label",
    f"<h3>Old tales</h3>{ADVERT}{TOLD}": "label",
    f"<h3>Old tales</h3>{CREDIT}{TOLD}": "",
    f"<h3>Old tales</h3>{TOLD}": "",
    f"<h3>Old tales</h3><h2>New tales</h2>{LINK}{TOLD}": "label",
    "<h3>Old tales</h3>": "label",
    f"<h3>Old tales</h3>{CREDIT}": "label",
    "<p>Old tales</p>": "",
    f"<p>Old tales</p>{LINK}": "",
}


@pytest.mark.parametrize("markup", LABELS)
def test_a_label_goes_with_what_it_labels(markup):
    first = next(document_fromstring(f"<body>{markup}</body>").iter("p", "h3")).text_content()
    assert reasons(below=markup)[first] == LABELS[markup]


def boxed(inside: int, outside: int) -> list[str]:
    """The reasons for paragraphs of a second box below the first."""
    texts = [SENTENCE.format(number) for number in range(inside + outside)]
    one, other = ("".join(f"<p>{text}</p>" for text in some) for some in (texts[:inside], texts[inside:]))
    tree = document_fromstring(f"<body><div>{one}</div><section>{other}</section></body>")
    lines = read_lines(tree)
    return [
        why for _, why in remove_boilerplate([Block(line.text) for line in lines.lines], lines, Metadata())[1]
    ]


def test_what_stands_below_the_box_of_four_fifths_of_the_text():
    assert boxed(8, 2) == ["below the text"] * 2
    assert boxed(7, 2) == []


def test_a_box_that_holds_the_story_is_no_teaser():
    texts = [SENTENCE.format(number) for number in range(10)]
    for inside, why in ((4, "newsletter"), (5, "")):
        held = "".join(f"<p>{text[:70]}</p>" for text in texts[:inside])
        rest = "".join(f"<p>{text[:70]}</p>" for text in texts[inside:])
        tree = document_fromstring(f"<body><div class=newsletter>{held}</div>{rest}</body>")
        lines = read_lines(tree)
        _, cuts = remove_boilerplate([Block(line.text) for line in lines.lines], lines, Metadata())
        assert {reason for _, reason in cuts} == ({why} if why else set())


def test_what_the_general_rules_passed_over_is_told_between_first_and_last():
    tree = document_fromstring(
        f"<body><p>Above</p><p>{ONE}</p><p>Cut</p><p>Passed</p><div class=ad><p>Soup</p></div><p>{TWO}</p><p>Below</p>"
    )
    lines = read_lines(tree)
    found = left_out([Block(ONE), Block(TWO)], [("Cut", "label")], lines)
    assert found == [("Passed", "general rules"), ("Soup", "advert")]
    assert left_out([Block("Elsewhere")], [], lines) == []
