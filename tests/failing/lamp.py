"""An outlet like any other, on a server of the test's own, and others that raise where they should not."""

import asyncio
import os
import shutil
import signal
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from multiprocessing import forkserver
from pathlib import Path
from typing import Any

from scrapy import Request
from scrapy.http import Response

from engine.workers import Workers
from spiders.finders import FeedFinder, ListingFinder
from stories.outlet import Outlet

URL = os.environ.get("LAMP_URL", "http://127.0.0.1:9")


class Lamp(FeedFinder):
    """A feed."""

    name = "lamp"
    outlet = Outlet(name="lamp", title="Evening Lamp", domains=("127.0.0.1",), languages=("en",))
    feeds = (f"{URL}/rss",)


class Feeds(Lamp):
    """Several feeds."""

    name = "feeds"
    feeds = tuple(f"{URL}/rss-{number}" for number in range(7))


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


def linger(sign: Path) -> None:
    """Be long at work, and show that one is."""
    sign.touch()
    time.sleep(1e6)


class Lingering(Lamp):
    """Its reader is long at work, and shows that it is."""

    name = "lingering"

    async def parse_feed(self, response: Response) -> AsyncIterator[Request]:
        await Workers.of(self.crawler).run(linger, Path(os.environ["SIGN"]))
        yield response.request


class Bereft(Lamp):
    """The process that its readers are forked from is killed while they are at work."""

    name = "bereft"

    async def parse_story(self, *given: Any, **named: Any) -> AsyncIterator[Any]:
        async for item in super().parse_story(*given, **named):
            if item.page.url.endswith("-2"):
                with tempfile.TemporaryDirectory() as folder:
                    await self._lose(Path(folder) / "at work")
            yield item

    async def _lose(self, sign: Path) -> None:
        reading = asyncio.ensure_future(Workers.of(self.crawler).run(linger, sign))
        while not sign.exists():
            await asyncio.sleep(0.05)
        os.kill(forkserver._forkserver._forkserver_pid, signal.SIGKILL)  # type: ignore[attr-defined]
        await reading


class Swapped(Lamp):
    """Its database is removed while it runs, or replaced where there is a copy; or another is written over it."""

    name = "swapped"

    async def parse_feed(self, response: Response) -> AsyncIterator[Request]:
        path = Path(self.settings["CUTTINGS_DB"])
        copy, other = path.with_name("copy.db"), path.with_name("other.db")
        if other.exists():
            shutil.copyfile(other, path)
        elif copy.exists():
            copy.replace(path)
        else:
            path.unlink()
        async for request in super().parse_feed(response):
            yield request


class Lamplist(ListingFinder):
    """A listing."""

    name = "lamplist"
    outlet = Outlet(name="lamplist", title="Lamp List", domains=("127.0.0.1",), languages=("en",))
    listings = (f"{URL}/list",)
    links = "a"
