"""Stage 300: which story this is."""

from typing import Self

from scrapy.crawler import Crawler

from extensions import Reject, RunRecord, outlets
from pipelines.stage import Item, Stage
from runs.outcomes import Outcomes
from store.decisions import Outlets, match
from store.doubt import SHORTER, doubt


class MatchDuplicates(Stage):
    """Fills `match`: known address, same text, near-duplicate, new version; of an entry, which one and whose excerpt.

    A duplicate is matched, never dropped: one text, many sightings.
    """

    def __init__(self, outcomes: Outcomes, known: Outlets) -> None:
        super().__init__(outcomes)
        self.outlets = known

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(RunRecord.of(crawler).outcomes, outlets(crawler.settings))

    async def work(self, item: Item) -> None:
        """Raises Reject where a story's text is to be looked at again before it is a version."""
        match(item, self.store, self.outlets)
        if why := doubt(item, self.store):
            raise Reject(SHORTER, why)
