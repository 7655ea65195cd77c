"""Changed pages, feeds, sitemaps, entries and WARC files: none raises, takes too long, or is lost without a word.

SOAK_MUTANTS says how many (100,000), SOAK_FROM the first: `SOAK_FROM=4711 SOAK_MUTANTS=1` is one of them again.
"""

import os
import subprocess
import sys

import pytest

from tests.scrapy_process import ROOT

FIRST, MUTANTS = int(os.environ.get("SOAK_FROM", "0")), int(os.environ.get("SOAK_MUTANTS", "100000"))
AT_ONCE = 1000  # in one process


@pytest.mark.parametrize("first", range(FIRST, FIRST + MUTANTS, AT_ONCE))
def test_what_is_changed_ends_nothing(first: int) -> None:
    many = min(AT_ONCE, FIRST + MUTANTS - first)
    words = [sys.executable, "-m", "tests.soak.mutants", str(first), str(many)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    at = done.stderr.rpartition("\r")[0].rpartition("\r")[2]
    assert (done.returncode, done.stdout) == (0, ""), f"ended with {done.returncode} at {at}"
