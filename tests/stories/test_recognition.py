"""What a page is: by its address where it has one, else by what its words show."""

import json
from pathlib import Path

import pytest

from commands.sample import recorded
from stories.page import UNKNOWN, Page
from stories.recognition import Kind, recognise
from tests.making import NOON
from tests.server import story_page
from tests.stories.test_entry import ENTRIES, OLD, rendered, same

PAGES = [page for page in recorded(Path(__file__).parents[2] / "data" / "pages") if page.payload]
TEXTS = sorted(path.stem for path in ENTRIES.glob("*.txt"))
COPY = f"https://web.archive.org/web/20200101000000/{OLD}"


def kind(text: str | bytes, url: str = UNKNOWN) -> Kind:
    return recognise(Page(url, text.encode() if isinstance(text, str) else text, NOON)).kind


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("name", TEXTS)
def test_a_saved_text_is_known_by_what_it_is(name: str, encoding: str) -> None:
    told = json.loads((ENTRIES / f"{name}.json").read_text("utf-8"))
    text = (ENTRIES / f"{name}.txt").read_text("utf-8")
    found = recognise(Page(UNKNOWN, text.encode(encoding), NOON))
    assert found.kind == ("listing" if "items" in told else "entry")
    parts = told.get("items") or told.get("components") or [told]
    assert len(found.listed + found.entries) == len(parts)
    own = {"ui_language"}  # the interface's language stands in the address
    for entry, part in zip(found.listed + found.entries, parts, strict=True):
        same(entry, {field: value for field, value in part.items() if field not in own})
    assert all(entry.url.split("#")[0] == UNKNOWN for entry in found.entries)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.sidecar.parent.name}/{page.sidecar.stem}")
def test_a_saved_page_is_as_what_it_is_at_its_address(page: object) -> None:
    if page.sidecar.with_suffix(".html").exists():  # type: ignore[attr-defined]
        payload, url = page.payload, page.url  # type: ignore[attr-defined]
        assert kind(payload) == kind(payload, url)


@pytest.mark.parametrize(
    ("text", "url", "due"),
    [
        (
            rendered("Looms\nAuthor: Quay, Published on: 3 May 2018\nThey stop."),
            "https://lamp.example/a",
            "story",
        ),
        (rendered("Looms\nAuthor: Quay, Published on: 3 May 2018\nThey stop."), COPY, "entry"),
        (story_page("Mill"), OLD, "other"),
        (story_page("Mill"), UNKNOWN, "story"),
        ("", OLD, "other"),
        ("", UNKNOWN, "story"),
        ("<main><p>Article</p><p>3 May 2018</p><h1>Looms</h1><p>They stop.</p></main>", UNKNOWN, "story"),
        ("<main><p>Article</p><p>3 May 2018</p><h1>Looms</h1><p>They stop.</p></main>", OLD, "entry"),
        ("Opinion\n3 May 2018\nLooms\nThey stop.", UNKNOWN, "story"),
        ("Opinion\n3 May 2018\nAuthor: Quay\nLooms\nThey stop.", UNKNOWN, "entry"),
        ("Article\nLooms\n“Looms to stop”, 3 May 2018\nThey stop.", UNKNOWN, "entry"),
        ("Looms stop\nEvening Lamp, 3 May 2018\nThe looms of the mill stood still.", UNKNOWN, "story"),
        ("http://[bad", "https://lamp.example/[", "story"),
    ],
)
def test_the_address_counts_first_and_then_the_words(text: str, url: str, due: str) -> None:
    assert kind(text, url) == due


def test_a_copy_in_an_archive_is_the_entry_and_its_links_are_the_originals() -> None:
    page = '<div class="primary"><h1>Looms</h1><p>They stop.</p><p><a href="/web/2020/https://lamp.example/mill">'
    [entry] = recognise(Page(COPY, f"{page}Read the full post here</a></p></div>".encode(), NOON)).entries
    assert (entry.url, entry.source_url) == (OLD, "https://lamp.example/mill")


