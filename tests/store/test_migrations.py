"""Databases that earlier commits made are brought to the tables of today; what made them never changes."""

import gzip
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from store.database import Store
from store.derived import derive
from store.first_tables import STATEMENTS
from store.migrations import migrations
from store.sample import MARK
from store.schema import TABLES
from store.views import VIEWS
from stories.identity.comparison import Text
from stories.identity.fingerprint import bands
from tests.desk import Desk
from tests.making import BODY
from tests.sample import SAMPLE
from tests.scrapy_process import scrapy

OLD = sorted((Path(__file__).parent / "databases").glob("*.db.gz"))
STORY = "https://www.bbc.com/news/articles/c4exq7r2w9to"
ASKED = {
    "verify": "3 entries, 15 passages: 11 exact, 1 altered, 0 missing, 3 unchecked",
    "report": "2 stories",
    "history": "version 2",
    "clusters": STORY,
}
INDEXES = ("stories_fts", "stories_stems", "quotes_fts", "quotes_stems", "entries_fts", "entries_stems")
TYPES = {int: "INTEGER", str: "TEXT", float: "REAL"}
COUNTED = "SELECT count(*) AS quotes, count(speaker) AS spoken, sum(coalesce(confidence >= 0.9, 0)) AS sure FROM quotes"
ADD = "add it by a migration of its own in store/migrations.py; CONTRIBUTING says how (Adding a column)"
COLUMNS = """
SELECT m.name AS "table", p.name, p.type, p.pk, p."notnull", p.dflt_value FROM sqlite_master AS m
JOIN pragma_table_info(m.name) AS p WHERE m.type = 'table'
"""
KEYS = """
SELECT m.name, k."table", k."from", k."to" FROM sqlite_master AS m JOIN pragma_foreign_key_list(m.name) AS k
WHERE m.type = 'table'
"""
OTHERS = (
    "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE type != 'table' OR sql LIKE 'CREATE VIRTUAL%'"
)


def unpacked(packed: Path, folder: Path) -> Path:
    """The database that an earlier commit made."""
    path = folder / packed.stem
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    return path


@pytest.fixture(params=OLD, ids=lambda path: path.name.split(".")[0])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return unpacked(request.param, tmp_path)


@pytest.fixture(scope="module")
def new() -> Database:
    """A database with the tables of today."""
    db = Database(memory=True)
    migrations.apply(db)
    return db


def made_of(db: Database) -> dict[str, set[Any]]:
    """All that a database is made of; the order of columns does not count, since they are added at the end."""
    return {sql: set(db.execute(sql).fetchall()) for sql in (COLUMNS, KEYS, OTHERS)}


def rows_of(db: Database, columns: dict[str, list[str]]) -> dict[str, list[Any]]:
    asked = {
        table: f"SELECT {', '.join(names)} FROM {table} ORDER BY 1, 2"  # noqa: S608
        for table, names in columns.items()
    }
    return {table: db.execute(sql).fetchall() for table, sql in asked.items()}


def own_columns(db: Database) -> dict[str, list[str]]:
    """The columns of our tables, each in quotes."""
    found: dict[str, list[str]] = {}
    for table, column, *_ in db.execute(COLUMNS).fetchall():
        if table in {*TABLES, *VIEWS} and table != "bands":  # they follow from the texts
            found.setdefault(table, []).append(f'"{column}"')
    return found


def test_there_is_a_database_of_each_commit_that_was_out() -> None:
    assert {"2a47669", "4b5f448", "e8ad36d"} <= {path.name.split(".")[0] for path in OLD}


def test_an_old_database_gets_the_tables_of_a_new_one(old: Path, new: Database) -> None:
    made, fresh = made_of(Store(old).db), made_of(new)
    for sql in fresh:
        assert made[sql] == fresh[sql]


def test_an_old_database_keeps_its_rows(old: Path) -> None:
    before = Database(old)
    columns = own_columns(before)
    kept = rows_of(before, columns)
    before.close()
    assert all(kept[table] for table in ("stories", "quotes", "entries", "passages"))
    assert rows_of(Store(old).db, columns) == kept


def test_an_old_database_keeps_each_text_once(old: Path) -> None:
    once = "SELECT DISTINCT kept_versions.body IS NULL AS once, versions.body = stories.body AS own FROM kept_versions "
    joined = "JOIN versions USING (story, number) JOIN stories ON stories.id = story ORDER BY once"
    assert Store(old).rows(once + joined) == [{"once": 0, "own": 0}, {"once": 1, "own": 1}]


def test_an_old_database_gets_the_rows_that_follow_from_others(old: Path) -> None:
    store = Store(old)
    for story in store.rows("SELECT id, title, body FROM stories"):
        held = {row["band"] for row in store.rows("SELECT band FROM bands WHERE story = ?", story["id"])}
        assert held == set(bands(Text(story["title"], story["body"]).shingles))
    assert store.rows("SELECT 1 FROM verdicts WHERE fidelity = 'altered'")
    assert not store.rows("SELECT 1 FROM entries WHERE source_url != '' AND source_address IS NULL")
    assert not store.rows("SELECT 1 FROM entry_quotes WHERE fidelity IS NULL")
    altered = store.rows("SELECT differences FROM passages WHERE fidelity = 'altered'")
    assert altered
    assert all(json.loads(row["differences"]) for row in altered)


def test_an_old_database_gets_the_number_of_its_quotes(old: Path) -> None:
    store = Store(old)
    assert store.rows("SELECT quotes, spoken, sure FROM quote_counts") == store.rows(COUNTED)


