"""What an archive costs beside its reading: `python -m tests.bench.archive [--pages 150] [--readers N]`.

Printed: the CPU of the main process a page, and of the readers; its share; wall time over the bound (the readers' CPU
over the cores); and how many times one worker's pages N workers read, which sleep for the reading's time. CPU seconds are
what `wait4` says of the processes, without what a run of few pages takes too. On a busy machine wall time means little.
"""

import argparse
import ctypes
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from store.warc_file import WarcArchive
from tests import corpora
from tests.bench import sleepers

FEW = 10  # pages of the run that shows what starting costs
SUBREAPER = 36  # prctl(2): what a process leaves behind becomes ours, and its CPU is told
SETS = ("fundus", "aeb", "wcxb")
WORKERS = (1, 2, 4, 16, 100)
EACH = 192  # pages for each worker that sleeps
FILE = 10 * sleepers.WALKED  # pages of a file that they are told of
BARE = """
from scrapy.crawler import CrawlerProcess
from scrapy.utils.project import get_project_settings
settings = get_project_settings()
settings["EXTENSIONS"] = {**settings["EXTENSIONS"], "engine.workers.Workers": None, "tests.bench.sleepers.Sleepers": 10}
settings["LOG_LEVEL"], settings["READERS"] = "WARNING", %d
process = CrawlerProcess(settings)
process.crawl("archive", path=%r, about="sluice")
process.start()
"""


@dataclass(slots=True)
class Spent:
    """CPU seconds of the main process and of all that it started, and seconds of wall time."""

    main: float
    readers: float
    wall: float

    def __sub__(self, other: "Spent") -> "Spent":
        return Spent(self.main - other.main, self.readers - other.readers, self.wall - other.wall)


def spent(words: list[str], **environment: str) -> Spent:
    """What a command takes. Raises RuntimeError where it fails."""
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    began = time.monotonic()
    main = subprocess.Popen(words, cwd=corpora.ROOT, env=os.environ | environment)
    found = Spent(0, 0, 0)
    while True:
        try:
            pid, code, used = os.wait4(-1, 0)
        except ChildProcessError:
            return found
        cpu = used.ru_utime + used.ru_stime
        if pid == main.pid:
            found.main, found.wall = cpu, time.monotonic() - began
            if os.waitstatus_to_exitcode(code) not in (0, 3):
                raise RuntimeError(f"{words} ended with {os.waitstatus_to_exitcode(code)}")
        else:
            found.readers += cpu


def archive_of(path: Path, many: int) -> Path:
    """An archive of so many known pages, of all sets in turn."""
    archive = WarcArchive(path)
    turns = zip(*(corpora.pages(name) for name in SETS), strict=False)
    for _, page in islice((one for turn in turns for one in turn), many):
        archive.keep(page.url, page.fetched, 200, [("Content-Type", "text/html")], page.payload)
    return path


def crawl(archive: Path, db: Path, readers: int, *more: str) -> Spent:
    """What reading an archive takes."""
    words = ["crawl", "archive", "-a", f"path={archive}", *more, "-s", f"CUTTINGS_DB={db}"]
    return spent([sys.executable, "-m", "scrapy", *words, "-s", f"READERS={readers}"])


def reading(folder: Path, pages: int, readers: int) -> None:
    """Print what the main process takes beside the readers."""
    few, many = archive_of(folder / "few.warc.gz", FEW), archive_of(folder / "many.warc.gz", pages)
    for name, more in (("all pages", ()), ("about= none of them", ("-a", "about=sluicegatekeeperess"))):
        start = crawl(few, folder / f"{len(more)}-few.db", readers, *more)
        told = crawl(many, folder / f"{len(more)}-many.db", readers, *more) - start
        each = 1000 / (pages - FEW)
        bound = told.readers / min(readers, os.cpu_count() or 1)
        print(
            f"{name}: main {told.main * each:.1f} ms a page, readers {told.readers * each:.0f} ms, "
            f"share {told.main / told.readers:.3f}, wall over bound {told.wall / bound:.2f} "
            f"(load {os.getloadavg()[0]:.1f})",
            flush=True,
        )


def feeding(folder: Path) -> None:
    """Print how many times one worker's pages more workers read, of several files, where none matches."""
    path, one = archive_of(folder / "one.warc.gz", 1), 0.0
    for workers in WORKERS:
        files = folder / f"{workers}"
        files.mkdir()
        many = -(-workers * EACH // FILE)
        for number in range(many):
            shutil.copyfile(path, files / f"{number:03}.warc.gz")
        pages = many * FILE
        took = _slept(files, folder / f"{workers}.db", workers)
        speed = pages / took["wall"]
        one = one or speed
        print(
            f"{workers:4} workers: {speed:.0f} pages a second, {speed / one / workers:.2f} of {workers} times one; "
            f"main {1000 * took['cpu'] / pages:.3f} ms a page",
            flush=True,
        )


def _slept(path: Path, db: Path, workers: int) -> dict[str, float]:
    """Seconds of wall time and of the main process's CPU, from the first page on."""
    named = {sleepers.SLEEPERS: str(workers), sleepers.PAGES: str(FILE), "CUTTINGS_DB": str(db)}
    words = [sys.executable, "-c", BARE % (workers, str(path))]
    done = subprocess.run(
        words, cwd=corpora.ROOT, env=os.environ | named, stdout=subprocess.PIPE, text=True, check=True
    )
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=150, help="known pages that are read")
    parser.add_argument("--readers", type=int, default=os.cpu_count() or 2, help="workers")
    parser.add_argument("--fed", action="store_true", help="only what sleeping workers are fed")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if not arguments.fed:
            reading(Path(folder), arguments.pages, arguments.readers)
        feeding(Path(folder))


if __name__ == "__main__":
    main()
