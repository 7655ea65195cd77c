"""One date string as it was understood, and what is known before it is read."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo

from stories.dates.evidence import Precision

OLDEST = 1600  # the first printed newspaper is of 1605: an earlier year is a misread number
NEWEST = 2100


@dataclass(slots=True, frozen=True)
class Clues:
    """What decides how a string is read.

    languages: BCP 47, the likeliest first. order: `DMY`, `MDY`, `YMD` or empty. timezone: IANA name, for a time
    without a zone. country: ISO 3166-1 alpha-2, for zone names that several countries use. base: the moment that
    relative words count from, aware.
    """

    languages: tuple[str, ...] = ()
    order: str = ""
    timezone: str = ""
    country: str = ""
    base: datetime | None = None


@dataclass(slots=True, frozen=True)
class Moment:
    """What a string says. value: ISO 8601 to its precision, None if it was not read; note: why, or what is uncertain.

    readings: the days that an ambiguous string may mean, the day-first reading first. printed: the day on the
    publisher's own calendar, which the instant's UTC day may differ from. wall: the minute on its own clock.
    """

    value: str | None
    precision: Precision | None = None
    zone: str | None = None
    note: str = ""
    readings: tuple[str, ...] = ()
    printed: str = ""
    wall: str = ""


def unread(reason: str, *readings: str) -> Moment:
    """A moment that was not read, and why."""
    return Moment(None, note=reason, readings=readings)


def plain(year: int, month: int | None = None, day: int | None = None) -> Moment:
    """A date without a time, to the precision of its parts."""
    if not OLDEST <= year <= NEWEST:
        return unread(f"the year {year} is out of range")
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return unread("no such day in the calendar")
    if month is None:
        return Moment(f"{year:04}", "year", printed=f"{year:04}")
    if day is None:
        return Moment(f"{year:04}-{month:02}", "month", printed=f"{year:04}-{month:02}")
    value = f"{year:04}-{month:02}-{day:02}"
    return Moment(value, "day", printed=value)


def instant(day: date, clock: time, zone: tzinfo | None, name: str | None) -> Moment:
    """A day and a time of day in `zone`; without one the time is taken as UTC, and the note says so."""
    if not OLDEST <= day.year <= NEWEST:
        return unread(f"the year {day.year} is out of range")
    note = "" if zone else "no zone stated: taken as UTC"
    moment = datetime.combine(day, clock, zone or UTC).astimezone(UTC)
    wall = f"{day.isoformat()}T{clock:%H:%M}"
    return Moment(moment.isoformat(), "instant", name, note, printed=day.isoformat(), wall=wall)
