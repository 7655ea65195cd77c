"""The three layouts of BBC pages."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from spiders.bbc import BBC
from stories.dates import choose_dates
from stories.extraction.document import parse
from stories.extraction.reading import Reading, read
from stories.page import Page
from stories.text import words_of
from tests import corpora

PAGES = Path(__file__).parent / "pages"
FETCHED = datetime(2026, 5, 1, tzinfo=UTC)


def reading_of(name: str) -> tuple[Reading, dict]:
    expected = json.loads((PAGES / f"{name}.json").read_text())
    url = f"https://www.bbc.com/news/{name}-00000001"
    return read(Page(url, (PAGES / f"{name}.html").read_bytes(), FETCHED), BBC), expected


def chosen(reading: Reading, field: str, fetched: datetime = FETCHED) -> str | None:
    dates = choose_dates(reading.candidates, BBC, fetched, reading.language)
    return next((date.value for date in dates if date.chosen and date.field == field), None)


@pytest.mark.parametrize("name", ["bbc_2019", "bbc_2021", "bbc_2026"])
def test_layouts(name):
    reading, expected = reading_of(name)
    assert reading.reject == ""
    assert reading.title == expected["title"]
    assert reading.body.split("\n\n") == expected["body"]
    assert reading.tags == expected.get("tags", [])
    if "authors" in expected:
        assert reading.authors == expected["authors"]
    for words in expected.get("must_not_contain", []):
        assert words not in reading.body


def test_byline_of_the_payload():
    assert reading_of("bbc_2021")[0].authors == ["Mara Dunn"]


@pytest.mark.parametrize("name", ["bbc_2019", "bbc_2026"])
def test_published_is_the_first_publication(name):
    reading, expected = reading_of(name)
    for field in ("published", "modified"):
        if field in expected:
            value = chosen(reading, field)
            assert value
            assert datetime.fromisoformat(value) == datetime.fromisoformat(expected[field])


FURNITURE = (
    "Share this",
    "Media caption",
    "Image copyright",
    "Image caption",
    "Related Topics",
    "Media playback",
    "Getty Images",
)


def test_real_pages():
    """Headline as printed, no boilerplate in the body, published is the first publication."""
    found = [
        (row, page)
        for corpus in ("aeb", "fundus", "traf")
        for row in corpora.truth(corpus)
        if "bbc.co" in row["url"]
        for page in [corpora.page(corpus, row)]
    ]
    assert len(found) >= 5
    for row, page in found:
        reading = read(page, BBC)
        heading = next(text for text in map(words_of, parse(page).tree.iter("h1")) if text)
        assert (reading.title, reading.reject) == (heading, "")
        lines = reading.body.split("\n")
        assert heading not in lines
        assert not [line for line in lines if line.startswith(FURNITURE)]
        first = chosen(reading, "published", page.fetched)
        assert first
        if row.get("published"):
            assert first[: len(row["published"])] == row["published"]
