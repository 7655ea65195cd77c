"""The BBC's service in Portuguese, for Brazil."""

from spiders.bbc import service
from spiders.finders import FeedFinder
from stories.outlet import ListAddress


class BbcPortuguese(FeedFinder):
    """Its feed."""

    name = "bbc_portuguese"
    named_only = True
    outlet = service("portuguese", "pt", "BBC News Brasil", "BBC Brasil", timezone="America/Sao_Paulo")
    feeds = (
        ListAddress("https://feeds.bbci.co.uk/portuguese/rss.xml", seen="public lists of feeds on GitHub"),
    )
