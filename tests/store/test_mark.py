"""A database that is overwritten in place while a run writes to it is known by what stands in the file itself."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from runs.run import Run
from store.database import Store
from tests.making import made_story, match_and_save


def write(store: Store, stories: int = 12) -> None:
    for number in range(stories):
        with store.transaction():
            match_and_save(
                store, made_story(f"https://lamp.example/{number}", f"Hall {number} stood still. " * 40)
            )


def by_cp(copy: Path, path: Path) -> None:
    shutil.copyfile(copy, path)


def by_sqlite(copy: Path, path: Path) -> None:
    source, target = sqlite3.connect(copy), sqlite3.connect(path)
    source.backup(target)
    source.close()
    target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    target.close()


@pytest.mark.parametrize(
    ("overwrite", "when"), [(by_cp, "before"), (by_sqlite, "before"), (by_cp, "during")]
)  # by SQLite during the run, it is a change as any other
def test_a_database_written_over_ends_the_run(
    tmp_path: Path, overwrite: Callable[[Path, Path], None], when: str
) -> None:
    path, copy = tmp_path / "c.db", tmp_path / "copy.db"
    Store(path).close()
    if when == "before":
        shutil.copyfile(path, copy)
    store = Store(path)
    run = Run(store, "lamp")
    run.look()
    if when == "during":  # the run's own row is in it
        store.db.execute("PRAGMA wal_checkpoint(PASSIVE)")
        shutil.copyfile(path, copy)
    write(store)
    store.db.execute("PRAGMA wal_checkpoint(PASSIVE)")
    run.look()
    assert not run.findings.fatal
    write(store, 20)  # which is in the log alone
    overwrite(copy, path)
    run.look()
    assert f"the database {path} was overwritten while it was in use" in run.findings.fatal
    store.close()
    left = Store(path)
    assert left.rows("PRAGMA integrity_check") == [{"integrity_check": "ok"}]
    assert not left.rows("SELECT 1 FROM stories"), "the copy is as it was"
    left.close()


def test_an_error_of_a_database_written_over_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    store = Store(path)
    Run(store, "lamp")
    path.write_bytes(b"nothing" * 9000)
    assert "was overwritten while it was in use" in store.unusable(sqlite3.DatabaseError("malformed"))


def test_whoever_writes_and_reads_beside_a_run_is_no_other_database(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    store, other = Store(path), Store(path)
    reader = sqlite3.connect(path)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM runs").fetchone()  # holds the log where it was
    run = Run(store, "lamp")
    for number in range(30):
        write(other if number % 2 else store, 1 + number % 3)
        if number == 10:
            reader.close()
        if number % 7 == 0:
            other.db.execute("PRAGMA wal_checkpoint(TRUNCATE)") if number > 10 else None
        run.look()
        assert not run.findings.fatal
    other.db.execute("VACUUM")
    run.look()
    assert not run.findings.fatal
