"""A stored entry and its source: how the two are joined, and what a changed source does to the entry's passages."""

from datetime import timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from store.entry_source import BY_TITLE, HELD, source_at, source_like
from tests.desk import MILL, URL, Desk, entry, linked, named
from tests.making import BODY, LAMP, NOON, made_page

CENTRE = "https://www.business-humanrights.org/en"
REWRITTEN = BODY.replace("Nobody asked us", "They asked everybody")
LATER = NOON + timedelta(days=2)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "c.db")


def test_an_entry_joins_the_story_that_it_links_to_whichever_comes_first(tmp_path: Path) -> None:
    before, after = Desk(tmp_path / "a.db"), Desk(tmp_path / "b.db")
    before.entry(linked())
    before.story()
    after.story()
    after.entry(linked())
    for desk in (before, after):
        assert (desk.row["story"], desk.row["source_state"], desk.row["source_note"]) == (1, "found", None)
        assert desk.fidelities() == ["exact", "exact"]


def test_an_entry_without_a_link_joins_the_story_that_it_names_whichever_comes_first(tmp_path: Path) -> None:
    before, after = Desk(tmp_path / "a.db"), Desk(tmp_path / "b.db")
    before.entry(named())
    before.story()
    after.story()
    after.entry(named())
    for desk in (before, after):
        assert (desk.row["story"], desk.row["source_state"]) == (1, "not followed")
        assert desk.row["source_note"].startswith("no link; matched by the title")
        assert desk.fidelities() == ["exact", "exact"]


@pytest.mark.parametrize(
    "facts",
    [
        {"outlet": "Quay"},
        {"source_title": "Mill opens again after the strike"},
        {"source_published": "2026-03-09"},
        {"source_published": None},
    ],
)
def test_an_entry_that_names_another_story_stays_alone(desk: Desk, facts: dict[str, Any]) -> None:
    desk.entry(named(**facts))
    desk.story()
    assert desk.row["story"] is None
    assert desk.entry(named(**facts))["story"] is None
    assert desk.fidelities() == ["unchecked", "unchecked"]


@pytest.mark.parametrize(
    ("day", "found"), [("2026-03-04", True), ("2026-03", True), ("2026", True), ("2026-02", False)]
)
def test_a_date_in_print_is_matched_to_its_precision(desk: Desk, day: str, found: bool) -> None:
    desk.story()
    assert (source_like(desk.store, named(source_published=day), {"lamp": LAMP}) == 1) is found


def test_two_stories_that_fit_equally_well_are_not_guessed_between(desk: Desk) -> None:
    desk.entry(named())
    desk.story()
    assert desk.row["story"] == 1
    desk.story(
        url="https://lamp.example/2", body="Quite another text of the same day, under the same headline."
    )
    assert source_like(desk.store, named(), {"lamp": LAMP}) is None


def test_the_search_by_title_goes_through_the_index_of_dates(desk: Desk) -> None:
    for sql in (HELD, BY_TITLE):
        plan = desk.store.rows("EXPLAIN QUERY PLAN " + sql, *["2026"] * sql.count("?"))
        assert not any(row["detail"].startswith("SCAN stories") for row in plan)
        assert not any(row["detail"].startswith("SCAN entries") for row in plan)


def test_a_source_that_changes_changes_the_verdict_and_says_when(desk: Desk) -> None:
    desk.story()
    desk.entry(linked())
    assert desk.verdicts() == [(1, "2026-03-01", "exact", None), (2, "2026-03-01", "exact", None)]
    desk.story(body=REWRITTEN, fetched=LATER)
    assert desk.fidelities() == ["altered", "exact"]
    note = "“Nobody” for “They”; “us” for “everybody”"
    assert desk.verdicts() == [
        (1, "2026-03-01", "exact", None),
        (1, "2026-03-03", "altered", note),
        (2, "2026-03-01", "exact", None),
    ]


def test_a_source_that_goes_back_gives_the_passage_its_verdict_back(desk: Desk) -> None:
    desk.story()
    desk.entry(linked())
    desk.story(body=REWRITTEN, fetched=LATER)
    desk.story(fetched=LATER + timedelta(days=1))
    assert desk.fidelities() == ["exact", "exact"]
    assert [row[2] for row in desk.verdicts() if row[0] == 1] == ["exact", "altered", "exact"]


