"""The shell: a page by its address or in a file, though crawls read no local file; nothing is written."""

from pathlib import Path

import pytest
from scrapy.exceptions import UsageError

from commands.shell import address
from tests.sample import SAMPLE
from tests.scrapy_process import ROOT, scrapy

PAGE = ROOT / "data" / "pages" / "bbc" / "dam-letters.html"


def test_a_local_file_is_read(tmp_path: Path) -> None:
    page = tmp_path / "a page.html"
    page.write_bytes(PAGE.read_bytes())
    done = scrapy("shell", str(page), "-c", "response.css('h1::text').get()", db=tmp_path / "run.db")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.strip()) > 10
    assert not (tmp_path / "run.db").exists()
    assert not (tmp_path / "archive").exists()


def test_a_page_that_is_not_fetched_is_told() -> None:
    asked = ("-s", f"REPLAY={SAMPLE}", "-c", "response.url")
    done = scrapy("shell", "https://www.bbc.com/news/not-there", *asked)
    assert done.returncode == 1
    assert "https://www.bbc.com/news/not-there was not fetched: " in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("page", ["nowhere.html", "lamp.example", "ftp://lamp.example/x"])
def test_what_is_neither_an_address_nor_a_file_is_refused(page: str) -> None:
    with pytest.raises(UsageError, match="neither a web address nor a file"):
        address(page)
