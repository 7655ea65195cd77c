"""What makes the tables, step by step. A step that has been out never changes: what comes later is a step of its own."""

import sqlite3

from sqlite_utils import Database, Migrations

from stories.first_tables import STATEMENTS

migrations = Migrations("cuttings")

Shape = dict[tuple[str, str], str]  # (kind, name) of a table, index, trigger or view, to its SQL
SHAPE = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"


@migrations()
def m001_first_tables(db: Database) -> None:
    """The tables as they were when they were frozen."""
    for statement in STATEMENTS:
        db.execute(statement)


@migrations()
def m002_first_tables_complete(db: Database) -> None:
    """What a database lacks that was made before the first tables were frozen, when they still grew."""
    there = shape(db)
    for (kind, name), sql in shape(first_database()).items():
        if (kind, name) not in there:
            db.execute(sql)
        elif kind == "table":
            _add_missing_columns(db, name)
        elif there[kind, name] != sql:
            db.execute(f'DROP {kind} "{name}"')
            db.execute(sql)
    db.execute('DROP INDEX IF EXISTS "idx_entries_source_url"')


@migrations()
def m003_stance(db: Database) -> None:
    """Whether the source affirms, denies, asks or refuses to say what the quote holds."""
    for table in ("quotes", "entry_quotes"):
        db.execute(f'ALTER TABLE "{table}" ADD COLUMN "stance" TEXT')


def first_database() -> Database:
    """A database in memory with the frozen tables."""
    first = Database(sqlite3.connect(":memory:"))
    m001_first_tables(first)
    return first


def shape(db: Database) -> Shape:
    """All that a database is made of, in the order in which it was made."""
    return {(kind, name): sql for kind, name, sql in db.execute(SHAPE).fetchall()}


def columns(db: Database, table: str) -> dict[str, str]:
    """The columns of a table, each with its type."""
    return dict(db.execute("SELECT name, type FROM pragma_table_info(?)", [table]).fetchall())


def _add_missing_columns(db: Database, table: str) -> None:
    there = columns(db, table)
    for column, kind in columns(first_database(), table).items():
        if column not in there:
            db.execute(f'ALTER TABLE "{table}" ADD COLUMN "{column}" {kind}')
