"""Each rule that tells a page from a story, at its edges: how much text, in which boxes, with which words."""

import json

import pytest

from stories.extraction.body.block import Block
from stories.extraction.document import parse
from stories.extraction.rejects import reject
from tests.stories.making import page

URL = "https://coastpress.example/harbour/1"
PROSE = (
    "The ferry stayed in port and the crew went home to sleep, as the harbour office had asked them to do."
)


def prose(count: int, size: int = 0) -> list[Block]:
    """So many paragraphs of running text; the first one lengthened until all have `size` characters."""
    blocks = [Block(f"{PROSE} {number}.") for number in range(count)]
    missing = size - sum(len(block.text) for block in blocks) - 2 * (count - 1)
    filler = "x" * (missing - 1) + " " if missing > 0 else ""
    return [Block(filler + blocks[0].text), *blocks[1:]]


def ld(kind: str, **facts: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps({'@type': kind, **facts})}</script>"


def reason(markup: str, blocks: list[Block], url: str = URL, title: str = "Ferry in port") -> str:
    return reject(parse(page(f"<html><body>{markup}<p>x</p></body></html>", url)), title, blocks)[0]


@pytest.mark.parametrize(
    ("title", "words", "count", "told"),
    [
        ("Just a moment...", "", 3, "challenge page"),
        ("Just a moment...", "", 4, ""),
        ("Ferry in port", "Please solve the captcha", 1, "challenge page"),
        ("Ferry in port", "Please solve the captcha" + " x" * 800, 1, ""),
    ],
)
def test_a_challenge(title: str, words: str, count: int, told: str) -> None:
    assert reason(words, prose(count), title=title) == told


@pytest.mark.parametrize(("size", "told"), [(699, "error page"), (700, "")])
def test_an_error_has_little_text(size: int, told: str) -> None:
    assert reason("", prose(3, size), title="Page not found") == told


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://consent.coast.example/a-b-c-d", "consent wall"),
        ("https://cmp.coast.example/a-b-c-d", "consent wall"),
        ("https://privacy.coast.example/a-b-c-d", "consent wall"),
        ("https://coast.example/consent.html", ""),
    ],
)
def test_a_host_of_consent(url: str, told: str) -> None:
    assert reason("", prose(9), url) == told


@pytest.mark.parametrize(
    ("title", "blocks", "told"),
    [
        ("Before you continue", prose(2), "consent wall"),
        ("Before you continue", prose(3), ""),
        ("x", [Block("Accept all cookies"), *prose(5)], "consent wall"),
        ("x", [Block("Accept all cookies"), *prose(6)], ""),
        ("x", [*prose(2), Block("Accept all cookies.")], "consent wall"),
        ("x", [*prose(3), Block("Accept all cookies.")], ""),
        ("x", [Block("Accept all cookies"), *prose(5, 1_500)], ""),
    ],
)
def test_a_wall_of_consent(title: str, blocks: list[Block], told: str) -> None:
    assert reason("", blocks, title=title) == told


def test_a_wall_without_any_text() -> None:
    assert reason("<p>Accept all cookies</p>", []) == "consent wall"
    assert reason(f"<p>Accept all cookies{' x' * 1500}</p>", []) == "no text"


CLOSED = ld("NewsArticle", isAccessibleForFree="False")
NO = ld("NewsArticle", isAccessibleForFree="no")
WALL = "<p>Subscribe to continue reading</p>"


@pytest.mark.parametrize(
    ("markup", "count", "size", "told"),
    [
        (CLOSED, 3, 349, "paywall stub"),
        (NO, 3, 349, "paywall stub"),
        (CLOSED, 3, 350, ""),
        (ld("NewsArticle", isAccessibleForFree="yes"), 3, 349, ""),
        (CLOSED + WALL, 3, 999, "paywall stub"),
        (CLOSED + WALL, 3, 1_000, ""),
        (WALL, 2, 699, "paywall stub"),
        (WALL, 2, 700, ""),
        (WALL, 3, 699, ""),
        ("", 2, 699, ""),
    ],
)
def test_a_wall_of_payment(markup: str, count: int, size: int, told: str) -> None:
    assert reason(markup, prose(count, size)) == told


FILM = "<meta property='og:type' content='video.other'>"
SHOWN = {
    "a film by og:type": (FILM, URL, "video page"),
    "a film by its data": (ld("VideoObject"), URL, "video page"),
    "a film in a story": (ld("VideoObject") + ld("NewsArticle"), URL, ""),
    "a film by its address": ("", "https://coastpress.example/videos/ferry", "video page"),
    "a gallery": (ld("ImageGallery"), URL, "gallery"),
    "a gallery of media": (ld("MediaGallery"), URL, "gallery"),
    "a gallery by its address": ("", "https://coastpress.example/gallery/ferry", "gallery"),
    "a story": (ld("NewsArticle"), URL, ""),
}


