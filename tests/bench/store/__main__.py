"""A store of very many stories: `python -m tests.bench.store --db FILE --stories N`, FILE made or filled up to N.

Prints what a story takes beside the archive, by table; what searches, reports and new stories take. CPU is told beside
the clock, which says little on a busy machine. The new stories stay.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from store.database import Store
from tests.bench.store.asked import arrivals, p95, reports, searched
from tests.bench.store.drawn import Drawn, real
from tests.bench.store.fill import fill

SIZES = """
SELECT coalesce(owner.tbl_name, dbstat.name) AS owner, dbstat.name, sum(pgsize) AS bytes FROM dbstat
LEFT JOIN sqlite_master AS owner ON owner.name = dbstat.name GROUP BY dbstat.name
"""
CACHE = -200_000  # kilobytes, while the database is filled
SHOWN = 50  # bytes a story; what takes less is told together


def sizes(store: Store) -> dict[str, float]:
    """Bytes a story, by table with its indexes; those of full text by themselves."""
    stories = int((store.row("SELECT count(*) AS n FROM stories") or {})["n"])
    found: dict[str, float] = defaultdict(float)
    for row in store.rows(SIZES):
        owner = row["owner"]
        index = next((name for name in INDEXES if owner.startswith(f"{name}_")), None)
        found[index or owner] += row["bytes"] / stories
    return dict(sorted(found.items(), key=lambda item: -item[1]))


INDEXES = ("stories_fts", "stories_stems", "quotes_fts", "quotes_stems", "entries_fts", "entries_stems")


def lines(store: Store, drawn: Drawn, new: int) -> Iterator[str]:
    """What was measured."""
    taken = sizes(store)
    few = sum(size for size in taken.values() if size < SHOWN)
    yield f"{sum(taken.values()):8.0f} bytes a story"
    yield from (f"{size:8.0f}   {name}" for name, size in taken.items() if size >= SHOWN)
    yield f"{few:8.0f}   all else"
    clock: dict[str, list[float]] = defaultdict(list)
    work: dict[str, list[float]] = defaultdict(list)
    for kind, search, by_clock, of_work in searched(store):
        for name in (kind, search, "all"):
            clock[name].append(by_clock)
            work[name].append(of_work)
    for name in clock:
        yield f"{p95(clock[name]):8.1f} ms, {p95(work[name]):8.1f} ms of CPU: p95 of {len(clock[name])} searches, {name}"
    for name, by_clock, of_work in reports(store):
        yield f"{by_clock:8.1f} ms, {of_work:8.1f} ms of CPU: {name}"
    if new:
        held = int((store.row("SELECT max(id) AS n FROM stories") or {})["n"])
        yield f"{arrivals(store, drawn, new, held):8.2f} ms of CPU a new story, matched and saved ({new} of them)"


def main() -> None:
    """Fill a database up, and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--db", type=Path, required=True, help="made where it is not there, filled up where it is"
    )
    parser.add_argument("--stories", type=int, default=100_000)
    parser.add_argument("--new", type=int, default=1000, help="stories that come then, and stay; 0 for none")
    given = parser.parse_args()
    store, drawn = Store(given.db), Drawn(given.stories, real())
    store.db.execute(f"PRAGMA cache_size = {CACHE}")
    for held in fill(store, given.stories, drawn):
        print(f"{held} stories", end="\r", flush=True)
    store.close()
    store = Store(given.db)  # with the memory that it has in a run
    for line in lines(store, drawn, given.new):
        print(line, flush=True)
    store.close()


if __name__ == "__main__":
    main()
