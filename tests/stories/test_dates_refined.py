"""Which candidate becomes the date of publication: what refines the most trusted one, and what never does."""

from datetime import UTC, datetime

import pytest

from stories.dates import Candidate, choose_dates
from stories.dates.evidence import Field
from stories.outlet import Outlet

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
LD, META, LINE, PAGE = "json-ld datePublished", "meta pubdate", "visible headline", "visible page"
DAY, TIME = "2026-05-01", "2026-05-01T08:30:00+02:00"


def chosen(*pairs: tuple[str, str], field: Field = "published", language: str = "en") -> str:
    """The value of the date that is chosen, and its origin."""
    read = choose_dates([Candidate(field, text, origin) for origin, text in pairs], Outlet(), NOON, language)
    return next((f"{one.value} {one.origin}" for one in read if one.chosen and one.field == field), "")


REFINED = [
    ([(LD, DAY), (META, TIME)], f"2026-05-01T06:30:00+00:00 {META}"),
    ([(LD, DAY), (META, "2026-05-02T08:30:00+02:00")], f"{DAY} {LD}"),
    ([(LD, DAY), (PAGE, "1 May 2026 8:30")], f"{DAY} {LD}"),  # too far from the headline to be sure
    ([(LD, "2026-05"), (PAGE, "1 May 2026")], f"{DAY} {PAGE}"),  # a day of the month that is stated
    ([(LD, "2026-05"), (PAGE, "1 April 2026")], f"2026-05 {LD}"),
    ([(LD, "2026"), (PAGE, "1 May 2026")], f"2026 {LD}"),
    ([(META, DAY), (LD, DAY)], f"{DAY} {LD}"),
    ([(LD, "no date"), (META, DAY)], f"{DAY} {META}"),
    ([(LD, "no date")], ""),
    (
        [(LINE, "03/04/2026"), (PAGE, "3 April 2026")],
        f"2026-04-03 {LINE}",
    ),  # the page's other date decides the order
    ([(LINE, "03/04/2026"), (PAGE, "25/12/2025")], f"2026-04-03 {LINE}"),
    ([(LINE, "03/04/2026"), (PAGE, "12/25/2025")], f"2026-03-04 {LINE}"),
    ([(LINE, "03/04/2026")], f"2026 {LINE}"),
    ([(LINE, "03/07/2026")], f"2026-03-07 {LINE}"),  # the seventh of March is the one that is gone by
    ([(LINE, "07/03/2026")], f"2026-03-07 {LINE}"),
]


@pytest.mark.parametrize(("pairs", "value"), REFINED, ids=range(len(REFINED)))
def test_what_refines(pairs: list[tuple[str, str]], value: str) -> None:
    assert chosen(*pairs, language="") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-06-02T12:00:00+00:00", "2026-06-02T12:00:00+00:00"),
        ("2026-06-02T12:00:01+00:00", ""),
        ("2026-06-02", "2026-06-02"),
        ("2026-06-03", ""),
        ("2026-06", "2026-06"),
        ("2026-07", ""),
        ("1970-01-01", ""),
        ("1969-12-31T23:00:00+00:00", ""),
        ("0001-01-01", ""),
    ],
)
def test_bounds(text: str, value: str) -> None:
    assert chosen((LD, text)).partition(" ")[0] == value


@pytest.mark.parametrize(
    ("origin", "text", "value"),
    [
        (LD, "1989-05-01", "1989-05-01"),
        (LINE, "1 May 1989", "1989-05-01"),
        (PAGE, "1 May 1989", ""),
        (PAGE, "1 May 1990", "1990-05-01"),
    ],
)
def test_before_the_web_only_what_is_stated(origin: str, text: str, value: str) -> None:
    assert chosen((origin, text)).partition(" ")[0] == value


def test_an_update_alone_stands_in() -> None:
    read = choose_dates([Candidate("modified", TIME, "json-ld dateModified")], Outlet(), NOON, "en")
    told = [(one.field, one.value, one.precision, one.chosen) for one in read]
    assert told == [
        ("modified", "2026-05-01T06:30:00+00:00", "instant", True),
        ("published", "2026-05-01", "day", True),
    ]
    assert "published on this day or before" in read[1].note
    month = choose_dates([Candidate("modified", "2026-05", "json-ld dateModified")], Outlet(), NOON, "en")[1]
    assert (month.value, month.precision) == ("2026-05", "month")


def test_what_is_said_of_those_that_lost() -> None:
    pairs = [
        (LD, TIME),
        (META, "2026-05-01T06:30:00Z"),
        ("meta date", DAY),
        (LINE, "20 April 2026"),
        (PAGE, "soon"),
    ]
    read = choose_dates(
        [Candidate("published", text, origin) for origin, text in pairs], Outlet(), NOON, "en"
    )
    notes = {one.origin: one.note for one in read}
    assert notes[META].startswith(f"the same as {LD}")
    assert notes["meta date"].startswith(f"agrees with {LD}")
    assert notes[LINE].startswith(f"less trusted than {LD}")
    assert notes[PAGE] == "no date"
