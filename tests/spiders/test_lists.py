"""Feeds, sitemaps and listings: what they promise must be found, and what they name and we leave is counted."""

import gzip
import json
from pathlib import Path

import pytest

from tests.server import story_page
from tests.world import Answer, World, feed

CASES = Path(__file__).parents[1] / "cases"
WORLD = "https://www.theguardian.com/world/rss"
STORY = "https://www.theguardian.com/world/2026/nov/20/mill-{}"
CHANGED = "https://www.theguardian.com/story/mill-{}"


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_an_outlet_whose_lists_name_no_story_any_more_fails_in_its_first_such_run(world: World) -> None:
    done = world.crawl("bbc", CASES / "bbc-new-addresses.warc.gz")
    assert done.returncode == 1, done.stderr
    assert "no story's address among 120 that lists name, such as https://" in done.stderr
    run = world.run
    assert (run["verdict"], run["cause"], run["listed"], run["matched"]) == ("failed", "moved", 120, 0)
    assert run["example"].startswith("https://www.bbc.com/")
    count, example = json.loads(run["passed_over"])["no story's address"]
    assert (count, example) == (120, run["example"])


def test_a_feed_that_names_no_story_any_more_is_a_trouble_until_it_does_again(world: World) -> None:
    pages = {STORY.format(n): story_page(f"Mill {n} closes") for n in range(6)}
    assert world.crawl("guardian", {WORLD: feed(*pages), **pages}).returncode == 0
    assert world.run["matched"] == 6
    for _ in range(2):
        done = world.crawl("guardian", {WORLD: feed(*(CHANGED.format(n) for n in range(6)))})
        assert done.returncode in (1, 3), done.stderr
        assert CHANGED.format(0) in done.stderr
    assert world.rejects()[-1] == (WORLD, "addresses changed")
    done = world.crawl(
        "guardian", {WORLD: feed(*pages, CHANGED.format(1), "https://tide.example/x"), **pages}
    )
    assert "https://tide.example/x" in done.stderr + str(world.rejects())
    assert json.loads(world.run["passed_over"]) == {"no story's address": [1, CHANGED.format(1)]}


def test_a_link_that_counts_clicks_is_followed_and_judged_by_where_it_leads(world: World) -> None:
    click = "https://click.example/r?id={}"
    pages = {STORY.format(n): story_page(f"Mill {n} closes") for n in range(3)}
    led = {click.format(n): (302, {"Location": STORY.format(n)}, "") for n in range(2)}
    led[click.format(7)] = (302, {"Location": "https://tide.example/mill"}, "")
    led["https://tide.example/mill"] = (200, {}, story_page("Elsewhere"))
    burnt = (
        "<rss version='2.0' xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'><channel><item>"
        f"<link>https://feeds.example/~r/1</link><feedburner:origLink>{STORY.format(2)}</feedburner:origLink>"
        f"</item>{''.join(f'<item><link>{link}</link></item>' for link in led if 'click' in link)}</channel></rss>"
    )
    done = world.crawl("guardian", {WORLD: burnt, **pages, **led})
    assert "found=4 new=3 updated=0 unchanged=0 rejected=1 errors=0" in done.stderr
    assert world.rejects() == [("https://tide.example/mill", "led to another site")]
    assert {row["url"] for row in world.rows("SELECT url FROM stories")} == set(pages)
    done = world.crawl("guardian", {WORLD: burnt, **pages, **led})
    assert "unchanged=3" in done.stderr, "each is known by the address that was named"


@pytest.mark.parametrize("case", ["emoji", "redos"])
def test_one_bad_item_of_a_feed_costs_no_other(world: World, case: str) -> None:
    done = world.crawl("guardian", CASES / f"guardian-feed-{case}.warc.gz")
    assert done.returncode == 0, done.stderr
    assert "found=6 new=5" in done.stderr
    assert [reason for _, reason in world.rejects()] == ["not in the archive"]


def test_the_instant_of_an_atom_feed_is_a_candidate(world: World) -> None:
    assert world.crawl("guardian", CASES / "guardian-feed-atom-updated.warc.gz").returncode == 0
    dates = world.rows("SELECT field, value, origin FROM dates WHERE origin LIKE 'feed%'")
    assert [tuple(date.values()) for date in dates] == [
        ("modified", "2026-11-20T05:00:00+00:00", "feed updated")
    ]


