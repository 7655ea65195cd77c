"""Stage 100: the page is read, in a worker process with a time and a memory limit."""

from typing import Self

from scrapy.crawler import Crawler

from engine.workers import Workers
from extensions import OutOfRange, Reject, RunRecord
from pipelines.stage import Item, Stage
from runs.outcomes import Outcomes
from store.about import about
from store.story_rows import told_by
from stories.extraction import Reading
from stories.item import FEED_KEPT, WALLS, Story, Told
from stories.page import Page

# Rejects of what shows no story, though there is one
NOT_HAD = (*WALLS, "no text", "empty page", "error page")


class ReadPage(Stage):
    """Fills `reading`, `prepared`, `resolved` and `rows`; refuses what holds no story.

    A page that kills its worker costs that worker and one reject, never the run. Of a story that comes out of a range
    of an archive, a worker has read the page already (`told`). query: what a text is to be about (`store.about`).
    """

    def __init__(self, outcomes: Outcomes, workers: Workers, query: str = "") -> None:
        super().__init__(outcomes)
        self.workers = workers
        self.query = query

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        query = getattr(crawler.spider, "query", "")
        return cls(RunRecord.of(crawler).outcomes, Workers.of(crawler), query)

    async def work(self, item: Item) -> None:
        """Raises Reject where the page holds no story or could not be read, OutOfRange where it is not about what the run
        was asked for.
        """
        if story := item.unread:
            story.take(story.told or await self.read(story))
            if story.feed and (story.read.partial or story.read.reject in NOT_HAD):
                await self.read_feed(story, story.feed)
            if self.query and (story.read.refused or not self.is_about(story.read)):
                raise OutOfRange(f"not about {self.query}")
            if story.read.refused:
                raise Reject(story.read.refused, story.read.detail)

    def is_about(self, reading: Reading) -> bool:
        """Whether it has what the run's -a about asks for."""
        return about(self.query).matches(reading.title, reading.body)

    async def read(self, story: Story) -> Told:
        """What its page says. Raises Reject where reading it takes too long or too much, or kills the worker."""
        return await self.workers.run(told_by, story.page, story.outlet, story.given, story.candidates)

    async def read_feed(self, story: Story, feed: Page) -> None:
        """Take the text that the feed gives in place of a page that shows none, or less; a row says why."""
        told = await self.workers.run(told_by, feed, story.outlet, False, story.candidates)
        reading = told.reading
        if reading.refused or len(reading.body) <= len(story.read.body if story.read.partial else ""):
            return
        why = story.read.reject or "paywall stub"
        self.outcomes.noted(story.page.url, f"{why}{FEED_KEPT}", story.read.detail)
        story.page = feed
        story.take(told)
