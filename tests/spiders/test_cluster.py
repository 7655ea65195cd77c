"""Archives on a Dask cluster: the same database, whoever of it is lost; and one sentence where it cannot be had."""

import asyncio
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from scrapy.exceptions import CloseSpider, UsageError

from engine.scheduler_address import scheduler
from extensions import Reject
from spiders.ranges import Scan
from tests.apart.ended import end
from tests.dask_cluster import DaskCluster, dask_cluster
from tests.scrapy_process import Started, begin, scrapy
from tests.server import story_page
from tests.spiders.test_ranges import archive as archive
from tests.spiders.test_ranges import read
from tests.store.tables import rows_by_names
from tests.waiting import HANGS, QUICK, wait_for
from tests.world import World, kept

SITE = "https://lamp.example/2026/03"
ORDER = "SELECT id, url FROM stories ORDER BY id"


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DaskCluster]:
    """A scheduler, and a worker whose nanny would start it anew."""
    with dask_cluster(tmp_path_factory.mktemp("cluster")) as made:
        made.worker()
        yield made


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[DaskCluster]:
    """A scheduler for one test, without a worker; ranges linger where SIGN is not there yet."""
    with dask_cluster(tmp_path / "cluster", SIGN=str(tmp_path / "sign")) as made:
        yield made


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of more pages than one range has."""
    stories = {
        f"{SITE}/mill-{number}": story_page(f"Mill {number} closes", number + 3) for number in range(20)
    }
    return kept(tmp_path_factory.mktemp("pages") / "a.warc.gz", stories)


def test_a_cluster_gives_the_database_that_workers_here_give(
    cluster: DaskCluster, archive: Path, tmp_path: Path
) -> None:
    there = read(tmp_path / "a", "archive", archive, *cluster.words)
    here = read(tmp_path / "b", "archive", archive)
    assert rows_by_names(there.folder / "c.db") == rows_by_names(here.folder / "c.db")
    assert there.rows(ORDER) == here.rows(ORDER)
    assert len(there.rows(ORDER)) == 4


def test_a_page_that_ends_its_process_costs_no_other(
    cluster: DaskCluster, archive: Path, tmp_path: Path
) -> None:
    there = read(tmp_path / "a", "ended", archive / "a.warc.gz", *cluster.words)
    here = read(tmp_path / "b", "apart", archive / "a.warc.gz")
    assert rows_by_names(there.folder / "c.db") == rows_by_names(here.folder / "c.db")


def lingering(cluster: DaskCluster, pages: Path, folder: Path, *more: str) -> Started:
    """Begins a crawl, and waits until a worker is at its first range."""
    place = ("-s", f"CUTTINGS_DB={folder / 'c.db'}", "-s", f"ARCHIVE_DIR={folder / 'archive'}")
    words = ("-a", f"path={pages}", "-s", "SPIDER_MODULES=tests.apart", *QUICK, *cluster.words, *place, *more)
    errors = (folder / "errors").open("w")
    with errors:
        run = begin(
            (["crawl", "lingering_archive", *words], dict(os.environ), 0, False, 0), [0, 1, errors.fileno()]
        )
    wait_for((folder / "sign").exists, "worker at its range", run)
    return run


def same_as_here(db: Path, pages: Path, folder: Path) -> bool:
    """Whether a database holds what a run here stores, no row less and none twice; but for runs."""
    here = read(folder, "archive", pages)
    tables = [rows_by_names(one) for one in (db, here.folder / "c.db")]
    for table in ("runs", "pages", "ledger"):  # these tell of runs too
        del tables[0][table], tables[1][table]
    return tables[0] == tables[1]


def test_a_worker_that_is_lost_costs_nothing_but_time(
    alone: DaskCluster, pages: Path, tmp_path: Path
) -> None:
    lost = alone.worker("--no-nanny")
    run = lingering(alone, pages, tmp_path)
    alone.worker("--no-nanny")
    lost.kill()
    assert run.wait() == 0, (tmp_path / "errors").read_text()
    here = read(tmp_path / "here", "archive", pages)
    assert rows_by_names(tmp_path / "c.db") == rows_by_names(here.folder / "c.db")
    assert World(tmp_path).rows(ORDER) == here.rows(ORDER)


def test_a_scheduler_that_is_lost_ends_the_run_and_the_next_goes_on(
    alone: DaskCluster, cluster: DaskCluster, pages: Path, tmp_path: Path
) -> None:
    alone.worker("--no-nanny")
    run = lingering(alone, pages, tmp_path)
    alone.scheduler.kill()
    assert run.wait() == 1
    told = (tmp_path / "errors").read_text()
    assert f"the Dask scheduler at {alone.address} was lost" in told
    assert "Traceback" not in told
    row = World(tmp_path).run
    assert row["finished"]
    assert (row["verdict"], row["reason"]) == ("failed", "broken")
    done = World(tmp_path).read(pages, *cluster.words)
    assert done.returncode == 0, done.stderr
    assert len(World(tmp_path).rows(ORDER)) == 20
    assert same_as_here(tmp_path / "c.db", pages, tmp_path / "here")


def test_a_cluster_without_a_worker_left_ends_the_run(
    alone: DaskCluster, pages: Path, tmp_path: Path
) -> None:
    lost = alone.worker("--no-nanny")
    run = lingering(alone, pages, tmp_path, "-s", "CLUSTER_SECONDS=3")
    lost.kill()
    assert run.wait() == 1
    assert f"the Dask cluster at {alone.address} has no worker left" in (tmp_path / "errors").read_text()
    assert World(tmp_path).run["finished"]


def test_what_a_function_raises_comes_back(cluster: DaskCluster) -> None:
    from engine.cluster import ClusterWorkers

    async def ask() -> list[object]:
        calls = (
            asked.run_long(int, "x"),
            asked.run_long(int, "7"),
            asked.run_long(end, Path(), [], Scan()),
        )
        return await asyncio.gather(*calls, return_exceptions=True)

    asked = ClusterWorkers(cluster.address, HANGS, 1024)
    try:
        error, number, killed = asyncio.run(ask())
    finally:
        asked.close()
    assert isinstance(error, ValueError)
    assert number == 7
    assert isinstance(killed, Reject)
    assert asked.slots == 1


def test_who_asks_after_the_end_is_told_so(cluster: DaskCluster) -> None:
    from engine.cluster import ClusterWorkers

    asked = ClusterWorkers(cluster.address, HANGS, 1024)
    asked.close()
    assert not asked.thread.is_alive()
    with pytest.raises(CloseSpider):
        asyncio.run(asked.run_long(int, "7"))


def refused(address: str, tmp_path: Path, pages: Path) -> str:
    """What is said where a cluster cannot be had."""
    words = ("-a", f"path={pages}", "-s", f"CLUSTER={address}", "-s", "CLUSTER_SECONDS=1")
    done = scrapy("crawl", "archive", *words, db=tmp_path / "new.db")
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "new.db").exists()
    (line,) = done.stderr.splitlines()
    return line


def test_a_cluster_where_nobody_answers_is_told(cluster: DaskCluster, tmp_path: Path, pages: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        assert f"CLUSTER={address}: no Dask scheduler answers there" in refused(address, tmp_path, pages)
    assert f"CLUSTER={address}: no Dask scheduler answers there" in refused(address, tmp_path, pages)


def test_a_cluster_without_a_worker_is_told(alone: DaskCluster, tmp_path: Path, pages: Path) -> None:
    assert "its scheduler has no worker, and none came within 1 s" in refused(alone.address, tmp_path, pages)


def test_a_worker_without_cuttings_is_told(alone: DaskCluster, tmp_path: Path, pages: Path) -> None:
    alone.worker("--no-nanny", PYTHONPATH="")
    wait_for(lambda: b"Registered" in (alone.folder / "dask_worker-1.log").read_bytes(), "worker")
    assert "cannot run Cuttings (ModuleNotFoundError" in refused(alone.address, tmp_path, pages)


def test_a_worker_that_reads_otherwise_is_told(cluster: DaskCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine import cluster as room

    asked = room.ClusterWorkers(cluster.address, HANGS, 1024)
    told: list[str] = []
    asked.asked.lost, asked.versions = told.append, ("3.11", "1", "0.1", "abc")  # of one that came later
    with pytest.raises(CloseSpider):
        asyncio.run(asked.run_long(int, "7"))
    asked.close()
    assert "a worker of the Dask cluster does not read as we do (tcp://127.0.0.1:" in told[0]
    monkeypatch.setattr(room, "versions", lambda: ("3.11", "1", "0.1", str(os.getpid())))
    with pytest.raises(
        UsageError, match=r"has Python .*, and this is Python 3.11, distributed 1, Cuttings 0.1"
    ):
        room.ClusterWorkers(cluster.address, HANGS, 1024)


@pytest.mark.parametrize(
    "address", ["scheduler:8786", "http://a:1", "tcp://a", "tcp://a:99999", "tcp://", "tcp://a:1/b"]
)
def test_what_is_no_address_of_a_scheduler_is_told(address: str) -> None:
    assert scheduler(address).startswith("no address of a Dask scheduler, such as tcp://127.0.0.1:8786")


def test_a_cluster_needs_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.scheduler_address.find_spec", lambda _: None)
    assert scheduler("tcp://a:1").startswith("distributed is not installed: `make cluster` installs it")
    monkeypatch.setattr("engine.scheduler_address.find_spec", lambda _: object())
    assert scheduler("tls://a:1") == ""
