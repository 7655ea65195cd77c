"""Ways of finding stories: feeds, sitemaps, listings. An outlet combines those it has and states its facts."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

import feedparser
from parsel import Selector
from scrapy import Request
from scrapy.http import Response
from scrapy.utils.gz import gunzip, gzip_magic_number

from spiders.lists import ListedStories
from spiders.outlets import AnyOutlet, OutletSpider, lost
from stories.dates import Candidate

__all__ = ["AnyOutlet", "FeedFinder", "ListingFinder", "OutletSpider", "SitemapFinder", "lost"]


class FeedFinder(ListedStories):
    """Finds stories in RSS and Atom feeds. Set `feeds`."""

    feeds: ClassVar[tuple[str, ...]] = ()

    def first_requests(self) -> Iterator[Request]:
        yield from super().first_requests()
        for feed in self.feeds:
            yield self.ask_list(feed, self.parse_feed)

    def parse_feed(self, response: Response) -> Iterator[Request]:
        """The stories of a feed, each with the date that the feed gives it."""
        feed = feedparser.parse(response.body, response_headers={"content-type": "application/xml"})
        if not feed.entries:
            self.outcomes.trouble(response.url, "feed empty", str(feed.get("bozo_exception", "")))
        yield from self.take(
            response,
            [(link, _feed_dates(item)) for item in feed.entries if (link := _feed_link(item))],
            follows=True,
        )


class SitemapFinder(ListedStories):
    """Finds stories in sitemaps (sitemaps.org; Google's news extension). Set `sitemaps`: indexes or leaves.

    `leaves`: pattern of the leaves to read of an index.
    """

    sitemaps: ClassVar[tuple[str, ...]] = ()
    leaves: ClassVar[str] = ""

    def first_requests(self) -> Iterator[Request]:
        yield from super().first_requests()
        for sitemap in self.sitemaps:
            yield self.ask_list(sitemap, self.parse_sitemap)

    def parse_sitemap(self, response: Response) -> Iterator[Request]:
        """The leaves of an index, or the stories of a leaf."""
        limit = self.settings.getint("LIST_MAXSIZE")
        body = gunzip(response.body, max_size=limit) if gzip_magic_number(response) else response.body
        tree = Selector(body=body, type="xml")
        tree.remove_namespaces()
        leaves = tree.xpath("/sitemapindex/sitemap/loc/text()").getall()
        yield from self.ask_leaves(leaf.strip() for leaf in leaves if re.search(self.leaves, leaf))
        nodes = tree.xpath("/urlset/url")
        if not nodes and not tree.xpath("/sitemapindex/sitemap"):
            self.outcomes.trouble(response.url, "sitemap empty")
        links = [(node.xpath("normalize-space(loc)").get(""), _sitemap_dates(node)) for node in nodes]
        yield from self.take(response, [(link, dates) for link, dates in links if link])

    def ask_leaves(self, leaves: Iterable[str]) -> Iterator[Request]:
        """The requests for an index's leaves; one whose address is broken is a trouble of its own."""
        for leaf in leaves:
            try:
                yield self.ask_list(leaf, self.parse_sitemap)
            except ValueError as error:
                self.outcomes.trouble(leaf, "no web address", str(error))


class ListingFinder(ListedStories):
    """Finds stories on pages that list links. Set `listings`, `links` and `more` (CSS selectors of `a` elements);
    `pages` bounds how far a listing is followed.
    """

    listings: ClassVar[tuple[str, ...]] = ()
    links: ClassVar[str] = "a"
    more: ClassVar[str] = ""
    pages: ClassVar[int] = 5

    def first_requests(self) -> Iterator[Request]:
        yield from super().first_requests()
        for listing in self.listings:
            yield self.ask_list(listing, self.parse_listing)

    def parse_listing(self, response: Response) -> Iterator[Request]:
        """The stories that a listing links to, and its next page."""
        links = response.css(self.links).css("::attr(href)").getall()
        if not links:
            self.outcomes.trouble(response.url, "listing empty", f"nothing matches {self.links!r}")
        yield from self.take(response, [(link, []) for link in links])
        following = response.css(self.more).css("::attr(href)").get() if self.more else None
        if following and response.meta.get("depth", 0) < self.pages:
            yield self.ask_list(response.urljoin(following), self.parse_listing)


def _feed_link(item: dict[str, Any]) -> str:
    """The story's own address where a feed counts clicks and names it beside (FeedBurner), else its link."""
    return str(item.get("feedburner_origlink") or item.get("link") or "")


def _feed_dates(item: dict[str, Any]) -> list[Candidate]:
    return [Candidate("published", item["published"], "feed pubDate")] if item.get("published") else []


def _sitemap_dates(node: Selector) -> list[Candidate]:
    published = node.xpath("news/publication_date/text()").get()
    modified = node.xpath("lastmod/text()").get()
    dates = [Candidate("published", published.strip(), "sitemap publication_date")] if published else []
    return dates + ([Candidate("modified", modified.strip(), "sitemap lastmod")] if modified else [])
