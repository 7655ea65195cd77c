"""The Business & Human Rights Resource Centre: entries, and the source story that each points to."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response

from spiders.answer import page_of
from spiders.finders import AnyOutlet, FeedFinder, ListingFinder, lost
from stories.dates import Candidate
from stories.document import decode
from stories.entry import Entry, read_entries, read_entry_page
from stories.outlet import Outlet
from stories.page import Page
from stories.urls import belongs_to, canonical_url

RESOURCE_CENTRE = Outlet(
    name="resource_centre",
    title="Business & Human Rights Resource Centre",
    domains=("business-humanrights.org",),
    timezone="Europe/London",
    date_order="DMY",
    host="www.business-humanrights.org",
    keeps_query=False,
)


class ResourceCentre(ListingFinder, FeedFinder, AnyOutlet):
    """Entries from the list of latest news and the feed; each is followed to its source, which is read and joined."""

    name = "resource_centre"
    outlet = RESOURCE_CENTRE
    listings = ("https://www.business-humanrights.org/en/latest-news/",)

    def parse_listing(self, response: Response) -> Iterator[Request]:
        """The entries that a list of cards links to, and its next page."""
        page = read_entry_page(decode(response.body), response.url)
        if not page.links:
            self.record.trouble(response.url, "listing empty", f"the page was read as: {page.kind}")
        yield from self.take(response, [(link, []) for link in page.links])
        if page.next_page and response.meta.get("depth", 0) < self.pages:
            yield self.ask_list(page.next_page, self.parse_listing)

    def parse_story(
        self, response: Response, candidates: list[Candidate], entry: Entry | None
    ) -> Iterator[Any]:
        """The source of an entry; or a page of the Centre, whose entries are followed to their sources."""
        if entry:
            yield from self.parse_source(response, candidates, entry)
            return
        page = page_of(response)
        entries = entries_of(page)
        if not entries:
            self.record.reject(response.url, "spider", "no entry on the page", "", page)
        for found in entries:
            found.source_address = self._canonical(found.source_url)
            if found.source_url and not belongs_to(found.source_url, RESOURCE_CENTRE):
                yield from self.ask(found.source_url, entry=found)
            else:
                yield from lost(found, "not followed", "the entry has no link to its source")

    def parse_source(self, response: Response, candidates: list[Candidate], entry: Entry) -> Iterator[Any]:
        """The story that an entry excerpts."""
        moved = self._canonical(response.url) != entry.source_address
        entry.source_state = "moved" if moved else "found"
        entry.source_note = f"to {response.url}" if moved else ""
        yield from super().parse_story(response, candidates, entry)

    def _canonical(self, url: str) -> str:
        """The canonical form of an address of any outlet; empty for what is no web address."""
        try:
            return canonical_url(url, self.outlet_of(url))
        except ValueError:
            return ""


def entries_of(page: Page) -> list[Entry]:
    """The entries that a page of the Centre holds, each under its canonical address."""
    entries = read_entries(page)
    for entry in entries:
        entry.url = canonical_url(entry.url, RESOURCE_CENTRE) + _component(entry.url)
    return entries


def _component(url: str) -> str:
    # A story page shows several entries under its one address: they differ in the fragment
    fragment = urlsplit(url).fragment
    return f"#{fragment}" if fragment else ""
