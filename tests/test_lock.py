"""The lock: one run at a time, free again when its owner is dead, whatever the clock says."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

import runs.lock
from runs.lock import HUNG_SECONDS, STALE_SECONDS, Lock, lives, machine, myself, process_start, uptime
from store.database import Store
from store.tables import stamp
from tests.making import NOON
from tests.waiting import wait_for

NOBODY = 2**22 + 1  # above what Linux numbers processes with


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "c.db")


def as_other(lock: Lock, owner: str) -> Lock:
    lock.owner = owner
    return lock


def test_a_lock_is_held_by_one_until_it_is_given_back(store: Store) -> None:
    mine, other = Lock(store, "lamp"), as_other(Lock(store, "lamp"), f"{myself()}0")
    assert mine.take() == ""
    assert "process" in other.take()
    assert Lock(store, "tide").take() == "", "another outlet's lock is free"
    assert mine.beat()
    mine.release()
    assert other.take() == ""
    assert not mine.beat()


def test_a_dead_owner_s_lock_is_taken_over_at_once_and_its_run_is_recorded(store: Store) -> None:
    run = store.add("runs", {"spider": "lamp", "started": stamp(NOON)})
    dead = as_other(Lock(store, "lamp"), f"{machine()} {NOBODY} 1")
    assert dead.take(run) == ""
    assert Lock(store, "lamp").take() == ""
    row = store.row("SELECT reason, verdict, note FROM runs WHERE id = ?", run) or {}
    assert (row["reason"], row["verdict"]) == ("killed", "failed")


def test_a_run_that_was_killed_before_it_took_the_lock_is_recorded_by_the_next(store: Store) -> None:
    begun = {"started": stamp(NOON)}
    killed, other, mine, later = (
        store.add("runs", {"spider": spider, **begun}) for spider in ("lamp", "tide", "lamp", "lamp")
    )
    assert Lock(store, "lamp").take(mine) == ""
    told = {row["id"]: (row["reason"], row["finished"]) for row in store.rows("SELECT * FROM runs")}
    assert told[killed] == ("killed", begun["started"])
    assert [told[run] for run in (other, mine, later)] == [(None, None)] * 3, "they may be at work"


def test_one_off_runs_are_at_work_beside_each_other_and_a_killed_one_is_recorded_by_the_next(
    store: Store,
) -> None:
    killed, alive, other, mine = (
        store.add("runs", {"spider": spider, "started": stamp(NOON)})
        for spider in ("archive", "archive", "archived", "archive")
    )
    for spider, run in (("archive", killed), ("archived", other)):
        as_other(Lock(store, spider), f"{machine()} {NOBODY} 1").stand_beside(run)
    Lock(store, "archive").stand_beside(alive)
    lock = Lock(store, "archive")
    lock.stand_beside(mine)
    rows = {row["id"]: (row["reason"], bool(row["finished"])) for row in store.rows("SELECT * FROM runs")}
    assert rows == {killed: ("killed", True), alive: (None, False), other: (None, False), mine: (None, False)}
    assert lock.beat()
    lock.release()
    names = [row["name"] for row in store.rows("SELECT name FROM locks ORDER BY name")]
    assert names == [f"archive {alive}", f"archived {other}"]


def test_a_process_of_the_same_number_is_another_owner(store: Store) -> None:
    assert as_other(Lock(store, "lamp"), f"{machine()} 1 0").take() == ""
    assert Lock(store, "lamp").take() == ""


def test_an_heir_takes_over_a_living_owner_s_lock(store: Store) -> None:
    elder = Lock(store, "lamp")
    assert elder.take() == ""
    heir = as_other(Lock(store, "lamp", heir_of=elder.owner), f"{myself()}0")
    assert heir.take() == ""
    assert not elder.beat()
    elder.release()
    assert heir.beat(), "what is another's is not given back"


def test_an_owner_elsewhere_lives_while_it_gives_signs(store: Store) -> None:
    row = {"owner": "elsewhere/boot/ns 7 1", "beat": stamp(NOON), "clock": 1.0}
    assert lives(row, NOON + timedelta(seconds=STALE_SECONDS - 1))
    assert not lives(row, NOON + timedelta(seconds=STALE_SECONDS + 1))


def test_no_jump_of_the_clock_makes_an_owner_here_dead(store: Store) -> None:
    row = {"owner": myself(), "beat": stamp(NOON), "clock": uptime()}
    assert lives(row, NOON + timedelta(days=400))
    assert lives(row, NOON - timedelta(days=400))


def test_an_owner_here_that_gave_no_sign_for_long_is_taken_for_hung(monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"owner": myself(), "beat": stamp(NOON), "clock": uptime()}
    later = uptime() + HUNG_SECONDS + 1
    monkeypatch.setattr(runs.lock, "uptime", lambda: later)
    assert not lives(row, NOON)


def test_a_zombie_is_dead() -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    try:
        wait_for(lambda: process_start(child.pid) is None, "end of the child")
    finally:
        child.wait()
