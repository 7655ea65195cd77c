"""Workers that sleep for as long as reading takes: what the main process can feed, on a machine of few cores."""

import asyncio
import json
import os
import pickle
import time
from collections.abc import Callable
from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler

from engine.workers import Workers
from spiders.ranges import WALKED, Came, Walked, walk
from store.location import Location
from store.warc import Reached

SLEEPERS, PAGES, SECONDS = "BENCH_SLEEPERS", "BENCH_PAGES", 0.08  # of reading one page
WALKING = 0.002  # seconds for each page that is passed by
ADDRESSES = [f"https://lamp.example/2026/03/{number:040} 2026-03-01T08:00:00Z" for number in range(WALKED)]


class Sleepers(Workers):
    """So many at a time; what they give comes through a pickle, as from a process. No page matches."""

    def __init__(self) -> None:
        self.slots = int(os.environ[SLEEPERS])
        self.free = asyncio.Semaphore(self.slots)
        self.left: dict[Location, int] = {}  # pages of each file that no walk has met
        self.began: tuple[float, float] | None = None  # monotonic, of this process's CPU
        self.ended = (0.0, 0.0)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        self = cls()
        crawler.signals.connect(self.close, signal=signals.engine_stopped)
        return self

    async def run_long(self, function: Callable[..., Any], *given: Any, **named: Any) -> Any:
        self.began = self.began or (time.monotonic(), time.process_time())
        async with self.free:
            if function is walk:
                told = self.walked(given[0])
                await asyncio.sleep(WALKING * WALKED)
            else:
                told = pickle.dumps([Came(place) for place in given[1]])
                await asyncio.sleep(SECONDS * len(given[1]))
        self.ended = time.monotonic(), time.process_time()
        return pickle.loads(told)  # noqa: S301 -- of our own making

    def close(self) -> None:
        """Tell what it took, from the first call to the last answer."""
        assert self.began
        took = {name: self.ended[n] - self.began[n] for n, name in enumerate(("wall", "cpu"))}
        print(json.dumps(took), flush=True)

    def walked(self, path: Location) -> bytes:
        """What a walk met."""
        self.left[path] = self.left.get(path, int(os.environ[PAGES])) - WALKED
        reached = Reached() if self.left[path] > 0 else None
        places = [number * 40_000 for number in range(WALKED)]
        return pickle.dumps(Walked(places, WALKED, known_by=ADDRESSES, reached=reached))
