"""The archive's files: what is removed when its time is over, and that no pointer breaks, wherever that is killed."""

import os
import shutil
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store import archive_files
from store.archive_files import AtWorkError, held_in, prune
from store.database import Store
from store.kept_pages import last_kept
from store.revisits import kept_at
from store.tables import stamp
from store.warc import read_capture
from store.warc_file import WarcArchive
from tests.scrapy_process import scrapy

START = datetime(2026, 1, 1, tzinfo=UTC)
LONG_AFTER = START + timedelta(days=300)
HTML = [("Content-Type", "text/html")]
MILL = "https://lamp.example/mill"


class World:
    """A database, and the files of its runs, a day each; each file holds robots.txt and one answer more."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "archive"
        self.store = Store(folder / "c.db")

    def run(self, points: str = "", repeats: str = "", ended: bool = True) -> str:
        """A run whose answer a row of this table points at; repeats: the file of a run with the same answer.

        Returns the file's name.
        """
        count = (self.store.row("SELECT count(*) AS n FROM runs") or {})["n"]
        started = START + timedelta(days=count)
        key = self.store.add(
            "runs",
            {"spider": "lamp-post", "started": stamp(started), "finished": stamp(started) if ended else None},
        )
        archive = WarcArchive(
            self.folder / f"lamp-post-{started:%Y%m%dT%H%M%SZ}-{key}.warc.gz", {"software": "x"}
        )
        archive.keep("https://lamp.example/robots.txt", started, 404, HTML, b"none")
        earlier = kept_at(self.folder / repeats, self.offset) if repeats else None
        self.offset = archive.keep(MILL, started, 200, HTML, b"<p>Mill", None, earlier)
        if points:
            page = {"url": MILL, "fetched": stamp(started), "status": 200, "sha256": str(key)}
            where = {"archive": f"archive/{archive.path.name}", "offset": self.offset, "run": key}
            told = {"page": self.store.add("pages", page | where), "url": f"{MILL}?{key}"}
            told |= {"rejects": {"stage": "spider", "reason": "none"}}.get(points, {"title": "Mill"})
            names = self.store.db.table(points).columns_dict
            needed = self.store.db.table(points).columns
            told |= {one.name: "" for one in needed if one.notnull and one.name not in told and not one.is_pk}
            self.store.add(points, {name: value for name, value in told.items() if name in names})
        return archive.path.name

    def files(self) -> set[str]:
        return {path.name for path in self.folder.iterdir()}


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def pointers_hold(store: Store) -> None:
    for row in store.rows("SELECT archive, offset FROM pages WHERE archive IS NOT NULL"):
        assert read_capture(store.path.parent / row["archive"], row["offset"]).payload == b"<p>Mill"


def test_what_no_record_needs_goes_and_the_rest_is_as_it_was(world: World) -> None:
    original = world.run()  # nothing points at it but a revisit
    kept = {original, world.run("entries", repeats=original)}
    kept |= {world.run(table) for table in ("stories", "kept_versions")}
    gone = {world.run(), world.run("rejects")}
    first = world.run()
    gone |= {first, world.run(repeats=first)}  # a revisit that goes needs nothing
    for name in (
        "other.warc.gz",
        "lamp-post-20260101T000000Z-999.warc.gz",
        "lamp-20260101T000000Z-1.warc.gz",
    ):
        shutil.copy(world.folder / first, world.folder / name)  # of other databases, or of nobody
        kept.add(name)
    young = world.run()
    late = START + timedelta(days=8)
    held = {name: (world.folder / name).read_bytes() for name in kept}
    assert {one.path.name for one in prune(world.store, world.folder, late)} == gone
    assert world.files() == kept | {young}
    assert held == {name: (world.folder / name).read_bytes() for name in kept}
    assert [
        row["archive"]
        for row in world.store.rows("SELECT archive FROM pages JOIN rejects ON page = pages.id")
    ] == [None]
    pointers_hold(world.store)
    assert prune(world.store, world.folder, late) == []


def test_only_what_a_record_needs_is_repeated_later(world: World) -> None:
    assert last_kept(world.store, MILL) is None
    for table, known in (("rejects", False), ("entries", True), ("rejects", True)):
        name = world.run(table)
        kept = last_kept(world.store, MILL)
        assert (kept is not None) == known
        assert not kept or (table != "entries") == (kept.path.name != name)
    for path in world.folder.iterdir():
        path.write_bytes(b"")
    assert last_kept(world.store, MILL) is None


def test_a_pointer_written_another_way_is_one(world: World, tmp_path: Path) -> None:
    name = world.run("stories")
    (tmp_path / "link").symlink_to(world.folder)
    world.store.db.execute("UPDATE pages SET archive = ?", [str(tmp_path / "link" / ".." / "link" / name)])
    assert prune(world.store, world.folder, LONG_AFTER) == []


def test_while_a_run_is_at_work_nothing_goes(world: World) -> None:
    old = world.run()
    now = stamp(datetime.now(UTC))
    key = world.store.add("runs", {"spider": "bbc", "started": now})
    with pytest.raises(AtWorkError, match="a run of bbc began at"):
        prune(world.store, world.folder, LONG_AFTER)
    assert old in world.files()
    world.store.change("runs", key, {"finished": now})
    killed = world.run(ended=False)
    os.utime(world.folder / killed, (0, 0))  # nothing else says when it last wrote
    assert {one.path.name for one in prune(world.store, world.folder, LONG_AFTER)} == {old, killed}


def test_killed_at_any_moment_no_pointer_breaks_and_the_next_one_ends_it(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    made = World(tmp_path / "made")
    original = made.run()
    kept = {original, made.run("stories", repeats=original), made.run("entries")}
    for table in ("rejects", "", "rejects", ""):
        made.run(table)
    made.store.close()
    step, ended = 0, False
    while not ended:
        step += 1
        folder = tmp_path / str(step)
        shutil.copytree(tmp_path / "made", folder)
        ended = killed_at(step, folder) == 0
        store = Store(folder / "c.db")
        pointers_hold(store)
        prune(store, folder / "archive", LONG_AFTER)
        pointers_hold(store)
        store.close()
        assert {path.name for path in (folder / "archive").iterdir()} == kept
        shutil.rmtree(folder)
    assert step > 10


def killed_at(step: int, folder: Path) -> int:
    """Prune in another process, which is killed at a statement of SQL or before a file goes; its exit status."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    left = step

    def count(_: object = None) -> None:
        nonlocal left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    try:
        store = Store(folder / "c.db")
        store.db.conn.set_trace_callback(count)
        unlink = Path.unlink

        def dies(path: Path, missing_ok: bool = False) -> None:
            count()
            unlink(path, missing_ok)

        Path.unlink = dies  # type: ignore[method-assign]
        archive_files.prune(store, folder / "archive", LONG_AFTER)
        os._exit(0)
    finally:
        os._exit(1)


