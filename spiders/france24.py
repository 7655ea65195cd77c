"""France 24."""

from spiders.finders import FeedFinder, SitemapFinder
from stories.outlet import ListAddress, Outlet


class France24(FeedFinder, SitemapFinder):
    """Its feed and its sitemap."""

    name = "france24"
    named_only = True
    outlet = Outlet(
        name="france24",
        title="France 24",
        domains=("france24.com",),
        sections=("/en",),
        languages=("en",),
        country="FR",
        timezone="Europe/Paris",
        date_order="DMY",
        host="www.france24.com",
        keeps_query=False,
        stories=r"^/en/(?:[^/]+/)+\d{8}-[^/]+$",
        own_names=("France 24", "FRANCE 24"),
        other_pages=(
            ("video", "video page"),
            ("tv-shows", "video page"),
        ),
    )
    feeds = (
        ListAddress(
            "https://www.france24.com/en/rss", seen="public audits of feeds on GitHub", answered="2026-09-05"
        ),
    )
    sitemaps = (ListAddress("https://www.france24.com/sitemaps/en/news.xml", seen="public code on GitHub"),)
