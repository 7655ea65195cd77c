"""Commands that only look write nothing, and wait for nobody who writes."""

import shlex
from pathlib import Path

import pytest

from store.database import Store
from tests.making import BODY, made_story, match_and_save
from tests.scrapy_process import scrapy

MILL = "https://lamp.example/mill"


@pytest.mark.parametrize("words", ["report", "verify", f"history {MILL}", "clusters"])
def test_what_only_looks_writes_nothing_and_waits_for_nobody(tmp_path: Path, words: str) -> None:
    path = tmp_path / "c.db"
    store = Store(path)
    match_and_save(store, made_story(MILL, BODY))
    store.close()
    before = {file.name: (file.stat().st_mtime_ns, file.read_bytes()) for file in tmp_path.iterdir()}
    done = scrapy(*shlex.split(words), db=path)
    assert done.returncode == 0, done.stderr
    assert before == {file.name: (file.stat().st_mtime_ns, file.read_bytes()) for file in tmp_path.iterdir()}
    writer = Store(path)
    with writer.transaction():
        assert scrapy(*shlex.split(words), db=path).stdout == done.stdout
    writer.close()
