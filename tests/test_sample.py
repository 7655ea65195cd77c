"""The invented sample and real holdings never meet, by whichever command."""

import shutil
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy.settings import BaseSettings

from extensions import open_store
from store.database import Store
from store.sample import MARK, holds_sample
from store.trouble import StoreError
from store.warc_file import WarcArchive
from tests.making import NOON
from tests.sample import SAMPLE
from tests.scrapy_process import ROOT, scrapy

REPLAY = ("-s", f"REPLAY={SAMPLE}")


def held(path: Path) -> Path:
    """A database that a live run has written to."""
    store = Store(path)
    store.add("runs", {"spider": "bbc", "started": "2026-11-01T00:00:00+00:00"})
    store.close()
    return path


def invented(path: Path) -> Path:
    """A database that the sample has filled."""
    store = Store(path)
    store.db.execute(f"PRAGMA application_id = {MARK}")
    store.close()
    return path


def real(path: Path) -> Path:
    """An archive of a live run."""
    WarcArchive(path).keep(
        "https://lamp.example/mill", NOON, 200, [("Content-Type", "text/html")], b"<p>Mill"
    )
    return path


SAMPLE_WAYS = [
    {"REPLAY": SAMPLE},
    {"named": [SAMPLE]},
    {"named": [SAMPLE], "stored": "all"},
    {"REPLAY": "-", "named": [SAMPLE, SAMPLE]},
]
OTHER_WAYS = [{}, {"REPLAY": "real"}, {"named": ["real"]}, {"named": ["real"], "stored": "all"}]


def opened(path: Path, way: dict[str, Any]) -> Store:
    """The database as a run opens it that reads as `way` says: settings, and a spider's arguments."""
    archive = real(path.parent / "real.warc.gz")
    given = {name: archive if value == "real" else value for name, value in way.items()}
    paths = [archive if one == "real" else one for one in given.pop("named", [])]
    replay = str(given.pop("REPLAY", ""))
    settings = BaseSettings({"CUTTINGS_DB": str(path), "REPLAY": replay})
    spider = SimpleNamespace(named=paths, **given) if paths or given else SimpleNamespace()
    return open_store(settings, spider)  # type: ignore[arg-type] -- it wants the arguments only


@pytest.mark.parametrize("way", SAMPLE_WAYS)
def test_the_sample_does_not_join_holdings(tmp_path: Path, way: dict[str, Any]) -> None:
    with pytest.raises(StoreError, match=r"the invented sample must not join.* -s CUTTINGS_DB=FILE"):
        opened(held(tmp_path / "c.db"), way)


@pytest.mark.parametrize("way", OTHER_WAYS)
def test_nothing_else_joins_the_sample(tmp_path: Path, way: dict[str, Any]) -> None:
    with pytest.raises(StoreError, match="holds the invented sample, and nothing else"):
        opened(invented(tmp_path / "c.db"), way)


@pytest.mark.parametrize("way", SAMPLE_WAYS)
def test_the_live_database_s_file_is_not_the_sample_s(tmp_path: Path, way: dict[str, Any]) -> None:
    with pytest.raises(StoreError, match=r"cuttings\.db is named for live runs"):
        opened(tmp_path / "cuttings.db", way)
    assert not (tmp_path / "cuttings.db").exists()


@pytest.mark.parametrize("way", OTHER_WAYS)
def test_the_sample_s_file_is_not_a_live_run_s(tmp_path: Path, way: dict[str, Any]) -> None:
    with pytest.raises(StoreError, match=r"sample\.db is named for the invented sample"):
        opened(tmp_path / "sample.db", way)
    assert not (tmp_path / "sample.db").exists()


def test_the_sample_is_read_alone(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="read it alone"):
        opened(tmp_path / "c.db", {"named": ["real", SAMPLE]})
    assert not (tmp_path / "c.db").exists()


def test_what_is_held_is_read_anew_of_both_kinds(tmp_path: Path) -> None:
    for make in (held, invented):
        store = open_store(
            BaseSettings({"CUTTINGS_DB": str(make(tmp_path / make.__name__)), "REPLAY": "-"}),
            SimpleNamespace(named=[], stored="all"),  # type: ignore[arg-type]
        )
        assert holds_sample(store) is (make is invented)
        store.close()


def test_a_database_is_marked_where_the_sample_fills_it_and_only_there(tmp_path: Path) -> None:
    for way, name in ((SAMPLE_WAYS[0], "sample.db"), (OTHER_WAYS[0], "cuttings.db"), (OTHER_WAYS[2], "c.db")):
        for _ in range(2):
            store = opened(tmp_path / name, way)
            assert holds_sample(store) is (name == "sample.db")
            store.close()


@pytest.mark.parametrize("words", [("crawl", "bbc"), ("crawlall",)], ids=" ".join)
def test_a_run_that_would_mix_the_two_is_wrong_usage(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = scrapy(*words, *REPLAY, db=held(tmp_path / "c.db"))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith(f"{words[-1]}: the database {tmp_path / 'c.db'} has holdings")


def test_a_new_database_is_marked_stays_in_use_and_says_what_it_is(tmp_path: Path) -> None:
    db = tmp_path / "sample.db"
    for verb in (("crawl", "guardian", *REPLAY), ("reread", "guardian")):
        done = scrapy(*verb, db=db)
        assert done.returncode == 0, done.stderr
    store = Store(db)
    assert holds_sample(store)
    assert [row["verdict"] for row in store.rows("SELECT verdict FROM runs")] == ["ok"] * 2
    store.close()
    said = scrapy("report", db=db).stdout
    assert said.startswith("The invented sample")
    scrapy("report", "--html", str(tmp_path / "report.html"), db=db)
    assert "The invented sample" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_make_crawl_names_the_sample_s_database_in_every_line() -> None:
    said = subprocess.run(
        ["make", "-n", "-o", ".venv/.run", "crawl"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    lines = [line for line in said.stdout.splitlines() if "scrapy" in line]
    assert len(lines) == 3
    assert all(" -s CUTTINGS_DB=data/sample.db" in line for line in lines)


def test_make_clean_leaves_what_cannot_be_made_again(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    kept = ("data/cuttings.db", "data/cuttings.db-wal", "data/archive/bbc.warc.gz", "data/sample.warc.gz")
    gone = ("data/sample.db", "data/sample.db-wal", ".venv/bin/python", "stories/__pycache__/a.pyc")
    for name in (*kept, *gone):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    planned = subprocess.run(["make", "-n", "clean"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "cuttings.db" not in planned.stdout
    assert "archive" not in planned.stdout
    subprocess.run(["make", "clean"], cwd=tmp_path, capture_output=True, check=True)
    assert [name for name in kept if not (tmp_path / name).exists()] == []
    assert [name for name in gone if (tmp_path / name).exists()] == []
