"""Short lines that stand in no box of the text: which are cut, and just short of each bound."""

import pytest
from lxml.html import document_fromstring

from stories.extraction.body import Block, Metadata
from stories.extraction.body.block import is_long
from stories.extraction.body.boilerplate import remove_boilerplate
from stories.extraction.body.ending import below_the_end
from stories.extraction.body.lines import read_lines

SENTENCE = (
    "The ferry stayed in port on day {} and nobody at the quay could say when it would ever sail again."
)
TEXT = "".join(f"<p>{SENTENCE.format(day)}</p>" for day in ("one", "two", "three"))
KINDS = {"h3": "heading", "td": "table"}


def cut(markup: str) -> dict[str, str]:
    """What is cut of a page, by its words, with the reason."""
    lines = read_lines(document_fromstring(f"<body>{markup}</body>"))
    blocks = [Block(line.text, KINDS.get(line.element.tag, "paragraph")) for line in lines.lines]  # type: ignore[arg-type]
    return dict(remove_boilerplate(blocks, lines, Metadata("Ferry stays in port"))[1])


def page(above: str = "", below: str = "") -> str:
    """A text between two boxes."""
    return f"<div>{above}</div><main>{TEXT}</main><div>{below}</div>"


SHORT = {
    "<p>No. 41 of this year</p>": True,
    "<p>It is the forty-first.</p>": False,
    "<h3>No. 41 of this year</h3>": False,
    "<table><tr><td>No. 41</td></tr></table>": False,
    f"<p>{'A' * 79}</p>": True,
    f"<p>{'A' * 80}</p>": False,
    "".join(f"<p>{number} crowns</p>" for number in range(6)): True,
    "".join(f"<p>{number} crowns</p>" for number in range(7)): False,
}


@pytest.mark.parametrize("markup", SHORT, ids=range(len(SHORT)))
def test_above_the_first_paragraph(markup: str) -> None:
    assert ("set apart" in cut(page(above=markup)).values()) is SHORT[markup]


def below(*lines: str) -> list[str]:
    """Which lines are cut of those below a text whose last paragraph stands in a box of its own."""
    last = f"<section><p>{SENTENCE.format('four')}</p></section>"
    found = cut(f"<main>{TEXT}</main>{last}" + "".join(f"<div><p>{line}</p></div>" for line in lines))
    assert set(found.values()) <= {"set apart"}
    return list(found)


def test_below_the_last_paragraph_two_lines_at_most() -> None:
    assert below("Shop a sells it", "Shop b sells it", "Shop c sells it") == [
        "Shop b sells it",
        "Shop c sells it",
    ]
    assert below("Shop a sells it.", "<em>It is out now.</em>") == ["It is out now."]
    assert below("<em>It is out now.</em>", "Shop a sells it.") == []
    assert below("<em>It is out</em> now.") == []


def test_a_text_without_paragraphs_has_no_edges() -> None:
    assert cut("<div><p>No. 41 of this year</p></div><main><p>The ferry</p><p>The quay</p></main>") == {}


def ended(*texts: str) -> list[str]:
    """Why each of these paragraphs is cut."""
    reasons = [""] * len(texts)
    below_the_end([Block(text) for text in texts], reasons)
    return [why[:5] for why in reasons]


def test_what_follows_the_end_is_cut_where_the_text_is_as_long() -> None:
    assert ended("A" * 90, "ENDS", "B" * 86) == ["", "below", "below"]
    assert ended("A" * 90, "ENDS", "B" * 87) == ["", "", ""]
    assert ended("A" * 90, "It ends", "B" * 20) == ["", "", ""]


def test_whom_to_ask_is_cut_from_its_label_on_where_it_says_how() -> None:
    asked = ("Media contact", "Ada Moss", "020 555 0199")
    assert ended("A" * 90, *asked) == ["", "below", "below", "below"]
    assert ended("A" * 90, *asked[:2]) == ["", "", ""]
    assert ended("A" * 60, *asked) == ["", "", "", ""]
    assert ended("A" * 3000, "Media contact", "B" * 680, "a@b.example") == [""] * 4


def test_signs_of_east_asia_count_twice() -> None:
    assert is_long("水" * 40)
    assert not is_long("水" * 39)
    assert not is_long("é" * 79)
    assert is_long("a" * 80)
