"""The rules of dates at their edges, in invented words."""

from datetime import UTC, date, datetime, time

import pytest

from stories.dates.ago import distant, read_ago
from stories.dates.agreement import agrees, localised, without_time
from stories.dates.calendars import jalali, tidy
from stories.dates.clock import clock_of, find_clock
from stories.dates.distances import told
from stories.dates.evidence import Candidate
from stories.dates.lines import dateline
from stories.dates.moment import Clues, Moment
from stories.dates.names import fold, locale
from stories.dates.order import order_of
from stories.dates.trust import trust
from stories.dates.url import read_url

JALALI = {
    (1300, 1, 1): date(1921, 3, 21),
    (1404, 12, 25): date(2026, 3, 16),
    (1404, 6, 31): date(2025, 9, 22),
    (1404, 7, 1): date(2025, 9, 23),
    (1403, 12, 30): date(2025, 3, 20),
    (1450, 12, 29): date(2072, 3, 19),
}
NO_DAYS = [
    (1299, 12, 29),
    (1451, 1, 1),
    (1404, 0, 1),
    (1404, 13, 1),
    (1404, 7, 31),
    (1404, 12, 30),
    (1404, 1, 0),
]


@pytest.mark.parametrize("day", JALALI)
def test_days_of_iran(day: tuple[int, int, int]) -> None:
    assert jalali(*day) == JALALI[day]


@pytest.mark.parametrize("day", NO_DAYS)
def test_no_days_of_iran(day: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no day"):
        jalali(*day)


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("令和元年5月", "2019年5月"),
        ("令和2年", "2020年"),
        ("民國115年", "2026年"),
        ("١٢ مايو", "12 مايو"),
        (" 3\u200f  May ", "3 May"),
    ],
)
def test_digits_and_eras(text: str, tidied: str) -> None:
    assert tidy(text) == tidied


CLOCKS = {
    "at 9:05 pm": time(21, 5),
    "12:05 pm": time(12, 5),
    "12:05 am": time(0, 5),
    "11:59 am": time(11, 59),
    "下午3:20": time(15, 20),
    "9:05:07": time(9, 5, 7),
    "14 Uhr": time(14),
    "24:00": None,
    "23.59": time(23, 59),
    "3 May": None,
}


@pytest.mark.parametrize("text", CLOCKS)
def test_times_of_day(text: str) -> None:
    assert find_clock(text)[0] == CLOCKS[text]


def test_times_that_there_are() -> None:
    assert clock_of(23, 59, 60) == time(23, 59, 59)
    assert clock_of(9, 5, 7, "25") == time(9, 5, 7, 250_000)
    assert clock_of(9, 5, 7, "1234567") == time(9, 5, 7, 123_456)
    assert [clock_of(24), clock_of(9, 60), clock_of(9, 59, 61)] == [None, None, None]


BASE = Clues(languages=("en",), base=datetime(2026, 5, 4, 1, 30, tzinfo=UTC))
AGO = {
    "2 hours ago": "2026-05-03",
    "90 minutes ago": "2026-05-04",
    "91 minutes ago": "2026-05-03",
    "3 days ago": "2026-05-01",
    "in 3 days": "2026-05-07",
    "4 months ago": "2026-01",
    "5 months ago": "2025-12",
    "2 years ago": "2024",
    "1 week ago": "2026",
    "2 weeks ago": "2026-04",
}


@pytest.mark.parametrize("text", AGO)
def test_distances(text: str) -> None:
    found = read_ago(text, BASE)
    assert (found.value if found else None) == AGO[text]


TOLD = {
    "منذ ساعتين": (r"\1 hour ago", "2"),
    "منذ ساعة": (r"\1 hour ago", "1"),
    "منذ يومين": (r"\1 day ago", "2"),
    "לפני שעתיים": (r"\1 hour ago", "2"),
    "לפני יומיים": (r"\1 day ago", "2"),
    "לפני שעה": (r"\1 hour ago", "1"),
    "saa 3 zilizopita": (r"\1 hour ago", "3"),
}


@pytest.mark.parametrize(("text", "distance"), TOLD.items(), ids=range(len(TOLD)))
def test_distances_in_words_for_one_and_two(text: str, distance: tuple[str, str]) -> None:
    assert told(text) == distance


def test_a_line_that_says_more_shows_no_distance() -> None:
    assert told("2 hours ago".ljust(60, ".")) == (r"\1 hour ago", "2")
    assert told("2 hours ago".ljust(61, ".")) == ("", "")


def test_distances_without_a_base_or_out_of_range() -> None:
    assert distant("\\1 day ago", "3", Clues()).value is None
    assert distant("\\1 day ago", "10001", BASE).value is None
    assert distant("\\1 day ago", "10000", BASE).value == "1998-12-17"
    assert distant("\\1 day ago", "1,5", BASE).value == "2026-05-02"
    assert distant("0 day ago", "", BASE).value == "2026-05-04"


