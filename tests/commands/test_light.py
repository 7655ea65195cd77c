"""A command imports what it needs: one that reads no page neither trafilatura nor dateparser."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from scrapy import cmdline

from commands.start import of_weights
from store.database import Store
from stories.quotes.tagger import weights
from stories.quotes.tagger.weights import WeightsError
from tests.commands.test_help import OFFERED
from tests.imported import READING, loaded
from tests.scrapy_process import ROOT

COMMANDS = (["list"], ["--help"], ["list", "--help"], ["report"])  # in the order of what they import


READERS = {"crawl", "crawlall", "outlet", "record", "reread", "shell", "story"}


def main() -> None:
    """Run the commands one after the other, and print on standard error what is imported after each."""
    for words in COMMANDS:
        try:
            cmdline.execute(["scrapy", *words])
        except SystemExit as end:
            print(json.dumps([end.code, loaded()]), file=sys.stderr)


def test_a_command_that_reads_no_page_imports_nothing_for_it(tmp_path: Path) -> None:
    Store(tmp_path / "desk.db").close()
    done = subprocess.run(
        [sys.executable, "-c", "from tests.commands.test_light import main; main()"],
        cwd=ROOT,
        env={"CUTTINGS_DB": str(tmp_path / "desk.db"), "PATH": "", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    told = [json.loads(line) for line in done.stderr.splitlines()]
    assert [code for code, _ in told] == [0] * len(COMMANDS), done.stderr
    *light, report = [set(names) for _, names in told]
    assert light == [set()] * len(light)
    assert not report & READING


@pytest.mark.parametrize(
    ("name", "looked_at"),
    [
        *((name, True) for name in sorted(READERS)),
        *((name, False) for name in sorted(set(OFFERED) - READERS)),
    ],
)
def test_weights_that_cannot_be_read_stop_what_reads_pages(
    name: str, looked_at: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def torn() -> None:
        raise WeightsError("torn")

    monkeypatch.setattr(weights, "load", torn)
    assert list(of_weights(OFFERED[name])) == ["torn"] * looked_at
