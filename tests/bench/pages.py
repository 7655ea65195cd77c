"""How well and how fast pages are read: `python -m tests.bench.pages [CORPUS ...] [--sample N] [--no-cpu]`.

Prints the scorer's figures for each corpus, beside them those with sites left out (tests.bench.left_out), and the CPU
time of the whole reading (body, metadata, dates, mentions, quotes) as a share of trafilatura's default extraction with
metadata: same pages, same process, interleaved.
"""

import argparse
import gc
import logging
import pickle
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

from trafilatura import bare_extraction
from trafilatura.meta import reset_caches

from stories.dates import choose_dates, resolve_spoken
from stories.extraction import reading as reader
from stories.extraction.reading import Reading, read
from stories.outlet import Outlet
from stories.page import Page
from tests import corpora

CORPORA = ("aeb", "fundus", "wcxb", "traf", "htmldate")
BY_DAY = ("wcxb", "traf", "htmldate")
UNKNOWN = Outlet()


def prediction(page: Page, reading: Reading, by_day: bool = False) -> dict[str, Any]:
    """What the scorer compares with the truth; a page that is rejected has no body.

    by_day: the truth is the day that the page's readers saw.
    """
    dates = choose_dates(reading.candidates, UNKNOWN, page.fetched, reading.language or None)
    published = next((date for date in dates if date.chosen and date.field == "published"), None)
    return {
        "body": "" if reading.reject else reading.body,
        "title": reading.title,
        "authors": reading.authors,
        "published": published and ((published.printed if by_day else "") or published.value),
    }


def sample(corpus: str, size: int = 0) -> list[tuple[dict[str, Any], Page]]:
    """All pages of a corpus, or `size` of them: the same ones each time."""
    rows = corpora.truth(corpus)
    if size:
        rows = random.Random(corpus).sample(rows, min(size, len(rows)))
    return [(row, corpora.page(corpus, row)) for row in rows]


def read_scored(page: Page) -> Reading:
    """What the scorer looks at: all but quotes and spoken dates, which are half of the work on a long page."""
    with mock.patch.multiple(reader, find_quotes=_nothing, find_spoken=_nothing):
        return read(page, UNKNOWN)


def _nothing(*_: object) -> list[Any]:
    return []


def readings(corpus: str, size: int = 0) -> dict[str, Reading]:
    """The readings of a corpus, or of `size` of its pages, by the id of the page."""
    return {row["id"]: read(page, UNKNOWN) for row, page in sample(corpus, size)}


def keep_readings(folder: Path) -> None:
    """Keep the readings of Fundus in a folder, for `kept_readings`: two tests look at them."""
    (folder / "fundus").write_bytes(pickle.dumps(readings("fundus")))


def kept_readings(folder: Path) -> dict[str, Reading]:
    """The readings of Fundus as they were kept."""
    found: dict[str, Reading] = pickle.loads((folder / "fundus").read_bytes())  # noqa: S301 -- ours
    return found


def figures(corpus: str, size: int = 0, made: dict[str, Reading] | None = None) -> dict[str, float]:
    """The scorer's figures for a corpus; made: its readings, where they were made already."""
    pages = sample(corpus, size)
    by_day, made = corpus in BY_DAY, made or {}
    found = {
        row["id"]: prediction(page, made.get(row["id"]) or read_scored(page), by_day) for row, page in pages
    }
    scored: dict[str, float] = corpora.scorer("score_pages").score(corpus, found, [row for row, _ in pages])
    return scored


def read_all(page: Page) -> None:
    """Everything that a story's page is read for."""
    reading = read(page, UNKNOWN)
    found = prediction(page, reading)
    resolve_spoken(reading.spoken, reading.body, found["published"], reading.language)


def peer(page: Page) -> None:
    """What trafilatura does by default, with its metadata."""
    bare_extraction(page.payload, url=page.url, with_metadata=True)


def seconds(task: Callable[[Page], None], page: Page) -> float:
    """CPU seconds of one task on one page."""
    start = time.process_time()
    task(page)
    return time.process_time() - start


def costs(pages: list[Page]) -> list[tuple[float, float]]:
    """CPU seconds of each page of ours and of the peer, interleaved; a first pass over a few pages warms both up.

    The sets share pages: what the peer remembers of those that it has read before is cleared first. What is there by then
    is frozen, as `engine.frozen` has it in a worker: else the collector's walks through it fall on either of the two.
    """
    reset_caches()
    for page in pages[:10]:
        read_all(page)
        peer(page)
    gc.collect()
    gc.freeze()
    return [(seconds(read_all, page), seconds(peer, page)) for page in pages]


def cpu(spent: list[tuple[float, float]]) -> tuple[float, float]:
    """CPU milliseconds a page of ours and of the peer."""
    ours, theirs = (1000 * sum(column) / len(spent) for column in zip(*spent, strict=True))
    return ours, theirs


def lines(names: list[str], size: int, with_cpu: bool) -> Iterator[str]:
    """The report."""
    for name in names:
        scored = " ".join(f"{key} {value:.4f}" for key, value in figures(name, size).items())
        yield f"{name:9}{scored}"
    yield from beside(names, size)
    spent = [(name, *cpu(costs([page for _, page in sample(name, size)]))) for name in names if with_cpu]
    for name, ours, theirs in spent:
        yield f"cpu {name:9}{ours:.1f} ms a page, trafilatura with metadata {theirs:.1f} ms: ratio {ours / theirs:.2f}"


def beside(names: list[str], size: int) -> Iterator[str]:
    """Both figures of each set, as they are and with sites left out; for code that was not asked so, those kept last."""
    from tests.bench import left_out  # which reads with the functions above
    from tests.bench.figures import read as kept

    known = {name: left_out.matrix(name, size, make=False) for name in names}
    if all(known.values()):
        yield from left_out.lines(left_out.sets(known))
        return
    made = f"python -m tests.bench.left_out {' '.join(names)}{f' --sample {size}' if size else ''}"
    yield f"sites left out, as kept in tests/bench/figures.json; {made} asks this code, in about ten minutes of CPU"
    yield from left_out.lines({name: one for name, one in kept()["sets"].items() if name in names})


def main() -> None:
    """Print the report."""
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="*", default=[], help=", ".join(CORPORA))
    parser.add_argument("--sample", type=int, default=0, help="pages of each corpus; all by default")
    parser.add_argument("--no-cpu", action="store_true", help="leave the CPU measurement out")
    arguments = parser.parse_args()
    for line in lines(arguments.corpora or list(CORPORA), arguments.sample, not arguments.no_cpu):
        print(line, flush=True)


if __name__ == "__main__":
    main()
