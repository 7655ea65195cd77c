"""Bodies: what is kept, what is cut and why, what is put back, what is read another way."""

import pytest

from tests.stories.making import PARAGRAPHS, html, paragraphs, reading

STORY = paragraphs(PARAGRAPHS)


def lines(text: str) -> list[str]:
    return reading(text).body.split("\n\n")


def around(extra: str, before: str = "") -> str:
    """A page whose article has `extra` after its second paragraph and `before` above its first."""
    first, last = paragraphs(PARAGRAPHS[:2]), paragraphs(PARAGRAPHS[2:])
    return html(f"<article><h1>Ferry stays in port</h1>{before}{first}{extra}{last}</article>")


CUT = {
    "a link alone": ("<p><a href='/x'>Tarrow gets a second pier</a></p>", "link"),
    "a label and a link": ("<p>Read more: <a href='/x'>Tarrow gets a second pier</a></p>", "teaser"),
    "a label in capitals": ("<p>MEHR DAZU: <a href='/x'>Tarrow baut eine zweite Mole</a></p>", "teaser"),
    "a list of links": (
        "<ul><li><a href='/x'>Tarrow gets a pier</a></li><li><a href='/y'>Velm has none</a></li></ul>",
        "link",
    ),
    "an advertisement's label": ("<p>Story continues below advertisement</p>", "label"),
    "a newsletter": ("<p>Sign up to our newsletter for more from the coast</p>", "request"),
    "a share line": ("<p>Share this with your friends on the pier</p>", "request"),
    "a copyright line": ("<p>© 2026 Tarrow Coast Press. All rights reserved.</p>", "credit"),
    "an address": ("<p>mara.dunn@coastpress.example</p>", "contact"),
    "a caption by its class": ("<p class='image-caption'>The pier of Velm in winter</p>", "caption"),
    "a newsletter box": ("<div class='newsletter-box'><p>The coast in your morning</p></div>", "newsletter"),
}


@pytest.mark.parametrize("name", CUT)
def test_cut_with_its_reason(name):
    extra, why = CUT[name]
    found = reading(around(extra))
    assert found.body.split("\n\n") == PARAGRAPHS
    # what trafilatura leaves out itself is not ours to record
    assert [reason for _, reason in found.cuts if reason not in ("headline", why)] == []
    assert why in [reason for _, reason in found.cuts] or name in (
        "a newsletter box",
        "a caption by its class",
    )


KEPT = {
    "a sentence with a link": "<p>The owners <a href='/x'>announced a relief crew</a> and then said there was none.</p>",
    "a sentence that begins like a request": "<p>Follow the coast north and you reach Tarrow, where nobody waits.</p>",
    "a heading": "<h2>Why the crew refused</h2>",
    "a sentence about newsletters": "<p>The harbour office used to print a newsletter, and has stopped that.</p>",
}


@pytest.mark.parametrize("name", KEPT)
def test_kept(name):
    assert len(lines(around(KEPT[name]))) == 5


def test_headline_signature_and_date_are_no_text():
    before = "<h1>Ferry stays in port</h1><p>By Mara Dunn</p><p>Published: 30 April 2026</p><p>Mara Dunn</p>"
    head = "<meta name='author' content='Mara Dunn'>"
    found = reading(html(f"<article>{before}{STORY}</article>", head))
    assert found.body.split("\n\n") == PARAGRAPHS
    assert found.authors == ["Mara Dunn"]


def test_a_heading_with_nothing_below_heads_nothing():
    text = html(
        f"<article><h1>Ferry stays in port</h1>{STORY}<h3>More on this</h3><p><a href='/x'>A pier</a></p></article>"
    )
    assert lines(text) == PARAGRAPHS


def test_what_stands_below_the_text_is_not_of_it():
    boxes = "".join(
        f"<div class='x'><p>Another story of the coast, number {n}, with a summary of its own.</p></div>"
        for n in "123"
    )
    found = reading(html(f"<div class='text'>{STORY * 3}</div><div class='rest'>{boxes}</div>"))
    assert "Another story" not in found.body


def test_lists_headings_and_quotes_keep_their_form():
    extra = (
        "<h2>What the crew wants</h2><ul><li>A second mate on every sailing of the winter</li>"
        "<li>Two days ashore after ten at sea</li></ul>"
        "<blockquote><p>We shall not sail with one mate in such weather, whatever they pay.</p></blockquote>"
    )
    found = reading(around(extra))
    parts = found.body.split("\n\n")
    assert parts[2] == "What the crew wants"
    assert parts[3] == "- A second mate on every sailing of the winter\n- Two days ashore after ten at sea"
    assert parts[4].startswith("We shall not sail")


def test_a_line_break_stays_and_two_part_paragraphs():
    found = reading(
        around(
            "<p>The canteen gave out soup,<br>bread and tea.<br><br>Nobody was asked to pay for any of it.</p>"
        )
    )
    parts = found.body.split("\n\n")
    assert parts[2:4] == [
        "The canteen gave out soup,\nbread and tea.",
        "Nobody was asked to pay for any of it.",
    ]


