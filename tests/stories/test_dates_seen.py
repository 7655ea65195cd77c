"""Dates that pages show in unusual places, and dates of other stories, which are not this one's."""

from datetime import UTC, datetime

import pytest

from stories.dates import choose_dates
from stories.dates.url import read_url
from stories.outlet import Outlet
from tests.stories.making import PARAGRAPHS, html, paragraphs, reading

FETCHED = datetime(2026, 11, 20, 12, tzinfo=UTC)
TEXT = paragraphs(PARAGRAPHS)
LATEST = (
    "<aside class='latest'><ul><li><a href='/x'>Ferry timetable changes again</a> <time datetime='2026-11-18'>18"
    " November</time></li><li><a href='/y'>Harbour master retires early</a> <time datetime='2026-11-17'>17 November"
    "</time></li></ul></aside>"
)
CARDS = (
    "<div class='related'><article itemscope><h4>Another</h4><span itemprop='datePublished' content='2026-11-02'>"
    "</span></article></div>"
)


def published(text: str, url: str = "https://news.example/harbour", outlet: Outlet = Outlet()) -> str | None:  # noqa: B008
    """The date of publication that is believed of a page."""
    read = reading(text, url, outlet)
    dates = choose_dates(read.candidates, outlet, FETCHED, read.language or None)
    return next((date.value for date in dates if date.chosen and date.field == "published"), None)


def story(line: str = "", before: str = "", after: str = "", head: str = "") -> str:
    """A page with a line under the headline, and boxes around the story."""
    body = f"{before}<article><h1>Ferry stays in port</h1>{line}{TEXT}</article>{after}"
    return html(body, head=head)


SHARED = "<meta property='article:published_time' content='2026-09-20T11:01:23.917Z'>"
PAGES = {
    # the story's own day beats the times of others, below, above and beside it
    "below": (story("<span class='date'>14 September 2026</span>", after=LATEST), "2026-09-14"),
    "above": (story("<p>By Orla Tamm | 14 September 2026</p>", before=LATEST), "2026-09-14"),
    "german": (story("<p>Von Orla Tamm, 14. September 2026</p>", after=LATEST), "2026-09-14"),
    "cards": (story("<p class='date'>14 September 2026</p>", after=CARDS), "2026-09-14"),
    # attributes
    "abbr": (story(after="<p><a href='/p'><abbr class='published' title='2026-09-14T08:30:00+01:00'>8:30</abbr></a></p>"),
             "2026-09-14T07:30:00+00:00"),
    "relative": (story("<relative-time datetime='2026-09-14T08:30:00Z'>2 months ago</relative-time>"),
                 "2026-09-14T08:30:00+00:00"),
    "data": (story("<span class='x' data-date='2026-09-14T08:30:00Z'></span>"), "2026-09-14T08:30:00+00:00"),
    "epoch": (story("<span data-timestamp='1789374600'>Monday</span>"), "2026-09-14T08:30:00+00:00"),
    # by their distance, behind a name
    "ago": (story("<p>By Orla Tamm · 2 days ago</p>"), "2026-11-18"),
    "ago bar": (story("<p>Orla Tamm | 3 days ago</p>"), "2026-11-17"),
    # Thai years, of two digits and behind the era's name
    "thai short": (story("<span>14 ก.ย. 69</span>"), "2026-09-14"),
    "thai era": (story("<p>14 กันยายน พ.ศ. 2569</p>"), "2026-09-14"),
    "thai digits": (story("<p>๑๔ กันยายน ๒๕๖๙</p>"), "2026-09-14"),
    "thai western": (story("<p>14 กันยายน 2026</p>"), "2026-09-14"),
    # the tag for those who share the page has the last edit
    "edited": (story("<p>Sep 14, 2026 · 3 min read</p>", head=SHARED), "2026-09-14"),
    "same night": (story("<p>Sep 19, 2026 · 3 min read</p>", head=SHARED), "2026-09-20T11:01:23.917000+00:00"),
    "old": (story("<p>Sep 14, 1999</p>", head=SHARED), "2026-09-20T11:01:23.917000+00:00"),
    # JSON-LD in marks of XML
    **{
        f"cdata {number}": (
            story(head=f"<script type='application/ld+json'>{left}{{\"@type\": \"NewsArticle\", \"datePublished\":"
                  f" \"2026-09-14\"}}{right}</script>"),
            "2026-09-14",
        )
        for number, (left, right) in enumerate([("<![CDATA[", "]]>"), ("//<![CDATA[\n", "\n//]]>"),
                                                ("/* <![CDATA[ */", "/* ]]> */")])
    },
    # a product's code is no year
    "code": (story(after="<p>More.</p>" * 45 + "<p class='meta'>Item 1936-03-23</p>"), None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "day"), PAGES.values(), ids=PAGES)
def test_published(text: str, day: str | None) -> None:
    assert published(text) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/news/ferry-14-09-2026", "2026-09-14"),
        ("https://a.example/news/14.09.2026.html", "2026-09-14"),
        ("https://a.example/news/09-14-2026/", "2026-09-14"),
        ("https://a.example/news/ferry-04-04-2026", "2026-04-04"),
        ("https://a.example/news/ferry-05-04-2026", None),
        ("https://a.example/news/41-99-2026", None),
        ("https://a.example/news/14-09-2026/ferry", None),
    ],
)
def test_the_end_of_an_address(url: str, day: str | None) -> None:
    assert read_url(url).value == day


def test_a_tag_of_the_bbc_is_gmt() -> None:
    outlet = Outlet(name="bbc", country="GB", timezone="Europe/London")
    text = story(head="<meta name='OriginalPublicationDate' content='2009/06/02 19:50:44'>")
    assert published(text, outlet=outlet) == "2009-06-02T19:50:44+00:00"
