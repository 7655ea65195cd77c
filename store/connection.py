"""Connections to SQLite files, which several processes write at once."""

import sqlite3
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def connect(file: Path | str, seconds: float) -> "Database":
    """A connection to a file or a `file:` address; it waits so long for others who write."""
    from sqlite_utils import (
        Database,
    )  # with NumPy, which takes time that a command without a database does not need

    # isolation_level None: transactions begin where Store says, never by themselves
    return Database(sqlite3.connect(file, timeout=seconds, isolation_level=None, uri=isinstance(file, str)))


def use_wal(db: "Database", seconds: float) -> None:
    """Switch to write-ahead logging. SQLite does not wait for others there, whatever the busy timeout says."""
    until = monotonic() + seconds
    while db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or monotonic() > until:
                raise
            sleep(0.05)


def file_at(path: Path) -> tuple[int, int] | None:
    """What tells the file at a path from others; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
