"""The BBC's service in French, for Africa."""

from spiders.bbc import service
from spiders.finders import FeedFinder
from stories.outlet import ListAddress


class BbcAfrique(FeedFinder):
    """Its feed."""

    name = "bbc_afrique"
    named_only = True
    outlet = service("afrique", "fr", "BBC News Afrique", "BBC Afrique")
    feeds = (ListAddress("https://feeds.bbci.co.uk/afrique/rss.xml", seen="public lists of feeds on GitHub"),)
