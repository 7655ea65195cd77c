"""Which of a page's dates is believed, and why the others are not."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from stories.dates.evidence import Candidate, DateEvidence, Field
from stories.dates.moment import Clues, Moment, unread
from stories.dates.reader import read_moment
from stories.dates.trust import EXACT, trust
from stories.dates.url import read_url
from stories.outlet import Outlet

SLACK = timedelta(days=1)  # a clock may be wrong, and the publisher's day may be ahead of UTC's
UNSET = (
    "1970-01-01",
    "0001-01-01",
    "1900-01-01",
    "1969-12-31",
)  # what software prints for a field never filled
FINENESS = {"instant": 3, "day": 2, "month": 1, "year": 0, None: -1}


@dataclass(slots=True, frozen=True)
class Judged:
    """A candidate with what was read from it and how far its origin is trusted (0 most)."""

    candidate: Candidate
    moment: Moment
    rank: int


def choose_dates(
    candidates: Iterable[Candidate], outlet: Outlet, fetched: datetime, language: str | None = None
) -> list[DateEvidence]:
    """Every candidate read and judged; at most one `published` and one `modified` are chosen.

    fetched: aware. language: BCP 47 of the page. The order of trust is that of `stories.dates.trust`; a finer value from
    an origin of the same page that agrees with the most trusted one is taken instead of it. Losers keep their reason.
    """
    clues = _clues(outlet, fetched, language)
    judged = [_judge(candidate, clues) for candidate in dict.fromkeys(candidates)]
    judged = _order_by_page(judged, clues)
    winners = [w for field in ("published", "modified") if (w := _winner(judged, field))]
    return [_evidence(one, winners) for one in judged]


def _clues(outlet: Outlet, fetched: datetime, language: str | None) -> Clues:
    languages = tuple(dict.fromkeys(filter(None, (*outlet.languages, language or ""))))
    return Clues(languages, outlet.date_order, outlet.timezone, outlet.country, fetched)


def _judge(candidate: Candidate, clues: Clues) -> Judged:
    if candidate.origin == "url":
        moment = read_url(candidate.text)
    else:
        moment = read_moment(candidate.text, clues, candidate.field)
    return Judged(candidate, _bounded(moment, clues), trust(candidate))


def _bounded(moment: Moment, clues: Clues) -> Moment:
    if moment.value is None or clues.base is None:
        return moment
    if moment.printed in UNSET or moment.value[:10] in UNSET:
        return unread("a field that was never filled")
    latest = clues.base + SLACK
    if moment.precision == "instant":
        late = datetime.fromisoformat(moment.value) > latest
    else:
        late = moment.value > latest.date().isoformat()[: len(moment.value)]
    return (
        replace(moment, value=None, precision=None, note=f"later than the fetch: {moment.value}")
        if late
        else moment
    )


def _order_by_page(judged: list[Judged], clues: Clues) -> list[Judged]:
    """The ambiguous days decided by the page's own unambiguous dates, or by the fetch, where they can be."""
    known = {one.moment.printed for one in judged if one.moment.printed}
    order = next(filter(None, (_page_order(one.candidate.text) for one in judged)), "")
    return [
        replace(one, moment=_decide(one, known, order, clues)) if one.moment.readings else one
        for one in judged
    ]


def _decide(one: Judged, known: set[str], order: str, clues: Clues) -> Moment:
    readings = one.moment.readings
    possible = [
        day for day in readings if clues.base is None or day <= (clues.base + SLACK).date().isoformat()
    ]
    agreed = [day for day in possible if day in known]
    if len(agreed) == 1 or len(possible) == 1:
        day = (agreed or possible)[0]
        order = "DMY" if day == readings[0] else "MDY"
    if not order:
        return one.moment
    return _bounded(read_moment(one.candidate.text, replace(clues, order=order), one.candidate.field), clues)


def _page_order(text: str) -> str:
    """The order that a date in digits shows by itself: 25/12/2019 can only have the day first."""
    match = re.search(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]\d{4}(?!\d)", text[:200])
    if not match or (int(match[1]) > 12) == (int(match[2]) > 12):
        return ""
    return "DMY" if int(match[1]) > 12 else "MDY"


def _winner(judged: list[Judged], field: Field | str) -> Judged | None:
    read = [one for one in judged if one.candidate.field == field and one.moment.value]
    if not read:
        return None
    best = min(read, key=lambda one: one.rank)
    finer = [one for one in read if one.rank <= EXACT and _agrees(one.moment, best.moment)]
    return max(finer, key=lambda one: (_fineness(one.moment), -one.rank), default=best)


def _fineness(moment: Moment) -> tuple[int, bool]:
    return FINENESS[moment.precision], moment.zone is not None


def _agrees(finer: Moment, coarse: Moment) -> bool:
    """Whether one says what the other says, only more exactly."""
    if coarse.precision == "instant":
        same = bool(finer.value and coarse.value and finer.printed == coarse.printed)
        return same and (finer == coarse or (coarse.zone is None and _wall(finer) == coarse.value[:16]))  # type: ignore[index]
    return bool(coarse.value) and finer.printed.startswith(coarse.value or "-")


def _wall(moment: Moment) -> str:
    return (moment.value or "")[:16]


def _evidence(one: Judged, winners: list[Judged]) -> DateEvidence:
    candidate, moment, chosen = one.candidate, one.moment, one in winners
    note = moment.note
    if moment.value and not chosen:
        winner = next(w for w in winners if w.candidate.field == candidate.field)
        note = f"{_verdict(moment, winner.moment)} {winner.candidate.origin}" + (f"; {note}" if note else "")
    return DateEvidence(
        candidate.field,
        moment.value,
        moment.precision,
        candidate.text,
        candidate.origin,
        chosen,
        zone=moment.zone,
        note=note,
        printed=moment.printed,
    )


def _verdict(moment: Moment, winner: Moment) -> str:
    if moment.value == winner.value:
        return "the same as"
    fine = moment if _fineness(moment) > _fineness(winner) else winner
    coarse = winner if fine is moment else moment
    return "agrees with" if _agrees(fine, coarse) else "less trusted than"


def as_day(value: str) -> date:
    """The day of an ISO value of day or instant precision."""
    return date.fromisoformat(value[:10])
