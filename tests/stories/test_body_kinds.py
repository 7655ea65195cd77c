"""Kinds of pages that lost text or took too much: (markup, the blocks of the body)."""

import pytest

from spiders.bbc import BBC
from stories.extraction.body import Block
from stories.extraction.body.general import PART
from stories.extraction.body.lines import read_lines
from stories.extraction.body.unfolded import parted, unfold
from stories.extraction.document import parse
from tests.stories.making import PARAGRAPHS, html, page, paragraphs, reading

FIRST, SECOND, THIRD, FOURTH = PARAGRAPHS
OTHERS = [
    "The mill at Odder closed its gates on Friday after the river had risen above the second step of the yard.",
    "Its owner said that the wheel would not turn before the weir had been mended, which takes a month at the least.",
]
TITLE = "<h1>Ferry stays in port</h1>"
AGAIN = "<h1>Mill closes its gates</h1>"
SHORT = ["A child drowned off Velm on Monday.", "Its mother was saved.", "The sea was calm."]
STORY = paragraphs(PARAGRAPHS)

PAGES = {
    "endless, in articles": (
        f"<article class=story>{TITLE}<div class=text>{STORY}</div></article>"
        f"<article class=story>{AGAIN}<div class=text>{paragraphs(OTHERS)}</div></article>",
        PARAGRAPHS,
    ),
    "endless, in boxes": (
        f"<main><div class=one>{TITLE}<div class=text>{STORY}</div></div>"
        f"<div class=one>{AGAIN}<div class=text>{paragraphs(OTHERS)}</div></div></main>",
        PARAGRAPHS,
    ),
    "short, in an article": (
        f"<article>{TITLE}<div class=article-body>{paragraphs(SHORT)}</div></article>",
        SHORT,
    ),
    "short, in boxes": (f"<main><div>{TITLE}</div><div class=text>{paragraphs(SHORT)}</div></main>", SHORT),
    "a panel that unfolds": (
        f"<article>{TITLE}{paragraphs([FIRST, SECOND])}<button aria-expanded=false>More</button>"
        f"<div class=panel aria-hidden=true><p>{THIRD}</p></div><p>{FOURTH}</p></article>",
        PARAGRAPHS,
    ),
    "a section that unfolds": (
        f"<article>{TITLE}<p>{FIRST}</p><section aria-hidden=true><p>{SECOND}</p><p>{THIRD}</p></section>"
        f"<p>{FOURTH}</p></article>",
        PARAGRAPHS,
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_body_is_the_story(name):
    markup, told = PAGES[name]
    assert reading(html(markup)).body.split("\n\n") == told


def unfolded(markup: str, *texts: str) -> list[tuple[str, str]]:
    lines = read_lines(parse(page(html(markup))).tree)
    return [(block.kind, block.text) for block in unfold([Block(text) for text in texts], lines)]


SPLIT = [("heading", "Why it sank"), ("paragraph", FIRST), ("list", "- The quay")]
MARKUP = f"<h2>Why it sank</h2><p>{FIRST}</p><ul><li>The quay</li></ul><p>{SECOND}</p>"


def test_one_paragraph_of_several_lines_is_those_lines():
    assert unfolded(MARKUP, f"Why it sank {FIRST} The quay") == SPLIT


def test_the_second_of_two_blocks_may_be_several_lines():
    assert unfolded(MARKUP, SECOND, f"Why it sank {FIRST} The quay") == [("paragraph", SECOND), *SPLIT]


@pytest.mark.parametrize(
    ("between", "told"),
    [
        ("14 May 2026", True),
        (f"5 {'x' * 29}", True),
        (f"5 {'x' * 30}", False),
        ("Monday", False),
        ("14 May 2026 Monday", True),
    ],
    ids=range(5),
)
def test_a_day_between_lines_is_no_line(between: str, told: bool) -> None:
    lines = "<p>It sank.</p><p>It rose.</p>"
    text = f"It sank. {between} It rose."
    split = [("paragraph", "It sank."), ("paragraph", "It rose.")]
    assert unfolded(lines, text) == (split if told else [("paragraph", text)])
    assert unfolded(lines, f"{between} It sank. It rose.") != split


@pytest.mark.parametrize(
    ("above", "told"),
    [("Coast News", True), ("x" * 30, True), ("x" * 31, False)],
    ids=range(3),
)
def test_a_few_words_above_the_lines_are_the_sites(above: str, told: bool) -> None:
    lines = f"<p>{FIRST}</p><p>—</p>{paragraphs(PARAGRAPHS[1:])}"
    text = f"{above} {' '.join(PARAGRAPHS)}"
    split = [("paragraph", text) for text in PARAGRAPHS]
    assert unfolded(lines, text) == (split if told else [("paragraph", text)])
    assert unfolded(lines, f"{text} {above}") == [("paragraph", f"{text} {above}")]
    between = f"{FIRST} {above} {' '.join(PARAGRAPHS[1:])}"
    assert unfolded(lines, between) == (split if told else [("paragraph", between)])


@pytest.mark.parametrize(("besides", "told"), [(10, True), (11, False)])
def test_nine_tenths_of_a_paragraph_are_lines(besides: int, told: bool) -> None:
    lines, text = f"<p>{'x' * 79}.</p><p>{'y' * 11}</p>", f"{'z' * besides} {'x' * 79}. {'y' * 11}"
    assert (len(unfolded(lines, text)) == 2) == told
    short = lines.replace("x" * 79, "x" * 78)
    assert len(unfolded(short, text.replace("x" * 79, "x" * 78)[besides - 5 :])) == 1


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("<p>It sank.</p><p>It rose.</p>", "Coast News It sank. It rose."),
        (f"<p>{FIRST}</p>", f"Coast News {FIRST}"),
        (f"<p>{FIRST}</p><p>Soup</p>", f"{'x' * 24} {FIRST} Soup"),
    ],
    ids=["no running text", "one line", "too many words besides"],
)
def test_few_words_or_one_line_stay(lines: str, text: str) -> None:
    assert unfolded(lines, text) == [("paragraph", text)]


