"""The BBC's service in Hindi."""

from spiders.bbc import service
from spiders.finders import FeedFinder
from stories.outlet import ListAddress


class BbcHindi(FeedFinder):
    """Its feed."""

    name = "bbc_hindi"
    named_only = True
    outlet = service("hindi", "hi", "BBC News Hindi", "BBC News हिंदी", timezone="Asia/Kolkata")
    feeds = (ListAddress("https://feeds.bbci.co.uk/hindi/rss.xml", seen="public lists of feeds on GitHub"),)
