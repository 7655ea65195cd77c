"""Bodies read by the general rules' tree, by other ways, and completed with what was missed."""

import pytest
from lxml import etree
from lxml.html import document_fromstring

from stories.extraction.body import Block, Metadata, read_body
from stories.extraction.body.general import blocks_of
from stories.extraction.body.lines import read_lines
from stories.extraction.body.recovery import complete
from stories.extraction.document import parse
from tests.stories.making import page

SENTENCE = (
    "The ferry stayed in port on day {} and nobody at the quay could say when it would ever sail again."
)
TEXTS = [SENTENCE.format(number) for number in ("one", "two", "three", "four", "five", "six")]

# a tree in trafilatura's tags: (kind, text) of its blocks
TREES = {
    "Lead<p>One</p> tail <p>Two</p>": [
        ("paragraph", "Lead"),
        ("paragraph", "One"),
        ("paragraph", "tail"),
        ("paragraph", "Two"),
    ],
    "<head>Why</head><quote>One</quote>": [("heading", "Why"), ("quote", "One")],
    "<list><item>One</item><item> </item><item>Two<lb/>three</item></list>": [("list", "- One\n- Two three")],
    "<list><item> </item></list>": [],
    "<table><row><cell>One</cell><cell>Two</cell></row><row><cell/></row><row><cell>Three</cell><cell/></row></table>": [
        ("table", "One | Two\nThree | ")
    ],
    "<table><row><cell/></row></table>": [],
    "<p>One<lb/>two<lb/><lb/>three <hi>four</hi> five</p>": [
        ("paragraph", "One\ntwo"),
        ("paragraph", "three four five"),
    ],
    "<p>One\ue000two</p>": [("paragraph", "One"), ("paragraph", "two")],
    "<quote>Lead<p>One</p>two<p>Three</p></quote>": [("quote", "LeadOne"), ("quote", "twoThree")],
    "<p>One<list><item>Two</item><item>Three</item></list>four</p>": [
        ("paragraph", "OneTwo"),
        ("paragraph", "Three"),
        ("paragraph", "four"),
    ],
}


@pytest.mark.parametrize("tree", TREES)
def test_blocks_of_a_tree(tree):
    found = blocks_of(etree.fromstring(f"<body>{tree}</body>"))
    assert [(block.kind, block.text) for block in found] == TREES[tree]


def completed(markup: str, known: list[int], description: str = "") -> list[str]:
    """The texts of a body of which the lines `known` of the markup were found."""
    lines = read_lines(document_fromstring(f"<body>{markup}</body>"))
    blocks = [Block(lines.lines[number].text) for number in known]
    return [block.text for block in complete(blocks, lines, description)]


def chunks(*boxes: str) -> str:
    return "".join(f"<div class=chunk>{box}</div>" for box in boxes)


P = [f"<p>{text}</p>" for text in TEXTS]
MISSED = {
    "a paragraph between": (chunks(*P[:4]), [0, 1, 3], [0, 1, 2, 3]),
    "paragraphs after the last, where the box is like theirs": (chunks(*P[:4]), [0, 1], [0, 1, 2, 3]),
    "none above the first": (chunks(*P[:3]), [1, 2], [1, 2]),
    "one box alone is like no other": (chunks(P[0]) + f"<div>{P[1]}</div>", [0], [0]),
    "a short line after the last prose": (chunks(P[0], P[1], "<p>Short.</p>"), [0, 1], [0, 1]),
    "a short line before the last prose": (chunks(P[0], P[1], "<p>Short.</p>", P[3]), [0, 1], [0, 1, 2, 3]),
    "a cross-head": (chunks(P[0], "<h3>Why</h3>", P[2]), [0, 2], [0, 1, 2]),
    "no item of a list": (chunks(P[0], "<li>Why it sails</li>", P[2]), [0, 2], [0, 2]),
    "no link": (chunks(P[0], "<p><a>A second pier</a> of</p>", P[2]), [0, 2], [0, 2]),
    "half a link": (chunks(P[0], "<p><a>A pier</a> of us</p>", P[2]), [0, 2], [0, 1, 2]),
    "once what is said twice": (chunks(P[0], P[1], P[1], P[3]), [0, 3], [0, 1, 3]),
    "nothing in an advert": (chunks(P[0], "<p class=ad>Buy soup.</p>", P[2]), [0, 2], [0, 2]),
    "nothing that a found block holds": (
        chunks(f"<p>{TEXTS[0]} Short.</p>", "<p>Short.</p>", P[2]),
        [0, 2],
        [0, 2],
    ),
}


