"""Dates said by their distance from now: "2 hours ago", "vor 3 Tagen", "gestern"."""

import re
from datetime import UTC, date, time, timedelta

from stories.dates import zones
from stories.dates.clock import at, find_clock
from stories.dates.distances import told
from stories.dates.labels import bare, unlabelled
from stories.dates.moment import Clues, Moment, plain, unread
from stories.dates.names import NUMBERS, distances

SINCE = re.compile("منذ|قبل حوالي")  # Arabic has two words for "ago", dateparser one of them
SPAN = re.compile(r"(?P<in>in )?(?P<count>\\1|\d+) (?P<unit>\w+)(?: ago)?")
HOURS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0, "day": 24.0}
DAYS = {"week": 7, "fortnight": 14}
UNKNOWN = "a distance that is not understood"


def read_ago(text: str, clues: Clues) -> Moment | None:
    """The moment of a text that, but for labels and a time of day, is only a distance from the base."""
    clock, rest = find_clock(text)
    day_words = rest.replace(zones.find(rest)[1] or "\0", "")
    for line, timed in ((unlabelled(text), False), (bare(text), False), (bare(day_words), True)):
        for language in dict.fromkeys((*clues.languages, "en")):
            if moment := read_counted(SINCE.sub("قبل", line), language, clues):
                return _clocked(moment, clock if timed else None, rest, clues)
    english, count = told(text)
    return distant(english, count, clues) if english else None


def read_counted(words: str, language: str, clues: Clues) -> Moment | None:
    """The moment of words that are a distance in a language, small numbers in letters or digits."""
    numbers = NUMBERS.get(language.split("-")[0].lower(), "").split()
    digits = re.sub(r"[^\W\d]+", lambda m: _digits(m[0], numbers), words)
    for pattern, english in distances(language):
        for line in dict.fromkeys((words, digits)):
            if match := pattern.fullmatch(line):
                return distant(english, next((g for g in match.groups() if g), ""), clues)
    return None


def _digits(word: str, numbers: list[str]) -> str:
    low = word.lower()
    return next((str(number) for number, forms in enumerate(numbers, 1) if low in forms.split("/")), word)


def distant(english: str, count: str, clues: Clues) -> Moment:
    """The day, month or year that lies so far from the base; `english` is dateparser's name of the distance.

    Hours and minutes give their day: they are rounded, so the time of day is not known. Months give
    a month, weeks the month that they lie in, years a year.
    """
    match = SPAN.match(english)
    if clues.base is None:
        return unread("relative, and nothing to count from")
    if not match:
        return unread(UNKNOWN)
    number = float((count or "0").replace(",", ".")) if match["count"] == "\\1" else float(match["count"])
    if number > 10_000:
        return unread("a distance out of range")
    zone, _ = zones.home(clues.timezone, clues.country)
    here, direction, unit = clues.base.astimezone(zone or UTC), 1 if match["in"] else -1, match["unit"]
    if unit in HOURS:
        there = here + direction * timedelta(hours=number * HOURS[unit])
        return plain(there.year, there.month, there.day)
    if unit == "month":
        months = here.year * 12 + here.month - 1 + direction * round(number)
        return plain(months // 12, months % 12 + 1)
    if unit == "year":
        return plain(here.year + direction * round(number))
    return (
        _week(here.date() + direction * timedelta(days=number * DAYS[unit]))
        if unit in DAYS
        else unread(UNKNOWN)
    )


def _week(day: date) -> Moment:
    """The month that a day's whole week lies in, else the year, else nothing."""
    monday = day - timedelta(days=day.weekday())
    sunday = monday + timedelta(days=6)
    if monday.year != sunday.year:
        return unread("a week of two years")
    return plain(day.year, day.month if monday.month == sunday.month else None)


def _clocked(moment: Moment, clock: time | None, zone_words: str, clues: Clues) -> Moment:
    if clock is None or moment.precision != "day" or moment.value is None:
        return moment
    return at(date.fromisoformat(moment.value), clock, zone_words, clues)
