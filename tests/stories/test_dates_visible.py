"""Dates that a page prints, and what it prints of other things."""

import pytest
from lxml import html

from stories.dates.scripts import script_dates
from stories.dates.visible import visible_dates
from tests.cost import assert_linear

TITLE = "Bridge of Nowhere reopens after ten years"


def shown(body: str, title: str = TITLE) -> list[tuple[str, str, str]]:
    tree = html.document_fromstring(
        f"<html><head><title>{title} - The Nowhere Post</title></head><body>{body}</body></html>"
    )
    return [(one.field, one.text, one.origin) for one in visible_dates(tree)]


H1 = f"<h1>{TITLE}</h1>"
PROSE = "<p>The old bridge was closed on 3 May 2009 by the council, which has met twice since.</p>"
REST = (
    "and has met twice since, as it likes to do when the river is low and no boat can come to Nowhere, " * 3
)

PAGES = [
    # a sentence that a link cuts
    (f"{H1}<p>On 1 December 2019 <a href='/x'>the council</a> met in the hall, {REST}.</p>{PROSE}", []),
    (f"{H1}<p>The council met, {REST} <a href='/x'>in the hall</a> on 1 December 2019.</p>{PROSE}", []),
    (
        f"{H1}<p>The bridge closed on 1 December 2019 <a href='/x'>when the council</a> met, {REST}.</p>{PROSE}",
        [],
    ),
    (
        f"{H1}<p>The council met, {REST} <a href='/x'>in the hall</a> that closed on 1 December 2019.</p>{PROSE}",
        [],
    ),
    (f"{H1}<p>1 December 2019</p>{PROSE}", [("published", "1 December 2019", "visible headline")]),
    (
        f"<p>01.12.2019 | Ana Nemo</p>{H1}{PROSE}",
        [("published", "01.12.2019 | Ana Nemo", "visible headline")],
    ),
    (
        f"<div class='kicker-date'>1 Dec 2019</div>{'<br>' * 12}{H1}",
        [("published", "1 Dec 2019", "visible headline")],
    ),
    (
        f"{H1}{PROSE * 50}<p>Published: 1 December 2019</p>",
        [("published", "Published: 1 December 2019", "visible label")],
    ),
    (
        f"{H1}{PROSE * 50}<p class='date'>1 December 2019</p>",
        [("published", "1 December 2019", "visible class")],
    ),
    (
        f"{H1}{PROSE * 50}<p>Page 3</p><p class='author'>Ana Nemo » 1 December 2019</p><p>Read 2 May 2018</p>",
        [("published", "Ana Nemo » 1 December 2019", "visible class")],
    ),
    (
        f"{H1}<p><time class='published'>1 Dec 2019</time><time class='updated'>2 Dec 2019</time></p>",
        [("published", "1 Dec 2019", "time"), ("modified", "2 Dec 2019", "time")],
    ),
    (f"{H1}<p>Updated 2 December 2019</p>", [("modified", "Updated 2 December 2019", "visible label")]),
    (
        f"{H1}<p>Published 1 May 2019, updated 2 May 2019</p>",
        [
            ("published", "Published 1 May 2019, updated 2 May 2019", "visible label"),
            ("modified", "Published 1 May 2019, updated 2 May 2019", "visible label"),
        ],
    ),
    (
        f"{H1}{PROSE * 50}<p>Gepostet am 1. Dezember 2019</p>",
        [("published", "Gepostet am 1. Dezember 2019", "visible label")],
    ),
    (
        f"{H1}{PROSE * 50}<p class='postmetadata'>The piece of Sunday, 1 December 2019 lies under <a>News</a></p>",
        [("published", "The piece of Sunday, 1 December 2019 lies under News", "visible class")],
    ),
    (
        f"{H1}<p><span>Published</span> <b>1 Dec 2019</b></p>",
        [("published", "Published 1 Dec 2019", "visible label")],
    ),
    (
        f"{H1}<p>Stand: 2 December 2019 (valid since 1 May 2019)</p>",
        [("modified", "Stand: 2 December 2019 (valid since 1 May 2019)", "visible label")],
    ),
    (
        f"<div class='teaser-meta'>Ana Nemo / 1 Dec 2019</div>{'<br>' * 12}{H1}{PROSE}",
        [("published", "Ana Nemo / 1 Dec 2019", "visible headline")],
    ),
    (
        f"{H1}<p class='date-comments'>1 December 2019 / 5 comments</p>{PROSE}",
        [("published", "1 December 2019 / 5 comments", "visible headline")],
    ),
    (
        f"<article>{H1}{PROSE}<footer><time>1 December 2019</time></footer></article>",
        [("published", "1 December 2019", "time")],
    ),
    (
        f"<div>{H1}</div>{PROSE * 50}<div class='elementor-widget'><p class='date'>1 Dec 2019</p></div>",
        [("published", "1 Dec 2019", "visible class")],
    ),
    (
        f"{H1}<div><p>Published: 1 Dec 2019</p><p>© Nemo</p></div>",
        [("published", "Published: 1 Dec 2019", "visible label")],
    ),
    (f"{H1}<p>2 hours ago</p>", [("published", "2 hours ago", "visible headline")]),
    (f"{H1}<p>Vor 3 Stunden</p>", [("published", "Vor 3 Stunden", "visible headline")]),
    (f"<form class='page'>{H1}<p>1 Dec 2019</p></form>", [("published", "1 Dec 2019", "visible headline")]),
    (
        f"{H1}<time datetime='2019-12-01T09:44:09Z'>1 December</time>",
        [("published", "2019-12-01T09:44:09Z", "time[datetime]"), ("published", "1 December", "time")],
    ),
    (
        f"<div class='x'>{H1}</div>{PROSE * 50}<a href='/b'><time datetime='2019-11-30'>30 Nov 2019</time></a>",
        [("published", "2019-11-30", "time away"), ("published", "30 Nov 2019", "time away")],
    ),
    (
        f"{H1}<time class='published updated' datetime='2019-12-02'></time>",
        [("published", "2019-12-02", "time[datetime]")],
    ),
    (
        f"{H1}<time class='published-date' datetime='2019-12-02'>Updated 2 December 2019</time>",
        [("modified", "2019-12-02", "time[datetime]"), ("modified", "Updated 2 December 2019", "time")],
    ),
    (
        f"{H1}<time class='updated' datetime='2019-12-02'></time>",
        [("modified", "2019-12-02", "time[datetime]")],
    ),
    (
        f"{H1}<p>Nowhere City, (12 May 2019). {PROSE[3:-4] * 2}</p>",
        [("published", "Nowhere City, (12 May 2019)", "visible headline")],
    ),
    (
        f"{H1}<p>Nowhere, den 12. Mai 2019. {PROSE[3:-4] * 2}</p>",
        [("published", "Nowhere, den 12. Mai 2019", "visible headline")],
    ),
    (
        f"{H1}<p>PORT NOWHERE, 12 May 2019 — {PROSE[3:-4] * 2}</p>",
        [("published", "PORT NOWHERE, 12 May 2019", "visible headline")],
    ),
    (f"{H1}<p>On 12 May 2019 the council met. {PROSE[3:-4] * 2}</p>", []),
    (f"{H1}<p>The council met on 12 May 2019. {PROSE[3:-4] * 2}</p>", []),
    (
        f"{H1}<time>1 December 2019 Updated 16:01</time>",
        [("published", "1 December 2019 Updated 16:01", "time")],
    ),
    # of other things
    (f"{H1}<p>Available until 6 May 2019</p>", []),
    (f"{H1}<p>{PROSE[3:-4]} On 12 May 2019 the <a href='/m'>mayor</a> {PROSE[3:-4]}</p>", []),
    (f"{H1}<p>When: 12 May 2019, 7 pm</p>", []),
    (f"<div class='teaser'><p class='date'>1 Dec 2019</p></div>{'<br>' * 12}{H1}{PROSE}", []),
    (f"{H1}{PROSE}", []),
    (f"{H1}<footer>1 December 2019</footer>", []),
    (f"{H1}<p>Source: Office of Nowhere (as of: 1 December 2019)</p>", []),
    (f"{H1}<p>© 1 December 2019 The Nowhere Post</p>", []),
    (f"{H1}<p>Ana Nemo, member since 1 December 2019</p>", []),
    (f"{H1}<div class='comments'><p>1 December 2019</p>{PROSE}</div>", []),
    (f"{H1}{'<br>' * 12}<div class='comments'><p>1 December 2019</p></div>", []),
    (f"<article>{H1}</article><article><h2>Other</h2><footer>1 December 2019</footer></article>", []),
    (f"{H1}<blockquote class='twitter-post'><p>1 December 2019</p></blockquote>", []),
    (f"{H1}{PROSE * 50}<div class='related'><p class='date'>1 Dec 2019</p></div>", []),
    (f"<p>Sunday, 1 December 2019</p>{PROSE * 20}{H1}", []),  # the masthead's day
    ("", []),
]


