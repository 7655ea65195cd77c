"""`browse`: it serves what is held, and says in a sentence why it does not."""

import gzip
import os
import signal
import socket
import sqlite3
import urllib.request
from importlib import util
from pathlib import Path

import pytest
from scrapy.exceptions import UsageError

from commands import browse
from store.database import Store
from tests.making import BODY, made_story, match_and_save
from tests.scrapy_process import ROOT, begin, scrapy

OLD = ROOT / "tests" / "store" / "databases" / "2a47669.db.gz"


def made(path: Path) -> Path:
    store = Store(path)
    match_and_save(store, made_story(body=BODY))
    store.close()
    return path


def old(path: Path) -> Path:
    path.write_bytes(gzip.decompress(OLD.read_bytes()))
    return path


def newer(path: Path) -> Path:
    store = Store(made(path))
    store.db.execute(
        "UPDATE _sqlite_migrations SET name = 'm999_later' WHERE rowid = (SELECT max(rowid) FROM _sqlite_migrations)"
    )
    store.close()
    return path


def foreign(path: Path) -> Path:
    sqlite3.connect(path).executescript("CREATE TABLE mills (id)").connection.close()
    return path


def empty(path: Path) -> Path:
    path.touch()
    return path


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path, "there is no database"),
        (empty, "is empty: a crawl makes it"),
        (foreign, "was not made by Cuttings"),
        (old, "was made by an older Cuttings: the next crawl brings it up to date"),
        (newer, "was made by a newer Cuttings"),
    ],
    ids=["none", "empty", "foreign", "older", "newer"],
)
def test_a_database_that_cannot_be_shown_is_told_in_a_sentence(
    tmp_path: Path, make: object, said: str
) -> None:
    assert callable(make)
    done = scrapy("browse", "--port", "0", db=make(tmp_path / "c.db"))
    assert done.returncode == 2
    assert said in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert not done.stdout


def test_a_port_in_use_is_told_in_a_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1]
        done = scrapy("browse", "--port", str(number), db=made(tmp_path / "c.db"))
    assert done.returncode == 2
    assert f"cannot listen on port {number} of 127.0.0.1" in done.stderr
    assert "name another with --port" in done.stderr


@pytest.mark.parametrize("words", ["65536", "-1", "http", "8001.0"])
def test_what_is_no_port_is_told(tmp_path: Path, words: str) -> None:
    done = scrapy("browse", f"--port={words}", db=made(tmp_path / "c.db"))
    assert done.returncode == 2
    assert f"'{words}' is no port, a number from 0 to 65535" in done.stderr


def test_a_host_that_is_none_is_told(tmp_path: Path) -> None:
    done = scrapy("browse", "--host", "203.0.113.9", "--port", "0", db=made(tmp_path / "c.db"))
    assert done.returncode == 2
    assert "cannot listen on port 0 of 203.0.113.9" in done.stderr


def test_without_its_packages_it_says_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        browse, "find_spec", lambda name: None if name == "datasette" else util.find_spec(name)
    )
    with pytest.raises(UsageError, match="`make browse` installs it"):
        browse.need("datasette")


def test_it_serves_until_it_is_ended(tmp_path: Path) -> None:
    path = made(tmp_path / "a ü?#%.db")
    reader, writer = os.pipe()
    words = ["browse", "--port", "0", "-s", f"CUTTINGS_DB={path}"]
    with os.fdopen(reader) as said, os.fdopen(writer, "w") as saying:
        served = begin((words, dict(os.environ), 0, False, 0), [0, saying.fileno(), 2])
        saying.close()
        line = said.readline()  # empty where it has ended
        assert line.startswith("The desk is at http://127.0.0.1:"), line
        try:
            with urllib.request.urlopen(f"{line.split()[4]}story/1") as answer:  # noqa: S310 -- our own
                assert "Nobody asked us" in answer.read().decode()
        finally:
            os.kill(served.pid, signal.SIGINT)
    assert served.wait() == 0
