"""Stage 100: the page is read, in a worker process with a time and a memory limit."""

from typing import Self

from scrapy.crawler import Crawler

from engine.workers import Workers
from extensions import Reject, RunRecord
from pipelines.stage import Item, Stage
from runs.outcomes import Outcomes
from stories.item import FEED_KEPT, WALLS, Story, read_story
from stories.page import Page

# Rejects of what shows no story, though there is one
NOT_HAD = (*WALLS, "no text", "empty page", "error page")


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
            if story.feed and (story.reading.partial or story.reading.reject in NOT_HAD):
                await self.read_feed(story, story.feed)
            if story.reading.refused:
                raise Reject(story.reading.refused, story.reading.detail)

    async def read_feed(self, story: Story, feed: Page) -> None:
        """Take the text that the feed gives in place of a page that shows none, or less; a row says why."""
        told = await self.workers.run(read_story, feed, story.outlet, False, story.candidates)
        reading = told[0]
        if reading.refused or len(reading.body) <= len(story.read.body if story.read.partial else ""):
            return
        why = story.read.reject or "paywall stub"
        self.outcomes.noted(story.page.url, f"{why}{FEED_KEPT}", story.read.detail)
        story.page, (story.reading, story.prepared, story.resolved) = feed, told
