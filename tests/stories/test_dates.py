"""Date strings: each is read right, or not at all and with a reason, and quickly."""

import re
from datetime import UTC, datetime
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stories.dates import find_mentions, read_date
from stories.dates.moment import Clues
from stories.dates.names import LANGUAGES, month_names
from stories.dates.reader import read_moment
from tests.cost import assert_cheap, measure, seconds

BASE = datetime(2026, 2, 10, 12, 0, tzinfo=UTC)  # a Tuesday
LIMIT = 1  # times what `measure` takes
ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(\.\d+)?\+00:00)?)?)?")

# (text, language, value): the precision follows from the value's length.
READ = [
    # machines
    ("2019-12-01T09:44:09Z", "", "2019-12-01T09:44:09+00:00"),
    ("2019-12-01T09:44:09.123+01:00", "", "2019-12-01T08:44:09.123000+00:00"),
    ("2019-12-01T09:44:09.1234567Z", "", "2019-12-01T09:44:09.123456+00:00"),
    ("2019-12-01T09:44Z", "", "2019-12-01T09:44:00+00:00"),
    ("2019-12-01 09:44:09 +0530", "", "2019-12-01T04:14:09+00:00"),
    ("2019-12-01T09:44:09+01:00[Europe/Vienna]", "", "2019-12-01T08:44:09+00:00"),
    ("2019-12-01 09:44:09 America/New_York", "", "2019-12-01T14:44:09+00:00"),
    ("2019-12-01T24:00:00Z", "", "2019-12-02T00:00:00+00:00"),
    ("20191201T094409Z", "", "2019-12-01T09:44:09+00:00"),
    ("20191201094409", "", "2019-12-01T09:44:09+00:00"),
    ("20191201", "", "2019-12-01"),
    ("2019/12/01", "", "2019-12-01"),
    ("2019-12", "", "2019-12"),
    ("2026", "", "2026"),
    ("2100-12-31", "", "2100-12-31"),
    ("1575193449", "", "2019-12-01T09:44:09+00:00"),
    ("1575193449000", "", "2019-12-01T09:44:09+00:00"),
    ("0631152000", "", "1990-01-01T00:00:00+00:00"),
    ("Sun, 01 Dec 2019 09:44:09 GMT", "", "2019-12-01T09:44:09+00:00"),
    ("Mon, 02 Dec 2019 00:44:09 +0530", "", "2019-12-01T19:14:09+00:00"),
    ("Sun, 1 Dec 19 09:44 EST", "", "2019-12-01T14:44:00+00:00"),
    ("Sun Dec 01 2019 09:44:09 GMT+0100 (Central European Standard Time)", "", "2019-12-01T08:44:09+00:00"),
    ("Sun Dec 01 09:44:09 CET 2019", "", "2019-12-01T08:44:09+00:00"),
    # labels, bylines, times
    ("Published: 3 Feb 2026", "en", "2026-02-03"),
    ("Published on 3rd February, 2026", "en", "2026-02-03"),
    ("Posted by Ana Nowhere on December 1st, 2019 in News", "en", "2019-12-01"),
    ("Updated 3 May 2019, published 1 May 2019", "en", "2019-05-01"),
    ("Dec 1, 2019 5:30 p.m. ET", "en", "2019-12-01T22:30:00+00:00"),
    ("Jul 1, 2019 12:05 am EDT", "en", "2019-07-01T04:05:00+00:00"),
    ("10:30, 1 December 2019 GMT", "en", "2019-12-01T10:30:00+00:00"),
    ("Sunday 1 December 2019 09.44 GMT", "en", "2019-12-01T09:44:00+00:00"),
    ("01-Dec-2019", "en", "2019-12-01"),
    ("Nov. 2017", "en", "2017-11"),
    ("Published December 2019", "en", "2019-12"),
    # days and months in digits
    ("02/03/2026", "en-US", "2026-02-03"),
    ("02/03/2026", "en-GB", "2026-03-02"),
    ("02/03/2026", "fr", "2026-03-02"),
    ("13/03/2026", "", "2026-03-13"),
    ("03/13/2026", "", "2026-03-13"),
    ("02.03.2026", "", "2026-03-02"),
    ("1. 12. 2019", "cs", "2019-12-01"),
    ("28.11.19", "de", "2019-11-28"),
    ("19.12.01", "ko", "2019-12-01"),
    ("12/2019", "", "2019-12"),
    # two digits of a year
    ("1 Dec '19", "en", "2019-12-01"),
    ("1 Dec 19", "en", "2019-12-01"),
    ("14 June 87", "en", "1987-06-14"),
    # languages
    ("Stand: 03.02.2026, 14:05 Uhr MEZ", "de", "2026-02-03T13:05:00+00:00"),
    ("23 Ago 2023", "es", "2023-08-23"),
    ("1 de diciembre de 2019", "es", "2019-12-01"),
    ("10 Abr 2019", "pt", "2019-04-10"),
    ("1º de dezembro de 2019", "pt", "2019-12-01"),
    ("10 Avr 2019", "fr", "2019-04-10"),
    ("1er décembre 2019", "fr", "2019-12-01"),
    ("1 février 2019", "fr", "2019-02-01"),
    ("10 Апр 2019", "ru", "2019-04-10"),
    ("31 Май 2023", "ru", "2023-05-31"),
    ("1 декабря 2019 г. 10:05 МСК", "ru", "2019-12-01T07:05:00+00:00"),
    ("1 грудня 2019", "uk", "2019-12-01"),
    ("1 grudnia 2019", "pl", "2019-12-01"),
    ("1. joulukuuta 2019", "fi", "2019-12-01"),
    ("2019. december 1.", "hu", "2019-12-01"),
    ("2019 m. gruodžio 1 d.", "lt", "2019-12-01"),
    ("2019. gada 1. decembris", "lv", "2019-12-01"),
    ("1 Δεκεμβρίου 2019", "el", "2019-12-01"),
    ("1 ARALIK 2019 Pazar", "tr", "2019-12-01"),
    ("Sabtu, 1 Desember 2019 10:05 WIB", "id", "2019-12-01T03:05:00+00:00"),
    ("1 tháng 12, 2019", "vi", "2019-12-01"),
    ("1 בדצמבר 2019", "he", "2019-12-01"),
    ("29 أغسطس 2023", "ar", "2023-08-29"),
    ("١ ديسمبر ٢٠١٩", "ar", "2019-12-01"),
    ("1 كانون الأول 2019", "ar", "2019-12-01"),
    ("1 ديسمبر/كانون الأول 2019", "ar", "2019-12-01"),
    ("1 दिसंबर 2019", "hi", "2019-12-01"),
    ("1 ဒီဇင်ဘာ 2019", "my", "2019-12-01"),
    ("၂၀၁၉ ဒီဇင်ဘာ ၁", "my", "2019-12-01"),
    ("17 ဇွန် 2019", "my", "2019-06-17"),
    ("17 ഒക്\u200cടോബർ 2019", "ml", "2019-10-17"),
    ("2018년 11월 28일", "ko", "2018-11-28"),
    ("2019년 12월 1일 오후 3:05 KST", "ko", "2019-12-01T06:05:00+00:00"),
    ("2023年10月16日", "zh-Hans", "2023-10-16"),
    ("2019年12月1日 下午3:05 HKT", "zh-Hant", "2019-12-01T07:05:00+00:00"),
    # other calendars
    ("۱۰ آذر ۱۳۹۸", "fa", "2019-12-01"),
    ("1398/09/10", "fa", "2019-12-01"),
    ("1 ธ.ค. 2562", "th", "2019-12-01"),
    ("17 มี.ค. 2562", "th", "2019-03-17"),  # without its vowel signs it is January
    ("1/12/2562", "th", "2019-12-01"),
    ("令和元年12月1日", "ja", "2019-12-01"),
    ("平成30年1月5日", "ja", "2018-01-05"),
    ("民國108年12月1日", "zh-Hant", "2019-12-01"),
    # distances
    ("2 hours ago", "en", "2026-02-10"),
    ("an hour ago", "en", "2026-02-10"),
    ("3 days ago", "fr", "2026-02-07"),
    ("vor 3 Tagen", "de", "2026-02-07"),
    ("Vor einer Stunde", "de", "2026-02-10"),
    ("hace una hora", "es", "2026-02-10"),
    ("il y a une heure", "fr", "2026-02-10"),
    ("há duas horas", "pt", "2026-02-10"),
    ("hace 2 días", "es", "2026-02-08"),
    ("il y a 13 heures", "fr", "2026-02-09"),
    ("há 2 dias", "pt", "2026-02-08"),
    ("3 дня назад", "ru", "2026-02-07"),
    ("منذ 13 ساعات", "ar", "2026-02-09"),
    ("5 gün önce", "tr", "2026-02-05"),
    ("3天前", "zh", "2026-02-07"),
    ("3日前", "ja", "2026-02-07"),
    ("3일 전", "ko", "2026-02-07"),
    ("gestern, 14:05 MEZ", "de", "2026-02-09T13:05:00+00:00"),
    ("3 weeks ago", "en", "2026-01"),
    ("2 weeks ago", "en", "2026"),  # a week of two months
    ("last year", "en", "2025"),
]

