"""What a wall lets through is kept as a part of a story: never as a whole one, and never thrown away."""

import pytest
from lxml.html import document_fromstring

from stories.extraction.body import Block, Body
from stories.extraction.body.lines import read_lines
from stories.extraction.document import parse
from stories.extraction.walls import asks, breaks_off, partial
from tests.stories.making import PARAGRAPHS, html, page, paragraphs, reading
from tests.stories.test_reading_rejects import ld

LONG = [f"{text} That was said in part {number}." for number in range(3) for text in PARAGRAPHS]
CLOSED = ld("NewsArticle", isAccessibleForFree=False)
PART = ld(
    "NewsArticle", isAccessibleForFree=True, hasPart={"isAccessibleForFree": "False", "cssSelector": ".rest"}
)
ASKED = "<div class='gate'><h3>Subscribe to continue reading</h3><p>Already a subscriber? Log in</p></div>"
OFFER = "<div class='paywall'><p>All that we print, from 3 a month.</p></div>"
STANDFIRST = "<meta name='description' content='The crew of the ferry would not sail without a second mate.'>"
CUT = "The harbour office asked for the log of the ferry, which the owners of the line had promised to han"


def story(texts: list[str], below: str = "") -> str:
    return f"<article><h1>Ferry stays in port</h1><div>{paragraphs(texts)}</div>{below}</article>"


PARTIAL = {
    "not free, and words below": (story(LONG, ASKED), CLOSED),
    "words below alone": (story(LONG, ASKED), ""),
    "not free, and cut in mid-word": (story([*LONG, CUT]), CLOSED),
    "not free, and cut at an ellipsis": (story([*LONG, CUT + " …"]), CLOSED),
    "cut above a box that is named as a wall": (story([*LONG, CUT], OFFER), ""),
    "cut at an ellipsis above a link to the rest": (
        story([*LONG, CUT + "…"], "<p><a href='/more'>Read more</a></p>"),
        "",
    ),
    "a part that is not free is not there": (story(LONG, "<div class='rest'>Join us</div>"), PART),
    "few of the words that it is said to have": (
        story(LONG),
        ld("NewsArticle", isAccessibleForFree=False, wordCount=900),
    ),
    "a stub": (story(LONG[:2], ASKED), CLOSED),
    "German": (story(LONG, "<p>Jetzt weiterlesen mit dem Abo</p>"), CLOSED),
    "French": (story(LONG, "<p>Il vous reste 57 % de cet article à lire.</p>"), ""),
    "Russian": (story(LONG, "<p>Чтобы читать дальше, оформите подписку</p>"), CLOSED),
    "Arabic": (story(LONG, "<p>لمتابعة القراءة اشترك الآن</p>"), CLOSED),
    "Japanese": (story(LONG, "<p>この記事は有料記事です。残り812文字</p>"), ""),
}
WHOLE = {
    "not free, as many say that show all": (story(LONG), CLOSED),
    "the part that is not free is there": (
        story(LONG[:2], f"<div class='rest'>{paragraphs(LONG[2:])}</div>{ASKED}"),
        PART,
    ),
    "the words stand in a box that is hidden": (story(LONG, f"<div class='hide'>{ASKED}</div>"), CLOSED),
    "the words are of another place": (story(LONG), f"{CLOSED}<div>{ASKED}</div>"),
    "to comment is for subscribers": (story(LONG, "<p>Comentar es exclusivo para suscriptores.</p>"), CLOSED),
    "a newsletter is for subscribers": (
        story(LONG, "<p>Sign up to continue reading the newsletter</p>"),
        CLOSED,
    ),
    "an offer below": (story(LONG, OFFER), CLOSED),
    "no end of a sentence, and no wall": (story([*LONG, CUT]), ""),
    "an ellipsis that leads nowhere": (story([*LONG, CUT + "…"], "<p>Read more in the paper.</p>"), ""),
    "a link to others below a whole text": (story(LONG, "<p><a href='/more'>Read more</a></p>"), ""),
    "a short last line": (story([*LONG, "Reporting by Nell Corrigan"]), CLOSED),
    "as many words as it is said to have": (
        story(LONG),
        ld("NewsArticle", isAccessibleForFree=False, wordCount=280),
    ),
    "a selector that is none": (
        story(LONG),
        ld("NewsArticle", hasPart={"isAccessibleForFree": False, "cssSelector": "]["}),
    ),
}


