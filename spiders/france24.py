"""France 24."""

from spiders.finders import FeedFinder, SitemapFinder
from stories.outlet import Outlet


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
        "https://www.france24.com/en/rss",  # public lists of feeds on GitHub
    )
    sitemaps = (
        "https://www.france24.com/sitemaps/en/news.xml",  # public code on GitHub
    )
    unconfirmed = (*feeds, *sitemaps)  # nobody of ours has asked them yet
