"""Every recorded page under data/pages gives the record that its sidecar expects (data/pages/README.md)."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from scrapy.utils.project import get_project_settings

from commands.sample import Recorded, recorded
from extensions import outlets
from stories.entries import Entry
from stories.entries.excerpts import check_passages
from stories.entries.pages import read_entries
from stories.extraction.reading import read
from stories.identity.urls import canonical_url, is_story, outlet_of
from stories.item import Story
from stories.outlet import Outlet
from stories.page import Page

PAGES = [page for page in recorded(Path(__file__).parent.parent / "data" / "pages") if page.expect]
STORY_FIELDS = ("title", "authors", "language", "description", "tags")
ENTRY_FIELDS = (
    *("title", "attribution", "authors", "outlet", "outlet_country", "published"),
    *("source_title", "source_published", "source_url", "excerpt"),
    *("companies", "tags", "timelines", "language", "ui_language"),
)


def kind_of(page: Recorded) -> str:
    return "reject" if "reject" in page.expect else str(page.expect.get("kind", "story"))


def name(page: Recorded) -> str:
    return f"{page.sidecar.parent.name}/{page.sidecar.stem}"


def of_kind(*kinds: str) -> list[Any]:
    wanted = [
        page
        for page in PAGES
        if ("reject" if "reject" in page.expect else page.expect.get("kind", "story")) in kinds
    ]
    return [pytest.param(page, id=name(page)) for page in wanted]


@cache
def project_outlets() -> list[Outlet]:
    return list(outlets(get_project_settings()).values())


def fetched(page: Recorded) -> Page:
    return Page(page.url, page.payload, page.fetched)


def story_of(page: Recorded) -> Story:
    outlet = outlet_of(page.url, project_outlets())
    story = Story(
        fetched(page), outlet, reading=read(fetched(page), outlet, given="reject" not in page.expect)
    )
    story.resolve_dates()
    story.resolve_identity()
    return story


@pytest.mark.parametrize("page", of_kind("story"))
def test_a_story_page_gives_its_record(page: Recorded) -> None:
    story, expect = story_of(page), page.expect
    assert not story.read.reject
    for field in STORY_FIELDS:
        if field in expect:
            assert getattr(story.read, field) == expect[field], field
    assert story.url == expect.get("url", canonical_url(page.url, story.outlet))
    assert story.read.body.split("\n\n") == expect["body"]
    for which in ("published", "modified"):
        if which in expect:
            date = story.chosen(which)  # type: ignore[arg-type]
            assert date is not None, which
            assert date.value == expect[which]
    assert not [words for words in expect["must_not_contain"] if words in story.read.body]


@pytest.mark.parametrize("page", of_kind("story"))
def test_a_story_s_quotes_have_their_speakers(page: Recorded) -> None:
    story = story_of(page)
    found = [
        (quote.speaker, " ".join(story.read.body[start:end] for start, end in quote.content))
        for quote in story.read.quotes
    ]
    for expected in page.expect.get("quotes", []):
        speakers = [speaker for speaker, words in found if expected["holds"] in words]
        assert expected["speaker"] in speakers, expected


@pytest.mark.parametrize("page", of_kind("story"))
def test_a_story_s_mentioned_dates_are_resolved(page: Recorded) -> None:
    story = story_of(page)
    mentions = {date.text: date.value for date in story.dates if date.field == "mentioned"}
    for expected in page.expect.get("mentions", []):
        assert mentions.get(expected["text"]) == expected["value"], mentions


@pytest.mark.parametrize("page", of_kind("reject"))
def test_a_page_that_is_no_story_is_refused(page: Recorded) -> None:
    story = story_of(page)
    assert story.read.reject or not is_story(story.url, story.outlet)


@pytest.mark.parametrize("page", of_kind("entry"))
def test_an_entry_page_gives_its_record(page: Recorded) -> None:
    (entry,) = read_entries(fetched(page))
    for field in ENTRY_FIELDS:
        if field in page.expect:
            assert getattr(entry, field) == page.expect[field], field
    if "item_type" in page.expect:
        assert entry.kind == page.expect["item_type"]


@pytest.mark.parametrize("page", of_kind("entry"))
def test_an_entry_s_passages_are_judged_by_its_source(page: Recorded) -> None:
    (entry,) = read_entries(fetched(page))
    passages = judged(entry, page.expect["story"])
    assert [passage.text for passage in passages] == [passage["text"] for passage in page.expect["passages"]]
    assert [passage.fidelity for passage in passages] == [
        passage["fidelity"] for passage in page.expect["passages"]
    ]
    for passage, expected in zip(passages, page.expect["passages"], strict=True):
        assert [list(pair) for pair in passage.differences] == expected.get("differences", [])


def judged(entry: Entry, source: str | None) -> list[Any]:
    """The entry's passages, held against the newest recorded capture of its source."""
    stories = [story_of(page) for page in PAGES if "body" in page.expect]
    bodies = [story.read.body for story in stories if source and story.url == source]
    return check_passages(entry.passages, bodies[-1]) if bodies else entry.passages


def test_the_world_shows_every_kind_of_page() -> None:
    assert {kind_of(page) for page in PAGES} == {"story", "reject", "entry", "listing"}
