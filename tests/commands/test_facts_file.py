"""The file that `outlet` writes is as `make format` would leave it."""

import subprocess
import sys

import pytest

from commands.facts_file import facts_file
from stories.outlet import Layout, Outlet
from stories.survey import Survey

FEED = "https://beacon.example/feed.xml"
FOUND = {
    "one feed": Survey(Outlet(name="beacon", title="Morning Beacon"), feeds=[FEED]),
    "two, of which one answered": Survey(
        Outlet(name="beacon", stories=r"/\d{4}/"), feeds=[FEED, f"{FEED}?b"], answered={FEED: "2026-05-01"}
    ),
    "a sitemap with a long address": Survey(
        Outlet(name="beacon"), sitemaps=[f"https://beacon.example/{'a' * 36}.xml"], leaves="news"
    ),
    "nothing": Survey(Outlet(name="evening_beacon")),
    "long facts": Survey(
        Outlet(
            name="beacon",
            own_names=(
                "The Morning Beacon and Harbour News",
                "Morning Beacon",
                "MB",
                "The Beacon",
                "Beacon Online",
            ),
            other_pages=("/video/",),
            layouts=(Layout("2026", matches="//main", body="//main"),),
        ),
        listings=["https://beacon.example/"],
    ),
}


@pytest.mark.parametrize("name", FOUND)
@pytest.mark.parametrize("live", [True, False], ids=["live", "saved"])
def test_the_file_is_formatted(name: str, live: bool) -> None:
    written = facts_file(FOUND[name], live)
    ruff = [sys.executable, "-m", "ruff", "format", "-", "--stdin-filename", "spiders/beacon.py"]
    assert subprocess.run(ruff, input=written, capture_output=True, text=True, check=True).stdout == written
