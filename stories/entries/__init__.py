"""The Resource Centre's entries: what one is, and how a page of the Centre is read. The room's one door.

In: a page of the Centre, a source's body. Out: `Entry`s, and how each passage compares with its source.
May import, of `stories`: `dates`, `extraction`, `identity`, `language_model`, `outlet`, `page`, `quotes`, `sites`,
`text`.
"""

from stories.entries.address import RESOURCE_CENTRE, entry_address, entry_forms, is_news, slug_of
from stories.entries.match import EntryMatch, JoinedEntry
from stories.entries.record import Entry, EntryPage, SourceState
from stories.page import Page

__all__ = [
    "RESOURCE_CENTRE",
    "Entry",
    "EntryMatch",
    "EntryPage",
    "JoinedEntry",
    "SourceState",
    "entry_address",
    "entry_forms",
    "is_news",
    "read_centre_page",
    "slug_of",
]


def read_centre_page(page: Page) -> EntryPage:
    """What a page of the Centre holds, as mark-up or plain text: one entry, a story's components, a list, or none.

    Each entry has its canonical address, its passages, unchecked yet, and its quotes.
    """
    from stories.entries import pages  # only who reads pays for what reading needs

    return pages.read_centre_page(page)