@pytest.mark.parametrize("name", PARTIAL)
def test_a_part_of_a_story_is_told_as_one(name: str) -> None:
    body, head = PARTIAL[name]
    found = reading(html(body, head))
    assert found.partial, found.body
    assert found.origins["partial"].startswith("paywall stub: ")
    assert found.refused == ""
    assert found.body.startswith(LONG[0])
    assert not any(map(asks, found.body.split("\n\n")))


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_story_is_told_as_one(name: str) -> None:
    body, head = WHOLE[name]
    found = reading(html(body, head))
    assert (found.partial, found.reject) == (False, ""), found.origins
    assert found.body.startswith("\n\n".join(LONG))


SAID = {
    "JSON-LD": CLOSED,
    "a number": ld("NewsArticle", isAccessibleForFree="0"),
    "microdata": "<meta itemprop='isAccessibleForFree' content='False'>",
    "a tier": "<meta property='article:content_tier' content='locked'>",
}
FREE = {
    "microdata": "<meta itemprop='isAccessibleForFree' content='True'>",
    "a metered tier": "<meta property='article:content_tier' content='metered'>",
}


@pytest.mark.parametrize("name", SAID)
def test_a_page_says_in_many_ways_that_it_is_not_free(name: str) -> None:
    assert reading(html(story([*LONG, CUT]), SAID[name])).partial


@pytest.mark.parametrize("name", FREE)
def test_a_page_that_is_free_or_counts_its_readers_is_read_as_it_stands(name: str) -> None:
    assert not reading(html(story([*LONG, CUT]), FREE[name])).partial


@pytest.mark.parametrize(
    "words", ["Чтобы читать дальше, оформите подписку", "Om verder te lezen, word abonnee"]
)
def test_a_stub_without_a_word_is_known_by_what_it_asks_in_any_language(words: str) -> None:
    found = reading(html(f"<article><h1>Ferry stays in port</h1><p>{words}</p></article>", STANDFIRST))
    assert (found.partial, found.reject) == (True, "paywall stub")
    assert (words, "wall") in found.cuts
    assert found.body == "The crew of the ferry would not sail without a second mate."


def test_a_standfirst_is_what_is_public_where_there_is_no_paragraph() -> None:
    body = f"<article><h1>Ferry stays in port</h1>{ASKED}</article>"
    found = reading(html(body, CLOSED + STANDFIRST))
    assert (found.partial, found.refused) == (True, "")
    assert found.body == "The crew of the ferry would not sail without a second mate."


BARE = {
    "no standfirst": f"<html lang='en'><head><title>Ferry stays in port</title>{CLOSED}</head>",
    "no headline": f"<html lang='en'><head>{STANDFIRST}{CLOSED}</head>",
}


@pytest.mark.parametrize("name", BARE)
def test_a_stub_without_anything_to_keep_is_a_reject(name: str) -> None:
    found = reading(f"{BARE[name]}<body><div>{ASKED}</div></body></html>")
    assert (found.partial, found.refused) == (False, "paywall stub")


LINES = read_lines(document_fromstring(f"<body>{''.join(f'<p>line {n}</p>' for n in range(9))}</body>")).lines
ASKING = "Subscribe to continue reading"


def told(below: list[str], last: str = LONG[0], head: str = "", attributes: str = "") -> str:
    """What shows that a text is a part, by its last paragraph and by the lines below it."""
    markup = "".join(f"<p>{line}</p>" for line in below)
    known = parse(
        page(f"<html><head>{head}</head><body><p>{last}</p><div {attributes}>{markup}</div></body></html>")
    )
    body = Body([Block(last)], below=read_lines(known.tree).lines[1:])
    return partial(known, body, "")