# (text, language, words of the reason)
UNREAD = [
    ("2101-01-01", "", "the year 2101 is out of range"),
    ("10", "en", "no year"),
    ("10:30", "en", "no year"),
    ("on:", "en", "no date"),
    ("", "", "no date"),
    ("Monday", "en", "no date"),
    ("3 May", "en", "no year"),
    ("02/03/2026", "", "2026-03-02 or 2026-02-03"),
    ("02/03/2026", "en", "unknown order"),
    ("30 February 2019", "en", "no such day"),
    ("2019-13-01", "", "no such day"),
    ("2019-12-01T25:00:00Z", "", "no such time"),
    ("99/99/9999", "en", "no such day"),
    ("0000-00-00 00:00:00", "", "out of range"),
    ("3-5 May 2019", "en", "a range"),
    ("May 3-5, 2019", "en", "a range"),
    ("3 May - 5 June 2019", "en", "a range"),
    ("3. und 5. Mai 2019", "de", "a range"),
    ("03.05.2019 - 05.05.2019", "de", "a range"),
    ("١٤٤١/٠٤/٠٤ هـ", "ar", "Islamic calendar"),
    ("4 ربيع الآخر 1441", "ar", "Islamic calendar"),
    ("1398/13/45", "fa", "no day"),
    ("Summer 2019", "en", "no form"),
    ("words that hold 2019 and nothing else", "am", "no form"),
    ("x" * 100_000, "en", "no date"),
    ("9" * 100_000, "en", "no year"),
    ("3 May " * 20_000, "en", "no year"),
    ("1/" * 50_000, "de", "no"),
    ("2019 " * 20_000, "fr", "no"),
    ("\x00\ud800 \u202e", "ar", "no date"),
]


