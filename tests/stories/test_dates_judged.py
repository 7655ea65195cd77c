"""When other places of a page overrule the most trusted date: each rule, with the page that it is for, at its edges."""

import pytest

from stories.dates.evidence import Candidate, Field
from stories.dates.judged import Judged, outvoted, told_apart
from stories.dates.moment import Moment
from stories.dates.trust import trust


def judged(origin: str, value: str, field: Field = "published") -> Judged:
    precision = {4: "year", 7: "month", 10: "day"}.get(len(value), "instant")
    candidate = Candidate(field, value, origin)
    return Judged(candidate, Moment(value, precision, printed=value[:10]), trust(candidate))  # type: ignore[arg-type]


def days(read: list[Judged], updates: list[Judged] | None = None) -> list[str]:
    return [one.moment.printed for one in outvoted(read, updates or [])]


LD, META, SHARED, LINE = (
    "json-ld datePublished",
    "meta pubdate",
    "meta article:published_time",
    "visible headline",
)
VOTES = {
    "a day that stands alone is outvoted by the head and the headline": (
        [(LD, "2026-05-01"), (META, "2026-04-20"), (LINE, "2026-04-20")],
        ["2026-04-20", "2026-04-20"],
    ),
    "not by the headline alone": ([(LD, "2026-05-01"), (LINE, "2026-04-20")], ["2026-05-01", "2026-04-20"]),
    "not by the head alone": ([(LD, "2026-05-01"), (META, "2026-04-20")], ["2026-05-01", "2026-04-20"]),
    "not by a month": (
        [(LD, "2026-05-01"), (META, "2026-04"), (LINE, "2026-04")],
        ["2026-05-01", "2026-04", "2026-04"],
    ),
    "two places do not stand alone": (
        [
            (LD, "2026-05-01"),
            ("microdata datePublished", "2026-05-01"),
            (META, "2026-04-20"),
            (LINE, "2026-04-20"),
        ],
        ["2026-05-01", "2026-05-01", "2026-04-20", "2026-04-20"],
    ),
    "the first date agrees": (
        [(LD, "2026-04-20"), (META, "2026-04-20"), (LINE, "2026-04-20")],
        ["2026-04-20", "2026-04-20", "2026-04-20"],
    ),
    "a printed day elsewhere on the page is no vote": (
        [(LD, "2026-05-01"), (META, "2026-04-20"), ("visible page", "2026-04-20")],
        ["2026-05-01", "2026-04-20", "2026-04-20"],
    ),
    "the tag for those who share has the edit": (
        [(SHARED, "2026-05-01"), (LINE, "2026-04-20")],
        ["2026-04-20"],
    ),
    "the edit of a year later": ([(SHARED, "2026-05-01"), (LINE, "2025-04-30")], ["2025-04-30"]),
    "a year and two days later is another story": (
        [(SHARED, "2026-05-01"), (LINE, "2025-04-29")],
        ["2026-05-01", "2025-04-29"],
    ),
    "a clock's day is no edit": (
        [(SHARED, "2026-05-01"), (LINE, "2026-04-30")],
        ["2026-05-01", "2026-04-30"],
    ),
    "the tag has the earlier day": (
        [(SHARED, "2026-04-20"), (LINE, "2026-05-01")],
        ["2026-04-20", "2026-05-01"],
    ),
    "two days at the headline": (
        [(SHARED, "2026-05-01"), (LINE, "2026-04-20"), (LINE, "2026-04-21")],
        ["2026-05-01", "2026-04-20", "2026-04-21"],
    ),
    "another tag has the edit": ([(META, "2026-05-01"), (LINE, "2026-04-20")], ["2026-05-01", "2026-04-20"]),
    "a month at the headline": ([(SHARED, "2026-05-01"), (LINE, "2026-04")], ["2026-05-01", "2026-04"]),
    "a month in the tag": ([(SHARED, "2026-05"), (LINE, "2026-04-20")], ["2026-05", "2026-04-20"]),
}


@pytest.mark.parametrize("page", VOTES)
def test_votes(page: str) -> None:
    read, left = VOTES[page]
    assert days([judged(*one) for one in read]) == left


STAMP = "json-ld dateModified"
STAMPS = {
    "one later day for both": ("2026-05-01", STAMP, "2026-05-01", "2022-04-20", True),
    "a day apart is one day on two clocks": ("2026-05-01", STAMP, "2026-05-02", "2022-04-20", True),
    "two days apart are two": ("2026-05-01", STAMP, "2026-05-03", "2022-04-20", False),
    "another source's update": (
        "2026-05-01",
        "meta article:modified_time",
        "2026-05-01",
        "2022-04-20",
        False,
    ),
    "a month is no stamp": ("2026-05-01", STAMP, "2026-05", "2022-04-20", False),
    "printed a day before": ("2026-05-01", STAMP, "2026-05-01", "2026-04-30", False),
    "printed two days before": ("2026-05-01", STAMP, "2026-05-01", "2026-04-29", True),
    "printed later": ("2026-05-01", STAMP, "2026-05-01", "2026-05-04", False),
    "five years before": ("2026-05-01", STAMP, "2026-05-01", "2021-04-27", True),
    "more": ("2026-05-01", STAMP, "2026-05-01", "2021-04-26", False),
    "printed as a month": ("2026-05-01", STAMP, "2026-05-01", "2022-04", False),
}


@pytest.mark.parametrize("line", [LINE, "visible label"])
@pytest.mark.parametrize("page", STAMPS)
def test_a_stamp_of_the_last_writing(page: str, line: str) -> None:
    stated, origin, update, shown, overruled = STAMPS[page]
    read = [judged(LD, stated), judged(line, shown)]
    assert days(read, [judged(origin, update, "modified")]) == ([shown] if overruled else [stated, shown])


def test_two_printed_days_overrule_no_stamp() -> None:
    read = [judged(LD, "2026-05-01"), judged(LINE, "2022-04-20"), judged("visible label", "2022-04-21")]
    assert len(days(read, [judged(STAMP, "2026-05-01", "modified")])) == 3


EARLY, LATE = "2026-04-20T08:00:00+00:00", "2026-04-20T18:00:00+00:00"
APART = {
    "one stamp for both, where the head knows better": (
        [(LD, LATE), (STAMP, LATE), (SHARED, EARLY), ("m", LATE)],
        False,
    ),
    "the head has one time too": ([(LD, LATE), (STAMP, LATE), (SHARED, LATE), ("m", LATE)], True),
    "the head has no update": ([(LD, LATE), (STAMP, LATE), (SHARED, EARLY)], True),
    "the head's publication is the stamp or later": (
        [(LD, EARLY), (STAMP, EARLY), (SHARED, EARLY), ("m", LATE)],
        True,
    ),
    "the head's days are no times": ([(LD, LATE), (STAMP, LATE), (SHARED, "2026-04-19"), ("m", LATE)], True),
    "two stamps": ([(LD, EARLY), (STAMP, LATE), (SHARED, EARLY), ("m", LATE)], True),
}


@pytest.mark.parametrize("page", APART)
def test_a_source_with_one_stamp_for_both(page: str) -> None:
    rows, kept = APART[page]
    read = [
        judged(
            "meta article:modified_time" if origin == "m" else origin,
            value,
            "modified" if origin in ("m", STAMP) else "published",
        )
        for origin, value in rows
    ]
    assert (read[0] in told_apart(read)) == kept
    assert [one for one in told_apart(read) if one is not read[0]] == read[1:]
