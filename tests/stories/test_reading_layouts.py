"""What an outlet states of its pages beats the general rules where it speaks."""

import json

import pytest

from stories.extraction.document import parse
from stories.extraction.layouts import Facts, read_layout
from stories.outlet import Layout, Outlet
from tests.stories.making import PARAGRAPHS, html, page, paragraphs, reading

LAYOUT = Layout(
    "2025",
    matches="main.leaf",
    headline=".head b",
    byline=".sig span",
    body=".leaf > :is(p, h2, ul, blockquote)",
    drop=".sig .shop",
    tags=".topics a",
    section=".rubric",
    published="time@data-seconds",
    modified=".changed",
)
COAST = Outlet(name="coast", layouts=(LAYOUT,))
PAGE = html(
    "<div class='rubric'>Harbour</div><h1>A promotional line</h1><div class='head'><b>Ferry stays in port</b></div>"
    "<div class='sig'><span>Mara Dunn</span><span class='shop'>Buy a print</span></div>"
    "<time data-seconds='1777536000'>yesterday</time><div class='changed'>1 May 2026</div>"
    f"<main class='leaf'><p>{PARAGRAPHS[0]}</p><div><p>An advertisement in a box of its own.</p></div><h2>Why now?</h2>"
    f"<ul><li>No mate</li><li>No relief</li></ul><blockquote>{PARAGRAPHS[1]}</blockquote></main>"
    "<div class='topics'><a>Ferries</a><a>Velm</a></div>",
    title="A promotional line",
)


def test_each_field_is_where_the_layout_says():
    found = reading(PAGE, outlet=COAST)
    assert found.title == "Ferry stays in port"
    assert found.authors == ["Mara Dunn"]
    assert found.section == "Harbour"
    assert found.tags == ["Ferries", "Velm"]
    assert found.body.split("\n\n") == [PARAGRAPHS[0], "Why now?", "- No mate\n- No relief", PARAGRAPHS[1]]
    assert [(date.field, date.text, date.origin) for date in found.candidates[:2]] == [
        ("published", "1777536000", "css time@data-seconds"),
        ("modified", "1 May 2026", "css .changed"),
    ]
    assert {found.origins[field] for field in ("title", "authors", "section", "tags", "body")} == {
        "layout 2025"
    }


BOXES = {
    # mark-up, what is named of it: the blocks
    ("<blockquote><p>One</p></blockquote><p>Two</p>", "p, blockquote"): ["One", "Two"],
    ("<div><p>One</p><p> </p></div>", "p"): ["One"],
    ("<div class=x><p>One</p></div><p>Two</p>", "p"): ["Two"],
    ("<ul><li>One</li><li> </li></ul>", "ul"): ["- One"],
    ("<ul><li>One</li><li>Two</li></ul>", "ul, li"): ["- One\n- Two"],
    ("<p>One</p>", ""): [],
}


@pytest.mark.parametrize(("markup", "css"), BOXES, ids=range(len(BOXES)))
def test_the_blocks_that_a_layout_names(markup: str, css: str) -> None:
    outlet = Outlet(layouts=(Layout("a", matches="body", body=css, drop=".x"),))
    found = read_layout(parse(page(html(markup))), outlet)
    assert [block.text for block in found.blocks] == BOXES[markup, css]
    assert ("body" in found.origins) == bool(found.blocks)


def test_the_innermost_of_what_a_layout_names_each_once() -> None:
    two = "<span class=by>Ada Moss</span>" * 2
    markup = f"<div class=by>{two}<b class=by>Bo Lind</b><i class=by> </i></div>"
    outlet = Outlet(layouts=(Layout("a", matches="body", byline=".by", tags=".by", drop="b"),))
    found = read_layout(parse(page(html(markup))), outlet)
    assert (found.byline, found.tags) == ("Ada Moss", ["Ada Moss"])


def test_the_dates_that_a_layout_names() -> None:
    markup = "<time>1 May 2026</time><time>2 May 2026</time><i></i><u data-on=' 3 May  2026 '></u>"
    for css, text in (
        ("time", "1 May 2026"),
        ("i", ""),
        ("u@data-on", "3 May 2026"),
        ("u@data-at", ""),
        ("u", ""),
    ):
        outlet = Outlet(layouts=(Layout("a", matches="body", published=css),))
        found = read_layout(parse(page(html(markup))), outlet).candidates
        assert [(one.field, one.text) for one in found] == ([("published", text)] if text else [])


