"""The Independent."""

from spiders.finders import FeedFinder, SitemapFinder
from stories.outlet import Outlet


class Independent(FeedFinder, SitemapFinder):
    """Its feed and its sitemap."""

    name = "independent"
    named_only = True
    outlet = Outlet(
        name="independent",
        title="The Independent",
        domains=("independent.co.uk",),
        languages=("en",),
        country="GB",
        timezone="Europe/London",
        date_order="DMY",
        host="www.independent.co.uk",
        keeps_query=False,
        stories=r"-[ab]\d{6,}\.html$",
        own_names=("The Independent", "Independent"),
    )
    feeds = (
        "https://www.independent.co.uk/news/world/rss",  # public lists of feeds on GitHub
    )
    sitemaps = (
        "https://www.independent.co.uk/sitemaps/googlenews",  # public code on GitHub
    )
    unconfirmed = (*feeds, *sitemaps)  # nobody of ours has asked them yet
