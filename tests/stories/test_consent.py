"""Boxes that ask for consent to cookies: what is taken out, on both sides of each bound."""

import pytest
from lxml.html import document_fromstring

from stories.extraction.consent import drop_consent

ASKS = "We use cookies to remember you and more. Do you accept that?"  # 60 characters
FOUR = "The ferry stayed in port for the third day and nobody could say when it will go."  # 80 characters
STORY = "<div><h1>Ferry</h1><p>It sank off Velm.</p></div>"
BOXES = {
    # what stands beside a story: what is taken out
    f"<div>{ASKS}</div>": ASKS,
    f"<div>{ASKS[1:]}</div>": "",
    f"<div class=x-cookie>{ASKS}{'x' * 2940}</div>": f"{ASKS}{'x' * 2940}",
    f"<div class=x-cookie>{ASKS}{'x' * 2941}</div>": "",
    # a paragraph beside other paragraphs, of a story about cookies
    f"<section><p>{ASKS}</p><p>{FOUR}</p></section>": "",
    f"<section><p>{FOUR}</p><p>{ASKS}</p></section>": "",
    f"<section><p>{ASKS}</p><p>{FOUR[1:]}</p></section>": ASKS + FOUR[1:],
    f"<section><p>{ASKS}</p><p>{FOUR} Cookies!</p></section>": ASKS + f"{FOUR} Cookies!",
    f"<section><i>{ASKS}</i><p>{FOUR}</p></section>": ASKS,
    # what else stands in the box around the words
    f"<section><div>{ASKS}</div>{'x' * 100}</section>": ASKS + "x" * 100,
    f"<section><div>{ASKS}</div>{'x' * 101}</section>": ASKS,
    f"<section class=gdpr><div>{ASKS}</div>{'x' * 101}</section>": ASKS + "x" * 101,
    f"<section id=cmp><div>{ASKS}</div>{'x' * 101}</section>": ASKS + "x" * 101,
    f"<section><div class=gdpr>{ASKS}</div>{'x' * 100}</section>": ASKS,
    f"<section class=cmpany><div>{ASKS}</div>{'x' * 101}</section>": ASKS,
    f"<section class=gdpr><div>{ASKS}</div><h1>x</h1></section>": ASKS,
    f"<section class=gdpr><div>{ASKS}</div><article>x</article></section>": ASKS,
    f"<main class=gdpr><div>{ASKS}</div>{'x' * 101}</main>": ASKS,
    f"<section class=gdpr><div>{ASKS}</div>{'x' * 2941}</section>": ASKS,
    f"<div class='{'x' * 393} cookie'><b>{ASKS}</b>{'x' * 101}</div>": ASKS + "x" * 101,
    f"<div class='{'x' * 394} cookie'><b>{ASKS}</b>{'x' * 101}</div>": ASKS,
    # what is said
    f"<div>{ASKS.replace('accept', 'like')}</div>": "",
    f"<div>{ASKS.replace('We use', 'There are')}</div>": "",
    f"<div class=consent>{ASKS.replace('We use', 'There are')}</div>": ASKS.replace("We use", "There are"),
    f"<div>{'x' * 158} {ASKS}</div>": "",
    f"<div>{'x' * 157} {ASKS}</div>": f"{'x' * 157} {ASKS}",
    f"<div>{ASKS.replace('cookies', 'biscuits')}</div>": "",
    f"<div>{ASKS}</div><div>{ASKS} Yes?</div>": f"{ASKS} {ASKS} Yes?",
}


@pytest.mark.parametrize("box", BOXES, ids=range(len(BOXES)))
def test_what_is_taken_out_beside_a_story(box: str) -> None:
    tree = document_fromstring(f"<html><head><title>{ASKS}</title></head><body>{STORY}{box}</body></html>")
    assert drop_consent(tree) == BOXES[box]
    assert "It sank" in tree.text_content()
    kept = tree.find("body").text_content()
    assert ("cookies" in kept) == (not BOXES[box] and "cookies" in box)


@pytest.mark.parametrize("beside", ["", "<p>It sank off Velm.</p>", "<h2>Ferry</h2>"])
def test_a_page_that_is_nothing_but_a_box_stays(beside: str) -> None:
    for box in (f"<div>{ASKS}</div>", f"<article>{ASKS}</article>"):
        tree = document_fromstring(f"<html><body>{beside}{box}</body></html>")
        assert drop_consent(tree) == ""
        assert ASKS in tree.text_content()
