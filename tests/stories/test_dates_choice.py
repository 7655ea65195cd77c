"""Of a page's dates, which is believed, and what is kept of the others."""

from datetime import UTC, datetime

import pytest

from stories.dates import Candidate, DateEvidence, Field, choose_dates
from stories.dates.trust import ORDER, trust
from stories.outlet import Outlet
from tests import corpora

FETCHED = datetime(2019, 12, 20, 8, 0, tzinfo=UTC)
JSON_LD, META, TIME = "json-ld datePublished", "meta article:published_time", "time[datetime]"
UNKNOWN = Outlet()
PAYLOAD = "payload firstPublished"
Shown = tuple[str, str]


def judge(
    *shown: Shown, field: Field = "published", outlet: Outlet = UNKNOWN, language: str | None = "en"
) -> list[DateEvidence]:
    return choose_dates([Candidate(field, text, origin) for origin, text in shown], outlet, FETCHED, language)


def chosen(evidence: list[DateEvidence], field: Field = "published") -> DateEvidence:
    [winner] = [one for one in evidence if one.chosen and one.field == field]
    return winner


# (what the page shows, the value that is believed, where it stood)
CHOICES = [
    ([(META, "2019-12-02T10:00:00Z"), (JSON_LD, "2019-12-01T09:44:09Z")], "2019-12-01T09:44:09+00:00", JSON_LD),
    ([(PAYLOAD, "1575193449000"), (JSON_LD, "2019-12-03")], "2019-12-01T09:44:09+00:00", PAYLOAD),
    ([("css div.date", "1 December 2019"), (JSON_LD, "2019-12-03T10:00:00Z")], "2019-12-01", "css div.date"),
    ([(META, "2019-12-02"), ("microdata datePublished", "2019-12-01")], "2019-12-02", META),
    ([(TIME, "2019-12-01"), ("feed pubDate", "Mon, 02 Dec 2019 10:00:00 GMT")], "2019-12-01", TIME),
    ([("url", "https://news.example/2019/12/01/x"), ("visible headline", "2 December 2019")], "2019-12-01", "url"),
    ([("meta date", "2019-12-05"), ("visible label", "Published 2 December 2019")], "2019-12-02", "visible label"),
    ([("visible page", "5 December 2019"), ("visible headline", "2 December 2019")], "2019-12-02", "visible headline"),
    ([("json-ld VideoObject uploadDate", "2019-11-01"), (TIME, "2019-12-01")], "2019-12-01", TIME),
    # the more exact of two that agree
    ([(JSON_LD, "2019-12-01"), (META, "2019-12-01T09:44:09Z")], "2019-12-01T09:44:09+00:00", META),
    ([("url", "https://x.example/2019/12/01/x"), (TIME, "2019-12-01T09:44:09Z")], "2019-12-01T09:44:09+00:00", TIME),
    ([("url", "https://news.example/2019/12/x"), ("visible page", "9 Dec 2019")], "2019-12-09", "visible page"),
    ([(JSON_LD, "2019-12-01"), ("time away", "2019-12-01T11:11:11Z")], "2019-12-01", JSON_LD),
    ([(JSON_LD, "2019-12-01 20:59"), ("meta date", "2019-12-01T20:59:00+02:00")],
     "2019-12-01T18:59:00+00:00", "meta date"),
    ([(JSON_LD, "2019-12-01T06:05:30"), ("meta date", "2019-12-01T06:05:30-05:00")],
     "2019-12-01T11:05:30+00:00", "meta date"),
    # one place alone against the head and the headline together
    ([(JSON_LD, "2019-12-04T07:29:00Z"), (META, "2019-12-06T08:29:34"), ("visible headline", "06.12.2019")],
     "2019-12-06T08:29:34+00:00", META),
    ([(JSON_LD, "2019-12-04"), ("url", "https://x.example/2019/12/04/a"), (META, "2019-12-06"),
      ("visible headline", "06.12.2019")], "2019-12-04", JSON_LD),
    # what cannot be
    ([(JSON_LD, "2020-12-01T09:44:09Z"), (META, "2019-12-01")], "2019-12-01", META),
    ([(JSON_LD, "1970-01-01T00:00:00Z"), (META, "2019-12-01")], "2019-12-01", META),
    ([(JSON_LD, "0001-01-01T00:00:00"), (META, "2019-12-01")], "2019-12-01", META),
    ([(JSON_LD, "soon"), (META, "2019-12-01")], "2019-12-01", META),
    # a clock that is some hours ahead, and a publisher whose day has begun
    ([(JSON_LD, "2019-12-20T20:00:00Z")], "2019-12-20T20:00:00+00:00", JSON_LD),
    ([(JSON_LD, "2019-12-21")], "2019-12-21", JSON_LD),
    # midnight without a place is no time of day
    ([(JSON_LD, "2019-12-01T00:00:00Z")], "2019-12-01", JSON_LD),
    ([(JSON_LD, "2019-12-01T00:00:00+08:00")], "2019-11-30T16:00:00+00:00", JSON_LD),
]  # fmt: skip


