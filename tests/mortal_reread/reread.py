"""`reread`, that is killed when it has saved so many records as its environment says."""

import os
import signal
from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler

from spiders.reread import RereadSpider

RECORDS = "MORTAL_RECORDS"


class Mortal(RereadSpider):
    """-a stored=WHAT"""

    name = "reread"

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        self = super().from_crawler(crawler, *args, **kwargs)
        self.saved = 0
        crawler.signals.connect(self.count, signal=signals.item_scraped)
        return self

    def count(self) -> None:
        """A record was saved."""
        self.saved += 1
        if self.saved == int(os.environ[RECORDS]):
            os.kill(os.getpid(), signal.SIGKILL)
