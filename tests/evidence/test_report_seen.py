"""The report in a real browser, wide, narrow and on paper: nothing cut, nothing over another, no script of a page."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from evidence.bundle import RECORDS
from evidence.report import report_of
from tests.browse.looker import FLAGS, NARROW, WIDE, Looker, needed_browser, too_wide, violations
from tests.evidence.faults import HOSTILE, filled, whole

PAPER = {"width": 680, "height": 1000}  # A4 without its margins, at 96 dots an inch
TEXTS = {
    "sample": "",
    "hostile": HOSTILE,
    "long": f"https://lamp.example/{'w' * 300}",
    "arabic": "قال العمال إن \u202eالأجور لم تدفع ABC 2026. " * 4,
}
# Boxes of text that stand one over another, as none of a page in columns and rows should
OVERLAPPING = """() => {
  const boxes = [...document.querySelectorAll('h1, h2, h3, p, dt, dd, th, td')]
    .filter(one => one.checkVisibility()).map(one => [one.getBoundingClientRect(), one.outerHTML.slice(0, 90)]);
  const found = [];
  boxes.forEach(([a, what], n) => boxes.slice(n + 1, n + 40).forEach(([b, other]) => {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 1 && high > 1) found.push([what, other]);
  }));
  return found;
}"""
CUT = """() => [...document.querySelectorAll('body *')].filter(one => one.scrollWidth > one.clientWidth + 1
  && getComputedStyle(one).display !== 'inline').map(one => one.outerHTML.slice(0, 90))"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Skips where there is none; fails there in continuous integration."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=needed_browser(), args=FLAGS)
        yield started
        started.close()


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_is_cut_and_nothing_runs(browser: Browser, bundle: Path, tmp_path: Path, name: str) -> None:
    told = json.loads(whole(bundle)[RECORDS])
    told = filled(told, TEXTS[name]) if TEXTS[name] else told
    (tmp_path / "report.html").write_text(report_of(told["records"], told["about"]), encoding="utf-8")
    looker = Looker(browser, f"file://{tmp_path}/", {})
    with looker.window() as page:
        looker.go(page, "report.html")
        for size, media in ((WIDE, "screen"), (NARROW, "screen"), (PAPER, "print")):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            page.emulate_media(media=media)  # type: ignore[arg-type]
            assert too_wide(page) == [], (size, media)
            assert page.evaluate(CUT) == [], (size, media)
            assert page.evaluate(OVERLAPPING) == [], (size, media)
            if name == "sample" and media == "screen":
                assert not violations(page)
        assert page.title().startswith("Evidence: ")
        assert page.locator("script, img").count() == 0
        pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") > 1
