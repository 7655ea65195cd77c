"""The memory of a crawl that reads a large archive over http: `python -m tests.bench.remote [PAGES] [MEGABYTES]`.

The server makes the archive as it is asked for it; nothing of it lies on a disk. Printed is what the main process holds
by the page that it has come to, and the most that it held.
"""

import gzip
import random
import subprocess
import sys
import tempfile
import time
from bisect import bisect_right
from itertools import accumulate
from pathlib import Path

from tests.file_server import FileSite, serve_files
from tests.scrapy_process import ROOT
from tests.server import story_page
from tests.spiders.archives import record

NAME = "/large.warc.gz"


class Large:
    """An archive of so many pages, each before the same picture, which makes up its bytes."""

    def __init__(self, pages: int, size: int) -> None:
        chance = random.Random(19)
        words = ["".join(chance.choices("abcdefghiklmnoprstu", k=chance.randint(3, 9))) for _ in range(3000)]
        titles = [" ".join(chance.choices(words, k=12)).capitalize() for _ in range(pages)]
        self.pages = [
            gzip.compress(record(n, story_page(title).encode()), 1) for n, title in enumerate(titles)
        ]
        self.picture = gzip.compress(record(0, chance.randbytes(size // pages), kind="image/png"), 1)
        self.starts = [0, *accumulate(len(page) + len(self.picture) for page in self.pages)]

    def __len__(self) -> int:
        return self.starts[-1]

    def page_at(self, place: int) -> int:
        """The number of the page that a byte belongs to."""
        return bisect_right(self.starts, place) - 1

    def __getitem__(self, part: slice) -> bytes:
        place, made = part.start or 0, bytearray()
        while place < part.stop:
            number = self.page_at(place)
            made += (self.pages[number] + self.picture)[place - self.starts[number] :][: part.stop - place]
            place = part.start + len(made)
        return bytes(made)


def memory_of(process: int) -> list[float]:
    """What a process holds, and the most that it held: megabytes; nothing once it has ended."""
    try:
        told = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return []
    found = {line.split(":")[0]: line.split()[1] for line in told.splitlines() if line.endswith(" kB")}
    return [int(found[name]) / 1024 for name in ("VmRSS", "VmHWM") if name in found]


def watch(site: FileSite, archive: Large, folder: str, every: int = 250) -> int:
    """Crawl the archive, and print the memory at every so many pages; returns the crawl's exit code."""
    words = [sys.executable, "-m", "scrapy", "crawl", "archive", "-a", f"path={site.url}{NAME}"]
    settings = ["-s", f"CUTTINGS_DB={folder}/c.db", "-s", f"ARCHIVE_DIR={folder}"]
    shown = -1
    with subprocess.Popen([*words, *settings], cwd=ROOT) as process:
        while process.poll() is None:
            time.sleep(0.5)
            held = memory_of(process.pid)
            page = archive.page_at(max((place for _, place in site.asked[-50:]), default=0))
            if held and page // every > shown:
                shown = page // every
                print(
                    f"page {page:>6} MB {held[0]:>6.0f} most {held[1]:>6.0f} requests {len(site.asked):>5}",
                    flush=True,
                )
    return process.returncode


def main() -> int:
    """Raises ValueError for what is no number."""
    given = [int(word) for word in sys.argv[1:3]]
    pages, megabytes = [*given, *(3000, 1000)[len(given) :]]
    archive = Large(pages, megabytes * 10**6)
    print(f"{pages} pages in {len(archive) / 10**6:.0f} MB")
    with tempfile.TemporaryDirectory() as folder, serve_files({NAME: archive}) as site:
        return watch(site, archive, folder)


if __name__ == "__main__":
    sys.exit(main())
