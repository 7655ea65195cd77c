"""What somebody asked for by name is read, with the doubt told; what a crawl found by itself is turned away."""

import pytest

from spiders.bbc import BBC
from stories.extraction.reading import read
from stories.outlet import Outlet
from tests.stories.making import PARAGRAPHS, html, page, paragraphs

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
