"""Stage 200: of all the dates shown, which is the story's."""

from typing import Any, Self

from scrapy.crawler import Crawler

from extensions import OutOfRange
from stories.dates import choose_dates, find_mentions
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
            date_story(item)
            published = item.chosen("published")
            value = published.value if published else None
        else:
            value = item.published
        if not self.spider.wants(value):
            raise OutOfRange(f"published {value}")
        return item


def date_story(story: Story) -> None:
    """Fill the story's dates from its reading and its finder's candidates."""
    reading = story.reading
    assert reading is not None  # noqa: S101 -- read_page filled it
    candidates = [*reading.candidates, *story.candidates]
    story.dates = choose_dates(candidates, story.outlet, story.page.fetched, reading.language)
    published = story.chosen("published")
    story.dates += find_mentions(
        reading.body, published.value if published else None, reading.language, outlet=story.outlet
    )
