"""The BBC's service in Russian."""

from spiders.bbc import service
from spiders.finders import FeedFinder


class BbcRussian(FeedFinder):
    """Its feed."""

    name = "bbc_russian"
    named_only = True
    outlet = service("russian", "ru", "BBC News Russian", "BBC News Русская служба")
    feeds = (
        "https://feeds.bbci.co.uk/russian/rss.xml",
    )  # seen in public lists of feeds; we have not asked it
