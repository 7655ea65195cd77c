"""Reading in worker processes: a page that hangs, crashes or eats memory costs a reject; a killed run leaves nothing."""

import _multiprocessing
import asyncio
import gc
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import SemLock
from pathlib import Path

import pebble.pool.process
import pytest
from pebble import ProcessExpired
from scrapy.exceptions import CloseSpider, DropItem

import pipelines.read_page
from commands.sample import recorded
from engine.workers import Workers, confine
from extensions import Reject
from pipelines.read_page import ReadPage
from store.story_rows import rows_of, version_row
from stories.dates import Candidate
from stories.extraction.reading import Reading
from stories.item import Story, Told
from stories.outlet import Outlet
from stories.page import Page
from tests.imported import by_reading
from tests.making import made_story
from tests.scrapy_process import ROOT, begin
from tests.server import Answer, serve
from tests.waiting import HANGS, QUICK, wait_for

PAGE = f"<title>Mill closes</title><h1>Mill closes</h1>{'<p>The mill closed yesterday, said those who work there.' * 9}"
LIMIT = 1  # seconds for a page that hangs; others have time, however busy the machine is


def hang(page: Page, outlet: Outlet, *given: object) -> Told:
    time.sleep(HANGS)
    return Told(Reading(page.url))


def crash(page: Page, outlet: Outlet, *given: object) -> Told:
    os.kill(os.getpid(), signal.SIGSEGV)
    return Told(Reading(page.url))


def devour(page: Page, outlet: Outlet, *given: object) -> Told:
    return Told(Reading(page.url, body="x" * 2**32))


def fine(page: Page, outlet: Outlet, *given: object) -> Told:
    return Told(Reading(page.url, title="fine"))


def unread() -> Story:
    story = made_story()
    story.reading = None
    return story


class Refused(list[str]):
    """Outcomes, as far as a stage tells them of what it refuses."""

    store = None

    def refuse(self, page: Page, reason: str, detail: str) -> None:
        self.append(reason)


@pytest.fixture(scope="module")
def stage() -> Iterator[ReadPage]:
    stage = ReadPage(Refused(), Workers(1, HANGS, 1024))  # type: ignore[arg-type]
    yield stage
    stage.workers.close()


