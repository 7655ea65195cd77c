"""What a date is before it is read, and what it is after it has been judged."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

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
class SpokenDate:
    """A date that a body speaks of, as it says it: `yesterday`, `3 May`. What that means hangs on the day of writing.

    start, end: characters of the body. parts: what its form named, such as `day`, `weekday`, `last`.
    """

    start: int
    end: int
    parts: Mapping[str, str]


@dataclass(slots=True, frozen=True)
class DateEvidence:
    """A row of the table `dates`: what was read from a candidate or from the body, and whether it was believed.

    value: ISO 8601 to its precision (`2019-12-01T09:44:09+00:00`, `2019-12-01`, `2019-09`, `2019`), None if
    unread. zone: the zone or offset that the text states or that the outlet's facts supplied; None where neither does.
    note: why it was not read or not chosen, or the other reading of an ambiguous date.
    printed: the day as the publisher's readers saw it, `2019-12-02` where the instant's UTC day is still the first.
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
    printed: str = ""
