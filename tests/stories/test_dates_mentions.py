"""The dates that a body speaks of."""

import pytest

from stories.dates import find_mentions
from stories.outlet import Outlet
from tests.cost import assert_linear

PUBLISHED = "2019-12-01T09:44:09+00:00"  # a Sunday

# (language, body, [(words, value)])
MENTIONS = [
    ("en", "The rule, drawn up in September, takes effect on [1 December].",
     [("September", "2019-09"), ("[1 December]", "2019-12-01")]),
    ("en", "Earlier this year, a teacher sued the park. Late last year it had opened.",
     [("Earlier this year", "2019"), ("Late last year", "2018")]),
    ("en", "He was held last Tuesday, freed on Friday and will be heard next Monday.",
     [("last Tuesday", "2019-11-26"), ("Friday", "2019-11-29"), ("next Monday", "2019-12-02")]),
    ("en", "On Sunday he spoke; last Sunday he was silent.", [("Sunday", "2019-12-01"), ("last Sunday", "2019-11-24")]),
    ("en", "On 3 March 2020 and in 2012, but not on Thursday, 28 November.",
     [("3 March 2020", "2020-03-03"), ("2012", "2012"), ("Thursday, 28 November", "2019-11-28")]),
    ("en", "Dec. 3, 2018, or March 5th, or Sept. 9.",
     [("Dec. 3, 2018", "2018-12-03"), ("March 5th", "2019-03-05"), ("Sept. 9", "2019-09-09")]),
    ("en", "Yesterday, two years ago, three days ago and 4 months ago.",
     [("Yesterday", "2019-11-30"), ("two years ago", "2017"), ("three days ago", "2019-11-28"),
      ("4 months ago", "2019-08")]),
    ("en", "It came in January and in October; last January was cold, September last year was not.",
     [("January", "2020-01"), ("October", "2019-10"), ("last January", "2019-01"), ("September last year", "2018-09")]),
    ("en", "Between 2012 and 2014 it rose; since the early 1990s it had not.", [("2012", "2012"), ("2014", "2014")]),
    ("en", "They may march; a march in May drew 2012 people on Black Friday, says the Sunday Times.",
     [("May", "2019-05")]),
    ("en", "May 3-5, 2019, or 3-5 May 2019.", [("May 3-5, 2019", "2019-05-03"), ("5 May 2019", "2019-05-05")]),
    ("en", "April Nemo and June Nemo left in April.", [("April", "2019-04")]),
    ("en", "It rained last month, last week and three weeks ago.",
     [("last month", "2019-11"), ("last week", "2019-11"), ("three weeks ago", "2019-11")]),
    ("en", "Its version 2019.12 costs 1,990 in all.", []),
    ("en", "It opens next December and next January; last December and last November it was shut.",
     [("next December", "2020-12"), ("next January", "2020-01"), ("last December", "2018-12"),
      ("last November", "2019-11")]),
    ("en", "It opens on 9 December, or on 3 January, and not on 29 February.",
     [("9 December", "2019-12-09"), ("3 January", "2020-01-03"), ("29 February", "2020-02-29")]),
    ("en", "On 2 March, a season ahead, and on 3 March.", [("2 March", "2020-03-02"), ("3 March", "2019-03-03")]),
    ("en", "They met [on 1 December] and on 2 December].", [("1 December", "2019-12-01"), ("2 December", "2019-12-02")]),
    ("en", "Next March is cold; may march be next.", [("Next March", "2020-03")]),
    ("de", "Am Morgen des 5. Mai und heute.", [("5. Mai", "2019-05-05"), ("heute", "2019-12-01")]),
    ("de", "Am 3. März 2019, im September, gestern, letzten Dienstag, vor drei Tagen, im Jahr 2012, letztes Jahr.",
     [("3. März 2019", "2019-03-03"), ("September", "2019-09"), ("gestern", "2019-11-30"),
      ("letzten Dienstag", "2019-11-26"), ("vor drei Tagen", "2019-11-28"), ("2012", "2012"), ("letztes Jahr", "2018")]),
    ("fr", "Le 1er décembre 2018, en septembre, hier, mardi dernier, il y a trois jours, l'année dernière.",
     [("1er décembre 2018", "2018-12-01"), ("septembre", "2019-09"), ("hier", "2019-11-30"),
      ("mardi dernier", "2019-11-26"), ("il y a trois jours", "2019-11-28"), ("l'année dernière", "2018")]),
    ("es", "El 3 de marzo de 2019, en septiembre, ayer, el martes pasado, hace dos días, este año.",
     [("3 de marzo de 2019", "2019-03-03"), ("septiembre", "2019-09"), ("ayer", "2019-11-30"),
      ("martes pasado", "2019-11-26"), ("hace dos días", "2019-11-29"), ("este año", "2019")]),
    ("pt", "Em 3 de março de 2019, em setembro, ontem, há dois dias.",
     [("3 de março de 2019", "2019-03-03"), ("setembro", "2019-09"), ("ontem", "2019-11-30"),
      ("há dois dias", "2019-11-29")]),
    ("ru", "3 марта 2019 года, в сентябре, вчера, в прошлом году, в 2012 году.",
     [("3 марта 2019", "2019-03-03"), ("сентябре", "2019-09"), ("вчера", "2019-11-30"),
      ("в прошлом году", "2018"), ("2012 году", "2012")]),
    ("ar", "في 3 مارس 2019، في سبتمبر، أمس.",
     [("3 مارس 2019", "2019-03-03"), ("سبتمبر", "2019-09"), ("أمس", "2019-11-30")]),
    ("ar", "في ٣ مارس ٢٠١٩", [("٣ مارس ٢٠١٩", "2019-03-03")]),
    ("tr", "3 Mart 2019 günü, Eylül ayında, dün, geçen yıl.",
     [("3 Mart 2019", "2019-03-03"), ("Eylül", "2019-09"), ("dün", "2019-11-30"), ("geçen yıl", "2018")]),
    ("zh-Hans", "2019年3月3日,9月,昨天,去年,2012年",
     [("2019年3月3日", "2019-03-03"), ("9月", "2019-09"), ("昨天", "2019-11-30"), ("去年", "2018"), ("2012年", "2012")]),
    ("ja", "2019年3月3日、12月5日、昨日、去年。",
     [("2019年3月3日", "2019-03-03"), ("12月5日", "2019-12-05"), ("昨日", "2019-11-30"), ("去年", "2018")]),
    ("ko", "2019년 3월 3일, 9월, 어제, 작년.",
     [("2019년 3월 3일", "2019-03-03"), ("9월", "2019-09"), ("어제", "2019-11-30"), ("작년", "2018")]),
    ("my", "၂၀၁၉ မတ် ၃", [("၂၀၁၉ မတ် ၃", "2019-03-03")]),
    ("xx", "2019-03-03 and 03.04.2019", [("2019-03-03", "2019-03-03"), ("03.04.2019", "2019-04-03")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "body", "wanted"), MENTIONS)
def test_mentions_are_resolved_against_publication(
    language: str, body: str, wanted: list[tuple[str, str]]
) -> None:
    assert [(one.text, one.value) for one in find_mentions(body, PUBLISHED, language)] == wanted


def test_offsets_name_the_words_and_the_row_says_what_it_is() -> None:
    body = "Once.\n\nIt began in September and ended on [1 December]."
    for one in find_mentions(body, PUBLISHED, "en"):
        assert body[one.start : one.end] == one.text
        assert (one.field, one.origin, one.chosen) == ("mentioned", "body", True)
    assert [one.precision for one in find_mentions(body, PUBLISHED, "en")] == ["month", "day"]


@pytest.mark.parametrize("gap", [0, 1, 30, 59, 60, 61, 119, 120, 121, 500])
@pytest.mark.parametrize("filler", ["lorem ", "ab", "İ ", "ç\n"])
def test_dates_are_found_however_far_apart(gap: int, filler: str) -> None:
    words = [
        "late last year",
        "Wednesday, September 11, 2013",
        "yesterday",
        "in 2012",
        "three days ago",
        "January",
    ]
    between = f" {filler * gap} "
    body = f"{between.join(['', *words, ''])}Maybe Mayor Marchand sat 20199 times"
    found = find_mentions(body, PUBLISHED, "en")
    assert [one.text for one in found] == [word.removeprefix("in ") for word in words]
    assert all(body[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize("published", [None, "2019", "2019-12"])
def test_without_a_day_of_publication_only_whole_dates_are_resolved(published: str | None) -> None:
    found = find_mentions("In September, yesterday and on 3 March 2018.", published, "en")
    assert [one.value for one in found] == [None, None, "2018-03-03"]
    assert [one.chosen for one in found] == [False, False, True]
    assert "no day of publication" in found[0].note


def test_the_day_is_counted_where_the_outlet_is() -> None:
    late = "2019-12-01T20:00:00+00:00"  # Monday in Tokyo
    [there] = find_mentions("It happened yesterday.", late, "en", outlet=Outlet(timezone="Asia/Tokyo"))
    [here] = find_mentions("It happened yesterday.", late, "en")
    assert (there.value, here.value) == ("2019-12-01", "2019-11-30")


def test_a_day_without_a_year_is_the_nearest_and_the_29th_of_february_has_one() -> None:
    found = find_mentions("On 29 February or 2 January or 20 December.", "2019-12-30", "en")
    assert [one.value for one in found] == ["2020-02-29", "2020-01-02", "2019-12-20"]


@pytest.mark.parametrize(
    ("unit", "times"), [("in ", 5_000), ("1 ", 12_500), ("May ", 7_500), ("2019年", 5_000), ("١", 12_500)]
)
def test_the_time_for_a_hostile_body_grows_with_its_length(unit: str, times: int) -> None:
    def search(size: int) -> None:
        for language in ("en", "ar", "zh"):
            find_mentions(unit * size, PUBLISHED, language)

    assert_linear(search, times)
