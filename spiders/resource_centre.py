"""The Business & Human Rights Resource Centre: entries, and the source story that each points to."""

import logging
import re
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from scrapy import Request
from scrapy.http import Response
from scrapy.utils.gz import gzip_magic_number
from twisted.python.failure import Failure

from engine.answer import page_of
from spiders.entries import Entries
from spiders.finders import FeedFinder, ListingFinder, SitemapFinder
from stories.dates import Candidate
from stories.entries import RESOURCE_CENTRE, Entry, entry_address, is_news, read_centre_page
from stories.lists import Named
from stories.outlet import ListAddress

log = logging.getLogger(__name__)
ITEM = re.compile(rb"<(\w+:)?(item|entry|url|sitemap)[\s>]")  # of a feed or a sitemap
RECENT = timedelta(
    days=14
)  # what a sitemap dates earlier was in the list of latest news, and is due by the ledger
LEAVES = 5  # of a sitemap's index that are read; how many there are nobody knows


class ResourceCentre(ListingFinder, FeedFinder, SitemapFinder, Entries):
    """Entries from the list of latest news, and from feed and sitemap if they answer; each is followed to its source,
    which is read and joined.
    """

    name = "resource_centre"
    outlet = RESOURCE_CENTRE
    listings = (
        ListAddress("https://www.business-humanrights.org/en/latest-news/", seen="public code on GitHub"),
    )
    feeds = (
        ListAddress("https://www.business-humanrights.org/en/rss/", seen="public lists of feeds on GitHub"),
    )
    sitemaps = (
        ListAddress(
            "https://www.business-humanrights.org/sitemap.xml", seen="no one: where sites have theirs"
        ),
    )
    holds_stories = False

    def __init__(self, **arguments: str) -> None:
        super().__init__(**arguments)
        self.asked: set[str] = set()

    async def parse_listing(self, response: Response) -> AsyncIterator[Request]:
        """The entries that a list of cards links to, and its next page."""
        page = await self.work(response, read_centre_page, page_of(response))
        if not page:
            return
        named = Named("listing", [(link, []) for link in page.links], following=page.next_page)
        if not self.checked(response, named, "listing", f"the page was read as: {page.kind}"):
            return
        for request in self.take(response, named):
            yield request
        if page.next_page and response.meta.get("depth", 0) < self.pages:
            for request in self.ask_list(page.next_page, self.parse_listing):
                yield request

    async def parse_feed(self, response: Response) -> AsyncIterator[Request]:
        """The entries of the feed, if there is one at its address."""
        if self._is_there(response):
            async for request in super().parse_feed(response):
                yield request

    async def parse_sitemap(self, response: Response) -> AsyncIterator[Request]:
        """The recent entries of the sitemap, if there is one at its address."""
        leaves = 0
        if not self._is_there(response):
            return
        async for request in super().parse_sitemap(response):
            leaves += request.callback == self.parse_sitemap
            if request.callback != self.parse_sitemap or leaves <= LEAVES:
                yield request

    def take(self, response: Response, named: Named, follows: bool = False) -> Iterator[Request]:
        """The requests for the entries that a list names; a sitemap names every page of the site, old ones too."""
        if response.request and response.request.callback == self.parse_sitemap:
            recent = [(url, dates) for url, dates in named.stories if is_news(url) and self._is_recent(dates)]
            named = replace(named, stories=recent)
        yield from super().take(response, named, follows)

    def list_failed(self, failure: Failure) -> None:
        """A list was not fetched: trouble, unless it is one that never answered yet."""
        request: Request = failure.request  # type: ignore[attr-defined]
        if self._is_proven(request):
            super().list_failed(failure)
        else:
            log.info("%s: no list there: %s", request.url, failure.getErrorMessage())

    def has_answered(self, url: str) -> bool:
        """What need not answer is no trouble to begin with: see `list_failed`."""
        return True

    def ask(
        self,
        url: str,
        candidates: Iterable[Candidate] = (),
        entry: Entry | None = None,
        given: bool = False,
    ) -> Iterator[Any]:
        """As for any outlet; an entry is asked for in one language."""
        if not entry:
            address = entry_address(url)
            if address in self.asked:
                return
            self.asked.add(address)
        yield from super().ask(url, candidates, entry, given)

    def _is_recent(self, dates: list[Candidate]) -> bool:
        first = self.since or (self.ledger.now() - RECENT).date().isoformat()
        return any(date.text[:10] >= first for date in dates)

    def _is_there(self, response: Response) -> bool:
        """Whether a feed or sitemap lists anything, or did once."""
        if gzip_magic_number(response) or ITEM.search(response.body):
            return True
        assert response.request is not None  # noqa: S101 -- Scrapy sets it
        return self._is_proven(response.request)

    def _is_proven(self, request: Request) -> bool:
        """Whether a list has to answer: the listing; feed and sitemap, of which nobody knows, once they did."""
        known = self.ledger.known(request.meta["list"]) or {}
        return request.callback == self.parse_listing or bool(known.get("listed"))
