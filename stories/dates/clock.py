"""A time of day as it is printed, and the instant that it makes of a day."""

import re
from datetime import date, time

from stories.dates import zones
from stories.dates.moment import Clues, Moment, instant

MORNING = "a.m.|am|오전|上午|午前|凌晨|早上|صباحا|صباحاً|ص|ΠΜ|π.μ.|öö"
EVENING = "p.m.|pm|오후|下午|午後|晚上|中午|مساء|مساءً|م|ΜΜ|μ.μ.|ös"


def _half(words: str) -> str:
    return "|".join(re.escape(word) for word in words.split("|"))


CLOCK = re.compile(
    rf"(?:(?P<early>{_half(MORNING)})|(?P<late>{_half(EVENING)}))?\s?"
    r"(?<![\d:/])(?P<hour>[01]?\d|2[0-4])(?:"
    r"\s?[:h時时点點시.]\s?(?P<minute>[0-5]\d)(?:\s?[:分분]\s?(?P<second>[0-5]\d))?(?:[.,]\d{3,})?\s?[분分]?(?!\.?\d)"
    r"|\s?(?:uhr|時|时|點|点|시|h)(?![^\W\d_])|(?=\s?[ap]\.?m\b))"
    rf"\s?(?:(?P<early2>{_half(MORNING)})|(?P<late2>{_half(EVENING)}))?(?![^\W\d_]{{2}})",
    re.IGNORECASE,
)


def clock_of(hour: int, minute: int = 0, second: int = 0, fraction: str | None = None) -> time | None:
    """A time of day, None where there is none such. A leap second counts as the one before it."""
    if hour > 23 or minute > 59 or second > 60:
        return None
    return time(hour, minute, min(second, 59), int((fraction or "0")[:6].ljust(6, "0")))


def find_clock(text: str) -> tuple[time | None, str]:
    """(the time of day in `text`, the text that is left without it)."""
    match = CLOCK.search(text)
    if not match:
        return None, text
    hour = int(match["hour"])
    if match["late"] or match["late2"]:
        hour = hour + 12 if hour < 12 else hour
    elif (match["early"] or match["early2"]) and hour == 12:
        hour = 0
    rest = text[: match.start()] + " " + text[match.end() :]
    return clock_of(hour, int(match["minute"] or 0), int(match["second"] or 0)), rest


def at(day: date, clock: time, zone_words: str, clues: Clues) -> Moment:
    """The instant of a printed day and time. The zone is the one in `zone_words`, else the outlet's, else UTC.

    A zone name that may mean several leaves the day alone: half a day's error would be invented.
    """
    zone, name, note = zones.find(zone_words, clues.country)
    if note:
        return Moment(day.isoformat(), "day", note=note, printed=day.isoformat())
    if zone:
        return instant(day, clock, zone, name)
    return instant(day, clock, *zones.home(clues.timezone, clues.country))
