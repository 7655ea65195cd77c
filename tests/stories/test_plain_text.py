"""Plain text, as a browser copies or saves a page: its lines, and the story that it holds."""

from textwrap import fill

import pytest
from lxml.html import document_fromstring

from stories.extraction.plain_text import as_story_markup, is_plain, lines_of
from stories.extraction.saved_page import stated_address
from stories.page import UNKNOWN
from tests.cost import assert_linear
from tests.stories.making import PARAGRAPHS, reading

TEXT = "\n\n".join(PARAGRAPHS)
ABOVE = "Evening Lamp\nSkip to content\nHome\nFerry stays in port at Velm\nPublished\n30 April 2026\n\nBy Lena Ruiz\n\n"


def test_a_story_s_text_gives_headline_author_date_and_body() -> None:
    read = reading(f"{ABOVE}{TEXT}\n\nMore on this story\nFerries\n", UNKNOWN)
    assert (read.title, read.authors, read.reject) == ("Ferry stays in port at Velm", ["Lena Ruiz"], "")
    assert read.body == TEXT
    assert "30 April 2026" in [candidate.text for candidate in read.candidates]


def test_lines_that_were_broken_to_fit_a_width_are_joined() -> None:
    assert lines_of("\n\n".join(fill(text, 72) for text in PARAGRAPHS)) == PARAGRAPHS
    pair = ["Freedonia: Crew of nine wins its contract - includes company response", "Quay, 3 May 2018"]
    assert lines_of("\n".join(pair * 9)) == pair * 9


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("The mill closed.", True),
        ("2 < 3, and 5 > 4; write to <desk@lamp.example> or <https://lamp.example>", True),
        ("<p>The mill", False),
        ("<!DOCTYPE html>", False),
        ('<?xml version="1.0"?>', False),
        ("a<br>b", False),
        ("", True),
    ],
)
def test_mark_up_is_told_from_text(text: str, plain: bool) -> None:
    assert is_plain(text) == plain


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("<link href='https://lamp.example/a' rel=canonical>", "https://lamp.example/a"),
        ('<link rel="canonical" href="https://lamp.example/a"/>', "https://lamp.example/a"),
        ('<meta property="og:url" content="https://lamp.example/a">', "https://lamp.example/a"),
        ("<!-- saved from url=(0022)https://lamp.example/a -->", "https://lamp.example/a"),
        ("<!--\n Page saved with SingleFile \n url: https://lamp.example/a \n-->", "https://lamp.example/a"),
        ("https://lamp.example/a\n\nMill closes", "https://lamp.example/a"),
        ("Mill closes\nhttps://lamp.example/a", UNKNOWN),
        ("<link rel=canonical href='/a'>", UNKNOWN),
        ("<link rel=canonical href='http://[bad'>", UNKNOWN),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_saved_page_s_address_is_the_one_that_it_states(head: str, url: str, encoding: str) -> None:
    assert stated_address(head.encode(encoding)) == url


HEADS = [
    ("Ferry stays in port\nBy Ada Moss\n30 April 2026\n", "Ferry stays in port"),
    ("By Ada Moss of Velm\nFerry stays in port\n", "Ferry stays in port"),
    ("https://coast.example/a long way\nFerry stays in port\n", "Ferry stays in port"),
    ("Photo by Ada Moss\nFerry stays in port\n", "Ferry stays in port"),
    ("HARBOUR\nFerry stays in port\nMore of it\n", "Ferry stays in port"),
    ("Harbour\n\nTarrow\n", "Harbour"),
]
LINE = "The ferry stayed in port on Monday and nobody at the quay could say when it would ever sail again."


@pytest.mark.parametrize(("head", "title"), HEADS)
def test_the_headline_of_a_plain_text(head: str, title: str) -> None:
    assert f"<title>{title}</title>" in as_story_markup(f"{head}\n{LINE}\n{LINE}\nShare this")


def parts(text: str) -> tuple[str, list[str], list[str], list[str]]:
    """The headline of a text, what is said about it, its lines, and what stands below them."""
    tree = document_fromstring(as_story_markup(text))
    boxes = (".//*[@class='meta']", ".//article/*", ".//footer/*")
    about, body, below = ([node.text_content() for node in tree.iterfind(path)] for path in boxes)
    return tree.findtext(".//h1") or "", about, body, below


