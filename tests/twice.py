"""A page that was fetched twice and had not changed, for all tests of what the archive makes of it."""

from pathlib import Path

from tests.scrapy_process import scrapy
from tests.server import Answer, serve, story_page
from tests.waiting import QUICK


def crawl_twice(folder: Path) -> None:
    """Two crawls of a page, a database of the second archive alone, whose record rests on the revisit, and its bundle."""
    with serve({"/mill": Answer(story_page("Mill closes"))}) as site:
        url = f"{site.url}/mill"
        words = ("-a", f"url={url}", *QUICK, *site.open, "-s", "REFETCH_AFTER_HOURS=0")
        for _ in range(2):
            done = scrapy("crawl", "story", *words, db=folder / "first.db")
            assert done.returncode == 0, done.stderr
    _, second = sorted((folder / "archive").iterdir(), key=lambda path: path.name.rpartition("-")[2])
    done = scrapy("crawl", "archive", "-a", f"path={second}", db=folder / "c.db")
    assert "new=1" in done.stderr, done.stderr
    done = scrapy("evidence", url, "-o", str(folder / "x.wacz"), db=folder / "c.db")
    assert done.returncode == 0, done.stderr
    (folder / "url").write_text(url)
