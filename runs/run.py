"""A run: its row, its lock, what it counted and lost, and its ledger. The same for every spider."""

import logging
import sqlite3
from collections import Counter
from collections.abc import Iterator, MutableMapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

from runs.alert import alert
from runs.frontier import Ledger
from runs.hosts import Hosts
from runs.lock import Lock
from runs.verdict import KEPT, Count, Findings, Judgement, told
from store.database import Row, Store, stamp
from store.decisions import Saved
from stories.entries import Entry
from stories.item import CHALLENGE
from stories.page import Page
from stories.sites import host_of
from stories.text import printable

log = logging.getLogger(__name__)
SEEN_AGAIN = """
UPDATE stories SET last_seen = max(last_seen, ?) WHERE id = (SELECT story FROM urls WHERE url = ?)
"""
MEASURED: tuple[Count, ...] = ("read", "dated", "signed", "quoted")
NOT_JUDGED = Judgement("failed", "program", "ended before it could be judged")


class Run:
    """A run of a spider on a database; `outlet`: the name of the outlet that the spider reads, empty of a one-off.

    refetch, retry: the ledger's schedules, in hours. heir_of: the process whose locks this one takes over.
    counts: where it counts; a mapping that has 0 for what was not counted yet.
    """

    alert_command = ""

    def __init__(
        self,
        store: Store,
        spider: str,
        outlet: str = "",
        refetch: Sequence[float] = (),
        retry: Sequence[float] = (),
        heir_of: str = "",
        counts: MutableMapping[Count, int] | None = None,
    ) -> None:
        self.store = store
        self.spider = spider
        self.outlet = outlet
        self.counts: MutableMapping[Count, int] = Counter() if counts is None else counts
        self.findings = Findings(started=stamp(datetime.now(UTC)), counts=self.counts)
        self.judgement = NOT_JUDGED
        self.replayed: datetime | None = None  # the time of the archive that is replayed
        self.given: set[str] = set()  # addresses asked for because a person gave them
        self.waiting: Counter[str] = Counter()  # entries that are not yet saved, by their page's address
        self.id = store.add("runs", {"spider": spider, "started": self.findings.started})
        self.name = f"{spider}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{self.id}"
        self.hosts = Hosts(store)
        self.ledger = Ledger(store, refetch, retry, self.now)
        self.lock = Lock(store, spider, heir_of)

    def end(self, why: str) -> None:
        """Nothing can be kept any more (the disk is full, the database broken): the run ends, and says why."""
        self.findings.fatal = self.findings.fatal or why

    @property
    def refused(self) -> list[str]:
        """The pages that became no record, a line each."""
        return [printable(f"{url}: {reason}") for url, reason in self.findings.refused]

    def now(self) -> datetime:
        """The time that the ledger goes by: in a replay, the archive's."""
        return self.replayed or datetime.now(UTC)

    def count(self, what: Count) -> None:
        """One more."""
        self.counts[what] += 1

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction for what must not raise; a database that cannot be written ends the run."""
        try:
            with self.store.transaction():
                yield
        except sqlite3.Error as error:
            self.end(self.store.unusable(error))

    def trouble(self, url: str, reason: str, detail: str = "") -> None:
        """Something other than a page went wrong (a feed, a sitemap, a listing): the run is no longer `ok`."""
        self.count("errors")
        self.findings.troubles.append((url, reason))
        with self.writing():
            self.store.reject(url, "spider", reason, detail, self.id)
        log.info("%s: %s %s", url, reason, detail)

    def reject(self, url: str, stage: str, reason: str, detail: str = "", page: Page | None = None) -> None:
        """A page became no record; the ledger knows it by the address asked for."""
        self.count("rejected")
        self.findings.refused.append((url, f"{reason} {detail}".strip()))
        asked = (page.asked or page.url) if page else url
        with self.writing():
            self.store.reject(url, stage, reason, detail, self.id, page)
            self.ledger.stopped(asked, "failed" if stage == "fetch" else "rejected", reason)
        log.info("rejected %s: %s %s", url, reason, detail)

    def listed(self, row: Row, url: str = "", outlet: str = "") -> None:
        """A list named so many stories; with its address, it is remembered, as is what makes the next visit cheap."""
        self.counts["listed"] += row.get("listed") or 0
        with self.writing():
            if url:
                self.ledger.listed(url, outlet, row["listed"], row.get("etag"), row.get("last_modified"))

    def expect(self, entry: Entry) -> None:
        """An entry was found on a page, which is done with when the last of its entries is saved."""
        if entry.page:
            self.waiting[entry.page.asked or entry.page.url] += 1

    def seen_again(self, address: str) -> None:
        """A page had not changed since the last visit, which cost nothing."""
        self.hosts.answered(host_of(address))
        self.count("unchanged")
        self.counts["fetched"] -= 1
        with self.writing():
            if url := self.ledger.seen_again(address):
                self.store.db.execute(SEEN_AGAIN, [stamp(self.now()), url])

    def saved(self, record: Saved) -> None:
        """A record was written; call it in the record's transaction."""
        page = record.page
        if page is None:
            return
        self.hosts.answered(host_of(page.url))
        asked = page.asked or page.url
        self.waiting[asked] -= 1
        if self.waiting[asked] > 0:  # the page shows more entries
            return
        shown = {"etag": page.etag, "last_modified": page.last_modified, "published": record.published}
        url = record.url.split("#")[0]
        self.ledger.saved(asked, url, record.outlet, record.outcome != "unchanged", shown)

    def measure(self, record: Saved) -> None:
        """Count a record that was written, and what the run is held against its past by."""
        self.count(record.outcome)
        shows = {"read": True, "dated": record.published, "signed": record.signed, "quoted": record.quoted}
        for name in MEASURED:
            if shows[name]:
                self.count(name)

    def left_out(self, page: Page | None, detail: str) -> None:
        """A page's record is out of the range that the run was told to take; a page that a person named is told so."""
        asked = (page.asked or page.url) if page else ""
        if asked in self.given:
            self.reject(asked, "pipeline", "out of range", detail, page)
            return
        with self.writing():
            self.ledger.left_out(asked)

    def fault(self, url: str, what: str) -> None:
        """The program failed on a page."""
        self.count("errors")
        self.findings.troubles.append((url, what))

    def refuse(self, page: Page | None, reason: str, detail: str) -> None:
        """A stage refused what a page holds, or failed on it."""
        self.reject(page.url if page else "", "pipeline", reason, detail, page)
        live = self.ledger.refetch and not self.replayed
        if page and live and reason == CHALLENGE:
            with self.writing():
                self.hosts.refused(host_of(page.url), f"a {reason}", datetime.now(UTC))

    def line(self) -> str:
        """How the run went, in one line for people."""
        note = self.judgement.note
        return f"{self.spider}: {self.judgement.verdict} {told(self.counts)}" + (f" ({note})" if note else "")

    def finish(self, judgement: Judgement, reason: str) -> None:
        """Write the verdict, give the lock back, and tell whom it concerns; nothing can be written afterwards."""
        self.judgement = said = replace(judgement, note=printable(judgement.note))
        row = {name: self.counts[name] for name in KEPT} | {
            "finished": stamp(datetime.now(UTC)),
            "reason": reason,
            "verdict": said.verdict,
            "cause": said.cause or None,
            "example": said.example or None,
            "note": said.note or None,
        }
        try:
            self.store.change("runs", self.id, row)
            self.lock.release()
            alert(self.store, self.id, self.alert_command, self.line())
        except sqlite3.Error as error:
            log.error("the verdict could not be written: %s", error)
        self.store.close()