def test_the_rows_are_the_same_in_whatever_order_the_pages_come(tmp_path: Path) -> None:
    pages = [
        lambda desk: desk.story(),
        lambda desk: desk.story(body=REWRITTEN, fetched=LATER),
        lambda desk: desk.entry(linked()),
    ]
    seen = []
    for number, order in enumerate(permutations(pages)):
        desk = Desk(tmp_path / f"{number}.db")
        for step in order:
            step(desk)
        rows = desk.store.rows(
            "SELECT fidelity, note, story_start, differences FROM passages ORDER BY number"
        )
        quotes = desk.store.rows("SELECT source_quote, fidelity, note FROM entry_quotes ORDER BY number")
        seen.append((rows, quotes, desk.verdicts(), desk.row["source_state"]))
    assert all(rows == seen[0] for rows in seen)


def test_an_entry_s_quote_is_the_source_s_and_a_changed_one_is_named(desk: Desk) -> None:
    desk.story()
    desk.entry(linked())
    sql = """SELECT quotes.speaker, entry_quotes.fidelity, entry_quotes.note FROM entry_quotes
        LEFT JOIN quotes ON quotes.story = 1 AND quotes.number = entry_quotes.source_quote"""
    (first, *_) = desk.store.rows(sql)
    assert first == {"speaker": "Lena Ruiz", "fidelity": "exact", "note": None}
    changed = entry('"Nobody paid us," said Lena Ruiz...', source_url=MILL, source_address=MILL)
    desk.entry(changed)
    (first, *_) = desk.store.rows(sql)
    assert first == {"speaker": "Lena Ruiz", "fidelity": "altered", "note": "“paid” for “asked”"}


def test_what_was_known_of_a_source_stays_when_the_link_dies(desk: Desk) -> None:
    desk.story()
    desk.entry(linked(source_state="found"))
    desk.entry(linked(source_state="gone", source_note="HTTP 404"))
    assert (desk.row["story"], desk.row["source_state"]) == (1, "gone")
    assert desk.fidelities() == ["exact", "exact"]
    desk.entry(linked())
    assert desk.row["source_state"] == "found"


def test_an_archived_page_does_not_take_back_what_following_its_link_came_to(desk: Desk) -> None:
    desk.entry(linked(source_state="gone", source_note="HTTP 404"))
    desk.entry(linked())
    assert (desk.row["source_state"], desk.row["source_note"]) == ("gone", "HTTP 404")


def test_an_entry_that_links_elsewhere_now_leaves_its_story(desk: Desk) -> None:
    desk.story()
    desk.entry(linked())
    other = entry(source_url="https://lamp.example/2", source_address="https://lamp.example/2")
    assert desk.entry(other)["story"] is None
    assert desk.fidelities() == ["unchecked", "unchecked"]
    assert desk.verdicts() == []


def test_an_address_that_is_none_finds_nothing(desk: Desk) -> None:
    assert source_at(desk.store, "") is None
    assert desk.entry(entry(source_url="mailto:nobody"))["story"] is None


def test_an_entry_without_a_text_keeps_its_companies(desk: Desk) -> None:
    made = entry("", companies=["Tarn Freight"])
    desk.entry(made)
    assert desk.store.rows("SELECT name FROM companies") == [{"name": "Tarn Freight"}]


@pytest.mark.parametrize("own_first", [True, False])
def test_an_entry_s_own_page_wins_over_a_story_s_page_that_shows_it(tmp_path: Path, own_first: bool) -> None:
    desk = Desk(tmp_path / "c.db")
    own = linked(tags=["Mills"], companies=["Tarn Freight"], published="2026-03-05")
    part = linked(published="2026-03-05")
    part.url, part.page = f"{CENTRE}/looms#mill-2026-03-05", made_page(f"{CENTRE}/looms")
    for one in (own, part) if own_first else (part, own):
        desk.entry(one)
    [row] = desk.store.rows("SELECT url, tags FROM entries")
    assert row == {"url": URL, "tags": '["Mills"]'}
    assert desk.store.rows("SELECT name FROM companies") == [{"name": "Tarn Freight"}]
    assert desk.store.rows("SELECT url FROM pages") == [{"url": URL}], (
        "a page that no record points at is dropped"
    )


def test_the_old_and_the_new_address_are_one_entry(desk: Desk) -> None:
    new = linked()
    new.url = f"{CENTRE}/latest-news/mill"
    desk.entry(linked())
    assert desk.entry(new)["url"] == URL
    assert desk.store.db["entries"].count == 1
