"""python -m tests.shrink DATABASE FILE.db.gz: a few records of a crawled sample, to test later migrations with.

It speaks SQL alone, so that it shrinks what the code of any commit has made.
"""

import gzip
import sqlite3
import sys
import tempfile
from pathlib import Path

ENTRIES = (
    "SELECT id FROM entries WHERE url LIKE '%58-men-freed-from-squid-boats' OR url LIKE '%dying-of-silicosis' "
    "OR url LIKE '%retired-crew'"
)
STORIES = f"SELECT story FROM entries WHERE story IS NOT NULL AND id IN ({ENTRIES})"  # noqa: S608


def shrink(database: Path, kept: Path) -> None:
    """Write a copy of `database` with three entries, their stories and what belongs to these; the rest is left out."""
    with tempfile.TemporaryDirectory() as folder:
        copy = sqlite3.connect(Path(folder) / "copy.db", isolation_level=None)
        source = sqlite3.connect(database)
        source.backup(copy)
        source.close()
        leave_out(copy)
        copy.close()
        kept.write_bytes(gzip.compress((Path(folder) / "copy.db").read_bytes(), 9, mtime=0))


def leave_out(db: sqlite3.Connection, entries: str = ENTRIES, stories: str = STORIES) -> None:
    """Leave only the entries and stories of these queries, and what belongs to them."""
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    columns = {name: {row[1] for row in db.execute(f"PRAGMA table_info({name})")} for name in tables}
    for table in tables:
        for key, chosen in (("entry", entries), ("story", stories)):
            if key in columns[table] and table != "entries":
                db.execute(f"DELETE FROM {table} WHERE {key} NOT IN ({chosen})")  # noqa: S608
    db.execute(f"DELETE FROM stories WHERE id NOT IN ({stories})")  # noqa: S608
    db.execute(f"DELETE FROM entries WHERE id NOT IN ({entries})")  # noqa: S608
    pointing = [table for table in tables if "page" in columns[table]]
    pages = " UNION ".join(f"SELECT page FROM {table} WHERE page IS NOT NULL" for table in pointing)  # noqa: S608
    db.execute(f"DELETE FROM pages WHERE id NOT IN ({pages})")  # noqa: S608
    db.execute("DELETE FROM locks")
    db.execute("DELETE FROM ledger WHERE url NOT IN (SELECT url FROM urls UNION SELECT url FROM entries)")
    for table in tables:
        if table.endswith("_fts"):
            db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608
    db.execute("PRAGMA journal_mode = DELETE")
    db.execute("VACUUM")


if __name__ == "__main__":
    shrink(Path(sys.argv[1]), Path(sys.argv[2]))