def test_the_charset_of_a_feed_may_stand_in_the_header_only(world: World) -> None:
    story = "https://www.theguardian.com/world/2026/nov/20/caf\xe9-mill"
    header = {"Content-Type": "application/rss+xml; charset=ISO-8859-1"}
    pages = {WORLD: (200, header, feed(story).encode("latin-1"))}
    world.crawl("guardian", pages)
    assert [row["url"] for row in world.rows("SELECT url FROM rejects")] == [story.replace("\xe9", "%C3%A9")]


def test_empty_bodies_are_told_and_a_charset_is_no_coding(world: World) -> None:
    pages = {STORY.format(n): story_page(f"Mill {n} closes") for n in range(4)}
    named, empty = feed(*pages), gzip.compress(b"")
    answers: dict[str, Answer] = dict(pages)
    answers[WORLD] = (200, {"Content-Encoding": "UTF-8"}, named)
    answers[STORY.format(0)] = (200, {"Content-Encoding": "utf-8"}, pages[STORY.format(0)])
    answers[STORY.format(1)] = (200, {}, "")
    answers[STORY.format(2)] = (200, {"Content-Encoding": "gzip"}, empty)
    answers[STORY.format(3)] = (204, {}, "")
    done = world.crawl("guardian", answers)
    assert "found=4 new=1 updated=0 unchanged=0 rejected=3" in done.stderr
    assert [reason for _, reason in world.rejects()] == ["empty page"] * 3
    for body in ("", empty):
        assert world.crawl("guardian", {WORLD: (200, {}, body)}).returncode == 1
        assert world.rejects()[-1] == (WORLD, "feed empty")


def test_a_list_that_nobody_confirmed_is_in_trouble_only_once_it_has_answered(world: World) -> None:
    feed_of, sitemap = (
        "https://www.independent.co.uk/news/world/rss",
        "https://www.independent.co.uk/sitemaps/googlenews",
    )
    pages = {
        f"https://www.independent.co.uk/news/mill-b291234{n}.html": story_page(f"Mill {n} closes")
        for n in range(1, 7)
    }
    gone = (404, {}, "")
    done = world.crawl("independent", {feed_of: feed(*pages), sitemap: gone, **pages})
    assert done.returncode == 0, done.stderr
    assert world.rejects() == [(sitemap, "unconfirmed: HTTP 404")]
    assert world.run["errors"] == 0
    done = world.crawl("independent", {feed_of: gone, sitemap: feed(*pages), **pages})
    assert done.returncode == 3, done.stderr
    assert world.rejects()[-1] == (feed_of, "HTTP 404")
    done = world.crawl("independent", {feed_of: feed(*pages), sitemap: gone, **pages})
    assert (done.returncode, world.rejects()[-1]) == (3, (sitemap, "HTTP 404"))


def test_a_list_that_others_know_to_answer_is_in_trouble_at_once(world: World) -> None:
    feed_of, sitemap = "https://www.lemonde.fr/rss/une.xml", "https://www.lemonde.fr/sitemap_news.xml"
    form = "https://www.lemonde.fr/idees/article/2026/03/0{0}/usine-{0}_618709{0}_3210.html"
    pages = {form.format(n): story_page(f"Mill {n} closes") for n in range(1, 7)}
    done = world.crawl("le_monde", {feed_of: feed(*pages), sitemap: (404, {}, ""), **pages})
    assert (done.returncode, world.rejects()) == (3, [(sitemap, "HTTP 404")])


def test_a_month_is_confirmed_by_another_and_the_index_only_by_what_it_names(world: World) -> None:
    form = "https://elpais.com/sitemaps/2026/0{}/sitemap_0.xml"
    pages = {"https://elpais.com/economia/2026-02-03/la-fabrica.html": story_page("Mill closes")}
    for month in (1, 2):
        days = ("-a", f"since=2026-0{month}-01", "-a", f"until=2026-0{month}-28")
        world.crawl("el_pais", {form.format(1): feed(*pages), **pages}, *days)
    told = [row for row in world.rejects() if "sitemaps" in row[0]]
    assert told == [(form.format(2), "not in the archive")], "January's had answered"
    assert (
        "https://feeds.elpais.com/mrss-s/pages/ep/site/elpais.com/portada",
        "unconfirmed: not in the archive",
    ) in world.rejects()
