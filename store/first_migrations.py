"""The first ten steps that make the tables, those of records and full text. None of them changes: store/migrations.py."""

import sqlite3

from sqlite_utils import Database, Migrations

from store.first_tables import STATEMENTS

migrations = Migrations("cuttings")

WORDS = "unicode61 remove_diacritics 2"
STEMS = f"porter {WORDS}"  # Porter's rules are English

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
    first, there = first_database(), shape(db)
    for (kind, name), sql in shape(first).items():
        if (kind, name) not in there:
            db.execute(sql)
        elif kind == "table":
            _add_missing_columns(db, first, name)
        elif there[kind, name] != sql:
            db.execute(f'DROP {kind} "{name}"')
            db.execute(sql)
    db.execute('DROP INDEX IF EXISTS "idx_entries_source_url"')


@migrations()
def m003_stance(db: Database) -> None:
    """Whether the source affirms, denies, asks or refuses to say what the quote holds."""
    for table in ("quotes", "entry_quotes"):
        db.execute(f'ALTER TABLE "{table}" ADD COLUMN "stance" TEXT')


@migrations()
def m004_stems(db: Database) -> None:
    """English words by their stems, beside the exact words; entries in full text."""
    _index_text(db, "stories", "stories_stems", ("title", "body"), STEMS)
    _index_text(db, "quotes", "quotes_stems", ("content", "speaker"), STEMS)
    _index_text(db, "entries", "entries_fts", ("title", "excerpt", "attribution"), WORDS)
    _index_text(db, "entries", "entries_stems", ("title", "excerpt", "attribution"), STEMS)


@migrations()
def m005_stance_of_changes(db: Database) -> None:
    """What a source did to the words that a version had, and to what became of them."""
    for column in ("stance", "stance_before"):
        db.execute(f'ALTER TABLE "quote_changes" ADD COLUMN "{column}" TEXT')


@migrations()
def m006_timelines(db: Database) -> None:
    """Which of the Centre's timelines have an entry; null until it is read again."""
    db.execute('ALTER TABLE "entries" ADD COLUMN "timelines" TEXT')


@migrations()
def m007_matched(db: Database) -> None:
    """What of the addresses that lists name is a story's, so that an outlet that changes them is noticed."""
    for table in ("runs", "ledger"):
        db.execute(f'ALTER TABLE "{table}" ADD COLUMN "matched" INTEGER')
        db.execute(f'ALTER TABLE "{table}" ADD COLUMN "passed_over" TEXT')


@migrations()
def m008_confidence(db: Database) -> None:
    """How sure the source of a quote is, and what it rests on; null until the record is read again."""
    for table in ("quotes", "entry_quotes"):
        db.execute(f'ALTER TABLE "{table}" ADD COLUMN "confidence" REAL')
        db.execute(f'ALTER TABLE "{table}" ADD COLUMN "how" TEXT')


@migrations()
def m009_alert(db: Database) -> None:
    """Whether a run's alert was sent, so that one whose command failed is sent again."""
    db.execute('ALTER TABLE "runs" ADD COLUMN "alert" TEXT')


@migrations()
def m010_reader(db: Database) -> None:
    """Which version of the reader made a record; null until it is read again."""
    for table in ("stories", "versions", "entries"):
        db.execute(f'ALTER TABLE "{table}" ADD COLUMN "reader" TEXT')


def _index_text(db: Database, table: str, index: str, names: tuple[str, ...], words: str) -> None:
    """Make a full-text index over a table, which triggers keep, and fill it; its words are found by their rowid there."""
    joined, new, old = (", ".join(f"{of}{name}" for name in names) for of in ("", "new.", "old."))
    enter = f"INSERT INTO {index} (rowid, {joined}) VALUES (new.rowid, {new});"  # noqa: S608
    leave = f"INSERT INTO {index} ({index}, rowid, {joined}) VALUES ('delete', old.rowid, {old});"  # noqa: S608
    db.execute(f"CREATE VIRTUAL TABLE {index} USING fts5({joined}, tokenize='{words}', content='{table}')")
    db.execute(f"CREATE TRIGGER {index}_ai AFTER INSERT ON {table} BEGIN {enter} END")
    db.execute(f"CREATE TRIGGER {index}_ad AFTER DELETE ON {table} BEGIN {leave} END")
    db.execute(f"CREATE TRIGGER {index}_au AFTER UPDATE OF {joined} ON {table} BEGIN {leave} {enter} END")
    db.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608


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


def _add_missing_columns(db: Database, first: Database, table: str) -> None:
    there = columns(db, table)
    for column, kind in columns(first, table).items():
        if column not in there:
            db.execute(f'ALTER TABLE "{table}" ADD COLUMN "{column}" {kind}')
