"""Amnesty International."""

from spiders.finders import FeedFinder
from stories.outlet import ListAddress, Outlet


class Amnesty(FeedFinder):
    """Its feed."""

    name = "amnesty"
    named_only = True
    outlet = Outlet(
        name="amnesty",
        title="Amnesty International",
        domains=("amnesty.org",),
        sections=("/en",),
        languages=("en",),
        country="GB",
        timezone="Europe/London",
        date_order="DMY",
        host="www.amnesty.org",
        keeps_query=False,
        stories=r"^/en/latest/[^/]+/\d{4}/\d{2}/[^/]+$",
        own_names=("Amnesty International",),
    )
    feeds = (ListAddress("https://www.amnesty.org/en/feed/", seen="public lists of feeds on GitHub"),)
