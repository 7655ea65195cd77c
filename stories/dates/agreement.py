"""When two dates of one page say the same, one more exactly or on another clock."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from stories.dates.moment import Moment

FINENESS = {"instant": 3, "day": 2, "month": 1, "year": 0, None: -1}
ZULU = frozenset({"Z", "UTC", "GMT", "+00:00", "+0000", None})
MIDNIGHT = time()
EAST, WEST = timedelta(hours=14), timedelta(hours=-12)  # the clocks of the Earth, from UTC


def fineness(moment: Moment) -> tuple[int, bool]:
    """How exact a moment is; an instant whose zone is stated more than one whose zone was assumed."""
    return FINENESS[moment.precision], moment.zone is not None


def agrees(finer: Moment, coarser: Moment) -> bool:
    """Whether `finer` says what `coarser` says, as exactly or more so."""
    if finer.value is None or coarser.value is None:
        return False
    if coarser.precision != "instant":
        return finer.printed.startswith(coarser.value)
    if finer.precision != "instant":
        return False
    return finer.value == coarser.value or same_clock(finer, coarser)


def same_clock(zoned: Moment, bare: Moment) -> bool:
    """Whether one instant is the other with its zone stated: both show the same minute on the same day."""
    return zoned.zone is not None and bare.zone is None and bool(bare.wall) and zoned.wall == bare.wall


def without_time(moment: Moment, zones: Iterable[tzinfo]) -> Moment:
    """The day of an instant that is midnight in UTC, or stated in UTC and midnight to the second in one of `zones`.

    Software writes so where no time of day was given: `2019-12-01T23:00:00Z` is the second of December in Vienna. A
    midnight with another offset was written by software that knew the place, and is kept.
    """
    if moment.precision != "instant" or moment.zone not in ZULU or moment.value is None:
        return moment
    when = datetime.fromisoformat(moment.value)
    for zone in (UTC, *(zones if moment.zone else ())):
        local = when.astimezone(zone)
        if local.time() == MIDNIGHT:
            day = local.date().isoformat()
            return Moment(day, "day", note=f"midnight, a day without a time: {moment.value}", printed=day)
    return moment


def localised(moment: Moment, others: list[Moment]) -> Moment:
    """An instant of UTC with the day that its publisher printed, where another date of the page shows which.

    A story of 23:10 in UTC that stands under the next day's date was published on that day where its readers are.
    The other date must be a neighbouring day that some zone's clock can have shown at that instant.
    """
    if (
        moment.precision != "instant"
        or moment.zone not in ZULU
        or moment.zone is None
        or moment.value is None
    ):
        return moment
    when = datetime.fromisoformat(moment.value)
    shown = [other.printed for other in others if _shows(other, moment, when)]
    return moment if moment.printed in shown or not shown else replace(moment, printed=shown[0])


def _shows(other: Moment, moment: Moment, when: datetime) -> bool:
    """Whether another date is this instant's on a clock of the Earth: its day, or its wall time but for the zone."""
    if other.precision == "day" and other.value:
        day = date.fromisoformat(other.value)
        return any((when + shift).date() == day for shift in (EAST, timedelta(), WEST))
    if other.precision != "instant" or other.value is None:
        return False
    if other.zone is not None:
        return other.zone not in ZULU and other.value == moment.value
    ahead = (datetime.fromisoformat(other.value) - when).total_seconds() // 60
    return WEST <= timedelta(minutes=ahead) <= EAST and ahead % 15 in (0, 14)
