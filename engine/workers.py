"""Worker processes that read what came from the web, with a time and a memory limit each."""

import asyncio
import ctypes
import logging
import os
import resource
import signal
import sys
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext
from multiprocessing.process import current_process
from multiprocessing.synchronize import RLock
from typing import ParamSpec, Self, TypeVar

from scrapy import Spider, signals
from scrapy.crawler import Crawler

from engine.awaited import Awaited
from extensions import Reject, RunRecord
from store.scratch import SOCKETS, scratch

log = logging.getLogger(__name__)
PR_SET_PDEATHSIG = 1  # prctl(2)
PRELOADED = [
    "stories.extraction.tables",
    "stories.lists",
    "stories.item",
    "stories.identity.comparison",
    "numpy.random",
    "engine.frozen",
]  # once, and not by each worker: every outlet needs them
ORPHANED = 255  # exit code that `multiprocessing` gives where the fork server, which alone knows it, is gone
LOST = (
    "the process that the readers are forked from was ended from outside: the pages that were not read are left to the "
    "next run; look in the system's log whether memory ran out (dmesg), and give fewer READERS if so"
)
FILES = (
    256  # which a process is mostly allowed to open at least; readers, archive and database need some dozens
)
Given = ParamSpec("Given")
Read = TypeVar("Read")


def too_few_files() -> str:
    """What to say where readers cannot be started since a process may open so few files; else empty."""
    allowed, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if not 0 <= allowed < FILES:
        return ""
    return (
        f"the readers have ended, and a process may open only {allowed} files here: allow it more (ulimit -n 1024); "
        "the pages that were not read are left to the next run"
    )


class KeptLocks(ForkServerContext):
    """How workers are started. Their locks last until they have ended.

    A worker that starts looks its locks up by their names; pebble 5.2 gives up the names before it ends the workers, so
    that one that was still starting when a short run ended left a traceback.
    """

    def __init__(self) -> None:
        super().__init__()
        self.locks: list[RLock] = []

    def RLock(self) -> RLock:  # noqa: N802 -- the standard library's name
        """A lock, which is kept."""
        self.locks.append(super().RLock())
        return self.locks[-1]


class Workers:
    """Runs functions over pages and lists. One that hangs or kills its worker costs that worker, never the run.

    seconds, megabytes: that one call may take. slots: how many calls are worked on at once. lost: told, in a sentence,
    that no worker can be had any more.
    """

    def __init__(
        self, workers: int, seconds: float, megabytes: int, lost: Callable[[str], None] = log.error
    ) -> None:
        from pebble import ProcessPool  # whoever lists the spiders starts no worker

        self.seconds = seconds
        self.slots = workers
        self.asked = Awaited(lost)
        self.context = KeptLocks()
        self.context.set_forkserver_preload(PRELOADED)
        # `multiprocessing` would make a folder in TMPDIR that nobody removes where the run is killed
        current_process()._config["tempdir"] = str(scratch(SOCKETS))  # type: ignore[attr-defined]
        self.pool = ProcessPool(
            max_workers=workers, context=self.context, initializer=confine, initargs=[megabytes * 2**20]
        )

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The workers of a crawl, which end with it."""
        settings = crawler.settings
        self = cls(
            settings.getint("READERS"),
            settings.getfloat("READ_SECONDS"),
            settings.getint("READ_MEGABYTES"),
        )
        crawler.signals.connect(self.opened, signal=signals.spider_opened)
        crawler.signals.connect(self.close, signal=signals.engine_stopped)
        return self

    @classmethod
    def of(cls, crawler: Crawler) -> Self:
        """The workers of a crawler's run."""
        workers = crawler.get_extension(cls)
        assert workers is not None  # noqa: S101 -- settings.py names it
        return workers

    def opened(self, spider: Spider) -> None:
        """Signal handler: ends the run where no worker can be had any more. In the shell there is no run."""
        if record := spider.crawler.get_extension(RunRecord):
            self.asked.lost = record.end

    async def run(self, function: Callable[Given, Read], *given: Given.args, **named: Given.kwargs) -> Read:
        """What a function of a module gives, in a worker. Raises Reject where it takes too long or too much, or kills
        the worker; and what the function raises. Raises CloseSpider where the process that workers are forked from was
        ended: then the page is not to blame, and the run ends.
        """
        return await self._run(self.seconds, function, *given, **named)

    async def run_long(
        self, function: Callable[Given, Read], *given: Given.args, **named: Given.kwargs
    ) -> Read:
        """The same of a function that sees to its pages' time itself, and may take any for them all."""
        return await self._run(None, function, *given, **named)

    async def _run(
        self,
        seconds: float | None,
        function: Callable[Given, Read],
        *given: Given.args,
        **named: Given.kwargs,
    ) -> Read:
        from pebble import ProcessExpired

        try:
            future = self.pool.schedule(function, args=list(given), kwargs=named, timeout=seconds)
        except RuntimeError as error:  # pebble's, of a pool that is broken
            raise self.asked.end(too_few_files() or LOST) from error
        try:
            read: Read = await self.asked.answer(asyncio.wrap_future(future))
        except BrokenProcessPool as error:  # told of one page alone, though others wait at a full pipe
            raise self.asked.end(too_few_files() or LOST) from error
        except TimeoutError as error:
            raise Reject("reading took too long", f"more than {self.seconds:g} s") from error
        except ProcessExpired as error:
            if error.exitcode == ORPHANED:
                raise self.asked.end(too_few_files() or LOST) from error
            raise Reject("reading killed its worker", f"exit code {error.exitcode}") from error
        except MemoryError as error:
            raise Reject("reading took too much memory") from error
        return read

    def close(self) -> None:
        """Ends the workers."""
        if self.asked.gone:
            self.pool.stop()  # type: ignore[no-untyped-call]
        else:
            self.pool.close()  # type: ignore[no-untyped-call]
            self.pool.join()
        self.context.locks.clear()


def confine(size: int) -> None:
    """Let this process have at most `size` bytes of address space, so that a hostile page ends it and not the machine;
    and no longer a life than the run's, so that a killed run leaves no worker behind with a page that never ends.
    """
    _, most = resource.getrlimit(resource.RLIMIT_AS)  # `ulimit -v` may allow less
    size = size if most == resource.RLIM_INFINITY else min(size, most)
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    if sys.platform != "linux":
        return  # a worker ends with its page
    # The fork server ends with the run, unless a worker holds the pipe by which it knows of the run's end
    pipe = getattr(forkserver._forkserver, "_forkserver_alive_fd", None)
    if pipe is not None:
        os.close(pipe)
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
