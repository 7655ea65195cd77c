"""A body by trafilatura's rules, block by block."""

import logging
import re
from collections.abc import Iterator
from copy import copy
from functools import cache

from lxml import etree
from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document as Extracted
from trafilatura.settings import Extractor

from stories.extraction.body.block import PROSE, Block, BlockKind
from stories.text import clean, text_of, words_of

# A page without text is a reject with a reason, and no warning in a crawl's log.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_KINDS: dict[str, BlockKind] = {"head": "heading", "list": "list", "quote": "quote", "table": "table"}
# trafilatura takes these out itself, after it has searched them.
_UNREAD = (
    *("nav", "footer", "button", "select", "noscript", "dialog", "menu", "textarea"),
    *("picture", "video", "audio", "input"),
)
_ARTICLES = ("article", "main", "section")
_LINES = ("b", "strong", "i", "em", "span", "font", "a")
_TABLE = ("thead", "tbody", "tfoot", "tr", "td", "th", "caption")
_CELL = 300  # characters of a cell of data; more are the page's own lay-out
_HIDDEN = re.compile(r"(?:display|visibility)\s*:\s*(?:none|hidden)\s*;?", re.IGNORECASE)
_BREAK = "\N{LINE SEPARATOR}"
PART = "\ue000"  # a letter of nobody's, Unicode's first for private use


def general_body(tree: HtmlElement, scope: HtmlElement | None = None, compared: bool = False) -> list[Block]:
    """The body that trafilatura finds; empty where it finds none. Its metadata are left out.

    scope: the part of the page to search, where one part is known to hold the story; else all but the head.
    compared: with its comparison with other extractors, which costs more than its rules alone.
    Takes navigation and controls out of `tree`, and marks where two line breaks part paragraphs.
    """
    etree.strip_elements(tree, *_UNREAD, with_tail=False)
    _mark_paragraphs(tree)
    _keep_times(tree)
    _show_panels(tree)
    _unfold_tables(tree)
    _flatten_cells(tree)
    _box_text(tree)
    body = tree.find("body") if scope is None else scope
    found = bare_extraction(_alone(tree if body is None else body), options=_options(compared))
    return list(blocks_of(found.body)) if isinstance(found, Extracted) else []


def _alone(scope: HtmlElement) -> HtmlElement:
    """A page with nothing but `scope` in it."""
    page: HtmlElement = scope.makeelement("html")
    part = copy(scope)
    part.tail = None
    (page if part.tag == "body" else etree.SubElement(page, "body")).append(part)
    return page


def _keep_times(tree: HtmlElement) -> None:
    """trafilatura takes out what is marked up as a time, even among the words of a sentence."""
    for time in list(tree.iter("time")):
        parent = time.getparent()
        if parent is not None and parent.tag == "p":
            time.drop_tag()


def _show_panels(tree: HtmlElement) -> None:
    """trafilatura takes out what is hidden from screen readers; a panel that a reader can unfold holds paragraphs."""
    for element in tree.iter("div", "section"):
        if element.get("aria-hidden") == "true" and element.find("p") is not None:
            del element.attrib["aria-hidden"]
        style = element.get("style")
        if style and _HIDDEN.search(style) and _goes_on(element):
            element.set("style", _HIDDEN.sub("", style))


def _goes_on(element: HtmlElement) -> bool:
    """Whether it holds paragraphs of running text and stands below some: the rest of a story, behind "Read more"."""
    above = element.itersiblings("p", preceding=True)
    return any(map(_is_text, element.iterchildren("p"))) and any(map(_is_text, above))


def _is_text(paragraph: HtmlElement) -> bool:
    return len(text_of(paragraph)) >= PROSE and paragraph.find(".//a") is None


def _box_text(tree: HtmlElement) -> None:
    """Of an article trafilatura reads what is in elements: text that stands in it directly gets a box."""
    for node in tree.iter(*_ARTICLES):
        lines = [child for child in node if child.tag in _LINES]
        texts = (node.text or "", *(child.tail or "" for child in node), *map(text_of, lines))
        if any(len(text.strip()) >= PROSE for text in texts):
            box = node.makeelement("div")
            box.text, node.text = node.text, None
            box.extend(list(node))
            node.append(box)


def _unfold_tables(tree: HtmlElement) -> None:
    """trafilatura makes one line of each cell: those of a table that lays out the page become boxes."""
    for table in list(tree.iter("table")):
        own = [node for node in table.iter(*_TABLE) if next(node.iterancestors("table"), None) is table]
        cells = [node for node in own if node.tag in ("td", "th")]
        rows = sum(node.tag == "tr" for node in own)
        if any(map(_is_laid_out, cells)) or (len(cells) <= rows and sum(map(_long_paragraphs, cells)) > 1):
            for node in (table, *own):
                node.tag = "div"


def _is_laid_out(cell: HtmlElement) -> bool:
    """Whether a cell holds paragraphs."""
    parted = sum(node.tail == PART for node in cell.iter("br"))
    return _long_paragraphs(cell) > 1 or parted * len(text_of(cell)) > _CELL


def _long_paragraphs(cell: HtmlElement) -> int:
    return sum(len(text_of(paragraph)) >= PROSE for paragraph in cell.iter("p"))


def _flatten_cells(tree: HtmlElement) -> None:
    """trafilatura passes over lists in the cells of a table: each cell becomes one line."""
    for cell in tree.iter("td", "th"):
        lists = [node for node in cell if node.tag in ("ul", "ol")]
        if not lists or len(text_of(cell)) > _CELL:
            continue
        for node in lists:
            items = [said for said in map(words_of, node.iter("li")) if said]
            node.tag = "span"
            tail = node.tail
            for item in list(node):
                node.remove(item)
            node.text, node.tail = "; ".join(items), tail


def _mark_paragraphs(tree: HtmlElement) -> None:
    """trafilatura makes one line break of two; a mark between them survives."""
    for line_break in tree.iter("br"):
        following = line_break.getnext()
        if following is not None and following.tag == "br" and not (line_break.tail or "").strip():
            line_break.tail = PART


@cache
def _options(compared: bool) -> Extractor:
    return Extractor(fast=not compared, comments=False)


def blocks_of(body: _Element) -> Iterator[Block]:
    """The blocks of a tree in trafilatura's tags."""
    lead = _unmarked(body.text)
    if lead:
        yield Block(lead)
    for element in body:
        kind = _KINDS.get(str(element.tag), "paragraph")
        for text in _READERS.get(kind, _paragraphs)(element):
            yield Block(text, kind)
        tail = _unmarked(element.tail)
        if tail:
            yield Block(tail)


def _unmarked(text: str | None) -> str:
    return clean((text or "").replace(PART, " "))


def _paragraphs(element: _Element) -> Iterator[str]:
    """A single line break stays a line break, two part paragraphs."""
    lines = [clean(line) for line in _flat(element).replace(PART, _BREAK + _BREAK).split(_BREAK)]
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
            parts.insert(-1, _BREAK + _BREAK)
    return "".join(parts)


def _items(element: _Element) -> Iterator[str]:
    items = (_unmarked(_flat(item).replace(_BREAK, " ")) for item in element.iter("item"))
    lines = [f"- {item}" for item in items if item]
    if lines:
        yield "\n".join(lines)


def _rows(element: _Element) -> Iterator[str]:
    rows = []
    for row in element.iter("row"):
        cells = [_unmarked("".join(map(str, cell.itertext()))) for cell in row.iter("cell")]
        if any(cells):
            rows.append(" | ".join(cells))
    if rows:
        yield "\n".join(rows)


_READERS = {"list": _items, "table": _rows}
