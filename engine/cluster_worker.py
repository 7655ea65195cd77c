"""What runs inside a worker of a Dask cluster: a range of pages, in a child process with limits of its own."""

import pickle
import sys
from functools import partial
from multiprocessing.process import current_process
from multiprocessing.util import Finalize

import distributed
from scrapy.exceptions import CloseSpider

from engine.workers import Workers
from extensions import Reject
from stories.reader_version import reader_version
from stories.version import VERSION

Versions = tuple[str, str, str, str]
CHILDREN: dict[int, Workers] = {}  # of this process, by the megabytes that one may take


class OtherVersionError(Exception):
    """A worker would read otherwise than who asks it; the message says what it has."""


def versions() -> Versions:
    """What must be the same on both sides: Python, Dask, Cuttings, and its reader."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return python, distributed.__version__, VERSION, reader_version()


def described(told: Versions) -> str:
    """Versions, in words."""
    return "Python {}, distributed {}, Cuttings {}, reader {}".format(*told)


async def work(packed: bytes, asking: Versions, megabytes: int) -> tuple[object, Exception | None]:
    """What a packed call gives, or the error that it ended with: returned, so that no worker's log is full of them.

    megabytes: that a child may take; as many calls are worked on at once as this worker has threads. Raises
    OtherVersionError.
    """
    if versions() != asking:
        raise OtherVersionError(f"{distributed.get_worker().address} has {described(versions())}")
    function, given, named = pickle.loads(packed)  # noqa: S301 -- whoever reaches a scheduler may run anything anyway
    try:
        return await _in_child(megabytes, partial(function, *given, **named)), None
    except Exception as error:  # noqa: BLE001 -- raised where it was asked for
        return None, error


async def _in_child(megabytes: int, call: "partial[object]") -> object:
    """Once more where the process that the children are forked from was ended."""
    children = _children(megabytes)
    try:
        return await children.run_long(call)
    except CloseSpider:
        if CHILDREN.get(megabytes) is children:
            del CHILDREN[megabytes]
            children.close()
    try:
        return await _children(megabytes).run_long(call)
    except CloseSpider:
        raise Reject("reading killed its worker", "and what workers are forked from") from None


def _children(megabytes: int) -> Workers:
    if megabytes not in CHILDREN:
        # A nanny starts its worker as a process without children; ours end with it (`engine.workers.confine`)
        current_process()._config["daemon"] = False  # type: ignore[attr-defined]
        children = Workers(distributed.get_worker().state.nthreads, 0, megabytes)
        # Before `multiprocessing` waits for them, or the pool would put others in their place
        Finalize(None, children.pool.stop, exitpriority=1)
        CHILDREN[megabytes] = children
    return CHILDREN[megabytes]
