"""Stage 300: which story this is."""

from typing import Self

from scrapy.crawler import Crawler

from extensions import RunRecord
from stories.entry import Entry
from stories.identity.matching import identify
from stories.item import Story


class MatchDuplicates:
    """Fills `url`, `addresses`, `digest` and `known`. A duplicate is matched, never dropped: one text, many sightings."""

    def __init__(self, run: RunRecord) -> None:
        self.store = run.store

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(RunRecord.of(crawler))

    def process_item(self, item: Story | Entry) -> Story | Entry:
        """Never drops."""
        if isinstance(item, Story):
            item.settle_identity()
            item.known = next(iter(identify(self.store, item)), None)
        return item
