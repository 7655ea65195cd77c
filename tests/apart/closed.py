"""The spider of archives, closed by somebody while its second story is being written."""

import asyncio

from scrapy import signals
from scrapy.crawler import Crawler

from spiders.archive import ArchiveSpider

TURNS = 20  # of the loop, in which a close comes to where it waits for what is being written


class Closed(ArchiveSpider):
    """Reads an archive."""

    name = "closed"

    @classmethod
    def from_crawler(cls, crawler: Crawler, *given: str, **named: str) -> "Closed":
        self = super().from_crawler(crawler, *given, **named)
        self.written = 0
        crawler.signals.connect(self.scraped, signal=signals.item_scraped)
        return self

    async def scraped(self) -> None:
        """Signal handler: the story counts as being written until this returns."""
        self.written += 1
        if self.written == 2:
            self.closing = asyncio.ensure_future(self.crawler.engine.close_spider_async(reason="shutdown"))
            for _ in range(TURNS):
                await asyncio.sleep(0)
