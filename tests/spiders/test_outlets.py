"""The outlets of the list: their patterns know their stories, and a crawl finds each once, by all lists together."""

import json
from datetime import date
from pathlib import Path

import pytest
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.project import get_project_settings

from extensions import outlets
from store.database import Store
from stories.identity.urls import canonical_url, is_story, outlet_of
from stories.outlet import ListAddress
from tests.once import made_once
from tests.scrapy_process import scrapy
from tests.spiders.archives import record
from tests.spiders.outlet_pages import OUTLETS, answers
from tests.waiting import QUICK

KNOWN = outlets(get_project_settings())
# Addresses in the form of real ones (public code, stored pages), with invented slugs; then what is no story
ADDRESSES = {
    "reuters": ("https://www.reuters.com/world/africa/mill-closes-gates-2024-03-07/", "https://www.reuters.com/world/africa/"),
    "ap": (f"https://apnews.com/article/mill-closes-{'3c' * 16}", "https://apnews.com/hub/mills"),
    "aljazeera": ("https://www.aljazeera.com/news/2026/3/4/mill-closes", "https://www.aljazeera.com/news/liveblog/2026/3/4/mill"),
    "aljazeera_arabic": ("https://www.aljazeera.net/news/2024/1/22/%D8%A7%D9%84", "https://www.aljazeera.net/news/"),
    "dw": ("https://www.dw.com/en/mill-closes/a-65464327", "https://www.dw.com/en/mill-closes/av-65464327"),
    "dw_espanol": ("https://www.dw.com/es/la-fábrica/a-65464327", "https://www.dw.com/es/la-fábrica/g-65464327"),
    "france24": ("https://www.france24.com/en/africa/20260709-mill-closes", "https://www.france24.com/en/africa/"),
    "radio_free_asia": ("https://www.rfa.org/english/china/2025/04/21/mill/", "https://www.rfa.org/english/china/"),
    "nytimes": ("https://www.nytimes.com/2026/03/04/world/mill.html", "https://www.nytimes.com/section/world"),
    "independent": ("https://www.independent.co.uk/news/mill-b2912345.html", "https://www.independent.co.uk/news/world"),
    "le_monde": ("https://www.lemonde.fr/idees/article/2023/08/30/usine_6187099_823448.html", "https://www.lemonde.fr/idees/"),
    "el_pais": ("https://elpais.com/economia/2026-02-03/la-fabrica.html", "https://elpais.com/economia/"),
    "sueddeutsche": ("https://www.sueddeutsche.de/politik/fabrik-1.4445845", "https://www.sueddeutsche.de/politik"),
    "tagesschau": ("https://www.tagesschau.de/inland/fabrik-bilanz-100.html", "https://www.tagesschau.de/inland"),
    "folha": ("https://www1.folha.uol.com.br/mundo/2026/09/fabrica.shtml", "https://www1.folha.uol.com.br/mundo/"),
    "daily_maverick": ("https://www.dailymaverick.co.za/article/2026-05-27-mill/", "https://www.dailymaverick.co.za/section/x/"),
    "the_hindu": ("https://www.thehindu.com/news/national/mill/article68123456.ece", "https://www.thehindu.com/news/national/"),
    "rappler": ("https://www.rappler.com/philippines/mill-closes-its-gates/", "https://www.rappler.com/philippines/metro-manila/"),
    "human_rights_watch": ("https://www.hrw.org/news/2026/09/15/mill-closes", "https://www.hrw.org/topic/mills"),
    "amnesty": ("https://www.amnesty.org/en/latest/news/2026/01/mill-closes/", "https://www.amnesty.org/en/latest/news/"),
    "ohchr": ("https://www.ohchr.org/en/press-releases/2026/03/mill-closes", "https://www.ohchr.org/en/press-releases"),
    "ilo": ("https://www.ilo.org/resource/news/mill-closes-its-gates", "https://www.ilo.org/resource/news/all-news-recent"),
    "mongabay": ("https://news.mongabay.com/2026/02/mill-closes/", "https://news.mongabay.com/list/mills/"),
}  # fmt: skip


