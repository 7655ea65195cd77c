"""The BBC's service in Chinese."""

from spiders.bbc import service
from spiders.finders import FeedFinder
from stories.outlet import ListAddress


class BbcZhongwen(FeedFinder):
    """Its feeds, in simplified and in traditional letters."""

    name = "bbc_zhongwen"
    named_only = True
    outlet = service("zhongwen", "zh", "BBC News Chinese", "BBC News 中文", date_order="YMD")
    feeds = (
        ListAddress("https://feeds.bbci.co.uk/zhongwen/simp/rss.xml", seen="public lists of feeds on GitHub"),
        ListAddress("https://feeds.bbci.co.uk/zhongwen/trad/rss.xml", seen="public lists of feeds on GitHub"),
    )
