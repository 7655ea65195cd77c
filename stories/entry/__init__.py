"""The Resource Centre's entries: what one is, and how a page of the Centre is read. The room's one door."""

from stories.entry.layouts import read_entry_page
from stories.entry.record import Entry, EntryPage, Fidelity, Passage, SourceState

__all__ = ["Entry", "EntryPage", "Fidelity", "Passage", "SourceState", "read_entry_page"]
