"""What a command and all the processes that it starts take: time, CPU, memory. Linux only."""

import ctypes
import os
import resource
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PR_SET_CHILD_SUBREAPER = (
    36  # prctl(2): processes whose parent ended become ours, so that their CPU is counted
)
EVERY = 0.3  # seconds between two looks at the memory
KILOBYTE = 1024


@dataclass(slots=True, frozen=True)
class Taken:
    """What a command took. seconds: by the clock. cpu: seconds, user and system, of all its processes.

    memory: bytes, the most that all of them held at one of the looks; what they share is counted once (PSS).
    """

    seconds: float
    cpu: float
    memory: int


def taken(command: list[str], cwd: Path, ok: tuple[int, ...] = (0,)) -> Taken:
    """Run a command in a folder to its end. Raises CalledProcessError where its exit code is none of `ok`."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    others = set(children(os.getpid()))
    before, begun, most = _cpu(), time.perf_counter(), 0
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=cwd)
    while process.poll() is None:
        most = max(most, sum(map(_held, tree(process.pid))))
        time.sleep(EVERY)
    seconds = time.perf_counter() - begun
    while left := set(children(os.getpid())) - others:
        for orphan in left:
            os.waitpid(orphan, 0)
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)
    if process.returncode not in ok:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Taken(seconds, _cpu() - before, most)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def children(process: int) -> Iterator[int]:
    """The processes that one has started and not waited for."""
    for listed in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            yield from map(int, listed.read_text().split())


def tree(process: int) -> Iterator[int]:
    """A process and all that descend from it; those that end meanwhile are left out."""
    yield process
    for child in children(process):
        yield from tree(child)


def _held(process: int) -> int:
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * KILOBYTE for line in told.splitlines() if line.startswith("Pss:"))
