"""The BBC's service in Arabic."""

from spiders.bbc import service
from spiders.finders import FeedFinder


class BbcArabic(FeedFinder):
    """Its feed."""

    name = "bbc_arabic"
    named_only = True
    outlet = service("arabic", "ar", "BBC News Arabic", "BBC News عربي")
    feeds = (
        "https://feeds.bbci.co.uk/arabic/rss.xml",
    )  # seen in public lists of feeds; we have not asked it
