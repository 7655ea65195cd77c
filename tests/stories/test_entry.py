"""Recorded entries in invented words, and what each must give. A `.txt` is a page's text, a line a block."""

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest

from stories.entries import Entry, EntryPage
from stories.entries.countries import code_of
from stories.entries.excerpts import split_passages
from stories.entries.layouts import read_entry_page
from stories.quotes import find_quotes
from tests.corpora import CORPORA

ENTRIES = Path(__file__).parent / "entries"
ASKED = "000_cab9172905bb1348"
SOURCE = "https://www.bbc.com/news/world-europe-00000001"
OLD = "https://www.business-humanrights.org/en/an-entry"
NEW = "https://www.business-humanrights.org/en/latest-news/an-entry/"


def rendered(text: str) -> str:
    """A page text in mark-up: a paragraph a line, headings for title and byline, links behind labels."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    byline = next((n for n, line in enumerate(lines) if re.match(r"Author: .*Published on:", line)), None)
    blocks = []
    for number, line in enumerate(lines):
        tag = {byline: "h2", None if byline is None else byline - 1: "h1"}.get(number, "p")
        words = html.escape(line, quote=False)
        if "full post" in line or "postagem completa" in line:
            words = f'<a href="{SOURCE}">{words}</a>'
        blocks.append(f"<{tag}>{words}</{tag}>")
    inside = "\n".join(blocks)
    return f'<html><head><title>x</title></head><body><div class="primary">{inside}</div></body></html>'


def printed(entry: Entry) -> dict[str, Any]:
    """An entry under the names that the recorded records use."""
    return {
        "item_type": entry.kind,
        "entry_title": entry.title,
        "title": entry.title,
        "entry_published": entry.published,
        "published": entry.published,
        "source_title": entry.source_title or None,
        "source_published": entry.source_published,
        "source_link_label": entry.source_label or None,
        "source_url": entry.source_url,
        "author_string": entry.attribution,
        "attribution": entry.attribution,
        "authors": entry.authors,
        "author": ", ".join(entry.authors) or None,
        "outlet": entry.outlet,
        "excerpt": entry.excerpt,
        "related_companies": entry.companies,
        "related_companies_raw": " ".join(entry.companies),
        "timelines": entry.timelines,
        "tags": entry.tags,
        "language": entry.language,
        "ui_language": entry.ui_language,
    }


def same(entry: Entry, expected: dict[str, Any]) -> None:
    """Every field of the record that is an entry's own holds."""
    shown = printed(entry)
    known = {name: value for name, value in expected.items() if name in shown}
    assert {name: shown[name] for name in known} == known
    if country := expected.get("outlet_country"):
        assert entry.outlet_country in (country, code_of(country))


@pytest.mark.parametrize("name", sorted(path.stem for path in ENTRIES.glob("*.json")))
def test_recorded_page_gives_its_record(name: str) -> None:
    expected = json.loads((ENTRIES / f"{name}.json").read_text("utf-8"))
    source = ENTRIES / f"{name}.txt"
    markup = (
        rendered(source.read_text("utf-8"))
        if source.exists()
        else source.with_suffix(".html").read_text("utf-8")
    )
    page = read_entry_page(markup, NEW if name.startswith("new") and "ui_language" not in expected else OLD)
    assert page.kind == expected.get("kind", "entry")
    if page.kind == "entry":
        same(page.entries[0], expected)
    parts = expected.get("components") or expected.get("items") or []
    assert len(page.entries) == len(parts) or page.kind == "entry"
    for entry, part in zip(page.entries, parts, strict=False):
        same(entry, part)
    if page.kind == "story":
        assert page.title == expected["entry_title"]


def test_the_entry_that_the_project_was_asked_for() -> None:
    file = CORPORA.parent / "pages" / f"{ASKED}.txt"
    if not file.exists():
        pytest.skip(f"{file} not found")
    text, expected = file.read_text("utf-8"), json.loads(file.with_suffix(".json").read_text("utf-8"))
    entry = read_entry_page(rendered(text), OLD).entries[0]
    expected["source_url"] = SOURCE
    same(entry, expected)
    assert entry.outlet_country == expected["outlet_country"]
    assert len(split_passages(entry.excerpt)) == expected["passages"]
    everything = repr(entry).replace(repr(entry.source_label), "")
    assert not [words for words in expected["must_not_enter_the_record"] if words in everything]
    assert entry.missing == []


def test_nothing_but_markup_is_another_page() -> None:
    for markup in (
        "",
        "<",
        "<html></html>",
        "\x00",
        "<!-- -->",
        "<p>Hello</p>",
        "<div class='primary'></div>",
    ):
        assert read_entry_page(markup, OLD) == EntryPage("other")


def spoken(entry: Entry) -> list[tuple[str, str, str]]:
    """(words, speaker, source) of an entry's quotes."""
    text = "\n\n".join(entry.excerpt)
    return [
        (
            " ".join(text[a:b] for a, b in q.content),
            q.speaker or "",
            text[slice(*q.source)] if q.source else "",
        )
        for q in find_quotes(text, entry.language)
    ]


@pytest.mark.parametrize(
    "name", ["old_outlet_only", "old_author_outlet_redirect", "old_not_in_language", "new_article_ko"]
)
def test_a_recorded_entry_s_quotes_have_their_speakers(name: str) -> None:
    expected = json.loads((ENTRIES / f"{name}.json").read_text("utf-8"))["quotes"]
    [entry] = read_entry_page(rendered((ENTRIES / f"{name}.txt").read_text("utf-8")), OLD).entries
    for quote in expected:
        found = [who for words, *who in spoken(entry) if quote["text"] in words]
        assert found, quote
        assert any(name and quote["speaker"].startswith(name) for name in found[0]), found
