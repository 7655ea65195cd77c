"""The database at one moment: all that one page shows is read from one state of it, whatever a crawl writes meanwhile."""

import sqlite3
from collections.abc import Callable, Iterator
from typing import Any, TypeVar, cast

Row = dict[str, Any]
Figure = TypeVar("Figure")


class Reader(sqlite3.Connection):
    """A connection that remembers figures, each with the state of the database that it is of."""

    kept: dict[str, tuple[int, object]]


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

    def kept(self, name: str, make: Callable[["Snapshot"], Figure]) -> Figure:
        """What `make` makes of it, remembered until another connection has written to the database.

        SQLite's `PRAGMA data_version` tells that; it begins the transaction's reading, so that both are of one state.
        """
        state = self.value("PRAGMA data_version")
        remembered = getattr(self._connection, "kept", {})
        if name not in remembered or remembered[name][0] != state:
            remembered[name] = (state, make(self))
        return cast("Figure", remembered[name][1])

    def value(self, sql: str, parameters: tuple[object, ...] | Row = ()) -> Any:
        """The first value of the first row, or None."""
        found = self._connection.execute(sql, parameters).fetchone()
        return found[0] if found else None
