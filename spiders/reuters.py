"""Reuters."""

from spiders.finders import SitemapFinder
from stories.outlet import ListAddress, Outlet


class Reuters(SitemapFinder):
    """The index of its news sitemaps."""

    name = "reuters"
    named_only = True
    outlet = Outlet(
        name="reuters",
        title="Reuters",
        domains=("reuters.com",),
        languages=("en",),
        country="GB",
        timezone="Europe/London",
        host="www.reuters.com",
        keeps_query=False,
        stories=r"-\d{4}-\d{2}-\d{2}$|^/article/.*\bid[A-Z]{2}\w{8,}$",
        own_names=("Reuters",),
        other_pages=(
            ("video", "video page"),
            ("pictures", "gallery"),
            ("podcasts", "audio page"),
        ),
    )
    sitemaps = (
        ListAddress(
            "https://www.reuters.com/arc/outboundfeeds/news-sitemap-index/?outputType=xml",
            seen="flairNLP/fundus, src/fundus/publishers/us",
        ),
    )
