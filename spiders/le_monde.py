"""Le Monde."""

from spiders.finders import FeedFinder, SitemapFinder
from stories.outlet import ListAddress, Outlet


class LeMonde(FeedFinder, SitemapFinder):
    """Its feed and its sitemap."""

    name = "le_monde"
    named_only = True
    outlet = Outlet(
        name="le_monde",
        title="Le Monde",
        domains=("lemonde.fr",),
        languages=("fr",),
        country="FR",
        timezone="Europe/Paris",
        date_order="DMY",
        host="www.lemonde.fr",
        keeps_query=False,
        stories=r"/article/\d{4}/\d{2}/\d{2}/[^/]+_\d+_\d+\.html$",
        own_names=("Le Monde", "Le Monde avec AFP"),
        other_pages=(
            ("live", "live page"),
            ("video", "video page"),
            ("visuel", "gallery"),
            ("podcasts", "audio page"),
        ),
    )
    feeds = (
        ListAddress(
            "https://www.lemonde.fr/rss/une.xml",
            seen="public audits of feeds on GitHub",
            answered="2026-09-22",
        ),
    )
    sitemaps = (
        ListAddress(
            "https://www.lemonde.fr/sitemap_news.xml",
            seen="public audits of feeds on GitHub",
            answered="2026-09-22",
        ),
    )
