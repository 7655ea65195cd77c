"""Mongabay."""

from spiders.finders import FeedFinder
from stories.outlet import ListAddress, Outlet


class Mongabay(FeedFinder):
    """Its feed."""

    name = "mongabay"
    named_only = True
    outlet = Outlet(
        name="mongabay",
        title="Mongabay",
        domains=("news.mongabay.com",),
        languages=("en",),
        country="US",
        timezone="Etc/UTC",
        host="news.mongabay.com",
        keeps_query=False,
        stories=r"^/\d{4}/\d{2}/[^/]+$",
        own_names=("Mongabay",),
    )
    feeds = (ListAddress("https://news.mongabay.com/feed/", seen="public lists of feeds on GitHub"),)
