"""Which of a page's dates is believed, and why the others are not."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from stories.dates import zones
from stories.dates.agreement import agrees, fineness, localised, same_clock, without_time
from stories.dates.calendars import tidy
from stories.dates.evidence import Candidate, DateEvidence, Field
from stories.dates.judged import Judged, outvoted, rank, told_apart
from stories.dates.moment import Clues, Moment, unread
from stories.dates.printed import find_printed
from stories.dates.reader import read_moment
from stories.dates.trust import LAST_RANK, LAST_RELIABLE, trust
from stories.dates.url import read_url
from stories.outlet import Outlet

SLACK = timedelta(days=1)  # a clock may be wrong, and the publisher's day may be ahead of UTC's
UNSET = (
    "0001-01-01",
    "1899-12-31",
    "1900-01-01",
    "1969-12-31",
    "1970-01-01",
)  # a field that was never filled
WEB = "1990"  # what merely looks like an earlier date, away from the headline, is a year in a story or a product's code
AMONG = 12  # characters beside a date, more than a weekday has
IN_GMT = frozenset({"meta originalpublicationdate"})  # the BBC's, until 2014
DIGITS = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]\d{4}(?!\d)")


def choose_dates(
    candidates: Iterable[Candidate], outlet: Outlet, fetched: datetime, language: str | None
) -> list[DateEvidence]:
    """See `stories.dates.choose_dates`, the door."""
    clues = _clues(outlet, fetched, language)
    judged = _ordered([_judge(candidate, clues) for candidate in dict.fromkeys(candidates)], clues)
    published, modified = _winner(told_apart(judged), "published"), _winner(judged, "modified")
    winners = {"published": published, "modified": modified}
    evidence = [_evidence(one, winners[one.candidate.field], judged) for one in judged]
    return evidence + ([] if published or not modified else [_stand_in(modified)])


def _clues(outlet: Outlet, fetched: datetime, language: str | None) -> Clues:
    languages = tuple(dict.fromkeys(filter(None, (*outlet.languages, language or ""))))
    return Clues(languages, outlet.date_order, outlet.timezone, outlet.country, fetched)


def _judge(candidate: Candidate, clues: Clues) -> Judged:
    if candidate.origin in IN_GMT:
        clues = replace(clues, timezone="UTC")
    in_address = candidate.origin == "url"
    moment = read_url(candidate.text) if in_address else read_moment(candidate.text, clues, candidate.field)
    moment = without_time(moment, zones.likely(clues.timezone, clues.country, clues.languages))
    rank = trust(candidate)
    if "1000" < (moment.value or "9") < WEB and (rank > LAST_RELIABLE or _in_words(candidate)):
        moment = unread(f"before the web: {moment.value}")
    return Judged(candidate, _bounded(moment, clues), rank)


def _in_words(candidate: Candidate) -> bool:
    """Whether a printed date stands among words that are no label of it."""
    found = find_printed(text := tidy(candidate.text), Clues())
    dates = sum(one.end - one.start for one in found)
    return candidate.origin == "visible headline" and len(text) - dates > AMONG


def _bounded(moment: Moment, clues: Clues) -> Moment:
    """The moment, unread if it lies after the fetch or is what software prints for no date at all."""
    if moment.value is None or clues.base is None:
        return moment
    if moment.printed in UNSET or moment.value[:10] in UNSET:
        return unread("a field that was never filled")
    latest = clues.base + SLACK
    if moment.precision == "instant":
        late = datetime.fromisoformat(moment.value) > latest
    else:
        late = moment.value > latest.date().isoformat()[: len(moment.value)]
    return unread(f"later than the fetch: {moment.value}", *moment.readings) if late else moment


def _ordered(judged: list[Judged], clues: Clues) -> list[Judged]:
    """Ambiguous days decided by the page's own unambiguous dates, or by the fetch, where they can be."""
    known = {one.moment.printed for one in judged if one.moment.printed}
    order = next(filter(None, (_order_shown(one.candidate.text) for one in judged)), "")
    return [
        replace(one, moment=_decided(one, known, order, clues)) if one.moment.readings else one
        for one in judged
    ]


def _decided(one: Judged, known: set[str], order: str, clues: Clues) -> Moment:
    readings = one.moment.readings
    possible = [
        day for day in readings if clues.base is None or day <= (clues.base + SLACK).date().isoformat()
    ]
    agreed = [day for day in possible if day in known]
    if len(agreed) == 1 or len(possible) == 1:
        order = "DMY" if (agreed or possible)[0] == readings[0] else "MDY"
    if order:
        decided = replace(clues, order=order)
        return _bounded(read_moment(one.candidate.text, decided, one.candidate.field), clues)
    return _year_of(one.moment) if len(possible) == 2 else one.moment


def _order_shown(text: str) -> str:
    """The order that a date in digits shows by itself: 25/12/2019 can only have the day first."""
    match = DIGITS.search(text[:200])
    if not match or (int(match[1]) > 12) == (int(match[2]) > 12):
        return ""
    return "DMY" if int(match[1]) > 12 else "MDY"


def _year_of(moment: Moment) -> Moment:
    """All that is sure of a day that may be read two ways."""
    year = moment.readings[0][:4]
    return Moment(year, "year", None, moment.note, moment.readings, year)


def _winner(judged: list[Judged], field: Field) -> Judged | None:
    read = [one for one in judged if one.candidate.field == field and one.moment.value]
    if not read:
        return None
    updates = [one for one in judged if one.candidate.field == "modified" and one.moment.value]
    read = outvoted(read, updates)
    best = min(read, key=lambda one: (bool(one.moment.readings), one.rank))
    month = best.moment.precision == "month"  # a day of the same month is seldom another story's
    trusted = LAST_RANK if month else LAST_RELIABLE
    finer = [one for one in read if _refines(one, best, trusted)]
    return max(finer, key=lambda one: (fineness(one.moment), -one.rank), default=best)


def _refines(one: Judged, best: Judged, trusted: int) -> bool:
    near = one.rank <= trusted and agrees(one.moment, best.moment)
    return near or same_clock(one.moment, best.moment)


def _evidence(one: Judged, winner: Judged | None, judged: list[Judged]) -> DateEvidence:
    candidate, moment, chosen = one.candidate, one.moment, one is winner
    note = moment.note
    if chosen:
        rest = sorted((o for o in judged if o.candidate.field == candidate.field and o is not one), key=rank)
        moment = localised(moment, [other.moment for other in rest if other.rank <= LAST_RELIABLE])
    elif moment.value and winner:
        note = "; ".join(filter(None, (f"{_verdict(moment, winner.moment)} {winner.candidate.origin}", note)))
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
    return "agrees with" if agrees(moment, winner) or agrees(winner, moment) else "less trusted than"


def _stand_in(modified: Judged) -> DateEvidence:
    """The day of the only update that a page shows, for a publication that it does not date."""
    candidate, moment = modified.candidate, modified.moment
    day, precision = moment.printed, "day" if moment.precision == "instant" else moment.precision
    note = "the page dates only an update: published on this day or before"
    return DateEvidence(
        "published", day, precision, candidate.text, candidate.origin, True, note=note, printed=day
    )
