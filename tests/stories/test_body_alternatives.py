"""The other readings of a body, when the general rules find next to none: what each takes, and from when on it counts."""

import json

import pytest

from stories.extraction import body
from stories.extraction.body import Block, Metadata, read_body
from stories.extraction.body.alternatives import (
    below_headline,
    from_payload,
    microdata,
    says_headline,
    structured,
    thickest,
)
from stories.extraction.body.lines import read_lines
from stories.extraction.document import Document, parse
from tests.stories.making import page

SENTENCE = (
    "The ferry stayed in port on day {} and nobody at the quay could say when it would ever sail again."
)
ONE, TWO, THREE, FOUR = (SENTENCE.format(number) for number in ("one", "two", "three", "four"))
MARKUP = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"


def document(body: str, head: str = "") -> Document:
    return parse(page(f"<html><head>{head}</head><body>{body}</body></html>"))


def told(blocks: list[Block]) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks]


def ld(**facts: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', **facts})}</script>"


def test_the_thickest_box_is_read_line_by_line() -> None:
    box = f"<h2>At the quay</h2><p>{ONE}</p><ul><li>one boat</li></ul><blockquote>{TWO}</blockquote><p>{THREE}</p>"
    aside = f"<figcaption>{FOUR}</figcaption><p><a>A second pier is to be built</a></p>"
    found = document(f"<div>{box}{aside}</div><div><p>{FOUR} It rained.</p></div>")
    assert told(thickest(found, read_lines(found.tree))) == [
        ("heading", "At the quay"),
        ("paragraph", ONE),
        ("list", "- one boat"),
        ("quote", TWO),
        ("paragraph", THREE),
    ]


def test_a_page_without_running_text_has_no_box() -> None:
    found = document("<p>Short.</p>")
    assert thickest(found, read_lines(found.tree)) == []


def test_the_longest_box_that_the_mark_up_calls_the_body() -> None:
    found = document(
        f"<div itemprop='articleBody'><p>{ONE}</p></div><div itemprop='x articleBody'><p>{TWO}</p><p>{THREE}</p></div>"
        f"<div itemprop='articleBodyless'>{MARKUP}{MARKUP}</div>"
    )
    assert told(microdata(found, read_lines(found.tree))) == [("paragraph", TWO), ("paragraph", THREE)]
    assert microdata(document("<p>x</p>"), read_lines(found.tree)) == []


BODIES = {
    "plain": (f"{ONE}\n\n{TWO}", [ONE, TWO]),
    "mark-up": (MARKUP, [ONE, TWO, THREE]),
    "escaped": (MARKUP.replace("<", "&lt;").replace(">", "&gt;"), [ONE, TWO, THREE]),
    "with a control character": (MARKUP.replace("port", "po\x01rt"), [ONE, TWO, THREE]),
    "signs": (f"{ONE} Moss &amp; Lind\n{TWO}", [f"{ONE} Moss & Lind", TWO]),
    "too short": ("The ferry stayed in port.", []),
    "80 characters": (ONE[:79] + ".", []),
    "81 characters": (ONE[:80] + ".", [ONE[:80] + "."]),
    "no text": (["a", "list"], []),
}


@pytest.mark.parametrize("name", ["articleBody", "text", "reviewBody"])
@pytest.mark.parametrize("kind", BODIES)
def test_the_body_in_json_ld(kind: str, name: str) -> None:
    stated, texts = BODIES[kind]
    found = document("<p>x</p>", ld(**{name: stated}))
    assert [block.text for block in structured(found, read_lines(found.tree))] == texts


def test_what_is_no_story_has_no_body_in_json_ld() -> None:
    found = document("<p>x</p>", ld(articleBody=ONE).replace("NewsArticle", "WebPage"))
    assert structured(found, read_lines(found.tree)) == []


@pytest.mark.parametrize(("letters", "believed"), [(999, True), (1_000, False)])
def test_a_page_that_shows_another_text_is_not_believed(letters: int, believed: bool) -> None:
    found = document(f"<p>{'x' * letters}</p>", ld(articleBody=ONE))
    assert bool(structured(found, read_lines(found.tree))) == believed


@pytest.mark.parametrize(("size", "believed"), [(60, True), (59, False)])
def test_a_page_that_shows_the_beginning_is_believed(size: int, believed: bool) -> None:
    shown = ONE.replace(" ", "")[:size]
    found = document(f"<p>{shown}</p><p>{'9' * 1_000}</p>", ld(articleBody=ONE))
    assert bool(structured(found, read_lines(found.tree))) == believed


@pytest.mark.parametrize(("count", "found"), [(2, False), (3, True)])
def test_three_paragraphs_of_mark_up_in_a_script_are_a_text(count: int, found: bool) -> None:
    text = "".join(f"<p>{SENTENCE.format(number)}</p>" for number in range(count))
    known = document(f"<script>window.state = {json.dumps({'x': ['short', text]})};</script>")
    assert bool(from_payload(known, read_lines(known.tree))) == found


def test_the_longest_text_of_the_scripts() -> None:
    longer = MARKUP + f"<p>{FOUR}</p>"
    known = document(f"<script>var a = {json.dumps([MARKUP, longer, MARKUP])};</script>")
    assert [block.text for block in from_payload(known, read_lines(known.tree))] == [ONE, TWO, THREE, FOUR]


@pytest.mark.parametrize(
    ("headline", "found"),
    [("Flood", True), ("Floods", False), ("Ferry stays", True), ("Ferry stays in port again", True)],
    ids=range(4),
)
def test_a_text_under_another_headline_is_another_story(headline: str, found: bool) -> None:
    data = json.dumps({"headline": headline, "text": MARKUP})
    known = document(f"<h1>Ferry stays in port</h1><script>window.state = {data};</script>")
    assert bool(from_payload(known, read_lines(known.tree))) == found


def test_react_s_elements_keep_their_kinds() -> None:
    rows = [
        ["$", "h2", None, {"children": "At the quay"}],
        *(["$", "p", None, {"children": text}] for text in (ONE, TWO, THREE)),
        ["$", "ul", None, {"children": [["$", "li", None, {"children": "one boat"}]]}],
        ["$", "blockquote", None, {"children": ["They ", ["$", "b", None, {"children": "wait"}], ".", "$"]}],
        ["$", "p", None, {"children": " "}],
        ["$", "p", None],
        ["$", "p", None, "x"],
    ]
    whole = json.dumps("1:" + json.dumps(rows) + "\n")
    known = document(f"<script>self.__next_f.push([1,{whole}])</script>")
    assert told(from_payload(known, read_lines(known.tree))) == [
        ("heading", "At the quay"),
        ("paragraph", ONE),
        ("paragraph", TWO),
        ("paragraph", THREE),
        ("list", "- one boat"),
        ("quote", "They wait."),
    ]


def test_a_text_whose_mark_up_is_written_out_in_a_script() -> None:
    text = MARKUP.replace("<", "&lt;").replace(">", "&gt;")
    known = document(f"<script>window.state = {json.dumps({'x': text})};</script>")
    assert [block.text for block in from_payload(known, read_lines(known.tree))] == [ONE, TWO, THREE]


def test_on_a_page_without_a_headline_no_text_is_anothers() -> None:
    known = document(
        f"<script>window.state = {json.dumps({'headline': 'Ferry stays', 'x': MARKUP})};</script>"
    )
    assert [block.text for block in from_payload(known, read_lines(known.tree))] == [ONE, TWO, THREE]


# a story of a few words: mark-up, what stands below the headline
FEW = {
    "<div><p>Home</p><h1>Ferry</h1><p>It sank off Velm.</p><p>Nobody</p></div>": [
        "It sank off Velm.",
        "Nobody",
    ],
    "<div><h1>Ferry</h1><p>It sank off.</p></div>": ["It sank off."],
    "<div><h1>Ferry</h1><p>It sank so.</p></div>": [],
    "<div><h1>Ferry</h1><p>It sank off Velm</p></div>": [],
    "<div><p>It sank off Velm.</p></div>": [],
    "<div><div><h1>Ferry</h1><p>It sank off Velm.</p></div><p>It rained on Monday.</p></div>": [
        "It sank off Velm."
    ],
    "<div><div><h1>Ferry</h1><p>News</p></div><p>It sank off Velm.</p></div>": ["News", "It sank off Velm."],
    "<div><h1>Ferry</h1><p>It sank off Velm.</p><p><a>A pier</a> of us</p></div>": ["It sank off Velm."],
    "<div><h1>Ferry</h1><p>It sank off Velm.</p><p><a>A pier</a> of ours</p></div>": [
        "It sank off Velm.",
        "A pier of ours",
    ],
}


@pytest.mark.parametrize("markup", FEW, ids=range(len(FEW)))
def test_a_story_of_a_few_words_stands_below_its_headline(markup: str) -> None:
    assert [block.text for block in below_headline(read_lines(document(markup).tree))] == FEW[markup]


@pytest.mark.parametrize(
    ("heading", "text", "held"),
    [
        ("Ferry", "Ferry It sank off Velm.", True),
        ("Ferry", "Ferry", False),
        ("Ferry", "It sank off Velm. It rained.", False),
        ("—", "It sank off Velm.", False),
    ],
    ids=range(4),
)
def test_a_block_that_holds_the_headline_and_more(heading: str, text: str, held: bool) -> None:
    lines = read_lines(document(f"<h1>{heading}</h1><p>It sank off Velm.</p>").tree)
    assert says_headline([Block(text)], lines) == held


def test_a_page_that_came_as_one_block_with_its_headline_is_what_stands_below_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = document("<div><h1>Ferry</h1><p>It sank off Velm.</p><p>Nobody drowned.</p></div>")
    for text, origin in (
        ("Ferry It sank off Velm.", "below the headline"),
        ("It sank off Velm.", "trafilatura"),
    ):
        monkeypatch.setattr(body, "general_body", lambda *_, text=text, **__: [Block(text)])
        assert read_body(known, [], Metadata()).origin == origin


@pytest.mark.parametrize(
    ("found", "other", "origin"),
    [
        (250, 900, "trafilatura"),
        (249, 600, "json-ld articleBody"),
        (249, 498, "trafilatura"),
        (0, 251, "json-ld articleBody"),
        (0, 250, ""),
    ],
)
def test_a_body_that_is_tiny_is_read_another_way_where_that_gives_clearly_more(
    monkeypatch: pytest.MonkeyPatch, found: int, other: int, origin: str
) -> None:
    monkeypatch.setattr(body, "general_body", lambda *_, **__: [Block("x" * found)] * bool(found))
    known = document("<p>Short.</p>", ld(articleBody="y" * other))
    assert read_body(known, [], Metadata()).origin == origin


@pytest.mark.parametrize("known", [["line 0", "line 2"], ["line 9", "line 2"], []], ids=range(3))
def test_what_stands_below_a_body(known: list[str]) -> None:
    """The last of its lines counts where the page says it last; of a page without a body, its first lines."""
    said = [f"line {number}" for number in range(20)]
    lines = read_lines(document("".join(f"<p>{line}</p>" for line in ["line 2", *said])).tree)
    found = [line.text for line in body._below([Block(text) for text in known], lines)]
    assert found == (said[3:15] if known else ["line 2", *said[:11]])


HEADLINE = "Ferry crews stop work at Tarrow"


@pytest.mark.parametrize(("between", "found"), [(0, True), (1, True), (2, False)])
def test_how_near_the_headline_stands(between: int, found: bool) -> None:
    said: object = HEADLINE
    for _ in range(between):
        said = {"basic": said}
    data = {"title": said, "body": [{"type": "paragraph", "text": text} for text in (ONE, TWO, THREE)]}
    known = document(f"<h1>{HEADLINE}</h1><script>window.state = {json.dumps(data)};</script>")
    assert bool(from_payload(known, read_lines(known.tree))) == found


@pytest.mark.parametrize(
    "time",
    ["<time>Monday</time>", "<time datetime='2026-05-03'><b>Monday</b></time>", "<time>Mon</time>day"],
    ids=range(3),
)
def test_the_words_of_a_time_stay_in_the_sentence(time: str) -> None:
    text = f"{ONE} On {time} the crew went home, and so did all those who had waited since the morning."
    found = read_body(
        document(f"<article><p>{text}</p>{MARKUP}{MARKUP.replace('day', 'night')}</article>"), [], Metadata()
    )
    assert "On Monday the crew" in found.blocks[0].text


APART = "".join(
    f"<section><div><span><p>{text}</p></span></div></section>" for text in (ONE, TWO, THREE, FOUR)
)
STATED = f"{ONE}\n\n{TWO}\n\n{THREE}"
READ = {
    # of a page on which the general rules find nothing: its mark-up, its head
    "thickest box": (f"<div>{MARKUP}</div>", ""),
    "microdata articleBody": (f"<div itemprop='articleBody'>{APART}</div>", ""),
    "microdata articleBody, among others": (
        f"<div itemprop='text articleBody'><i></i>{APART}</div><p>x</p>",
        "",
    ),
    "microdata articleBody, of a section": (
        f"<main><section itemprop='articleBody'>{APART}</section></main>",
        "",
    ),
    "thickest box, of a table": (f"<table><tr><td>{MARKUP}</td><td>x</td></tr></table>", ""),
    "json-ld articleBody": ("<p>x</p>", ld(articleBody=STATED)),
    "payload": ("<p>x</p>", f"<script>var a = {json.dumps([MARKUP])};</script>"),
}


@pytest.mark.parametrize("origin", READ)
def test_what_the_general_rules_do_not_find_another_way_does(
    monkeypatch: pytest.MonkeyPatch, origin: str
) -> None:
    monkeypatch.setattr(body, "general_body", lambda *_, **__: [])
    assert read_body(document(*READ[origin]), [], Metadata()).origin == origin.partition(",")[0]


@pytest.mark.parametrize(
    ("lines", "origin"), [(4, "trafilatura"), *((lines, "json-ld articleBody") for lines in (5, 6, 12))]
)
def test_a_whole_page_that_was_taken_for_one_paragraph_is_read_another_way(
    monkeypatch: pytest.MonkeyPatch, lines: int, origin: str
) -> None:
    said = [f"This is line number {number} of a page of tides and of boats." for number in range(lines)]
    one = [Block(" ".join([*said, "x" * 250]))]
    monkeypatch.setattr(body, "general_body", lambda *_, **__: one)
    known = document("".join(f"<div><p>{line}</p></div>" for line in said), ld(articleBody=STATED))
    assert read_body(known, [], Metadata()).origin == origin


def test_the_general_rules_search_the_part_that_holds_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    searched = []
    monkeypatch.setattr(body, "general_body", lambda _, scope=None, **__: searched.append(scope) or [])
    read_body(document(f"<article>{MARKUP}</article><p>Short.</p>"), [], Metadata())
    assert searched[0].tag == "article"
