"""What is done to a page before trafilatura reads it, each on both sides of its bound, and what it makes of it."""

import pytest
from lxml import etree
from lxml.html import document_fromstring

from stories.extraction.body import general
from stories.extraction.body.general import PART, general_body
from tests.stories.making import PARAGRAPHS, paragraphs

SENTENCE = "The ferry stayed in port for the third day and nobody could say when it would sail."
BELOW = SENTENCE[:79]  # a character short of running text
EIGHTY = SENTENCE[:80]


def done(step: str, markup: str) -> str:
    """The mark-up of a body after one step."""
    tree = document_fromstring(f"<html><body>{markup}</body></html>")
    getattr(general, step)(tree)
    body = etree.tostring(tree.find("body"), encoding="unicode", method="html")
    return body.removeprefix("<body>").removesuffix("</body>").replace("\n", "")


def cell(text: str, before: str = "<td>x</td>") -> str:
    return f"<table><tr>{before}<td>{text}</td></tr></table>"


LONG, PIECE = "x" * 301, "y" * 151
BREAK, PARTED = "<br>", f"<br>{PART}<br>"
TABLES = {
    # two paragraphs of running text in a cell, or one cell a row that hold two between them
    cell(f"<p>{EIGHTY}</p><p>{EIGHTY}</p>"): True,
    cell(f"<p>{EIGHTY}</p><p>{BELOW}</p>"): False,
    cell(f"<p>{EIGHTY}</p>", f"<td><p>{EIGHTY}</p></td>"): False,
    f"<table><tr><td><p>{EIGHTY}</p></td></tr><tr><td><p>{EIGHTY}</p></td></tr></table>": True,
    f"<table><tr><td><p>{EIGHTY}</p></td></tr><tr><td><p>{BELOW}</p></td></tr></table>": False,
    f"<table><tr><th><p>{EIGHTY}</p><p>{EIGHTY}</p></th></tr></table>": True,
    # much text that two line breaks part
    cell(LONG): False,
    cell(LONG[:200] + BREAK + LONG[:101]): False,
    cell(LONG[:200] + PARTED + LONG[:101]): True,
    cell(LONG[:200] + PARTED + LONG[:99]): False,
    cell(PIECE[:100] + PARTED + PIECE[:25] + PARTED + PIECE[:27]): True,
    cell(PIECE[:100] + PARTED + PIECE[:24] + PARTED + PIECE[:24]): False,
    # the table within, not the one around it
    cell(f"<p>{EIGHTY}</p>{cell('z')}<p>{EIGHTY}</p>"): True,
}


@pytest.mark.parametrize("markup", TABLES, ids=range(len(TABLES)))
def test_a_table_that_lays_out_the_page_becomes_boxes(markup: str) -> None:
    found = done("_unfold_tables", markup)
    assert found.startswith("<div") == TABLES[markup]
    assert found.count("<table") == markup.count("<table") - TABLES[markup]
    assert ("<tr" in found) == (markup.count("<table") > TABLES[markup])


def test_a_list_in_a_cell_is_a_line_of_it() -> None:
    inside = "<ul><li>One</li><li> </li><li><b>Two</b></li></ul>"
    line = "<td>A <span>One; Two</span> b</td>"
    assert done("_flatten_cells", cell(f"A {inside} b")) == cell("").replace("<td></td>", line)
    assert "One; Two" in done("_flatten_cells", cell(inside.replace("ul", "ol")).replace("td", "th"))
    assert "One; Two" in done("_flatten_cells", cell("z" * 293 + inside))
    assert "One; Two" not in done("_flatten_cells", cell("z" * 294 + inside))
    assert "One; Two" not in done("_flatten_cells", cell(f"<div>{inside}</div>"))


LOOSE = {
    f"{EIGHTY}<p>x</p>": True,
    f"{BELOW}<p>x</p>": False,
    f"<p>x</p>{EIGHTY}": True,
    f"<b>{EIGHTY}</b><p>x</p>": True,
    f"<p>{EIGHTY}</p>": False,
}


@pytest.mark.parametrize("tag", ["article", "main", "section"])
@pytest.mark.parametrize("inside", LOOSE, ids=range(len(LOOSE)))
def test_text_that_stands_straight_in_an_article_gets_a_box(inside: str, tag: str) -> None:
    boxed = f"<{tag}><div>{inside}</div></{tag}>" if LOOSE[inside] else f"<{tag}>{inside}</{tag}>"
    assert done("_box_text", f"<{tag}>{inside}</{tag}>") == boxed


