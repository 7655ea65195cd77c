"""What a process needs no longer than it lives goes with it, or with the next one where it was killed."""

import fcntl
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.scratch import MAKING, SOCKETS, left_behind, scratch
from tests.scrapy_process import ROOT, begin, scrapy
from tests.server import Answer, serve
from tests.test_rooms import TABLE, files
from tests.waiting import QUICK, wait_for

ELSEWHERE = re.compile(r"(TemporaryDirectory|NamedTemporaryFile|mk[ds]?temp)\((?!.*\bdir=)")
LEFT = "cuttings-tmp-abcd1234"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder that TMPDIR names, of a short path; nothing of this process stands in it."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        monkeypatch.setenv("TMPDIR", folder)
        monkeypatch.setattr(tempfile, "tempdir", None)
        scratch.cache_clear()
        yield Path(folder)
        scratch.cache_clear()


def test_what_the_dead_left_goes_and_nothing_else(temporary: Path) -> None:
    (temporary / LEFT / "inner").mkdir(parents=True)
    (temporary / LEFT / "inner" / "file").touch()
    others = ["cuttings-tmp-20261127-mine", "cuttings-november", f"{MAKING}abcd1234", "pymp-abcd1234"]
    for name in others:
        (temporary / name).mkdir()
    os.mkfifo(temporary / "cuttings-tmp-apipe123")  # whose opening would wait
    (temporary / "cuttings-tmp-alink123").symlink_to(temporary / "cuttings-november")
    own = scratch()
    assert own.parent == temporary
    kept = {*others, "cuttings-tmp-apipe123", "cuttings-tmp-alink123", own.name}
    assert {path.name for path in temporary.iterdir()} == kept
    assert scratch() is own


def test_what_a_living_process_holds_stays(temporary: Path) -> None:
    (temporary / LEFT).mkdir()
    lock = os.open(temporary / LEFT, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    own = scratch()
    assert {path.name for path in temporary.iterdir()} == {LEFT, own.name}
    os.close(lock)
    assert [path.name for path in left_behind(temporary)] == [LEFT]


def test_sockets_have_a_short_path(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = temporary / ("x" * 60)
    deep.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(deep))
    assert scratch().parent == deep
    short = scratch(SOCKETS)
    assert len(os.fsencode(short)) <= SOCKETS
    short.rmdir()


def test_no_temporary_file_of_ours_stands_anywhere_else() -> None:
    texts = {file.name: file.read_text("utf-8") for room in TABLE for file in files(room)}
    assert [name for name, text in texts.items() if ELSEWHERE.search(text)] == []


def test_a_crawl_leaves_nothing_in_tmpdir_and_a_killed_one_nothing_beyond_the_next(
    temporary: Path, tmp_path: Path
) -> None:
    sample = ROOT / "tests" / "cases" / "story-then-cut.warc.gz"
    words = ("crawl", "archive", "-a", f"path={sample}", *QUICK)
    sign = tmp_path / "at work"
    with serve(
        {"/rss": Answer("<rss><channel/></rss>", headers={"Content-Type": "application/rss+xml"})}
    ) as site:
        place = ("-s", f"CUTTINGS_DB={tmp_path / 'c.db'}", "-s", "ARCHIVE_DIR=")
        lingering = ["crawl", "lingering", "-s", "SPIDER_MODULES=tests.failing", *QUICK, *site.open, *place]
        environment = os.environ | {"LAMP_URL": site.url, "SIGN": str(sign)}
        run = begin((lingering, environment, 0, False, 0), [0, 1, 2])
        try:
            wait_for(sign.exists, "worker at its page", run)
        finally:
            os.kill(run.pid, 9)
            run.wait()
    left = list(temporary.iterdir())
    assert [path.name[:13] for path in left] == ["cuttings-tmp-"]
    done = scrapy(*words, db=tmp_path / "c.db")
    assert "new=1" in done.stderr + done.stdout
    assert list(temporary.iterdir()) == []
