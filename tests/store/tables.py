"""What a database holds, in the words of its records: without the numbers by which rows are known."""

from pathlib import Path

from store.database import Store
from store.schema import TABLES

NUMBERED = {"story": "stories", "other": "stories", "same_as": "stories", "entry": "entries", "page": "pages"}
PASSING = ("started", "finished", "note", "spider", "arguments")  # of a run


def rows_by_names(db: Path) -> dict[str, list[str]]:
    """The rows of each table, sorted; a story, an entry and a page by their addresses."""
    store = Store(db)
    names = {
        table: {row["id"]: row["url"] for row in store.rows(f"SELECT id, url FROM {table}")}  # noqa: S608
        for table in ("stories", "entries", "pages")
    }
    found = {}
    for table in TABLES:
        rows = store.rows(f'SELECT * FROM "{table}"')  # noqa: S608
        told = (
            {
                name: names[NUMBERED[name]].get(value, value) if name in NUMBERED else value
                for name, value in row.items()
                if name != "id" and not (table == "runs" and name in PASSING)
            }
            for row in rows
        )
        found[table] = sorted(map(repr, told))
    store.close()
    return found
