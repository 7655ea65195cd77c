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
    # which no lower heading does: the visible one
    "alone": (page(f"<h1>{SHOWN}</h1><h2>Other news</h2>", "Strike | Coast Press"), SHOWN),
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
}  # fmt: skip


@pytest.mark.parametrize(("text", "headline"), CASES.values(), ids=CASES)
def test_headline(text: str, headline: str) -> None:
    assert reading(text, URL).title == headline
