"""What is held is looked at, and never written to: sound, in use, locked, old, torn or not there."""

import gzip
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store import held as module
from store.held import held
from store.stored_sources import StoredSources
from store.trouble import StoreError
from tests.desk import Desk, entry, linked, named
from tests.making import LAMP, made_story

OLD = Path(__file__).parent / "databases" / "2a47669.db.gz"


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BUSY_SECONDS", 0)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a database with one story."""
    desk = Desk(tmp_path_factory.mktemp("sound") / "c.db")
    desk.story()
    desk.store.close()
    return desk.store.path.read_bytes()


@pytest.fixture
def db(tmp_path: Path, sound: bytes) -> Path:
    path = tmp_path / "a ü?#%.db"
    path.write_bytes(sound)
    return path


def files(folder: Path) -> dict[str, tuple[int, bytes]]:
    """All that is in a folder."""
    return {file.name: (file.stat().st_mtime_ns, file.read_bytes()) for file in folder.iterdir()}


@pytest.mark.parametrize(
    ("shown", "fidelity"),
    [(linked, "exact"), (named, "exact"), (entry, "unchecked")],
    ids=["link", "names", "neither"],
)
def test_an_entry_is_held_against_the_user_s_story_and_nothing_is_written(
    db: Path, shown: Callable[[], object], fidelity: str
) -> None:
    before, sources = files(db.parent), StoredSources(str(db), {"lamp": LAMP})
    checked = sources.checked(shown())
    assert {passage.fidelity for passage in checked.passages} == {fidelity}
    assert files(db.parent) == before
    assert not sources.told


def test_what_needs_no_source_asks_nobody(tmp_path: Path) -> None:
    sources = StoredSources(str(tmp_path / "none.db"), {})
    for item in (made_story(), entry("")):
        assert sources.checked(item) is item
    assert not sources.told


def test_the_entry_stays_as_it_was_read(db: Path) -> None:
    item = named()
    StoredSources(str(db), {"lamp": LAMP}).checked(item)
    assert (item.story, item.source_note) == (None, "no link")


def test_a_database_in_use_is_read_with_what_stands_in_its_log(db: Path) -> None:
    writer = Desk(db)
    writer.story(url="https://lamp.example/late", body="Nobody saw it.", title="Late")
    with held(db) as store:
        assert len(store.rows("SELECT * FROM stories")) == 2
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            store.db.conn.execute("DELETE FROM stories")
    writer.store.close()


def absent(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def garbage(path: Path) -> None:
    path.write_bytes(b"Nobody asked us. " * 2000)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20000])


def torn(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)


def older(path: Path) -> None:
    path.write_bytes(gzip.decompress(OLD.read_bytes()))


def newer(path: Path) -> None:
    _run(path, "UPDATE _sqlite_migrations SET name = 'm999_later' WHERE name LIKE 'm002%'")


def changed(path: Path) -> None:
    _run(path, "DROP VIEW distinct_stories")


def foreign(path: Path) -> None:
    path.unlink()
    _run(path, "CREATE TABLE birds (name)")


def _run(path: Path, sql: str) -> None:
    other = sqlite3.connect(path)
    other.executescript(sql)
    other.close()


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (absent, "there is no database"),
        (empty, "is empty"),
        (folder, "is a folder"),
        (garbage, "no SQLite database"),
        (cut, "damaged"),
        (torn, "damaged"),
        (older, "made by an older Cuttings: the next crawl brings it up to date"),
        (newer, "made by a newer Cuttings"),
        (changed, "the view distinct_stories is missing"),
        (foreign, "not made by Cuttings"),
    ],
    ids=["absent", "empty", "folder", "garbage", "cut", "torn", "older", "newer", "changed", "foreign"],
)
def test_a_database_that_cannot_be_asked_is_told_and_no_error(
    db: Path, harm: Callable[[Path], None], said: str
) -> None:
    harm(db)
    before = {} if db.is_dir() else files(db.parent)
    sources, item = StoredSources(str(db), {"lamp": LAMP}), linked()
    assert sources.checked(item) is item
    assert sources.checked(item) is item
    (told,) = sources.told
    assert said in told
    assert told.startswith("passages are held against no stored story: ")
    assert str(db) in told
    assert not before or files(db.parent) == before


@contextmanager
def locked(path: Path) -> Iterator[None]:
    other = sqlite3.connect(path, isolation_level=None)
    other.executescript("PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE")
    yield
    other.close()


def test_a_locked_database_is_told(db: Path) -> None:
    with locked(db):
        sources, item = StoredSources(str(db), {"lamp": LAMP}), linked()
        assert sources.checked(item) is item
    assert "another program holds it" in " ".join(sources.told)


def test_what_was_read_while_another_wrote_is_not_believed(db: Path) -> None:
    def write() -> None:
        with held(db):
            writer = Desk(db)
            writer.story(url="https://lamp.example/late", body="Nobody saw it.", title="Late")
            writer.store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    with pytest.raises(StoreError, match="while it was read"):
        write()
