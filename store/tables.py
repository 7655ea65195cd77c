"""The tables of an open database: rows read and written, one transaction at a time."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store.location import located
from store.schema import TABLES
from stories.page import Page

if TYPE_CHECKING:
    from sqlite_utils import Database  # which takes its time, and a command that opens no database needs none

Row = dict[str, Any]
State = tuple[int, int]
VALUES = 900  # of one statement; SQLite before 3.32 takes 999


def stamp(time: datetime) -> str:
    """A time as the tables keep it: ISO 8601, UTC, whole seconds."""
    return time.astimezone(UTC).isoformat(timespec="seconds")


class Tables:
    """Those of the database at `path`. db: its connection."""

    path: Path
    db: "Database"

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, with the right to write taken at the start, so that what was read stays true.

        Inside another transaction it is a part of that one.
        """
        if self.db.conn.in_transaction:
            yield
            return
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.rollback()
            raise
        self.db.execute("COMMIT")

    def rows(self, sql: str, *parameters: object, **named: object) -> list[Row]:
        """The rows of a query. parameters: the values of its `?`; named: those of its `:name`."""
        return list(self.db.query(sql, named or parameters))

    def row(self, sql: str, *parameters: object, **named: object) -> Row | None:
        """The first row of a query, or None."""
        return next(iter(self.rows(sql, *parameters, **named)), None)

    def addresses(self, urls: Iterable[str]) -> list[Row]:
        """Those rows of `urls` whose address is one of these."""
        asked = json.dumps(list(urls))
        return self.rows("SELECT * FROM urls WHERE url IN (SELECT value FROM json_each(?))", asked)

    def add(self, table: str, row: Mapping[str, object]) -> int:
        """Insert a row; returns its rowid, which is its id where the table has one."""
        return self.db.conn.execute(_insert(table, row), list(row.values())).lastrowid or 0

    def add_all(self, table: str, rows: Sequence[Mapping[str, object]]) -> None:
        """Insert rows that have the same columns, as many at a time as a statement takes.

        Not one by one: after each statement FTS5 writes what triggers gave it, and later merges what it wrote.
        """
        most = VALUES // len(rows[0]) if rows else 1
        for start in range(0, len(rows), most):
            some = rows[start : start + most]
            values = [value for row in some for value in row.values()]
            self.db.conn.execute(_insert(table, rows[0], len(some)), values)

    def change(self, table: str, key: int, row: Mapping[str, object]) -> None:
        """Set columns of the row with this id."""
        names = ", ".join(f'"{name}" = ?' for name in row)
        self.db.conn.execute(f'UPDATE "{table}" SET {names} WHERE id = ?', [*row.values(), key])  # noqa: S608

    def upsert(self, table: str, row: Mapping[str, object]) -> None:
        """Insert a row, or set its columns where its primary key is there already."""
        self.db.table(table).upsert(dict(row), pk=TABLES[table].pk)

    def replace(self, table: str, owner: str, key: int, rows: Iterable[Mapping[str, object]]) -> None:
        """Make `rows` the only rows of `table` whose column `owner` is `key`."""
        with self.transaction():
            self.db.conn.execute(f'DELETE FROM "{table}" WHERE "{owner}" = ?', [key])  # noqa: S608
            self.add_all(table, [{owner: key, **row} for row in rows])

    def state(self) -> State:
        """A value that is another one after any write to the database, by this process or by others."""
        return self.db.execute("PRAGMA data_version").fetchone()[0], self.db.conn.total_changes

    def page_id(self, page: Page) -> int | None:
        """The id of the page's row, or None where it has none."""
        kept = self.row(
            "SELECT id FROM pages WHERE url = ? AND fetched = ? AND sha256 = ?",
            page.url,
            stamp(page.fetched),
            page.sha256,
        )
        return int(kept["id"]) if kept else None

    def keep_page(self, page: Page, run: int | None) -> int:
        """The id of the page's row; one capture in an archive is one row, however often it is read."""
        if kept := self.page_id(page):
            return kept
        archive = located(page.archive) if page.archive else None
        if isinstance(archive, Path) and archive.is_relative_to(self.path.parent):
            archive = archive.relative_to(self.path.parent)  # so that the folder can be moved as one
        return self.add(
            "pages",
            {
                "url": page.url,
                "fetched": stamp(page.fetched),
                "status": page.status,
                "etag": page.etag,
                "last_modified": page.last_modified,
                "sha256": page.sha256,
                "archive": str(archive) if archive else None,
                "offset": page.offset,
                "run": run,
            },
        )

    def drop_pages(self, keys: Iterable[int]) -> None:
        """Delete those of these rows of `pages` that no record and no reject points at."""
        asked = json.dumps(list(keys))
        unused = " AND ".join(
            f"NOT EXISTS (SELECT 1 FROM {table} WHERE {table}.page = pages.id)"  # noqa: S608
            for table in ("stories", "versions", "entries", "rejects")
        )
        sql = f"DELETE FROM pages WHERE id IN (SELECT value FROM json_each(?)) AND {unused}"  # noqa: S608
        self.db.execute(sql, [asked])

    def reject(
        self, url: str, stage: str, reason: str, detail: str, run: int | None, page: Page | None = None
    ) -> None:
        """Record that a page became no record, and why; the same finding on the same page is recorded once."""
        with self.transaction():
            key = self.keep_page(page, run) if page else None
            row = {"page": key, "url": url, "stage": stage, "reason": reason, "detail": detail[:2000]}
            if key and self.row(
                "SELECT 1 FROM rejects WHERE page = ? AND stage = ? AND reason = ?", key, stage, reason
            ):
                return
            self.add("rejects", row | {"run": run})


def _insert(table: str, row: Mapping[str, object], many: int = 1) -> str:
    """The statement that inserts so many of such rows; SQLite keeps those that it has prepared."""
    names, places = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
    return f'INSERT INTO "{table}" ({names}) VALUES {", ".join([f"({places})"] * many)}'  # noqa: S608 -- names of ours
