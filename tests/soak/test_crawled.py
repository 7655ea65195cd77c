"""Changed pages and entries through a real crawl of an archive: each capture has a row, and the run's counts add up.

SOAK_CRAWLED says how many (2,000), SOAK_FROM the first mutant that is looked at.
"""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.warc_file import WarcArchive
from stories.page import Page
from stories.recognition import recognise
from tests.soak.mutants import mutant
from tests.world import World

FIRST, MANY = int(os.environ.get("SOAK_FROM", "0")), int(os.environ.get("SOAK_CRAWLED", "2000"))
AT_ONCE = 100  # in one crawl
SITES = {
    "page": "https://lamp.example/2026/03/mill-{}",
    "entry": "https://www.business-humanrights.org/en/latest-news/mill-{}/",
}
KNOWN = """SELECT url FROM urls UNION SELECT url FROM pages UNION SELECT url FROM rejects UNION SELECT url FROM entries"""
WHEN = datetime(2026, 3, 2, tzinfo=UTC)


def changed(first: int) -> dict[str, bytes]:
    """So many changed pages by their addresses: two of ten mutants are pages or entries."""
    found: dict[str, bytes] = {}
    number = first
    while len(found) < AT_ONCE:
        kind, data = mutant(number)
        if kind in SITES:
            found[SITES[kind].format(number)] = data
        number += 1
    return found


def addresses(url: str, data: bytes) -> Iterator[str]:
    """What a page's records may be known by: its own address, and those of the entries that it shows."""
    yield url.rstrip("/")
    if "business" in url:
        yield from (entry.url.rstrip("/") for entry in recognise(Page(url, data, WHEN)).entries)


@pytest.mark.parametrize("batch", range(MANY // AT_ONCE))
def test_each_capture_has_a_row(tmp_path: Path, batch: int) -> None:
    pages = changed(FIRST + batch * AT_ONCE * 5)
    path = tmp_path / "changed.warc.gz"
    archive = WarcArchive(path)
    for url, data in pages.items():
        archive.keep(url, WHEN, 200, [("Content-Type", "text/html")], data)
    world = World(tmp_path)
    done = world.read(path)
    assert done.returncode in (0, 3), done.stderr
    assert "Traceback" not in done.stderr
    known = {row["url"].rstrip("/") for row in world.rows(KNOWN)}
    assert {url for url, data in pages.items() if known.isdisjoint(addresses(url, data))} == set()
    run = world.run
    met = sum(run[name] for name in ("new", "updated", "unchanged", "rejected"))
    assert run["found"] >= len(pages)
    assert run["found"] >= met, dict(run)
    assert not world.rows("SELECT 1 FROM rejects WHERE reason LIKE 'error:%'")
