"""The BBC's service in Spanish."""

from spiders.bbc import service
from spiders.finders import FeedFinder
from stories.outlet import ListAddress


class BbcMundo(FeedFinder):
    """Its feed."""

    name = "bbc_mundo"
    named_only = True
    outlet = service("mundo", "es", "BBC News Mundo", "BBC Mundo")
    feeds = (
        ListAddress(
            "https://feeds.bbci.co.uk/mundo/rss.xml",
            seen="public audits of feeds on GitHub",
            answered="2026-01-08",
        ),
    )
