"""Outlets that share a site: each has the pages of its section, and crawlall runs those that it is told to."""

from pathlib import Path

import pytest
from scrapy.utils.project import get_project_settings

from extensions import outlets, run_by_default
from spiders.bbc import BBC, SERVICES
from stories.identity.urls import belongs_to, canonical_url, is_story, outlet_of
from tests.world import World

OUTLETS = outlets(get_project_settings())
# Addresses of the forms that each service has had
STORIES = {
    **{f"https://www.bbc.com/{section}/articles/c0sample001o": section for section in SERVICES},
    "https://www.bbc.com/zhongwen/articles/c0sample002o/simp": "zhongwen",
    "https://www.bbc.com/zhongwen/trad/world-50000001": "zhongwen",
    "https://www.bbc.com/mundo/noticias-america-latina-50000002": "mundo",
    "https://www.bbc.com/hindi/india-50000003": "hindi",
}
PAGE = """<html lang="ar" dir="rtl"><head><title>إغلاق المصنع في المدينة</title>
<meta property="article:published_time" content="2026-03-01T08:00:00Z"></head><body><main><h1>إغلاق المصنع في المدينة</h1>
{}</main></body></html>"""
TEXT = (
    "أغلق المصنع أبوابه يوم الاثنين وغادر صاحبه المدينة في المساء"
    " دون أن يذكر سببا للعمال الذين انتظروا عند الباب رقم {}."
)
FEED = "<rss version='2.0'><channel><title>Lamp</title>{}</channel></rss>"


def test_each_service_has_an_outlet_with_its_section_and_language() -> None:
    found = {name: outlet for name, outlet in OUTLETS.items() if name.startswith("bbc_")}
    assert set(found) == {f"bbc_{section}" for section in SERVICES}
    assert len({outlet.languages for outlet in found.values()}) == len(SERVICES)


@pytest.mark.parametrize(("url", "section"), STORIES.items(), ids=range(len(STORIES)))
def test_a_story_of_a_service_is_that_outlet_s_and_no_other_s(url: str, section: str) -> None:
    outlet = outlet_of(url, OUTLETS.values())
    assert outlet.name == f"bbc_{section}"
    assert is_story(url, outlet)
    assert not is_story(url, BBC)
    assert canonical_url(url.replace("www.bbc.com", "www.bbc.co.uk") + "?at_medium=RSS", outlet) == url
    assert [name for name, one in OUTLETS.items() if belongs_to(url, one) and is_story(url, one)] == [
        outlet.name
    ]


@pytest.mark.parametrize(
    "path", ["/news/articles/c0sample003o", "/news/world-50000004", "/mundobasket/articles/c0sample004o"]
)
def test_what_is_in_no_service_s_section_is_the_bbc_s(path: str) -> None:
    assert outlet_of(f"https://www.bbc.com{path}", OUTLETS.values()) == BBC
    assert is_story(path, BBC)


def test_a_service_is_crawled_by_its_name(tmp_path: Path) -> None:
    urls = [f"https://www.bbc.com/arabic/articles/c0sample00{number}o" for number in (1, 2)]
    items = "".join(f"<item><link>{url}?at_medium=RSS</link></item>" for url in urls)
    bodies = ["".join(f"<p>{TEXT.format(10 * story + line)}</p>" for line in range(8)) for story in (1, 2)]
    pages = {url: PAGE.format(body) for url, body in zip(urls, bodies, strict=True)}
    world = World(tmp_path)
    done = world.crawl("bbc_arabic", {"https://feeds.bbci.co.uk/arabic/rss.xml": FEED.format(items), **pages})
    assert "bbc_arabic: ok found=2 new=2" in done.stderr, done.stderr
    rows = world.rows("SELECT url, outlet, language, published FROM stories ORDER BY url")
    assert [tuple(row.values()) for row in rows] == [
        (url, "bbc_arabic", "ar", "2026-03-01T08:00:00+00:00") for url in urls
    ]


def test_crawlall_runs_what_is_named_and_else_what_it_ran_before() -> None:
    settings = get_project_settings()
    run = run_by_default(settings)
    assert {"bbc", "guardian", "resource_centre"} <= set(run), "and those that somebody adds"
    assert not {"bbc_arabic", "reuters"} & set(run)
    settings.set("OUTLETS", "bbc_arabic,guardian")
    assert run_by_default(settings) == ["bbc_arabic", "guardian"]
