"""Hosts that refuse: how long each is left alone."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from store.database import Store
from store.tables import stamp

REFUSALS = frozenset({401, 403, 429, 451})  # answers that say: not you, or not now
REFUSALS_IN_A_ROW = (
    3  # refusals in a row before a host is left alone; one page may be forbidden for its own reasons
)
FIRST_BACKOFF = timedelta(minutes=15)  # twice as long each time that the host still refuses afterwards
MAX_BACKOFF = timedelta(days=7)


def retry_after(header: str | None, now: datetime) -> datetime | None:
    """The time that a Retry-After header names (RFC 9110, 10.2.3: seconds, or an HTTP date), at most a week ahead."""
    if not header:
        return None
    try:
        waits = header.strip().isdigit()
        time = now + timedelta(seconds=min(int(header), 10**6)) if waits else parsedate_to_datetime(header)
        return min(time.replace(tzinfo=time.tzinfo or UTC), now + MAX_BACKOFF)
    except ValueError:
        return None


class Hosts:
    """The table of hosts that refused."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.troubled = {str(row["host"]) for row in store.rows("SELECT host FROM hosts")}

    def backoff(self, host: str, now: datetime) -> tuple[datetime, str] | None:
        """Until when a host is left alone, and what it had answered; None where it is not."""
        if host not in self.troubled:
            return None
        sql = "SELECT * FROM hosts WHERE host = ? AND until > ? AND until <= ?"  # later ones a wrong clock wrote
        row = self.store.row(sql, host, stamp(now), stamp(now + MAX_BACKOFF))
        return (datetime.fromisoformat(row["until"]), row["reason"]) if row else None

    def refused(self, host: str, reason: str, now: datetime, asked: datetime | None = None) -> None:
        """A host refused; `asked`: the time that it said to wait for. It is left alone from the third time in a row on,
        at once where it said so, or where it refuses still after it was left alone.
        """
        with self.store.transaction():
            kept = self.store.row("SELECT * FROM hosts WHERE host = ?", host) or {}
            refusals, backoffs, until = kept.get("refusals", 0) + 1, kept.get("rests", 0), kept.get("until")
            if not asked and until and stamp(now) < until <= stamp(now + MAX_BACKOFF):
                return  # an answer to a request that was under way
            if asked or backoffs or refusals >= REFUSALS_IN_A_ROW:
                wait = min(FIRST_BACKOFF * 2 ** min(backoffs, 20), MAX_BACKOFF)
                until, backoffs = stamp(asked or now + wait), backoffs + (asked is None)
            row = {
                "host": host,
                "refusals": refusals,
                "rests": backoffs,
                "until": until,
                "reason": reason,
            }
            self.store.upsert("hosts", row)
        self.troubled.add(host)

    def answered(self, host: str) -> None:
        """A host gave a page that became a record: what it refused before is forgotten."""
        if host in self.troubled:
            self.store.db.execute("DELETE FROM hosts WHERE host = ?", [host])
            self.troubled.discard(host)