BROKEN = {
    "<p>One.<br>Two <b>b</b> c.</p>": ["One.", "Two b c."],
    "<p>One. <b>Two<br>three</b></p>": ["One. Two", "three"],
    f"<p>One.<br>Two.<br>{PART}<br>Three.</p>": ["One. Two.", "Three."],
    "<p>One.<br> <br>Two.</p>": ["One.", "Two."],
    "<p>One.<br></p>": ["One."],
    "<p>One.</p>": ["One."],
    "<h2>One<br>Two</h2>": ["One", "Two"],
    "<ul><li>One. <b>Two.</b></li></ul>": ["- One. Two."],
}


@pytest.mark.parametrize("markup", BROKEN, ids=range(len(BROKEN)))
def test_a_line_that_breaks_part(markup: str) -> None:
    (line,) = read_lines(parse(page(html(markup))).tree).lines
    found = parted(line)
    assert [block.text for block in found] == BROKEN[markup]
    assert {block.kind for block in found} == {
        {"h2": "heading", "li": "list"}.get(line.element.tag, "paragraph")
    }


def test_a_paragraph_that_keeps_its_line_breaks_stays():
    assert unfolded("<p>One.<br>Two.</p>", "One. Two.") == [("paragraph", "One."), ("paragraph", "Two.")]
    assert unfolded("<p>One.<br>Two.</p>", "One.\nTwo.") == [("paragraph", "One.\nTwo.")]
    lines = read_lines(parse(page(html("<h2>One.<br>Two.</h2>"))).tree)
    assert unfold([Block("One. Two.", "heading")], lines) == [Block("One. Two.", "heading")]


@pytest.mark.parametrize(
    "texts",
    [
        [FIRST],  # a line of the page
        [f"Why it sank {FIRST} The"],  # less than the lines
        [f"Why it sank {FIRST} The quay was wet"],  # more than the lines
        [f"{FIRST} The quay", SECOND, THIRD],  # a body of several paragraphs
    ],
)
def test_other_paragraphs_stay(texts):
    assert unfolded(MARKUP, *texts) == [("paragraph", text) for text in texts]


@pytest.mark.parametrize(("kind", "tag"), [("unordered", "ul"), ("ordered", "ol")])
def test_lists_of_the_bbc_of_2020_to_2023(kind, tag):
    points = f"<div data-component={kind}-list-block><{tag}><li>Soup for all</li><li>A second mate</li></{tag}></div>"
    text = f"<div data-component=text-block><p>{FIRST}</p></div>"
    markup = f"<main><article><h1 id=main-heading>Ferry stays in port</h1>{text}{points}</article></main>"
    found = reading(html(markup), "https://www.bbc.co.uk/news/world-europe-00000001", BBC)
    assert found.body == f"{FIRST}\n\n- Soup for all\n- A second mate"
