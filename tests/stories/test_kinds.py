"""Kinds of pages, in many variants: headline, authors, day and body as a careful person records them."""

from datetime import UTC, datetime

import pytest

from stories.extraction.reading import read
from stories.item import Story
from stories.outlet import Outlet
from stories.page import Page
from tests.stories.kinds import (
    Case,
    authors,
    bodies,
    consent,
    copied,
    data,
    dates,
    edges,
    encodings,
    headlines,
    hidden,
    noise,
    reports,
    scripts,
    signs,
    systems,
    templates,
    undated,
)

FETCHED = datetime(2026, 11, 20, 12, tzinfo=UTC)
TABLES = {
    "authors": authors.CASES,
    "bodies": bodies.CASES,
    "consent": consent.CASES,
    "copied": copied.CASES,
    "data": data.CASES,
    "dates": dates.CASES,
    "edges": edges.CASES,
    "encodings": encodings.CASES,
    "headlines": headlines.CASES,
    "hidden": hidden.CASES,
    "noise": noise.CASES,
    "reports": reports.CASES,
    "scripts": scripts.CASES,
    "signs": signs.CASES,
    "systems": systems.CASES,
    "templates": templates.CASES,
    "undated": undated.CASES,
}
CASES = {f"{kind}: {name}": case for kind, table in TABLES.items() for name, case in table.items()}


def plain(text: str) -> str:
    return " ".join(text.split())


def record(case: Case) -> dict[str, object]:
    """What would be stored, as far as the tables name it."""
    payload = case.page.encode() if isinstance(case.page, str) else case.page
    page = Page(case.url, payload, FETCHED, case.encoding)
    story = Story(page, Outlet(), reading=read(page, Outlet()))
    story.resolve_dates()
    story.resolve_identity()
    published = story.chosen("published")
    return {
        "title": story.read.title,
        "authors": story.read.authors,
        "published": published.value if published else None,
        "body": list(map(plain, story.read.body.split("\n\n"))),
        "reject": story.read.reject,
        "url": story.url,
    }


@pytest.mark.parametrize("name", CASES)
def test_a_page_of_a_kind(name: str) -> None:
    case = CASES[name]
    wants = {"reject": "", **case.wants}
    found = record(case)
    parts = {"has": wants.pop("has", []), "lacks": wants.pop("lacks", [])}
    assert {key: found[key] for key in wants} == wants
    body = plain("\n".join(found["body"]))
    assert [text for text in parts["has"] if text not in body] == []
    assert [text for text in parts["lacks"] if text in body] == []
