"""A look at a site writes a layout where the text that pages state proves the general reader wrong, and only there."""

import json
from collections.abc import Callable, Iterable

import pytest

from stories.extraction import read
from stories.page import Page
from stories.survey import Survey, SurveyError, survey
from tests.stories.making import FETCHED, OTHERS, PARAGRAPHS, html, page, paragraphs

SITE = "https://www.tarrow.example"
MORE = f"<div class='front'>{paragraphs(OTHERS)}</div>"
Markup = Callable[[int], str]


def said(number: int) -> list[str]:
    """A story's paragraphs."""
    sold = f"Boat {number} of the {number + 3} that the town owns is to be sold to pay for it, the mayor said on day 3."
    return [text.replace("Monday", f"day {number}") for text in PARAGRAPHS] + [sold]


def told(number: int) -> str:
    return paragraphs(said(number))


def apart(number: int, cls: str = "teaser") -> str:
    """Every paragraph in a box that looks like another story's."""
    return "".join(f"<div class='{cls}'><p>{text}</p></div>" for text in said(number))


def half_apart(number: int) -> str:
    boxes = ("<div class='related'><p>{}</p></div>", "<p>{}</p>")
    return "".join(boxes[n not in (0, 2)].format(text) for n, text in enumerate(said(number)))


# What the reader takes another box for, or takes another box too; and the selector of the body
FAILING: dict[str, tuple[Markup, str]] = {
    "called comments": (lambda n: f"<div class='c9 comments'>{told(n)}</div>{MORE}", "div.comments >"),
    "called related": (lambda n: f"<div class='related n{n}'>{told(n)}</div>{MORE}", "div.related >"),
    "a datum": (lambda n: f"<div data-part='tips'>{told(n)}{MORE}</div>", "div[data-part='tips'] >"),
    "in an aside": (lambda n: f"<aside id='text'>{told(n)}</aside><main>{MORE}</main>", "aside#text >"),
    "each in a box": (lambda n: f"<article><div class='leaf'>{apart(n)}</div>{MORE}</article>", "div.leaf"),
    "every other one in a box": (lambda n: f"<article><div class='leaf'>{half_apart(n)}</div></article>", "div.leaf"),
    "others within": (lambda n: f"<main><i class=x></i>{told(n)}{MORE}</main>", "main >"),
}  # fmt: skip
# Where the reader fails on four pages, and no selector holds on each
MIXED: dict[str, Markup] = {
    "a name of its own on each": lambda n: f"<div class='comments-{n}'>{told(n)}</div>{MORE}",
    "one that is unlike": lambda n: (
        f"<div class='comments-{'x' if n == 4 else 'text'}'>{told(n)}</div>{MORE}"
    ),
    "one better on the others": lambda n: (
        f"<div class='comments'><div class='{'x' if n == 4 else 'text'}'>{told(n)}</div><p>Ring us now</p></div>{MORE}"
    ),
    "twice on a page": lambda n: (
        f"<div class='comments'><b>Hush</b></div><div class='comments'>{told(n)}</div>{MORE}"
    ),
    "only half of it": lambda n: f"<div class='comments'>{told(n)[:300]}</div>{MORE}",
    "not read so": lambda n: f"<article><div class='leaf'>{cut_up(n)}</div>{MORE}</article>",
}


def cut_up(number: int) -> str:
    """Lines so short that what they stand in makes them teasers, even where a layout names the box."""
    return "".join(
        f"<div class='teaser'><p>{part}.</p></div>" for text in said(number) for part in text.split(",")
    )


def made(number: int, markup: Markup, stated: str | None = None, head: str = "") -> tuple[str, str]:
    """The address of a page and its mark-up. stated: what it states of its text, where that is not the whole."""
    title = f"Ferry {number} stays in port"
    data = {"@type": "NewsArticle", "articleBody": "\n".join(said(number)) if stated is None else stated}
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    return f"{SITE}/2026/04/{number:02}/ferry", html(
        f"<h1>{title}</h1>{markup(number)}", script + head, title
    )


def looked(pages: Iterable[tuple[str, str]], feed: str = "") -> Survey:
    seen = [Page(url, text.encode(), FETCHED) for url, text in pages]
    return survey(SITE, [Page(f"{SITE}/feed", feed.encode(), FETCHED), *seen] if feed else seen)


def body_of(number: int, markup: Markup, found: Survey) -> list[str]:
    url, text = made(number, markup, "")
    return read(page(text, url), found.outlet).body.split("\n\n")


@pytest.mark.parametrize("name", FAILING)
def test_a_layout_reads_a_page_that_was_not_looked_at(name: str) -> None:
    markup, selector = FAILING[name]
    found = looked(made(n, markup) for n in (1, 2, 3))
    (layout,) = found.outlet.layouts
    assert layout.body == f"{selector} :is(p, h2, h3, ul, ol, blockquote)"
    assert (layout.matches, layout.headline, layout.byline) == (selector.removesuffix(" >"), "", "")
    assert all(one.misses for one in found.by_reader)
    assert [(one.kept, one.foreign) for one in found.by_layout] == [(1, 0)] * 3
    assert [story.read.body.split("\n\n") for story in found.stories] == [said(1), said(2), said(3)]
    assert body_of(7, markup, found) == said(7)


