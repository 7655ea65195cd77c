"""The BBC's service in French, for Africa."""

from spiders.bbc import service
from spiders.finders import FeedFinder


class BbcAfrique(FeedFinder):
    """Its feed."""

    name = "bbc_afrique"
    named_only = True
    outlet = service("afrique", "fr", "BBC News Afrique", "BBC Afrique")
    feeds = (
        "https://feeds.bbci.co.uk/afrique/rss.xml",
    )  # seen in public lists of feeds; we have not asked it
