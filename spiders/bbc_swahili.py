"""The BBC's service in Swahili."""

from spiders.bbc import service
from spiders.finders import FeedFinder


class BbcSwahili(FeedFinder):
    """Its feed."""

    name = "bbc_swahili"
    named_only = True
    outlet = service("swahili", "sw", "BBC News Swahili", "BBC Swahili", timezone="Africa/Nairobi")
    feeds = (
        "https://feeds.bbci.co.uk/swahili/rss.xml",
    )  # seen in public lists of feeds; we have not asked it