@pytest.mark.parametrize(
    ("reader", "reason"),
    [
        (hang, "reading took too long"),
        (crash, "reading killed its worker"),
        (devour, "reading took too much memory"),
    ],
)
def test_a_hostile_page_costs_one_reject_and_the_next_is_read(
    stage: ReadPage, monkeypatch: pytest.MonkeyPatch, reader: Callable[[Page, Outlet], Told], reason: str
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(pipelines.read_page, "told_by", reader)
        if reader is hang:
            patched.setattr(stage.workers, "seconds", LIMIT)
        with pytest.raises(Reject, match=reason):
            asyncio.run(stage.process_item(unread()))
    assert stage.outcomes[-1] == reason  # type: ignore[index]
    monkeypatch.setattr(pipelines.read_page, "told_by", fine)
    story = asyncio.run(stage.process_item(unread()))
    assert story.reading.title == "fine"  # type: ignore[union-attr]


def test_a_worker_has_what_it_needs_from_the_process_that_it_is_forked_from(stage: ReadPage) -> None:
    pages = [Page(one.url, one.payload, one.fetched) for one in recorded(ROOT / "data" / "pages")]
    imported = asyncio.run(stage.workers.run(by_reading, pages))
    ours = [name for name in imported if name.split(".")[0] not in sys.stdlib_module_names]
    assert [
        name for name in ours if "languages" not in name and "data" not in name
    ] == []  # a page's own language


def test_a_worker_does_not_look_for_garbage_in_what_was_imported_before_it(stage: ReadPage) -> None:
    assert asyncio.run(stage.workers.run(gc.get_freeze_count)) > 10_000


def test_the_worker_makes_all_that_hangs_on_the_page_alone(stage: ReadPage) -> None:
    story = unread()
    story.page = replace(story.page, payload=PAGE.encode())
    asyncio.run(stage.process_item(story))
    assert [one.parts for one in story.read.spoken] == [{"distance": "yesterday"}] * 9
    assert story.prepared is not None
    assert story.prepared.__dict__.keys() >= {"shingles", "digest", "bands"}
    assert story.text is story.prepared
    made = story.rows
    assert made
    story.resolve_dates()
    story.resolve_identity()
    assert rows_of(story) is made
    assert made.columns["digest"] == story.digest
    assert version_row(story)["reading"] == made.digest
    story.rows = None
    assert rows_of(story) == made, "as they are made here"


def test_rows_are_of_the_dates_that_stage_200_judged(stage: ReadPage) -> None:
    story = unread()
    story.judged, story.page = None, replace(story.page, payload=PAGE.encode())
    asyncio.run(stage.process_item(story))
    with pytest.raises(ValueError, match="normalise_dates comes first"):
        rows_of(story)
    story.judged = []
    assert rows_of(story).dates == []


def test_a_story_that_was_read_where_its_bytes_lie_is_not_read_again(stage: ReadPage) -> None:
    story = unread()
    story.told = Told(Reading(story.page.url, title="told"))
    asyncio.run(stage.process_item(story))
    assert story.read.title == "told"
    refused = unread()
    refused.told = Told(Reading(story.page.url, reject="consent wall"))
    with pytest.raises(Reject, match="consent wall"):
        asyncio.run(stage.process_item(refused))


def test_the_worker_judges_the_dates_of_the_page_and_of_the_feed(stage: ReadPage) -> None:
    story = unread()
    story.judged = None
    story.page = replace(story.page, payload=PAGE.encode())
    story.candidates = [Candidate("published", "2026-02-27T10:00:00Z", "feed published")]
    asyncio.run(stage.process_item(story))
    assert story.judged is None, "which of them are the story's is for the next stage to say"
    dates = story.resolved or []
    assert [date.value for date in dates if date.chosen and date.field == "published"] == [
        "2026-02-27T10:00:00+00:00"
    ]
    assert "2026-02-26" in [date.value for date in dates if date.field == "mentioned"]
    story.resolve_dates()
    assert story.dates is dates


def test_the_locks_that_a_starting_worker_looks_up_are_there_until_it_is_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names: list[str] = []
    there: list[bool] = []

    def named() -> str:
        names.append(made())
        return names[-1]

    def stop(process: BaseProcess) -> None:
        there.extend(map(is_there, names))
        stopped(process)

    made, stopped = SemLock._make_name, pebble.pool.process.stop_process  # type: ignore[attr-defined]
    monkeypatch.setattr(SemLock, "_make_name", staticmethod(named))
    monkeypatch.setattr(pebble.pool.process, "stop_process", stop)
    workers = Workers(1, HANGS, 1024)
    assert asyncio.run(workers.run(abs, -1)) == 1
    workers.close()
    assert (len(there), set(there)) == (2, {True})
    assert not any(map(is_there, names)), "nothing is left behind"


def is_there(name: str) -> bool:
    """Whether there is a semaphore of this name, asked for as a worker does."""
    try:
        _multiprocessing.SemLock._rebuild(0, 0, 1, name)  # type: ignore[attr-defined]
    except FileNotFoundError:
        return False
    return True


class Gone:
    """A pool whose fork server is gone: what it says of a page, or of being asked."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def schedule(self, *_: object, **__: object) -> Future[Reading]:
        if isinstance(self.error, RuntimeError) and not isinstance(self.error, BrokenProcessPool):
            raise self.error
        future: Future[Reading] = Future()
        future.set_exception(self.error)
        return future


@pytest.mark.parametrize(
    "error",
    [
        ProcessExpired("Abnormal termination", 255),
        BrokenProcessPool("All workers expired"),
        RuntimeError("Unexpected error within the Pool"),
    ],
    ids=["in the reading", "between pages", "afterwards"],
)
def test_workers_that_cannot_be_had_are_no_fault_of_a_page(error: Exception) -> None:
    told: list[str] = []
    workers = Workers(1, HANGS, 1024, told.append)
    workers.pool = Gone(error)  # type: ignore[assignment]
    stage = ReadPage(Refused(), workers)  # type: ignore[arg-type]
    with pytest.raises(DropItem):
        asyncio.run(stage.process_item(unread()))
    assert [line.partition(":")[0] for line in told] == [
        "the process that the readers are forked from was ended from outside"
    ]
    assert stage.outcomes == []


@pytest.mark.parametrize(
    ("allowed", "said"),
    [
        (24, "only 24 files here: allow it more (ulimit -n 1024)"),
        (256, "whether memory ran out"),
        (resource.RLIM_INFINITY, "whether memory ran out"),
    ],
    ids=["few", "enough", "no limit"],
)
def test_what_ended_the_workers_is_told_where_it_can_be_known(
    allowed: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    workers = Workers(1, HANGS, 1024, told.append)
    workers.pool = Gone(BrokenProcessPool("All workers expired"))  # type: ignore[assignment]
    stage = ReadPage(Refused(), workers)  # type: ignore[arg-type]
    limits, files = resource.getrlimit, resource.RLIMIT_NOFILE
    monkeypatch.setattr(
        resource, "getrlimit", lambda kind: (allowed, allowed) if kind == files else limits(kind)
    )
    with pytest.raises(DropItem):
        asyncio.run(stage.process_item(unread()))
    (line,) = told
    assert said in line
    assert "left to the next run" in " ".join(line.split())


class Stuck:
    """A pool that waits at a full pipe for workers that are gone: it says so of the first page, and of no other."""

    def __init__(self) -> None:
        self.futures: list[Future[int]] = []
        self.stopped = False

    def schedule(self, *_: object, **__: object) -> Future[int]:
        self.futures.append(Future())
        return self.futures[-1]

    def stop(self) -> None:
        self.stopped = True


def test_pages_that_wait_for_workers_that_are_gone_end_too() -> None:
    async def ask() -> list[object]:
        asked = [asyncio.ensure_future(workers.run(abs, -1)) for _ in range(3)]
        while len(pool.futures) < len(asked):
            await asyncio.sleep(0)
        pool.futures[0].set_exception(BrokenProcessPool("All workers expired"))
        return await asyncio.wait_for(asyncio.gather(*asked, return_exceptions=True), HANGS)

    told: list[str] = []
    workers, pool = Workers(1, HANGS, 1024, told.append), Stuck()
    workers.pool = pool  # type: ignore[assignment]
    assert [type(one) for one in asyncio.run(ask())] == [CloseSpider] * 3
    assert len(told) == 1
    workers.close()
    assert pool.stopped, "its threads wait for ever: nobody waits for them"


def test_who_asks_may_be_cancelled() -> None:
    async def ask() -> None:
        asked = asyncio.ensure_future(workers.run(abs, -1))
        await asyncio.sleep(0)
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked

    workers = Workers(1, HANGS, 1024)
    workers.pool = Stuck()  # type: ignore[assignment]
    asyncio.run(ask())
    assert not workers.asked.ways_out


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's")
def test_a_killed_run_leaves_no_worker_behind(tmp_path: Path) -> None:
    sign = tmp_path / "at work"
    with serve(
        {"/rss": Answer("<rss><channel/></rss>", headers={"Content-Type": "application/rss+xml"})}
    ) as site:
        place = ("-s", f"CUTTINGS_DB={tmp_path / 'c.db'}", "-s", f"ARCHIVE_DIR={tmp_path / 'archive'}")
        words = ["crawl", "lingering", "-s", "SPIDER_MODULES=tests.failing", *QUICK, *site.open, *place]
        environment = os.environ | {"LAMP_URL": site.url, "SIGN": str(sign)}
        run = begin((words, environment, 0, False, 0), [0, 1, 2])
        try:
            wait_for(sign.exists, "worker at its page", run)
            started = descendants(run.pid)
            assert len(started) >= 3  # tracker, server, worker
        finally:
            os.kill(run.pid, signal.SIGKILL)
            run.wait()
    wait_for(lambda: not started & alive().keys(), "the end of its processes")


def alive() -> dict[int, int]:
    """The processes that are alive, each with its parent."""
    words = ["ps", "-eo", "pid=,ppid=,stat="]
    listed = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listed.splitlines()]
    return {int(pid): int(parent) for pid, parent, state in rows if not state.startswith("Z")}


def descendants(pid: int) -> set[int]:
    """The processes that one has started, and those that these have."""
    listed, found = alive(), set[int]()
    while new := {child for child, parent in listed.items() if parent in found | {pid}} - found:
        found |= new
    return found


def test_a_limit_that_the_system_sets_is_kept() -> None:
    child = os.fork()
    if not child:
        allowed = False
        try:
            resource.setrlimit(resource.RLIMIT_AS, (2**40, 2**40))
            confine(2**41)
            allowed = resource.getrlimit(resource.RLIMIT_AS) == (2**40, 2**40)
        finally:
            os._exit(not allowed)
    assert os.waitpid(child, 0)[1] == 0
