"""The ledger: what became of each address that was met, and when it is due again."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Literal

from store.ahead import latest
from store.database import Store
from store.tables import Row, stamp
from stories.dates import Candidate

Status = Literal["due", "unchanged", "rejected"]
MIN_INTERVAL = timedelta(hours=1)  # a list that dates a story anew each time makes it due no more often
DUE_AT_MOST = 300  # addresses that a run takes up by itself, beside what lists name
# What stopped a fetch is not the page's doing: it is asked for again by the next run
NOT_ITS_FAULT = frozenset(
    {
        "host left alone",
        "robots.txt unreadable",
        "host not found",
        "connection refused",
        "archive cannot be written",
    }
)


class Ledger:
    """The table; its times are those of `now`, which in a replay is the archive's time.

    refetch: hours after which a saved story is fetched again, one visit after the other; none: no ledger is kept.
    retry: hours after which a rejected or failed page is tried again.
    """

    def __init__(
        self, store: Store, refetch: Sequence[float], retry: Sequence[float], now: Callable[[], datetime]
    ) -> None:
        self.store = store
        self.refetch = refetch
        self.retry = retry
        self.now = now

    def known(self, url: str) -> Row | None:
        """The row of a canonical address, or of a list's."""
        return self.store.row("SELECT * FROM ledger WHERE url = ?", url) if self.refetch else None

    def status(
        self, row: Row | None, dates: Sequence[Candidate] = (), ranged: bool = False, wanted: bool = False
    ) -> Status:
        """Whether an address that was met is due now, and if not, what it counts as.

        dates: as the list gives them now; one that differs from last time makes the address due.
        ranged: whether the run leaves dates out, so that one that was left out need not be asked for again.
        wanted: whether somebody asks for it by its address; then only one saved a moment ago is not due.
        """
        if row is None or row["state"] in ("queued", "fetched") or (wanted and not self._just_saved(row)):
            return "due"
        if (row["state"] == "left out" and not ranged) or self._is_ahead(row):
            return "due"
        now = self.now()
        kept = {date.origin: date.text for date in dates_of(row)}
        redated = any(kept.get(date.origin, date.text) != date.text for date in dates)
        if redated and datetime.fromisoformat(row["changed"]) + MIN_INTERVAL <= now:
            return "due"
        if row["next_try"] and row["next_try"] <= stamp(now):
            return "due"
        return "unchanged" if row["state"] in ("saved", "left out") else "rejected"

    def _just_saved(self, row: Row) -> bool:
        lately = datetime.fromisoformat(row["changed"]) + timedelta(hours=self.refetch[0]) > self.now()
        return bool(row["state"] == "saved") and lately

    def _is_ahead(self, row: Row) -> bool:
        """Whether a row's times lie where no clock that is right can have put them: they count as unset."""
        latest_change, latest_try = self._bounds()
        return row["changed"] > latest_change or (row["next_try"] or "") > latest_try

    def _bounds(self) -> tuple[str, str]:
        """The latest times that a row may have been changed at, and be due at; a replay's own time is in the past."""
        now, longest = self.now(), timedelta(hours=max([*self.refetch, *self.retry], default=0))
        return latest(now), latest(now + longest, datetime.now(UTC) + longest)

    def due(self, outlet: str, unfinished: bool = False) -> list[Row]:
        """What an outlet's run takes up: what an earlier run left unfinished, then what is due by its schedule.

        unfinished: only the first.
        """
        sql = """SELECT * FROM ledger WHERE outlet = ? AND (state IN ('queued', 'fetched')
            OR (state IN ('saved', 'rejected', 'failed') AND NOT ?
                AND (next_try <= ? OR next_try > ? OR (next_try NOT NULL AND changed > ?))))
            ORDER BY state NOT IN ('queued', 'fetched'), next_try, url LIMIT ?"""
        if not self.refetch:
            return []
        latest_change, latest_try = self._bounds()
        times = (stamp(self.now()), latest_try, latest_change)
        return self.store.rows(sql, outlet, unfinished, *times, DUE_AT_MOST)

    def queued(self, url: str, address: str, outlet: str, dates: Sequence[Candidate]) -> None:
        """An address is about to be asked for."""
        row = self.known(url) or {"tries": 0}
        given = {date.origin: [date.field, date.text] for date in (*dates_of(row), *dates)}
        state = {"state": "queued", "address": address, "dates": json.dumps(given), "tries": row["tries"]}
        self._put(url, {"outlet": outlet, "reason": None, "next_try": None, **state})

    def fetched(self, address: str) -> None:
        """Its page has come."""
        self._set("address = ? AND state = 'queued'", address, {"state": "fetched"})

    def saved(self, address: str, url: str, outlet: str, news: bool, page: Row) -> None:
        """It became a record; call it in the record's transaction.

        url: the record's canonical address, which may be another than the one asked for. news: whether the text was
        new. page: etag, last_modified and published (ISO, or None).
        """
        for row in self._rows(address, url, outlet):
            tries = 0 if news else row["tries"] + 1
            age = _age(page.get("published"), self.now())
            wait = next((hours for hours in self.refetch[tries:] if hours >= age / 4), None)
            state = {"state": "saved", "reason": None, "tries": tries, "next_try": self._after(wait)}
            shown = {name: page.get(name) for name in ("etag", "last_modified")}
            self._put(row["url"], {"address": row["address"], "outlet": row["outlet"], **state, **shown})

    def seen_again(self, address: str) -> str | None:
        """It had not changed since the last visit; returns its canonical address."""
        row = self.store.row("SELECT * FROM ledger WHERE address = ? AND state = 'queued'", address)
        if row is None:
            return None
        tries = row["tries"] + 1
        wait = next(iter(self.refetch[tries:]), None)
        self._put(row["url"], {"state": "saved", "tries": tries, "next_try": self._after(wait)})
        return str(row["url"])

    def stopped(self, address: str, state: Literal["rejected", "failed"], reason: str) -> None:
        """It became no record; call it in the reject's transaction."""
        row = self.store.row("SELECT * FROM ledger WHERE address = ?", address) if self.refetch else None
        if row is None or row["state"] == "list":
            return
        if reason in NOT_ITS_FAULT:
            self._put(row["url"], {"state": "queued", "reason": reason})
            return
        wait = next(iter(self.retry[row["tries"] :]), None)
        state_now = {
            "state": state,
            "reason": reason,
            "tries": row["tries"] + 1,
            "next_try": self._after(wait),
        }
        self._put(row["url"], state_now)

    def left_out(self, address: str) -> None:
        """Its date is outside what the run was told to take."""
        state = {"state": "left out", "next_try": self._after(self.refetch[-1] if self.refetch else None)}
        self._set("address = ?", address, state)

    def listed(self, url: str, outlet: str, row: Mapping[str, object]) -> None:
        """A list was read to its end. row: listed, matched, passed_over; etag and last_modified."""
        self._put(url, {"address": url, "outlet": outlet, "state": "list", **row})

    def _rows(self, address: str, url: str, outlet: str) -> list[Row]:
        if not self.refetch:
            return []
        rows = self.store.rows("SELECT * FROM ledger WHERE address = ? OR url = ?", address, url)
        if all(row["url"] != url for row in rows):
            rows.append(
                {"url": url, "address": url, "outlet": outlet, "tries": -1 if not rows else rows[0]["tries"]}
            )
        return rows

    def _after(self, hours: float | None) -> str | None:
        return None if hours is None else stamp(self.now() + timedelta(hours=hours))

    def _put(self, url: str, row: Mapping[str, object]) -> None:
        if self.refetch:
            self.store.upsert("ledger", {"url": url, "changed": stamp(self.now()), **row})

    def _set(self, where: str, address: str, row: Mapping[str, object]) -> None:
        if self.refetch:
            names = ", ".join(f"{name} = ?" for name in (*row, "changed"))
            sql = f"UPDATE ledger SET {names} WHERE {where}"  # noqa: S608 -- names of ours
            self.store.db.execute(sql, [*row.values(), stamp(self.now()), address])


def dates_of(row: Row) -> list[Candidate]:
    """The dates that lists gave an address."""
    kept = json.loads(row.get("dates") or "{}")
    return [Candidate(field, text, origin) for origin, (field, text) in kept.items()]


def validators(row: Row | None) -> dict[str, str]:
    """The headers of a conditional request (RFC 9110, 13.1) for an address visited before."""
    kept = row or {}
    asked = {"If-None-Match": kept.get("etag"), "If-Modified-Since": kept.get("last_modified")}
    return (
        {name: value for name, value in asked.items() if value}
        if kept.get("state") in ("saved", "list")
        else {}
    )


def _age(published: str | None, now: datetime) -> float:
    """Hours since a date of any precision; 0 where it is not known."""
    if not published:
        return 0
    text = published if len(published) > 7 else f"{published}-01-01"[:10]
    then = datetime.fromisoformat(text)
    then = then if then.tzinfo else then.replace(tzinfo=now.tzinfo)
    return max((now - then).total_seconds() / 3600, 0)
