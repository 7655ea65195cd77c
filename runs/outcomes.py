"""What became of each address and page of a run: counted, written down, and known by the ledger."""

import json
import logging
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from datetime import UTC, datetime

from runs.clock import Clock
from runs.frontier import Ledger
from runs.hosts import Hosts
from runs.verdict import Count, Findings
from store.ahead import latest
from store.database import Store
from store.saved import Saved
from store.tables import Row, stamp
from stories.entries import Entry
from stories.item import CHALLENGE
from stories.page import Page
from stories.sites import host_of
from stories.text import with_detail

log = logging.getLogger(__name__)
SEEN_AGAIN = """
UPDATE stories SET last_seen = iif(last_seen > :latest, :now, max(last_seen, :now))
WHERE id = (SELECT story FROM urls WHERE url = :url)
"""
MEASURED: tuple[Count, ...] = ("read", "dated", "signed", "quoted")


class Outcomes:
    """Spiders and stages tell it what they met. end: what ends the run where nothing can be kept any more.

    given: addresses asked for because a person gave them. waiting: entries not yet saved, by their page's address.
    """

    def __init__(
        self,
        store: Store,
        run: int,
        ledger: Ledger,
        hosts: Hosts,
        counts: MutableMapping[Count, int],
        findings: Findings,
        clock: Clock,
        end: Callable[[str], None],
    ) -> None:
        self.store = store
        self.run = run
        self.ledger = ledger
        self.hosts = hosts
        self.counts = counts
        self.findings = findings
        self.clock = clock
        self.end = end
        self.given: set[str] = set()
        self.waiting: Counter[str] = Counter()

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
            self.store.reject(url, "spider", reason, detail, self.run)
        log.info("%s: %s %s", url, reason, detail)

    def noted(self, url: str, reason: str, detail: str = "") -> None:
        """What went wrong and leaves the run as it is: it is a row, and counts for nothing."""
        with self.writing():
            self.store.reject(url, "spider", reason, detail, self.run)
        log.info("%s: %s %s", url, reason, detail)

    def reject(self, url: str, stage: str, reason: str, detail: str = "", page: Page | None = None) -> None:
        """A page became no record; the ledger knows it by the address asked for."""
        self.count("rejected")
        self.findings.refused.append((url, with_detail(reason, detail)))
        asked = (page.asked or page.url) if page else url
        with self.writing():
            self.store.reject(url, stage, reason, detail, self.run, page)
            self.ledger.stopped(asked, "failed" if stage == "fetch" else "rejected", reason)
        log.info("rejected %s: %s %s", url, reason, detail)

    def listed(self, row: Row, url: str = "", outlet: str = "") -> None:
        """What a list named, and how much of it has a story's address; with the list's own address, it is remembered, as
        is what makes the next visit cheap.
        """
        listed = row.get("listed") or 0
        self.counts["listed"] += listed
        matched = row.get("matched")
        self.counts["matched"] += listed if matched is None else matched  # older ledgers do not know
        for reason, (count, example) in json.loads(row.get("passed_over") or "{}").items():
            before, first = self.findings.passed_over.get(reason, (0, ""))
            self.findings.passed_over[reason] = (before + count, first or example)
        with self.writing():
            if url:
                self.ledger.listed(url, outlet, row)

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
                now = self.clock.now()
                times = {"now": stamp(now), "latest": latest(now)}
                self.store.db.execute(SEEN_AGAIN, times | {"url": url})

    def saved(self, record: Saved) -> None:
        """A record was written; call it in the record's transaction."""
        page = record.page
        if page is None or not self.ledger.refetch:  # nobody was asked for it
            return
        if not page.item:  # a feed that answers says nothing of the host's pages
            self.hosts.answered(host_of(page.url))
        asked = page.asked or page.url
        self.waiting[asked] -= 1
        if self.waiting[asked] > 0:  # the page shows more entries
            return
        shown = {"etag": page.etag, "last_modified": page.last_modified, "published": record.published}
        url = record.url.split("#")[0]
        self.ledger.saved(asked, url, record.outlet, record.outcome != "unchanged", shown)

    def measure(self, record: Saved) -> None:
        """Count a record that was written, and what the run is held against its past by: of a partial one, nothing."""
        self.count(record.outcome)
        if record.partial:
            self.findings.walled.append(record.url)
            return
        shows = {"read": True, "dated": record.published, "signed": record.signed, "quoted": record.quoted}
        for name in MEASURED:
            if shows[name]:
                self.count(name)

    def removed(self, stories: int) -> None:
        """So many stored stories turned out to be entries, and are no stories any more."""
        self.findings.removed += stories

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
        live = self.ledger.refetch and not self.clock.replayed
        if page and live and reason == CHALLENGE:
            with self.writing():
                self.hosts.refused(host_of(page.url), f"a {reason}", datetime.now(UTC))