@pytest.mark.parametrize(("text", "language", "value"), READ)
def test_a_date_is_read(text: str, language: str, value: str) -> None:
    precision = {4: "year", 7: "month", 10: "day"}.get(len(value), "instant")
    assert read_date(text, [language] if language else [], base=BASE) == (value, precision)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_name_of_a_month_is_that_month_s(language: str) -> None:
    named = {name: month for name, month in month_names(language) if not name[0].isdigit()}
    named.pop("Tháng năm", None)  # Vietnamese: the fifth month, or the words month and year
    read = {name: read_date(f"17 {name} 2019", [language]) for name in named}
    assert {name: day for name, day in read.items() if day != (f"2019-{named[name]:02}-17", "day")} == {}


@pytest.mark.parametrize(("text", "language", "reason"), UNREAD)
def test_what_is_no_date_is_unread_with_a_reason(text: str, language: str, reason: str) -> None:
    moment = read_moment(text, Clues((language,) if language else (), base=BASE))
    assert moment.value is None
    assert reason in moment.note


def test_no_string_costs_much() -> None:
    yardstick = min(seconds(measure) for _ in range(3))
    for text, language, _ in (*READ, *UNREAD):
        work = partial(read_date, text, [language] if language else ["en", "fr"], base=BASE)
        if seconds(work) > LIMIT * yardstick:
            assert_cheap(work, measure, LIMIT)


