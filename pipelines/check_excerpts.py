"""Stage 400: a curated entry's passages, held against the body of the story that they excerpt."""

from typing import Self

from scrapy.crawler import Crawler

from extensions import RunRecord
from stories.entry import Entry
from stories.entry_record import source_of
from stories.excerpts import check_passages
from stories.item import Story


class CheckExcerpts:
    """Fills the passages' fidelity and offsets, of an entry that led to a story, or whose source is stored already."""

    def __init__(self, run: RunRecord) -> None:
        self.store = run.store

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(RunRecord.of(crawler))

    def process_item(self, item: Story | Entry) -> Story | Entry:
        """Never drops."""
        if isinstance(item, Story):
            if item.entry and item.reading:
                item.entry.passages = check_passages(item.entry.passages, item.reading.body)
        elif item.source_url and (source := source_of(self.store, [item.source_url])):
            item.passages = check_passages(item.passages, source["body"])
        return item