@pytest.mark.parametrize(("body", "wanted"), PAGES)
def test_the_storys_printed_dates_are_found(body: str, wanted: list[tuple[str, str, str]]) -> None:
    assert shown(body) == wanted


def test_the_closest_line_comes_first_and_a_day_before_a_distance() -> None:
    body = f"{H1}<p>2 hours ago</p><p>1 December 2019</p><p>30 November 2019</p>"
    assert [text for _, text, _ in shown(body)] == ["1 December 2019", "30 November 2019", "2 hours ago"]


def test_the_headline_is_the_heading_that_the_title_repeats() -> None:
    body = (
        f"<h1>The Nowhere Post</h1><p>2 December 2019</p>{PROSE * 20}<h2>{TITLE}</h2><p>1 December 2019</p>"
    )
    assert shown(body)[0] == ("published", "1 December 2019", "visible headline")


def test_the_heading_that_is_the_headline_counts_before_one_that_holds_it() -> None:
    body = (
        f"<h2>{TITLE}</h2><p>1 December 2019</p>{PROSE * 60}<h2>Six comments on {TITLE}</h2><p>5 May 2019</p>"
    )
    tree = html.document_fromstring(f"<html><body>{body}</body></html>")
    assert visible_dates(tree, TITLE)[0].text == "1 December 2019"


