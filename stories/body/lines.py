"""The lines of a page as they stand in its mark-up: what each says, how much of it is links, what encloses it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element
from lxml.html import HtmlElement

from stories.body.block import PROSE
from stories.text import key, words_of

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

    label: the words before its first link. twice: the page says it again elsewhere.
    """

    element: HtmlElement
    text: str
    linked: float = 0.0
    label: str = ""
    twice: bool = False


@dataclass(slots=True)
class Lines:
    """All lines of a page in its order, the first line that has a given key (`stories.text.key`), and the box that
    holds the most running text."""

    lines: list[Line] = field(default_factory=list)
    by_key: dict[str, Line] = field(default_factory=dict)
    box: _Element | None = None

    def find(self, text: str) -> Line | None:
        """The line that says `text`, if one does."""
        return self.by_key.get(key(text))


def read_lines(tree: HtmlElement) -> Lines:
    """The lines of a page."""
    found = Lines()
    for element in _leaves(tree):
        text = words_of(element)
        if text:
            line = Line(element, text, *_links(element, text))
            found.lines.append(line)
            earlier = found.by_key.setdefault(key(text), line)
            earlier.twice = earlier is not line
            for piece in _pieces(element):
                found.by_key.setdefault(key(piece), line)
    found.box = _thickest(found.lines)
    return found


def is_prose(line: Line) -> bool:
    """A line of running text that could stand in a story."""
    return (
        len(line.text) >= PROSE
        and line.linked < 0.5
        and line.element.tag not in ("figcaption", "td", "button")
    )


def _thickest(lines: list[Line]) -> _Element | None:
    """Each line counts for its parent and half for its grandparent, as in Arc90's readability."""
    weights: Counter[_Element] = Counter()
    for line in lines:
        parent = line.element.getparent()
        if is_prose(line) and not line.twice and parent is not None:
            weights[parent] += len(line.text)
            outer = parent.getparent()
            if outer is not None:
                weights[outer] += len(line.text) // 2
    return max(weights, key=lambda box: weights[box], default=None)


def _leaves(tree: HtmlElement) -> list[HtmlElement]:
    """Block elements without a block element inside."""
    blocks = list(tree.iter(*_LEAVES))
    holders: set[_Element] = set()
    for block in blocks:
        parent = block.getparent()
        while parent is not None and parent not in holders:
            holders.add(parent)
            parent = parent.getparent()
    return [block for block in blocks if block not in holders]


def _links(element: HtmlElement, text: str) -> tuple[float, str]:
    links = [words_of(link) for link in element.iter("a")]
    outer = next((node for node in element.iterancestors() if node.tag == "a"), None)
    if outer is not None:
        return 1.0, ""
    linked = sum(map(len, links)) / len(text)
    return min(linked, 1.0), text[: text.find(links[0])].strip() if links and links[0] else ""


def _pieces(element: HtmlElement) -> Iterator[str]:
    """What stands between the line breaks of a line that has some."""
    breaks = list(element.iter(*_BREAKS))
    if breaks:
        yield from re.split(r"\s*\n\s*", "".join(_broken(element)))


def _broken(element: _Element) -> Iterator[str]:
    yield re.sub(r"\s+", " ", element.text or "")
    for child in element:
        if child.tag in _BREAKS:
            yield "\n"
        else:
            yield from _broken(child)
        yield re.sub(r"\s+", " ", child.tail or "")
