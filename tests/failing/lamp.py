"""An outlet like any other, on a server of the test's own, and others that raise where they should not."""

import os
import time
from collections.abc import AsyncIterator, Iterator
from typing import Any

from scrapy import Request
from scrapy.http import Response

from engine.workers import Workers
from spiders.finders import FeedFinder
from stories.outlet import Outlet

URL = os.environ.get("LAMP_URL", "http://127.0.0.1:9")


class Lamp(FeedFinder):
    """A feed."""

    name = "lamp"
    outlet = Outlet(name="lamp", title="Evening Lamp", domains=("127.0.0.1",), languages=("en",))
    feeds = (f"{URL}/rss",)


class Raising(Lamp):
    """Every callback raises."""

    name = "raising"

    async def parse_story(self, *_: Any, **__: Any) -> AsyncIterator[Any]:
        yield
        raise ZeroDivisionError("a fault in a callback")


class Unstarted(Lamp):
    """The start raises."""

    name = "unstarted"

    def first_requests(self) -> Iterator[Request]:
        raise ZeroDivisionError("a fault at the start")


class Hung(Lamp):
    """The reading of its feed never ends."""

    name = "hung"

    async def parse_feed(self, response: Response) -> AsyncIterator[Request]:
        workers = Workers.of(self.crawler)
        patience, workers.seconds = workers.seconds, 0.2
        await self.work(response, time.sleep, 1e6)
        workers.seconds = patience
        async for request in super().parse_feed(response):
            yield request
