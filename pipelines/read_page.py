"""Stage 100: the page is read, in a worker process with a time and a memory limit."""

import asyncio
import ctypes
import multiprocessing
import os
import resource
import signal
import sys
from multiprocessing import forkserver
from typing import Self

from pebble import ProcessExpired, ProcessPool
from scrapy.crawler import Crawler

from extensions import Reject, RunRecord
from pipelines.stage import Item, Stage
from runs.outcomes import Outcomes
from stories.extraction.reading import read
from stories.item import Story

PR_SET_PDEATHSIG = 1  # prctl(2)


class ReadPage(Stage):
    """Fills `reading`. A page that hangs or kills its worker costs that worker and one reject, never the run."""

    def __init__(self, outcomes: Outcomes, workers: int, seconds: float, megabytes: int) -> None:
        super().__init__(outcomes)
        self.seconds = seconds
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["stories.extraction.tables"])
        self.pool = ProcessPool(
            max_workers=workers, context=context, initializer=confine, initargs=[megabytes * 2**20]
        )

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        settings = crawler.settings
        return cls(
            RunRecord.of(crawler).outcomes,
            settings.getint("READERS"),
            settings.getfloat("READ_SECONDS"),
            settings.getint("READ_MEGABYTES"),
        )

    async def work(self, item: Item) -> None:
        """Raises Reject where the page holds no story or could not be read."""
        if story := item.unread:
            await self._read(story)

    async def _read(self, item: Story) -> None:
        future = self.pool.schedule(read, args=[item.page, item.outlet], timeout=self.seconds)
        try:
            item.reading = await asyncio.wrap_future(future)
        except TimeoutError as error:
            raise Reject("reading took too long", f"more than {self.seconds:g} s") from error
        except ProcessExpired as error:
            raise Reject("reading killed its worker", f"exit code {error.exitcode}") from error
        except MemoryError as error:
            raise Reject("reading took too much memory") from error
        if item.reading.reject:
            raise Reject(item.reading.reject, item.reading.detail)

    def close_spider(self) -> None:
        """Ends the workers."""
        self.pool.close()  # type: ignore[no-untyped-call]
        self.pool.join()


def confine(size: int) -> None:
    """Let this process have at most `size` bytes of address space, so that a hostile page ends it and not the machine;
    and no longer a life than the run's, so that a killed run leaves no worker behind with a page that never ends.
    """
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    if sys.platform != "linux":
        return  # a worker ends with its page
    # The fork server ends with the run, unless a worker holds the pipe by which it knows of the run's end
    pipe = getattr(forkserver._forkserver, "_forkserver_alive_fd", None)
    if pipe is not None:
        os.close(pipe)
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
