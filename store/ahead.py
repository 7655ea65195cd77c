"""Times that lie ahead of now: a clock that was set wrong wrote them. They count as unset, wherever one decides."""

from datetime import UTC, datetime, timedelta

from store.database import Store
from store.tables import Row, stamp

CLOCK_DIFFERENCE = timedelta(hours=1)  # clocks differ, and summer time is forgotten
SECOND = timedelta(seconds=1)
BEFORE = "SELECT max(fetched) FROM pages WHERE id < ? AND fetched <= ?"


def latest(*known: datetime) -> str:
    """The latest time that a stored one may be. known: what the run goes by, which in a replay may be later than now."""
    return stamp(max([datetime.now(UTC), *known]) + CLOCK_DIFFERENCE)


def set_back(store: Store, versions: list[Row], bound: str) -> list[Row]:
    """Versions whose times lie ahead, with the time of what was fetched before them: it is the latest that is known.

    bound: what `latest` gives. Those that were set back have `ahead`, and are written anew.
    """
    last = ""
    for row in versions:
        if row["seen"] > bound:
            (fetched,) = store.db.execute(BEFORE, [row["page"], bound]).fetchone()
            known = datetime.fromisoformat(max(fetched or "", last) or bound)
            last = row["seen"] = stamp(known + SECOND if fetched or last else known - 2 * CLOCK_DIFFERENCE)
        if row["last_seen"] > bound:
            row["last_seen"] = row["seen"]
            row["ahead"] = True
    return versions
