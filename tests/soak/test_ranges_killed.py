"""An archive that is read in ranges, by a run that is killed at a random moment, and one clean run after each.

SOAK_KILLS says how many (200; a tenth of them here), SOAK_FROM the first seed.
"""

import random
from pathlib import Path

import pytest

from store.database import Store
from store.warc_file import WarcArchive
from tests.scrapy_process import Done, scrapy
from tests.soak.mortal.lamp import MEASURE, SECONDS, STATEMENT
from tests.soak.test_kills import FETCHED, FIRST, HTML, KILLS, SITE, counts, told
from tests.waiting import QUICK

PAGES = 40


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Stories, each tenth a copy of the one before, and one page that is none."""
    path = tmp_path_factory.mktemp("ranges") / "lamp.warc.gz"
    warc = WarcArchive(path)
    for number in range(PAGES):
        warc.keep(f"{SITE}/mill-{number}", FETCHED, 200, HTML, told(number).encode())
    warc.keep(f"{SITE}/none", FETCHED, 200, HTML, b" ")
    return path


def crawl(archive: Path, db: Path, **environment: str) -> Done:
    """Read the archive; the environment says where the run is killed."""
    words = ("-a", f"path={archive}", "-s", "SPIDER_MODULES=tests.soak.mortal", *QUICK)
    return scrapy("crawl", "mortal_archive", *words, db=db, **environment)


@pytest.fixture(scope="module")
def whole(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, int], float, int]:
    """What a run that is not killed leaves, and the CPU seconds and statements that it takes."""
    folder = tmp_path_factory.mktemp("whole")
    done = crawl(archive, folder / "c.db", **{MEASURE: str(folder / "measure")})
    assert done.returncode == 0, done.stderr
    seconds, statements = (folder / "measure").read_text().split()
    return counts(folder / "c.db"), float(seconds), int(statements)


@pytest.mark.parametrize("seed", range(FIRST, FIRST + max(KILLS // 10, 1)))
def test_a_killed_run_over_an_archive_loses_no_row_and_writes_none_twice(
    archive: Path, whole: tuple[dict[str, int], float, int], tmp_path: Path, seed: int
) -> None:
    """Half of the seeds kill after some work, wherever that is; half at a statement of SQL."""
    expected, seconds, statements = whole
    share, db = random.Random(seed).random(), tmp_path / "c.db"
    killed = (
        {SECONDS: f"{share * seconds:.4f}"} if seed % 2 else {STATEMENT: f"{int(share * statements) + 1}"}
    )
    crawl(archive, db, **killed)
    saved = counts(db)["stories"] if db.exists() and db.stat().st_size else 0
    done = crawl(archive, db)
    assert done.returncode == 0, f"{killed} {done.stderr[-2000:]}"
    assert counts(db) == expected, killed
    store = Store(db)
    last = store.row("SELECT * FROM runs ORDER BY id DESC") or {}
    assert (last["new"], last["unchanged"]) == (PAGES - saved, saved)
    assert not store.rows("SELECT id FROM runs WHERE finished IS NULL"), (
        "a killed run is recorded by the next"
    )
    store.close()
