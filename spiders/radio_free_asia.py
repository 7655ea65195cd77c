"""Radio Free Asia."""

from spiders.finders import FeedFinder
from stories.outlet import ListAddress, Outlet


class RadioFreeAsia(FeedFinder):
    """Its feed."""

    name = "radio_free_asia"
    named_only = True
    outlet = Outlet(
        name="radio_free_asia",
        title="Radio Free Asia",
        domains=("rfa.org",),
        sections=("/english",),
        languages=("en",),
        country="US",
        timezone="America/New_York",
        host="www.rfa.org",
        keeps_query=False,
        stories=r"^/english/(?:[^/]+/)+(?:\d{4}/\d{2}/\d{2}/[^/]+|[^/]+-\d{14}\.html)$",
        own_names=("Radio Free Asia", "RFA"),
        other_pages=(
            ("video", "video page"),
            ("videos", "video page"),
        ),
    )
    feeds = (
        ListAddress(
            "https://www.rfa.org/arc/outboundfeeds/english/rss/", seen="public lists of feeds on GitHub"
        ),
    )
