"""The BBC's service in Chinese."""

from spiders.bbc import service
from spiders.finders import FeedFinder


class BbcZhongwen(FeedFinder):
    """Its feeds, in simplified and in traditional letters."""

    name = "bbc_zhongwen"
    named_only = True
    outlet = service("zhongwen", "zh", "BBC News Chinese", "BBC News 中文", date_order="YMD")
    feeds = (
        "https://feeds.bbci.co.uk/zhongwen/simp/rss.xml",
        "https://feeds.bbci.co.uk/zhongwen/trad/rss.xml",
    )  # seen in public lists of feeds; we have not asked them
