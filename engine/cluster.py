"""`-s CLUSTER=tcp://scheduler:8786`: what worker processes do, done by the workers of a Dask cluster."""

import asyncio
import logging
import pickle
import threading
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextlib import suppress
from typing import Self, cast

from distributed import CancelledError, Client, KilledWorker
from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider, UsageError

from engine.awaited import Answer, Awaited
from engine.cluster_worker import described, versions, work
from engine.workers import Given, Read
from extensions import Reject, RunRecord

BEAT_SECONDS = 2  # between two looks at the scheduler
CLOSING_SECONDS = 5  # for taking leave of it
LEFT = "what was read is saved, and the next run goes on"


class LostError(Exception):
    """No answer can come any more: why, in a sentence."""


class ClusterWorkers:
    """Runs functions on a cluster's workers, each in a child process there, with the limits that it has here.

    All talk with the scheduler is in a thread of its own, so that nothing of the run ever waits for it. slots: how many
    calls the workers do at once.
    """

    def __init__(self, address: str, seconds: float, megabytes: int) -> None:
        """Raises UsageError where no scheduler answers, no worker comes, or one would read otherwise than we do.

        seconds: that each of these is waited for, and later on any sign of life. megabytes: that a call may take.
        """
        logging.getLogger("distributed.client").setLevel(
            logging.CRITICAL
        )  # what it says of a loss is told below
        self.address, self.seconds, self.megabytes = address, seconds, megabytes
        self.versions = versions()
        self.slots = 0
        self.asked = Awaited()
        self.here: asyncio.AbstractEventLoop | None = None  # the run's, once it asks
        self.client: Client | None = None
        self.watching: Future[None] | None = None
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, name="cluster", daemon=True)
        self.thread.start()
        try:
            self._soon(self._connect()).result()
        except BaseException:
            self.close()
            raise
        self.watching = self._soon(self._watch())

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The cluster that the settings name, which the crawl leaves when it ends. Raises UsageError as above."""
        settings = crawler.settings
        self = cls(
            settings["CLUSTER"], settings.getfloat("CLUSTER_SECONDS"), settings.getint("READ_MEGABYTES")
        )
        crawler.signals.connect(self.opened, signal=signals.spider_opened)
        crawler.signals.connect(self.close, signal=signals.engine_stopped)
        return self

    def opened(self, spider: Spider) -> None:
        """Signal handler: ends the run where the cluster is lost."""
        if record := spider.crawler.get_extension(RunRecord):
            self.asked.lost = record.end

    async def run_long(
        self, function: Callable[Given, Read], *given: Given.args, **named: Given.kwargs
    ) -> Read:
        """What a function of a module gives, on a worker; one that is lost costs nothing, another does it again.

        Raises Reject where the function kills its process. Raises CloseSpider where the cluster is lost: the run ends.
        """
        self.here = asyncio.get_running_loop()
        if self.asked.gone:
            raise CloseSpider("broken")
        asked = self._soon(self._ask(pickle.dumps((function, given, named))))
        try:
            return cast("Read", await self.asked.answer(asyncio.wrap_future(asked)))
        except LostError as error:
            raise self.asked.end(str(error)) from error

    def _soon(self, doing: Coroutine[object, object, Answer]) -> "Future[Answer]":
        """Does it in the thread that talks with the scheduler."""
        return asyncio.run_coroutine_threadsafe(doing, self.loop)

    async def _connect(self) -> None:
        """Raises UsageError as the class does."""
        try:
            async with asyncio.timeout(4 * self.seconds):
                given = {"asynchronous": True, "timeout": self.seconds, "set_as_default": False}
                self.client = Client(self.address, **given)
                await self.client
                await self._look_for_workers(self.client)
        except UsageError:
            raise
        except Exception as error:
            said = f"no Dask scheduler answers there within {self.seconds:g} s ({type(error).__name__})"
            raise self._unusable(said) from error

    async def _look_for_workers(self, client: Client) -> None:
        try:
            await client.wait_for_workers(1, timeout=self.seconds)
        except TimeoutError as error:
            said = f"its scheduler has no worker, and none came within {self.seconds:g} s"
            raise self._unusable(said) from error
        for worker, told in (await client.run(versions, on_error="return")).items():
            if isinstance(told, Exception):
                said = f"the worker {worker} cannot run Cuttings ({told}); install it there"
                raise self._unusable(said) from told
            if told != self.versions:
                said = f"the worker {worker} has {described(told)}, and this is {described(self.versions)}"
                raise self._unusable(said)
        self.slots = sum((await client.nthreads()).values())

    def _unusable(self, why: str) -> UsageError:
        return UsageError(f"CLUSTER={self.address}: {why}", print_help=False)

    async def _ask(self, packed: bytes) -> object:
        """The answer of a worker. Raises LostError where none can come, and what the function raises."""
        try:
            client = self._running()
            answer, error = await client.submit(work, packed, self.versions, self.megabytes, pure=False)
        except KilledWorker as killed:
            raise Reject("reading killed its worker", str(killed)) from killed
        except Exception as lost:
            raise LostError(self._lost(lost)) from lost
        if error:
            raise error
        return answer

    async def _watch(self) -> None:
        """Looks whether the scheduler answers, and who works; ends the run where for long neither is so."""
        seen = time.monotonic()
        while time.monotonic() - seen < self.seconds:
            await asyncio.sleep(min(BEAT_SECONDS, self.seconds))
            try:
                async with asyncio.timeout(self.seconds):
                    self.slots = sum((await self._running().nthreads()).values())
            except Exception as error:  # noqa: BLE001 -- whatever it is, no answer can be had
                return self._tell(self._lost(error))
            seen = time.monotonic() if self.slots else seen
        return self._tell(f"the Dask cluster at {self.address} has no worker left: {LEFT}")

    def _running(self) -> Client:
        """The client. Raises LostError where it is cut off: what it is asked then may wait for ever."""
        if not self.client or self.client.status != "running":
            raise LostError("the connection was closed")
        return self.client

    def _lost(self, error: Exception) -> str:
        """Why no answer can come, in a sentence."""
        if isinstance(error, CancelledError | LostError | OSError | AttributeError):
            return f"the Dask scheduler at {self.address} was lost ({type(error).__name__}): {LEFT}"
        return f"a worker of the Dask cluster does not read as we do ({error}): {LEFT}"

    def _tell(self, why: str) -> None:
        """Ends what the run waits for, in the run's own thread."""
        if self.here:
            with suppress(RuntimeError):  # it has ended
                self.here.call_soon_threadsafe(self.asked.end, why)

    def close(self) -> None:
        """Leaves the cluster, whether or not it still answers; it can be asked nothing afterwards."""
        self.asked.gone = True
        with suppress(Exception):
            self._soon(self._leave()).result(2 * CLOSING_SECONDS)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(CLOSING_SECONDS)

    async def _leave(self) -> None:
        if self.watching:
            self.watching.cancel()
        if self.client:
            async with asyncio.timeout(CLOSING_SECONDS):
                await self.client.close(CLOSING_SECONDS)
