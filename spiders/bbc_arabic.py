"""The BBC's service in Arabic."""

from spiders.bbc import service
from spiders.finders import FeedFinder
from stories.outlet import ListAddress


class BbcArabic(FeedFinder):
    """Its feed."""

    name = "bbc_arabic"
    named_only = True
    outlet = service("arabic", "ar", "BBC News Arabic", "BBC News عربي")
    feeds = (ListAddress("https://feeds.bbci.co.uk/arabic/rss.xml", seen="public lists of feeds on GitHub"),)
