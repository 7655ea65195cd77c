"""The sample that the project ships, crawled once for all tests that look at it."""

import json
from pathlib import Path

from tests.scrapy_process import ROOT, scrapy

SAMPLE = ROOT / "data" / "sample.warc.gz"
OUTLETS = ("bbc", "guardian", "resource_centre")
FIRST_EVENING = ("-s", "REPLAY_AT=2026-11-01T00:00:00+00:00")


def crawl_sample(folder: Path) -> None:
    """The sample crawled as of its first evening, whole, and once more, as `make crawl` does a second time.

    Outlet by outlet, but for the last time: crawlall starts an interpreter for each.
    """
    db, replay = folder / "sample.db", ("-s", f"REPLAY={SAMPLE}")
    crawls = [
        scrapy("crawl", name, *replay, *when, db=db) for when in (FIRST_EVENING, ()) for name in OUTLETS
    ]
    again = scrapy("crawlall", *replay, db=db)
    codes = [done.returncode for done in (*crawls, again)]
    said = {
        "codes": codes,
        "stdout": again.stdout,
        "stderr": "".join(done.stderr for done in (*crawls, again)),
    }
    (folder / "said.json").write_text(json.dumps(said), encoding="utf-8")
