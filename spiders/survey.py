"""One-off: a look at a site, for `python -m scrapy outlet`: its robots.txt, front page, feeds, sitemaps, some stories."""

from collections.abc import Iterator
from typing import Any, ClassVar
from urllib.parse import urljoin

from scrapy import Request
from scrapy.exceptions import UsageError
from scrapy.http import Response, TextResponse
from twisted.python.failure import Failure

from engine.answer import charset_of, page_of, why
from spiders.outlets import OutletSpider
from stories.identity.urls import with_scheme
from stories.lists import read_list
from stories.sites import host_of, same_site
from stories.survey.addresses import likeliest

STORIES = 12  # that are asked for
LISTS = 3  # feeds, and sitemaps
FEEDS = 'link[rel~="alternate"]:is([type*="rss"], [type*="atom"], [type*="feed+json"])::attr(href)'
MANY = 1_000  # addresses of a list that are looked at


class SurveySpider(OutletSpider):
    """-a url=ADDRESS: what is fetched is kept in the archive, and nothing is stored."""

    name = "survey"
    promises = 0
    takes: ClassVar[tuple[str, ...]] = ("url",)

    def __init__(self, **arguments: str) -> None:
        super().__init__(**arguments)
        self.address = with_scheme(arguments.get("url", ""))
        if not host_of(self.address):
            raise UsageError("survey was given no address: use -a url=https://lamp.example/")
        self.stories: set[str] = set()

    def first_requests(self) -> Iterator[Request]:
        yield self.look(urljoin(self.address, "/robots.txt"), self.parse_robots, free=True)
        yield self.look(self.address, self.parse_front)
        if urljoin(self.address, "/") != self.address:
            yield self.look(urljoin(self.address, "/"), self.parse_front)

    def look(self, url: str, callback: Any, free: bool = False) -> Request:
        """A request whose answer the archive keeps. free: of robots.txt itself, which nothing forbids."""
        return Request(
            url, callback, errback=self.not_seen, meta={"dont_obey_robotstxt": True} if free else {}
        )

    def not_seen(self, failure: Failure) -> None:
        """What gave no page is a row of `rejects`."""
        reason, detail, page = why(failure)
        self.outcomes.reject(failure.request.url, "fetch", reason, detail, page)  # type: ignore[attr-defined]

    def parse_robots(self, response: Response) -> Iterator[Request]:
        """The sitemaps that a robots.txt names."""
        lines = (line.partition(":") for line in response.body.decode("utf-8", "replace").splitlines())
        named = [value.strip() for name, _, value in lines if name.strip().lower() == "sitemap"]
        for sitemap in sorted(named, key=lambda url: "news" not in url)[:LISTS]:
            yield self.look(urljoin(response.url, sitemap), self.parse_list)

    def parse_front(self, response: Response) -> Iterator[Request]:
        """The feeds that a page names, and the stories that it links to."""
        if not isinstance(response, TextResponse):
            return
        for feed in response.css(FEEDS).getall()[:LISTS]:
            yield self.look(response.urljoin(feed), self.parse_list)
        yield from self.ask_stories(map(response.urljoin, response.css("a::attr(href)").getall()))

    def parse_list(self, response: Response) -> Iterator[Request]:
        """Some of the stories that a feed or a sitemap names; of an index the likeliest of its sitemaps."""
        named = read_list(response.body, charset_of(response), MANY)
        for leaf in sorted(named.leaves, key=lambda url: "news" not in url)[:1]:
            yield self.look(leaf, self.parse_list)
        yield from self.ask_stories(url for url, _ in named.stories)

    def ask_stories(self, urls: Iterator[str]) -> Iterator[Request]:
        """Requests for those that look most like stories, as long as few were asked for."""
        own = [url.split("#")[0] for url in urls if same_site(host_of(url), host_of(self.address))]
        for url in likeliest(own):
            if url not in self.stories and len(self.stories) < STORIES:
                self.stories.add(url)
                yield self.look(url, self.parse_page)

    def parse_page(self, response: Response) -> None:
        """A page is kept by the archive; the command reads it there."""
        self.logger.info("%s: %s bytes", page_of(response).url, len(response.body))