@pytest.mark.parametrize(("shown", "value", "origin"), CHOICES)
def test_the_most_trusted_date_is_chosen(shown: list[Shown], value: str, origin: str) -> None:
    winner = chosen(judge(*shown))
    assert (winner.value, winner.origin) == (value, origin)


def test_the_order_of_the_candidates_does_not_matter() -> None:
    for shown, value, _ in CHOICES:
        assert chosen(judge(*reversed(shown))).value == value


def test_published_and_modified_are_chosen_apart() -> None:
    evidence = choose_dates(
        [
            Candidate("modified", "2019-12-03T10:00:00Z", "json-ld dateModified"),
            Candidate("published", "2019-12-01T10:00:00Z", JSON_LD),
            Candidate("modified", "2019-12-02T10:00:00Z", "meta article:modified_time"),
        ],
        Outlet(),
        FETCHED,
    )
    assert chosen(evidence, "published").value == "2019-12-01T10:00:00+00:00"
    assert chosen(evidence, "modified").value == "2019-12-03T10:00:00+00:00"
    assert len(evidence) == 3


@pytest.mark.parametrize(
    ("meta", "value"),
    [
        (("2019-12-01T07:00:00Z", "2019-12-01T09:30:00Z"), "2019-12-01T07:00:00+00:00"),
        (("2019-11-28T07:00:00Z", "2019-12-01T09:30:00Z"), "2019-11-28T07:00:00+00:00"),
        (("2019-12-01T10:00:00+02:00", "2019-12-01T11:30:00+02:00"), "2019-12-01T08:00:00+00:00"),
        (("2019-12-01T07:00:00Z", "2019-12-01T07:00:00Z"), "2019-12-01T09:30:00+00:00"),  # knows no better
        (
            ("2019-12-01T09:30:05Z", "2019-12-01T10:00:00Z"),
            "2019-12-01T09:30:00+00:00",
        ),  # later than the stamp
        (("", "2019-12-01T10:00:00Z"), "2019-12-01T09:30:00+00:00"),
    ],
)
def test_a_source_with_one_stamp_for_both_yields_to_one_that_tells_them_apart(
    meta: tuple[str, str], value: str
) -> None:
    stamp = "2019-12-01T09:30:00Z"
    evidence = choose_dates(
        [
            Candidate("published", stamp, JSON_LD),
            Candidate("modified", stamp, "json-ld dateModified"),
            Candidate("published", meta[0], META),
            Candidate("modified", meta[1], "meta article:modified_time"),
        ],
        UNKNOWN,
        FETCHED,
    )
    assert chosen(evidence).value == value
    assert chosen(evidence, "modified").value == "2019-12-01T09:30:00+00:00"


