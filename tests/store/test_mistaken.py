"""Entries that earlier code stored as stories of the Centre: read as entries, they are stories no more."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.save_to_sqlite import SaveToSqlite
from runs.run import Run
from runs.verdict import Judgement
from store.database import Store
from store.decisions import check, match
from store.near_duplicates import judge
from stories.entries import RESOURCE_CENTRE, Entry
from stories.item import Story
from tests.desk import URL, Desk, entry, linked
from tests.making import LAMP, made_page, made_story
from tests.store.contents import content

CENTRE = "https://www.business-humanrights.org"
LONG = "\n\n".join(
    f"Ferry number {n} left pier {n * 7} at {n} o'clock with {n + 3} spinners aboard." for n in range(30)
)
COPY = "https://lamp.example/copy"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "c.db")


def mistake(desk: Desk, url: str = URL, body: str = LONG) -> int:
    return desk.story(url=url, body=body, title="Mill", outlet=RESOURCE_CENTRE)


def save(desk: Desk, item: Story | Entry) -> Run:
    """Save an item as a run does, which then ends well."""
    run = Run(desk.store, "archive")
    match(item, desk.store, {"lamp": LAMP})
    check(item, desk.store)
    asyncio.run(SaveToSqlite(run.outcomes, {"lamp": LAMP}).work(item))
    return run


def addresses(desk: Desk) -> list[str]:
    return [row["url"] for row in desk.store.rows("SELECT url FROM stories ORDER BY id")]


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        (URL, entry),
        (f"{CENTRE}/es/mill", entry),
        (f"{CENTRE}/en/latest-news/mill", entry),
        (f"{CENTRE}/fr/dernières-actualités/mill", entry),
        (URL, lambda: replace(entry(), url=f"{CENTRE}/en/latest-news/mill", page=None)),
        (f"{CENTRE}/en/mills", lambda: replace(entry(), page=made_page(f"{CENTRE}/en/mills"))),
        (f"{CENTRE}/en/mills", lambda: replace(entry(), url=f"{CENTRE}/en/mills#mill", page=None)),
    ],
    ids=["its own", "Spanish", "the new site's", "French news", "the old site's", "its page", "a component"],
)
def test_the_story_that_is_the_entry_goes(desk: Desk, stored: str, read: Callable[[], Entry]) -> None:
    mistake(desk, stored)
    desk.story()
    save(desk, read())
    assert addresses(desk) == ["https://lamp.example/mill"]
    assert len(desk.store.rows("SELECT * FROM entries")) == 1


def test_other_stories_stay(desk: Desk) -> None:
    mistake(desk, f"{CENTRE}/en/other", "Another entry's words.")
    desk.story(url=f"{CENTRE}.example/en/mill", body="A namesake's words.")
    desk.story()
    before = addresses(desk)
    assert save(desk, linked()).findings.removed == 0
    assert addresses(desk) == before


def test_nothing_is_left_of_it(tmp_path: Path) -> None:
    mended, sound = Desk(tmp_path / "mended.db"), Desk(tmp_path / "sound.db")
    mistake(mended)
    mistake(mended, body=LONG + "\n\nA later line.")
    for desk in (mended, sound):
        desk.story()
        desk.story(url=COPY, body=LONG + "\n\nThe end.", title="Ferries")
    assert mended.store.rows("SELECT url FROM stories WHERE same_as IS NOT NULL")
    with mended.store.transaction():
        judge(mended.store, 1, 2, "different")
    for desk in (mended, sound):
        save(desk, linked())
    assert content(mended.store) == content(sound.store)
    for table in ("judgements", "versions", "quotes", "dates", "urls", "bands"):
        assert mended.store.rows(f"SELECT * FROM {table} WHERE story = 1") == []  # noqa: S608
    assert mended.store.rows("PRAGMA foreign_key_check") == []
    assert (mended.row["story"], mended.fidelities()) == (2, ["exact", "exact"])


def test_its_page_is_the_entry_s_and_keeps_the_run_that_fetched_it(desk: Desk) -> None:
    wrong = made_story(url=URL, body=LONG, outlet=RESOURCE_CENTRE)
    save(desk, wrong)
    read = entry()
    read.page = wrong.page
    save(desk, read)
    assert desk.store.rows("SELECT id, run FROM pages") == [{"id": 1, "run": 1}]


def test_copies_that_only_it_held_together_stand_alone(desk: Desk) -> None:
    mistake(desk, body=LONG)
    desk.story(url=COPY, body=LONG, title="Ferries")
    desk.story(url="https://lamp.example/3", body="Quite other words about a bridge.", title="Bridge")
    with desk.store.transaction():
        judge(desk.store, 1, 3, "same")
    assert len(desk.store.rows("SELECT * FROM stories WHERE same_as IS NULL")) == 1
    save(desk, entry())
    assert desk.store.rows("SELECT id FROM stories WHERE same_as IS NOT NULL") == []


def test_an_entry_that_had_it_as_its_source_waits_again(desk: Desk) -> None:
    mistake(desk, body='"Nobody asked us," said Lena Ruiz.')
    other = replace(entry(source_url=URL, source_address=URL), url=f"{CENTRE}/en/reply")
    other.page = made_page(other.url)
    assert desk.entry(other)["story"] == 1
    assert desk.fidelities()[0] == "exact"
    save(desk, entry())
    row = desk.store.row("SELECT * FROM entries WHERE url = ?", other.url) or {}
    assert (row["story"], row["source_state"]) == (None, "not followed")
    assert "entry of the Resource Centre" in row["source_note"]
    assert set(desk.fidelities()) == {"unchecked"}
    assert desk.verdicts() == []


def test_an_entry_that_comes_with_its_source_removes_it_too(desk: Desk) -> None:
    mistake(desk)
    story = made_story()
    story.entry = linked(source_state="found")
    run = save(desk, story)
    assert addresses(desk) == ["https://lamp.example/mill"]
    assert desk.row["story"] == desk.store.addresses(["https://lamp.example/mill"])[0]["story"]
    assert run.findings.removed == 1


@pytest.mark.parametrize(
    ("wrong", "verdict", "note"),
    [
        (0, "", ""),
        (1, "", "removed 1 story that was an entry"),
        (2, "2 in trouble", "2 in trouble; removed 2 stories that were entries"),
    ],
)
def test_the_run_says_so(tmp_path: Path, wrong: int, verdict: str, note: str) -> None:
    desk = Desk(tmp_path / "c.db")
    for number in range(wrong):
        mistake(desk, f"{CENTRE}/{('en', 'de')[number]}/mill", f"The words, {number}.")
    run = save(desk, entry())
    assert len(addresses(desk)) == 0
    run.finish(Judgement("degraded" if verdict else "ok", note=verdict), "finished")
    told = Store(tmp_path / "c.db").row("SELECT note FROM runs") or {}
    assert (told["note"] or "") == note
    assert run.line().endswith(f"({note})" if note else "errors=0")
