"""The records of a bundle, as they are stored: rows by table, and the pages that they point at."""

import json
from collections.abc import Iterable, Sequence

from store.database import Store
from store.named_record import NamedRecord
from store.tables import Row

Records = dict[str, list[Row]]
OF_STORY = ("urls", "translations", "dates", "quotes", "versions", "changes", "quote_changes")
OF_ENTRY = ("passages", "verdicts", "entry_quotes", "companies")
PAGES = """
SELECT * FROM pages WHERE id IN (SELECT page FROM stories WHERE id IN (SELECT value FROM json_each(:stories))
UNION SELECT page FROM versions WHERE story IN (SELECT value FROM json_each(:stories))
UNION SELECT page FROM entries WHERE id IN (SELECT value FROM json_each(:entries))) ORDER BY id
"""
RUNS = "SELECT * FROM runs WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
OWN = ("archive", "offset")  # of a page: where the desk keeps it; in the bundle it lies elsewhere


def records_of(store: Store, named: Iterable[NamedRecord]) -> Records:
    """The records and all that belongs to them; the source of an entry comes with it."""
    entries = sorted({one.key for one in named if one.table == "entries"})
    stories = {one.key for one in named if one.table == "stories"}
    sources = _rows(store, "entries", "id", entries)
    stories |= {row["story"] for row in sources if row["story"]}
    keys = sorted(stories)
    found = {"stories": _rows(store, "stories", "id", keys), "entries": sources}
    found |= {table: _rows(store, table, "story", keys) for table in OF_STORY}
    found |= {table: _rows(store, table, "entry", entries) for table in OF_ENTRY}
    found["pages"] = store.rows(PAGES, stories=json.dumps(keys), entries=json.dumps(entries))
    runs = sorted({row["run"] for row in found["pages"] if row["run"]})
    found["runs"] = store.rows(RUNS, json.dumps(runs))
    return found


def _rows(store: Store, table: str, owner: str, keys: Sequence[int]) -> list[Row]:
    sql = f"SELECT * FROM {table} WHERE {owner} IN (SELECT value FROM json_each(?)) ORDER BY rowid"  # noqa: S608
    return store.rows(sql, json.dumps(keys))


def owned(records: Records, table: str, owner: str, key: int) -> list[Row]:
    """The rows of a table that belong to one record, in their order."""
    return [row for row in records[table] if row[owner] == key]
