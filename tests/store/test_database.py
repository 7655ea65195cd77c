"""The database: opened, migrated, refused; pages and rejects."""

import re
import sqlite3
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest
from sqlite_utils import Database

from store.database import Store
from store.schema import TABLES
from store.tables import VALUES
from store.trouble import StoreError
from tests.making import made_page
from tests.test_rooms import TABLE, files
from tests.waiting import HANGS, at_once


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "new folder" / "cuttings.db")


def test_a_new_database_has_every_table_of_the_contract(store: Store) -> None:
    names = set(store.db.table_names())
    assert set(TABLES) | {"stories_fts", "quotes_fts"} <= names


def test_an_old_database_is_migrated_and_keeps_its_rows(tmp_path: Path) -> None:
    old = Database(tmp_path / "old.db")
    old["notes"].insert({"text": "kept"})
    old.close()
    store = Store(tmp_path / "old.db")
    assert store.rows("SELECT text FROM notes") == [{"text": "kept"}]
    assert store.rows("SELECT * FROM stories") == []


def test_a_newer_database_is_refused_with_what_to_do(store: Store) -> None:
    later = {"migration_set": "cuttings", "name": "m999_from_the_future", "applied_at": "2030"}
    store.db["_sqlite_migrations"].insert(later)
    store.close()
    with pytest.raises(StoreError, match=r"newer Cuttings.*m999_from_the_future.*CUTTINGS_DB"):
        Store(store.path)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("not a database at all, but a long enough text file" * 40)
    with pytest.raises(StoreError, match=r"notes\.db"):
        Store(tmp_path / "notes.db")


def test_a_failed_transaction_leaves_nothing(store: Store) -> None:
    def fail_midway() -> None:
        with store.transaction():
            store.add("runs", {"spider": "bbc"})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_midway()
    assert store.rows("SELECT * FROM runs") == []


def test_foreign_keys_hold(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.add("quotes", {"story": 41, "number": 1})


def test_one_capture_is_one_page_row(store: Store) -> None:
    assert store.keep_page(made_page(), None) == store.keep_page(made_page(), None)
    assert store.keep_page(made_page(payload=b"other"), None) == 2


def test_an_archive_beside_the_database_is_named_relative_to_it(store: Store) -> None:
    page = made_page()
    page.archive, page.offset = str(store.path.parent / "archive" / "a.warc.gz"), 7
    store.keep_page(page, None)
    assert store.row("SELECT archive, offset FROM pages") == {"archive": "archive/a.warc.gz", "offset": 7}


def test_the_same_reject_of_the_same_page_is_one_row(store: Store) -> None:
    for _ in range(2):
        store.reject("https://lamp.example/x", "pipeline", "no body", "", None, made_page())
    assert [row["reason"] for row in store.rows("SELECT reason FROM rejects")] == ["no body"]


def open_and_write(path: Path, together: Barrier) -> None:
    together.wait(HANGS)
    store = Store(path)
    with store.transaction():
        store.add("runs", {"spider": "bbc"})


def test_many_processes_may_open_a_new_database_at_once(tmp_path: Path) -> None:
    context = get_context("fork")
    given = (tmp_path / "new.db", context.Barrier(6))
    processes = [context.Process(target=open_and_write, args=given) for _ in range(6)]
    assert at_once(processes) == [0] * 6
    assert Store(tmp_path / "new.db").row("SELECT count(*) AS n FROM runs") == {"n": 6}


def test_no_value_of_sql_has_a_number() -> None:
    """Python 3.12.0 to 3.12.3 warn of `?1` with a list of values; `?` and `:name` are what it has for both."""
    texts = {file.name: file.read_text("utf-8") for room in TABLE for file in files(room)}
    assert [name for name, text in texts.items() if re.search(r"[=(] ?\?\d", text)] == []


@pytest.mark.parametrize("many", [0, 1, 30, 500])
def test_rows_that_come_together_are_written_by_few_statements(store: Store, many: int) -> None:
    story = store.add("stories", {"url": "https://lamp.example/mill", "title": "Mill", "body": "The mill."})
    store.add("quotes", {"story": story, "number": 1, "content": "Stay out."})
    rows = [{"number": number, "content": f"word{number}", "confidence": 0.5} for number in range(many)]
    asked: list[str] = []
    store.db.conn.set_trace_callback(asked.append)
    store.replace("quotes", "story", story, rows)
    store.db.conn.set_trace_callback(None)
    assert (
        store.rows("SELECT number, content, confidence FROM quotes WHERE story = ? ORDER BY id", story)
        == rows
    )
    assert [row["content"] for row in store.rows("SELECT content FROM quotes_fts")] == [
        row["content"] for row in rows
    ]
    statements = {
        sql for sql in asked if sql.startswith('INSERT INTO "quotes"')
    }  # told again at each trigger
    assert len(statements) == -(-many * 4 // VALUES)
