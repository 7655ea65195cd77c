"""The database at one moment: all that one page shows is read from one state of it, whatever a crawl writes meanwhile."""

import sqlite3
from collections.abc import Iterator
from typing import Any

Row = dict[str, Any]


class Snapshot:
    """Rows as dictionaries, out of a connection that is in a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, parameters: tuple[object, ...] | Row = ()) -> list[Row]:
        """The rows of a query."""
        return list(self.each(sql, parameters))

    def each(self, sql: str, parameters: tuple[object, ...] | Row = ()) -> Iterator[Row]:
        """The rows of a query, one after the other."""
        cursor = self._connection.execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        for row in cursor:
            yield dict(zip(names, row, strict=True))

    def names(self, sql: str) -> list[str]:
        """The names of a query's columns."""
        return [column[0] for column in self._connection.execute(sql).description]

    def row(self, sql: str, parameters: tuple[object, ...] | Row = ()) -> Row | None:
        """The first row of a query, or None."""
        return next(iter(self.rows(sql, parameters)), None)

    def value(self, sql: str, parameters: tuple[object, ...] | Row = ()) -> Any:
        """The first value of the first row, or None."""
        found = self._connection.execute(sql, parameters).fetchone()
        return found[0] if found else None
