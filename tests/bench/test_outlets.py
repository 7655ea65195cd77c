"""The tables of docs/outlets.md: what is counted, and where it is written."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from stories.outlet import Outlet
from stories.page import Page
from tests import corpora
from tests.bench.outlets import DOCS, PART, Told, measured, tables, told, written
from tests.bench.pages import keep_readings, kept_readings
from tests.once import made_once
from tests.stories.making import PARAGRAPHS, html

SCORER = SimpleNamespace(
    page_f1=lambda true, read: float(true == read),
    tnorm=str,
    aset=lambda names: set(names or ()),
    inst=str,
)


def test_what_is_right_wrong_and_missing_is_counted_apart() -> None:
    page = Page("https://lamp.example/2026/ferry", html().encode(), datetime(2026, 5, 1, tzinfo=UTC))
    truth = {"title": "Ferry stays in port", "authors": ["Nell Corrigan"], "body": "\n\n".join(PARAGRAPHS)}
    one = told(truth, page, Outlet(), SCORER)  # type: ignore[arg-type]
    assert (one.has["headline"], one.has["byline"], one.has["instant"], one.body) == (1, 0, 0, 1.0)
    assert (one.right["headline"], one.wrong["headline"]) == (1, 0)
    assert (one.right["byline"], one.wrong["byline"]) == (0, 0), "it is missing"
    other = told(truth | {"title": "Ferry sails"}, page, Outlet(), SCORER)  # type: ignore[arg-type]
    assert (other.right["headline"], other.wrong["headline"]) == (0, 1)
    one.add(other)
    assert (one.pages, one.right["headline"], one.wrong["headline"], one.body) == (2, 1, 1, 2.0)


def test_an_outlet_with_a_file_has_two_lines_and_the_rest_one() -> None:
    parts = tables({"The Lamp": [Told(1), Told(1)], "Tide": [Told(2)]})
    assert [line.split("|")[1].strip() for line in parts["known outlets"].splitlines()[2:]] == [
        "The Lamp, without its facts",
        "The Lamp, with them",
    ]
    assert [line.split("|")[1].strip() for line in parts["other outlets"].splitlines()[2:]] == [
        "Tide",
        "all 3 pages",
    ]


def test_the_page_has_a_place_for_each_table() -> None:
    text = DOCS.read_text(encoding="utf-8")
    for name in ("known outlets", "other outlets"):
        assert PART.format(name=name) in text
        assert f"<!-- end of {name} -->" in text
        assert "| new |\n<!-- end" in written(text, {name: "| new |\n"})


def test_the_tables_are_those_of_today(tmp_path_factory: pytest.TempPathFactory) -> None:
    corpora.need("fundus")
    made = kept_readings(made_once(tmp_path_factory, "fundus", keep_readings))
    text = DOCS.read_text(encoding="utf-8")
    now = written(text, tables(measured(made)))
    stale = [line for line in now.splitlines() if line not in text.splitlines()]
    assert stale == [], "python -m tests.bench.outlets --write"
