"""Dates as evidence: every candidate read and judged, and the dates that a body speaks of. The room's one door.

In: date strings, where each stood, a body. Out: `DateEvidence`, one row a date, chosen or not.
May import, of `stories`: `outlet`, `text`.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from stories.dates.evidence import Candidate, DateEvidence, Field, Precision, SpokenDate
from stories.outlet import Outlet

__all__ = [
    "Candidate",
    "DateEvidence",
    "Field",
    "Precision",
    "SpokenDate",
    "choose_dates",
    "find_mentions",
    "find_spoken",
    "read_date",
    "resolve_spoken",
]
UNKNOWN = Outlet()

# Each function imports what it needs: most who come here want only the names of kinds, and reading dates takes tables


def choose_dates(
    candidates: Iterable[Candidate], outlet: Outlet, fetched: datetime, language: str | None = None
) -> list[DateEvidence]:
    """Every candidate read and judged; at most one `published` and one `modified` are chosen.

    fetched: aware. language: BCP 47 of the page. The order of trust is that of `stories.dates.trust`; a more exact
    value that agrees with the most trusted one is taken instead of it. Losers keep their reason in `note`. Where a
    page shows nothing but an update, its day stands in for publication, in a row of its own that says so.
    """
    from stories.dates import choice

    return choice.choose_dates(candidates, outlet, fetched, language)


def find_mentions(
    body: str, published: str | None, language: str | None = None, *, outlet: Outlet = UNKNOWN
) -> list[DateEvidence]:
    """The dates that the body speaks of, in order, none inside another.

    published: the story's ISO date; what needs a day to count from is unread where it is coarser or None. language:
    BCP 47 of the body, English where unknown. Offsets count characters of `body`.
    """
    return resolve_spoken(find_spoken(body, language), body, published, language, outlet=outlet)


def find_spoken(body: str, language: str | None = None) -> list[SpokenDate]:
    """What a body says of dates, in order, as it stands there: all that the body alone tells. See `find_mentions`."""
    from stories.dates import mentions

    return mentions.find_spoken(body, language)


def resolve_spoken(
    spoken: Sequence[SpokenDate],
    body: str,
    published: str | None,
    language: str | None = None,
    *,
    outlet: Outlet = UNKNOWN,
) -> list[DateEvidence]:
    """What `find_spoken` found, resolved against the day of publication. See `find_mentions`."""
    from stories.dates import mentions

    return mentions.resolve_spoken(spoken, body, published, language, outlet)


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
    from stories.dates.moment import Clues
    from stories.dates.reader import read_moment

    moment = read_moment(text, Clues(tuple(languages), date_order, timezone, country, base))
    return (moment.value, moment.precision) if moment.value and moment.precision else None
