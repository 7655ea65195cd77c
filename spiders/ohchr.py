"""OHCHR."""

from spiders.finders import FeedFinder, ListingFinder
from stories.outlet import ListAddress, Outlet


class Ohchr(FeedFinder, ListingFinder):
    """Its feed and its listing."""

    name = "ohchr"
    named_only = True
    outlet = Outlet(
        name="ohchr",
        title="OHCHR",
        domains=("ohchr.org",),
        sections=("/en",),
        languages=("en",),
        country="CH",
        timezone="Europe/Zurich",
        date_order="DMY",
        host="www.ohchr.org",
        keeps_query=False,
        stories=r"^/en/(?:[^/]+/)?[\w-]+/\d{4}/\d{2}/[^/]+$",
        own_names=("OHCHR", "UN Human Rights Office"),
    )
    feeds = (ListAddress("https://www.ohchr.org/en/rss.xml", seen="public lists of feeds on GitHub"),)
    listings = (ListAddress("https://www.ohchr.org/en/press-releases", seen="public code on GitHub"),)
