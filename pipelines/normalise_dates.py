"""Stage 200: of all the dates shown, which is the story's."""

from typing import Any, Self

from scrapy.crawler import Crawler

from extensions import OutOfRange
from stories.entry import Entry
from stories.item import Story


class NormaliseDates:
    """Fills `dates`: every candidate of the page and of what led to it, judged, and the dates the body speaks of."""

    def __init__(self, spider: Any) -> None:
        self.spider = spider

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler.spider)

    def process_item(self, item: Story | Entry) -> Story | Entry:
        """Raises OutOfRange where the run's -a since or -a until leaves the date out."""
        if isinstance(item, Story):
            item.settle_dates()
            published = item.chosen("published")
            value = published.value if published else None
            if item.entry:  # what was asked for is the entry: its source may be older
                value = item.entry.published
        else:
            value = item.published
        if not self.spider.wants(value):
            raise OutOfRange(f"published {value}")
        return item
