"""What to say of an error of the database or its file: what is the matter, and what a person can do about it."""

import errno
import sqlite3
from pathlib import Path

FULL = "the disk is full, or its quota used up: free some space, then run it again"
READ_ONLY = (
    "it may not be written: look at the permissions of the file and of its folder, "
    "and whether the disk is read-only"
)
FAILING = (
    "the disk or the network share failed, or a limit was met: look at the system's log, the free space and "
    "the limit of file sizes (ulimit -f)"
)
NOWHERE = "look whether its folder is there and may be entered and written, and whether the disk is read-only"
BUSY = "another program holds it: wait until that has ended, or end it, then run it again"
DAMAGED = "the file is damaged: put back a copy, or save what can be read with: sqlite3 FILE .recover | sqlite3 NEW.db"
FOREIGN = "the file is no SQLite database: look whether it is the right one"
TABLES = (
    "its tables are not those that its Cuttings made: another program changed them; put back a copy of it"
)
UNKNOWN = "look at the file, and at the message above"

BY_CODE = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_AUTH: READ_ONLY,
    sqlite3.SQLITE_IOERR: FAILING,
    sqlite3.SQLITE_CANTOPEN: NOWHERE,
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_PROTOCOL: BUSY,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: FOREIGN,
    sqlite3.SQLITE_ERROR: TABLES,
    sqlite3.SQLITE_SCHEMA: TABLES,
}
BY_NUMBER = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: FAILING,
    errno.EIO: FAILING,
    errno.EROFS: READ_ONLY,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.ENOENT: NOWHERE,
    errno.ENOTDIR: NOWHERE,
    errno.EEXIST: NOWHERE,
}
ANOTHER = "name another file with -s CUTTINGS_DB=FILE"


class StoreError(Exception):
    """The database cannot be used; the message says which file, why, and what to do."""


def advice(error: object) -> str:
    """What to do about an error of SQLite or of the file system."""
    if isinstance(error, OSError):
        return BY_NUMBER.get(error.errno or 0, UNKNOWN)
    code = getattr(error, "sqlite_errorcode", None)
    return (
        UNKNOWN if code is None else BY_CODE.get(code & 0xFF, UNKNOWN)
    )  # the low byte is the kind of an extended code


def writing(error: object) -> bool:
    """Whether an error says that nothing can be written, though what is there may be sound."""
    return advice(error) in (FULL, READ_ONLY, FAILING)


def unusable(path: str | Path, error: object) -> str:
    """What to say of an error that means that a database cannot be used any more."""
    if isinstance(error, OSError):
        return f"a file cannot be written ({error}); {advice(error)}"
    verb = "written" if writing(error) else "used"
    return f"the database {path} cannot be {verb} ({error}); {advice(error)}"
