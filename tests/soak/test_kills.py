"""A replayed crawl killed at random moments of its work, and one clean run after each: nothing is lost or twice.

SOAK_KILLS says how many (200), SOAK_FROM the first seed: `SOAK_FROM=137 SOAK_KILLS=1` is one of them again.
"""

import os
import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.database import Store
from store.warc_file import WarcArchive
from tests.scrapy_process import Done, scrapy
from tests.server import story_page
from tests.soak.mortal.lamp import MEASURE, SECONDS, STATEMENT
from tests.waiting import QUICK

PAGES = 60
FIRST, KILLS = int(os.environ.get("SOAK_FROM", "0")), int(os.environ.get("SOAK_KILLS", "200"))
SITE = "http://127.0.0.1:9"
SYLLABLES = ("ka", "lo", "mi", "ter", "sun", "vel", "dra", "po", "ri", "nas")
FETCHED = datetime(2026, 3, 1, tzinfo=UTC)
HTML = [("Content-Type", "text/html; charset=utf-8")]
COUNTED = ("stories", "urls", "dates", "quotes", "versions", "pages", "rejects", "bands", "pairs", "ledger")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A WARC of a feed, the stories that it names, and one page that is none."""
    path = tmp_path_factory.mktemp("soak") / "lamp.warc.gz"
    warc = WarcArchive(path)
    links = [f"{SITE}/mill-{number}" for number in range(PAGES)]
    items = "".join(
        f"<item><title>Mill</title><link>{link}</link></item>" for link in [*links, f"{SITE}/none"]
    )
    feed = f"<rss version='2.0'><channel><title>Lamp</title>{items}</channel></rss>"
    warc.keep(f"{SITE}/rss", FETCHED, 200, [("Content-Type", "application/rss+xml")], feed.encode())
    for number, link in enumerate(links):
        warc.keep(link, FETCHED, 200, HTML, told(number).encode())
    warc.keep(f"{SITE}/none", FETCHED, 200, HTML, b" ")
    return path


def told(number: int) -> str:
    """A story in words of its own, so that no two are copies of one another, but for each tenth, of the one before."""
    chance = random.Random(number - number % 10 // 9)
    words = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(40)]
    page = story_page(f"Mill {number} closes", 1)
    text = "".join(f"<p>The {' '.join(chance.choices(words, k=30))}.</p>" for _ in range(3))
    return page.replace("</article>", f"{text}</article>")


def crawl(archive: Path, db: Path, **environment: str) -> Done:
    """Crawl the archive; the environment says where the run is killed."""
    words = ("-s", "SPIDER_MODULES=tests.soak.mortal", "-s", f"REPLAY={archive}", "-s", "READERS=1", *QUICK)
    return scrapy("crawl", "lamp", *words, db=db, **environment)


def counts(db: Path) -> dict[str, int]:
    """How many rows each table has."""
    store = Store(db)
    found = {table: store.db[table].count for table in COUNTED}
    assert store.row("PRAGMA integrity_check") == {"integrity_check": "ok"}
    assert not store.rows("PRAGMA foreign_key_check")
    store.close()
    return found


@pytest.fixture(scope="module")
def whole(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, int], float, int]:
    """What a run that is not killed leaves, and the CPU seconds and statements that it takes."""
    folder = tmp_path_factory.mktemp("whole")
    done = crawl(archive, folder / "c.db", **{MEASURE: str(folder / "measure")})
    assert done.returncode == 0, done.stderr
    seconds, statements = (folder / "measure").read_text().split()
    return counts(folder / "c.db"), float(seconds), int(statements)


@pytest.mark.parametrize("seed", range(FIRST, FIRST + KILLS))
def test_a_killed_run_is_taken_up_by_the_next(
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
    assert not store.rows("SELECT * FROM runs WHERE finished IS NULL")
    states = store.rows("SELECT DISTINCT state FROM ledger WHERE state != 'list' ORDER BY state")
    assert [row["state"] for row in states] == ["rejected", "saved"]
    store.close()
