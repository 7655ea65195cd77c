"""Human Rights Watch."""

from spiders.finders import FeedFinder
from stories.outlet import ListAddress, Outlet


class HumanRightsWatch(FeedFinder):
    """Its feed."""

    name = "human_rights_watch"
    named_only = True
    outlet = Outlet(
        name="human_rights_watch",
        title="Human Rights Watch",
        domains=("hrw.org",),
        languages=("en",),
        country="US",
        timezone="America/New_York",
        date_order="MDY",
        host="www.hrw.org",
        keeps_query=False,
        stories=r"^/(?:news|report)/\d{4}/\d{2}/\d{2}/",
        own_names=("Human Rights Watch",),
    )
    feeds = (ListAddress("https://www.hrw.org/rss/news", seen="public lists of feeds on GitHub"),)
