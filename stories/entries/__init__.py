"""The Resource Centre's entries: what one is, and how a page of the Centre is read. The room's one door."""

from stories.entries.address import RESOURCE_CENTRE, entry_address, entry_forms, is_news, slug_of
from stories.entries.layouts import read_entry_page
from stories.entries.match import EntryMatch, JoinedEntry
from stories.entries.pages import read_centre_page, read_entries
from stories.entries.record import Entry, EntryPage, SourceState
from stories.entries.source import Held, match_source

__all__ = [
    "RESOURCE_CENTRE",
    "Entry",
    "EntryMatch",
    "EntryPage",
    "Held",
    "JoinedEntry",
    "SourceState",
    "entry_address",
    "entry_forms",
    "is_news",
    "match_source",
    "read_centre_page",
    "read_entries",
    "read_entry_page",
    "slug_of",
]
