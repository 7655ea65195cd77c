"""The Resource Centre's entries: what one is, and how a page of the Centre is read. The room's one door."""

from stories.entry.address import entry_address, slug_of
from stories.entry.layouts import read_entry_page
from stories.entry.pages import read_entries
from stories.entry.record import Entry, EntryPage, SourceState

__all__ = ["Entry", "EntryPage", "SourceState", "entry_address", "read_entries", "read_entry_page", "slug_of"]
