"""A reader that has enough: `report | head -1`."""

import subprocess
import sys
from pathlib import Path

import pytest

from store.database import Store
from tests.making import made_story, match_and_save

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("command", ["report", "clusters", "verify"])
def test_a_closed_pipe_is_no_error_to_read_about(command: str, tmp_path: Path) -> None:
    store = Store(tmp_path / "c.db")
    with store.transaction():
        match_and_save(store, made_story())
    words = [sys.executable, "-m", "scrapy", command, "-s", f"CUTTINGS_DB={tmp_path / 'c.db'}"]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as done:
        assert done.stdout
        assert done.stderr
        done.stdout.close()  # before anything is written
        assert "Broken" not in done.stderr.read()
