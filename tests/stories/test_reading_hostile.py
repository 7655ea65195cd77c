"""Pages that are broken or meant to break a reader: a right story or a reject, in bounded time."""

from dataclasses import replace
from pathlib import Path

import pytest

from stories.recognition import recognise
from tests.cost import assert_cheap, measure
from tests.stories.making import PARAGRAPHS, html, page, paragraphs, reading

LONGEST = 200  # times what `measure` takes
STORY = html().replace("Velm", "Vélm")
DEEP = "<div>" * 100_000

REFUSED = {
    "empty": (b"", "empty page"),
    "white space": (b" \r\n\t ", "empty page"),
    "NUL bytes": (b"\0" * 5000, "empty page"),
    "ten megabytes": (b"<html><body><p>" + b"a ferry " * 1_300_000, "too large"),
    "seven megabytes in one paragraph": (b"<html><body><p>" + b"a ferry " * 900_000, "too large"),
    "five million characters without mark-up": (b"x" * 5_000_000, "too large"),
    "two hundred thousand elements": (b"<body>" + b"<i>a</i>" * 200_000, "too large"),
    "fifty thousand attributes": (
        b"<p " + b" ".join(b'a%d="x"' % n for n in range(50_000)) + b">",
        "too large",
    ),
    "PDF": (b"%PDF-1.7\n" + bytes(range(256)) * 50, "not HTML"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 50, "not HTML"),
    "binary": (bytes(range(256)) * 2000, "not HTML"),
    "only a comment": (b"<!-- nothing -->", "not HTML"),
    "nested beyond the parser": ((DEEP + "deep").encode(), "no text"),
    "nested and closed": ((DEEP + paragraphs(PARAGRAPHS) + "</div>" * 100_000).encode(), "no text"),
    "lists in lists": (b"<ul><li>" * 30_000 + b"deep", "no text"),
    "links only": (b"<body>" + b'<a href="/x">more</a> ' * 20_000, "no text"),
    "backslashes": (b'<script>self.__next_f.push([1,"' + b"\\" * 1_000_000 + b'"])</script>', "no text"),
    "a feed": (b"<?xml version='1.0'?><rss><channel><title>x</title></channel></rss>", "not HTML"),
}

READ = {
    "NUL among the letters": STORY.replace("ferry", "fer\0ry").encode(),
    "UTF-16 with a mark": STORY.encode("utf-16"),
    "UTF-16, little end first, no mark": STORY.encode("utf-16-le"),
    "UTF-16, big end first, no mark": STORY.encode("utf-16-be"),
    "UTF-8 with a mark": STORY.encode("utf-8-sig"),
    "Latin-1 without a label": STORY.encode("latin-1"),
    "labelled UTF-16, is UTF-8": STORY.replace("<head>", "<head><meta charset='utf-16'>").encode(),
    "labelled KOI8-R, is UTF-8": STORY.replace("<head>", "<head><meta charset='koi8-r'>").encode(),
    "labelled nonsense": STORY.replace("<head>", "<head><meta charset='nonsense-17'>").encode(),
    "labelled undefined": STORY.replace("<head>", "<head><meta charset='undefined'>").encode("latin-1"),
    "labelled windows-1252": STORY.replace("<head>", "<head><meta charset='windows-1252'>").encode("cp1252"),
    "JSON-LD a hundred thousand lists deep": (
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script>" + STORY
    ).encode(),
    "a title of a hundred thousand dashes": STORY.replace(
        "<head>", "<head><title>" + "a - " * 100_000
    ).encode(),
    "a signature of fifty thousand names": STORY.replace(
        "<head>", f"<head><meta name='author' content='{'A B, ' * 50_000}'>"
    ).encode(),
    "references to control characters": STORY.replace("ferry", "&#1;fer&#x0b;ry&#31").encode(),
    "unclosed and crossed tags": STORY.replace("</p>", "").replace("<h1>", "<b><h1>").encode(),
}


@pytest.mark.parametrize("name", REFUSED)
def test_no_story(name):
    payload, reason = REFUSED[name]
    found = []
    assert_cheap(lambda: found.append(reading(payload)), measure, LONGEST)
    assert found[0].reject == reason


@pytest.mark.parametrize("name", READ)
def test_right_story(name):
    readings = []
    assert_cheap(lambda: readings.append(reading(READ[name])), measure, LONGEST)
    found = readings[0]
    assert found.reject == ""
    assert found.title == "Ferry stays in port"
    assert found.body.startswith("The ferry between Vélm and Tarrow")
    assert found.body.count("\n\n") == 3


def test_the_header_names_the_charset():
    from stories.extraction.reading import read
    from stories.outlet import Outlet

    payload = html().replace("Velm", "Вельм").encode("koi8-r")
    assert "between Вельм and" in read(page(payload, encoding="koi8-r"), Outlet()).body


def test_a_broken_byte_costs_one_letter():
    payload = html().replace("Velm", "Vélm" + "é" * 40).encode().replace(b"\xc3\xa9", b"\xc3", 1)
    assert "é" * 40 in reading(payload).body


RECORDED = Path(__file__).parents[2] / "data" / "pages" / "bbc" / "cannery-women.html"


@pytest.mark.parametrize("tag", ['html"x', "html<b", "html @a='b'"])
def test_a_tag_that_is_no_name_costs_no_page(tag: str) -> None:
    payload = RECORDED.read_bytes()
    found = reading(payload.replace(b"<html", b"<" + tag.encode(), 1))
    assert found.body == reading(payload).body


@pytest.mark.parametrize("noise", [b"\x1f", b"\0", b"&#1;"])
def test_a_control_character_costs_no_entry(noise: bytes) -> None:
    pages = sorted((RECORDED.parents[1] / "resource-centre").rglob("*.html"))[:4]
    assert pages
    for file in pages:
        payload = file.read_bytes().replace(b"</", noise + b"</").replace(b"\n", noise + b"\n")
        url = "https://www.business-humanrights.org/en/latest-news/x/"
        recognise(replace(page("", url=url), payload=payload))
