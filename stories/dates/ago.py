"""Dates said by their distance from now: "2 hours ago", "vor 3 Tagen", "gestern"."""

import re
from datetime import UTC, date, timedelta

from stories.dates import zones
from stories.dates.clock import at, find_clock
from stories.dates.labels import bare
from stories.dates.moment import Clues, Moment, plain, unread
from stories.dates.names import NUMBERS, distances

SPAN = re.compile(r"(?P<in>in )?(?P<count>\\1|\d+) (?P<unit>\w+)(?: ago)?")
HOURS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0, "day": 24.0}
DAYS = {"week": 7.0, "fortnight": 14.0, "month": 30.44, "year": 365.25}


def read_ago(text: str, clues: Clues) -> Moment | None:
    """The moment of a text that, but for labels and a time of day, is only a distance from the base."""
    clock, rest = find_clock(text)
    for words in dict.fromkeys((bare(text), bare(rest))):
        for language in clues.languages or ("en",):
            for pattern, english in distances(language):
                if match := pattern.fullmatch(words):
                    if clues.base is None:
                        return unread("relative, and nothing to count from")
                    moment = distant(english, next((g for g in match.groups() if g), ""), clues)
                    return _clocked(moment, clock if words != bare(text) else None, rest, clues)
    return None


def distant(english: str, count: str, clues: Clues) -> Moment:
    """The day, month or year that lies so far from the base; `english` is dateparser's name of the distance.

    Hours and minutes give their day: they are rounded, so the time of day is not known. Weeks and months give
    a month, years a year.
    """
    match = SPAN.match(english)
    if not match or clues.base is None:
        return unread("a distance that is not understood")
    number = float((count or "0").replace(",", ".")) if match["count"] == "\\1" else float(match["count"])
    if number > 10_000:
        return unread("a distance out of range")
    zone, _ = zones.home(clues.timezone, clues.country)
    here, sign, unit = clues.base.astimezone(zone or UTC), 1 if match["in"] else -1, match["unit"]
    if unit in HOURS:
        there = here + sign * timedelta(hours=number * HOURS[unit])
        return plain(there.year, there.month, there.day)
    if unit == "month":
        months = here.year * 12 + here.month - 1 + sign * round(number)
        return plain(months // 12, months % 12 + 1)
    if unit == "year":
        return plain(here.year + sign * round(number))
    there = here + sign * timedelta(days=number * DAYS.get(unit, 0))
    return plain(there.year, there.month) if unit in DAYS else unread("a distance that is not understood")


def read_counted(words: str, language: str, clues: Clues) -> Moment | None:
    """The moment of words such as "two days ago" in a language whose small numbers are known."""
    numbers = NUMBERS.get(language.split("-")[0].lower(), "").split()
    digits = re.sub(
        r"[^\W\d]+",
        lambda m: str(numbers.index(m[0].lower()) + 1) if m[0].lower() in numbers else m[0],
        words,
    )
    for pattern, english in distances(language):
        if match := pattern.fullmatch(digits):
            return distant(english, next((g for g in match.groups() if g), ""), clues)
    return None


def _clocked(moment: Moment, clock: object, zone_words: str, clues: Clues) -> Moment:
    if clock is None or moment.precision != "day" or moment.value is None:
        return moment
    return at(date.fromisoformat(moment.value), clock, zone_words, clues)  # type: ignore[arg-type]
