"""The verdict on a run: from what went wrong in it, and from its outlet's own past."""

import re
from collections import Counter
from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from runs.trend import MIN_RUNS, fallen, sunk
from store.database import Store
from store.tables import Row
from stories.text import many

Count = Literal[
    "found", "new", "updated", "unchanged", "rejected", "errors",
    "listed", "matched", "fetched", "read", "dated", "signed", "quoted",
]  # fmt: skip
PassedOver = tuple[int, str]
NO_STORY = "no story's address"  # why most are passed over
Verdict = Literal["ok", "degraded", "failed", "skipped"]
Cause = Literal["", "blocked", "moved", "markup changed", "feed empty", "network", "program"]
SHOWN: tuple[Count, ...] = ("found", "new", "updated", "unchanged", "rejected", "errors")
OUTCOMES: tuple[Count, ...] = (
    "new",
    "updated",
    "unchanged",
    "rejected",
)  # of what was found; the rest is left
KEPT: tuple[Count, ...] = (*SHOWN, "listed", "matched", "fetched", "read", "dated", "signed", "quoted")
EXIT_CODES: dict[Verdict, int] = {"ok": 0, "failed": 1, "degraded": 3, "skipped": 75}
REJECTED_BOUND = 0.5  # share of the pages found; beyond it a run is degraded
# Runs with arguments are no measure, nor those that a clock set ahead dates later than this one.
# Degraded ones are after a fortnight: what stays as it is, is the outlet's new way
PAST = """
SELECT * FROM runs WHERE spider = ? AND id < ? AND finished IS NOT NULL AND coalesce(arguments, '{}') = '{}'
  AND (verdict = 'ok' OR verdict = 'degraded' AND started < date(?, '-14 days'))
  AND started > date(?, '-100 days') AND started <= ? ORDER BY id DESC LIMIT 2000
"""
# The first pattern that a reason starts with says what class of trouble it is
CAUSES: tuple[tuple[str, Cause], ...] = (
    (
        r"HTTP (401|403|429|451)|host left alone|robots\.txt|not fetched|challenge|consent|paywall|address not",
        "blocked",
    ),
    (
        r"HTTP (404|410|3\d\d)|led to a|addresses changed|error page|index page|too many redirects|not in the archive"
        r"|revisit without",
        "moved",
    ),
    (r"host not found|connection|timed out|download failed|HTTP 5", "network"),
    (r"(feed|sitemap|listing) empty", "feed empty"),
    (r"error:|reading (failed|killed|took)|archive cannot", "program"),
    (r"", "markup changed"),
)
# What a share of pages falls short of, the cause that it shows, and the columns of part and whole
SHARES: tuple[tuple[str, Cause, tuple[Count, Count]], ...] = (
    ("pages read", "markup changed", ("read", "fetched")),
    ("with a date", "markup changed", ("dated", "read")),
    ("with an author", "markup changed", ("signed", "read")),
    ("with a quote", "markup changed", ("quoted", "read")),
)


@dataclass(slots=True)
class Findings:
    """What a run did, as far as it is judged.

    promises: how many stories the outlet's lists always name at least; 0 where a run may find none.
    passed_over: why addresses that lists named were not asked for: the reason, how many, and the first of them.
    troubles: (address, reason) of lists that failed and of faults. refused: the same, of pages that became no record.
    sample: an address of a page read without an author or a date, where there was one.
    walled: addresses of stories of which only a part is public.
    removed: how many stored stories turned out to be entries of the Resource Centre.
    scanned: of a run that looks for some pages of an archive, how many it looked at, read, and matched.
    """

    started: str = ""
    reason: str = "finished"
    promises: int = 1
    fatal: str = ""
    counts: MutableMapping[Count, int] = field(default_factory=Counter)  # 0 where nothing was counted
    troubles: list[tuple[str, str]] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    sample: str = ""
    passed_over: dict[str, PassedOver] = field(default_factory=dict)
    walled: list[str] = field(default_factory=list)
    removed: int = 0
    scanned: Counter[str] = field(default_factory=Counter)

    def noted(self, note: str) -> str:
        """A verdict's note, and what the run did to earlier records."""
        were = "that was an entry" if self.removed == 1 else "that were entries"
        removed = f"removed {many(self.removed, 'story')} {were}" if self.removed else ""
        scan = self.scanned
        looked = (
            f"looked at {many(scan['looked_at'], 'page')}, read {scan['read']}, {scan['matched']} matched"
        )
        return "; ".join(filter(None, [note, removed, looked if scan else ""]))


@dataclass(slots=True, frozen=True)
class Judgement:
    """The verdict, the class of trouble, one line for people, and an address that shows it."""

    verdict: Verdict
    cause: Cause = ""
    note: str = ""
    example: str = ""


class Numbers(Protocol):
    """The counts of a run: its row, or what it has counted so far."""

    def __getitem__(self, name: Count, /) -> int | None:
        """How many."""


def left(counts: Numbers) -> int:
    """How much of what a run found is neither saved nor rejected: it was left out, or left to the next run."""
    return (counts["found"] or 0) - sum(counts[name] or 0 for name in OUTCOMES)


