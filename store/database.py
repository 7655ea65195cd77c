"""The database: the only code that opens it."""

import errno
import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from store.connection import connect, file_at, use_wal
from store.mark import Mark
from store.tables import Tables
from store.trouble import ANOTHER, StoreError, advice, unusable

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}
LOST = (
    "what was saved since is not in it; restore while nothing runs, as docs/running.md says, and run it again"
)


BUSY_SECONDS = 60  # several outlets' processes write to one file


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


class Store(Tables):
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
        from store.upgrade import upgrade  # which is much, for a command that opens none

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
