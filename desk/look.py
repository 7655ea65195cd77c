"""Datasette's connections, each asked for one state of the database at a time."""

import sqlite3
from collections.abc import Callable
from typing import TypeVar

from datasette.app import Datasette
from datasette.utils import sqlite_timelimit

from desk.metadata import NAME
from desk.snapshot import Snapshot

Found = TypeVar("Found")
MILLISECONDS = 10_000  # of a page at most, so that none keeps the others waiting for good


async def look(datasette: Datasette, work: Callable[[Snapshot], Found]) -> Found:
    """What `work` makes of the database as it stands."""

    def at_once(connection: sqlite3.Connection) -> Found:
        connection.execute("BEGIN")
        try:
            with sqlite_timelimit(connection, MILLISECONDS):
                return work(Snapshot(connection))
        finally:
            connection.rollback()

    found: Found = await datasette.get_database(NAME).execute_fn(at_once)
    return found
