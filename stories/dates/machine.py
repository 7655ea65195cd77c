"""Dates written for machines: ISO 8601 and its careless forms, seconds and milliseconds since 1970."""

import re
from datetime import UTC, date, datetime, time, timedelta

from stories.dates.clock import at, clock_of
from stories.dates.moment import OLDEST, Clues, Moment, plain, unread

ISO = re.compile(
    r"(?P<year>\d{4})(?P<a>[-/.]?)(?P<month>\d{2})(?P=a)(?P<day>\d{2})"
    r"(?:(?:\s?T\s?|[\s_]|,\s|(?<=-\d\d)-)(?P<hour>\d{2})(?P<b>:?)(?P<minute>\d{2})(?:(?P=b)(?P<second>\d{2})"
    r"(?:[.,](?P<fraction>\d{1,9}))?)?\s?(?P<tail>.{,45}))?",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"(?P<zone>|Z|(?:GMT|UTC)?\s?[+−-]\d{1,2}(?::?\d\d)?Z?|[A-Z]{2,5})\s?(?:\[(?P<place>[\w/+-]+)\])?",
    re.IGNORECASE,
)
RUN = re.compile(r"(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?")
OTHER_CALENDAR = (
    1000  # a year from here to the oldest counts from another epoch; below, it is a field left empty
)
EPOCH = re.compile(r"(\d{10})(?:\.\d+|\d{3}|\d{6})?")


def read_machine(text: str, clues: Clues) -> Moment | None:
    """The moment of a string that is wholly in a machine's form; None where it is in none."""
    if match := RUN.fullmatch(text):
        text = "{}-{}-{} {}:{}:{}".format(*match.groups("00"))
    elif match := EPOCH.fullmatch(text):
        return _epoch(int(match[1]))
    match = ISO.fullmatch(text)
    if not match or OTHER_CALENDAR < int(match["year"]) < OLDEST:
        return None
    whole = plain(int(match["year"]), int(match["month"]), int(match["day"]))
    return whole if whole.value is None or not match["hour"] else _timed(match, clues)


def _epoch(seconds: int) -> Moment:
    moment = datetime.fromtimestamp(seconds, UTC)
    if not 1990 <= moment.year < 2100:
        return unread("digits that are no time since 1970")
    return Moment(moment.isoformat(), "instant", "UTC", printed=moment.date().isoformat())


def _timed(match: re.Match[str], clues: Clues) -> Moment | None:
    day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    clock = clock_of(int(match["hour"]), int(match["minute"]), int(match["second"] or 0), match["fraction"])
    if match["hour"] == "24" and match["minute"] == "00":  # the end of the day (ISO 8601-1:2019, 4.3.8)
        day, clock = day + timedelta(days=1), time()
    tail = TAIL.fullmatch(match["tail"].strip())
    if clock is None or tail is None:
        return None if clock else unread("no such time of day")
    zone = tail["zone"].rstrip("Zz") if len(tail["zone"]) > 1 else tail["zone"]
    return at(day, clock, zone.upper() or f"[{tail['place'] or ''}]", clues)
