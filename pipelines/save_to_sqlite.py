"""Stage 500: the record is written, one transaction an item. The only place where records are."""

from typing import Self

from scrapy.crawler import Crawler

from extensions import RunRecord, outlets
from pipelines.stage import Item, Stage
from runs.outcomes import Outcomes
from store.decisions import Outlets, decide_again, save
from store.mistaken import remove_mistaken


class SaveToSqlite(Stage):
    """Writes a story, with the entry that led to it and those that it is the source of; or an entry that came alone."""

    def __init__(self, outcomes: Outcomes, known: Outlets) -> None:
        super().__init__(outcomes)
        self.outlets = known

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(RunRecord.of(crawler).outcomes, outlets(crawler.settings))

    async def work(self, item: Item) -> None:
        """Raises sqlite3.Error where the database cannot be written; then nothing of the item is."""
        with self.store.transaction():
            removed = sum(remove_mistaken(self.store, entry) for entry in item.entries)
            decide_again(item, self.store, self.outlets)
            saved = save(item, self.store, self.outcomes.run)
            for record in saved:
                self.outcomes.saved(record)
        self.outcomes.removed(removed)
        for record in saved:
            self.outcomes.measure(record)
