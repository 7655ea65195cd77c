"""Stage 300: which story this is."""

from typing import Self

from scrapy.crawler import Crawler

from extensions import Reject, RunRecord, outlets
from pipelines.stage import Item, Stage
from runs.outcomes import Outcomes
from store.decisions import Outlets, match
from store.doubt import SHORTER, doubt
from stories.outlet import Outlet

ANOTHER_LANGUAGE = "another language"  # than its outlet's, which has a copy of it


class MatchDuplicates(Stage):
    """Fills `match`: known address, same text, near-duplicate, new version; of an entry, which one and whose excerpt.

    A duplicate is matched, never dropped: one text, many sightings. own: whether the run crawls one outlet, which follows
    that outlet's languages alone.
    """

    def __init__(self, outcomes: Outcomes, known: Outlets, own: bool = False) -> None:
        super().__init__(outcomes)
        self.outlets = known
        self.own = own

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        own = bool(getattr(crawler.spidercls, "outlet", Outlet()).domains)
        return cls(RunRecord.of(crawler).outcomes, outlets(crawler.settings), own)

    async def work(self, item: Item) -> None:
        """Raises Reject where a text is to be looked at again before it is a version, or is another language's."""
        match(item, self.store, self.outlets)
        if self.own and (said := item.in_another_language()):
            raise Reject(ANOTHER_LANGUAGE, said)
        if why := doubt(item, self.store):
            raise Reject(SHORTER, why)
