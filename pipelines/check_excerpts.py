"""Stage 400: a curated entry's passages, held against the body of the story that they excerpt."""

from collections.abc import Mapping
from typing import Self

from scrapy.crawler import Crawler

from extensions import RunRecord, outlets
from stories.entry import Entry
from stories.entry_source import matched_note, source_at, source_like
from stories.excerpts import check_passages
from stories.item import Story
from stories.outlet import Outlet
from stories.urls import canonical_url, outlet_of


class CheckExcerpts:
    """Fills the passages' fidelity and offsets, of an entry that led to a story, or whose source is stored already.

    What a change of the source does to the entries that are stored, `stories.standing` finds when the story is saved.
    """

    def __init__(self, run: RunRecord, known: Mapping[str, Outlet] | None = None) -> None:
        self.store = run.store
        self.outlets = known or {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(RunRecord.of(crawler), outlets(crawler.settings))

    def process_item(self, item: Story | Entry) -> Story | Entry:
        """Never drops."""
        if isinstance(item, Entry):
            self._find_source(item)
        elif item.entry and item.reading:
            item.entry.passages = check_passages(item.entry.passages, item.reading.body)
        return item

    def _find_source(self, entry: Entry) -> None:
        """Fill `story`, of an entry that came alone, and what tells of it."""
        entry.source_address = entry.source_address or self._address(entry.source_url)
        entry.story = source_at(self.store, entry.source_address)
        if entry.story is None:
            entry.story = source_like(self.store, entry, self.outlets)
            if entry.story is not None:
                entry.source_note = matched_note(entry.source_note, entry.outlet)
        elif entry.source_state == "not followed" and not entry.source_note:
            entry.source_state = "found"  # nobody had to follow the link: its story is here
        if row := self.store.row("SELECT body FROM stories WHERE id = ?", entry.story):
            entry.passages = check_passages(entry.passages, row["body"])

    def _address(self, url: str) -> str:
        try:
            return canonical_url(url, outlet_of(url, self.outlets.values())) if url else ""
        except ValueError:
            return ""