@pytest.mark.parametrize("name", MIXED)
def test_where_no_selector_holds_a_sentence_says_which_pages_to_look_at(name: str) -> None:
    found = looked(made(n, MIXED[name]) for n in (1, 2, 3, 4))
    assert found.outlet.layouts == ()
    assert len(found.by_reader) == 4
    assert found.by_layout == []
    (note,) = (one for one in found.notes if "general reader" in one)
    assert "on 4 of 4 pages" in note
    assert f"{SITE}/2026/04/03/ferry" in note


def plain_box(number: int) -> str:
    return f"<article>{told(number)}</article>"


def failing(number: int) -> str:
    return FAILING["called comments"][0](number)


SURE_OF_NOTHING = {  # pages (mark-up, what is stated), and how many of them the reader is said to fail on
    "the reader does not fail": ([(plain_box, None)] * 4, None),
    "less than half": ([(plain_box, None)] * 3 + [(failing, None)] * 2, "on 2 of 5 pages"),
    "too few": ([(failing, None)] * 2, "on 2 of 2 pages"),
    "too few that state a text": ([(failing, None)] * 2 + [(failing, "")] * 2, "on 2 of 2 pages"),
    "a teaser is stated": ([(failing, PARAGRAPHS[0])] * 4, None),
    "one text is stated of all": ([(failing, " ".join(said(1)))] * 4, "on 1 of 1 page"),
    "what is stated breaks off": ([(plain_box, PARAGRAPHS[0] * 5 + "...")] * 4, None),
}


@pytest.mark.parametrize("name", SURE_OF_NOTHING)
def test_where_nothing_proves_that_the_reader_fails_there_is_no_layout(name: str) -> None:
    pages, said_of = SURE_OF_NOTHING[name]
    found = looked(made(n, markup, stated) for n, (markup, stated) in enumerate(pages, 1))
    assert (found.outlet.layouts, found.by_reader, found.by_layout) == ((), [], [])
    notes = [one for one in found.notes if "general reader" in one]
    assert [said_of in one for one in notes if said_of] == [True] * bool(said_of)
    assert bool(notes) == bool(said_of)


def test_a_page_of_which_the_reader_has_next_to_nothing_is_a_story_where_it_states_one() -> None:
    def cut_off(number: int) -> str:
        parts = (f"<div class='newsletter'><p>{text}</p></div>" for text in said(number)[1:])
        return f"<article><p>{said(number)[0]}</p>{''.join(parts)}</article>"

    found = looked(made(n, cut_off) for n in (1, 2, 3))
    assert len(found.stories) == 3
    assert found.by_reader[0].kept < 0.3
    with pytest.raises(SurveyError, match="characters of text"):
        looked(made(n, cut_off, "") for n in (1, 2, 3))


def test_what_is_behind_a_wall_proves_nothing() -> None:
    def walled(number: int) -> str:
        public = paragraphs(said(number)[:3])
        return (
            f"<article>{public}<div class='paywall'><p>Subscribe to read the whole story.</p></div></article>"
        )

    closed = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
    )
    found = looked(made(n, walled, head=closed) for n in (1, 2, 3))
    assert [story.read.partial for story in found.stories] == [True] * 3
    assert (found.by_reader, [one for one in found.notes if "general reader" in one]) == ([], [])


def test_the_whole_text_of_a_feed_is_a_stated_text() -> None:
    pages = [made(n, failing, "") for n in (1, 2, 3)]
    items = "".join(
        f"<item><title>Ferry</title><link>{url}?from=feed</link>"
        f"<content:encoded><![CDATA[<img src='{'x' * 300}'>{told(n)}]]></content:encoded></item>"
        for n, (url, _) in enumerate(pages, 1)
    )
    space = "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
    found = looked(pages, f"<rss {space}><channel>{items}</channel></rss>")
    assert [one.matches for one in found.outlet.layouts] == ["div.comments"]
    assert body_of(7, failing, found) == said(7)


def signed(number: int, desk: str, author: str = "Tzumbe Qarrel") -> tuple[str, str]:
    """A page whose heading and whose meta element name others than its data do."""
    heads = f"<h1>The weekend paper</h1><b class='head'>Boat {number} is sold</b><b class='by'>{author}</b>"
    stated = (
        f"<meta property='og:title' content='Boat {number} is sold'><meta name='author' content='{desk}'>"
    )
    url, text = made(number, lambda n: f"{heads}<b>Sport</b>{failing(n)}", head=stated)
    text = text.replace('"articleBody"', f'"author": {{"name": "{author}"}}, "articleBody"')
    return url, text.replace(f"<h1>Ferry {number} stays in port</h1>", "").replace(
        "Ferry", "The weekend paper |"
    )


def test_headline_and_byline_have_selectors_where_the_reader_misses_what_is_stated() -> None:
    found = looked(signed(n, "Anna Smith") for n in (1, 2, 3))
    (layout,) = found.outlet.layouts
    assert (layout.headline, layout.byline) == ("b.head", "b.by")
    url, text = signed(7, "Anna Smith")
    seen = read(page(text, url), found.outlet)
    assert (seen.title, seen.authors) == ("Boat 7 is sold", ["Tzumbe Qarrel"])


@pytest.mark.parametrize("names", [("Tzumbe Qarrel", "Tzumbe Qarrel"), ("Anna Smith", "Harbour Newsroom")])
def test_a_byline_that_the_reader_finds_or_that_no_person_signs_has_no_selector(
    names: tuple[str, str],
) -> None:
    found = looked(signed(n, *names) for n in (1, 2, 3))
    assert [(one.headline, one.byline) for one in found.outlet.layouts] == [("b.head", "")]
