"""The Guardian."""

from spiders.finders import FeedFinder
from stories.outlet import Layout, ListAddress, Outlet

GUARDIAN = Outlet(
    name="guardian",
    title="The Guardian",
    domains=("theguardian.com", "guardian.co.uk"),
    languages=("en",),
    country="GB",
    timezone="Europe/London",
    date_order="DMY",
    own_names=("The Guardian", "Guardian staff", "Guardian staff and agencies"),
    host="www.theguardian.com",
    keeps_query=False,
    stories=r"/\d{4}/[a-z]{3}/\d{2}/",
    layouts=(
        # The newsletter form stands among the paragraphs: only what lies directly in the body is the story's.
        Layout(
            "2020s",
            matches="[data-gu-name=body]",
            headline="[data-gu-name=headline] h1",
            byline="[data-gu-name=meta] [rel=author]",
            body="[data-gu-name=body] #maincontent > :is(p, h2, h3, ul, ol, blockquote)",
        ),
    ),
    other_pages=(
        ("live", "live page"),
        ("video", "video page"),
        ("gallery", "gallery"),
        ("audio", "audio page"),
        ("crosswords", "crossword"),
    ),
)


class Guardian(FeedFinder):
    """The world feed."""

    name = "guardian"
    outlet = GUARDIAN
    feeds = (
        ListAddress(
            "https://www.theguardian.com/world/rss",
            seen="public audits of feeds on GitHub",
            answered="2026-09-22",
        ),
    )
