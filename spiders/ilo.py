"""International Labour Organization."""

from spiders.finders import ListingFinder
from stories.outlet import ListAddress, Outlet


class Ilo(ListingFinder):
    """Its listing."""

    name = "ilo"
    named_only = True
    outlet = Outlet(
        name="ilo",
        title="International Labour Organization",
        domains=("ilo.org",),
        languages=("en",),
        country="CH",
        timezone="Europe/Zurich",
        host="www.ilo.org",
        keeps_query=False,
        stories=r"^/resource/[^/]+/[^/-]+(?:-[^/-]+){3,}$",
        own_names=("International Labour Organization", "ILO"),
    )
    listings = (
        ListAddress(
            "https://www.ilo.org/resource/news/all-news-recent", seen="public lists of feeds on GitHub"
        ),
    )