ORDERS = [
    (Clues(order="MDY", country="GB"), "/", "MDY"),
    (Clues(country="us"), "/", "MDY"),
    (Clues(country="GB"), "/", "DMY"),
    (Clues(country="CA"), "/", ""),
    (Clues(country="US"), ".", "DMY"),
    (Clues(languages=("en",)), "/", ""),
    (Clues(languages=("de",)), "/", "DMY"),
    (Clues(languages=("en", "de")), "/", "DMY"),
    (Clues(languages=("ja",)), ".", "YMD"),
    (Clues(languages=("ja",), country="JP"), ".", "DMY"),
    (Clues(), "/", ""),
]


@pytest.mark.parametrize(("clues", "mark", "order"), ORDERS, ids=range(len(ORDERS)))
def test_the_order_of_digits(clues: Clues, mark: str, order: str) -> None:
    assert order_of(clues, mark) == order


def test_the_table_of_a_language() -> None:
    assert locale("de")["name"] == "de"
    assert locale("EN-au")["name"] == "en-AU"
    assert locale("de-XX")["name"] == "de"
    assert locale("zh_hant_HK")["name"] == "zh-Hant-HK"
    assert locale("xx") == {}
    assert (fold("Févr."), fold("ARALIK")) == ("fevr", "aralik")


ADDRESSES = {
    "/2026/04/30/ferry": "2026-04-30",
    "/2026/apr/30/ferry": "2026-04-30",
    "/2026/xyz/30/ferry": None,
    "/ferry-20260430": "2026-04-30",
    "/ferry-20261330": None,
    "/ferry-120260430": None,
    "/ferry?day=2026-04-30": "2026-04-30",
    "/2026/04/ferry": "2026-04",
    "/1989/04/30/ferry": None,
    "/1990/04/30/ferry": "1990-04-30",
    "/2026/02/30/ferry": "2026-02",
}


@pytest.mark.parametrize("path", ADDRESSES)
def test_the_day_in_an_address(path: str) -> None:
    assert read_url(f"https://coast.example{path}").value == ADDRESSES[path]


def test_the_day_that_prose_opens_with() -> None:
    assert dateline("Velm, 12 May 2019. The council met.") == "Velm, 12 May 2019"
    assert dateline("Velm, 12 May 2019 and later. The council met.") == ""
    assert dateline("The council met on 12 May 2019.") == ""


def instant(text: str, zone: str | None = "Z", printed: str = "") -> Moment:
    return Moment(text, "instant", zone=zone, wall=text[:16], printed=printed or text[:10])


DAY = Moment("2026-04-30", "day", printed="2026-04-30")
AGREE = [
    (instant("2026-04-30T10:00:00+00:00"), DAY, True),
    (instant("2026-05-01T10:00:00+00:00"), DAY, False),
    (DAY, Moment("2026-04", "month", printed="2026-04"), True),
    (DAY, instant("2026-04-30T10:00:00+00:00"), False),
    (Moment(None, None), DAY, False),
    (DAY, Moment(None, None), False),
    (instant("2026-04-30T10:00:00+00:00"), instant("2026-04-30T10:00:00+00:00", None), True),
    (instant("2026-04-30T10:00:00+00:00"), instant("2026-04-30T11:00:00+00:00", None), False),
]


@pytest.mark.parametrize(("finer", "coarser", "same"), AGREE, ids=range(len(AGREE)))
def test_dates_that_say_the_same(finer: Moment, coarser: Moment, same: bool) -> None:
    assert agrees(finer, coarser) is same


def test_a_midnight_is_a_day() -> None:
    assert without_time(instant("2026-04-30T00:00:00+00:00"), []).value == "2026-04-30"
    assert without_time(instant("2026-04-30T00:00:01+00:00"), []).precision == "instant"
    assert without_time(instant("2026-04-30T00:00:00+00:00", "+02:00"), []).precision == "instant"
    assert without_time(DAY, []) is DAY


def test_the_day_that_the_publisher_printed() -> None:
    late = instant("2026-04-30T23:10:00+00:00")
    following, later = (Moment(f"2026-05-0{n}", "day", printed=f"2026-05-0{n}") for n in (1, 2))
    assert localised(late, [following]).printed == "2026-05-01"
    assert localised(late, [later]).printed == "2026-04-30"
    assert localised(late, [DAY, following]).printed == "2026-04-30"
    assert localised(late, []).printed == "2026-04-30"
    assert localised(instant("2026-04-30T23:10:00+00:00", None), [following]).printed == "2026-04-30"


ORIGINS = """payload x
css x
json-ld datePublished
meta article:published_time
microdata dateModified
meta pubdate
json-ld WebPage datePublished
time
feed x
url
script x
visible label
meta date
visible
nowhere""".splitlines()


def test_the_order_of_trust() -> None:
    ranks = [trust(Candidate("published", "2026", origin)) for origin in ORIGINS]
    assert ranks == list(range(len(ORIGINS)))