SHOWN = 'style=" color: red"'
HIDDEN = 'style="display: none; color: red"'
PANELS = {
    f'<div aria-hidden="true"><p>{EIGHTY}</p></div>': f"<div><p>{EIGHTY}</p></div>",
    '<div aria-hidden="true"><b>x</b></div>': '<div aria-hidden="true"><b>x</b></div>',
    '<div aria-hidden="false"><p>x</p></div>': '<div aria-hidden="false"><p>x</p></div>',
    f"<p>{EIGHTY}</p><div {HIDDEN}><p>{EIGHTY}</p></div>": f"<p>{EIGHTY}</p><div {SHOWN}><p>{EIGHTY}</p></div>",
    **{
        page: page
        for page in (
            f"<p>{BELOW}</p><div {HIDDEN}><p>{EIGHTY}</p></div>",
            f"<p>{EIGHTY}</p><div {HIDDEN}><p>{BELOW}</p></div>",
            f"<p>{EIGHTY}</p><div {HIDDEN}><p>{EIGHTY}<a>x</a></p></div>",
            f"<div {HIDDEN}><p>{EIGHTY}</p></div><p>{EIGHTY}</p>",
            f'<p>{EIGHTY}</p><div style="color: red"><p>{EIGHTY}</p></div>',
        )
    },
}


@pytest.mark.parametrize("markup", PANELS, ids=range(len(PANELS)))
def test_a_panel_that_a_reader_can_unfold_is_shown(markup: str) -> None:
    assert done("_show_panels", markup) == PANELS[markup]


def test_two_line_breaks_part_paragraphs_and_times_are_words() -> None:
    assert (
        done("_mark_paragraphs", "<p>a<br> <br>b<br>c<br>d <br></p>")
        == f"<p>a<br>{PART}<br>b<br>c<br>d <br></p>"
    )
    assert done("_keep_times", "<p>On <time>Monday</time> it</p>") == "<p>On Monday it</p>"
    assert done("_keep_times", "<div><time>Monday</time></div>") == "<div><time>Monday</time></div>"


def test_each_step_is_done_before_the_page_is_read() -> None:
    table = cell("<ul><li>One</li><li>Two</li></ul>") + cell(f"<p>{EIGHTY}</p><p>{EIGHTY}</p>")
    panel = f'<div aria-hidden="true"><p>a<br><br>b <time>Monday</time></p></div><article>{EIGHTY}<i>x</i></article>'
    tree = document_fromstring(f"<html><body>{table}{panel}</body></html>")
    general_body(tree)
    page = etree.tostring(tree, encoding="unicode", method="html")
    assert page.count("<table") == 1
    assert "One; Two" in page
    assert f"a<br>{PART}<br>b Monday</p>" in page
    assert "aria-hidden" not in page
    assert f"<article><div>{EIGHTY}" in page


def test_a_part_of_a_page_becomes_a_page() -> None:
    tree = document_fromstring("<html><body><div><p>One</p></div>two</body></html>")
    for part in (tree.find("body"), tree.find(".//div")):
        page = general._alone(part)
        tags = [node.tag for node in page.iter()]
        assert tags == ["html", "body", "div", "p"]
        assert "".join(page.itertext()) == ("Onetwo" if part.tag == "body" else "One")


def test_one_part_of_a_page_is_searched_and_no_control_is_read() -> None:
    controls = "<nav><p>Home</p></nav><button>Sign</button><select><option>x</option></select>"
    text = paragraphs(PARAGRAPHS)
    page = f"<html><body><div>{controls}<article>{text}</article>It rained.</div></body></html>"
    tree = document_fromstring(page)
    scope = tree.find(".//article")
    assert [block.text for block in general_body(tree, scope)] == PARAGRAPHS
    assert scope.tail == "It rained."
    assert tree.find(".//nav") is None
    assert tree.find(".//button") is None


def test_a_page_without_text_is_no_warning(caplog: pytest.LogCaptureFixture) -> None:
    assert general_body(document_fromstring("<p></p>")) == []
    assert caplog.records == []
