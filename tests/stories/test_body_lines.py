"""The lines of a page, and which box holds its text."""

import pytest
from lxml.html import document_fromstring

from stories.extraction.body.block import Block, ends_sentence, join, set_off
from stories.extraction.body.lines import Lines, is_prose, prose_of, read_lines


def lines_of(markup: str) -> Lines:
    return read_lines(document_fromstring(f"<body>{markup}</body>"))


# markup: (text, share of links, label, said twice) of each line
LINES = {
    "<p>One</p><div>Two<span> three</span></div>": [("One", 0, "", False), ("Two three", 0, "", False)],
    "<div><p>One</p><p> </p></div>": [("One", 0, "", False)],
    "<p>More: <a>A pier</a></p>": [("More: A pier", 0.5, "More:", False)],
    "<p><a>A pier</a> here</p>": [("A pier here", 0.55, "", False)],
    "<p><a>A pier</a></p>": [("A pier", 1, "", False)],
    "<a><p>A pier</p></a>": [("A pier", 1, "", False)],
    "<p>See <a></a><a>A pier</a></p>": [("See A pier", 0.6, "", False)],
    "<p>One</p><p>Two</p><p>One</p>": [("One", 0, "", True), ("Two", 0, "", False), ("One", 0, "", False)],
    "<table><tr><td>One</td><td>Two</td></tr></table>": [("One", 0, "", False), ("Two", 0, "", False)],
}


@pytest.mark.parametrize("markup", LINES)
def test_lines(markup):
    found = lines_of(markup).lines
    assert [(line.text, round(line.linked, 2), line.label, line.twice) for line in found] == LINES[markup]


def test_running_text_is_counted_without_labels_and_what_is_said_twice() -> None:
    text = "The ferry stayed in port on Monday and nobody at the quay could say when it would sail again. "
    said = len(text) - 1
    assert prose_of(lines_of(f"<p>{text}</p><p>A pier</p>").lines) == said
    assert prose_of(lines_of(f"<p>{text}</p><p>{text}</p>").lines) == said
    assert prose_of(lines_of(f"<p>{text}</p><figcaption>{text}It rained.</figcaption>").lines) == said
    assert prose_of(lines_of(f"<p>{text}</p><p><a>{text}</a>It rained.</p>").lines) == said


def test_a_line_is_found_by_all_that_it_says_and_by_the_pieces_between_its_breaks():
    found = lines_of("<p>One  and<br> two<br>three <b>four<br>five</b> six</p><p>two</p>")
    whole, other = found.lines
    assert {said: line is whole for said, line in found.by_key.items()} == {
        "oneandtwothreefourfivesix": True,
        "oneand": True,
        "two": True,
        "threefour": True,
        "fivesix": True,
    }
    assert whole.twice  # a piece of it is said again
    assert not other.twice


def test_a_piece_behind_a_break_may_be_an_element():
    assert set(lines_of("<p>One<br><b>two</b></p>").by_key) == {"onetwo", "one", "two"}


def test_a_link_outside_of_lines_is_found_by_its_words():
    found = lines_of("<span><a>A pier</a></span><div><i><a>—</a></i><p>One</p><a><p>Two</p></a></div>")
    assert {said: line.linked for said, line in found.by_key.items()} == {"one": 0, "two": 1, "apier": 1}
    assert [line.place for line in found.lines] == [0, 1]


def test_an_item_made_of_lines_is_found_by_all_that_it_says():
    found = lines_of(
        "<ul><li><p>One <a>two</a></p><div><div><p><a>Nine</a></p></div></div></li><li>Ten</li></ul>"
    )
    item = found.by_key["onetwonine"]
    assert (item.element.tag, item.text, round(item.linked, 2)) == ("li", "One two Nine", 0.58)
    assert not item.twice
    assert "ten" in found.by_key
    assert len(found.lines) == 3


def test_an_item_five_boxes_above_is_too_far():
    near, far = "<div>" * 2, "<div>" * 3
    assert "onetwo" in lines_of(f"<li>{near}<p>One</p>{'</div>' * 2}<p>Two</p></li>").by_key
    assert "onetwo" not in lines_of(f"<li>{far}<div><p>One</p></div>{'</div>' * 3}<p>Two</p></li>").by_key