@pytest.mark.parametrize(("size", "asked"), [(250, True), (251, False)])
def test_a_line_that_asks_is_short(size: int, asked: bool) -> None:
    assert asks(f"{ASKING}{' x' * 200}"[:size]) == asked


@pytest.mark.parametrize(("above", "partly"), [(3, True), (4, False)])
def test_what_asks_stands_right_below_a_whole_text(above: int, partly: bool) -> None:
    lines = [f"line {n}" for n in range(above)]
    assert bool(told([*lines, ASKING])) == partly
    assert told([*lines, ASKING], CUT) == f"paywall stub: {ASKING}"
    assert told([*lines, ASKING], head=CLOSED) == f"paywall stub: {ASKING}"
    assert bool(told([*lines, "<a href=/x>Read more</a>"], f"{CUT}…")) == partly


@pytest.mark.parametrize(("between", "partly"), [(3, True), (4, False)])
def test_a_wall_s_box_is_near(between: int, partly: bool) -> None:
    near = f"<section>{'<div>' * between}<b>All that we print</b>{'</div>' * between}</section>"
    known = parse(page(near.replace("<section", "<body><p>x</p><section class=paywall")))
    body = Body([Block(CUT)], below=read_lines(known.tree).lines[1:])
    assert bool(partial(known, body, "")) == partly
    assert told(["All that we print."], CUT) == ""
    assert told(["All that we print."], CUT, attributes="id=piano") == "paywall stub: the text breaks off"
    assert told(["All that we print."], CUT, attributes="class=paywall hidden") == ""


@pytest.mark.parametrize(
    "attributes",
    ["hidden", "style='display: none'", "style='visibility:hidden'", "class='x hidden'", "class=d-none"],
)
def test_what_is_not_shown_asks_nothing(attributes: str) -> None:
    assert told([ASKING], attributes=attributes) == ""
    assert told([ASKING], attributes="class=hidden-x style='color: red'") != ""


@pytest.mark.parametrize(
    ("stated", "partly"),
    [("100", True), (30, False), ("999999", True), ("1000000", False), ("many", False), (None, False)],
)
def test_how_many_words_a_page_says_that_its_text_has(stated: object, partly: bool) -> None:
    assert bool(told([], head=ld("NewsArticle", isAccessibleForFree=False, wordCount=stated))) == partly


def test_what_shows_it_is_told_in_short() -> None:
    assert (
        told([], f"{CUT} – {CUT}", CLOSED) == f"paywall stub: not free, and the text breaks off: {CUT[-40:]}"
    )
    assert told([f"{ASKING}{' x' * 99}"]) == f"paywall stub: {ASKING}{' x' * 99}"[:114]
    words = len(LONG[0].split())
    stated = ld("NewsArticle", isAccessibleForFree=False, wordCount=900)
    assert told([], head=stated) == f"paywall stub: not free, {words} of 900 words"


def test_why_a_page_was_refused_tells_of_a_wall_or_of_none() -> None:
    known = parse(page("<p>x"))
    assert partial(known, Body(), "paywall stub: x") == "paywall stub: x"
    assert partial(known, Body([Block(CUT)], below=LINES), "no text: x") == ""
    assert partial(known, Body(), "") == ""


@pytest.mark.parametrize(
    ("text", "kind", "broken"),
    [
        (CUT, "paragraph", True),
        (CUT, "list", False),
        (f"{CUT[:79]}a", "paragraph", True),
        (f"{CUT[:78]}a", "paragraph", False),
        (f"{CUT}.", "paragraph", False),
        (f"{CUT},", "paragraph", True),
        (f"{CUT} [...]", "paragraph", True),
    ],
    ids=range(7),
)
def test_a_text_that_breaks_off(text: str, kind: str, broken: bool) -> None:
    assert breaks_off([Block(LONG[0]), Block(text, kind)]) == broken  # type: ignore[arg-type]
