"""Stage 200: of all the dates shown, which is the story's."""

from typing import Any, Self

from scrapy.crawler import Crawler

from extensions import OutOfRange, RunRecord
from pipelines.stage import Item, Stage


class NormaliseDates(Stage):
    """Fills `dates`: every candidate of the page and of what led to it, judged, and the dates the body speaks of."""

    def __init__(self, run: RunRecord, spider: Any) -> None:
        super().__init__(run)
        self.spider = spider

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(RunRecord.of(crawler), crawler.spider)

    async def work(self, item: Item) -> None:
        """Raises OutOfRange where the run's -a since or -a until leaves the date out."""
        item.resolve_dates()
        if not self.spider.wants(item.dated):
            raise OutOfRange(f"published {item.dated}")