@pytest.mark.parametrize("name", ADDRESSES)
def test_an_address_of_a_story_is_known_and_another_is_not(name: str) -> None:
    story, other = ADDRESSES[name]
    found = outlet_of(story, KNOWN.values())
    assert found.name == name
    assert is_story(canonical_url(story, found), found)
    assert not is_story(canonical_url(other, found), found)


def test_each_address_says_where_it_was_seen_and_when_it_was_known_to_answer() -> None:
    loader = get_spider_loader(get_project_settings())
    for name in KNOWN:
        spider = loader.load(name)
        stated = [url for way in ("feeds", "sitemaps", "listings") for url in getattr(spider, way, ())]
        stated += filter(None, [getattr(spider, "months", "")])
        assert stated
        for url in stated:
            assert isinstance(url, ListAddress), f"{name}: {url}"
            assert url.seen
            assert not url.answered or date.fromisoformat(url.answered) <= date(2026, 11, 27)
        assert all(url.answered for url in stated) or spider.named_only or name in ("bbc", "resource_centre")


def test_a_redirect_of_folhas_feed_is_the_story() -> None:
    story = "https://www1.folha.uol.com.br/mundo/2026/09/fabrica.shtml"
    led = f"https://redir.folha.com.br/redir/online/emcimadahora/rss091/*{story}"
    assert canonical_url(led, KNOWN["folha"]) == story


@pytest.fixture(scope="session")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "outlets", crawl_all)


def crawl_all(folder: Path) -> None:
    """Crawl the eight over one archive of their answers; El País again with -a since, for what its feed names no more."""
    with (folder / "all.warc").open("wb") as file:
        for number, (url, (payload, kind)) in enumerate(answers().items()):
            kept = record(number, payload, kind=f"{kind}; charset=utf-8", date="2026-03-05T08:00:00Z")
            file.write(kept.replace(f"https://lamp.example/p{number}\r".encode(), f"{url}\r".encode()))
    replay = ("-s", f"REPLAY={folder / 'all.warc'}", *QUICK)
    for name in OUTLETS:
        scrapy("crawl", name, *replay, db=folder / f"{name}.db")
    scrapy("crawl", "el_pais", "-a", "since=2026-02-01", *replay, db=folder / "since.db")


@pytest.mark.parametrize("name", OUTLETS)
def test_a_crawl_finds_each_story_once_by_all_lists_together(crawled: Path, name: str) -> None:
    markup, store = OUTLETS[name], Store(crawled / f"{name}.db")
    numbers = sorted(
        {n for url, named in markup.lists.items() for n in named if "/sitemaps/2026/" not in url}
    )
    stories = store.rows("SELECT * FROM stories ORDER BY published, url")
    assert [row["url"] for row in stories] == [
        canonical_url(markup.address.format(n), KNOWN[name]) for n in numbers
    ], store.rows("SELECT * FROM rejects")
    assert [row["title"] for row in stories] == [f"Ferry {n} stays in port for a week" for n in numbers]
    assert [row["published"][:10] for row in stories] == [f"2026-03-0{n}" for n in numbers]
    assert [len(row["body"].split("\n\n")) for row in stories] == [4] * len(numbers)
    assert {row["outlet"] for row in stories} == {name}
    run = store.row("SELECT * FROM runs")
    assert run
    assert (run["verdict"], run["rejected"], run["new"]) == ("ok", 0, len(numbers)), run["note"]


def test_a_month_is_filled_back_by_its_sitemap(crawled: Path) -> None:
    store = Store(crawled / "since.db")
    found = store.rows("SELECT url FROM stories ORDER BY url")
    assert [row["url"] for row in found] == [OUTLETS["el_pais"].address.format(n) for n in range(1, 5)]
    troubles = store.rows("SELECT url, reason FROM rejects")
    assert troubles == [
        {"url": "https://elpais.com/sitemaps/2026/03/sitemap_0.xml", "reason": "unconfirmed: sitemap empty"}
    ], json.dumps(troubles)
