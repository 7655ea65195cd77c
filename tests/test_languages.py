"""A story's copies in other languages, by every door: each is a record of its own, and a crawl follows its own."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from store.database import Store
from stories.entries import Entry
from stories.outlet import Outlet
from tests.browse.visitor import Visitor
from tests.making import BODY, NOON, made_story, match_and_save
from tests.scrapy_process import scrapy
from tests.spiders.archives import packed, record
from tests.stories.making import PARAGRAPHS, paragraphs
from tests.world import World, feed

FRENCH = [
    "Le bac entre Velm et Tarrow est resté au port lundi, son équipage ayant refusé de partir sans un second officier.",
    "Le bureau du port a dit qu'il avait demandé aux propriétaires une équipe de relève, et que personne n'était libre.",
    "Les passagers ont dormi sur les bancs de la gare, où la cantine a distribué de la soupe jusqu'au matin suivant.",
]
SITE = "https://www.independent.co.uk"
FEED, SITEMAP = f"{SITE}/news/world/rss", f"{SITE}/sitemaps/googlenews"
EN, FR, ES = (f"{SITE}{path}/ferry-stays-b291234{n}.html" for n, path in enumerate(("/news", "/fr", "/es")))
LINKED = (("en", EN), ("fr", FR), ("es", ES), ("x-default", EN))
HEAD = "".join(f"<link rel='alternate' hreflang='{tag}' href='{url}'>" for tag, url in LINKED)
HEADER = ", ".join(f'<{url}>; rel="alternate"; hreflang="{tag}"' for tag, url in LINKED)


def story(language: str, texts: list[str], head: str = HEAD, title: str = "Ferry stays in port") -> str:
    return (
        f"<html lang='{language}'><head><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1>{paragraphs(texts)}</article></body></html>"
    )


def sitemap(*stories: tuple[str, tuple[tuple[str, str], ...]]) -> str:
    urls = "".join(
        f"<url><loc>{url}</loc>"
        + "".join(f"<xhtml:link rel='alternate' hreflang='{tag}' href='{one}'/>" for tag, one in linked)
        + "</url>"
        for url, linked in stories
    )
    return f"<?xml version='1.0'?><urlset xmlns:xhtml='http://www.w3.org/1999/xhtml'>{urls}</urlset>"


PAGES = {EN: story("en", PARAGRAPHS, ""), FR: story("fr", FRENCH, ""), ES: story("es", PARAGRAPHS, "")}


@pytest.mark.parametrize(
    "listed", [((EN, LINKED), (FR, LINKED), (ES, LINKED)), ((FR, LINKED),)], ids=["each", "the French alone"]
)
def test_a_crawl_follows_its_own_language_where_a_sitemap_links_the_copies(
    tmp_path: Path, listed: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
) -> None:
    world = World(tmp_path)
    done = world.crawl("independent", {FEED: feed(EN), SITEMAP: sitemap(*listed), **PAGES})
    assert "found=1 new=1 updated=0 unchanged=0 rejected=0" in done.stderr
    assert [row["url"] for row in world.rows("SELECT url FROM stories")] == [EN]
    assert world.rows("SELECT language, url FROM translations ORDER BY language") == [
        {"language": "es", "url": ES},
        {"language": "fr", "url": FR},
    ], "as the sitemap links them; the page says nothing of them"


def test_what_is_only_in_another_language_is_passed_over_and_told(tmp_path: Path) -> None:
    world = World(tmp_path)
    only = (("fr", FR), ("es", ES))
    world.crawl("independent", {FEED: feed(EN), SITEMAP: sitemap((FR, only), (ES, only)), **PAGES})
    assert [row["url"] for row in world.rows("SELECT url FROM stories")] == [EN]
    assert json.loads(world.run["passed_over"]) == {"another language": [2, FR]}


def test_a_page_that_says_that_it_is_another_language_s_copy_is_a_reject_of_a_crawl(tmp_path: Path) -> None:
    world = World(tmp_path)
    pages = {EN: story("en", PARAGRAPHS), FR: story("fr", FRENCH), ES: (200, {"Link": HEADER}, PAGES[ES])}
    world.crawl("independent", {FEED: feed(EN, FR, ES), SITEMAP: sitemap((EN, ())), **pages})
    assert [row["url"] for row in world.rows("SELECT url FROM stories")] == [EN]
    told = world.rows("SELECT url, reason, detail FROM rejects ORDER BY url")
    assert [(row["url"], row["reason"]) for row in told] == [
        (ES, "another language"),
        (FR, "another language"),
    ]
    assert told[1]["detail"] == f"fr-Latn; the outlet's copy is {EN}"


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)], ids=["first", "last"])
def test_each_language_is_a_record_of_its_own_whatever_address_it_states(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    """The French page states the English one for its own address; the Spanish one has the English text as yet."""
    db, archive = tmp_path / "c.db", tmp_path / "w.warc.gz"
    canonical = f"<link rel='canonical' href='{EN}'>"
    pages = [
        (EN, story("en", PARAGRAPHS, canonical), ""),
        (FR, story("fr", FRENCH, canonical + HEAD), ""),
        (ES, story("es", PARAGRAPHS, canonical), f"Link: {HEADER}\r\n"),
    ]
    kept = [
        record(n, text.encode(), http=http).replace(
            f"https://lamp.example/p{n}\r".encode(), f"{url}\r".encode()
        )
        for n, (url, text, http) in enumerate(pages)
    ]
    archive.write_bytes(packed(*(kept[n] for n in order)))
    for command in (("crawl", "archive", "-a", f"path={archive}"), ("reread",)):
        assert scrapy(*command, db=db).returncode == 0
        store = Store(db)
        found = store.rows("SELECT url, same_as FROM stories ORDER BY url")
        assert found == [{"url": url, "same_as": None} for url in sorted((EN, FR, ES))]
        assert [store.db[name].count for name in ("versions", "pairs", "changes")] == [3, 0, 0]
        linked = store.rows(
            "SELECT stories.url, group_concat(translations.url, ' ') AS copies FROM translations "
            "JOIN stories ON stories.id = story GROUP BY story ORDER BY stories.url"
        )
        assert [(row["url"], set(row["copies"].split())) for row in linked] == [
            (ES, {EN, FR}),
            (FR, {EN, ES}),
        ]
        store.close()


def test_story_names_the_copies(tmp_path: Path) -> None:
    file = tmp_path / "fr.html"
    file.write_text(story("fr", FRENCH, f"<link rel='canonical' href='{FR}'>{HEAD}"), encoding="utf-8")
    done = scrapy("story", str(file))
    assert f"  in es          {ES}" in done.stdout.splitlines()
    assert f"  in en          {EN}" in done.stdout.splitlines()


def test_a_copy_that_comes_alone_has_its_own_address(tmp_path: Path) -> None:
    world = World(tmp_path)
    done = world.crawl(
        "story", {FR: story("fr", FRENCH, f"<link rel='canonical' href='{EN}'>{HEAD}")}, "-a", f"url={FR}"
    )
    assert done.returncode == 0, done.stderr
    assert world.rows("SELECT url, how FROM urls") == [{"url": FR, "how": "canonical"}]
    visitor = Visitor(tmp_path / "c.db")
    assert f"In en{EN}" in visitor.words("/story/1")


LAMP = Outlet(name="lamp", title="Evening Lamp", domains=("lamp.example",), languages=("en",), timezone="UTC")
ONE, TWO = "https://lamp.example/en/mill-closes", "https://lamp.example/es/mill-closes"
BOTH = [("en", ONE), ("es", TWO)]
LONG = "\n\n".join([BODY, *PARAGRAPHS])


def held(path: Path, *pages: tuple[str, list[tuple[str, str]], str]) -> Store:
    """A database of stories alike, an hour after one another: address, what it links, the address first asked for."""
    store = Store(path)
    for hour, (url, alternates, asked) in enumerate(pages):
        one = made_story(url, f"{LONG}\n\nIt was {url[8:23]}.", url[8:], NOON + timedelta(hours=hour), LAMP)
        one.read.alternates, one.page.asked = alternates, asked or None
        with store.transaction():
            match_and_save(store, one)
    return store


def leads(store: Store) -> dict[str, int | None]:
    return {row["url"]: row["same_as"] for row in store.rows("SELECT url, same_as FROM stories ORDER BY id")}


def test_copies_that_were_held_for_alike_are_parted_once_one_links_the_other(tmp_path: Path) -> None:
    pages = [(ONE, [], ""), (TWO, [], ""), (TWO, BOTH, "")]
    assert leads(held(tmp_path / "a.db", *pages[:2])) == {ONE: None, TWO: 1}
    store = held(tmp_path / "b.db", *pages)
    assert leads(store) == {ONE: None, TWO: None}
    assert store.db["pairs"].count == 0


def test_a_third_story_that_is_like_both_does_not_join_them(tmp_path: Path) -> None:
    third = "https://tide.example/mill-closes"
    found = leads(held(tmp_path / "c.db", (ONE, BOTH, ""), (TWO, BOTH, ""), (third, [], "")))
    assert (found[ONE], found[TWO], found[third]) == (None, None, 1)


def test_an_address_that_leads_to_a_copy_joins_no_two(tmp_path: Path) -> None:
    assert set(leads(held(tmp_path / "c.db", (ONE, BOTH, ""), (TWO, BOTH, ONE)))) == {ONE, TWO}
    assert len(leads(held(tmp_path / "d.db", (ONE, [], ""), (TWO, [], ONE)))) == 1, "but for the links"


def test_two_records_that_turn_out_to_be_one_have_the_copies_of_both(tmp_path: Path) -> None:
    other = "https://lamp.example/news/mill-closes"
    fr = "https://lamp.example/fr/mill-closes"
    store = held(
        tmp_path / "c.db", (ONE, BOTH, ""), (other, [("en", other), ("fr", fr)], ""), (other, [], ONE)
    )
    assert [row["story"] for row in store.rows("SELECT id AS story FROM stories")] == [
        row["story"] for row in store.rows("SELECT DISTINCT story FROM translations")
    ]
    assert {row["url"] for row in store.rows("SELECT url FROM translations")} == {TWO, fr}


def test_an_outlet_in_two_languages_keeps_both() -> None:
    for languages, said in (
        (("en",), f"es-Latn; the outlet's copy is {ONE}"),
        (("en", "es"), ""),
        (("fr",), ""),
        ((), ""),
    ):
        one = made_story(TWO, outlet=replace(LAMP, languages=languages))
        one.read.alternates = BOTH
        one.resolve_identity()
        assert one.in_another_language() == said


def test_an_entry_s_source_may_be_in_any_language() -> None:
    one = made_story(TWO, outlet=replace(LAMP, languages=("en",)))
    one.read.alternates, one.entry = BOTH, Entry("https://lamp.example/entry")
    one.resolve_identity()
    assert one.in_another_language() == one.entry.in_another_language() == ""
