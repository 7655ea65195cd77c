"""The BBC's service in Persian."""

from spiders.bbc import service
from spiders.finders import FeedFinder
from stories.outlet import ListAddress


class BbcPersian(FeedFinder):
    """Its feed."""

    name = "bbc_persian"
    named_only = True
    # Its calendar is the Persian one: digits are in no order that we know
    outlet = service("persian", "fa", "BBC News Persian", "BBC News فارسی", date_order="")
    feeds = (ListAddress("https://feeds.bbci.co.uk/persian/rss.xml", seen="public lists of feeds on GitHub"),)
