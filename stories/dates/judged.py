"""A candidate with what was read from it, and when other places of the page overrule the most trusted one."""

from dataclasses import dataclass
from datetime import date, timedelta

from stories.dates.evidence import Candidate, Field
from stories.dates.moment import Moment
from stories.dates.trust import PRINTED

A_CLOCK, A_YEAR, YEARS = (
    timedelta(days=1),
    timedelta(days=366),
    timedelta(days=5 * 366),
)  # two clocks differ by a day at most; an edit comes soon, a page is written anew in some years
DAY = len("2019-12-01")
PRINTED_AS_PUBLISHED = ("visible label", "visible headline")


@dataclass(slots=True, frozen=True)
class Judged:
    """A candidate with what was read from it and how far its origin is trusted (0 most)."""

    candidate: Candidate
    moment: Moment
    rank: int

    @property
    def source(self) -> str:
        """The kind of place that it stood in: `json-ld`, `meta`, `microdata`, `time`, `visible`, ..."""
        return self.candidate.origin.split("[")[0].split(" ")[0]


def rank(one: Judged) -> int:
    """How far its origin is trusted, 0 most."""
    return one.rank


def outvoted(read: list[Judged], updates: list[Judged]) -> list[Judged]:
    """The candidates without the first one's day, where that stands alone against the head and the headline.

    A content system that fills one tag with another date shows it once; the day that both a meta tag and the line at
    the headline show is then the story's. updates: the candidates of the last update.
    """
    kinds: dict[str, set[str]] = {}
    for one in read:
        if one.rank <= PRINTED or one.source == "meta":
            kinds.setdefault(one.moment.printed, set()).add(one.source)
    first = min(read, key=rank).moment
    other = next((day for day, shown in kinds.items() if {"meta", "visible"} <= shown and len(day) == 10), "")
    other = other or _before_the_edit(read, kinds) or _before_the_stamp(read, updates)
    alone = len(kinds.get(first.printed, ())) == 1 and other not in (
        "",
        (first.value or "")[:10],
        first.printed,
    )
    late = alone or _is_an_update(read, updates)
    return [one for one in read if one.moment.printed != first.printed] if late else read


def _is_an_update(read: list[Judged], updates: list[Judged]) -> bool:
    """Whether the page prints the first one's day behind "Last updated", and one earlier day behind "Published".

    GOV.UK's pages give each update a time element.
    """
    first = min(read, key=rank)
    days, stamps = (
        {one.moment.printed for one in found if one.candidate.origin == "visible label"}
        for found in (read, updates)
    )
    if first.source != "time" or first.moment.printed not in stamps or len(days) != 1:
        return False
    day = min(days)
    return len(day) == len(first.moment.printed) == DAY and day < first.moment.printed


def _before_the_edit(read: list[Judged], kinds: dict[str, set[str]]) -> str:
    """The only day printed at the headline, where the tag for those who share the page alone has a later one.

    Some content systems (Medium's among them) fill that tag with the last edit.
    """
    first = min(read, key=rank)
    days = {one.moment.printed for one in read if one.candidate.origin == "visible headline"}
    day, stated = min(days, default=""), first.moment.printed
    alone = kinds.get(stated) == {"meta"} and "article:published" in first.candidate.origin and len(days) == 1
    if not alone or len(day) != 10 or len(stated) != 10:
        return ""
    return day if A_CLOCK < date.fromisoformat(stated) - date.fromisoformat(day) <= A_YEAR else ""


def _before_the_stamp(read: list[Judged], updates: list[Judged]) -> str:
    """The only day printed as that of publication, where the most trusted source has one later day for publication and
    update: such a source tells when the page was last written.
    """
    first = min(read, key=rank)
    days = {one.moment.printed for one in read if one.candidate.origin in PRINTED_AS_PUBLISHED}
    day, stated = days.pop() if len(days) == 1 else "", first.moment.printed
    stamps = {one.moment.printed for one in updates if one.source == first.source}
    if len(day) != DAY or not any(
        len(stamp) == len(stated) == DAY and _one_day(stamp, stated) for stamp in stamps
    ):
        return ""
    return day if A_CLOCK < date.fromisoformat(stated) - date.fromisoformat(day) <= YEARS else ""


def _one_day(one: str, other: str) -> bool:
    """Whether two days can be one on two clocks."""
    return abs(date.fromisoformat(one) - date.fromisoformat(other)) <= A_CLOCK


def told_apart(judged: list[Judged]) -> list[Judged]:
    """The candidates without the publication of a source that states its update for both, where another knows better.

    Many templates write one stamp, the last update's, into both fields. Another source of the head that tells
    publication and update apart, and states a publication before that stamp, is then the one that knows.
    """
    stated = {source: _instants(judged, source) for source in ("json-ld", "meta", "microdata")}
    firsts = [published for published, modified in stated.values() if published and modified > published]
    stamps = {
        source: published
        for source, (published, modified) in stated.items()
        if published and published == modified and any(first < published for first in firsts)
    }
    return [
        one
        for one in judged
        if one.candidate.field != "published" or stamps.get(one.source, "-") != one.moment.value
    ]


def _instants(judged: list[Judged], source: str) -> tuple[str, str]:
    """The most trusted instants of publication and update that a source states, empty where it states none."""
    found: dict[Field, Judged] = {}
    for one in sorted(judged, key=rank):
        if one.source == source and one.moment.precision == "instant" and one.moment.value:
            found.setdefault(one.candidate.field, one)
    published, modified = (
        found[field].moment.value if field in found else "" for field in ("published", "modified")
    )
    return published or "", modified or ""
