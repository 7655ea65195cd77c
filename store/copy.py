"""A copy of a database, to be compared with or to be tried on."""

import sqlite3
from pathlib import Path

from store.connection import connect
from store.database import Store, must_exist
from store.held import BUSY_SECONDS, read_only
from store.trouble import StoreError, advice

IN_FULL = "UPDATE pages SET archive = ? || archive WHERE archive NOT LIKE '/%' AND archive NOT LIKE '%://%'"


def copy_database(path: Path, copy: Path) -> None:
    """Make a copy of the database at `path`, brought to today's tables; its pages name their archives in full.

    Nothing is written to the database, nor beside it. Raises StoreError where it cannot be read, or is none of ours.
    """
    must_exist(path)
    try:
        source, made = connect(read_only(path), BUSY_SECONDS), connect(copy, BUSY_SECONDS)
        try:
            source.conn.backup(made.conn)
        finally:
            made.close()
            source.close()
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"cannot read the database {path}: {error}; {advice(error)}") from error
    try:
        store = Store(copy)
    except StoreError as error:
        raise StoreError(str(error).replace(str(copy), str(path))) from error
    folder = f"{path.absolute().parent}/"
    store.db.execute(IN_FULL, [folder])
    store.close()
