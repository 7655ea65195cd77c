"""Databases that earlier commits made are brought to the tables of today; what made them never changes."""

import gzip
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from stories.first_tables import STATEMENTS
from stories.migrations import migrations
from stories.schema import TABLES
from stories.store import Store
from stories.views import VIEWS

OLD = sorted((Path(__file__).parent / "databases").glob("*.db.gz"))
TYPES = {int: "INTEGER", str: "TEXT", float: "REAL"}
ADD = "add it by a migration of its own in stories/migrations.py; CONTRIBUTING says how (Adding a column)"
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
        if table in TABLES:
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
    assert not missing, f"no migration makes {missing} of {table}, which stories/schema.py has: {ADD}"
    assert not unsaid, f"a migration makes {unsaid} of {table}: say in stories/schema.py what it means"
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
        "stories/first_tables.py changed, which made databases that others have: take the change back, and "
        + ADD
    )


def test_migrations_keep_their_names_and_order() -> None:
    names = [migration.name for migration in migrations.pending(Database(memory=True))]
    assert names[:3] == ["m001_first_tables", "m002_first_tables_complete", "m003_stance"]
    assert names == sorted(names)
