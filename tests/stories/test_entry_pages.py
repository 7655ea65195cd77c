"""Pages of the Centre in odd mark-up, other languages and bad shape: a right partial record, never an error."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stories.entries import Entry, EntryPage
from stories.entries.layouts import read_entry_page
from stories.entries.pages import read_entries
from stories.page import Page
from tests.cost import assert_linear
from tests.making import NOON

CENTRE = "https://www.business-humanrights.org"
SAMPLE = Path(__file__).parent.parent.parent / "data" / "pages" / "resource-centre"
SOURCE = "https://quay.example/ferries"
LINK = f'<p><a href="{SOURCE}">Read the full post here</a></p>'
BYLINE = "<h2>Author: Quay, Published on: 10 December 2019</h2>"


def old(inside: str) -> Entry:
    [entry] = read_entry_page(f'<div class="primary">{inside}</div>', f"{CENTRE}/en/ferries").entries
    return entry


def new(inside: str, language: str = "en") -> Entry:
    [entry] = read_entry_page(f"<main>{inside}</main>", f"{CENTRE}/{language}/latest-news/ferries/").entries
    return entry


@pytest.mark.parametrize(
    ("inside", "missing"),
    [
        (f"<h1>Ferries</h1>{BYLINE}<p>They stop.</p>{LINK}", []),
        (f"<h1>Ferries</h1><p>They stop.</p>{LINK}", ["attribution", "published"]),
        (f"<h1>Ferries</h1>{BYLINE}<p>They stop.</p>", ["source_url"]),
        (f"<h1>Ferries</h1>{BYLINE}{LINK}", ["excerpt"]),
        (
            f"<h1>Ferries</h1><h2>Author: Quay, Published on: 99 Foober 2019</h2><p>They stop.</p>{LINK}",
            ["published"],
        ),
        (f"{BYLINE}<p>They stop.</p>{LINK}", ["title"]),
        (f"<h1>Ferries</h1><p>Author: Quay</p><p>They stop.</p>{LINK}", ["published"]),
        (f"<h1>Ferries</h1><p>Published on: 3 May 2018</p><p>They stop.</p>{LINK}", ["attribution"]),
        (f"<h1>Ferries</h1><p>Author: Quay</p><p>Published on: 3 May 2018</p><p>They stop.</p>{LINK}", []),
        ("<h1>Ferries</h1><p>They “stop.</p>", ["attribution", "published", "source_url"]),
    ],
)
def test_what_an_entry_lacks_is_said(inside: str, missing: list[str]) -> None:
    entry = old(inside)
    assert entry.missing == missing
    assert not any("Author" in line or "Published" in line for line in entry.excerpt)


@pytest.mark.parametrize(
    ("inside", "address"),
    [
        (
            '<p>They stop.</p><p><a href="https://q.example/a.pdf">Read the full post here</a></p>',
            "https://q.example/a.pdf",
        ),
        ('<p>They stop.</p><p><a href="/en/ferries">Read the full post here</a></p>', f"{CENTRE}/en/ferries"),
        (
            '<p>They stop.</p><p><a href="http://127.0.0.1/a">Read the full post here</a></p>',
            "http://127.0.0.1/a",
        ),
        ('<p>They stop.</p><p><a href="#top">Read the full post here</a></p>', ""),
        ('<p>They stop.</p><p><a href="https://q.example/a">The whole story</a></p>', "https://q.example/a"),
        (
            '<p>“<a href="https://q.example/a">Ferries to stop</a>”, 1 May 2019</p><p>They stop.</p>',
            "https://q.example/a",
        ),
        ('<p>They <a href="https://q.example/a">stop</a>.</p>', "https://q.example/a"),
        ('<p>They <a href="https://q.example/a">stop</a> <a href="https://q.example/b">now</a>.</p>', ""),
        ('<p>They stop.</p><p><a href="https://twitter.com/share?u=1">Share</a></p>', ""),
        ("<p>They stop.</p><p>Read the full post here</p>", ""),
    ],
)
def test_the_source_is_behind_the_label_or_the_only_link_out(inside: str, address: str) -> None:
    assert old(f"<h1>Ferries</h1>{BYLINE}{inside}").source_url == address


def test_what_stands_around_an_entry_never_enters_its_text() -> None:
    entry = old(
        "<p>hide message</p><p>A message from our director</p><p>Please give.</p><p>Find Out More Hide Message</p>"
        "<p>You are being redirected to the story the piece of content is found in so you can read it in context."
        '</p><p><a href="/en/story">The story</a></p>'
        f"<h1>Ferries</h1>{BYLINE}<p>Photo credit: A. Person</p><p>“Ferries to stop”, 1 May 2019</p><p>They stop.</p>"
        f'{LINK}<p>Related companies: <a href="/c/a">Ferry Co</a>, <a href="/c/b">Dock &amp; Sons</a></p>'
    )
    assert entry.excerpt == ["They stop."]
    assert entry.companies == ["Ferry Co", "Dock & Sons"]
    assert (entry.source_title, entry.source_published) == ("Ferries to stop", "2019-05-01")


def test_a_banner_without_an_end_does_not_swallow_the_entry() -> None:
    assert old(f"<p>hide message</p><h1>Ferries</h1>{BYLINE}<p>They stop.</p>").excerpt == ["They stop."]


@pytest.mark.parametrize("mark", ["Get RSS feed of these results", "All components of this story"])
def test_the_mark_of_a_story_in_the_banner_makes_none(mark: str) -> None:
    banner = f"<p>Hide message</p><p>{mark}</p><p>Close and hide message</p>"
    entry = old(f"<h1>Ferries</h1>{banner}{BYLINE}<p>They stop.</p>{LINK}")
    assert (entry.title, entry.excerpt) == ("Ferries", ["They stop."])


@pytest.mark.parametrize(
    ("language", "notice", "kind", "date", "author"),
    [
        ("es", "Esta página no está disponible en Español y está siendo mostrada en English", "Artículo",
         "23 Ago 2023", "Autor:"),
        ("fr", "Cette page n’est pas disponible en Français et est affichée en English", "Article",
         "23 Août 2023", "Auteur:"),
        ("pt", "Esta página não está disponível em Português e está sendo exibida em English", "Artigo",
         "23 Ago 2023", "Author:"),
        ("de", "Diese Seite ist nicht auf Deutsch verfügbar und wird angezeigt auf English", "Artikel",
         "23 Aug 2023", "Autor:"),
        ("ru", "Эта страница недоступна на Русский и отображается на English", "Статья", "23 Авг 2023", "Автор:"),
        ("ar", "هذه الصفحة غير متوفرة باللغة العربية وهي معروضة باللغة English", "المقال",
         "23 أغسطس 2023", "الكاتب:"),
        ("ja", "このページは 日本語では利用できません。Englishで表示されています", "記事", "2023年8月23日", "著者:"),
        ("ko", "이 페이지는 한국어로 제공되지 않으며 English로 표시됩니다.", "기사", "2023년 8월 23일", "저자:"),
        ("zh-hans", "这页面没有简体中文版本,现以English显示", "文章", "2023年8月23日", "作者:"),
        ("zh-hant", "這頁面沒有繁體中文版本,現以English顯示", "文章", "2023年8月23日", "作者:"),
        ("my", "", "ဆောင်းပါး", "23 Aug 2023", "စာရေးသူ:"),
    ],
)  # fmt: skip
def test_every_interface_language_is_read(
    language: str, notice: str, kind: str, date: str, author: str
) -> None:
    entry = new(
        "<p>abusesaffiliationarrow-downarrow-leftchevron</p>"
        f"<p>{notice}</p><p>{kind}</p><p>{date}</p><p>{author}</p><p>Ana Bell, Quay</p><h1>Ferries to stop in May</h1>"
        "<p>The ferries stop in May, the harbour company says.</p>",
        language,
    )
    assert entry.kind == kind
    assert entry.published == "2023-08-23"
    assert (entry.authors, entry.outlet, entry.title) == (["Ana Bell"], "Quay", "Ferries to stop in May")
    assert entry.excerpt == ["The ferries stop in May, the harbour company says."]
    assert entry.ui_language.lower() == language
    assert entry.language == "en"


def test_the_new_layout_is_read_in_another_order_of_its_parts() -> None:
    entry = new(
        "<h1>Ferries</h1><div>Article</div><div>23 Aug 2023</div><div>Author: By Ana Bell, Quay (UK)</div>"
        "<p>They stop.</p><h3>Companies</h3><ul><li>Ferry Co</li></ul><h3>Timeline</h3><p>Ferries: all stops</p>"
    )
    assert (entry.title, entry.authors, entry.outlet_country) == ("Ferries", ["Ana Bell"], "GB")
    assert (entry.excerpt, entry.companies, entry.timelines) == (
        ["They stop."],
        ["Ferry Co"],
        ["Ferries: all stops"],
    )


def test_a_type_in_the_menu_is_not_taken_for_the_entry_s() -> None:
    entry = new(
        "<p>Article</p><p>Report</p><p>Company response</p><p>3 Mar 2022</p><h1>Ferries</h1><p>We regret.</p>"
    )
    assert (entry.kind, entry.title, entry.excerpt) == ("Company response", "Ferries", ["We regret."])


@pytest.mark.parametrize(
    ("inside", "evident"),
    [
        (f"<h1>Ferries</h1>{BYLINE}<p>They stop.</p>", True),
        ("<p>Article</p><p>Ferries</p><p>They stop.</p>", False),
        (
            "<p>abusesaffiliationarrow-downarrow-leftchevron</p><p>Article</p><p>Ferries</p><p>They stop.</p>",
            True,
        ),
        ("<p>Article</p><p>3 Mar 2022</p><p>Author:</p><p>Quay</p><h1>Ferries</h1><p>They stop.</p>", True),
    ],
)
def test_what_shows_that_a_page_is_an_entry(inside: str, evident: bool) -> None:
    page = read_entry_page(f"<main>{inside}</main>", f"{CENTRE}/en/latest-news/ferries/")
    assert (page.kind, page.evident) == ("entry", evident)


CARD = (
    '<div class="card"><p>3 Mar 2022</p><a class="card__main-link" href="/en/latest-news/{0}/"><h3>Entry {0}</h3></a>'
    "</div>"
)


def test_a_list_of_cards_gives_its_links() -> None:
    page = read_entry_page(
        f"<main>{CARD.format(1)}{CARD.format(2)}{CARD.format(1)}</main>", f"{CENTRE}/en/latest-news/"
    )
    assert page.kind == "listing"
    assert page.links == [f"{CENTRE}/en/latest-news/{n}/" for n in (1, 2)]
    assert [entry.title for entry in page.entries] == ["Entry 1", "Entry 2", "Entry 1"]


def test_a_list_whose_cards_show_types_and_dates_is_no_entry() -> None:
    item = '<li><p>Article</p><p>3 Mar 2022</p><a class="card__main-link" href="/en/latest-news/{0}/">Entry {0}</a></li>'
    page = read_entry_page(
        f"<ul>{item.format(1)}{item.format(2)}</ul>", f"{CENTRE}/es/últimas-noticias/?page=2"
    )
    assert (page.kind, len(page.links)) == ("listing", 2)


def test_cards_beside_an_entry_do_not_make_it_a_list() -> None:
    entry = new(f"<p>Article</p><p>3 Mar 2022</p><h1>Ferries</h1><p>They stop.</p>{CARD.format(1)}")
    assert entry.excerpt == ["They stop."]


def test_an_old_news_list_gives_links_and_its_next_page() -> None:
    markup = (
        '<div class="story_outer component_outer"><h2><a href="/en/a">One</a></h2><p>Text.</p></div>'
        '<div class="story_outer component_outer"><h2><a href="/en/b">Two</a></h2></div>'
        '<nav><ul><li class="pager-next"><a href="?page=1">next</a></li></ul></nav>'
    )
    page = read_entry_page(markup, f"{CENTRE}/en/news/")
    assert (page.kind, page.links) == ("listing", [f"{CENTRE}/en/a", f"{CENTRE}/en/b"])
    assert page.next_page == f"{CENTRE}/en/news/?page=1"


def component(number: int) -> str:
    return (
        f"<p>Article</p><p>{number % 28 + 1} June 2018</p><h2>Part {number}</h2><p>Author: Quay</p><p>Text {number}.</p>"
        f'<p><a href="{SOURCE}/{number}">Read the full post here</a></p>'
    )


def story_of(components: int) -> EntryPage:
    parts = "".join(map(component, range(components)))
    markup = f'<div class="primary"><h1>Ferries</h1><p>All of it.</p><p>All components of this story</p>{parts}</div>'
    return read_entry_page(markup, f"{CENTRE}/en/story?page=0")


def test_a_story_of_two_hundred_components_has_them_all() -> None:
    assert_linear(story_of, 50)
    page = story_of(200)
    assert (page.kind, page.title, len(page.entries)) == ("story", "Ferries", 200)
    last = page.entries[-1]
    assert (last.title, last.source_url, last.excerpt) == ("Part 199", f"{SOURCE}/199", ["Text 199."])
    assert last.url == f"{CENTRE}/en/story#part-199-2018-06-04"
    assert len({entry.url for entry in page.entries}) == 200


def test_the_sample_s_story_page_gives_its_components() -> None:
    sidecar = json.loads((SAMPLE / "dam-letters.story.json").read_text("utf-8"))
    payload = (SAMPLE / "dam-letters.story.html").read_bytes()
    response, article = read_entries(Page(sidecar["url"], payload, NOON))
    assert (response.kind, response.outlet, response.outlet_country) == (
        "Company response",
        "Halden Metals",
        "GB",
    )
    assert (article.kind, article.outlet, article.source_published) == ("Article", "BBC", "2018-11-22")
    assert [passage.text[:12] for passage in response.passages] == ["We mourn wit"]
    assert len(article.passages) == 2
    assert response.source_url.endswith(".pdf")


def facts(entry: Entry) -> dict[str, Any]:
    return {
        "title": entry.title,
        "published": entry.published,
        "excerpt": entry.excerpt,
        "outlet": entry.outlet,
    }


@pytest.mark.parametrize("tag", ["p", "div", "li", "td", "section"])
def test_the_mark_up_of_the_lines_does_not_matter(tag: str) -> None:
    lines = [
        "Ferries",
        "Author: Quay, Published on: 10 December 2019",
        "They stop.",
        "Read the full post here",
    ]
    expected = facts(old("".join(f"<p>{line}</p>" for line in lines)))
    assert expected == {
        "title": "Ferries",
        "published": "2019-12-10",
        "excerpt": ["They stop."],
        "outlet": "Quay",
    }
    for markup in ("".join(f"<{tag}><span>{line}</span></{tag}>" for line in lines), "<br/>".join(lines)):
        [entry] = read_entry_page(f"<body>{markup}</body>", f"{CENTRE}/en/ferries").entries
        assert facts(entry) == expected


PIECES = """<h1> </h1> <p> </p> <a~href='//['> </a> <div~class='primary'> Author:~ hide~message Article 3~Mar~2022
“ … [ ] ”,~1~May~2019 ,~Published~on:~ All~components~of~this~story <!-- <svg> Related~companies: \ud800 \0 &#0; 文章
<a~class='card__main-link'> Read~the~full~post~here Autor: Timeline"""


@settings(max_examples=150)
@given(st.lists(st.sampled_from([piece.replace("~", " ") for piece in PIECES.split()])))
def test_nothing_raises(pieces: list[str]) -> None:
    page = read_entry_page("".join(pieces), f"{CENTRE}/en/x")
    assert page.kind in ("entry", "story", "listing", "other")


def test_one_entry_under_two_languages_has_one_address() -> None:
    inside = "<p>Article</p><p>3 Mar 2022</p><h1>Ferries</h1><p>They stop.</p>"
    assert new(inside, "en").url == new(inside, "ko").url == f"{CENTRE}/en/latest-news/ferries"


@pytest.mark.parametrize(
    ("start", "unit", "times"),
    [
        ("", "<p>Article</p>", 5_000),
        ("<p>Author: ", "a, b: ", 10_000),
        ("<p>All components of this story</p>", "<p>1 May 2019</p>", 2_500),
        ("", "<div>", 5_000),
        ('<div class="primary"><h1>x</h1>', '<a href="https://q.example/a"><b>x</b><p>y</p>', 500),
    ],
    ids=["types", "commas", "dates", "nesting", "links"],
)
def test_the_time_for_a_hostile_page_grows_with_its_length(start: str, unit: str, times: int) -> None:
    assert_linear(lambda size: read_entry_page(start + unit * size + "x", f"{CENTRE}/en/x"), times)