HEAD, DAY = "Ferry stays in port", "30 April 2026"
LONG = "Ferry stays in port at Velm until the crew is paid"
TELLS = "So it is said at the quay, and so it is here"[:39] + "."  # 40 characters
PARTS = {
    # a text: its headline, what is about it, its first line
    f"{LONG}\n{TELLS}\n{LINE}": (LONG, [], TELLS),
    f"{LONG}\n{TELLS[1:]}\n{LINE}": (LONG, [TELLS[1:]], LINE),
    f"{HEAD}\n{TELLS[:-1]}?\n{LINE}": (f"{TELLS[:-1]}?", [], LINE),
    f"{TELLS}\n{LINE}": (TELLS, [], LINE),
    f"{HEAD}\n{DAY}\n{LINE}": (HEAD, [DAY], LINE),
    f"{DAY}\n{HEAD}\n{LINE}": (HEAD, [DAY], LINE),
    f"{HEAD}\n{LINE}\n{DAY}": (HEAD, [DAY], LINE),
    f"{DAY}\n{HEAD}\n{DAY.replace('30', '29')}\n{LINE}": (HEAD, [DAY.replace("30", "29")], LINE),
    f"{HEAD}\nsource: Quay\n{LINE}": (HEAD, [], LINE),
    f"{HEAD}\nBy Ada Moss\nVelm quay\n{LINE}": (HEAD, ["By Ada Moss", "Velm quay"], LINE),
    f"{HEAD}\n{DAY}\nFerry stays in port at Velm\n{LINE}": (HEAD, [DAY, "Ferry stays in port at Velm"], LINE),
    f"Home page\n{DAY}\n{HEAD}\n{LINE}": (HEAD, [DAY], LINE),
    f"停在港\n{DAY}\n{HEAD}\n{LINE}": ("停在港", [DAY, HEAD], LINE),
    f"停港\n{DAY}\n{HEAD}\n{LINE}": (HEAD, [DAY], LINE),
    f"3 hours ago\n{HEAD}\n{LINE}": (HEAD, [], LINE),
    "Ferry stays\nShort.": ("Ferry stays", [], "Short."),
    "Ferry": ("Ferry", [], ""),
    f"{DAY}\n{LINE}": ("", [], ""),
    f"{HEAD}\n{HEAD} at Velm\n{LINE}": (f"{HEAD} at Velm", [], LINE),
    f"Donaudampfschifffahrt\nFerry in port\n{LINE}": ("Ferry in port", [], LINE),
    f"{DAY}\nFerry\n{LINE}": ("Ferry", [DAY], LINE),
    f"Mill is shut\n{DAY}\n{HEAD}\n{LINE}": ("Mill is shut", [DAY, HEAD], LINE),
    f"Image caption\nThe quay of Velm and the ferry\n{HEAD}\n{LINE}": (HEAD, [], LINE),
}


@pytest.mark.parametrize("text", PARTS, ids=range(len(PARTS)))
def test_what_stands_above_the_prose(text: str) -> None:
    title, about, body, _ = parts(text)
    assert (title, about, body[0] if body else "") == PARTS[text]


@pytest.mark.parametrize(
    ("line", "dates"),
    [
        (f"{DAY} {'x' * 29}", True),
        (f"{DAY} {'x' * 30}", False),
        (f"Published: {DAY} {'x' * 65}", True),
        (f"Published: {DAY} {'x' * 66}", False),
        (f"{'x' * 5}Published: {DAY} {'x' * 40}", False),
        ("Harbour news", False),
        (f"Quays Published: {DAY} {'x' * 40}", True),
        (f"Quayss Published: {DAY} {'x' * 40}", False),
    ],
    ids=range(8),
)
def test_a_line_that_dates_a_text(line: str, dates: bool) -> None:
    assert (line in parts(f"{HEAD}\n{LINE}\n{line}")[1]) == dates


