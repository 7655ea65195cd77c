"""Walls: whether a page shows only a part of its story, the rest being for those who pay or sign in.

Of 1,200 known pages many say that they are not free and hold the whole text all the same; so what is stated counts only
with what the page shows: an empty box, words below the text that send the reader to the rest, a text that breaks off.
"""

import re
from collections.abc import Iterator, Sequence

from cssselect import SelectorError
from lxml.html import HtmlElement

from stories.extraction.body import Block, Body, Line
from stories.extraction.body.block import PROSE, size
from stories.extraction.body.phrases import READ_MORE
from stories.extraction.document import Document
from stories.extraction.layouts import selector
from stories.extraction.reject_phrases import REST
from stories.text import words_of

WALL = "paywall stub"  # the reject of a page whose wall lets next to nothing through
MAX_ASKING = 250  # characters; a longer line is a sentence of the story
NEAR = 4  # lines below the text, within which a wall needs no other sign
HALF = 0.5  # of the text; what is not free is there where its boxes hold so much of it
FEW_WORDS = 0.6  # of the words that the page states for its story
_NO = ("false", "no", "0")
_CUT = re.compile(r"(?:[^\W\d_](?:\s?(?:…|\.{3}))?|[,;–—-]|\[(?:…|\.{3})\]|\((?:…|\.{3})\))$")
# What subscribers have beside the text, to comment on it above all
_BESIDE = re.compile(
    r"comm?ent|kommentar|reacties|коммент|newsletter|podcast|puzzle|crossword|forum", re.IGNORECASE
)
_ELLIPSIS = re.compile(r"(?:…|\.{3})[\])]?$")
_WALL_BOX = re.compile(
    r"pay-?wall|reg-?wall|piano|subscri(?:be|ber|ption)-?(?:wall|gate|barrier|only)|(?:content|article)-?(?:gate|lock)|"
    r"\b(?:gate|barrier|abo-?(?:wall|box))\b|premium-?(?:wall|barrier|gate)|locked|meter(?:ed)?-?(?:wall|content)",
    re.I,
)
_HIDING = re.compile(r"(?:^|\s)(?:hide|hidden|is-hidden|d-none|u-hidden)(?:$|\s)", re.I)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def partial(document: Document, body: Body, rejected: str) -> str:
    """What shows that a page holds only a part of its story; empty where nothing does.

    rejected: why the general rules say that the page holds no story, and what showed it: `paywall stub: ...`.
    """
    if rejected:
        return rejected if rejected.startswith(WALL) else ""
    if not body.blocks:
        return ""
    closed, broken = is_closed(document), breaks_off(body.blocks)
    asked = [line for line in body.below if asks(line.text) and _is_shown(line.element)]
    held = _behind(document, size(body.blocks)) if closed else None
    if held is not None and held >= HALF:
        return ""
    if closed:
        signs = _of_closed(document, body, held, asked)
    elif asked and (broken or asked[0] in body.below[:NEAR]):
        signs = iter([asked[0].text])
    elif broken and (any(map(_in_wall, body.below)) or _leads_on(body)):
        signs = iter(["the text breaks off"])
    else:
        return ""
    return next((f"{WALL}: {sign[:100]}" for sign in signs if sign), "")


def _of_closed(document: Document, body: Body, held: float | None, asked: Sequence[Line]) -> Iterator[str]:
    """What shows that a text is not whole which the page says is not free."""
    if held is not None:
        yield "the box of what is not free holds next to nothing"
    yield from (line.text for line in asked)
    if breaks_off(body.blocks):
        yield f"not free, and the text breaks off: {body.blocks[-1].text[-40:]}"
    words, stated = sum(len(block.text.split()) for block in body.blocks), _words(document)
    if words < FEW_WORDS * stated:
        yield f"not free, {words} of {stated} words"


def public(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a body without what the wall itself says."""
    return [block for block in blocks if not asks(block.text)]


def is_closed(document: Document) -> bool:
    """Whether the page says that its story, or a part of it, is not free.

    schema.org's isAccessibleForFree of an object, its hasPart, or an element; `article:content_tier` of Facebook.
    """
    stated = (document.meta("isaccessibleforfree").lower(), document.meta("article:content_tier").lower())
    return any(map(_closed, document.nodes)) or stated[0] in _NO or stated[1] == "locked"


def asks(text: str) -> bool:
    """Whether a line says that the story goes on behind a wall."""
    return len(text) <= MAX_ASKING and bool(rest_of(text)) and not _BESIDE.search(text)


def rest_of(text: str) -> str:
    """What of a text says that a story goes on behind a wall; empty where nothing does."""
    small = text.lower()
    found = (phrase.search(text) for word, phrase in REST.items() if word in small)
    return next((match[0] for match in found if match), "")


def breaks_off(blocks: Sequence[Block]) -> bool:
    """Whether a text ends in mid-word or in mid-sentence: a paragraph of some length, without the end of a sentence."""
    last = blocks[-1]
    return last.kind == "paragraph" and len(last.text) >= PROSE and bool(_CUT.search(last.text))


def _leads_on(body: Body) -> bool:
    """Whether a text ends in an ellipsis, right above a line that leads to the rest."""
    cut = bool(_ELLIPSIS.search(body.blocks[-1].text))
    return cut and any(READ_MORE.match(line.text) and line.linked for line in body.below[:NEAR])


def _closed(node: dict[str, object]) -> bool:
    return str(node.get("isAccessibleForFree")).lower() in _NO


def _behind(document: Document, length: int) -> float | None:
    """How much of the text the boxes hold that are stated as not free, as a share; None where there is no such box."""
    stated = (node.get("cssSelector") for node in document.nodes if _closed(node))
    boxes = [box for css in set(map(str, filter(None, stated))) for box in _select(document, css)]
    return sum(len(words_of(box)) for box in boxes) / length if boxes else None


def _select(document: Document, css: str) -> list[HtmlElement]:
    """The elements that a selector of the page's own fits; none where it is no selector."""
    try:
        found = selector(css)(document.tree)
    except SelectorError:
        return []
    return [node for node in found if isinstance(node, HtmlElement)] if isinstance(found, list) else []


def _words(document: Document) -> int:
    """The most words that the page states for a text of its own (schema.org wordCount)."""
    stated = [str(node.get("wordCount")) for node in document.nodes]
    return max((int(count) for count in stated if count.isdecimal() and len(count) < 7), default=0)


def _boxes(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()


def _is_shown(element: HtmlElement) -> bool:
    return not any(
        box.get("hidden") is not None
        or _UNSEEN.search(box.get("style") or "")
        or _HIDING.search(box.get("class") or "")
        for box in _boxes(element)
    )


def _in_wall(line: Line) -> bool:
    """Whether the nearest boxes of a line are named as a wall is."""
    near = list(_boxes(line.element))[:4]
    return _is_shown(line.element) and any(
        _WALL_BOX.search(f"{box.get('class')} {box.get('id')}") for box in near
    )
