"""The database at one moment: all that one page shows is read from one state of it, whatever a crawl writes meanwhile."""

import sqlite3
from collections.abc import Callable
from typing import Any, TypeVar

from datasette.app import Datasette
from datasette.utils import sqlite_timelimit

from desk.metadata import NAME

Row = dict[str, Any]
Found = TypeVar("Found")
MILLISECONDS = 10_000  # of a page at most, so that none keeps the others waiting for good


class Snapshot:
    """Rows as dictionaries, out of a connection that is in a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, parameters: tuple[object, ...] | Row = ()) -> list[Row]:
        """The rows of a query."""
        cursor = self._connection.execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def row(self, sql: str, parameters: tuple[object, ...] | Row = ()) -> Row | None:
        """The first row of a query, or None."""
        return next(iter(self.rows(sql, parameters)), None)

    def value(self, sql: str, parameters: tuple[object, ...] | Row = ()) -> Any:
        """The first value of the first row, or None."""
        found = self._connection.execute(sql, parameters).fetchone()
        return found[0] if found else None


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
