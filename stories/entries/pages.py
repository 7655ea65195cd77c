"""A fetched page read as one of the Centre's, its entries with their passages, their quotes and their proof."""

from urllib.parse import urlsplit

from stories.entries.address import HOST, RESOURCE_CENTRE
from stories.entries.brackets import quotes_of
from stories.entries.excerpts import split_passages
from stories.entries.layouts import read_entry_page
from stories.entries.record import Entry, EntryPage
from stories.extraction.charset import decode
from stories.extraction.mhtml import page_in
from stories.extraction.plain_text import as_markup, is_plain
from stories.identity.urls import canonical_url
from stories.page import UNKNOWN, Page

CONTROLS = dict.fromkeys({*range(32), 127} - {9, 10, 13})  # which no tree of elements may hold
UNSTATED = f"https://{HOST}/"  # links of a saved page that does not state its address lead from here


def read_centre_page(page: Page) -> EntryPage:
    """See `stories.entries.read_centre_page`, the door."""
    text = decode(*page_in(page.payload, page.encoding)).translate(CONTROLS)
    base = UNSTATED if page.url == UNKNOWN else page.url
    read = read_entry_page(as_markup(text) if is_plain(text) else text, base)
    for entry in read.entries if read.kind in ("entry", "story") else []:
        entry.page = page
        entry.url = _address(entry.url or base, page.url)
        entry.passages = split_passages(entry.excerpt)
        entry.quotes = quotes_of("\n\n".join(entry.excerpt), entry.language)
    return read


def read_entries(page: Page) -> list[Entry]:
    """The entries that a page of the Centre holds: one, a story's components, or none."""
    read = read_centre_page(page)
    return read.entries if read.kind in ("entry", "story") else []


def _address(url: str, page: str) -> str:
    # A story page shows several entries under its one address: they differ in the fragment
    fragment = urlsplit(url).fragment
    own = page == UNKNOWN and url.split("#")[0] == UNSTATED.rstrip("/") + "/"
    return (UNKNOWN if own else canonical_url(url, RESOURCE_CENTRE)) + (f"#{fragment}" if fragment else "")