TYPED = {  # the kind of an item and its dates, in the interface's language
    "en": ("Article", "3 May 2018", "2 May 2018", "1 May 2018"),
    "es": ("Artículo", "23 Ago 2023", "22 Ago 2023", "20 Ago 2023"),
    "fr": ("Article", "10 Avr 2019", "9 Avr 2019", "8 Avr 2019"),
    "pt": ("Artigo", "3 Mai 2018", "2 Mai 2018", "1 Mai 2018"),
    "de": ("Artikel", "3 Mai 2018", "2 Mai 2018", "1 Mai 2018"),
    "ru": ("История", "10 Апр 2019", "9 Апр 2019", "8 Апр 2019"),
    "ar": ("المقال", "29 أغسطس 2023", "28 أغسطس 2023", "27 أغسطس 2023"),
    "ko": ("기사", "2018년 11월 28일", "2018년 11월 27일", "2018년 11월 26일"),
    "zh-hans": ("文章", "2023年10月16日", "2023年10月15日", "2023年10月14日"),
}
ITEMS = {
    "title below": "{kind}\n{date}\nLooms {n}",
    "title above": "Looms {n}\n{kind}\n{date}",
    "teaser": "{kind}\n{date}\nLooms {n}\nThe looms of mill {n} stopped, the union said on Friday.",
    "author": "{kind}\n{date}\nAuthor: Quay\nLooms {n}\nThe looms stopped.",
}


@pytest.mark.parametrize("form", ITEMS.values(), ids=ITEMS)
@pytest.mark.parametrize("language", TYPED)
def test_a_list_of_entries_is_no_entry_in_any_language(language: str, form: str) -> None:
    kind, *dates = TYPED[language]
    text = "\n".join(form.format(kind=kind, date=date, n=n) for n, date in enumerate(dates))
    url = f"https://www.business-humanrights.org/{language}/companies/mill/"
    found = recognise(Page(url, f"Mill\n{text}".encode(), NOON))
    assert (found.kind, found.entries) == ("listing", [])
    assert [entry.title for entry in found.listed] == ["Looms 0", "Looms 1", "Looms 2"]
    assert all(entry.published for entry in found.listed)


def test_two_items_without_teasers_are_a_list() -> None:
    assert kind("Mill\nArticle\n3 May 2018\nLooms\nArticle\n2 May 2018\nCoal", OLD) == "listing"


@pytest.mark.parametrize("url", [OLD, UNKNOWN])
@pytest.mark.parametrize("teaser", ["", "<p>The looms stopped.</p>"])
def test_bylines_of_several_entries_are_a_list(url: str, teaser: str) -> None:
    item = (
        "<h2><a href='/en/looms-{0}'>Looms {0}</a></h2><p>Author: Quay, Published on: {0} May 2018</p>"
        + teaser
    )
    page = "<div class='primary'><h1>News</h1>" + "".join(map(item.format, (1, 2))) + "</div>"
    found = recognise(Page(url, page.encode(), NOON))
    assert found.kind == "listing"
    assert [(entry.title, entry.published, entry.outlet) for entry in found.listed] == [
        ("Looms 1", "2018-05-01", "Quay"),
        ("Looms 2", "2018-05-02", "Quay"),
    ]
    assert found.listed[0].url.endswith("/en/looms-1")


RELATED = "\nArticle\n2 May 2018\nCoal\nArticle\n1 May 2018\nSand"


@pytest.mark.parametrize("text", ["They stop.", "They stop.\nThey start."])
def test_an_entry_below_whose_text_others_are_named_is_an_entry(text: str) -> None:
    page = f"Article\n3 May 2018\nLooms\n{text}{RELATED}"
    [entry] = recognise(Page(OLD, page.encode(), NOON)).entries
    assert (entry.title, entry.published) == ("Looms", "2018-05-03")
