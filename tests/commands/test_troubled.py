"""Each command where its database or its reader is in trouble: one sentence, the right code, no traceback."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from scrapy.exceptions import UsageError
from scrapy.utils.project import get_project_settings

from commands.clusters import looked_at, opened
from commands.genspider import characters
from extensions import open_store
from store import database, held
from store.trouble import StoreError
from store.warc_file import WarcArchive
from tests.desk import Desk, linked
from tests.making import NOON
from tests.scrapy_process import ROOT, Done, scrapy_in
from tests.server import story_page

ENTRY = str(ROOT / "tests" / "stories" / "entries" / "old_outlet_only.txt")
ONE, OTHER = "https://lamp.example/1", "https://lamp.example/2"
REPLAY = ("-s", "REPLAY={warc}")
READ = [
    ("report",),
    ("report", "--html", "{here}.html"),
    ("verify",),
    ("verify", "--json"),
    ("clusters",),
    ("history", ONE),
    ("history", "--json", ONE),
]
WRITE = [
    ("join", ONE, OTHER),
    ("split", ONE, OTHER),
    ("reread",),
    ("crawl", "bbc", *REPLAY),
    ("crawl", "archive", "-a", "path={warc}"),
    ("crawlall", *REPLAY),
]
LOOK = [("story", ENTRY), ("story", "--json", ENTRY)]
NAMELESS = [("list",), ("settings", "--get", "READERS"), ("version",), ("docs",)]


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Path]:
    """A database with two stories and an entry, in a folder of its own."""
    desk = Desk(tmp_path / "ein ü 港" / "c ñ.db")
    desk.story(url=ONE, body="The mill closed.")
    desk.story(url=OTHER, body="The bell rang again.")
    desk.entry(linked())
    desk.store.close()
    page = story_page("Mill closes").encode()
    WarcArchive(desk.store.path.parent / "w ü.warc").keep(
        ONE, NOON, 200, [("Content-Type", "text/html")], page
    )
    yield desk.store.path
    desk.store.path.parent.chmod(0o755)


def run(words: tuple[str, ...], db: Path, **how: bool) -> Done:
    """A command on a database, under a locale that knows ASCII only."""
    here = db.parent
    told = [word.format(here=here / "aus ü", warc=here / "w ü.warc") for word in words]
    apart = ("-s", f"CUTTINGS_DB={db}", "-s", f"ARCHIVE_DIR={db.parent.parent / 'archive'}")
    done = scrapy_in(os.environ | {"LC_ALL": "C", "LANG": "C"}, told[0], *apart, *told[1:], **how)
    assert "Traceback" not in done.stderr + done.stdout, done.stderr
    assert "Exception" not in done.stderr, done.stderr
    return done


def cut(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def garbage(path: Path) -> None:
    path.write_bytes(b"The mill closed. " * 3000)


def torn(path: Path) -> None:
    """The list of tables is whole, and the rows are not."""
    store = sqlite3.connect(path)
    sql = "SELECT rootpage FROM sqlite_master WHERE rootpage AND tbl_name IN ('runs', 'stories', 'entries', 'urls')"
    roots, (size,) = store.execute(sql).fetchall(), store.execute("PRAGMA page_size").fetchone()
    store.close()
    data = bytearray(path.read_bytes())
    for (root,) in roots:
        data[(root - 1) * size : root * size] = b"\xff" * size
    path.write_bytes(data)


DAMAGED: dict[Callable[[Path], None], str] = {
    cut: "the file is damaged: put back a copy",
    torn: "the file is damaged: put back a copy",
    garbage: "the file is no SQLite database: look whether it is the right one",
}


@pytest.mark.parametrize("harm", DAMAGED, ids=[harm.__name__ for harm in DAMAGED])
def test_a_damaged_database_is_told_by_every_command(db: Path, harm: Callable[[Path], None]) -> None:
    harm(db)
    # Opened in one place, all; what is met later, each meets for itself
    for words in [*READ[::2], *WRITE[:-1]] if harm is torn else [*READ[:1], *WRITE[1::2]]:
        done = run(words, db)
        last = done.stderr.splitlines()[-1]
        assert (words, done.returncode, done.stdout) == (words, 2, "")
        assert DAMAGED[harm] in last, words
        assert str(db) in last, words
    for words in LOOK[:1]:
        done = run(words, db)
        assert (done.returncode, len(done.stderr.splitlines())) == (0, 1)
        assert DAMAGED[harm] in done.stderr


@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o755), (0o644, 0o555)], ids=["file", "folder"])
def test_what_may_not_be_written_is_read_and_whoever_would_write_is_told(
    db: Path, file: int, folder: int
) -> None:
    expected = [run(words, db).stdout for words in READ]
    db.chmod(file)
    db.parent.chmod(folder)
    before = db.read_bytes()
    for words, told in zip(READ, expected, strict=True):
        done = run(words, db, humble=True)
        assert (words, done.returncode in (0, 3), done.stderr) == (words, True, "")
        assert done.stdout == told
    for words in WRITE:
        done = run(words, db, humble=True)
        last = done.stderr.splitlines()[-1]
        assert (words, done.returncode, done.stdout) == (words, 2, "")
        assert "it may not be written: look at the permissions of the file and of its folder" in last, words
    for words in LOOK:
        assert (run(words, db, humble=True).returncode, db.read_bytes()) == (0, before)


PRINT = [*READ, *LOOK, *NAMELESS]


@pytest.mark.parametrize("words", PRINT, ids=[" ".join(words[:2]).replace(ENTRY, "") for words in PRINT])
def test_a_reader_who_has_enough_hears_nothing(db: Path, words: tuple[str, ...]) -> None:
    done = run(words, db, unread=True)
    assert done.stderr == ""
    assert done.returncode in (0, 3)


LISTED = ("crawl", "story", "-a", "file={here}.txt", *REPLAY, "-O", "{here}.csv")
SOUND = [*READ, *WRITE[:2], WRITE[4], LISTED, ("reread",), *LOOK, *NAMELESS]


def test_every_command_works_in_a_path_with_a_space_and_other_letters(db: Path) -> None:
    (db.parent / "aus ü.txt").write_text(ONE)
    for words in SOUND:
        done = run(words, db)
        assert (words, done.returncode in (0, 3)) == (words, True), done.stderr
        assert "error" not in done.stderr.lower().replace("errors=0", ""), done.stderr
    assert (db.parent / "aus ü.html").read_text("utf-8").count("<h2>")
    assert "Mill closes" in (db.parent / "aus ü.csv").read_text("utf-8")


def test_a_title_in_letters_that_the_locale_lacks_is_written() -> None:
    title = "Évening Lamp"
    assert characters(title) == title
    assert characters(title.encode().decode("ascii", "surrogateescape")) == title  # as LC_ALL=C gives it


def test_a_feed_whose_reader_has_gone_is_told(db: Path) -> None:
    done = run(("crawl", "archive", "-a", "path={warc}", "-o", "-:jsonlines"), db, unread=True)
    assert done.returncode == 3


def test_a_locked_database_is_waited_for_and_then_told(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0)
    monkeypatch.setattr(held, "BUSY_SECONDS", 0)
    other = sqlite3.connect(db, isolation_level=None)
    other.executescript("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE")
    settings = get_project_settings()
    settings.set("CUTTINGS_DB", str(db))

    for way in (opened, looked_at):
        with pytest.raises(UsageError, match="another program holds it: wait until that has ended"):
            way(settings).__enter__()
    with pytest.raises(StoreError, match="another program holds it: wait until that has ended"):
        open_store(settings)
    other.close()