def test_where_no_heading_repeats_the_title_the_one_above_the_text_is_the_headline() -> None:
    text = f"<p>{PROSE[3:-4] * 2}</p>"
    above = "<h2>Find</h2><h2>New bridge</h2><div class='teaser'>1 December 2019</div>"
    body = f"{above}{text}{'<br>' * 60}<h1>Partners</h1>"
    assert shown(body, "News") == [("published", "1 December 2019", "visible headline")]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        (f"01.12.2019 | {TITLE}", ["01.12.2019"]),
        (f"{TITLE} (1 December 2019) - Nowhere", ["1 December 2019"]),
        (f"{TITLE} : 01.12.2019, 10:30", ["01.12.2019, 10:30"]),
        ("Fair of 1 December 2019 in Nowhere reopens | Nowhere", []),  # the fair's day
        (f"{TITLE} – 01.12.2019", ["01.12.2019"]),
        ("Report of the week 14. - 20. May 2019", []),
        ("Results of the race, 1 December 2019", []),
    ],
)
def test_a_part_of_the_title_may_be_the_day(title: str, wanted: list[str]) -> None:
    assert [text for _, text, origin in shown("<p>Words.</p>", title) if origin == "visible title"] == wanted


def test_a_page_of_dates_gives_a_few() -> None:
    assert len(shown(H1 + "".join(f"<p>{day} May 2019</p>" for day in range(1, 29)))) <= 6


@pytest.mark.parametrize(
    ("script", "wanted"),
    [
        ('{"datePublished": "2019-12-01T09:44:09Z", broken',
         [("published", "2019-12-01T09:44:09Z", "script datePublished")]),
        ('{\\"published_at\\":\\"2019-12-01\\"}', [("published", "2019-12-01", "script published_at")]),
        ('x={"publishedAt":1575193449000,"updatedAt":1575193450}',
         [("published", "1575193449000", "script publishedAt"), ("modified", "1575193450", "script updatedAt")]),
        ('{"firstDeployDt":"2019.12.01 18:40"}', [("published", "2019.12.01 18:40", "script firstDeployDt")]),
        ('[{"pubDate":"2019-12-01"},{"pubDate":"2019-12-03"}]',
         [("published", "2019-12-01", "scripts, script pubDate"),
          ("published", "2019-12-03", "scripts, script pubDate")]),
        ('[{"pubDate":"2019-12-01"},{"date_published":"2019-12-01T09:44:09Z"}]',
         [("published", "2019-12-01", "script pubDate"), ("published", "2019-12-01T09:44:09Z", "script date_published")]),
        ('{"publisher":"2019-12-01 Ltd","birthDate":"2019-12-01"}', []),
        ('{"datePublished":"soon"}', []),
    ],
)  # fmt: skip
def test_scripts_state_dates(script: str, wanted: list[tuple[str, str, str]]) -> None:
    assert [(one.field, one.text, one.origin) for one in script_dates([script])] == wanted


@pytest.mark.parametrize(
    ("before", "unit", "after", "times"),
    [("<div>", "1 May 2019<br>", "</div>", 5_000), ("", "<time>1 May 2019</time>", "", 5_000),
     ("", "<h1>", "1 May 2019", 1_250), (H1 + "<p>", "1 May 2019 ", "", 12_500),
     ("", "<b class='date'>2 hours ago", "", 1_250)],
    ids=["breaks", "times", "headings", "prose", "nested"],
)  # fmt: skip
def test_the_time_for_a_hostile_page_grows_with_its_length(
    before: str, unit: str, after: str, times: int
) -> None:
    trees = {size: html.document_fromstring(before + unit * size + after) for size in (times, 4 * times)}
    assert all(len(visible_dates(tree)) <= 18 for tree in trees.values())
    assert_linear(lambda size: visible_dates(trees[size]), times)
