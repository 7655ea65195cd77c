"""Plain text, as a browser copies or saves a page: its lines, and the story that it holds."""

from textwrap import fill

import pytest

from stories.extraction.plain_text import is_plain, lines_of
from stories.extraction.saved_page import stated_address
from stories.page import UNKNOWN
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
