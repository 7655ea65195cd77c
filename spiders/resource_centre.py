"""The Business & Human Rights Resource Centre: entries, and the source story that each points to."""

import logging
import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response
from scrapy.utils.gz import gzip_magic_number
from twisted.python.failure import Failure

from spiders.answer import page_of
from spiders.finders import FeedFinder, ListingFinder, SitemapFinder, lost
from spiders.internet_archive import ArchivedSources
from stories.dates import Candidate
from stories.document import decode
from stories.entry import Entry, entry_address, is_news, read_entries, read_entry_page
from stories.outlet import Outlet
from stories.page import Page
from stories.urls import belongs_to, canonical_url

log = logging.getLogger(__name__)
RESOURCE_CENTRE = Outlet(
    name="resource_centre",
    title="Business & Human Rights Resource Centre",
    domains=("business-humanrights.org",),
    timezone="Europe/London",
    date_order="DMY",
    host="www.business-humanrights.org",
    keeps_query=False,
)
DOCUMENT = re.compile(r"\.(pdf|docx?|xlsx?|pptx?|odt|rtf|zip|mp[34]|mov|avi|jpe?g|png)$", re.IGNORECASE)
ITEM = re.compile(rb"<(\w+:)?(item|entry|url|sitemap)[\s>]")  # of a feed or a sitemap
RECENT = timedelta(
    days=14
)  # what a sitemap dates earlier was in the list of latest news, and is due by the ledger
LEAVES = 5  # of a sitemap's index that are read; how many there are nobody knows
STORY_PAGES = 40  # of components


class ResourceCentre(ListingFinder, FeedFinder, SitemapFinder, ArchivedSources):
    """Entries from the list of latest news, and from feed and sitemap if they answer; each is followed to its source,
    which is read and joined.
    """

    name = "resource_centre"
    outlet = RESOURCE_CENTRE
    listings = ("https://www.business-humanrights.org/en/latest-news/",)
    feeds = ("https://www.business-humanrights.org/en/rss/",)
    sitemaps = ("https://www.business-humanrights.org/sitemap.xml",)
    # Components of a story stand on many pages, and each leads to its source
    custom_settings = {"DEPTH_LIMIT": STORY_PAGES + 15}  # noqa: RUF012 -- as Scrapy declares it

    def __init__(self, **arguments: str) -> None:
        super().__init__(**arguments)
        self.asked: set[str] = set()

    def parse_listing(self, response: Response) -> Iterator[Request]:
        """The entries that a list of cards links to, and its next page."""
        page = read_entry_page(decode(response.body), response.url)
        if not page.links:
            self.record.trouble(response.url, "listing empty", f"the page was read as: {page.kind}")
        yield from self.take(response, [(link, []) for link in page.links])
        if page.next_page and response.meta.get("depth", 0) < self.pages:
            yield self.ask_list(page.next_page, self.parse_listing)

    def parse_feed(self, response: Response) -> Iterator[Request]:
        """The entries of the feed, if there is one at its address."""
        if self._is_there(response):
            yield from super().parse_feed(response)

    def parse_sitemap(self, response: Response) -> Iterator[Request]:
        """The recent entries of the sitemap, if there is one at its address."""
        leaves = 0
        for request in super().parse_sitemap(response) if self._is_there(response) else ():
            leaves += request.callback == self.parse_sitemap
            if request.callback != self.parse_sitemap or leaves <= LEAVES:
                yield request

    def take(self, response: Response, found: Iterable[tuple[str, list[Candidate]]]) -> Iterator[Request]:
        """The requests for the entries that a list names; a sitemap names every page of the site, old ones too."""
        if response.request and response.request.callback == self.parse_sitemap:
            found = [(url, dates) for url, dates in found if is_news(url) and self._is_recent(dates)]
        yield from super().take(response, found)

    def list_failed(self, failure: Failure) -> None:
        """A list was not fetched: trouble, unless it is one that never answered yet."""
        request: Request = failure.request  # type: ignore[attr-defined]
        if self._is_proven(request):
            super().list_failed(failure)
        else:
            log.info("%s: no list there: %s", request.url, failure.getErrorMessage())

    def ask(
        self, url: str, candidates: Iterable[Candidate] = (), entry: Entry | None = None
    ) -> Iterator[Any]:
        """As for any outlet; an entry is asked for in one language."""
        if not entry:
            address = entry_address(url)
            if address in self.asked:
                return
            self.asked.add(address)
        yield from super().ask(url, candidates, entry)

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
            if self.wants(found.published):
                self.record.expect(found)
        for found in entries:  # not before all of the page are expected
            yield from self.follow(found)
        if entries and (more := read_entry_page(decode(page.payload, page.encoding), page.url).next_page):
            # Not by `ask`, for which all pages of a story are one address; none is asked for twice
            arguments: dict[str, Any] = {"candidates": [], "entry": None}
            yield Request(more, self.parse_story, errback=self.story_failed, cb_kwargs=arguments)

    def follow(self, entry: Entry) -> Iterator[Any]:
        """The request for an entry's source; or the entry, saying why its source is not asked for."""
        if not self.wants(entry.published):
            yield entry  # a stage leaves it out
        elif reason := unfollowed(entry):
            yield from lost(entry, "not followed", reason)
        else:
            yield from self.ask(entry.source_url, entry=entry)

    def parse_source(self, response: Response, candidates: list[Candidate], entry: Entry) -> Iterator[Any]:
        """The story that an entry excerpts."""
        if urlsplit(response.url).path in ("", "/") and urlsplit(entry.source_url).path not in ("", "/"):
            reason = "led to the front page"
            self.record.reject(response.url, "spider", reason, entry.source_url, page_of(response))
            yield from lost(entry, "moved", f"{reason}: {response.url}")
            return
        moved = self._canonical(response.url) != entry.source_address
        entry.source_state = "moved" if moved else "found"
        entry.source_note = f"to {response.url}" if moved else ""
        yield from super().parse_story(response, candidates, entry)

    def _canonical(self, url: str) -> str:
        """The canonical form of an address of any outlet; empty for what is no web address."""
        try:
            return canonical_url(url, self.outlet_of(url)) if url else ""
        except ValueError:
            return ""

    def _is_recent(self, dates: list[Candidate]) -> bool:
        first = self.since or (self.record.now() - RECENT).date().isoformat()
        return any(date.text[:10] >= first for date in dates)

    def _is_there(self, response: Response) -> bool:
        """Whether a feed or sitemap lists anything, or did once."""
        if gzip_magic_number(response) or ITEM.search(response.body):
            return True
        assert response.request is not None  # noqa: S101 -- Scrapy sets it
        return self._is_proven(response.request)

    def _is_proven(self, request: Request) -> bool:
        """Whether a list has to answer: the listing; feed and sitemap, of which nobody knows, once they did."""
        known = self.record.ledger.known(request.meta["list"]) or {}
        return request.callback == self.parse_listing or bool(known.get("listed"))


def unfollowed(entry: Entry) -> str:
    """Why the source of an entry is not asked for; empty where it is."""
    if not entry.source_url:
        return "the entry has no link to its source"
    if not entry.source_address:
        return f"the link to the source is no web address: {entry.source_url}"
    if entry_address(entry.source_url) == entry_address(entry.url.split("#")[0]):
        return "the link to the source leads to the entry itself"
    if belongs_to(entry.source_url, RESOURCE_CENTRE):
        return f"the link to the source leads to the Resource Centre: {entry.source_url}"
    if found := DOCUMENT.search(urlsplit(entry.source_url).path):
        return f"the source is a {found[1].upper()} file, which is not read: {entry.source_url}"
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