def test_an_old_database_is_told_what_its_sources_did_to_the_quotes_of_versions(old: Path) -> None:
    store = Store(old)
    stances = store.rows("SELECT DISTINCT stance FROM quote_changes WHERE state = 'same'")
    assert stances == [{"stance": "affirms"}]
    assert not store.rows("SELECT 1 FROM quote_changes WHERE state = 'new' AND stance_before IS NOT NULL")
    assert not store.rows(
        "SELECT 1 FROM quote_changes WHERE state = 'dropped' AND stance IS NOT stance_before"
    )


@pytest.mark.parametrize("index", INDEXES)
def test_an_old_database_is_searched_by_every_index(old: Path, index: str) -> None:
    store = Store(old)
    store.db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
    assert store.rows(f"SELECT rowid FROM {index} WHERE {index} MATCH 'men'")  # noqa: S608


def test_stories_that_an_earlier_code_did_not_place_are_found_alike(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "c.db")
    first = desk.story()
    second = desk.story(url="https://lamp.example/mill-again", body=f"{BODY} It was sold in May.")
    assert desk.store.row("SELECT same_as FROM stories WHERE id = ?", second) == {"same_as": first}
    desk.store.db.execute("UPDATE stories SET same_as = NULL")
    desk.store.db.execute("DELETE FROM pairs")
    desk.store.db.execute("DELETE FROM bands WHERE band % 2")
    derive(desk.store)
    assert desk.store.row("SELECT same_as FROM stories WHERE id = ?", second) == {"same_as": first}


@pytest.mark.parametrize("command", ["verify", "report", "history", "clusters"])
def test_an_old_database_can_be_asked(old: Path, command: str) -> None:
    done = scrapy(command, *([STORY] if command in ("history", "clusters") else []), db=old)
    assert done.returncode == (3 if command == "verify" else 0), done.stderr
    assert ASKED[command] in done.stdout
    assert not done.stderr


def test_the_sample_is_crawled_into_the_oldest_database(tmp_path: Path) -> None:
    old = unpacked(next(path for path in OLD if path.name.startswith("2a47669")), tmp_path)
    store = Store(old)
    before = store.rows("SELECT id, url FROM stories ORDER BY id")
    store.db.execute(f"PRAGMA application_id = {MARK}")  # or else it is taken for real holdings
    store.close()
    done = scrapy("crawl", "guardian", "-s", f"REPLAY={SAMPLE}", db=old)
    assert done.returncode == 0, done.stdout + done.stderr
    store = Store(old)
    assert store.rows("SELECT id, url FROM stories ORDER BY id LIMIT ?", len(before)) == before
    assert (store.row("SELECT count(*) AS n FROM stories") or {})["n"] > len(before) + 3
    assert store.row("SELECT errors, verdict FROM runs ORDER BY id DESC") == {"errors": 0, "verdict": "ok"}


def test_an_old_database_is_sound_once_migrated(old: Path) -> None:
    store = Store(old)
    assert store.rows("PRAGMA integrity_check") == [{"integrity_check": "ok"}]
    assert store.rows("PRAGMA foreign_key_check") == []


def test_an_old_database_is_migrated_once(old: Path) -> None:
    Store(old).close()
    changes = Store(old).db.conn.total_changes
    assert changes == 0


@pytest.mark.parametrize("table", TABLES)
def test_what_the_migrations_make_is_what_the_tables_say(table: str, new: Database) -> None:
    said = {column: TYPES[kind] for column, (kind, _) in TABLES[table].columns.items()}
    made = {column.name: column.type for column in new[table].columns}
    missing, unsaid = said.items() - made.items(), made.items() - said.items()
    assert not missing, f"no migration makes {missing} of {table}, which store/schema.py has: {ADD}"
    assert not unsaid, f"a migration makes {unsaid} of {table}: say in store/schema.py what it means"
    pk = TABLES[table].pk
    assert new[table].pks == ([pk] if isinstance(pk, str) else list(pk))
    keys = {key.column: key.other_table for key in new[table].foreign_keys}
    assert keys == TABLES[table].keys


def test_the_views_are_those_of_the_docs(new: Database) -> None:
    made = {view.name: " ".join(view.schema.split("AS", 1)[1].split()) for view in new.views}
    assert made == {name: " ".join(sql.split()) for name, (_, sql) in VIEWS.items()}, (
        f"a view changed, and no migration makes it anew: {ADD}"
    )


def test_the_first_tables_never_change() -> None:
    found = sha256("\n\n".join(STATEMENTS).encode()).hexdigest()
    assert found == "be4dd496408f2d909a2dc78e78b22a7623a505dae911c8ee652fa8f245039c2b", (
        "store/first_tables.py changed, which made databases that others have: take the change back, and "
        + ADD
    )


def test_a_new_database_is_made_at_one_go_as_the_migrations_make_it_step_by_step(
    new: Database, tmp_path: Path
) -> None:
    made = Store(tmp_path / "c.db").db
    parts = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY rowid"
    assert made.execute(parts).fetchall() == new.execute(parts).fetchall()
    assert [step.name for step in migrations.applied(made)] == [step.name for step in migrations.applied(new)]
    assert not migrations.pending(made)


def test_migrations_keep_their_names_and_order() -> None:
    names = [migration.name for migration in migrations.pending(Database(memory=True))]
    assert names[:5] == [
        "m001_first_tables",
        "m002_first_tables_complete",
        "m003_stance",
        "m004_stems",
        "m005_stance_of_changes",
    ]
    assert names == sorted(names)
