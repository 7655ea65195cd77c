"""The Guardian."""

from spiders.finders import FeedFinder
from stories.outlet import Outlet

GUARDIAN = Outlet(
    name="guardian",
    title="The Guardian",
    domains=("theguardian.com",),
    languages=("en",),
    country="GB",
    timezone="Europe/London",
    date_order="DMY",
    signs=("The Guardian", "Guardian staff", "Guardian staff and agencies"),
    host="www.theguardian.com",
    keeps_query=False,
    stories=r"/\d{4}/[a-z]{3}/\d{2}/",
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
    feeds = ("https://www.theguardian.com/world/rss",)
