"""A canonical link that is no identity is not believed: unlike stories must never melt into one record."""

import pytest

from tests.stories.making import html, reading

SITE = "https://www.coastpress.example"
NO_IDENTITY = [
    # page, what it states
    ("/news/ferry-in-port", "/news"),
    ("/news/ferry-in-port", "/news/"),
    ("/welt/hafen/faehre-bleibt.html", "/welt/hafen/"),
    ("/أخبار/عبارة-في-الميناء", "/أخبار/"),
    ("/2026/04/30/ferry", "/2026/04/"),
    ("/news/ferry-in-port", "/news/{{page.url}}"),
    ("/news/ferry-in-port", "/news/%7B%7Bpage.url%7D%7D"),
    ("/news/ferry-in-port", "/<%= url %>"),
    ("/news/ferry-in-port", "/news/undefined"),
    ("/news/ferry-in-port", "/[object Object]"),
    ("/news/ferry-in-port", "https://staging.coastpress.example/news/ferry-in-port"),
    ("/news/ferry-in-port", "https://cms-preview.coastpress.example/news/ferry-in-port"),
    ("/story.php?id=118", "/story.php"),
    ("/artikel.aspx?article_id=77", "/artikel.aspx"),
    ("/news/ferry-in-port", "/tag/ferry-in-port"),
    ("/2026/04/30/ferry?x=1", "/2026/04/?x=1"),
]
IDENTITY = [
    ("/news/ferry-in-port/amp", "/news/ferry-in-port"),
    ("/news/ferry/print", "/news/ferry"),
    ("/news/ferry/2", "/news/ferry"),
    ("/news/ferry-in-port/some-trailing-words", "/news/ferry-in-port"),
    ("/a/20260430/ferry", "/a/20260430"),
    ("/news/ferry-in-port?id=7", "/news/ferry-in-port"),
    ("/story.php?id=118&ref=rss", "/story.php?id=118"),
    ("/index.php?utm_source=feed", "/ferry-stays-in-port"),
    ("/?p=2895", "/ferry"),
    ("/x/118", "/hafen/die-faehre"),
    ("/tag/ferry-in-port", "/tag/ferry-at-port"),
    ("/2026/04/30/ferry?x=1", "/2026/04/?x=2"),
    ("/story.php?id=118", "/story.php?id=118"),
    ("/archive/12345/ferry-in-port", "/n/c98765x"),
    ("/news/null-and-void", "/news/null-and-void-again"),
]


@pytest.mark.parametrize(("own", "stated"), NO_IDENTITY)
def test_a_link_to_no_story_is_not_believed(own: str, stated: str) -> None:
    found = reading(html(head=f'<link rel="canonical" href="{stated}">'), url=SITE + own)
    assert (found.url, found.origins["url"]) == (SITE + own, "own address")


@pytest.mark.parametrize(("own", "stated"), IDENTITY)
def test_another_view_of_a_story_states_its_address(own: str, stated: str) -> None:
    found = reading(html(head=f'<link rel="canonical" href="{stated}">'), url=SITE + own)
    assert (found.url, found.origins["url"]) == (SITE + stated, "link canonical")


@pytest.mark.parametrize("mark", ['a rel="canonical"', 'link rel="next"', 'link itemprop="url"'])
def test_only_a_canonical_link_states_the_address(mark: str) -> None:
    found = reading(html(f'<{mark} href="/news/mill-in-velm"></a><p>x</p>'), url=SITE + "/news/ferry-in-port")
    assert found.origins["url"] == "own address"


def test_at_most_two_hundred_copies_are_linked() -> None:
    head = "".join(f'<link rel="alternate" hreflang="en" href="/a/{number}">' for number in range(201))
    found = reading(html(head=head), url=SITE + "/news/ferry-in-port").alternates
    assert [url for _, url in found] == [f"{SITE}/a/{number}" for number in range(200)]
