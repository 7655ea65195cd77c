"""The stages as settings.py numbers them: each one that is taken out is missed, of a story and of an entry.

An entry was read where it was found, so that stage 100 has nothing to do with one.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest
from scrapy.utils.misc import load_object

from engine.workers import Workers
from extensions import OutOfRange, RunRecord
from pipelines.check_excerpts import CheckExcerpts
from pipelines.match_duplicates import MatchDuplicates
from pipelines.normalise_dates import NormaliseDates
from pipelines.read_page import ReadPage
from pipelines.save_to_sqlite import SaveToSqlite
from pipelines.stage import Item, Stage
from settings import ITEM_PIPELINES
from stories.entries import Entry
from stories.item import Story
from tests.making import LAMP, made_page
from tests.pipelines.test_stages import Lamp, entry, made_run, through

PAGE = Path(__file__).parent.parent.parent / "data" / "pages" / "bbc" / "cobalt-report.html"


@pytest.fixture
def run(tmp_path: Path) -> RunRecord:
    return made_run(tmp_path / "cuttings.db")


def dated_entry() -> Entry:
    return replace(entry(), published="2023-03-01")


def unread_story() -> Story:
    page = made_page(payload=PAGE.read_bytes())
    return Story(page, LAMP)


class Here:
    """Workers that work in this process."""

    async def run(self, function: Callable[..., Any], *given: Any) -> Any:
        return function(*given)


def numbered(run: RunRecord, left_out: str = "") -> list[Stage]:
    """The stages that settings.py names, in the order of their numbers, but one."""
    outcomes, workers = run.outcomes, cast("Workers", Here())
    made: dict[type[Stage], Callable[[], Stage]] = {
        ReadPage: lambda: ReadPage(outcomes, workers),
        NormaliseDates: lambda: NormaliseDates(outcomes, Lamp(since="2023-03-01").wants),
        MatchDuplicates: lambda: MatchDuplicates(outcomes, {}),
        CheckExcerpts: lambda: CheckExcerpts(outcomes),
        SaveToSqlite: lambda: SaveToSqlite(outcomes, {}),
    }
    kinds = [load_object(name) for name in sorted(ITEM_PIPELINES, key=lambda name: ITEM_PIPELINES[name])]
    return [made.get(kind, partial(kind, outcomes))() for kind in kinds if kind.__name__ != left_out]


@pytest.mark.parametrize("made", [unread_story, dated_entry])
def test_the_stages_of_the_settings_make_a_record(run: RunRecord, made: Callable[[], Item]) -> None:
    through(made(), *numbered(run))
    tables = [run.store.db[table].count for table in ("stories", "entries")]
    assert sorted(tables) == [0, 1]


@pytest.mark.parametrize(
    ("made", "left_out", "said"),
    [
        (unread_story, "ReadPage", "read_page comes first"),
        (unread_story, "NormaliseDates", "normalise_dates comes first"),
        (unread_story, "MatchDuplicates", "match_duplicates comes first"),
        (unread_story, "CheckExcerpts", "check_excerpts comes first"),
        (dated_entry, "MatchDuplicates", "match_duplicates comes first"),
        (dated_entry, "CheckExcerpts", "check_excerpts comes first"),
    ],
)
def test_no_stage_can_be_left_out(run: RunRecord, made: Callable[[], Item], left_out: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        through(made(), *numbered(run, left_out))
    assert run.store.db["stories"].count == run.store.db["entries"].count == 0


def test_an_entry_s_date_is_asked_for_by_normalise_dates(run: RunRecord) -> None:
    old = replace(entry(), published="2023-02-28")
    with pytest.raises(OutOfRange):
        through(old, *numbered(run))
    through(old, *numbered(run, "NormaliseDates"))
    assert run.store.db["entries"].count == 1


@pytest.mark.parametrize("made", [unread_story, dated_entry])
def test_nothing_is_written_before_save_to_sqlite(run: RunRecord, made: Callable[[], Item]) -> None:
    through(made(), *numbered(run, "SaveToSqlite"))
    assert run.store.db["stories"].count == run.store.db["entries"].count == 0
