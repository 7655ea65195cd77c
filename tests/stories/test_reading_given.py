"""What somebody asked for by name is read, with the doubt told; what a crawl found by itself is turned away."""

from dataclasses import replace

import pytest

from spiders.bbc import BBC
from stories.extraction.reading import read
from stories.outlet import Outlet
from tests.stories.making import OTHERS, PARAGRAPHS, html, page, paragraphs

TEASERS = "".join(f"<h3><a href=/{n}>Story number {n} of the day</a></h3>" for n in range(14))
TEXT = f"<main>{paragraphs(PARAGRAPHS[:1])}</main>"
UNKNOWN = Outlet()
NEWS, VIDEO = "https://coast.example/news", "https://www.bbc.co.uk/news/av/world-12345678"
LIVE = "https://www.bbc.co.uk/news/live/world-12345678"
DOUBTFUL = {  # page, address, outlet, what a crawl says of it
    "index": (html(TEXT + TEASERS, title="News"), NEWS, UNKNOWN, "index page"),
    "front page": (html(TEXT + TEASERS), "https://coast.example/", UNKNOWN, "index page"),
    "gallery": (html(TEXT), "https://coast.example/gallery/9", UNKNOWN, "gallery"),
    "video": (html(TEXT), "https://coast.example/video/9", UNKNOWN, "video page"),
    "by its outlet, a video": (html(TEXT), VIDEO, BBC, "video page"),
    "by its outlet, live": (html(TEXT), LIVE, BBC, "live page"),
}
NOTHING = {
    "index": (html(f"<main><p>Watch.</p></main>{TEASERS}", title="News"), NEWS, UNKNOWN, "index page"),
    "video": (html("<main><p>Watch it here.</p></main>"), VIDEO, BBC, "video page"),
    "error": (
        html("<p>It is gone.</p>", title="404 Not found"),
        "https://a.example/x",
        UNKNOWN,
        "error page",
    ),
}


@pytest.mark.parametrize("name", DOUBTFUL)
def test_what_is_asked_for_by_name_is_read_with_the_doubt(name: str) -> None:
    markup, url, outlet, reason = DOUBTFUL[name]
    assert read(page(markup, url), outlet).reject == reason
    given = read(page(markup, url), outlet, given=True)
    assert (given.reject, given.body) == ("", PARAGRAPHS[0])
    assert given.doubt.startswith(f"{reason}: ")


@pytest.mark.parametrize("name", NOTHING)
def test_nothing_to_read_is_no_story_whoever_asks(name: str) -> None:
    markup, url, outlet, reason = NOTHING[name]
    found = read(page(markup, url), outlet, given=True)
    assert (found.reject, found.doubt) == (reason, "")


FEED = (
    "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Lamp</title>"
    "<item><title>Ferry stays in port</title><link>https://lamp.example/a/1</link>"
    "<content:encoded><![CDATA[{}]]></content:encoded></item></channel></rss>"
)


@pytest.mark.parametrize(
    ("text", "address", "reject", "partly"),
    [
        (paragraphs([*PARAGRAPHS, *OTHERS]), "https://lamp.example/a/1", "", True),
        (paragraphs(["x " * 500]), "https://lamp.example/a/1", "no text", False),
        (paragraphs(PARAGRAPHS), "https://lamp.example/a/2", "not in the feed", False),
    ],
    ids=["whole", "no text", "another item"],
)
def test_the_item_of_a_feed_is_a_part_for_all_that_is_known(
    text: str, address: str, reject: str, partly: bool
) -> None:
    found = read(replace(page(FEED.format(text), "https://lamp.example/feed"), item=address), UNKNOWN)
    assert (found.reject, found.partial, found.body_from == "feed") == (reject, partly, partly)
    assert found.origins.get("partial", "") == ("the text of https://lamp.example/feed" if partly else "")
    if not reject:
        assert found.body.split("\n\n") == [*PARAGRAPHS, *OTHERS]


def test_a_page_in_a_wrong_encoding_is_a_part_of_nothing() -> None:
    closed = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
    )
    spoilt = (
        "Портовые рабочие три месяца не получали зарплату, заявил профсоюз в понедельник. " * 2
    ).encode()
    gate = "<p>Subscribe to continue reading</p>"
    text = html(paragraphs([spoilt.decode("cp1252", "replace")] * 4) + gate, closed)
    found = read(page(text), UNKNOWN)
    assert (found.reject, found.partial) == ("wrong encoding", False)


def test_what_its_outlet_says_of_a_page_names_the_outlet() -> None:
    assert read(page(html(TEXT), LIVE), BBC).detail == f"bbc {LIVE}"
