"""The lock that lets one run at a time work on an outlet: a row in the database, free again when its owner is dead."""

import os
import socket
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from store.database import Store
from store.tables import Row, stamp

BEAT_SECONDS = 5  # between two signs of life
STALE_SECONDS = 60  # without one, an owner on another machine is taken for dead
HUNG_SECONDS = 600  # without one, an owner on this machine is taken for hung, though its process is there


def machine() -> str:
    """This machine since it was started, as far as its processes see one another (a container is one of its own)."""
    boot, space = Path("/proc/sys/kernel/random/boot_id"), Path("/proc/self/ns/pid")
    try:
        return f"{socket.gethostname()}/{boot.read_text().strip()}/{space.readlink()}"
    except OSError:
        return socket.gethostname()  # no Linux: the process's start is not known either


def process_start(pid: int) -> str | None:
    """What tells a process from a later one of the same number; None where there is none (a zombie is none)."""
    try:
        state, *fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return None if state in "ZX" else fields[18]  # field 22 of proc(5), counted from the state
    except FileNotFoundError:
        pass
    if Path("/proc/self/stat").exists():
        return None
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return None
    except PermissionError:
        pass
    return "?"


def myself() -> str:
    """This process, as an owner."""
    return f"{machine()} {os.getpid()} {process_start(os.getpid())}"


def uptime() -> float:
    """Seconds since the machine started; no change of its clock moves it."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


def lives(row: Row, now: datetime) -> bool:
    """Whether the owner of a lock is at work."""
    where, pid, start = str(row["owner"]).rsplit(" ", 2)
    if where == machine():
        return process_start(int(pid)) == start and uptime() - row["clock"] < HUNG_SECONDS
    return abs(now - datetime.fromisoformat(row["beat"])) < timedelta(seconds=STALE_SECONDS)


class Lock:
    """One name's lock. `heir_of`: an owner that hands its locks on to this process."""

    def __init__(self, store: Store, name: str, heir_of: str = "") -> None:
        self.store = store
        self.name = name
        self.heir_of = heir_of
        self.owner = myself()
        self.run: int | None = None  # while it is held

    def take(self, run: int | None = None) -> str:
        """Take the lock, a dead owner's too, whose run is recorded as killed; returns who holds it where it is held."""
        now = datetime.now(UTC)
        with self.store.transaction():
            row = self.store.row("SELECT * FROM locks WHERE name = ?", self.name)
            if row and row["owner"] not in (self.owner, self.heir_of) and lives(row, now):
                pid = row["owner"].rsplit(" ", 2)[1]
                whose = f"run {row['run']}" if row["run"] else "crawlall"
                return f"{whose}, process {pid}, at work at {row['beat']}"
            if row and row["run"] and row["owner"] != self.owner:
                self._mark_killed(row["beat"], "id = ?", row["run"])
            if run:  # one that was killed right after its start, before it took the lock
                self._mark_killed(None, "spider = ? AND id < ?", self.name, run)
            self.store.upsert("locks", {"name": self.name, "owner": self.owner, "run": run} | _beat(now))
        self.run = run
        return ""

    def stand_beside(self, run: int) -> None:
        """A one-off's run, of which several may be at work: each has a row of its own, and those of the dead are recorded
        as killed.
        """
        now = datetime.now(UTC)
        with self.store.transaction():
            for row in self.store.rows("SELECT * FROM locks WHERE name GLOB ?", f"{self.name} [0-9]*"):
                if not lives(row, now):
                    self._mark_killed(row["beat"], "id = ?", row["run"])
                    self.store.db.execute("DELETE FROM locks WHERE name = ?", [row["name"]])
            self.name = f"{self.name} {run}"
            self.store.upsert("locks", {"name": self.name, "owner": self.owner, "run": run} | _beat(now))
        self.run = run

    def beat(self) -> bool:
        """A sign of life; False where another has taken the lock over."""
        heartbeat = _beat(datetime.now(UTC))
        sql = "UPDATE locks SET beat = ?, clock = ? WHERE name = ? AND owner = ?"
        return self.store.db.execute(sql, [*heartbeat.values(), self.name, self.owner]).rowcount == 1

    def release(self) -> None:
        """Give the lock back, if it is still this process's."""
        self.store.db.execute("DELETE FROM locks WHERE name = ? AND owner = ?", [self.name, self.owner])

    def _mark_killed(self, ended: str | None, which: str, *of: object) -> None:
        sql = f"""UPDATE runs SET finished = coalesce(?, started), reason = 'killed', verdict = 'failed',
            cause = 'program', note = ? WHERE {which} AND finished IS NULL"""  # noqa: S608 -- ours
        self.store.db.execute(sql, [ended, "killed; what was read is saved, and the next run goes on", *of])


def _beat(now: datetime) -> dict[str, object]:
    return {"beat": stamp(now), "clock": uptime()}
