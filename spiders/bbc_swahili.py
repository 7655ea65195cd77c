"""The BBC's service in Swahili."""

from spiders.bbc import service
from spiders.finders import FeedFinder
from stories.outlet import ListAddress


class BbcSwahili(FeedFinder):
    """Its feed."""

    name = "bbc_swahili"
    named_only = True
    outlet = service("swahili", "sw", "BBC News Swahili", "BBC Swahili", timezone="Africa/Nairobi")
    feeds = (ListAddress("https://feeds.bbci.co.uk/swahili/rss.xml", seen="public lists of feeds on GitHub"),)