@pytest.mark.parametrize("kind", SHOWN)
def test_what_is_shown_and_not_written(kind: str) -> None:
    markup, url, told = SHOWN[kind]
    assert reason(markup, prose(2, 699), url) == told
    assert reason(markup, prose(2, 700), url) == ""
    assert reason(markup, prose(3, 699), url) == ""


def heads(count: int) -> str:
    return "".join(f"<h3><a href='/a/{n}'>Story number {n}</a></h3>" for n in range(count))


FRONT = "https://coastpress.example/"
LISTS = {
    "a front page": (heads(5), 9, FRONT, "index page"),
    "a front page of few": (heads(4), 9, FRONT, ""),
    "a front page that says that it is a story": (heads(5) + ld("NewsArticle"), 9, FRONT, ""),
    "a front page that og:type calls a story": (
        heads(5) + "<meta property='og:type' content='Article'>",
        9,
        FRONT,
        "",
    ),
    "a query": (heads(5), 9, f"{FRONT}?p=3", ""),
    "many headings": (heads(12), 1, "https://coastpress.example/harbour", "index page"),
    "headings within links": (
        "".join(f"<a href='/a/{n}'><h3>Story number {n}</h3></a>" for n in range(12)),
        1,
        "https://coastpress.example/harbour",
        "index page",
    ),
    "headings without links": ("<h3>Story</h3>" * 12, 1, "https://coastpress.example/harbour", ""),
    "eleven headings": (heads(11), 1, "https://coastpress.example/harbour", ""),
    "five headings and data": (
        heads(5) + ld("CollectionPage"),
        1,
        "https://coastpress.example/harbour",
        "index page",
    ),
    "results of a search": (
        heads(5) + ld("SearchResultsPage"),
        1,
        "https://coastpress.example/harbour",
        "index page",
    ),
    "a list of items": (heads(5) + ld("ItemList"), 1, "https://coastpress.example/harbour", "index page"),
    "a topic's address": (heads(5), 1, "https://coastpress.example/topics/ferry", "index page"),
    "a section's address": (heads(5), 1, "https://coastpress.example/harbour/ferry", ""),
    "running text": (heads(12), 2, "https://coastpress.example/harbour", ""),
    "the address of a story": (heads(12), 1, "https://coastpress.example/ferry-stays-in-port", ""),
    "the number of a story": (heads(12), 1, "https://coastpress.example/a/12345", ""),
}


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_of_stories(kind: str) -> None:
    markup, count, url, told = LISTS[kind]
    assert reason(markup, prose(count), url) == told


@pytest.mark.parametrize(
    ("title", "told"), [("Six words say what it is", ""), ("Five words name a section", "index page")]
)
def test_a_headline_of_a_sentence_s_length_above_running_text_tells_a_story(title: str, told: str) -> None:
    assert reason(heads(12), prose(1), "https://coastpress.example/harbour", title) == told
    assert (
        reason(heads(12), [Block("Short."), *prose(1)], "https://coastpress.example/harbour", title)
        == "index page"
    )


def test_paragraphs_between_headings_are_no_running_text() -> None:
    between = [block for one in prose(4) for block in (Block("Story", "heading"), one)]
    assert reason(heads(12), between, "https://coastpress.example/harbour") == "index page"
    between += [Block("Story", "heading"), *prose(1)]
    assert reason(heads(12), between, "https://coastpress.example/harbour") == ""


REFRESH = "<meta http-equiv='refresh' content='0; URL=/b'>"


@pytest.mark.parametrize(
    ("markup", "text", "told"),
    [
        ("", "It rained", "no text"),  # nine characters
        ("", "It rained a.", ""),  # twelve
        (REFRESH, "It rained a bit. " * 14, "no text"),
        (REFRESH, "It rained a bit. " * 15, ""),
        (REFRESH, "x" * 248 + ".", "no text"),
        (REFRESH, "x" * 249 + ".", ""),
        ("<meta http-equiv='refresh' content='300'>", "It rained a bit.", ""),
        ("", f"{'x' * 1499}.", ""),
        ("", f"{'x' * 1500}.", "no text"),
        ("", "ไ" * 1000, ""),  # Thai ends no sentence with a mark
        ("", "ไ" * 750 + "x" * 751, "no text"),
        ("", "渡" * 601, "no text"),  # a sign says as much as two and a half letters
        ("", "渡" * 599, "no text"),
        ("", "渡" * 599 + "。", ""),
        ("", "渡" * 600 + "。", "no text"),
    ],
)
def test_words_that_are_no_text(markup: str, text: str, told: str) -> None:
    assert reason(markup, [Block(text.strip())]) == told
