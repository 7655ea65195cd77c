"""The BBC's service in Russian."""

from spiders.bbc import service
from spiders.finders import FeedFinder
from stories.outlet import ListAddress


class BbcRussian(FeedFinder):
    """Its feed."""

    name = "bbc_russian"
    named_only = True
    outlet = service("russian", "ru", "BBC News Russian", "BBC News Русская служба")
    feeds = (ListAddress("https://feeds.bbci.co.uk/russian/rss.xml", seen="public lists of feeds on GitHub"),)
