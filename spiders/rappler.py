"""Rappler."""

from spiders.finders import FeedFinder
from stories.outlet import ListAddress, Outlet


class Rappler(FeedFinder):
    """Its feed."""

    name = "rappler"
    named_only = True
    outlet = Outlet(
        name="rappler",
        title="Rappler",
        domains=("rappler.com",),
        languages=("en", "tl"),
        country="PH",
        timezone="Asia/Manila",
        host="www.rappler.com",
        keeps_query=False,
        stories=r"/[^/-]+(?:-[^/-]+){3,}$",
        own_names=("Rappler", "Rappler.com"),
        other_pages=(
            ("video", "video page"),
            ("videos", "video page"),
            ("podcasts", "audio page"),
        ),
    )
    feeds = (ListAddress("https://www.rappler.com/feed/", seen="public lists of feeds on GitHub"),)
