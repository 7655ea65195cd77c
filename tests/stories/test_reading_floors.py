"""The quality reached on public corpora, pinned. `python -m tests.bench.pages` prints the figures themselves."""

import json
import subprocess
import sys

import pytest

from tests import corpora
from tests.bench.pages import cpu, figures, keep_readings, kept_readings
from tests.once import made_once
from tests.scrapy_process import ROOT

# corpus, pages (0: all of them), figure: floor; a little below what was reached, for a page or two that change.
FLOORS = {
    ("aeb", 0): {"f1": 0.982, "acc": 0.55},
    ("fundus", 0): {
        "f1": 0.962,
        "acc": 0.306,
        "title_exact": 0.835,
        "author_f1": 0.925,
        "date_instant": 0.94,
        "date_day_utc": 0.99,
    },
    ("traf", 200): {"f1": 0.946, "title_exact": 0.84, "author_f1": 0.76},
    ("wcxb", 150): {"f1": 0.939, "r": 0.942, "title_exact": 0.845, "author_f1": 0.71},
}
# CPU of the whole reading as a share of trafilatura's default with metadata: 0.97 to 1.05 is measured over this sample,
# whose pages are short and full of quotes, on a quiet machine, and up to 1.15 where ten other programs share its caches,
# of which ours needs more. The bound is what no measurement of it reached.
DEAREST = 1.25
TRIES = 4
MEASURE = """
import json, logging
from tests.bench.pages import costs, sample
logging.disable()
print(json.dumps(costs([page for corpus in ("aeb", "fundus") for _, page in sample(corpus, 20)])))
"""


@pytest.mark.parametrize(("corpus", "size"), FLOORS)
def test_floors(corpus, size, tmp_path_factory):
    corpora.need(corpus)
    shared = corpus == "fundus"  # with the tables of docs/outlets.md
    made = kept_readings(made_once(tmp_path_factory, "fundus", keep_readings)) if shared else None
    reached = figures(corpus, size, made)
    below = {name: reached[name] for name, floor in FLOORS[corpus, size].items() if reached[name] < floor}
    assert below == {}


def test_cpu():
    """Each reading in a process of its own: what the peer keeps of pages that it has read would count as its speed.

    A busy machine only adds: of several readings the least of each page counts.
    """
    corpora.need("aeb")
    corpora.need("fundus")
    least = measured()
    for _ in range(1, TRIES):
        ours, theirs = cpu(least)
        if ours < DEAREST * theirs:
            return
        least = [(min(a, b), min(c, d)) for (a, c), (b, d) in zip(least, measured(), strict=True)]
    ours, theirs = cpu(least)
    assert ours < DEAREST * theirs


def measured() -> list[tuple[float, float]]:
    """CPU seconds of ours and of the peer for each of 20 pages of two sets."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURE], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [(ours, theirs) for ours, theirs in json.loads(done.stdout)]