MISSED |= {
    "a sentence that is a link": (chunks(P[0], f"<p><a>{TEXTS[4]}</a></p>", P[2]), [0, 2], [0, 1, 2]),
    "a heading of each level": (
        chunks(
            P[0],
            *(f"<h{n}>Why {n}</h{n}>" for n in range(1, 7)),
            P[1],
            "<blockquote>So it is</blockquote>",
            P[2],
        ),
        [0, 7, 9],
        [0, 2, 3, 4, 5, 6, 7, 8, 9],
    ),
    "in a box of another class": (chunks(P[0]) + f"<div class=x>{P[1]}</div>" + chunks(P[2]), [0, 2], [0, 2]),
    "in a box of a modified class": (
        chunks(P[0]) + f"<div class='chunk chunk--wide'>{P[1]}</div>" + chunks(P[2]),
        [0, 2],
        [0, 1, 2],
    ),
    "in a box in another box": (
        chunks(P[0]) + f"<section>{chunks(P[1])}</section>" + chunks(P[2]),
        [0, 2],
        [0, 2],
    ),
    "nothing in an aside beside the text": (
        chunks(P[0], P[1]) + "<aside><div class=chunk><ul><li>Soup</li></ul></div></aside>" + chunks(P[2]),
        [0, 1, 3],
        [0, 1, 3],
    ),
    "a list in the box of the text": (
        f"<div>{P[0]}{P[1]}<section><ul><li>Soup</li></ul></section>{P[2]}</div>",
        [0, 1, 3],
        [0, 1, 2, 3],
    ),
    "no list in a box that is named for others": (
        f"<div>{P[0]}{P[1]}<section class=related><ul><li>Soup</li></ul></section>{P[2]}</div>",
        [0, 1, 3],
        [0, 1, 3],
    ),
    "no line of the body is a line of the page": (chunks(P[0], P[1]), [], []),
}


@pytest.mark.parametrize("name", MISSED)
def test_what_was_missed(name):
    markup, known, wanted = MISSED[name]
    lines = read_lines(document_fromstring(f"<body>{markup}</body>")).lines
    texts = [
        "- " * (lines[number].element.tag == "li" and name[0] in "an") + lines[number].text
        for number in wanted
    ]
    assert completed(markup, known) == texts


def test_a_paragraph_of_two_lines_is_known_by_all_that_it_says():
    markup = chunks("<p>Velm</p>", P[1], f"<p>Velm<br>{TEXTS[5]}</p>", P[2])
    lines = read_lines(document_fromstring(f"<body>{markup}</body>"))
    blocks = [Block(f"Velm\n{TEXTS[5]}"), Block(TEXTS[2])]
    assert complete(blocks, lines, "") == blocks


LONG = (
    "The crew of the only ferry on the northern coast will not sail with a single mate, "
    "and the owners say that they can find no other one this year."
)
STANDFIRSTS = {
    f"<h1>Ferry</h1><p class=standfirst>{LONG}</p>": 1,
    f"<h1>Ferry</h1><p class=standfirst>{LONG[:140]}</p>": 1,
    f"<h1>Ferry</h1><p class=standfirst>{LONG[:139]}</p>": 0,
    f"<h1>Ferry</h1><div class=article-lede><span><p>{LONG}</p></span></div>": 1,
    f"<h1>Ferry</h1><div class=article-lede><span><p>{LONG}</p></span><p>Velm</p></div>": 0,
    f"<h1>Ferry</h1><p class=intro>{LONG}</p><h1>Other</h1>": 0,
    f"<h1>Ferry</h1><div class=article-lede><p>{LONG}</p></div>": 1,
    f"<h1>Ferry</h1><p class=leader>{LONG}</p>": 0,
    f"<h1>Ferry</h1><ul><li>Velm</li></ul><p class=intro>{LONG}</p>": 1,
    f"<h1>Ferry</h1><div class=article-lede>{'<div>' * 4}<p>{LONG}</p>{'</div>' * 5}": 1,
    f"<h1>Ferry</h1><div class=article-lede>{'<div>' * 5}<p>{LONG}</p>{'</div>' * 6}": 0,
    f"<h1>Ferry</h1><p>{LONG}</p>": 0,
    f"<p class=standfirst>{LONG}</p><h1>Ferry</h1>": 0,
    f"<p class=standfirst>{LONG}</p>": 1,
    f"<h1>Ferry</h1><p class=intro><a>{LONG}</a></p>": 0,
    f"<h1>Ferry</h1><figcaption class=intro>{LONG}</figcaption>": 0,
    f"<h1>Ferry</h1><p class=intro>{LONG}</p><p class=intro>2 {LONG}</p><p class=intro>3 {LONG}</p>": 2,
}


