"""`outlets` says what is known and held of each; `--check` asks where each finds its stories, and nothing else."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.once import made_once
from tests.sample import crawl_sample
from tests.scrapy_process import Done, scrapy, scrapy_in
from tests.server import Answer, Site, serve
from tests.waiting import QUICK

XML = {"Content-Type": "application/xml"}
LEAF = "<urlset><url><loc>{0}/mill-3</loc></url><url><loc>{0}/hall</loc></url></urlset>"
ITEMS = "<item><link>{0}/mill-1</link></item><item><link>{0}/mill-2</link></item><item><link>{0}/hall</link></item>"


@pytest.fixture
def site() -> Iterator[Site]:
    """Lists of stories, some of which are none; the stories are there, and are not to be asked for."""
    with serve({f"/mill-{number}": Answer("a story") for number in range(1, 5)}) as site:
        site.answers |= {
            "/robots.txt": Answer("User-agent: *\nDisallow: /hidden", headers={"Content-Type": "text/plain"}),
            "/rss": Answer(f"<rss><channel>{ITEMS.format(site.url)}</channel></rss>", headers=XML),
            "/hall": Answer("<html><body><h1>A hall</h1></body></html>"),
            "/index.xml": Answer(
                f"<sitemapindex><sitemap><loc>{site.url}/leaf.xml</loc></sitemap></sitemapindex>", headers=XML
            ),
            "/leaf.xml": Answer(LEAF.format(site.url), headers=XML),
            "/news": Answer("<html><body><a href='/mill-4'>Mill</a></body></html>"),
        }
        yield site


def outlets(site: Site, folder: Path, *words: str) -> Done:
    named = ("-s", f"CUTTINGS_DB={folder / 'c.db'}", "-s", f"ARCHIVE_DIR={folder / 'archive'}")
    asked = ("outlets", *words, "-s", "SPIDER_MODULES=tests.asked", *QUICK, *site.open, *named)
    return scrapy_in(os.environ | {"LAMP_URL": site.url}, *asked)


def test_each_address_is_asked_once_and_told_and_nothing_is_stored(site: Site, tmp_path: Path) -> None:
    done = outlets(site, tmp_path, "--check", "--json")
    assert done.returncode == 3, done.stderr
    told = {row["address"].removeprefix(site.url): row for row in json.loads(done.stdout)}
    assert {path: (row["list"], row["verdict"], row["answer"]) for path, row in told.items()} == {
        "/rss": ("feed", "ok", "3 named, 2 with a story's address"),
        "/gone": ("feed", "trouble", "HTTP 404"),
        "/hall": ("feed", "trouble", told["/hall"]["answer"]),
        "/index.xml": ("sitemap", "ok", "an index of sitemaps"),
        "/leaf.xml": ("named there", "ok", "2 named, 1 with a story's address"),
        "/hidden/map.xml": ("sitemap", "trouble", told["/hidden/map.xml"]["answer"]),
        "/news": ("listing", "ok", "1 named, 1 with a story's address"),
    }
    assert told["/hall"]["answer"].startswith("feed empty")
    assert "robots.txt" in told["/hidden/map.xml"]["answer"]
    asked = ["/gone", "/hall", "/index.xml", "/leaf.xml", "/news", "/robots.txt", "/rss"]
    assert sorted(site.paths) == asked
    assert not list(tmp_path.iterdir())


def test_a_table_names_every_address_below_its_answer(site: Site, tmp_path: Path) -> None:
    lines = outlets(site, tmp_path, "lamp", "--check").stdout.splitlines()
    assert [line.split() for line in lines[:3]] == [
        ["outlet", "list", "verdict", "answer"],
        ["lamp", "feed", "ok", "3", "named,", "2", "with", "a", "story's", "address"],
        [f"{site.url}/rss"],
    ]


def test_without_a_database_the_facts_are_told(site: Site, tmp_path: Path) -> None:
    done = outlets(site, tmp_path)
    assert done.returncode == 0, done.stderr
    head, row = (line.split() for line in done.stdout.splitlines())
    assert head == ["outlet", "readers", "held", "last", "run", "verdict", "found", "by"]
    assert " ".join(row) == "lamp GB: en, fr 0 never - 3 feeds, 2 sitemaps, 1 listing"
    assert not list(tmp_path.iterdir())


def test_what_is_held_and_how_the_last_run_went(tmp_path_factory: pytest.TempPathFactory) -> None:
    db = made_once(tmp_path_factory, "sample", crawl_sample) / "sample.db"
    told = {row["outlet"]: row for row in json.loads(scrapy("outlets", "--json", db=db).stdout)}
    rows = {name: told[name] for name in ("bbc", "guardian", "resource_centre")}
    assert (told["bbc_mundo"]["held"], told["bbc_mundo"]["last run"]) == (0, "never")
    assert [row["held"] for row in rows.values()] == [13, 5, 11]
    assert {row["verdict"] for row in rows.values()} == {"ok"}
    assert (rows["bbc"]["country"], rows["bbc"]["languages"]) == ("GB", ["en"])
    assert rows["bbc"]["found by"] == "3 feeds, 1 sitemap"


def test_an_outlet_that_is_not_there_is_one_sentence(site: Site, tmp_path: Path) -> None:
    done = outlets(site, tmp_path, "lantern", "--check")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].endswith("error: no outlet 'lantern'; there are lamp")
    assert not site.paths


def test_a_setting_that_stops_the_check_is_told(site: Site, tmp_path: Path) -> None:
    done = outlets(site, tmp_path, "--check", "-s", "REPLAY=nowhere.warc.gz")
    assert done.returncode == 2
    assert "nowhere.warc.gz" in done.stderr.splitlines()[-1]
    assert not site.paths
