"""A run: its row, its lock, its verdict, and what its parts share. The same for every spider."""

import json
import logging
import sqlite3
from collections import Counter
from collections.abc import MutableMapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from runs.alert import alert
from runs.clock import Clock
from runs.frontier import Ledger
from runs.hosts import Hosts
from runs.lock import Lock
from runs.outcomes import Outcomes
from runs.verdict import KEPT, Count, Findings, Judgement, told
from store.database import Store
from store.tables import stamp
from stories.text import printable

log = logging.getLogger(__name__)
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
        self.clock = Clock()
        self.lock = Lock(store, spider, heir_of)
        with store.transaction():
            self.id = store.add("runs", {"spider": spider, "started": self.findings.started})
            if not outlet:
                self.lock.stand_beside(self.id)
        store.watch(self.id, self.findings.started)
        self.name = f"{spider}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{self.id}"
        self.hosts = Hosts(store)
        self.ledger = Ledger(store, refetch, retry, self.clock.now)
        self.outcomes = Outcomes(
            store, self.id, self.ledger, self.hosts, self.counts, self.findings, self.clock, self.end
        )

    def end(self, why: str) -> None:
        """Nothing can be kept any more (the disk is full, the database broken): the run ends, and says why."""
        self.findings.fatal = self.findings.fatal or why

    def look(self) -> None:
        """End the run where its database is not at its place any more."""
        if why := self.store.replaced():
            self.end(why)

    @property
    def refused(self) -> list[str]:
        """The pages that became no record, a line each."""
        return [printable(f"{url}: {reason}") for url, reason in self.findings.refused]

    def line(self) -> str:
        """How the run went, in one line for people."""
        note = self.judgement.note
        return f"{self.spider}: {self.judgement.verdict} {told(self.counts)}" + (f" ({note})" if note else "")

    def finish(self, judgement: Judgement, reason: str) -> None:
        """Write the verdict, give the lock back, and tell whom it concerns; nothing can be written afterwards."""
        self.judgement = said = replace(judgement, note=printable(self.findings.noted(judgement.note)))
        row = {name: self.counts[name] for name in KEPT} | {
            "finished": stamp(datetime.now(UTC)),
            "reason": reason,
            "verdict": said.verdict,
            "cause": said.cause or None,
            "example": said.example or None,
            "note": said.note or None,
            "passed_over": json.dumps(self.findings.passed_over, ensure_ascii=False),
        }
        try:
            self.store.change("runs", self.id, row)
            self.lock.release()
            alert(self.store, self.id, self.alert_command, self.line())
        except sqlite3.Error as error:
            log.error("the verdict could not be written: %s", error)
        self.store.close()
