"""Dates as evidence: every candidate read and judged, and the dates that a body speaks of. The one door of this room."""

from collections.abc import Sequence
from datetime import datetime

from stories.dates.choice import choose_dates
from stories.dates.evidence import Candidate, DateEvidence, Field, Precision
from stories.dates.mentions import find_mentions
from stories.dates.moment import Clues
from stories.dates.reader import read_moment

__all__ = ["Candidate", "DateEvidence", "Field", "Precision", "choose_dates", "find_mentions", "read_date"]


def read_date(
    text: str,
    languages: Sequence[str] = (),
    date_order: str = "",
    timezone: str = "",
    base: datetime | None = None,
    country: str = "",
) -> tuple[str, Precision] | None:
    """One date string read: (ISO value, precision), or None where it is no date, or not surely one date.

    languages: BCP 47, the likeliest first. date_order: `DMY`, `MDY`, `YMD` or empty. timezone: IANA name, for a time
    without a zone, which is else taken as UTC. base: what relative words count from. country: ISO 3166-1 alpha-2.
    """
    moment = read_moment(text, Clues(tuple(languages), date_order, timezone, country, base))
    return (moment.value, moment.precision) if moment.value and moment.precision else None
