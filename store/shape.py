"""What tables a database has, held against those that this Cuttings makes."""

from collections.abc import Iterator
from functools import cache

from sqlite_utils import Database

from store.migrations import migrations
from store.schema import TABLES

COLUMNS = """
SELECT m.name, p.name, upper(p.type), p.pk > 0, p."notnull" AND p.dflt_value IS NULL AND p.pk = 0
FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS p WHERE m.type = 'table'
"""
OTHERS = "SELECT name, type FROM sqlite_master WHERE type != 'table' AND sql IS NOT NULL"
Columns = dict[
    str, tuple[str, bool, bool]
]  # name to type, whether it is of the primary key, whether it must be filled


def differences(db: Database) -> list[str]:
    """What a database lacks, or has otherwise than this Cuttings makes it, a line each.

    It is held against what the migrations make that it has had; what it has beyond that does no harm.
    """
    pending = [migration.name for migration in migrations.pending(db)]
    expected, wanted = _fresh(pending[0] if pending else None)
    made = _columns(db)
    found = [line for table in expected for line in _of_table(table, expected[table], made.get(table, {}))]
    others = dict(db.execute(OTHERS).fetchall())
    return found + [f"the {kind} {name} is missing" for name, kind in wanted.items() if name not in others]


def foreign_tables(db: Database) -> list[str]:
    """The tables of a database that have the names of ours, each with its first columns."""
    made = _columns(db)
    return [f"{table} (with {', '.join(list(made[table])[:3])})" for table in TABLES if table in made]


@cache
def _fresh(before: str | None) -> tuple[dict[str, Columns], dict[str, str]]:
    """What all migrations make, or those before one: columns by table, and the kinds of all else by name.

    The answer is kept, not the database, whose connection belongs to its thread.
    """
    fresh = Database(memory=True)
    migrations.apply(fresh, stop_before=before)
    return _columns(fresh), dict(fresh.execute(OTHERS).fetchall())


def _columns(db: Database) -> dict[str, Columns]:
    found: dict[str, Columns] = {}
    for table, name, *facts in db.execute(COLUMNS).fetchall():
        if table != migrations.migrations_table:
            found.setdefault(table, {})[name] = (facts[0], bool(facts[1]), bool(facts[2]))
    return found


def _of_table(table: str, expected: Columns, made: Columns) -> Iterator[str]:
    if not made:
        yield f"the table {table} is missing"
        return
    for name, (kind, key, _) in expected.items():
        if name not in made:
            yield f"the table {table} has no column {name}"
        elif made[name][0] != kind:
            yield f"the column {table}.{name} is of type {made[name][0] or 'none'}, not {kind}"
        elif made[name][1] != key:
            yield f"the column {table}.{name} is {'not ' if key else ''}part of the primary key"
    for name in made.keys() - expected.keys():
        if made[name][2]:
            yield f"the column {table}.{name} must be filled, and Cuttings does not know it"