def test_a_text_in_chunks_is_one_text():
    chunk = "<div class='body__chunk'>{}</div>"
    more = [
        text.replace("ferry", "boat").replace("harbour", "port").replace("owners", "firm")
        for text in PARAGRAPHS
    ]
    more = [f"On Tuesday, too: {text}" for text in more]
    text = f"<article>{chunk.format(STORY)}<div class='ad'></div>{chunk.format(paragraphs(more))}</article>"
    assert lines(html(text)) == PARAGRAPHS + more


LEAD = (
    "The crew of the only ferry on the northern coast will not sail with a single mate. The owners say that they cannot "
    "find another one before the summer, and that the islands must wait."
)


@pytest.mark.parametrize(("lead", "first"), [(LEAD, LEAD), (LEAD[:60], PARAGRAPHS[0])])
def test_a_long_standfirst_is_text_and_a_short_one_a_subtitle(lead, first):
    top = f"<header><h1>Ferry stays in port</h1><div class='standfirst'><span>{lead}</span></div></header>"
    assert lines(html(f"{top}<article>{STORY}</article>"))[0] == first


def test_a_page_without_mark_up_for_its_text_is_read_from_json_ld():
    whole = "\\n\\n".join(PARAGRAPHS)
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{whole}"}}</script>'
    found = reading(html("<div id='app'></div>", data))
    assert found.body.split("\n\n") == PARAGRAPHS
    assert found.origins["body"] == "json-ld articleBody"


def test_a_page_of_scripts_is_read_from_their_data():
    markup = STORY.replace("<", "\\u003c").replace(">", "\\u003e")
    found = reading(html("<div id='app'></div>", f'<script>self.__next_f.push([1,"{markup}"])</script>'))
    assert found.body.split("\n\n") == PARAGRAPHS
    assert found.origins["body"] == "payload"


DATA = "<table><tr><th>Ship</th><th>Length</th></tr><tr><td>Mira</td><td>40 m</td></tr></table>"
LAID_OUT = {
    "one cell": f"<tr><td>{paragraphs(PARAGRAPHS)}</td></tr>",
    "a menu beside": f"<tr><td><a href='/'>Front page</a></td><td>{paragraphs(PARAGRAPHS)}</td></tr>",
    "a table within": f"<tr><td><table><tr><td><div>{paragraphs(PARAGRAPHS)}</div></td></tr></table></td></tr>",
    "line breaks": f"<tr><td>{'<br><br>'.join(PARAGRAPHS)}</td></tr>",
    "a row each": "".join(f"<tr><td><p>{one}</p></td></tr>" for one in PARAGRAPHS),
}


@pytest.mark.parametrize("kind", LAID_OUT)
def test_a_table_that_lays_out_the_page_is_no_table(kind: str) -> None:
    assert reading(html(f"<table>{LAID_OUT[kind]}</table>")).body.split("\n\n") == PARAGRAPHS


def test_lists_and_tables_of_data_in_a_table_that_lays_out_the_page() -> None:
    ships = "<ul><li>The Mira, which is the older one</li><li>The Lune, which is the newer one</li></ul>"
    text = f"{paragraphs(PARAGRAPHS[:2])}{DATA}{ships}{paragraphs(PARAGRAPHS[2:])}"
    found = reading(html(f"<table><tr><td>{text}</td></tr></table>")).body.split("\n\n")
    assert found[:2] + found[-2:] == PARAGRAPHS
    assert found[2:-2] == [
        "Ship | Length\nMira | 40 m",
        "- The Mira, which is the older one\n- The Lune, which is the newer one",
    ]


def test_a_table_of_data_stays_one() -> None:
    rows = "".join(
        f"<tr><td>Ship {number}</td><td><p>{one}</p></td></tr>" for number, one in enumerate(PARAGRAPHS)
    )
    found = reading(html(f"{paragraphs(PARAGRAPHS[::-1])}<table>{rows}</table>")).body.split("\n\n")
    assert found[:4] == PARAGRAPHS[::-1]
    assert found[4:] == ["\n".join(f"Ship {number} | {one}" for number, one in enumerate(PARAGRAPHS))]


def test_text_is_nfc_without_invisible_letters():
    text = around(
        "<p>The cafe\u0301 of the har\u00adbour\u200b was closed for the whole of the winter, as ever.</p>"
    )
    assert "The café of the harbour was closed" in reading(text).body


def test_json_ld_of_another_text_is_not_believed():
    other = (
        "The council of Ostrel met on Friday and spoke of nothing but the price of fish and of the new market hall. "
        * 5
    )
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{other}"}}</script>'
    cells = "".join(f"<td>A short cell of the table of tides, number {number}</td>" for number in range(60))
    assert "council of Ostrel" not in reading(html(f"<table><tr>{cells}</tr></table>", data)).body
