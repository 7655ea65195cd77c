"""robots.txt, as a middleware that stands above all others but the limits."""

import asyncio
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import RobotParser

from extensions import NotFetched, detail_of, reason_of

ROBOTS_BYTES = 512 * 1024  # RFC 9309, 2.5: at least 500 KiB are read
LONGEST_DELAY_SECONDS = 600  # between two requests; a run would wait for its end


class Robots(RobotsTxtMiddleware):
    """robots.txt as RFC 9309 asks: a host whose file cannot be read (no answer, or a 5xx) is left alone for this run."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.rules: dict[str, asyncio.Task[RobotParser | None]] = {}
        self.seconds = crawler.settings.getfloat("ROBOTS_SECONDS")
        self.replays = bool(crawler.settings["REPLAY"])

    async def process_request(self, request: Request) -> None:  # type: ignore[override]
        """Raises IgnoreRequest where the host forbids the address, NotFetched where its robots.txt cannot be read or asks
        for a longer wait than a run has.
        """
        if request.meta.get("dont_obey_robotstxt"):
            return
        parts = urlsplit(request.url)
        if parts.scheme == "file":  # in the shell
            return
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self.rules:
            self.rules[site] = asyncio.ensure_future(self._rules(site, parts.hostname or ""))
        self.process_request_2(await self.rules[site], request)

    async def _rules(self, site: str, host: str) -> RobotParser | None:
        url = f"{site}/robots.txt"
        meta = {"dont_obey_robotstxt": True, "download_timeout": self.seconds}
        request = Request(url, priority=self.DOWNLOAD_PRIORITY, meta=meta, callback=NO_CALLBACK)
        assert self.crawler.engine is not None  # noqa: S101 -- a request comes from a running engine
        try:
            response = await self.crawler.engine.download_async(request)
        except Exception as error:
            if self.replays:  # an archive without robots.txt forbids nothing
                return None
            raise NotFetched(reason_of(error), f"{url} gave no answer: {detail_of(error)}") from error
        if response.status >= 500 or response.status == 429:
            raise NotFetched("robots.txt unreadable", f"{url} answered {response.status}")
        if response.status >= 400:
            return None
        parser: RobotParser = self._parserimpl.from_crawler(self.crawler, response.body[:ROBOTS_BYTES])
        delay = parser.crawl_delay(self._robotstxt_useragent or self._default_useragent) or 0
        if delay > LONGEST_DELAY_SECONDS:
            raise NotFetched("host left alone", f"{url} asks for {delay:g} s between two requests")
        self._slow_down(host, delay)
        return parser

    def _slow_down(self, host: str, seconds: float) -> None:
        """Obey Crawl-delay, exactly, whatever AutoThrottle finds (which may only make it longer)."""
        downloader = self.crawler.engine.downloader
        delay = max(seconds, self.crawler.settings.getfloat("DOWNLOAD_DELAY"))
        if not seconds or host in downloader.per_slot_settings:
            return
        downloader.per_slot_settings[host] = {"delay": delay, "jitter": 0.0, "concurrency": 1}
        if slot := downloader.slots.get(host):
            slot.delay, slot.jitter, slot.concurrency = delay, 0.0, 1
