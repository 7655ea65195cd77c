"""Stages 200 to 500, one by one, on made stories."""

from pathlib import Path

import pytest
from scrapy.crawler import Crawler
from scrapy.utils.project import get_project_settings

from extensions import OutOfRange, RunRecord
from pipelines.check_excerpts import CheckExcerpts
from pipelines.match_duplicates import MatchDuplicates
from pipelines.normalise_dates import NormaliseDates
from pipelines.save_to_sqlite import SaveToSqlite
from spiders.finders import OutletSpider
from stories.dates import Candidate
from stories.entry import Entry
from stories.excerpts import split_passages
from stories.store import Store
from tests.making import made_page, made_story

ENTRY_URL = "https://www.business-humanrights.org/en/mill"


class Lamp(OutletSpider):
    """A spider for its arguments only."""

    name = "lamp"


@pytest.fixture
def run(tmp_path: Path) -> RunRecord:
    return RunRecord(Store(tmp_path / "cuttings.db"), Crawler(Lamp, get_project_settings()))


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


def test_dates_of_the_page_and_of_the_feed_are_judged_together() -> None:
    story = made_story()
    story.read.candidates = [Candidate("published", "2026-03-01", "meta date")]
    story.candidates = [Candidate("published", "Sun, 01 Mar 2026 09:30:00 GMT", "feed pubDate")]
    NormaliseDates(Lamp()).process_item(story)
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
def test_a_story_out_of_range_is_left_out(arguments: dict[str, str], kept: bool) -> None:
    story = made_story()
    story.read.candidates = [Candidate("published", "2026-03-01T08:00:00Z", "json-ld datePublished")]
    stage = NormaliseDates(Lamp(**arguments))
    if kept:
        assert stage.process_item(story) is story
    else:
        with pytest.raises(OutOfRange):
            stage.process_item(story)


def test_a_known_story_is_matched_by_address_and_by_text(run: RunRecord) -> None:
    SaveToSqlite(run).process_item(made_story())
    stage = MatchDuplicates(run)
    same_address, same_text = made_story(body="Other words."), made_story(url="https://lamp.example/2")
    stage.process_item(same_address)
    stage.process_item(same_text)
    assert (same_address.known, same_text.known) == (1, 1)
    other = made_story(url="https://lamp.example/3", body="Other words.")
    stage.process_item(other)
    assert other.known is None


def test_an_entry_s_passages_are_held_against_the_story_it_led_to(run: RunRecord) -> None:
    story = made_story()
    story.entry = entry()
    CheckExcerpts(run).process_item(story)
    first, second = story.entry.passages
    assert (first.fidelity, second.fidelity) == ("exact", "altered")
    assert story.read.body[first.story_start : first.story_end].endswith("Lena Ruiz")
    assert second.differences == [("reason", "explanation")]


def test_an_entry_alone_is_held_against_a_story_stored_before(run: RunRecord) -> None:
    SaveToSqlite(run).process_item(made_story())
    alone = entry()
    CheckExcerpts(run).process_item(alone)
    assert [passage.fidelity for passage in alone.passages] == ["exact", "altered"]


def test_a_story_and_its_entry_are_saved_together_and_joined(run: RunRecord) -> None:
    story = made_story()
    story.entry = entry()
    story.entry.source_state = "found"
    CheckExcerpts(run).process_item(story)
    SaveToSqlite(run).process_item(story)
    (row,) = run.store.rows("SELECT url, story, source_state FROM entries")
    assert row == {"url": ENTRY_URL, "story": 1, "source_state": "found"}
    assert run.store.rows("SELECT number, fidelity FROM passages") == [
        {"number": 1, "fidelity": "exact"},
        {"number": 2, "fidelity": "altered"},
    ]
    assert run.counts["new"] == 2


def test_a_story_whose_write_fails_leaves_nothing(run: RunRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    story = made_story()
    story.entry = entry()
    story.entry.title = object()  # type: ignore[assignment] -- nothing that SQLite can hold
    with pytest.raises(Exception, match="type 'object' is not supported"):
        SaveToSqlite(run).process_item(story)
    for table in ("stories", "entries", "quotes", "dates", "versions", "urls"):
        assert run.store.db[table].count == 0, table
