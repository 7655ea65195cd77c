"""Stage 100: the page is read, in a worker process with a time and a memory limit."""

from typing import Self

from scrapy.crawler import Crawler

from engine.workers import Workers
from extensions import Reject, RunRecord
from pipelines.stage import Item, Stage
from runs.outcomes import Outcomes
from stories.item import read_story


class ReadPage(Stage):
    """Fills `reading`, `prepared` and `resolved`.

    A page that kills its worker costs that worker and one reject, never the run.
    """

    def __init__(self, outcomes: Outcomes, workers: Workers) -> None:
        super().__init__(outcomes)
        self.workers = workers

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(RunRecord.of(crawler).outcomes, Workers.of(crawler))

    async def work(self, item: Item) -> None:
        """Raises Reject where the page holds no story or could not be read."""
        if story := item.unread:
            told = await self.workers.run(read_story, story.page, story.outlet, story.given, story.candidates)
            story.reading, story.prepared, story.resolved = told
            if story.reading.refused:
                raise Reject(story.reading.refused, story.reading.detail)
