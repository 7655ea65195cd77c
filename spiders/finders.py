"""Ways of finding stories: feeds, sitemaps, listings. An outlet combines those it has and states its facts."""

import re
from collections.abc import AsyncIterator, Iterable, Iterator
from typing import ClassVar

from scrapy import Request
from scrapy.http import Response

from engine.answer import charset_of, joined
from spiders.lists import ListedStories
from spiders.outlets import AnyOutlet, OutletSpider, Yielded
from stories.lists import read_links
from stories.outlet import ListAddress

__all__ = ["AnyOutlet", "FeedFinder", "ListingFinder", "OutletSpider", "SitemapFinder"]


class FeedFinder(ListedStories):
    """Finds stories in RSS and Atom feeds. Set `feeds`."""

    feeds: ClassVar[tuple[str, ...]] = ()

    def first_requests(self) -> Iterator[Yielded]:
        yield from super().first_requests()
        for feed in self.feeds:
            yield from self.ask_list(feed, self.parse_feed)

    async def parse_feed(self, response: Response) -> AsyncIterator[Request]:
        """The stories of a feed, each with the dates that the feed gives it."""
        if named := await self.read_list(response, "feed"):
            for request in self.take(response, named, follows=True):
                yield request


class SitemapFinder(ListedStories):
    """Finds stories in sitemaps (sitemaps.org; Google's news extension). Set `sitemaps`: indexes or leaves.

    `leaves`: pattern of the leaves to read of an index. `months`: the address of one month's sitemap, with {year} and
    {month:02} in it; those from -a since on are asked for, and none without it.
    """

    sitemaps: ClassVar[tuple[str, ...]] = ()
    leaves: ClassVar[str] = ""
    months: ClassVar[str] = ""

    def first_requests(self) -> Iterator[Yielded]:
        yield from super().first_requests()
        for sitemap in (*self.sitemaps, *self.monthly()):
            yield from self.ask_list(sitemap, self.parse_sitemap)

    def monthly(self) -> Iterator[str]:
        """The sitemaps of the months from -a since to -a until, or to now."""
        if not (self.months and self.since):
            return
        until = self.until or self.outcomes.clock.now().date().isoformat()
        first, last = (12 * int(day[:4]) + int(day[5:7]) - 1 for day in (self.since, until))
        for month in range(first, last + 1):
            address = self.months.format(year=month // 12, month=month % 12 + 1)
            yield self.months.at(address) if isinstance(self.months, ListAddress) else address

    def has_answered(self, url: str) -> bool:
        """Of a month's sitemap, also where another month's was read; of an index, where one that it named was."""
        form = re.sub(r"\\\{.*?\\\}", r"\\d+", re.escape(self.months))
        months = {one for one in self.answered_before if re.fullmatch(form, one)}
        stated = {str(one) for way in ("feeds", "sitemaps", "listings") for one in getattr(self, way, ())}
        alike = months if re.fullmatch(form, url) else self.answered_before - months - stated
        return super().has_answered(url) or (bool(alike) and url not in stated - {*self.sitemaps})

    async def parse_sitemap(self, response: Response) -> AsyncIterator[Request]:
        """The leaves of an index, or the stories of a leaf."""
        if not (named := await self.read_list(response, "sitemap")):
            return
        chosen = [leaf for leaf in named.leaves if re.search(self.leaves, leaf)]
        if named.leaves and not chosen:
            said = f"none of {len(named.leaves)} sitemaps has the form {self.leaves!r}, such as {named.leaves[0]}"
            self.trouble(response, "addresses changed", said)
        chain: tuple[str, ...] = response.meta["chain"]
        if chosen and set(chosen) <= set(chain):
            self.trouble(response, "sitemap empty", "it names only itself, or what led to it")
        for leaf in self.ask_leaves(chosen, chain):
            yield leaf
        if named.stories:
            for request in self.take(response, named, follows=True):
                yield request

    def ask_leaves(self, leaves: Iterable[str], chain: tuple[str, ...]) -> Iterator[Request]:
        """The requests for an index's leaves; one whose address is broken is a trouble. chain: what led to the leaves."""
        for leaf in leaves:
            try:
                yield from self.ask_list(leaf, self.parse_sitemap, chain)
            except ValueError as error:
                self.outcomes.trouble(leaf, "no web address", str(error))


class ListingFinder(ListedStories):
    """Finds stories on pages that list links. Set `listings`, `links` and `more` (CSS selectors of `a` elements);
    `pages` bounds how far a listing is followed. Where `links` finds headlines alone, those to other sites are followed.
    """

    listings: ClassVar[tuple[str, ...]] = ()
    links: ClassVar[str] = "a"
    more: ClassVar[str] = ""
    pages: ClassVar[int] = 5

    def first_requests(self) -> Iterator[Yielded]:
        yield from super().first_requests()
        for listing in self.listings:
            yield from self.ask_list(listing, self.parse_listing)

    async def parse_listing(self, response: Response) -> AsyncIterator[Request]:
        """The stories that a listing links to, and its next page."""
        named = await self.work(
            response, read_links, response.body, charset_of(response), self.links, self.more
        )
        if not named or not self.checked(response, named, "listing", f"nothing matches {self.links!r}"):
            return
        for request in self.take(response, named, follows=self.links != ListingFinder.links):
            yield request
        if named.following and response.meta.get("depth", 0) < self.pages:
            for request in self.ask_list(joined(response, named.following), self.parse_listing):
                yield request