def test_the_command_and_the_report_tell_the_sizes(world: World, tmp_path: Path) -> None:
    kept, gone = world.run("stories"), world.run()
    world.store.close()
    db = tmp_path / "c.db"
    told = "archive: 2 files, 0.0 MB (1 file, 0.0 MB without a page of a record) in "
    for words in (("archive",), ("report",)):
        done = scrapy(*words, db=db)
        assert told in " ".join(done.stdout.split()), done.stderr
    done = scrapy("archive", "--prune", db=db)
    assert "everything is kept for ever" in done.stdout
    assert world.files() == {kept, gone}
    done = scrapy("archive", "--prune", "-s", "ARCHIVE_KEEP=9", db=db)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == f"removed 1 file, 0.0 MB; left 1 file, 0.0 MB {gone}".split()
    assert world.files() == {kept}
    done = scrapy(
        "archive", "--prune", "-s", "ARCHIVE_KEEP=9", "-s", "ARCHIVE_DIR=", "-s", f"CUTTINGS_DB={db}"
    )
    assert done.stdout == "no run of this database wrote to an archive\n"
    done = scrapy("archive", "--prune", "-s", "ARCHIVE_KEEP=0", db=db)
    assert (done.returncode, "not a whole number of days from 1" in done.stderr) == (2, True)


def test_of_another_database_nothing_is_told(world: World, tmp_path: Path) -> None:
    world.run()
    (tmp_path / "other").mkdir()
    assert held_in(Store(tmp_path / "other" / "c.db"), str(world.folder)) == []
    assert held_in(world.store, str(tmp_path / "none")) == []