SENTENCE = "The ferry stayed in port for the third day and nobody could say when it would sail."
PROSE = {
    f"<p>{SENTENCE[:80]}</p>": True,
    f"<p>{SENTENCE[:79]}</p>": False,
    f"<p>{SENTENCE[:41]}<a>{SENTENCE[41:]}</a></p>": False,
    f"<p>{SENTENCE[:42]}<a>{SENTENCE[42:]}</a></p>": True,
    f"<p>{'x' * 40}<a>{'y' * 40}</a></p>": False,
    f"<table><tr><td>{SENTENCE}</td></tr></table>": False,
    f"<figcaption>{SENTENCE}</figcaption>": False,
    f"<button>{SENTENCE}</button>": False,
    f"<li>{SENTENCE}</li>": True,
}


@pytest.mark.parametrize("markup", PROSE)
def test_running_text(markup):
    (line,) = lines_of(markup).lines
    assert is_prose(line) is PROSE[markup]


SAID = f"<p>{SENTENCE}</p>"


def sentences(count: int, of: str) -> str:
    return "".join(f"<p>{of} {number}: {SENTENCE}</p>" for number in range(count))


# markup, id of the box that holds the most running text
BOXES = [
    (f"<div id=a>{sentences(2, 'A')}</div><div id=b>{sentences(3, 'B')}</div>", "b"),
    (f"<div id=a>{sentences(3, 'A')}</div><div id=b>{sentences(3, 'B')}</div>", "a"),
    (f"<div id=o><div id=a>{sentences(3, 'A')}</div><div id=b>{sentences(2, 'B')}</div></div>", "a"),
    (
        f"<div id=o><div id=a>{sentences(3, 'A')}</div><div id=b>{sentences(3, 'B')}</div>{sentences(1, 'C')}</div>",
        "o",
    ),
    (
        f"<div id=a>{sentences(2, 'A')}</div><div id=b>{SAID}{sentences(1, 'B')}{SAID}</div>",
        "a",
    ),
    ("<div id=a><p>Short.</p></div>", None),
]


@pytest.mark.parametrize(("markup", "box"), BOXES)
def test_the_box_with_the_most_running_text(markup, box):
    found = lines_of(markup)
    assert (found.box.get("id") if found.box is not None else None) == box
    assert len(found.within) == (len(list(found.box.iter())) if box else 0)


ENDS = ["Dry.", "Dry?", "“Dry!”", "(Dry.)", "“Dry.)”", "dry…", "井干了。", "井は？」", "سؤال؟", "सूखा।"]
OPEN = ["Dry", "Dry:", "Dry, ", "Dry. And", "“Dry”", "A. B"]


@pytest.mark.parametrize("text", [*ENDS, *OPEN])
def test_what_ends_a_sentence(text):
    assert ends_sentence(text) is (text in ENDS and text != "井は？」")


BLOCKS = [
    (Block(SENTENCE[:79] + "."), True),
    (Block(SENTENCE[:78] + "."), False),
    (Block(SENTENCE[:79] + ".", "quote"), True),
    (Block(SENTENCE[:79] + ".", "heading"), False),
    (Block(SENTENCE[:79] + ".", "list"), False),
    (Block(SENTENCE[:82]), False),
]


@pytest.mark.parametrize(("block", "prose"), BLOCKS)
def test_a_block_of_running_text(block, prose):
    assert block.is_prose is prose


def test_the_parts_of_a_block_and_their_keys():
    items = Block("- One, two\n- Three", "list")
    assert items.parts == ["One, two", "Three"]
    assert items.keys == ["onetwo", "three"]
    assert items.said == "onetwothree"
    assert Block("One, two").keys == ["onetwo"]
    assert Block("- One").keys == ["one"]


def test_where_quotations_stand_in_a_body():
    blocks = [Block("One."), Block("Two, three.", "quote"), Block("Four.", "list"), Block("Five.", "quote")]
    assert [join(blocks)[begin:end] for begin, end in set_off(blocks)] == ["Two, three.", "Five."]
