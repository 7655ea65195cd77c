"""Stages 200 to 500, one by one, on made stories."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from scrapy.crawler import Crawler
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.project import get_project_settings

from extensions import OutOfRange, Reject, RunRecord
from pipelines.check_excerpts import CheckExcerpts
from pipelines.match_duplicates import MatchDuplicates
from pipelines.normalise_dates import NormaliseDates
from pipelines.save_to_sqlite import SaveToSqlite
from pipelines.stage import Item, Stage
from spiders.finders import OutletSpider
from store.database import Store
from stories.dates import Candidate
from stories.entries import Entry
from stories.entries.excerpts import split_passages
from tests.making import made_page, made_story

ENTRY_URL = "https://www.business-humanrights.org/en/mill"


class Lamp(OutletSpider):
    """A spider for its arguments only."""

    name = "lamp"


def through(item: Item, *stages: Stage) -> Item:
    """The item after these stages."""
    for stage in stages:
        item = asyncio.run(stage.process_item(item))
    return item


def stages(run: RunRecord) -> list[Stage]:
    """Stages 300 to 500."""
    outcomes = run.outcomes
    return [MatchDuplicates(outcomes, {}), CheckExcerpts(outcomes), SaveToSqlite(outcomes, {})]


@pytest.fixture
def run(tmp_path: Path) -> RunRecord:
    return made_run(tmp_path / "cuttings.db")


def made_run(database: Path) -> RunRecord:
    crawler = Crawler(Lamp, get_project_settings())
    crawler.stats = MemoryStatsCollector(crawler)
    return RunRecord(Store(database), crawler)


def entry(excerpt: str = '"Nobody asked us," said Lena Ruiz... Its owner gave no explanation.') -> Entry:
    made = Entry(
        ENTRY_URL,
        title="Mill",
        source_url="https://lamp.example/mill",
        excerpt=[excerpt],
        page=made_page(ENTRY_URL),
    )
    made.passages = split_passages(made.excerpt)
    return made


def test_dates_of_the_page_and_of_the_feed_are_judged_together(run: RunRecord) -> None:
    story = made_story()
    story.read.candidates = [Candidate("published", "2026-03-01", "meta date")]
    story.candidates = [Candidate("published", "Sun, 01 Mar 2026 09:30:00 GMT", "feed pubDate")]
    through(story, NormaliseDates(run.outcomes, Lamp().wants))
    published = story.chosen("published")
    assert published is not None
    assert published.value == "2026-03-01T09:30:00+00:00"
    assert {date.origin for date in story.dates if date.field == "published"} == {"meta date", "feed pubDate"}
    assert [date.value for date in story.dates if date.field == "mentioned"] == ["2026-02-23"]


@pytest.mark.parametrize(
    ("arguments", "kept"),
    [
        ({}, True),
        ({"since": "2026-03-01"}, True),
        ({"since": "2026-03-02"}, False),
        ({"until": "2026-03-01"}, True),
        ({"until": "2026-02-28"}, False),
        ({"since": "2026-02-01", "until": "2026-03-31"}, True),
    ],
)
def test_a_story_out_of_range_is_left_out(run: RunRecord, arguments: dict[str, str], kept: bool) -> None:
    story = made_story()
    story.read.candidates = [Candidate("published", "2026-03-01T08:00:00Z", "json-ld datePublished")]
    stage = NormaliseDates(run.outcomes, Lamp(**arguments).wants)
    if kept:
        assert through(story, stage) is story
    else:
        with pytest.raises(OutOfRange):
            through(story, stage)


def test_a_known_story_is_matched_by_address_and_by_text(run: RunRecord) -> None:
    through(made_story(), *stages(run))
    same_address, same_text = made_story(body="Other words."), made_story(url="https://lamp.example/2")
    other = made_story(url="https://lamp.example/3", body="Other words.")
    for story, known in ((same_address, [1]), (same_text, [1]), (other, [])):
        through(story, MatchDuplicates(run.outcomes, {}))
        assert story.matched.stories == known


def test_an_entry_s_passages_are_held_against_the_story_it_led_to(run: RunRecord) -> None:
    story = made_story()
    story.entry = entry()
    through(story, MatchDuplicates(run.outcomes, {}), CheckExcerpts(run.outcomes))
    first, second = story.entry.passages
    assert (first.fidelity, second.fidelity) == ("exact", "altered")
    assert story.read.body[first.story_start : first.story_end].endswith("Lena Ruiz")
    assert second.differences == [("reason", "explanation")]


def test_an_entry_alone_is_held_against_a_story_stored_before(run: RunRecord) -> None:
    through(made_story(), *stages(run))
    alone = entry()
    through(alone, MatchDuplicates(run.outcomes, {}), CheckExcerpts(run.outcomes))
    assert [passage.fidelity for passage in alone.passages] == ["exact", "altered"]


def test_a_story_and_its_entry_are_saved_together_and_joined(run: RunRecord) -> None:
    story = made_story()
    story.entry = entry()
    story.entry.source_state = "found"
    through(story, *stages(run))
    (row,) = run.store.rows("SELECT url, story, source_state FROM entries")
    assert row == {"url": ENTRY_URL, "story": 1, "source_state": "found"}
    assert run.store.rows("SELECT number, fidelity FROM passages") == [
        {"number": 1, "fidelity": "exact"},
        {"number": 2, "fidelity": "altered"},
    ]
    assert run.counts["new"] == 2


def test_saving_writes_what_was_decided(run: RunRecord) -> None:
    story = made_story()
    story.entry = entry()
    matching, checking, saving = stages(run)
    through(story, matching, checking)
    story.entry.checked.passages[0].note = "as stage 400 said"
    story.decided_at = run.store.state()
    through(story, saving)
    (note, *_) = run.store.rows("SELECT note FROM passages ORDER BY number")
    assert note == {"note": "as stage 400 said"}


def test_what_another_process_wrote_meanwhile_is_seen(run: RunRecord) -> None:
    first, second = made_story(), made_story()
    matching, checking, saving = stages(run)
    for story in (first, second):
        through(story, matching, checking)
    other = made_run(run.store.path)
    through(first, SaveToSqlite(other.outcomes, {}))
    assert second.matched.stories == []
    through(second, saving)
    assert second.matched.stories == [1]
    assert run.store.db["stories"].count == 1


def test_a_refused_story_leaves_a_trace_and_its_entry(run: RunRecord) -> None:
    class Refuse(Stage):
        async def work(self, item: Any) -> None:
            if item is story:
                raise Reject("consent wall", "of the test")

    story = made_story()
    story.entry = entry()
    left = through(story, Refuse(run.outcomes))
    assert left is story.entry
    assert (left.source_state, left.source_note) == ("blocked", "what stands there is no story: consent wall")
    assert run.store.rows("SELECT url, reason FROM rejects") == [
        {"url": story.page.url, "reason": "consent wall"}
    ]
    through(left, *stages(run))
    assert run.store.row("SELECT source_state FROM entries") == {"source_state": "blocked"}


def test_a_stage_that_fails_without_a_word_is_named_by_its_error(run: RunRecord) -> None:
    class Fail(Stage):
        async def work(self, item: Any) -> None:
            raise EOFError

    with pytest.raises(EOFError):
        through(made_story(), Fail(run.outcomes))
    assert run.findings.troubles == [("https://lamp.example/mill", "error: EOFError")]
    (row,) = run.store.rows("SELECT reason, detail FROM rejects")
    assert row["reason"] == "error: EOFError"
    assert "Traceback" in row["detail"]


def test_a_story_whose_write_fails_leaves_nothing(run: RunRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    story = made_story()
    story.entry = entry()
    story.entry.title = object()  # type: ignore[assignment] -- nothing that SQLite can hold
    with pytest.raises(Exception, match="type 'object' is not supported"):
        through(story, *stages(run))
    for table in ("stories", "entries", "quotes", "dates", "versions", "urls"):
        assert run.store.db[table].count == 0, table
