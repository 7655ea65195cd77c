"""The desk in a real browser: nothing fails, nothing is fetched from elsewhere, and everybody can use it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browse.looker import NARROW, WIDE, Looker, looking, needed_browser, too_wide, violations
from tests.browse.world import make_world
from tests.once import made_once
from tests.sample import crawl_sample

PAGES = {
    "front": "/",
    "search": "/stories?q=passport+OR+wages&since=2019-01-01",
    "quotes": "/quotes?kind=direct",
    "changes": "/changes",
    "entries": "/entries?state=altered",
    "story": "/story/{rewritten}",
    "entry": "/entry/{entry}",
    "person": "/person?name=Viktor+Hale",
    "company": "/company?name=Meridian+Catch",
    "charts": "/charts",
    "nobody": "/person?name=Hale",
    "hostile": "/story/{hostile}",
    "long": "/story/{long}",
    "urdu": "/story/{ur}",
    "chinese": "/story/{zh}",
    "thai": "/story/{th}",
}

SAME = (
    "quotes",
    "long",
    "urdu",
    "chinese",
    "thai",
)  # built as others are, and no other thing for axe to look at


@pytest.fixture(
    scope="module"
)  # Playwright keeps a loop of asyncio running, which other tests start their own beside
def looker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Looker]:
    browser = needed_browser()
    sample = made_once(tmp_path_factory, "sample", crawl_sample) / "sample.db"

    def make(folder: Path) -> None:
        (folder / "keys.json").write_text(json.dumps(make_world(sample, folder)))

    world = made_once(tmp_path_factory, "world", make)
    keys = json.loads((world / "keys.json").read_text())
    with looking(world / "world.db", keys, browser) as found:
        yield found


def test_every_page_is_whole_and_can_be_used_by_everybody(looker: Looker) -> None:
    with looker.window(viewport=WIDE, color_scheme="light") as page:
        for name, path in PAGES.items():
            looker.go(page, path)
            # Then the same page turned dark, where colours are what differs: axe's other rules are asked once
            for size, scheme, rules in ((WIDE, "light", ()), (NARROW, "dark", ("color-contrast",))):
                page.set_viewport_size(size)  # type: ignore[arg-type]
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                assert not too_wide(page), (name, scheme)
                assert name in SAME or not violations(page, *rules), (name, scheme)
            assert page.title() != "owned"


@pytest.mark.parametrize(
    "path",
    [
        "/cuttings",
        "/cuttings/stories?_facet=outlet",
        "/cuttings/stories/{hostile}",
        "/cuttings/who_said?words=paid",
    ],
)
def test_datasette_s_own_pages_run_their_scripts_and_no_record_s(looker: Looker, path: str) -> None:
    with looker.window(viewport=WIDE) as page:
        looker.go(page, path)
        assert "owned" not in page.title()


def test_without_a_mouse_a_story_is_found_and_its_quotes_are_read(looker: Looker) -> None:
    with looker.window(viewport=WIDE) as page:
        looker.go(page, "/")
        page.keyboard.press("Tab")
        expect(page.get_by_text("To the text")).to_be_focused()
        while page.evaluate("document.activeElement.id") != "q":
            page.keyboard.press("Tab")
        page.keyboard.type('"biscuit tin"')
        page.keyboard.press("Enter")
        page.wait_for_url("**/stories?q=*")
        while page.evaluate("document.activeElement.closest('.rows h2') === null"):
            page.keyboard.press("Tab")
        outlined = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outlined == "solid"
        page.keyboard.press("Enter")
        page.wait_for_url("**/story/*")
        while page.evaluate("document.activeElement.tagName") != "MARK":
            page.keyboard.press("Tab")
        tip = page.locator("mark:focus > .tip")
        expect(tip).to_be_visible()
        expect(tip).to_contain_text("Men rescued from four squid boats")
        expect(page.locator(".tip:visible")).to_have_count(1)


def test_a_quote_tells_its_speaker_where_it_is_pointed_at_or_tapped(looker: Looker) -> None:
    with looker.window(viewport=WIDE) as page:
        looker.go(page, "/story/{rewritten}")
        page.locator("mark.direct").first.hover()
        expect(page.locator(".tip:visible")).to_contain_text("Budi Hartanto")
        page.locator(".quotes a.to").nth(2).click()
        assert (
            page.evaluate("getComputedStyle(document.querySelector('.place:target ~ mark')).outlineStyle")
            == "solid"
        )
    with looker.window(viewport=NARROW, has_touch=True, is_mobile=True) as page:
        looker.go(page, "/story/{rewritten}")
        page.get_by_text("Every date of the page").first.tap()
        cells = "[...document.querySelectorAll('.evidence td')].map(cell => cell.scrollWidth)"
        assert min(page.evaluate(cells)) > 20  # no column of single letters
        page.get_by_text("Every date of the page").first.tap()
        page.locator("mark.direct").first.tap()
        expect(page.locator(".tip:visible")).to_contain_text("Budi Hartanto")
        box = page.locator(".tip:visible").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360


def test_kinds_of_quotes_are_told_by_their_lines_and_texts_run_their_own_way(looker: Looker) -> None:
    with looker.window(viewport=WIDE) as page:
        looker.go(page, "/story/{rewritten}")
        styles = page.evaluate(
            "Object.fromEntries(['direct', 'mixed', 'indirect'].map(kind => "
            "[kind, getComputedStyle(document.querySelector('.body mark.' + kind)).borderBottomStyle]))"
        )
        assert styles == {"direct": "solid", "mixed": "dashed", "indirect": "dotted"}
        for language, direction in {"ur": "rtl", "ar": "rtl", "zh": "ltr", "th": "ltr"}.items():
            looker.go(page, f"/story/{{{language}}}")
            for part in ("h1", ".body p"):
                assert (
                    page.evaluate(f"getComputedStyle(document.querySelector('{part}')).direction")
                    == direction
                )
            assert page.locator("h1").get_attribute("lang") == language
        looker.go(page, "/story/{hostile}")
        assert "<U+202E>" in page.locator("h1").inner_text()


def test_a_list_is_taken_along_and_subscribed_to(looker: Looker) -> None:
    with looker.window(viewport=WIDE) as page:
        looker.go(page, "/quotes?person=Viktor+Hale")
        with page.expect_download() as download:
            page.get_by_text("CSV for a spreadsheet").click()
        assert download.value.suggested_filename == "quotes.csv"
        text = Path(download.value.path()).read_text(encoding="utf-8-sig")
        assert text.count(",Viktor Hale,") == 3
        answer = page.request.get(page.locator("link[rel=alternate]").evaluate("link => link.href"))
        assert answer.headers["content-type"].startswith("application/atom+xml")
        assert "Viktor Hale" in answer.text()


def test_on_paper_there_is_the_story_and_nothing_to_press(looker: Looker) -> None:
    with looker.window(viewport=WIDE) as page:
        looker.go(page, "/story/{rewritten}")
        page.emulate_media(media="print")
        for gone in (".top", ".tip", "summary", ".hint"):
            expect(page.locator(gone).first).to_be_hidden()
        for kept in ("h1", ".body", ".quotes", ".proof"):
            expect(page.locator(kept).first).to_be_visible()
        page.emulate_media(media="print", color_scheme="dark")  # paper is white all the same
        for box in (".proof pre", ".told"):
            style = "getComputedStyle(document.querySelector('%s')).backgroundColor"
            assert page.evaluate(style % box) == "rgb(255, 255, 255)"
