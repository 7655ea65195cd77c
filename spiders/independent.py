"""The Independent."""

from spiders.finders import FeedFinder, SitemapFinder
from stories.outlet import ListAddress, Outlet


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
        ListAddress("https://www.independent.co.uk/news/world/rss", seen="public lists of feeds on GitHub"),
    )
    sitemaps = (
        ListAddress("https://www.independent.co.uk/sitemaps/googlenews", seen="public code on GitHub"),
    )