def test_an_update_alone_stands_in_for_publication_as_a_day_and_says_so() -> None:
    evidence = judge(("visible label", "Updated 1 December 2019 at 10:30"), field="modified")
    assert chosen(evidence, "modified").precision == "instant"
    stand_in = chosen(evidence, "published")
    assert (stand_in.value, stand_in.precision, stand_in.origin) == ("2019-12-01", "day", "visible label")
    assert "only an update" in stand_in.note


def test_losers_keep_their_value_and_the_reason() -> None:
    evidence = judge((JSON_LD, "2019-12-01T10:00:00Z"), (META, "2019-12-03"), ("url", "https://x.example/2019/12/01/a"),
                     (TIME, "2020-03-01"), ("visible headline", "no day"))  # fmt: skip
    assert [one.note for one in evidence] == [
        "",
        f"less trusted than {JSON_LD}",
        f"agrees with {JSON_LD}",
        "later than the fetch: 2020-03-01",
        "no date",
    ]
    assert [one.value for one in evidence[1:]] == ["2019-12-03", "2019-12-01", None, None]


def test_nothing_is_chosen_where_nothing_is_read() -> None:
    assert not [
        one for one in judge((JSON_LD, "tomorrow-ish"), ("url", "https://x.example/story-42")) if one.chosen
    ]
    assert choose_dates([], Outlet(), FETCHED) == []


AMBIGUOUS = "02/03/2019"


@pytest.mark.parametrize(
    ("others", "outlet", "language", "value"),
    [
        ([], Outlet(date_order="MDY"), "fr", "2019-02-03"),
        ([], Outlet(country="US"), "en", "2019-02-03"),
        ([], Outlet(), "en-GB", "2019-03-02"),
        ([], Outlet(), "de", "2019-03-02"),
        ([("url", "https://x.example/2019/03/02/a")], Outlet(), "en", "2019-03-02"),
        ([("visible page", "27/02/2019")], Outlet(), "en", "2019-03-02"),
        ([("visible page", "02/27/2019")], Outlet(), "en", "2019-02-03"),
        ([("visible page", "13/02/2019")], Outlet(), "en", "2019-03-02"),
        ([("visible page", "02/13/2019")], Outlet(), "en", "2019-02-03"),
        ([("visible page", "12/12/2018")], Outlet(), "de", "2019-03-02"),
    ],
)
def test_the_order_of_day_and_month_is_decided(
    others: list[Shown], outlet: Outlet, language: str, value: str
) -> None:
    [winner] = [
        one
        for one in judge((META, AMBIGUOUS), *others, outlet=outlet, language=language)
        if one.origin == META
    ]
    assert (winner.value, winner.chosen) == (value, True)


def test_a_reading_after_the_fetch_is_not_meant() -> None:
    april = datetime(2019, 4, 1, tzinfo=UTC)
    [one] = choose_dates([Candidate("published", "03/12/2019", META)], UNKNOWN, april, "en")
    assert (one.value, one.chosen) == ("2019-03-12", True)


@pytest.mark.parametrize("language", ["de", "pl", "it"])
def test_midnight_on_the_clock_of_the_pages_language_is_a_day(language: str) -> None:
    winner = chosen(judge((META, "2019-12-01T23:00:00.000Z"), language=language))
    assert (winner.value, winner.precision, winner.printed) == ("2019-12-02", "day", "2019-12-02")
    assert chosen(judge((META, "2019-12-01T23:00:01Z"), language=language)).precision == "instant"


def test_an_undecided_day_gives_its_year_and_both_readings() -> None:
    winner = chosen(judge((META, AMBIGUOUS)))
    assert (winner.value, winner.precision) == ("2019", "year")
    assert "2019-03-02" in winner.note
    assert "2019-02-03" in winner.note


def test_an_undecided_day_yields_to_a_decided_one() -> None:
    assert chosen(judge((META, AMBIGUOUS), (TIME, "2019-11-11"))).value == "2019-11-11"