@pytest.mark.parametrize("above", STANDFIRSTS)
def test_standfirsts(above):
    markup = f"{above}<main>{P[0]}{P[1]}</main>"
    lines = read_lines(document_fromstring(f"<body>{markup}</body>")).lines
    first = next(number for number, line in enumerate(lines) if line.text == TEXTS[0])
    assert len(completed(markup, [first, first + 1])) == 2 + STANDFIRSTS[above]


def test_a_standfirst_stands_above_the_first_paragraph_not_above_a_label() -> None:
    markup = f"<h1>Ferry</h1><p>Velm</p><p class=intro>{LONG}</p><main>{P[0]}{P[1]}</main>"
    assert completed(markup, [1, 3, 4]) == ["Velm", LONG, *TEXTS[:2]]
    assert completed(f"<p class=intro>{LONG}</p><p>Velm</p><p>Odder</p>", [1, 2]) == [LONG, "Velm", "Odder"]


def test_a_standfirst_that_the_first_blocks_say_is_not_said_again():
    above = f"<h1>Ferry</h1><p class=intro>{LONG}</p>"
    again = f"<p>{LONG}</p>"
    assert completed(f"{above}{P[0]}{P[1]}{again}{P[2]}", [2, 3, 4]).count(LONG) == 1
    assert completed(f"{above}{P[0]}{P[1]}{P[2]}{again}", [2, 3, 4, 5]).count(LONG) == 2


def test_a_standfirst_told_by_the_description():
    lead = f"{LONG} And so on, they say."
    markup = f"<h1>Ferry</h1><p>{lead}</p>{P[0]}{P[1]}"
    assert completed(markup, [2, 3], f"{LONG} And so on, we hear.")[0] == lead
    assert completed(markup, [2, 3], f"{LONG[:65]} this and that")[0] == TEXTS[0]
    assert completed(f"<h1>Ferry</h1><p>Velm. {lead}</p>{P[0]}{P[1]}", [2, 3], LONG)[0] == f"Velm. {lead}"


@pytest.mark.parametrize(("same", "before", "told"), [(60, 20, True), (59, 0, False), (60, 21, False)])
def test_how_much_of_a_description_a_standfirst_says(same: int, before: int, told: bool) -> None:
    lead = f"{'a' * before} {'b' * same}, {'c' * 80}."
    found = completed(f"<h1>Ferry</h1><p>{lead}</p>{P[0]}{P[1]}", [2, 3], f"{'b' * 60} and so on")
    assert (found[0] == lead) == told


def test_a_standfirst_stands_below_the_headline_and_not_below_the_last_heading():
    markup = f"<h1>Ferry</h1><p class=excerpt>{LONG}</p><h1>Tickets</h1>{P[0]}{P[1]}"
    lines = read_lines(document_fromstring(f"<body>{markup}</body>"))
    blocks = [Block(text) for text in TEXTS[:2]]
    assert [block.text for block in complete(blocks, lines, "", "Ferry")] == [LONG, *TEXTS[:2]]
    assert complete(blocks, lines, "") == blocks


def body(markup: str, script: str = "") -> tuple[list[str], str]:
    document = parse(page(f"<html><head><title>Ferry</title>{script}</head><body>{markup}</body></html>"))
    found = read_body(document, [], Metadata())
    return [block.text for block in found.blocks], found.origin


def test_facts_of_the_outlet_come_first():
    document = parse(page(f"<html><body><main>{''.join(P)}</main></body></html>"))
    found = read_body(document, [Block(TEXTS[1])], Metadata())
    assert ([block.text for block in found.blocks], found.origin) == ([TEXTS[1]], "layout")


def test_no_body_has_no_origin():
    assert body("<p><a href=/x>A second pier</a></p>") == ([], "")


def json_ld(text: str, name: str = "articleBody") -> str:
    words = text.replace("\n", "\\n")
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "{name}": "{words}"}}</script>'


WHOLE = "\n\n".join(TEXTS)
STRUCTURED = {
    "whole": (json_ld(WHOLE), TEXTS),
    "under another name": (json_ld(WHOLE, "text"), TEXTS),
    "mark-up": (json_ld("".join(P)), TEXTS),
    "mark-up written out": (json_ld("".join(P).replace("<", "&lt;").replace(">", "&gt;")), TEXTS),
    "too short": (json_ld(TEXTS[0]), []),
    "of no story": (json_ld(WHOLE).replace("NewsArticle", "Person"), []),
}


@pytest.mark.parametrize("name", STRUCTURED)
def test_a_body_out_of_structured_data(name):
    script, wanted = STRUCTURED[name]
    assert body("<div></div>", script) == (wanted, "json-ld articleBody" if wanted else "")
