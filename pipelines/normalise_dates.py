"""Stage 200: of all the dates shown, which is the story's."""

from collections.abc import Callable
from typing import Any, Self

from scrapy.crawler import Crawler

from extensions import OutOfRange, RunRecord
from pipelines.stage import Item, Stage
from runs.outcomes import Outcomes


class NormaliseDates(Stage):
    """Fills `dates`: every candidate of the page and of what led to it, judged, and the dates the body speaks of.

    wants: whether the run takes a story of this date.
    """

    def __init__(self, outcomes: Outcomes, wants: Callable[[str | None], bool]) -> None:
        super().__init__(outcomes)
        self.wants = wants

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        spider: Any = crawler.spider
        return cls(RunRecord.of(crawler).outcomes, spider.wants)

    async def work(self, item: Item) -> None:
        """Raises OutOfRange where the run's -a since or -a until leaves the date out."""
        item.resolve_dates()
        if not self.wants(item.dated):
            raise OutOfRange(f"published {item.dated}")
