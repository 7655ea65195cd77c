"""kill -9 at random moments of a replayed crawl of 300 pages, and one clean run after each."""

import os
import random
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.database import Store
from store.warc import WarcArchive
from tests.pipelines.test_read_page import session
from tests.scrapy_process import ROOT
from tests.server import story_page
from tests.test_failures import FAILING
from tests.waiting import HANGS, wait_for

PAGES = 300
KILLS = int(os.environ.get("SOAK_KILLS", "50"))
SITE = "http://127.0.0.1:9"
SYLLABLES = ("ka", "lo", "mi", "ter", "sun", "vel", "dra", "po", "ri", "nas")
FETCHED = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A WARC of a feed and the 300 stories that it names."""
    path = tmp_path_factory.mktemp("soak") / "lamp.warc.gz"
    warc = WarcArchive(path)
    links = [f"{SITE}/mill-{number}" for number in range(PAGES)]
    items = "".join(f"<item><title>Mill</title><link>{link}</link></item>" for link in links)
    feed = f"<rss version='2.0'><channel><title>Lamp</title>{items}</channel></rss>"
    html = [("Content-Type", "text/html; charset=utf-8")]
    warc.keep(f"{SITE}/rss", FETCHED, 200, [("Content-Type", "application/rss+xml")], feed.encode())
    for number, link in enumerate(links):
        warc.keep(link, FETCHED, 200, html, told(number).encode())
    return path


def told(number: int) -> str:
    """A story in words of its own, so that no two are copies of one another."""
    chance = random.Random(number)
    words = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(40)]
    page = story_page(f"Mill {number} closes", 1)
    text = "".join(f"<p>The {' '.join(chance.choices(words, k=30))}.</p>" for _ in range(3))
    return page.replace("</article>", f"{text}</article>")


def command(archive: Path, db: Path) -> list[str]:
    words = [sys.executable, "-m", "scrapy", "crawl", "lamp", *FAILING, "-s", f"REPLAY={archive}"]
    return [*words, "-s", f"CUTTINGS_DB={db}", "-L", "INFO"]


def counted(db: Path, sql: str) -> int:
    store = Store(db)
    try:
        return int((store.row(f"SELECT count(*) AS n FROM {sql}") or {})["n"])  # noqa: S608 -- of ours
    finally:
        store.close()


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_run_is_taken_up_by_the_next(archive: Path, tmp_path: Path, seed: int) -> None:
    db = tmp_path / "c.db"
    moment = random.Random(seed).uniform(1.0, 5.0)
    killed = subprocess.Popen(
        command(archive, db), cwd=ROOT, stderr=subprocess.DEVNULL, start_new_session=True
    )
    time.sleep(moment)
    killed.kill()
    killed.wait()
    wait_for(lambda: not session(killed.pid), "the end of its workers")
    saved = counted(db, "stories") if db.exists() else 0
    done = subprocess.run(
        command(archive, db), cwd=ROOT, capture_output=True, text=True, timeout=HANGS, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert counted(db, "stories") == counted(db, "(SELECT DISTINCT url FROM stories)") == PAGES
    assert counted(db, "versions") == counted(db, "pages") == PAGES
    assert counted(db, "(SELECT DISTINCT story FROM dates)") == PAGES
    store = Store(db)
    last = store.row("SELECT * FROM runs ORDER BY id DESC") or {}
    assert (last["new"], last["unchanged"], last["fetched"]) == (PAGES - saved, saved, PAGES - saved)
    assert store.row("PRAGMA integrity_check") == {"integrity_check": "ok"}
    states = store.rows("SELECT DISTINCT state FROM ledger WHERE state != 'list'")
    assert states == [{"state": "saved"}]
    store.close()
