"""A database that is not what is expected is told so: what was found, where, and what to do."""

import errno
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from store.database import Store, broken
from store.trouble import StoreError, advice


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a new database."""
    path = tmp_path_factory.mktemp("sound") / "c.db"
    Store(path).close()
    return path.read_bytes()


def refusal(path: Path) -> str:
    with pytest.raises(StoreError) as refused:
        Store(path)
    assert str(path) in str(refused.value)
    assert "space" not in str(refused.value)
    return str(refused.value)


def changed(path: Path, sql: str) -> Path:
    other = sqlite3.connect(path)
    other.executescript(sql)
    other.close()
    return path


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("DROP TABLE dates", "the table dates is missing"),
        ("ALTER TABLE runs DROP COLUMN note", "the table runs has no column note"),
        (
            "DROP TABLE hosts; CREATE TABLE hosts (host, until)",
            "the column hosts.host is of type none, not TEXT",
        ),
        (
            "DROP TABLE hosts; CREATE TABLE hosts (host TEXT)",
            "the column hosts.host is not part of the primary key",
        ),
        ("ALTER TABLE hosts RENAME TO guests", "the table hosts is missing"),
        ("DROP TRIGGER stories_ai", "the trigger stories_ai is missing"),
        ("DROP VIEW distinct_stories", "the view distinct_stories is missing"),
        ("DROP TABLE stories_fts", "the table stories_fts is missing"),
        (
            "DROP TABLE quotes; DELETE FROM _sqlite_migrations WHERE name = 'm003_stance';"
            "ALTER TABLE entry_quotes DROP COLUMN stance",
            "the table quotes is missing",
        ),
        (
            "DROP TABLE locks; CREATE TABLE locks (name TEXT PRIMARY KEY, beat TEXT, owner TEXT, clock REAL, "
            "run INTEGER, mood TEXT NOT NULL)",
            "the column locks.mood must be filled, and Cuttings does not know it",
        ),
    ],
)
def test_tables_that_were_changed_are_named(sound: bytes, sql: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    path.write_bytes(sound)
    told = refusal(changed(path, sql))
    assert said in told
    assert "put back a copy of it, or name another file with -s CUTTINGS_DB=FILE" in told


def test_what_a_person_added_does_no_harm(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    path.write_bytes(sound)
    changed(
        path,
        "ALTER TABLE stories ADD COLUMN mine TEXT; CREATE TABLE notes (text); CREATE INDEX i ON runs (note)",
    )
    assert Store(path).rows("SELECT mine FROM stories") == []


def test_a_table_of_another_program_is_named_with_its_columns(tmp_path: Path) -> None:
    told = refusal(changed(tmp_path / "c.db", "CREATE TABLE stories (id, headline, editor, mood)"))
    assert "was not made by Cuttings" in told
    assert "stories (with id, headline, editor)" in told
    assert sqlite3.connect(tmp_path / "c.db").execute("SELECT count(*) FROM sqlite_master").fetchone() == (1,)


def test_of_many_differences_the_first_are_told(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    path.write_bytes(sound)
    tables = ("dates", "hosts", "locks", "ledger", "companies")
    told = refusal(changed(path, "".join(f"DROP TABLE {table};" for table in tables)))
    assert "; and 5 more" in told


def test_a_text_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("not a database at all, but a long enough text file" * 40)
    assert "no SQLite database: look whether it is the right one" in refusal(tmp_path / "notes.db")


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert "look whether its folder is there" in refusal(tmp_path)


def test_a_damaged_file_is_said_to_be_damaged(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    path.write_bytes(sound[:100] + b"\xff" * (len(sound) - 100))
    assert "the file is damaged" in refusal(path)


def full(db: sqlite3.Connection) -> None:
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    db.execute(f"PRAGMA max_page_count = {pages}")
    db.execute("INSERT INTO runs (note) VALUES (?)", ["word " * 9000])


def read_only(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA query_only = ON")
    db.execute("INSERT INTO runs (note) VALUES ('')")


def busy(db: sqlite3.Connection) -> None:
    (path,) = db.execute("SELECT file FROM pragma_database_list").fetchone()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    db.execute("PRAGMA busy_timeout = 1")
    db.execute("INSERT INTO runs (note) VALUES ('')")


def other_tables(db: sqlite3.Connection) -> None:
    db.execute("SELECT mood FROM runs")


@pytest.mark.parametrize(
    ("fail", "said"),
    [
        (full, "the disk is full"),
        (read_only, "may not be written: look at the permissions"),
        (busy, "another program holds it"),
        (other_tables, "its tables are not those"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_advice_fits_the_trouble(
    fail: Callable[[sqlite3.Connection], None], said: str, sound: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "c.db"
    path.write_bytes(sound)
    store = Store(path)
    with pytest.raises(sqlite3.OperationalError) as caught:
        fail(store.db.conn)
    assert broken(caught.value)
    told = store.unusable(caught.value)
    assert said in told
    assert str(path) in told
    assert ("free some space" in told) == (fail is full)
    assert ("cannot be written" in told) == (fail in (full, read_only))


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("ENOSPC", "free some space"),
        ("EROFS", "permissions"),
        ("EACCES", "permissions"),
        ("EIO", "share failed"),
    ],
)
def test_the_advice_fits_the_trouble_of_a_file(number: str, said: str) -> None:
    assert said in advice(OSError(getattr(errno, number), "it failed"))


def test_an_unknown_trouble_is_not_blamed_on_space() -> None:
    assert "space" not in advice(RuntimeError("odd"))
    assert "space" not in advice(sqlite3.OperationalError("of unknown code"))


def test_a_database_is_opened_by_several_threads(tmp_path: Path) -> None:
    Store(tmp_path / "c.db").close()
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(lambda: Store(tmp_path / "c.db").close()).result() is None