@pytest.mark.parametrize(
    ("text", "outlet", "value", "zone", "printed"),
    [
        ("2019-12-02T00:10:00+09:00", Outlet(), "2019-12-01T15:10:00+00:00", "+09:00", "2019-12-02"),
        (
            "2019-12-02 00:10",
            Outlet(timezone="Asia/Tokyo"),
            "2019-12-01T15:10:00+00:00",
            "Asia/Tokyo",
            "2019-12-02",
        ),
        ("2019-12-02 00:10", Outlet(country="JP"), "2019-12-01T15:10:00+00:00", "Asia/Tokyo", "2019-12-02"),
        ("2019-12-02 00:10", Outlet(), "2019-12-02T00:10:00+00:00", None, "2019-12-02"),
        ("2 Dec 2019 00:10 IST", Outlet(country="IN"), "2019-12-01T18:40:00+00:00", "IST", "2019-12-02"),
        ("2 Dec 2019 00:10 IST", Outlet(), "2019-12-02", None, "2019-12-02"),
    ],
)
def test_instants_are_utc_and_keep_zone_and_printed_day(
    text: str, outlet: Outlet, value: str, zone: str | None, printed: str
) -> None:
    winner = chosen(judge((META, text), outlet=outlet))
    assert (winner.value, winner.zone, winner.printed) == (value, zone, printed)


@pytest.mark.parametrize(
    ("other", "printed"),
    [
        (("url", "https://x.example/2019/12/02/a"), "2019-12-02"),
        (("visible headline", "2 December 2019"), "2019-12-02"),
        (("time", "2 December 2019, 08:10"), "2019-12-02"),
        (("visible headline", "5 December 2019"), "2019-12-01"),  # no clock on Earth showed the fifth
        (("time", "2 December 2019, 03:33"), "2019-12-01"),  # nor does any differ by this
    ],
)
def test_the_day_that_readers_saw_is_found_beside_an_instant_in_utc(other: Shown, printed: str) -> None:
    winner = chosen(judge((JSON_LD, "2019-12-01T23:10:00Z"), other))
    assert (winner.value, winner.printed) == ("2019-12-01T23:10:00+00:00", printed)


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://x.example/2019/12/01/story", "2019-12-01"),
        ("https://x.example/2019/dec/1/story", "2019-12-01"),
        ("https://x.example/news/20191201/story", "2019-12-01"),
        ("https://x.example/news/story-2019-12-01.html", "2019-12-01"),
        ("https://x.example/2019/12/story", "2019-12"),
        ("https://x.example/2019/43/story", None),  # an issue's number
        ("https://x.example/news/20193801", None),
        ("https://x.example/story-4720191201", None),
        ("https://archive.example/web/20160218174457/http://x.example/2010/05/19/a", "2010-05-19"),
    ],
)
def test_addresses_give_days(url: str, value: str | None) -> None:
    [one] = judge(("url", url))
    assert one.value == value
    assert one.precision in ("day", "month", None)


def test_every_line_of_the_order_of_trust_can_be_reached() -> None:
    origins = [
        "payload firstPublished", "css time", JSON_LD, META, "microdata datePublished", "meta parsely-pub-date",
        "json-ld WebPage datePublished", TIME, "feed pubDate", "url", "script publishedAt", "visible label", "meta date",
        "time away",
    ]  # fmt: skip
    assert [trust(Candidate("published", "", origin)) for origin in origins] == list(range(len(ORDER)))
    assert trust(Candidate("published", "", "an origin of tomorrow")) == len(ORDER)


def test_the_documents_say_what_the_code_trusts() -> None:
    page = " ".join((corpora.ROOT / "docs" / "dates.md").read_text(encoding="utf-8").split())
    for rank, (_, meaning) in enumerate(ORDER, 1):
        assert f"| {rank} | `" in page
        assert meaning in page
