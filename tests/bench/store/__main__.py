"""A store of very many stories: `python -m tests.bench.store --db FILE --stories N`, FILE made or filled up to N.

Prints what a story takes beside the archive, by table; what searches, reports and new stories take. CPU is told beside
the clock, which says little on a busy machine. The new stories stay.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from statistics import mean, median

from store.database import Store
from tests.bench.store.arriving import arrivals
from tests.bench.store.asked import p95, reports, saved, searched
from tests.bench.store.drawn import Drawn, real
from tests.bench.store.fill import fill, last_id

SIZES = """
SELECT coalesce(owner.tbl_name, dbstat.name) AS owner, dbstat.name, sum(pgsize) AS bytes FROM dbstat
LEFT JOIN sqlite_master AS owner ON owner.name = dbstat.name GROUP BY dbstat.name
"""
CACHE = -200_000  # kilobytes, while stories come as in a crawl
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


def lines(store: Store) -> Iterator[str]:
    """What was measured of what is held."""
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


def arrived(stores: list[Store], drawn: Drawn, new: int) -> Iterator[str]:
    """What new stories take; the first store's against that of the others."""
    held = [last_id(store, "stories") for store in stores]
    coming = arrivals(drawn, f"new{max(held)}")
    taken = saved(stores, islice(coming, new))
    for number, milliseconds in zip(held, taken, strict=True):
        whole, middle = mean(milliseconds), median(milliseconds)
        yield (
            f"{whole:8.2f} ms of CPU, {middle:.2f} the median: a new story saved beside {number} ({new} of them); "
            f"beside {held[0]} {mean(taken[0]) / whole:.2f} times, {median(taken[0]) / middle:.2f} the median"
        )


def main() -> None:
    """Fill a database up, and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--db", type=Path, required=True, help="made where it is not there, filled up where it is"
    )
    parser.add_argument("--stories", type=int, default=100_000)
    parser.add_argument("--new", type=int, default=1000, help="stories that come then, and stay; 0 for none")
    parser.add_argument("--beside", type=Path, help="a smaller one, to which the same stories come in turn")
    given = parser.parse_args()
    store = Store(given.db)
    drawn = (
        Drawn(last_id(store, "stories"), real())
        if given.new or last_id(store, "stories") < given.stories
        else None
    )
    store.db.execute(f"PRAGMA cache_size = {CACHE}")
    for held in fill(store, given.stories, drawn) if drawn else ():
        print(f"{held} stories", end="\r", flush=True)
    store.close()
    store = Store(given.db)  # with the memory that it has in a run
    for line in lines(store):
        print(line, flush=True)
    if drawn and given.new:
        stores = [store, *([Store(given.beside)] if given.beside else [])]
        print("\n".join(arrived(stores, drawn, given.new)))
    store.close()


if __name__ == "__main__":
    main()
