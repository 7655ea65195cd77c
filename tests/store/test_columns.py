"""Every column is filled by something: the sample fills most, and the others are known."""

from pathlib import Path

import pytest

from store.database import Store
from store.schema import TABLES
from tests.once import made_once
from tests.sample import crawl_sample

UNFILLED = {  # what no page or run of the sample has
    "entries": {"archived", "archived_url"},  # TRY_INTERNET_ARCHIVE is off
    "hosts": {"*"},  # none refuses
    "judgements": {"*"},  # nobody joins or splits
    "ledger": {"etag", "last_modified", "reason"},
    "locks": {"*"},  # of runs at work
    "pages": {"etag", "last_modified"},  # no answer has such a header
    "pairs": {"*"},  # no two are alike
    "runs": {"alert", "cause", "example", "note"},  # all are well
    "shared_urls": {"*"},
    "stories": {"body_from", "correction", "doubt", "same_as"},
    "translations": {"*"},
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "sample", crawl_sample) / "sample.db"


def empty(store: Store, table: str) -> set[str]:
    """The columns of a table that are null or empty in each of its rows; "*" where it has no row."""
    if not store.db[table].count:
        return {"*"}
    sql = f"SELECT max({{}} IS NOT NULL AND {{}} != '') AS filled FROM {table}"  # noqa: S608
    columns = TABLES[table].columns
    return {name for name in columns if not (store.row(sql.format(name, name)) or {})["filled"]}


@pytest.mark.parametrize("table", TABLES)
def test_each_column_is_filled(sample: Path, table: str) -> None:
    store = Store(sample)
    assert empty(store, table) == UNFILLED.get(table, set())
