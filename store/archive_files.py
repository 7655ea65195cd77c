"""The files of the archive: which of them records rest on, and how the others go when their time is over.

A file goes as a whole or stays as it was written: no record of it moves, so that no pointer can break, wherever a prune
is killed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from store.connection import file_at
from store.database import Store
from store.revisits import repeated_by
from store.tables import Row, stamp
from store.warc_records import is_warc
from stories.text import many

NAME = re.compile(r"(.+)-(\d{8}T\d{6}Z)-(\d+)(?:-\d{5})?\.warc\.gz")  # as a run names its files
POINTED = """
WITH pointed AS (SELECT page FROM stories UNION SELECT page FROM versions UNION SELECT page FROM entries)
SELECT archive, count(pointed.page) AS pages FROM pages LEFT JOIN pointed ON pointed.page = pages.id
WHERE archive IS NOT NULL GROUP BY archive
"""
RUNS = "SELECT id, spider, started, finished FROM runs"
AT_WORK = "SELECT spider, started FROM runs WHERE finished IS NULL AND started > ? ORDER BY id DESC LIMIT 1"
FORGET = "UPDATE pages SET archive = NULL, offset = NULL WHERE archive = ?"
DEAD = timedelta(days=1)  # a run without an end that began earlier was killed


class AtWorkError(Exception):
    """A run is at work, which may be reading what would go; the message says which."""


@dataclass(slots=True, frozen=True)
class ArchiveFile:
    """A file that a run of this database wrote. size: bytes. pages: those of it that a record points at.

    named: how the database names it. ended: when the run ended; of one that was killed, when it last wrote.
    """

    path: Path
    size: int
    pages: int
    named: tuple[str, ...]
    ended: datetime


def archive_files(store: Store, folder: Path) -> list[ArchiveFile]:
    """The files in the archive's folder that runs of this database wrote, by name; of others nothing is known."""
    runs = {row["id"]: row for row in store.rows(RUNS)}
    pages: dict[object, int] = {}
    names: dict[object, tuple[str, ...]] = {}
    for row in store.rows(POINTED):
        file = file_at(store.path.parent / row["archive"])  # whatever way it is written
        pages[file] = pages.get(file, 0) + row["pages"]
        names[file] = (*names.get(file, ()), row["archive"])
    found = []
    for path in sorted(folder.glob("*.warc.gz")):
        run = _run_of(path.name, runs)
        if run and (file := file_at(path)):
            told = path.stat()
            written = datetime.fromtimestamp(told.st_mtime, UTC)
            ended = datetime.fromisoformat(run["finished"]) if run["finished"] else written
            found.append(ArchiveFile(path, told.st_size, pages.get(file, 0), names.get(file, ()), ended))
    return found


def prune(store: Store, folder: Path, before: datetime) -> list[ArchiveFile]:
    """Remove the files of runs that ended before a time, that no record and no revisit in another file points at.

    Pages of rejects that lie in them are known as not archived then. Raises AtWorkError where a run is at work.
    """
    none_at_work(store)
    going = {one.path.name: one for one in _unused(store, folder, before)}
    staying = [path for path in folder.glob("*") if is_warc(path.name) and path.name not in going]
    while staying and going:
        staying = [going.pop(name).path for name in _repeated(staying) if name in going]
    with store.transaction():
        none_at_work(store)
        gone = [one for one in _unused(store, folder, before) if one.path.name in going]
        for name in (name for one in gone for name in one.named):
            store.db.execute(FORGET, [name])
    for one in gone:  # what is not removed now is without a pointer, and goes the next time
        one.path.unlink(missing_ok=True)
    return gone


def _unused(store: Store, folder: Path, before: datetime) -> list[ArchiveFile]:
    return [one for one in archive_files(store, folder) if not one.pages and one.ended < before]


def none_at_work(store: Store) -> None:
    """Raises AtWorkError where a run began in the last day and has no end: it may be at work, or was killed."""
    row = store.row(AT_WORK, stamp(datetime.now(UTC) - DEAD))
    if row:
        raise AtWorkError(
            f"a run of {row['spider']} began at {row['started']} and has not ended: nothing was removed; "
            "prune when it has (one that was killed is counted for a day)"
        )


def _repeated(paths: Iterable[Path]) -> set[str]:
    return {name for path in paths for name in repeated_by(path)}


def _run_of(name: str, runs: dict[int, Row]) -> Row | None:
    """The run that a file is named after; None where it is not of this database."""
    told = NAME.fullmatch(name)
    row = runs.get(int(told[3])) if told else None
    if told is None or row is None or row["spider"] != told[1]:
        return None
    written = datetime.strptime(told[2], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return row if abs(datetime.fromisoformat(row["started"]) - written) < timedelta(minutes=1) else None


def sizes(files: Iterable[ArchiveFile]) -> str:
    """How many files, and how large they are together."""
    held = list(files)
    return f"{many(len(held), 'file')}, {sum(one.size for one in held) / 10**6:.1f} MB"


def held_in(store: Store, folder: str) -> list[str]:
    """What the archive holds, in a line; none where runs of this database wrote no file there."""
    files = archive_files(store, Path(folder).absolute()) if folder and Path(folder).is_dir() else []
    unused = [one for one in files if not one.pages]
    return (
        [f"archive: {sizes(files)} ({sizes(unused)} without a page of a record) in {folder}"] if files else []
    )
