"""Canonical addresses: one for all the forms in which a story's address is met."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spiders.bbc import BBC
from spiders.guardian import GUARDIAN
from stories.extraction.reading import Reading
from stories.identity.urls import belongs_to, canonical_url, is_amp, is_story, unwrapped
from stories.item import Story
from stories.outlet import Outlet
from tests.making import made_page

LAMP = Outlet(
    name="lamp",
    domains=("lamp.example",),
    host="www.lamp.example",
    keeps_query=False,
    rewrites=((r"^/(?:en|es)/", "/"),),
    stories=r"^/\d{4}/",
)
MILL = "https://mill.example/2026/closed"


@pytest.mark.parametrize(
    "url",
    [
        "http://mill.example/2026/closed",
        "HTTPS://Mill.Example:443/2026/closed/",
        "https://mill.example//2026/closed#comments",
        "https://mill.example/2026/closed.amp",
        "https://mill.example/2026/closed/amp/",
        "https://mill.example/2026/closed?amp=1",
        "https://mill.example/2026/closed?outputType=amp",
        "https://mill.example/2026/closed?print=true",
        "https://mill.example/2026/closed;jsessionid=4A2B",
        "https://mill.example/2026/closed?at_medium=RSS&at_campaign=KARANGA",
        "https://mill.example/2026/closed?utm_source=feed&utm_medium=rss#top",
        "https://mill.example/2026/closed?CMP=share_btn_tw",
        "https://mill.example/2026/closed?fbclid=Iw4R&gclid=9&igshid=x&mc_cid=1",
        "https://mill.example/2026/closed?pk_campaign=7&ga_id=2&mc_hit=3",
        "https://mill.example/2026/closed?smid=tw-share&ocid=socialflow&ito=1490&ref=home",
        "https://web.archive.org/web/20260301120000/https://mill.example/2026/closed",
        "https://web.archive.org/web/20260301120000id_/http://mill.example/2026/closed?CMP=x",
        "https://www.google.com/amp/s/mill.example/2026/closed",
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Fmill.example%2F2026%2Fclosed&usg=x",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fmill.example%2F2026%2Fclosed&h=x",
        "https://mill-example.cdn.ampproject.org/c/s/mill.example/2026/closed",
    ],
)
def test_forms_of_one_address(url: str) -> None:
    assert canonical_url(url) == MILL


def test_an_address_within_another_keeps_its_scheme() -> None:
    for own in ("http://mill.example/2026/closed", "https://mill.example/2026/closed"):
        assert unwrapped(f"https://web.archive.org/web/20260301120000/{own}") == own
    assert unwrapped("https://www.google.com/amp/s/mill.example/2026/closed") == MILL


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/story.php?id=7&utm_source=x", "https://a.example/story.php?id=7"),
        ("https://a.example/view?cid=4711&eid=20", "https://a.example/view?cid=4711&eid=20"),
        ("https://a.example/view?cid=mail-3", "https://a.example/view"),
        ("https://a.example/story?20260301", "https://a.example/story?20260301"),
        ("https://a.example/s?b=2&a=1", "https://a.example/s?a=1&b=2"),
        ("https://a.example/s?find=&id=7&from=", "https://a.example/s?id=7"),
        ("https://a.example/s?mill=", "https://a.example/s?mill="),
        ("https://a.example/gallery?gallery=9", "https://a.example/gallery?gallery=9"),
        ("https://m.a.example/x", "https://www.a.example/x"),
        ("https://amp.a.example/x", "https://www.a.example/x"),
        ("https://m.example/x", "https://m.example/x"),
        ("https://a.example/%c3%a9t%C3%A9", "https://a.example/%C3%A9t%C3%A9"),
        ("https://a.example/été", "https://a.example/%C3%A9t%C3%A9"),
        ("https://a.example", "https://a.example/"),
        ("https://a.example/camp", "https://a.example/camp"),
    ],
)
def test_what_belongs_to_an_address_stays(url: str, expected: str) -> None:
    assert canonical_url(url) == expected


@pytest.mark.parametrize(
    ("outlet", "url", "expected"),
    [
        (LAMP, "http://m.lamp.example/es/2026/mill?page=2", "https://www.lamp.example/2026/mill"),
        (LAMP, "https://lamp.example/en/2026/mill", "https://www.lamp.example/2026/mill"),
        (LAMP, "https://feeds.other.example/en/~r/7?a=1", "https://feeds.other.example/en/~r/7?a=1"),
        (BBC, "http://m.bbc.co.uk/news/uk-12345678?at_medium=RSS#0", "https://www.bbc.com/news/uk-12345678"),
        (BBC, "https://www.bbc.co.uk/news/amp/uk-12345678", "https://www.bbc.com/news/uk-12345678"),
        (
            BBC,
            "https://www.bbc.com/news/articles/c0example12o.amp",
            "https://www.bbc.com/news/articles/c0example12o",
        ),
        (BBC, "http://news.bbc.co.uk/go/rss/-/1/hi/uk/77.stm", "https://news.bbc.co.uk/2/hi/uk/77.stm"),
        (BBC, "http://news.bbc.co.uk/2/low/uk/77.stm", "https://news.bbc.co.uk/2/hi/uk/77.stm"),
        (
            GUARDIAN,
            "http://www.guardian.co.uk/world/2012/may/01/x?CMP=tw",
            "https://www.theguardian.com/world/2012/may/01/x",
        ),
        (
            GUARDIAN,
            "https://amp.theguardian.com/world/2020/may/01/x",
            "https://www.theguardian.com/world/2020/may/01/x",
        ),
    ],
)
def test_an_outlet_s_facts(outlet: Outlet, url: str, expected: str) -> None:
    assert canonical_url(url, outlet) == expected


@pytest.mark.parametrize(
    "url", ["", "lamp.example/x", "mailto:a@lamp.example", "https://", "ftp://a.example/x", "http://[x"]
)
def test_what_is_no_web_address_is_refused_with_a_reason(url: str) -> None:
    with pytest.raises(ValueError, match="not a web address"):
        canonical_url(url)


def test_two_stories_do_not_get_one_address() -> None:
    hosts, paths = (
        ("a.example", "www.a.example", "b.example"),
        ("/1", "/2", "/1/amped", "/amp/1", "/s?id=1", "/s?id=2", "/s?1"),
    )
    urls = [f"https://{host}{path}" for host, path in product(hosts, paths)]
    assert len({canonical_url(url) for url in urls}) == len(urls)


parts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12)
addresses = st.builds(
    "{}{}{}/{}{}{}".format,
    st.sampled_from(
        ("http://", "https://", "https://web.archive.org/web/2020/http://", "https://www.google.com/amp/s/")
    ),
    st.sampled_from(("", "www.", "m.", "amp.", "m.m.")),
    st.sampled_from(("lamp.example", "a.example:8080", "bücher.example", "xn--bcher-kva.example", "[::1]")),
    st.one_of(
        parts,
        st.lists(
            st.sampled_from(("amp", "x.amp", "en", "x.amp.html", "2026", "", "..", "%c3")), max_size=5
        ).map("/".join),
    ),
    st.one_of(st.just(""), parts.map("?{}".format), st.just("?b=1&amp=1&a=%20&utm_x=2")),
    st.one_of(st.just(""), parts.map("#{}".format)),
)


@settings(max_examples=300)
@given(addresses, st.sampled_from((Outlet(), LAMP, BBC)))
def test_a_canonical_address_is_its_own_canonical_address(url: str, outlet: Outlet) -> None:
    try:
        once = canonical_url(url, outlet)
    except ValueError:
        return
    assert canonical_url(once, outlet) == once


@pytest.mark.parametrize(
    ("url", "amp"),
    [
        ("https://a.example/x.amp", True),
        ("https://a.example/x.amp.html", True),
        ("https://a.example/amp/x", True),
        ("https://amp.a.example/x", True),
        ("https://a.example/camp", False),
        ("https://a.example/ampere", False),
    ],
)
def test_amp_forms_are_known(url: str, amp: bool) -> None:
    assert is_amp(url) is amp


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("https://www.lamp.example/2026/mill?x=1", "https://www.lamp.example/2026/mill"),
        (
            "https://www.lamp.example/news",
            "https://www.lamp.example/2026/ferry",
        ),  # a section stands for no story
        ("", "https://www.lamp.example/2026/ferry"),
        ("https://[broken", "https://www.lamp.example/2026/ferry"),
    ],
)
def test_the_address_that_a_page_states_counts_where_it_is_a_story_s(stated: str, expected: str) -> None:
    story = Story(made_page("https://lamp.example/2026/ferry"), LAMP, reading=Reading(stated, body="A mill."))
    story.resolve_identity()
    assert story.url == expected


@pytest.mark.parametrize("ending", ["/amp/amp", ".amp/amp", "/amp/amp/", ".amp/amp/amp.html"])
def test_an_amp_form_within_another_is_taken_off_too(ending: str) -> None:
    assert canonical_url(f"{MILL}{ending}") == MILL


def test_a_segment_that_the_outlet_names_is_of_no_story() -> None:
    outlet = Outlet(name="lamp", stories=r"^/\d{4}/", other_pages=(("live", "live page"),))
    assert is_story(MILL, outlet)
    assert not is_story(f"{MILL}/live", outlet)
    assert not is_story("https://mill.example/about", outlet)
    assert is_story("https://mill.example/about", Outlet())


def test_a_section_is_whole_segments_of_a_path() -> None:
    lamp = Outlet(name="lamp", domains=("lamp.example",), sections=("/es",))
    held = {
        path: belongs_to(f"https://www.lamp.example{path}", lamp)
        for path in ("/es", "/es/mill", "/essays", "/")
    }
    assert held == {"/es": True, "/es/mill": True, "/essays": False, "/": False}
