"""Stage 500: the record is written, one transaction a story. The only stage that writes."""

from typing import Self

from scrapy.crawler import Crawler

from extensions import RunRecord
from stories.entry import Entry
from stories.entry_record import save_entry, settle_source
from stories.item import Story
from stories.story_record import Outcome, save_story
from stories.verdict import Count

Record = tuple[Story | Entry, Outcome]
MEASURED: tuple[Count, ...] = ("read", "dated", "signed", "quoted")


class SaveToSqlite:
    """Writes a story, and the entry that led to it; or an entry whose source was not reached."""

    def __init__(self, run: RunRecord) -> None:
        self.run = run
        self.store = run.store

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(RunRecord.of(crawler))

    def process_item(self, item: Story | Entry) -> Story | Entry:
        """Raises sqlite3.Error where the database cannot be written; then nothing of the item is."""
        with self.store.transaction():
            records = self._save_story(item) if isinstance(item, Story) else [self._save_entry(item)]
            for record, outcome in records:
                self.run.saved(record, outcome)
        for record, outcome in records:
            self.run.count(outcome)
            self._measure(record)
        return item

    def _save_story(self, story: Story) -> list[Record]:
        story.known, outcome = save_story(self.store, story, self.run.id, story.reread)
        settle_source(self.store, story.known, story.outlet, changed=outcome != "unchanged")
        records: list[Record] = [(story, outcome)]
        if story.entry:
            records.append((story.entry, save_entry(self.store, story.entry, story.known, self.run.id)))
        return records

    def _save_entry(self, entry: Entry) -> Record:
        return entry, save_entry(self.store, entry, entry.story, self.run.id)

    def _measure(self, record: Story | Entry) -> None:
        """Count what the run is held against its past by."""
        shown: tuple[object, ...]
        if isinstance(record, Story):
            shown = (record.chosen("published"), record.read.authors, record.read.quotes)
        else:
            shown = (record.published, record.attribution, record.quotes)
        for name, there in zip(MEASURED, (True, *shown), strict=True):
            if there:
                self.run.count(name)
