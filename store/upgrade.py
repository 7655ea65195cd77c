"""A database as it is opened: brought to the tables of this Cuttings, or refused, with what is the matter."""

import sqlite3

from sqlite_utils import Database

from store.derived import derive
from store.migrations import migrations
from store.shape import differences, foreign_tables, make_tables
from store.tables import Tables
from store.trouble import ANOTHER, StoreError

SHOWN = 4


def upgrade(store: Tables) -> None:
    """Apply the migrations that a database has not had.

    Raises StoreError where it was made by a newer Cuttings or another program, or was changed by hand.
    """
    refuse_newer(store)
    if migrations.pending(store.db):
        with store.transaction():
            _refuse_foreign(store)
            _apply(store)
    refuse_others(store)


def _apply(store: Tables) -> None:
    if not store.row("SELECT 1 FROM sqlite_master"):
        make_tables(store.db)
        return
    try:
        migrations.apply(store.db)
        derive(store)
    except sqlite3.OperationalError:
        refuse_others(store)  # a table or a column that a migration needs may not be there
        raise


def refuse_newer(store: Tables) -> None:
    """Raises StoreError where a database has had migrations that this Cuttings does not know."""
    # pending() leaves out what is applied, so a set without applied names is all that this copy knows
    known = {migration.name for migration in migrations.pending(Database(memory=True))}
    newer = [migration.name for migration in migrations.applied(store.db) if migration.name not in known]
    if newer:
        raise StoreError(
            f"the database {store.path} was made by a newer Cuttings (it has {newer[-1]}): "
            f"upgrade this copy, or {ANOTHER}"
        )


def _refuse_foreign(store: Tables) -> None:
    found = [] if migrations.applied(store.db) else foreign_tables(store.db)
    if found:
        raise StoreError(
            f"the database {store.path} was not made by Cuttings, and has tables with the names of ours: "
            f"{_listed(found)}; {ANOTHER}"
        )


def refuse_others(store: Tables) -> None:
    """Raises StoreError where a database lacks tables or columns that its migrations made."""
    found = differences(store.db)
    if found:
        raise StoreError(
            f"the database {store.path} does not have the tables of this Cuttings: {_listed(found)}. It was changed by "
            f"hand or by another program: put back a copy of it, or {ANOTHER}"
        )


def _listed(found: list[str]) -> str:
    more = f"; and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    return "; ".join(found[:SHOWN]) + more
