"""Stage 500: the record is written, one transaction a story. The only stage that writes."""

from typing import Self

from scrapy.crawler import Crawler

from extensions import RunRecord
from stories.entry import Entry
from stories.entry_record import save_entry, source_of
from stories.item import Story
from stories.story_record import Outcome, save_story


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
            outcomes = self._save_story(item) if isinstance(item, Story) else self._save_entry(item)
        for outcome in outcomes:
            self.run.count(outcome)
        return item

    def _save_story(self, story: Story) -> list[Outcome]:
        story.known, outcome = save_story(self.store, story, self.run.id)
        if story.entry is None:
            return [outcome]
        return [outcome, save_entry(self.store, story.entry, story.known, self.run.id)]

    def _save_entry(self, entry: Entry) -> list[Outcome]:
        source = source_of(self.store, [entry.source_url]) if entry.source_url else None
        return [save_entry(self.store, entry, source["id"] if source else None, self.run.id)]
