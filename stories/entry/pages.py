"""A fetched page of the Centre, as its entries: with their passages, their quotes and their proof."""

from stories.document import decode
from stories.entry.layouts import read_entry_page
from stories.entry.record import Entry
from stories.excerpts import split_passages
from stories.page import Page
from stories.quotes import find_quotes


def read_entries(page: Page) -> list[Entry]:
    """The entries that a page holds: one, a story's components, or none. Their passages are unchecked yet."""
    read = read_entry_page(decode(page.payload, page.encoding), page.url)
    entries = read.entries if read.kind in ("entry", "story") else []
    for entry in entries:
        entry.page = page
        entry.url = entry.url or page.url
        entry.passages = split_passages(entry.excerpt)
        entry.quotes = find_quotes("\n\n".join(entry.excerpt), entry.language)
    return entries
