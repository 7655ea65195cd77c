"""Other ways to read a body, for pages that the general rules read badly."""

import html
import re
from collections.abc import Callable, Iterator

from lxml import etree
from lxml.etree import _Element
from lxml.html import HtmlElement, fragment_fromstring

from stories.extraction.body.block import PROSE, TAGS, Block, size
from stories.extraction.body.lines import Lines, read_lines
from stories.extraction.body.page_data import json_values, rich_text, streamed
from stories.extraction.document import Document
from stories.extraction.structured import is_story
from stories.text import clean, letters, words_of

AGREED = 60  # letters at the beginning of a text that a page must show
BARE = 1_000  # letters; a page with fewer waits for its scripts to show the text
_BODIES = ("articleBody", "text", "reviewBody")
_MARKUP = re.compile(r"<p[\s>].*?</p>", re.I | re.S)


def thickest(document: Document, lines: Lines) -> list[Block]:
    """The box of the page that holds the most running text, read line by line."""
    return list(_inside(lines.box, lines)) if lines.box is not None else []


def _inside(box: _Element, lines: Lines) -> Iterator[Block]:
    within = set(box.iter())
    for line in lines.lines:
        if line.element in within and line.linked < 0.9 and line.element.tag != "figcaption":
            kind = TAGS.get(line.element.tag, "paragraph")
            yield Block(f"- {line.text}" if kind == "list" else line.text, kind)


def microdata(document: Document, lines: Lines) -> list[Block]:
    """The element that the mark-up calls the body."""
    boxes = document.tree.xpath("//*[contains(concat(' ', @itemprop, ' '), ' articleBody ')]")
    return max(([*_inside(box, lines)] for box in boxes), key=len, default=[])


def structured(document: Document, lines: Lines) -> list[Block]:
    """The `articleBody` of JSON-LD, if the page shows its beginning too or shows next to nothing."""
    shown = letters(words_of(document.tree))
    for node in filter(is_story, document.nodes):
        for name in _BODIES:
            text = node.get(name)
            blocks = _texts(text) if isinstance(text, str) and len(text) > PROSE else []
            if blocks and (len(shown) < BARE or letters(blocks[0].text)[:AGREED] in shown):
                return blocks
    return []


def from_payload(document: Document, lines: Lines) -> list[Block]:
    """The page's own data: rich text, or the longest run of paragraphs of mark-up in a string of its scripts."""
    best = rich_text(document)
    for text in _strings(document):
        if len(_MARKUP.findall(text)) >= 3:
            best = max(best, _texts(text), key=size)
    return best


def _strings(document: Document) -> Iterator[str]:
    yield from streamed(document)
    for value in json_values(document):
        yield from _leaves(value)


def _leaves(value: object, depth: int = 0) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list) and depth < 40:
        for item in value.values() if isinstance(value, dict) else value:
            yield from _leaves(item, depth + 1)


def _texts(text: str) -> list[Block]:
    """A string of mark-up or of plain paragraphs."""
    if "&lt;" in text:
        text = html.unescape(text)
    if not _MARKUP.search(text):
        return [
            Block(paragraph) for part in re.split(r"\n+", html.unescape(text)) if (paragraph := clean(part))
        ]
    try:
        tree: HtmlElement = fragment_fromstring(
            re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text), create_parent="div"
        )
    except (etree.ParserError, ValueError):
        return []
    return list(_inside(tree, read_lines(tree)))


ALTERNATIVES: dict[str, Callable[[Document, Lines], list[Block]]] = {
    "thickest box": thickest,
    "microdata articleBody": microdata,
    "json-ld articleBody": structured,
    "payload": from_payload,
}
