"""An archive that a cluster reads, of which a worker, the scheduler or the writer is killed; and one more run each time.

SOAK_KILLS says how many (200; three twentieths of them here), SOAK_FROM the first seed.
"""

import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from store.database import Store
from tests.dask_cluster import dask_cluster
from tests.scrapy_process import begin
from tests.soak.mortal.lamp import STATEMENT
from tests.soak.test_kills import FIRST, KILLS, counts
from tests.soak.test_ranges_killed import PAGES, archive, crawl, whole
from tests.waiting import QUICK, wait_for

__all__ = ["archive", "whole"]  # fixtures
KILLED = ("worker", "scheduler", "writer")


def saved(db: Path) -> int:
    """How many stories there are by now."""
    try:
        with closing(sqlite3.connect(f"file:{db}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM stories").fetchone()[0])
    except sqlite3.Error:  # it is being made
        return 0


@pytest.mark.parametrize("seed", range(FIRST, FIRST + max(KILLS * 3 // 20, 1)))
def test_whoever_is_killed_no_row_is_lost_and_none_is_there_twice(
    archive: Path, whole: tuple[dict[str, int], float, int], tmp_path: Path, seed: int
) -> None:
    """A worker and the scheduler are killed when a share of the stories is there, the writer at a statement of SQL."""
    expected, _, statements = whole
    killed, share, db = KILLED[seed % 3], random.Random(seed).random(), tmp_path / "c.db"
    environment = os.environ | ({STATEMENT: f"{int(share * statements) + 1}"} if killed == "writer" else {})
    with dask_cluster(tmp_path / "cluster") as cluster:
        workers = [cluster.worker("--no-nanny") for _ in range(2)]
        words = ("-a", f"path={archive}", "-s", "SPIDER_MODULES=tests.soak.mortal", *QUICK, *cluster.words)
        place = ("-s", f"CUTTINGS_DB={db}", "-s", f"ARCHIVE_DIR={tmp_path / 'archive'}")
        run = begin((["crawl", "mortal_archive", *words, *place], environment, 0, False, 0), [0, 1, 2])
        if killed != "writer":
            wait_for(lambda: saved(db) >= int(share * PAGES) or run.poll() is not None, "stories")
            (cluster.scheduler if killed == "scheduler" else workers[seed % 2]).kill()
        code = run.wait()
    assert code in {"worker": (0,), "scheduler": (0, 1), "writer": (-9,)}[killed], killed
    before = saved(db)
    done = crawl(archive, db)
    assert done.returncode == 0, f"{killed} {share} {done.stderr[-2000:]}"
    assert counts(db) == expected, (killed, share)
    store = Store(db)
    last = store.row("SELECT * FROM runs ORDER BY id DESC") or {}
    assert (last["new"], last["unchanged"]) == (PAGES - before, before)
    assert not store.rows("SELECT id FROM runs WHERE finished IS NULL"), (
        "a killed run is recorded by the next"
    )
    store.close()
