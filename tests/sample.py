"""The sample that the project ships, crawled once for all tests that look at it."""

import json
from pathlib import Path

from tests.scrapy_process import ROOT, scrapy

SAMPLE = ROOT / "data" / "sample.warc.gz"


def crawl_sample(folder: Path) -> None:
    """The sample crawled as of its first evening; then twice over, as `make crawl` does a second time."""
    db, replay = folder / "sample.db", ("-s", f"REPLAY={SAMPLE}")
    for outlet in (
        "bbc",
        "guardian",
        "resource_centre",
    ):  # as crawlall would, which starts an interpreter for each
        scrapy("crawl", outlet, *replay, "-s", "REPLAY_AT=2026-11-01T00:00:00+00:00", db=db)
    for number in range(2):
        done = scrapy("crawlall", *replay, db=db)
        said = {"returncode": done.returncode, "stdout": done.stdout, "stderr": done.stderr}
        (folder / f"{number}.json").write_text(json.dumps(said), encoding="utf-8")
