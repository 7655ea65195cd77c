"""The Associated Press."""

from spiders.finders import SitemapFinder
from stories.outlet import ListAddress, Outlet


class Ap(SitemapFinder):
    """The index of its news sitemaps."""

    name = "ap"
    named_only = True
    outlet = Outlet(
        name="ap",
        title="The Associated Press",
        domains=("apnews.com",),
        languages=("en",),
        country="US",
        timezone="America/New_York",
        date_order="MDY",
        host="apnews.com",
        keeps_query=False,
        stories=r"^/article/(?:[^/]+-)?[0-9a-f]{32}$",
        own_names=("The Associated Press", "AP", "AP News", "Associated Press"),
    )
    sitemaps = (
        ListAddress(
            "https://apnews.com/sitemap/google-news-sitemap/sitemap_index.xml",
            seen="flairNLP/fundus, src/fundus/publishers/us",
        ),
    )
