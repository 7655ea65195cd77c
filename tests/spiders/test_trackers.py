"""Links through trackers are followed before they are judged; lists of a changed form are noticed at once."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.failing.lamp import URL
from tests.server import Answer as Served
from tests.server import serve, story_page
from tests.test_failures import FAILING, run
from tests.world import Answer, World, feed

HOP = "https://t.co/{}"
STORY, NEW = f"{URL}/2026/mill-{{}}", f"{URL}/s/mill-{{}}"


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def maps(*links: str) -> str:
    return f"<urlset>{''.join(f'<url><loc>{link}</loc></url>' for link in links)}</urlset>"


def index(*leaves: str) -> str:
    return (
        f"<sitemapindex>{''.join(f'<sitemap><loc>{leaf}</loc></sitemap>' for leaf in leaves)}</sitemapindex>"
    )


def listing(*links: str, around: str = "h2") -> str:
    return "<html><body>" + "".join(f"<{around}><a href='{link}'>Mill</a></{around}>" for link in links)


def lists(
    rss: tuple[str, ...], sitemap: tuple[str, ...], page: tuple[str, ...], leaf: str = "/map-1.xml"
) -> dict[str, Answer]:
    """The lists of the outlet `tide`."""
    named = {f"{URL}/maps.xml": index(URL + leaf), URL + leaf: maps(*sitemap)}
    return {f"{URL}/rss": feed(*rss), f"{URL}/list": listing(*page), **named}


def pages(*numbers: int) -> dict[str, str]:
    return {STORY.format(number): story_page(f"Mill {number} closes") for number in numbers}


def hops(leads: Mapping[int, str]) -> dict[str, Answer]:
    return {HOP.format(number): (302, {"Location": link}, "") for number, link in leads.items()}


def test_trackers_are_followed_from_every_kind_of_list(world: World) -> None:
    named = f"https://trk.example/r?u={STORY.format(4).replace('/', '%2F').replace(':', '%3A')}"
    other = "https://counter.example/9"
    led = hops(
        {1: STORY.format(1), 2: HOP.format(21), 21: STORY.format(2), 3: STORY.format(3), 5: f"{URL}/about"}
    )
    led[other] = (301, {"Location": STORY.format(6)}, "")
    led[f"{URL}/redirect/7"] = (302, {"Location": STORY.format(7)}, "")
    led[f"{URL}/about"] = story_page("About us")
    answers = lists(
        (HOP.format(1), named), (HOP.format(2), HOP.format(5), other), (HOP.format(3), f"{URL}/redirect/7")
    )
    done = world.crawl("tide", answers | led | pages(1, 2, 3, 4, 6, 7), *FAILING)
    assert "found=7 new=6 updated=0 unchanged=0 rejected=1 errors=0" in done.stderr
    assert world.rejects() == [(f"{URL}/about", "led to a page that is no story")]
    assert {row["url"].rpartition("-")[2] for row in world.rows("SELECT url FROM stories")} == set("123467")


def test_of_all_links_of_a_page_only_those_are_followed_that_are_known_to_forward(world: World) -> None:
    links = (HOP.format(1), "https://social.example/lamp", f"{URL}/about", STORY.format(2))
    answers: dict[str, Answer] = {f"{URL}/list": listing(*links, around="p")}
    done = world.crawl("tidelinks", answers | hops({1: STORY.format(1)}) | pages(1, 2), *FAILING)
    assert "found=2 new=2" in done.stderr
    assert set(world.run["passed_over"].split('"')) >= {"another site", "no story's address"}


@pytest.mark.parametrize("changed", ["rss", "sitemap", "page", "leaf"])
def test_a_list_of_whatever_kind_whose_addresses_change_is_told_at_once(world: World, changed: str) -> None:
    old, new = tuple(map(STORY.format, range(6))), tuple(map(NEW.format, range(6)))
    kinds = {"rss": old, "sitemap": old, "page": old}
    assert world.crawl("tide", lists(**kinds) | pages(*range(6)), *FAILING).returncode == 0
    answers = lists(**kinds, leaf="/sitemap-a.xml") if changed == "leaf" else lists(**kinds | {changed: new})
    done = world.crawl("tide", answers, *FAILING)
    assert done.returncode == 3, done.stderr
    example = URL + "/sitemap-a.xml" if changed == "leaf" else NEW.format(0)
    assert example in str(world.rows("SELECT detail FROM rejects"))
    assert world.run["cause"] == "moved"
    assert world.rejects()[-1][1] == "addresses changed"


def test_lists_that_have_not_changed_since_name_no_story_still(tmp_path: Path) -> None:
    new = tuple(f"/s/mill-{number}" for number in range(6))
    with serve({}) as site:
        tags = {"ETag": '"a"'}
        site.answers |= {
            "/rss": Served(
                feed(*(site.url + link for link in new)), headers=tags | {"Content-Type": "text/xml"}
            ),
            "/maps.xml": Served(index(site.url + "/map-1.xml"), headers={"Content-Type": "text/xml"}),
            "/map-1.xml": Served(maps(*(site.url + link for link in new)), headers=tags),
            "/list": Served(listing(*new), headers=tags | {"Content-Type": "text/html"}),
        }
        for asked in (None, '"a"'):
            site.headers.clear()
            done = run(site, tmp_path, "crawl", "tide")
            assert done.returncode == 1, done.stderr
            assert f"no story's address among 18 that lists name, such as {site.url}/s/mill-0" in done.stderr
            assert {headers.get("if-none-match") for headers in site.headers} <= {asked, None}
        assert sum(headers.get("if-none-match") == '"a"' for headers in site.headers) == 3
