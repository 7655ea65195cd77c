"""The New York Times."""

from spiders.finders import FeedFinder, SitemapFinder
from stories.outlet import ListAddress, Outlet


class Nytimes(FeedFinder, SitemapFinder):
    """Its feed and its news sitemap; a sitemap a month for what was before (public code on GitHub)."""

    name = "nytimes"
    named_only = True
    outlet = Outlet(
        name="nytimes",
        title="The New York Times",
        domains=("nytimes.com",),
        languages=("en",),
        country="US",
        timezone="America/New_York",
        date_order="MDY",
        host="www.nytimes.com",
        keeps_query=False,
        stories=r"^/\d{4}/\d{2}/\d{2}/.+\.html$",
        own_names=("The New York Times", "New York Times"),
        other_pages=(
            ("crosswords", "crossword"),
            ("video", "video page"),
        ),
    )
    feeds = (
        ListAddress(
            "https://rss.nytimes.com/services/xml/rss/nyt/World.xml", seen="public lists of feeds on GitHub"
        ),
    )
    sitemaps = (
        ListAddress(
            "https://www.nytimes.com/sitemaps/new/news.xml.gz",
            seen="public audits of feeds on GitHub",
            answered="2026-09-22",
        ),
    )
    months = ListAddress(
        "https://www.nytimes.com/sitemaps/new/sitemap-{year}-{month:02}.xml.gz",
        seen="a copy of its robots.txt",
    )
