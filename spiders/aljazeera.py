"""Al Jazeera."""

from spiders.finders import FeedFinder, SitemapFinder
from stories.outlet import ListAddress, Outlet


class Aljazeera(FeedFinder, SitemapFinder):
    """Its feed and its sitemap."""

    name = "aljazeera"
    named_only = True
    outlet = Outlet(
        name="aljazeera",
        title="Al Jazeera",
        domains=("aljazeera.com",),
        languages=("en",),
        country="QA",
        timezone="Asia/Qatar",
        date_order="DMY",
        host="www.aljazeera.com",
        keeps_query=False,
        stories=r"/\d{4}/\d{1,2}/(?:\d{1,2}/)?[^/]+$",
        own_names=("Al Jazeera", "Al Jazeera Staff"),
        other_pages=(
            ("liveblog", "live page"),
            ("video", "video page"),
            ("videos", "video page"),
            ("gallery", "gallery"),
            ("podcasts", "audio page"),
            ("program", "video page"),
        ),
    )
    feeds = (
        ListAddress(
            "https://www.aljazeera.com/xml/rss/all.xml",
            seen="public audits of feeds on GitHub",
            answered="2026-09-05",
        ),
    )
    sitemaps = (ListAddress("https://www.aljazeera.com/news-sitemap.xml", seen="public code on GitHub"),)
