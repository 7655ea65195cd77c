"""The database: the only code that opens it."""

import errno
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store.connection import connect, file_at, use_wal
from store.location import located
from store.mark import Mark
from store.schema import TABLES
from store.trouble import advice, unusable
from stories.page import Page

if TYPE_CHECKING:
    pass

Row = dict[str, Any]
State = tuple[int, int]
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}
ANOTHER = "name another file with -s CUTTINGS_DB=FILE"
LOST = (
    "what was saved since is not in it; restore while nothing runs, as docs/running.md says, and run it again"
)


BUSY_SECONDS = 60  # several outlets' processes write to one file


class StoreError(Exception):
    """The database cannot be used; the message says which file, why, and what to do."""


def stamp(time: datetime) -> str:
    """A time as the tables keep it: ISO 8601, UTC, whole seconds."""
    return time.astimezone(UTC).isoformat(timespec="seconds")


def broken(error: BaseException | None) -> bool:
    """Whether an error means that nothing can be kept any more: a full disk, a damaged database, a lost folder."""
    if isinstance(error, OSError):
        return error.errno in NO_ROOM
    return isinstance(error, sqlite3.OperationalError) or type(error) is sqlite3.DatabaseError


def must_exist(path: Path) -> None:
    """Raises StoreError where there is no database at `path`, which only a crawl makes."""
    if path.is_dir():
        raise StoreError(f"{path} is a folder, not a database: name a file with -s CUTTINGS_DB=FILE")
    if path.is_file() and path.stat().st_size:
        return
    what = f"the database {path} is empty" if path.exists() else f"there is no database {path}"
    raise StoreError(
        f"{what}: a crawl makes it (python -m scrapy crawl bbc), or name another with -s CUTTINGS_DB=FILE"
    )


class Store:
    """The database at `path`, created or migrated when it is opened.

    new: whether it may be made; of those who only read or judge, it must be there. Raises StoreError where the file is
    not there then, cannot be opened, is no database, or was made by a newer Cuttings.
    """

    file: tuple[int, int] | None = None
    mark: Mark | None = None

    def __init__(self, path: str | Path, new: bool = True) -> None:
        self.path = Path(path).absolute()
        if not new:
            must_exist(self.path)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.db = connect(self.path, BUSY_SECONDS)
            self._open()
            self.file = file_at(self.path)
        except (OSError, sqlite3.Error) as error:
            raise StoreError(
                f"cannot use the database {self.path}: {error}; {advice(error)}, or {ANOTHER}"
            ) from error

    def _open(self) -> None:
        use_wal(self.db, BUSY_SECONDS)
        for pragma in ("synchronous = NORMAL", "foreign_keys = ON"):
            self.db.execute(f"PRAGMA {pragma}")
        from store.upgrade import upgrade  # which writes through this class

        upgrade(self)

    def unusable(self, error: object) -> str:
        """What to say of an error that means so."""
        return self.replaced() or unusable(self.path, error)

    def watch(self, run: int, started: str) -> None:
        """Know the file from now on by the row of the run that writes it."""
        self.db.execute(
            "PRAGMA wal_checkpoint(PASSIVE)"
        )  # the row is in the file, unless somebody is reading it
        self.mark = Mark(self.path, run, started)

    def replaced(self) -> str:
        """What to say where another file, or none, stands at the path by now, or another was copied over it; empty where
        it is the one in use.

        What is written then goes where nobody will look for it.
        """
        found = file_at(self.path)
        if found != self.file:
            what = "replaced" if found else "removed"
        elif self.mark and self.mark.gone():
            what = "overwritten"
        else:
            return ""
        return f"the database {self.path} was {what} while it was in use: {LOST}"

    def close(self) -> None:
        """Close the connection; SQLite folds the write-ahead log into the file."""
        if self.file and file_at(self.path) != self.file:
            # SQLite leaves the log of a file that was moved, and would fold it into whatever stands there next
            with suppress(sqlite3.Error):
                self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        elif self.mark and self.mark.gone():
            with suppress(OSError):  # what stands there now is not what the log belongs to
                os.truncate(f"{self.path}-wal", 0)
        self.db.close()

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
            for row in rows:
                self.add(table, {owner: key, **row})

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


def _insert(table: str, row: Mapping[str, object]) -> str:
    """The statement that inserts such a row; SQLite keeps those that it has prepared."""
    names, places = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
    return f'INSERT INTO "{table}" ({names}) VALUES ({places})'  # noqa: S608 -- names of ours
