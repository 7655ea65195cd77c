"""A Dask cluster on 127.0.0.1: a scheduler and workers, each a process that ends with the test."""

import ctypes
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from engine.workers import PR_SET_PDEATHSIG
from tests.lacking import lacking
from tests.scrapy_process import ROOT
from tests.waiting import wait_for

LIBC = ctypes.CDLL(None)
HERE = ("--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0")
Process = subprocess.Popen[bytes]


class DaskCluster:
    """folder: where its processes write. environment: theirs."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.folder = folder
        self.environment = os.environ | {"PYTHONPATH": str(ROOT)} | environment
        self.started: list[Process] = []
        told = folder / "scheduler.json"
        self.scheduler = self._start("dask_scheduler", "--port", "0", "--scheduler-file", str(told))
        wait_for(lambda: bool(_address(told)), "scheduler", self.scheduler)
        self.address = _address(told)
        self.words = ("-s", f"CLUSTER={self.address}")

    def worker(self, *words: str, **environment: str) -> Process:
        """Starts a worker of one thread."""
        apart = ("--nthreads", "1", "--local-directory", str(self.folder))
        return self._start("dask_worker", self.address, *apart, *words, **environment)

    def _start(self, program: str, *words: str, **environment: str) -> Process:
        log = (self.folder / f"{program}-{len(self.started)}.log").open("wb")
        command = [sys.executable, "-m", f"distributed.cli.{program}", *HERE, *words]
        with log:
            started = subprocess.Popen(
                command,
                cwd=self.folder,
                env=self.environment | environment,
                stdout=log,
                stderr=log,
                preexec_fn=_end_with_the_test,
            )
        self.started.append(started)
        return started

    def end(self) -> None:
        """Ends all, the workers first."""
        for process in reversed(self.started):
            process.terminate()
            process.wait()


def _end_with_the_test() -> None:
    """However that ends."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _address(told: Path) -> str:
    try:
        found: dict[str, Any] = json.loads(told.read_text())
    except (FileNotFoundError, ValueError):  # it is being written
        return ""
    return str(found["address"])


@contextmanager
def dask_cluster(folder: Path, **environment: str) -> Iterator[DaskCluster]:
    """A scheduler without workers."""
    if not find_spec("distributed"):
        lacking("needs distributed, of the extra `cluster` (make cluster)")
    folder.mkdir(exist_ok=True)
    cluster = DaskCluster(folder, **environment)
    try:
        yield cluster
    finally:
        cluster.end()