@pytest.mark.parametrize(
    ("country", "value"),
    [
        ("IN", "2026-02-03T05:00:00+00:00"),
        ("IL", "2026-02-03T08:30:00+00:00"),
        ("IE", "2026-02-03T09:30:00+00:00"),
        ("", "2026-02-03"),
    ],
)
def test_a_zone_that_several_countries_name_is_the_outlets(country: str, value: str) -> None:
    found = read_date("3 February 2026 at 10:30 am IST", ["en"], country=country)
    assert found
    assert found[0] == value


@pytest.mark.parametrize(
    ("timezone", "country", "value", "zone"),
    [
        ("Asia/Tokyo", "", "2019-12-01T15:10:00+00:00", "Asia/Tokyo"),
        ("America/New_York", "", "2019-12-02T05:10:00+00:00", "America/New_York"),
        ("", "JP", "2019-12-01T15:10:00+00:00", "Asia/Tokyo"),  # the only zone that the country has
        ("", "in", "2019-12-01T18:40:00+00:00", "Asia/Kolkata"),  # by the name that it has today
        ("", "US", "2019-12-02T00:10:00+00:00", None),
        ("", "XX", "2019-12-02T00:10:00+00:00", None),  # no country
        ("No/Where", "", "2019-12-02T00:10:00+00:00", None),
    ],
)
def test_a_time_without_a_zone_is_the_outlets(
    timezone: str, country: str, value: str, zone: str | None
) -> None:
    moment = read_moment("2 Dec 2019 00:10", Clues(("en",), "", timezone, country))
    assert (moment.value, moment.zone, moment.printed) == (value, zone, "2019-12-02")
    assert ("taken as UTC" in moment.note) == (zone is None)


def test_the_outlets_order_beats_the_language() -> None:
    assert read_date("02/03/2026", ["en-US"], date_order="DMY") == ("2026-03-02", "day")
    assert read_date("02/03/2026", ["en"], country="US") == ("2026-02-03", "day")
    assert read_date("02/03/2026", ["en"], country="KE") == ("2026-03-02", "day")


def test_a_distance_without_a_base_is_unread() -> None:
    assert read_date("2 hours ago", ["en"]) is None


def test_a_distance_counts_from_the_day_of_the_outlet() -> None:
    late = datetime(2026, 2, 10, 20, 0, tzinfo=UTC)  # already the eleventh in Tokyo
    assert read_date("today", ["en"], timezone="Asia/Tokyo", base=late) == ("2026-02-11", "day")


PIECES = (
    *(
        "3",
        "May",
        "2019",
        "ago",
        "vor",
        "99",
        "2562",
        "令和",
        "31.12.",
        "-",
        "|",
        "24:00",
        "GMT+14",
        "IST",
        "1398",
    ),
    *(
        "00",
        "0",
        "00/00/0000",
        "29 February",
        "yesterday",
        "999999999 weeks",
        "last",
        "年",
        "0月",
        "12am",
        "in",
        "[",
    ),
)


@given(st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join))
@settings(max_examples=200)
def test_no_string_raises_and_a_value_is_iso(text: str) -> None:
    for language in ("en", "fa", "th", "zh"):
        moment = read_moment(text, Clues((language,), "", "Asia/Tokyo", "IN", BASE))
        assert ISO.fullmatch(moment.value or "2019")
        assert (moment.value is None) == (moment.precision is None)
        assert moment.value is not None or moment.note
        assert all(ISO.fullmatch(one.value or "2019") for one in find_mentions(text, "2019-12-01", language))
