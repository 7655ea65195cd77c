"""The headline among kickers, boxes, sections and what search engines are told."""

import json

import pytest

from tests.stories.making import PARAGRAPHS, html, paragraphs, reading

TEXT = paragraphs(PARAGRAPHS)
SHOWN = "Crews refuse to sail from Velm"
SEARCH = "Ferry strike Velm: why crews stay in port"
BOTH = f"Hafen: {SHOWN}"
URL = "https://coastpress.example/harbour/ferry-strike-velm-why-crews-stay-in-port"


def page(heading: str, title: str, og: str = "", ld: str = "") -> str:
    """A page with that mark-up above the text, and those wordings in its head."""
    head = (
        f'<meta property="og:site_name" content="Coast Press"><meta property="og:title" content="{og}">'
        if og
        else ""
    )
    if ld:
        data = json.dumps({"@type": "NewsArticle", "headline": ld})
        head += f"<script type='application/ld+json'>{data}</script>"
    return html(f"{heading}<article>{TEXT}</article>", head=head, title=title)


CASES = {
    # a lone h1 that nothing agrees with, where a lower heading says what the page calls itself
    "section": (page(f"<h1>Opinion</h1><h2>{SHOWN}</h2>", f"{SHOWN} | Coast Press", SHOWN), SHOWN),
    "slogan": (page(f"<h1>Salt on every page</h1><h3>{SHOWN}</h3>", f"{SHOWN} - Coast Press", SHOWN), SHOWN),
    "consent": (page(f"<div><h1>We value your privacy</h1></div><h2>{SHOWN}</h2>", SHOWN, SHOWN), SHOWN),
    "german": (page("<h1>Meinung</h1><h2>Fähre bleibt im Hafen</h2>", "Fähre bleibt im Hafen", "Fähre bleibt im Hafen"),
               "Fähre bleibt im Hafen"),
    # which no lower heading does, or one of a single word: the visible one
    "single word": (page(f"<h1>{SHOWN}</h1><h2>Strike</h2>", "Strike | Coast Press", "Strike"), SHOWN),
    "alone": (page(f"<h1>{SHOWN}</h1><h2>Other news</h2>", "Strike | Coast Press"), SHOWN),
    # a kicker that the title and what is shared have: cut where the rest is a headline of its own, of three words
    "rest of three": (page("", f"Hafen - {SHOWN}", f"Hafen - {SHOWN}", SHOWN), SHOWN),
    "rest of two": (page("", "Hafen - Ferry strike", "Hafen - Ferry strike", "Ferry strike"), "Hafen - Ferry strike"),
    # kickers in boxes of their own
    "kicker": (page(f"<h1><div class='kicker'>Exclusive</div><div>{SHOWN}</div></h1>", f"Exclusive: {SHOWN}"), SHOWN),
    "eyebrow": (page(f"<h1><span class='article-eyebrow'>Hafen</span> {SHOWN}</h1>", f"Hafen: {SHOWN}"), SHOWN),
    "overline": (page(f"<h1><span class='c-Overline'>Puerto</span> {SHOWN}</h1>", f"Puerto - {SHOWN}"), SHOWN),
    # which the page states together with the rest: part of the headline
    "stated": (page(f"<h1><i class='kicker'>Hafen:</i> {SHOWN}</h1>", BOTH, "", BOTH), BOTH),
    # boxes without a space between
    "boxes": (page("<h1><div>Crews refuse</div><div>to sail from Velm</div></h1>", SHOWN), SHOWN),
    "break": (page("<h1>Crews refuse<br>to sail from Velm</h1>", SHOWN), SHOWN),
    # what the title element alone has, for search engines
    "search": (page(f"<h1>{SHOWN}</h1>", f"{SEARCH} - Coast Press"), SHOWN),
    "search colon": (page(f"<h1>{SHOWN}</h1>", f"{SEARCH} : Tides - Harbour News", SHOWN), SHOWN),
    # a title that the head repeats, whose words the address has too, is still for search engines: the visible one says
    # as much, and JSON-LD states none
    "search shared": (page("<h1>Crews refuse to sail: ferry strike</h1>", SEARCH, SEARCH),
                      "Crews refuse to sail: ferry strike"),
    "search shared, german": (page("<h1>Ferry strike Velm: Crew bleibt</h1>", SEARCH, SEARCH),
                              "Ferry strike Velm: Crew bleibt"),
    "search, another": (page("<h1>The ferry of tides and rivers</h1>", SEARCH, SEARCH), SEARCH),
    "search, third": (page("<h1>Crews refuse to sail: ferry strike</h1>", SEARCH, SEARCH, "Notes from the quay"), SEARCH),
    "search, stated": (page("<h1>Crews refuse to sail: ferry strike</h1>", SEARCH, SEARCH, SEARCH), SEARCH),
}  # fmt: skip


# what follows the headline in the titles of a page that shows it in no first-level heading
SECTION = "<meta property='article:section' content='{}'>"
ENDS = {
    # behind an upright bar, whatever it is
    f"{SHOWN} | Home of tides": SHOWN,
    f"{SHOWN} | Opinion | Tidewater": SHOWN,
    f"{SHOWN} | Hafen und mehr": SHOWN,
    "船员拒绝离开港口｜潮汐之家": "船员拒绝离开港口",
    "선원들 출항을 거부했다ㅣ물때": "선원들 출항을 거부했다",
    "Tide | Crews refuse to sail from Velm": "Tide | Crews refuse to sail from Velm",
    # a paper's name in East Asian letters
    "船员拒绝离开港口！-海岸网": "船员拒绝离开港口！",
    "船員拒絕離開港口_海岸日報": "船員拒絕離開港口",
    "乗組員が出航を拒否 - 海岸新聞": "乗組員が出航を拒否",
    "선원들 출항을 거부했다-해안일보": "선원들 출항을 거부했다",
    "船员拒绝离开港口-最后一班": "船员拒绝离开港口-最后一班",
    # the section that the page says it is filed under
    f"{SHOWN} - Harbour life": SHOWN,
    f"{SHOWN}: Harbour life": SHOWN,
    "선원들 출항을 거부했다-Harbour": "선원들 출항을 거부했다-Harbour",
    f"{SHOWN} - Deep water": f"{SHOWN} - Deep water",
}


@pytest.mark.parametrize("title", ENDS)
def test_the_end_of_a_title(title: str) -> None:
    assert (
        reading(html(f"<article>{TEXT}</article>", SECTION.format("Harbour life"), title)).title
        == ENDS[title]
    )


def test_a_section_of_json_ld_ends_a_title_too() -> None:
    data = json.dumps({"@type": "NewsArticle", "articleSection": ["Depths"]})
    head = f"<script type='application/ld+json'>{data}</script>"
    assert reading(html(f"<article>{TEXT}</article>", head, f"{SHOWN} - Depths")).title == SHOWN
    assert reading(html(f"<article>{TEXT}</article>", "", f"{SHOWN} - Depths")).title == f"{SHOWN} - Depths"


@pytest.mark.parametrize(
    "whole", [f"{SHOWN} | Part two", f"{SHOWN} - Harbour life", "船员拒绝离开港口-海岸网"]
)
def test_what_a_heading_has_whole_is_the_headline(whole: str) -> None:
    text = html(f"<h1>{whole}</h1><article>{TEXT}</article>", SECTION.format("Harbour life"), whole)
    assert reading(text).title == whole


@pytest.mark.parametrize(("text", "headline"), CASES.values(), ids=CASES)
def test_headline(text: str, headline: str) -> None:
    assert reading(text, URL).title == headline
