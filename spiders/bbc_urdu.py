"""The BBC's service in Urdu."""

from spiders.bbc import service
from spiders.finders import FeedFinder
from stories.outlet import ListAddress


class BbcUrdu(FeedFinder):
    """Its feed."""

    name = "bbc_urdu"
    named_only = True
    outlet = service("urdu", "ur", "BBC News Urdu", "BBC News اردو", timezone="Asia/Karachi")
    feeds = (ListAddress("https://feeds.bbci.co.uk/urdu/rss.xml", seen="public lists of feeds on GitHub"),)
