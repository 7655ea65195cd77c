"""The BBC's service in Persian."""

from spiders.bbc import service
from spiders.finders import FeedFinder


class BbcPersian(FeedFinder):
    """Its feed."""

    name = "bbc_persian"
    named_only = True
    # Its calendar is the Persian one: digits are in no order that we know
    outlet = service("persian", "fa", "BBC News Persian", "BBC News فارسی", date_order="")
    feeds = (
        "https://feeds.bbci.co.uk/persian/rss.xml",
    )  # seen in public lists of feeds; we have not asked it
