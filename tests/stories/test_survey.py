"""A look at a site: which of its pages count, and what their addresses, dates and words say of its outlet."""

import re

import pytest

from stories.page import Page
from stories.survey import SurveyError, survey
from stories.survey.addresses import keeps_query, likeliest, story_pattern
from tests.stories.making import FETCHED, PARAGRAPHS, html, paragraphs

SITE = "https://www.tarrow.example/"
FORMS = {  # paths of stories, of others, and one of a story that was not shown
    "dated": (["/2026/04/03/ferry", "/2026/04/12/mill"], ["/news", "/about-us/our-people-and-aims"], "/2026/05/01/x"),
    "numbered": (["/a/ferry-10457", "/b/mill-10458.html"], ["/news", "/contact"], "/c/dock-99999"),
    "marked": (["/x/ferry_9f1-ab12c.html", "/mill.html"], ["/news/", "/a-b-c-d"], "/y/dock.html"),
    "named": (["/news/ferry-stays-in-port", "/news/the-mill-has-closed"], ["/news", "/sport"], "/news/a-dock-is-shut"),
    "by section": (["/story/ferry", "/story/mill"], ["/news", "/news/ferry"], "/story/dock"),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_a_pattern_knows_stories_that_it_was_not_shown(name: str) -> None:
    stories, others, unseen = FORMS[name]
    pattern = story_pattern([SITE[:-1] + path for path in stories], [SITE[:-1] + path for path in others])
    assert all(re.search(pattern, path) for path in (*stories, unseen)), pattern
    assert not any(re.search(pattern, path) for path in others), pattern


def test_where_nothing_tells_stories_from_others_there_is_no_pattern() -> None:
    assert story_pattern([f"{SITE}ferry"], [f"{SITE}news"]) == ""


def test_the_query_is_kept_where_it_tells_stories_apart() -> None:
    assert keeps_query([f"{SITE}show?id=1", f"{SITE}show?id=2"])
    assert not keeps_query([f"{SITE}ferry?from=feed", f"{SITE}mill"])


def test_what_looks_like_a_story_is_asked_first_and_videos_never() -> None:
    paths = ["about", "a-b-c-d-e", "video/2026/04/03/ferry", "2026/04/03/ferry"]
    assert likeliest([SITE + path for path in paths]) == [f"{SITE}2026/04/03/ferry", f"{SITE}a-b-c-d-e"]


PRINTED = {  # what the pages print, the day in their data, the country by their address, and what follows
    "day first": ("13.04.2026", "2026-04-13T09:00:00+02:00", "de", ("DMY", "DE", "Europe/Berlin")),
    "month first": ("04/13/2026", "2026-04-13T09:00:00-04:00", "us", ("MDY", "US", "America/New_York")),
    "either": ("04/04/2026", "2026-04-04T09:00:00-03:00", "br", ("", "BR", "America/Sao_Paulo")),
    "no offset": ("", "2026-04-13T09:00:00Z", "ke", ("", "KE", "Africa/Nairobi")),
    "an offset of another land": ("", "2026-04-13T09:00:00+09:00", "de", ("", "DE", "")),
    "no land": ("", "2026-04-13T09:00:00Z", "org", ("", "", "")),
}


@pytest.mark.parametrize("name", PRINTED)
def test_order_country_and_zone_follow_from_dates_and_address(name: str) -> None:
    printed, stated, last, facts = PRINTED[name]
    data = f'<script type="application/ld+json">{{"@type":"NewsArticle","datePublished":"{stated}"}}</script>'
    text = html(
        f"<article><h1>Ferry stays</h1><time>{printed}</time>{paragraphs(PARAGRAPHS)}</article>", data
    )
    url = f"https://www.tarrow.{last}/2026/04/13/ferry"
    outlet = survey(url, [Page(url, text.encode(), FETCHED)]).outlet
    assert (outlet.date_order, outlet.country, outlet.timezone) == facts


def test_dates_are_read_anew_with_the_facts_that_were_learnt() -> None:
    stated = '{"@type": "NewsArticle", "datePublished": "2026-04-13T09:00:00+02:00"}'
    data = f"<script type='application/ld+json'>{stated}</script>"
    pages = [
        Page(
            f"https://tarrow.de/story/{name}",
            html(f"<h1>Ferry</h1><time>{printed}</time>{paragraphs(PARAGRAPHS)}", head).encode(),
            FETCHED,
        )
        for name, printed, head in (("ferry", "13.04.2026", data), ("mill", "14.04.2026, 10:00", ""))
    ]
    found = survey("https://tarrow.de/", pages)
    assert found.outlet.timezone == "Europe/Berlin"
    published = found.stories[1].chosen("published")
    assert published
    assert published.value == "2026-04-14T08:00:00+00:00"


def test_what_only_leads_on_and_errors_are_no_pages() -> None:
    page = html().encode()
    seen = [
        Page(SITE, b"", FETCHED, status=301),
        Page(f"{SITE}2026/04/03/ferry", page, FETCHED),
        Page(f"{SITE}2026/04/04/gone", page, FETCHED, status=404),
    ]
    found = survey(SITE, seen)
    assert [story.page.url for story in found.stories] == [f"{SITE}2026/04/03/ferry"]
    assert found.passed == [(f"{SITE}2026/04/04/gone", "HTTP 404")]
    with pytest.raises(SurveyError, match=r"none of 1 pages is a story; 1 of them: HTTP 404"):
        survey(SITE, seen[::2])
    with pytest.raises(SurveyError, match="no page that could be a story"):
        survey(SITE, seen[:1])


@pytest.mark.parametrize(
    ("front", "stories", "named"),
    [
        (["/feed.xml"], [], ["feed.xml"]),
        (["/feed.xml", "/world.atom"], ["/comments.xml"], ["feed.xml", "world.atom"]),
        ([], ["/feed.xml"], ["feed.xml"]),
        (None, ["/feed.xml"], ["feed.xml"]),
        (["https://trk.example/feed.xml", "https://[", ""], [], []),
    ],
)
def test_the_feeds_are_those_of_the_front_page_else_those_of_the_stories(
    front: list[str] | None, stories: list[str], named: list[str]
) -> None:
    def linked(feeds: list[str]) -> str:
        return "".join(f'<link rel="alternate" type="application/rss+xml" href="{feed}">' for feed in feeds)

    pages = [
        Page(f"{SITE}2026/04/{day:02}/ferry-{day}", html(head=linked(stories)).encode(), FETCHED)
        for day in range(1, 11)
    ]
    if front is not None:
        pages.append(Page(SITE, html("<h1>The Post</h1>", linked(front)).encode(), FETCHED))
    found = survey(SITE, pages)
    assert found.feeds == [SITE + path for path in named]
    assert not set(found.feeds) & set(found.answered)
