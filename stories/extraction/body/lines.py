"""The lines of a page as they stand in its mark-up: what each says, how much of it is links, what encloses it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml.etree import _Element
from lxml.html import HtmlElement

from stories.extraction.body.block import ends_sentence, is_long
from stories.text import letters, words_of

_LEAVES = (
    *(
        "p",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "figcaption",
        "td",
        "th",
        "dt",
        "dd",
        "caption",
    ),
    *(
        "div",
        "section",
        "article",
        "aside",
        "header",
        "footer",
        "main",
        "nav",
        "figure",
        "pre",
        "address",
        "ul",
        "ol",
    ),
    *("table", "form", "button", "summary", "center"),
)
_BREAKS = ("br", "hr")


@dataclass(slots=True, eq=False)
class Line:
    """The text of one innermost block element. linked: the share of its characters that are links, 0 to 1.

    label: the words before its first link. said: its key (`stories.text.letters`).
    twice: the page says it again elsewhere. place: its number among the lines of the page.
    """

    element: HtmlElement
    text: str
    said: str
    place: int
    linked: float = 0.0
    label: str = ""
    twice: bool = False


@dataclass(slots=True)
class Lines:
    """All lines of a page in its order, and the first line that has a given key (`stories.text.letters`).

    again: by the key of a line that the page says again, in whole or in part, all that say it.
    box: the element that holds the most running text; within: all elements in it.
    """

    lines: list[Line] = field(default_factory=list)
    by_key: dict[str, Line] = field(default_factory=dict)
    again: dict[str, list[Line]] = field(default_factory=dict)
    box: HtmlElement | None = None
    within: set[_Element] = field(default_factory=set)


def read_lines(tree: HtmlElement) -> Lines:
    """The lines of a page."""
    found = Lines()
    leaves, holders = _leaves(tree)
    links, around, loose = _inside(tree.iter("a"), leaves, holders)
    broken, *_ = _inside(tree.iter(*_BREAKS), leaves, holders)
    linked = {element for link in around for element in link.iter(*_LEAVES)}
    for element in leaves:
        text = words_of(element)
        if text:
            line = Line(element, text, letters(text), len(found.lines))
            if element in linked:
                line.linked = 1.0
            elif element in links:
                line.linked, line.label = _links(links[element], text)
            found.lines.append(line)
            earlier = found.by_key.setdefault(line.said, line)
            if earlier is not line:
                earlier.twice = True
                found.again.setdefault(earlier.said, [earlier]).append(line)
            for piece in _pieces(element) if element in broken else ():
                found.by_key.setdefault(letters(piece), line)
    for link in loose:
        if said := letters(text := words_of(link)):
            found.by_key.setdefault(said, Line(link, text, said, len(found.lines), 1.0))
    _add_items(found)
    found.box = _thickest(found.lines)
    if found.box is not None:
        found.within = set(found.box.iter())
    return found


def _inside(
    elements: Iterable[HtmlElement], leaves: dict[HtmlElement, None], holders: set[_Element]
) -> tuple[dict[HtmlElement, list[HtmlElement]], list[HtmlElement], list[HtmlElement]]:
    """Which of `elements` stand in each leaf, those that hold leaves themselves, and those that do neither."""
    inside: dict[HtmlElement, list[HtmlElement]] = {}
    around, loose = [], []
    for element in elements:
        node: HtmlElement | None = element
        while node is not None and node not in leaves and node not in holders:
            node = node.getparent()
        if node is element:
            around.append(element)
        elif node is not None and node in leaves:
            inside.setdefault(node, []).append(element)
        else:
            loose.append(element)
    return inside, around, loose


def _add_items(found: Lines) -> None:
    """List items that are made of several lines, by all that they say."""
    items: dict[HtmlElement, list[Line]] = {}
    for line in found.lines:
        above = islice(line.element.iterancestors(), 4)
        item = next((node for node in above if node.tag == "li"), None)
        if item is not None:
            items.setdefault(item, []).append(line)
    for item, parts in items.items():
        text = " ".join(part.text for part in parts)
        linked = sum(part.linked * len(part.text) for part in parts) / len(text)
        said = "".join(part.said for part in parts)
        found.by_key.setdefault(said, Line(item, text, said, parts[0].place, linked))


def is_prose(line: Line) -> bool:
    """A line of running text that could stand in a story."""
    return is_long(line.text) and line.linked < 0.5 and line.element.tag not in ("figcaption", "td", "button")


def is_linked_sentence(line: Line) -> bool:
    """A paragraph that is a whole sentence, though most of it is a link; headlines of others end in no stop."""
    text = line.text
    return line.element.tag == "p" and is_long(text) and ends_sentence(text) and not text.endswith("?")


def prose_of(lines: Iterable[Line]) -> int:
    """How many characters of running text there are; what the page says twice is not counted."""
    return sum(len(line.text) for line in lines if not line.twice and is_prose(line))


def _thickest(lines: list[Line]) -> HtmlElement | None:
    """Each line counts for its parent and half for its grandparent, as in Arc90's readability."""
    weights: Counter[HtmlElement] = Counter()
    for line in lines:
        parent = line.element.getparent()
        if is_prose(line) and not line.twice and parent is not None:
            weights[parent] += len(line.text)
            outer = parent.getparent()
            if outer is not None:
                weights[outer] += len(line.text) // 2
    return max(weights, key=lambda box: weights[box], default=None)


def _leaves(tree: HtmlElement) -> tuple[dict[HtmlElement, None], set[_Element]]:
    """Block elements without a block element inside, in the order of the page; and all that hold one of them."""
    blocks = list(tree.iter(*_LEAVES))
    holders: set[_Element] = set()
    for block in blocks:
        parent = block.getparent()
        while parent is not None and parent not in holders:
            holders.add(parent)
            parent = parent.getparent()
    return dict.fromkeys(block for block in blocks if block not in holders), holders


def _links(links: Iterable[HtmlElement], text: str) -> tuple[float, str]:
    """The share of `text` that its links have, and the words before the first."""
    texts = [words_of(link) for link in links]
    linked = sum(map(len, texts)) / len(text)
    return min(linked, 1.0), text[: text.find(texts[0])].strip() if texts[0] else ""


def _pieces(element: HtmlElement) -> list[str]:
    """What stands between the line breaks of a line."""
    return re.split(r"\s*\n\s*", "".join(_broken(element)))


def _broken(element: _Element) -> Iterator[str]:
    yield re.sub(r"\s+", " ", element.text or "")
    for child in element:
        if child.tag in _BREAKS:
            yield "\n"
        else:
            yield from _broken(child)
        yield re.sub(r"\s+", " ", child.tail or "")