def told(counts: Numbers) -> str:
    """The counts of a run's line: `found=4 new=1 updated=0 unchanged=2 rejected=0 left=1 errors=0`."""
    words = [f"{name}={counts[name]}" for name in SHOWN]
    if (rest := left(counts)) > 0:
        words.insert(-1, f"left={rest}")
    return " ".join(words)


def cause_of(reasons: Sequence[str]) -> Cause:
    """The class of trouble that most reasons show."""
    classes = Counter(
        next(cause for pattern, cause in CAUSES if re.match(pattern, reason)) for reason in reasons
    )
    return classes.most_common(1)[0][0] if classes else ""


def judge(run: Findings, past: Sequence[Row] = ()) -> Judgement:
    """The verdict on a run; `past`: rows of the outlet's earlier runs that went well."""
    return (
        _ended(run)
        or _found_nothing(run)
        or _in_trouble(run)
        or _below_its_past(run, past)
        or Judgement("ok")
    )


def past_of(store: Store, spider: str, run: int, started: str) -> list[Row]:
    """The earlier runs that a run of this spider is held against."""
    return store.rows(PAST, spider, run, started, started, started)


def _ended(run: Findings) -> Judgement | None:
    if run.fatal:
        return Judgement("failed", "program", run.fatal)
    if run.reason == "cancelled":
        return Judgement("failed", "", "cancelled; what was read is saved, and the next run goes on")
    if run.reason == "closespider_timeout":
        return Judgement("degraded", "network", "out of time; the next run takes up what is left")
    if run.reason != "finished":
        return _say("failed", run, f"ended by {run.reason}", "program")
    return None


def _no_record(pages: int, asked: str = "") -> str:
    return (
        f"the page{asked} became no record" if pages == 1 else f"none of {pages} pages{asked} became a record"
    )


def _found_nothing(run: Findings) -> Judgement | None:
    counts = run.counts
    lists = [reason for _, reason in run.troubles]
    if lists and not counts["found"] and set(lists) == {"host not found"}:
        return _say("failed", run, f"no network? {many(len(lists), 'address')} could not be looked up")
    if run.promises and not counts["found"] and not counts["listed"]:
        return _say("failed", run, "nothing found", "" if lists else "feed empty")
    saved = counts["new"] + counts["updated"] + counts["unchanged"]
    if run.promises and counts["listed"] and not counts["matched"] + counts["found"]:
        return _moved("failed", run, f"no story's address among {counts['listed']} that lists name")
    if counts["rejected"] + counts["errors"] and not saved and counts["found"] >= max(counts["listed"], 1):
        return _say("failed", run, _no_record(counts["found"]))
    if counts["fetched"] >= MIN_RUNS and not counts["read"] and counts["rejected"] >= counts["fetched"]:
        return _say("failed", run, _no_record(counts["fetched"], " asked for"))
    return None


def _in_trouble(run: Findings) -> Judgement | None:
    counts = run.counts
    if run.troubles:
        return _say("degraded", run, f"{len(run.troubles)} in trouble")
    met = max(
        counts["found"], counts["listed"]
    )  # a list that has not changed since last time is not gone through
    if counts["rejected"] > REJECTED_BOUND * met:
        return _say("degraded", run, f"{counts['rejected']} of {many(met, 'page')} rejected")
    if 0 < counts["listed"] < run.promises:
        return _say("degraded", run, f"{counts['listed']} listed, {run.promises} promised", "feed empty")
    if counts["listed"] and counts["matched"] < run.promises:
        said = f"{counts['matched']} of {counts['listed']} listed have a story's address, {run.promises} promised"
        return _moved("degraded", run, said)
    return None


def _below_its_past(run: Findings, past: Sequence[Row]) -> Judgement | None:
    counts = run.counts
    if words := run.started and fallen(counts["listed"], run.started, past, "listed"):
        return _say("degraded", run, f"stories listed: {words}", "feed empty")
    known = [row for row in past if row.get("matched") is not None]  # older runs did not count them
    if words := sunk(counts["matched"], counts["listed"], known, ("matched", "listed")):
        return _moved("degraded", run, f"with a story's address, of those listed: {words}")
    for what, cause, (part, whole) in SHARES:
        if words := sunk(counts[part], counts[whole], past, (part, whole)):
            if part == "read" and len(run.walled) > len(run.refused):
                return Judgement("degraded", "blocked", f"{what} whole: {words}", run.walled[0])
            shown = cause_of([reason for _, reason in run.refused]) if part == "read" else cause
            return Judgement("degraded", shown or cause, f"{what}: {words}", _example(run) or run.sample)
    return None


def _moved(verdict: Verdict, run: Findings, words: str) -> Judgement:
    """The outlet's lists name addresses of another form than its stories had."""
    _, example = run.passed_over.get(NO_STORY, (0, ""))
    return Judgement(verdict, "moved", words + (f", such as {example}" if example else ""), example)


def _say(verdict: Verdict, run: Findings, words: str, cause: Cause = "") -> Judgement:
    seen = run.troubles or run.refused
    first = next((f"; {reason}: {url}" for url, reason in seen), "")  # an address may be long
    return Judgement(verdict, cause or cause_of([reason for _, reason in seen]), words + first, _example(run))


def _example(run: Findings) -> str:
    return next((url for url, _ in run.troubles + run.refused), "")
