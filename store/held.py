"""The database as it is held, for those who only look: nothing is written to it, nor beside it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from store.connection import connect
from store.database import Store, must_exist
from store.trouble import ANOTHER, StoreError, advice

BUSY_SECONDS = 2  # who only looks does not wait long
WAL = b"\2\2"  # bytes 18 and 19 of a file in write-ahead mode (SQLite's file format, 1.3)


class OlderError(StoreError):
    """The database was made by an older Cuttings."""


class HeldStore(Store):
    """The database at `path`, without the right to write.

    Raises StoreError where the file is not there, cannot be read, or does not have the tables of this Cuttings.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path).absolute()
        must_exist(self.path)
        try:
            self.still = _is_still(self.path)
            self.seen = self.path.stat().st_mtime_ns
            self.db = connect(read_only(self.path), BUSY_SECONDS)
            self._refuse()
        except (OSError, sqlite3.Error) as error:
            raise StoreError(f"cannot read the database {self.path}: {error}; {advice(error)}") from error

    def _refuse(self) -> None:
        from store.migrations import migrations  # with what `connect` imports
        from store.upgrade import refuse_newer, refuse_others

        refuse_newer(self)
        if not migrations.applied(self.db):
            raise StoreError(f"the database {self.path} was not made by Cuttings; {ANOTHER}")
        if migrations.pending(self.db):
            raise OlderError(
                f"the database {self.path} was made by an older Cuttings: the next crawl brings it up to date"
            )
        refuse_others(self)

    def changed(self) -> bool:
        """Whether another program wrote to a file that was read as it stood: then what was read means nothing."""
        try:
            return self.still and self.path.stat().st_mtime_ns != self.seen
        except OSError:
            return True


def read_only(path: Path) -> str:
    """The address by which SQLite opens a database and writes nothing. Raises OSError where there is none."""
    # A file that nobody has open is read as it stands: SQLite would make its log beside it
    still = "&immutable=1" if _is_still(path) else ""
    return f"file:{quote(os.fsencode(path))}?mode=ro{still}"


@contextmanager
def held(path: str | Path) -> Iterator[HeldStore]:
    """The database to be looked at. Raises StoreError where it cannot be, or where another program wrote meanwhile."""
    store = HeldStore(path)
    try:
        yield store
        if store.changed():
            raise StoreError(f"the database {store.path} was written to while it was read; ask again")
    except sqlite3.Error as error:
        raise StoreError(f"cannot read the database {store.path}: {error}; {advice(error)}") from error
    finally:
        store.close()


def _is_still(path: Path) -> bool:
    """Whether a database is in write-ahead mode and nothing stands in its log."""
    with path.open("rb") as file:
        mode = file.read(20)[18:]
    log = path.with_name(f"{path.name}-wal")
    return mode == WAL and not (log.exists() and log.stat().st_size)
