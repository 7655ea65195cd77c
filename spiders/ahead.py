"""Archives are gone through and read by workers, ahead of who writes: here, or on a cluster."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing, suppress
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from extensions import Reject
from spiders.entries import Entries
from spiders.ranges import Came, Scan, Walked, read_range, walk
from store.location import Location
from store.warc import Reached

if TYPE_CHECKING:
    from engine.cluster import ClusterWorkers
    from engine.workers import Workers

PAGES = 8  # of a range: less than a second of reading, so that all workers end at nearly the same time
AHEAD = 3  # ranges for each worker that wait or are read
FILES = 2  # that are gone through at once, so that one that begins keeps nobody waiting
FED = (
    4  # workers that one more such walk feeds: what it asks for waits behind the ranges that are read before
)


class WalkAhead:
    """A way through a file, gone some way ahead of who takes what was met. most: pieces that are held."""

    def __init__(
        self, path: Location, walk: Callable[[Location, Reached], Awaitable[Walked]], most: int
    ) -> None:
        self.path = path
        self.met: asyncio.Queue[Walked | Exception] = asyncio.Queue(most)
        self.going = asyncio.ensure_future(self._go(walk))

    async def _go(self, walk: Callable[[Location, Reached], Awaitable[Walked]]) -> None:
        reached: Reached | None = Reached()
        try:
            while reached:
                walked = await walk(self.path, reached)
                await self.met.put(walked)
                reached = walked.reached
        except Exception as error:  # noqa: BLE001 -- raised where it is waited for
            await self.met.put(error)

    async def pieces(self) -> AsyncGenerator[Walked, None]:
        """What was met, piece by piece. Raises what a walk does."""
        reached: Reached | None = Reached()
        while reached:
            walked = await self.met.get()
            if isinstance(walked, Exception):
                raise walked
            reached = walked.reached
            yield walked

    def end(self) -> None:
        """Goes no further."""
        self.going.cancel()


class ReadsAhead(Entries):
    """Reads archives. paths: those to read, in their order. domains, query: what is asked for of them."""

    paths: list[Location]
    domains: tuple[str, ...] = ()
    query: str = ""
    cluster: "ClusterWorkers | None" = None

    def join_cluster(self) -> None:
        """Has a cluster read, where CLUSTER names one. Raises UsageError where it cannot be had."""
        if self.settings["CLUSTER"]:
            from engine.cluster import ClusterWorkers  # of an optional extra

            self.cluster = ClusterWorkers.from_crawler(self.crawler)

    @property
    def readers(self) -> "Workers | ClusterWorkers":
        """Who reads: the workers of this machine, or those of a cluster."""
        return self.cluster or self.workers

    @cached_property
    def scan(self) -> Scan:
        """What is asked for, as workers are told it."""
        settings = self.crawler.settings
        return Scan(
            outlets=tuple(self.outlets),
            since=self.since,
            until=self.until,
            domains=self.domains,
            query=self.query,
            seconds=settings.getfloat("READ_SECONDS"),
            longest=settings.getint("URLLENGTH_LIMIT"),
            patience=settings.getint("METAREFRESH_MAXDELAY"),
        )

    async def ranges(self) -> AsyncGenerator[tuple[Location, Came], None]:
        """What became of the pages of the archives, in their order; as many ranges ahead as keep all workers at work."""
        ahead: deque[tuple[Location, asyncio.Task[list[Came]]]] = deque()
        try:
            async with aclosing(self.places()) as places:
                async for path, some in places:
                    if self.left != 0:
                        ahead.append((path, asyncio.ensure_future(self.read_range(path, some))))
                    while len(ahead) > AHEAD * max(self.readers.slots, 1):
                        path, task = ahead.popleft()
                        for came in await task:
                            yield path, came
            while ahead:
                path, task = ahead.popleft()
                for came in await task:
                    yield path, came
        finally:
            for _, task in ahead:
                task.cancel()

    async def places(self) -> AsyncGenerator[tuple[Location, list[int]], None]:
        """Where the pages to read are, a range at a time, in the order of the files; several are gone through at once."""
        rest, walks = iter(self.paths), deque[WalkAhead]()
        try:
            while self.left != 0:  # what comes after is not looked at
                files = FILES + self.readers.slots // FED
                for path in islice(rest, max(files - len(walks), 0)):  # fewer workers may be left
                    walks.append(WalkAhead(path, self.walk, max(self.readers.slots, 1)))
                if not walks:
                    return
                async with aclosing(walks[0].pieces()) as pieces:
                    async for walked in pieces:
                        self.tell(walks[0].path, walked)
                        for start in range(0, len(walked.places), PAGES):
                            yield walks[0].path, walked.places[start : start + PAGES]
                        if self.left == 0:
                            break
                self.tell_derived(walks[0].path)
                walks.popleft().end()
        finally:
            for one in walks:
                one.end()

    async def walk(self, path: Location, reached: Reached) -> Walked:
        """The pages that come next in an archive; nothing more of it where going through it ends two workers."""
        with suppress(Reject):  # one may be ended from outside
            return await self.readers.run_long(walk, path, reached, self.scan)
        try:
            return await self.readers.run_long(walk, path, reached, self.scan)
        except Reject as error:
            return Walked(failed=f"cannot go on through the archive {path}: {error}")

    async def read_range(self, path: Location, places: list[int]) -> list[Came]:
        """What the pages at these places say; where one of them ended the worker, each is read by itself."""
        try:
            return await self.readers.run_long(read_range, path, places, self.scan)
        except Reject:
            return [Came(place, apart=True, read=False) for place in places]

    def tell(self, path: Location, walked: Walked) -> None:
        """Told of each walk through an archive."""

    def tell_derived(self, path: Location) -> None:
        """Told of each archive, when it was gone through."""
