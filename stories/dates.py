"""Dates as evidence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from stories.outlet import Outlet

Field = Literal["published", "modified", "mentioned"]
Precision = Literal["instant", "day", "month", "year"]


@dataclass(slots=True, frozen=True)
class Candidate:
    """A date that a page, a feed or an entry shows, before anybody has read it.

    field: what it claims to be. text: the words or digits as they stand. origin: where they stood
    (`json-ld datePublished`, `meta article:published_time`, `time[datetime]`, `feed pubDate`, `url`, ...).
    """

    field: Field
    text: str
    origin: str


@dataclass(slots=True, frozen=True)
class DateEvidence:
    """A row of the table `dates`: what was read from a candidate or from the body, and whether it was believed.

    value: ISO 8601 to its precision (`2019-12-01T09:44:09+00:00`, `2019-12-01`, `2019-09`, `2019`), None if unread.
    note: why it was not read or not chosen, or the other reading of an ambiguous date.
    start, end: where a mention stands in the body.
    """

    field: Field
    value: str | None
    precision: Precision | None
    text: str
    origin: str
    chosen: bool = False
    start: int | None = None
    end: int | None = None
    zone: str | None = None
    note: str = ""


def choose_dates(candidates: Iterable[Candidate], outlet: Outlet, fetched: datetime, language: str | None = None) -> list[DateEvidence]:
    """Every candidate read and judged; at most one `published` and one `modified` are chosen."""
    raise NotImplementedError


def find_mentions(body: str, published: str | None, language: str | None = None, *, outlet: Outlet = Outlet()) -> list[DateEvidence]:
    """The dates that the body speaks of, resolved against publication."""
    raise NotImplementedError


def read_date(text: str, languages: Sequence[str] = (), date_order: str = "", timezone: str = "", base: datetime | None = None) -> tuple[str, Precision] | None:
    """One date string read: (ISO value, precision), or None."""
    raise NotImplementedError