MENUS = "Home\nCoast\nShips"
ENDS = {
    f"{LINE}\n{LINE}\n{MENUS}\n{LINE[:60]}.": 2,
    f"{LINE}\n{LINE}\nHome\nCoast\n{LINE[:60]}.": 5,
    f"{LINE}\n{LINE}\n{MENUS}\n{LINE}": 6,
    f"{LINE}\n{LINE}\nHome\nCoast": 2,
    f"{LINE}\n{LINE}\n###\n{LINE}": 2,
    f"{LINE}\n{LINE}\n- 30 -\n{LINE}": 2,
    f"{LINE}\n{LINE}\nENDS\n{LINE}": 2,
    f"{LINE}\n{LINE}\n#\n{LINE}": 4,
    f"Velm\n{LINE}\n{MENUS}\n{LINE}\n{LINE}\n{MENUS}\n{LINE[:60]}.": 6,
}


@pytest.mark.parametrize("text", ENDS, ids=range(len(ENDS)))
def test_where_a_text_ends(text: str) -> None:
    _, _, body, below = parts(f"{HEAD}\n{text}")
    first = text.split("\n").index(LINE)
    assert (len(body), [*body, *below]) == (ENDS[text], text.split("\n")[first:])


def test_what_dates_a_text_is_no_line_of_it() -> None:
    assert parts(f"{HEAD}\n{LINE}\n{DAY}\n{LINE}") == (HEAD, [DAY], [LINE, LINE], [])


def test_captions_stand_in_figures() -> None:
    made = as_story_markup(f"{HEAD}\n{LINE}\nImage caption\nThe quay & the ferry\n{LINE}")
    figures = "".join(
        f"<figure><figcaption>{text}</figcaption></figure>\n"
        for text in ("Image caption", "The quay &amp; the ferry")
    )
    assert f"<article><p>{LINE}</p>\n{figures}<p>{LINE}</p></article>" in made


def test_what_stands_around_the_prose_is_not_of_it() -> None:
    made = as_story_markup(f"Ferry stays in port\nBy Ada Moss\n\n{LINE}\nShort.\nShare this\nHome")
    assert f"<article><p>{LINE}</p>\n<p>Short.</p></article>" in made
    assert "<footer><p>Share this</p>\n<p>Home</p></footer>" in made
    assert "</h1><div class='meta'>By Ada Moss</div></header>" in made


@pytest.mark.parametrize(("size", "prose"), [(60, True), (59, False)])
def test_a_line_of_prose_has_sixty_characters(size: int, prose: bool) -> None:
    line = "x" * (size - 1) + "."
    made = as_story_markup(f"Ferry stays in port\nMore of the day\n{line}\nMore of it\n{LINE}")
    assert (f"<article><p>{line}" in made) == prose


def test_a_sign_counts_as_two_characters() -> None:
    line = "渡" * 29 + "x。"
    assert f"<article><p>{line}" in as_story_markup(f"停在码头\n更多\n{line}\n{LINE}")


def wrapped(width: int, pairs: int) -> str:
    """A paragraph broken to fit a width, in so many places."""
    return "\n".join(["x" * (width - 4) + " abc"] * pairs + ["end."])


@pytest.mark.parametrize(
    ("width", "pairs", "joined"),
    [(45, 3, True), (44, 3, False), (100, 3, True), (101, 3, False), (70, 2, False)],
)
def test_when_a_text_is_wrapped(width: int, pairs: int, joined: bool) -> None:
    assert (len(lines_of(wrapped(width, pairs))) == 1) == joined


def test_a_blank_line_parts_a_wrapped_text() -> None:
    assert len(lines_of(f"{wrapped(70, 4)}\n\n\n{wrapped(70, 4)}")) == 2


@pytest.mark.parametrize(("short", "joined"), [(2, True), (3, False)])
def test_four_breaks_of_five_are_a_width(short: int, joined: bool) -> None:
    assert (len(lines_of("\n".join([wrapped(70, 8), *["abc"] * short]))) < 5) == joined


@pytest.mark.parametrize("heads", [True, False], ids=["many heads", "much prose"])
def test_a_text_costs_what_its_length_does(heads: bool) -> None:
    def read(size: int) -> None:
        many = "Ferry stays in port\n" if heads else f"{LINE}\n\n"
        as_story_markup(f"Ferry stays in port\n{many * size}{LINE}\n\n{LINE}")

    assert_linear(read, 500)