@pytest.mark.parametrize(
    ("path", "reject"), [("/live/a", "live page"), ("/a/live", "live page"), ("/alive/a", "")]
)
def test_a_segment_of_the_address_tells_another_page(path: str, reject: str) -> None:
    outlet = Outlet(other_pages=(("live", "live page"),))
    assert read_layout(parse(page(html(), f"https://coast.example{path}")), outlet).reject == reject


def test_the_first_layout_that_fits_is_read() -> None:
    layouts = (Layout("a", matches=".none"), Layout("b", matches="h1"), Layout("c", matches="body"))
    assert read_layout(parse(page(html())), Outlet(layouts=layouts)).layout == "b"
    assert read_layout(parse(page(html())), Outlet(layouts=layouts[:1])) == Facts()


def test_a_page_of_no_known_layout_is_read_by_the_general_rules():
    found = reading(html(), outlet=COAST)
    assert (found.title, found.origins["body"]) == ("Ferry stays in port", "trafilatura")


def leaf(text: str) -> dict[str, object]:
    return {"type": "fragment", "model": {"text": text}}


def block(kind: str, *inner: dict[str, object]) -> dict[str, object]:
    return {"type": kind, "model": {"blocks": list(inner)}}


STORY = {
    "story?id=1": {
        "headline": "Ferry stays in port",
        "contributor": {"title": "By Mara Dunn"},
        "topics": [{"title": "Ferries"}],
        "section": {"title": "Harbour"},
        "metadata": {"firstPublished": 1777536000000, "lastPublished": 1777540000000},
        "contents": [
            block("headline", block("text", block("paragraph", leaf("Ferry stays in port")))),
            block("image", block("caption", block("text", block("paragraph", leaf("The pier of Velm"))))),
            block("text", block("paragraph", leaf("The crew "), leaf("refused"), leaf(" to sail."))),
            block("subheadline", block("text", block("paragraph", leaf("Why now?")))),
            block("text", block("unorderedList", block("listItem", block("paragraph", leaf("No mate"))))),
            block("links", block("text", block("paragraph", leaf("Another story")))),
        ],
    }
}
CARRIERS = {
    "a JSON script": (
        "#__STATE__",
        f'<script id="__STATE__" type="application/json">{json.dumps(STORY)}</script>',
    ),
    "a variable with JSON": ("__STATE__", f"<script>window.__STATE__ = {json.dumps(STORY)};</script>"),
    "a variable with a string": (
        "__STATE__",
        f"<script>window.__STATE__={json.dumps(json.dumps(STORY))};</script>",
    ),
}


@pytest.mark.parametrize("name", CARRIERS)
def test_a_story_carried_as_data(name):
    payload, script = CARRIERS[name]
    outlet = Outlet(name="coast", layouts=(Layout("data", matches="#app", payload=payload),))
    found = reading(html("<div id='app'></div>", script), outlet=outlet)
    assert found.reject == ""
    assert found.title == "Ferry stays in port"
    assert found.authors == ["Mara Dunn"]
    assert (found.section, found.tags) == ("Harbour", ["Ferries"])
    assert found.body.split("\n\n") == ["The crew refused to sail.", "Why now?", "- No mate"]
    assert [(date.field, date.text, date.origin) for date in found.candidates[:2]] == [
        ("published", "1777536000000", "payload firstPublished"),
        ("modified", "1777540000000", "payload lastPublished"),
    ]


@pytest.mark.parametrize(
    "broken", ["", "{", '{"contents": 7}', '"\\"', "[" * 5000, '{"contents": [{"type": "text"}]}']
)
def test_a_broken_payload_leaves_the_general_rules(broken):
    outlet = Outlet(name="coast", layouts=(Layout("data", matches="body", payload="#__STATE__"),))
    found = reading(html(paragraphs(PARAGRAPHS), f'<script id="__STATE__">{broken}</script>'), outlet=outlet)
    assert found.body.split("\n\n") == PARAGRAPHS
