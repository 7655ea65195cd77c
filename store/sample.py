"""The bundled sample, an invented world: its archive and each database filled from it are marked, and stay apart."""

from collections.abc import Sequence
from pathlib import Path

from store.database import Store
from store.location import Location, located
from store.trouble import StoreError
from store.warc import described

NAME = "Cuttings sample"
ABOUT = {"isPartOf": NAME, "description": "An invented world: no page of this archive was ever published"}
MARK = int.from_bytes(b"CutS")  # SQLite's application_id
LIVE, OWN = "cuttings.db", "sample.db"  # file names that settings.py and the Makefile give
TOLD = "The invented sample (data/pages/README.md): nothing in this database was ever published."
ELSEWHERE = "Name another database with -s CUTTINGS_DB=FILE"


def is_sample(archives: Sequence[Location | str]) -> bool:
    """Whether what is read is the sample. Raises StoreError where a part of it is, and another is not."""
    invented = [f"isPartOf: {NAME}" in described(located(str(archive))) for archive in archives]
    if any(invented) and not all(invented):
        raise StoreError(f"{archives[invented.index(True)]} is the invented sample: read it alone")
    return any(invented)


def holds_sample(store: Store) -> bool:
    """Whether the database is marked as one that the sample filled."""
    return bool(store.db.execute("PRAGMA application_id").fetchone()[0] == MARK)


def check_name(path: Path, invented: bool) -> None:
    """Raises StoreError where a file named as the live database would get the sample, or the other way about."""
    if invented and path.name == LIVE:
        raise StoreError(f"{path} is named for live runs: the invented sample goes into {OWN}. {ELSEWHERE}")
    if not invented and path.name == OWN:
        raise StoreError(f"{path} is named for the invented sample, and `make clean` removes it. {ELSEWHERE}")


def keep_apart(store: Store, invented: bool) -> None:
    """Mark a new database that the sample is to fill. Raises StoreError where the sample would meet other holdings."""
    with store.transaction():
        if holds_sample(store) == invented:
            return
        if not invented:
            raise StoreError(
                f"the database {store.path} holds the invented sample, and nothing else. {ELSEWHERE}"
            )
        if store.row("SELECT 1 FROM runs UNION SELECT 1 FROM stories UNION SELECT 1 FROM entries"):
            raise StoreError(
                f"the database {store.path} has holdings that the invented sample must not join. {ELSEWHERE}"
            )
        store.db.execute(f"PRAGMA application_id = {MARK}")
