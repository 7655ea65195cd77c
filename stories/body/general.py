"""A body by trafilatura's rules, block by block."""

from collections.abc import Iterator
from copy import copy
from functools import cache

from lxml import etree
from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document as Extracted
from trafilatura.settings import Extractor

from stories.body.block import Block, BlockKind
from stories.text import clean, words_of

_KINDS: dict[str, BlockKind] = {"head": "heading", "list": "list", "quote": "quote", "table": "table"}
# trafilatura takes these out itself, after it has searched them.
_UNREAD = ("nav", "footer", "button", "select", "noscript", "dialog", "menu", "textarea")
_BREAK = "\N{LINE SEPARATOR}"


def general_body(tree: HtmlElement, scope: HtmlElement | None = None) -> list[Block]:
    """The body that trafilatura finds by its rules alone; empty where it finds none.

    Its comparison with other extractors and its metadata are left out: they cost more than they give here.
    scope: the part of the page to search, where one part is known to hold the story.
    Takes navigation and controls out of `tree`.
    """
    etree.strip_elements(tree, *_UNREAD, with_tail=False)
    found = bare_extraction(tree if scope is None else _alone(scope), options=_options())
    return list(blocks_of(found.body)) if isinstance(found, Extracted) else []


def _alone(scope: HtmlElement) -> HtmlElement:
    """A page with nothing but `scope` in it."""
    page: HtmlElement = scope.makeelement("html")
    part = copy(scope)
    part.tail = None
    etree.SubElement(page, "body").append(part)
    return page


@cache
def _options() -> Extractor:
    return Extractor(fast=True, comments=False)


def blocks_of(body: _Element) -> Iterator[Block]:
    """The blocks of a tree in trafilatura's tags."""
    lead = clean(body.text or "")
    if lead:
        yield Block(lead)
    for element in body:
        kind = _KINDS.get(str(element.tag), "paragraph")
        for text in _READERS.get(kind, _paragraphs)(element):
            yield Block(text, kind)
        tail = clean(element.tail or "")
        if tail:
            yield Block(tail)


def _paragraphs(element: _Element) -> Iterator[str]:
    """A single line break stays a line break, two part paragraphs."""
    lines = [clean(line) for line in _flat(element).split(_BREAK)]
    paragraph: list[str] = []
    for line in [*lines, ""]:
        if line:
            paragraph.append(line)
        elif paragraph:
            yield "\n".join(paragraph)
            paragraph = []


def _flat(element: _Element) -> str:
    parts = [element.text or ""]
    for child in element:
        parts += (_BREAK if child.tag == "lb" else _flat(child), child.tail or "")
        if child.tag in ("p", "item", "list", "head"):
            parts.insert(-1, _BREAK * 2)
    return "".join(parts)


def _items(element: _Element) -> Iterator[str]:
    items = (clean(_flat(item).replace(_BREAK, " ")) for item in element.iter("item"))
    lines = [f"- {item}" for item in items if item]
    if lines:
        yield "\n".join(lines)


def _rows(element: _Element) -> Iterator[str]:
    rows = []
    for row in element.iter("row"):
        cells = [words_of(cell) for cell in row.iter("cell")]
        if any(cells):
            rows.append(" | ".join(cells))
    if rows:
        yield "\n".join(rows)


_READERS = {"list": _items, "table": _rows}
