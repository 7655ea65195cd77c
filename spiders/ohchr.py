"""OHCHR."""

from spiders.finders import FeedFinder, ListingFinder
from stories.outlet import Outlet


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
    feeds = (
        "https://www.ohchr.org/en/rss.xml",  # public lists of feeds on GitHub
    )
    listings = (
        "https://www.ohchr.org/en/press-releases",  # public code on GitHub
    )
    unconfirmed = (*feeds, *listings)  # nobody of ours has asked them yet
