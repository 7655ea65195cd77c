"""The BBC's service in Spanish."""

from spiders.bbc import service
from spiders.finders import FeedFinder


class BbcMundo(FeedFinder):
    """Its feed."""

    name = "bbc_mundo"
    named_only = True
    outlet = service("mundo", "es", "BBC News Mundo", "BBC Mundo")
    feeds = ("https://feeds.bbci.co.uk/mundo/rss.xml",)  # seen in a public list that tried it on 2026-01-08
