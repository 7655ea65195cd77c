"""`outlets` says what is known and held of each; `--check` asks where each finds its stories, and nothing else."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.project import get_project_settings

from commands.outlets import described, lines
from extensions import outlets as project_outlets
from terminal.lines import plain
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


def outlets(site: Site, folder: Path, *words: str, columns: int = 80) -> Done:
    named = ("-s", f"CUTTINGS_DB={folder / 'c.db'}", "-s", f"ARCHIVE_DIR={folder / 'archive'}")
    asked = ("outlets", *words, "-s", "SPIDER_MODULES=tests.asked", *QUICK, *site.open, *named)
    return scrapy_in(os.environ | {"LAMP_URL": site.url, "COLUMNS": str(columns)}, *asked)


def test_each_address_is_asked_once_and_told_and_nothing_is_stored(site: Site, tmp_path: Path) -> None:
    done = outlets(site, tmp_path, "--check", "--json")
    assert done.returncode == 3, done.stderr
    told = {row["address"].removeprefix(site.url): row for row in json.loads(done.stdout)}
    assert {path: (row["list"], row["verdict"], row["answer"]) for path, row in told.items()} == {
        "/rss": ("feed", "ok", "3 named, 2 with a story's address"),
        "/gone": ("feed", "trouble", "HTTP 404; it was known to answer on 2026-04-01"),
        "/hall": ("feed", "trouble", told["/hall"]["answer"]),
        "/index.xml": ("sitemap", "ok", "an index of sitemaps"),
        "/leaf.xml": ("named there", "ok", "2 named, 1 with a story's address"),
        "/hidden/map.xml": ("sitemap", "trouble", told["/hidden/map.xml"]["answer"]),
        "/news": ("listing", "ok", told["/news"]["answer"]),
    }
    answer = told["/news"]["answer"]
    assert re.fullmatch(
        r"1 named, 1 with a story's address; now known to answer: write answered=\"20\d\d-\d\d-\d\d\"", answer
    )
    assert [row["seen"] for row in told.values() if "seen" in row] == ["a list of feeds"] * 2
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
    head, row, *key = done.stdout.splitlines()
    assert head.split() == ["outlet", "readers", "held", "last", "run", "verdict", "lists"]
    assert row.split() == ["lamp", "GB:", "en+1", "0", "never", "-", "3F", "2S", "1L", "?"]
    assert key == ["", "F feeds, S sitemaps, L listings; ?: not all are known to answer; -v names them"]
    assert not list(tmp_path.iterdir())
    wide = outlets(site, tmp_path, columns=100).stdout.splitlines()
    assert " ".join(wide[1].split()) == (
        "lamp GB: en, fr 0 never - 3 feeds, 2 sitemaps, 1 listing (1 unconfirmed)"
    )
    assert len(wide) == 2


def test_where_each_finds_its_stories_and_whether_that_is_known_to_answer(site: Site, tmp_path: Path) -> None:
    told = outlets(site, tmp_path, "-v", columns=200).stdout.splitlines()
    assert told[:3] == [
        "lamp: Evening Lamp, 3 feeds, 2 sitemaps, 1 listing (1 unconfirmed)",
        f"  feed: {site.url}/rss",
        f"  feed: {site.url}/gone (from a list of feeds; last known to answer on 2026-04-01)",
    ]
    assert told[6] == f"  listing: {site.url}/news (from a list of feeds; not known to answer)"


@pytest.mark.parametrize("columns", [80, 100, 160])
def test_each_outlet_of_ours_is_one_line_however_much_is_held(columns: int) -> None:
    known = get_spider_loader(get_project_settings())
    rows = [
        described(name, known.load(name), None)
        | {"held": 1_234_567, "last run": "2026-11-26", "verdict": "degraded"}
        for name in project_outlets(get_project_settings())
    ]
    printed = plain(lines(rows, columns, verbose=False), columns)
    key = 0 if any("found by" in line for line in printed[:1]) else 2
    assert len(printed) == 1 + len(rows) + key
    assert max(map(len, printed)) <= columns


def test_what_is_held_and_how_the_last_run_went(tmp_path_factory: pytest.TempPathFactory) -> None:
    db = made_once(tmp_path_factory, "sample", crawl_sample) / "sample.db"
    told = {row["outlet"]: row for row in json.loads(scrapy("outlets", "--json", db=db).stdout)}
    rows = {name: told[name] for name in ("bbc", "guardian", "resource_centre")}
    assert (told["bbc_mundo"]["held"], told["bbc_mundo"]["last run"]) == (0, "never")
    assert [row["held"] for row in rows.values()] == [13, 5, 11]
    assert {row["verdict"] for row in rows.values()} == {"ok"}
    assert (rows["bbc"]["country"], rows["bbc"]["languages"]) == ("GB", ["en"])
    assert rows["bbc"]["found by"] == "3 feeds, 1 sitemap"
    assert {one["answered"] for one in rows["bbc"]["lists"]} == {"2026-09-22", "2026-05-22"}


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
