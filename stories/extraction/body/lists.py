"""Lists of a text that the general rules passed over."""

from collections.abc import Callable, Collection
from itertools import groupby

from lxml.etree import _Element

from stories.extraction.body.block import Block
from stories.extraction.body.lines import Line, Lines
from stories.text import clean, words_of

LINKED = 0.5  # from this share of link text on, a list is a menu
ASIDE = ("aside", "figure", "form", "nav", "table")  # a list in one of them is not the text's own
BLOCKS = ("ul", "ol", "li", "p", "div")
_LISTS = ("ul", "ol")


def missed_lists(
    lines: Lines, places: range, missed: Collection[int], said: str, is_own: Callable[[_Element], bool]
) -> list[tuple[int, Block]]:
    """Each list of which the body lacks items, at the place of the first that it lacks.

    places: which lines may be items. missed: those of them that the body may lack. said: the key of the body.
    is_own: whether the box of a list is one of the text.
    """
    found = []
    lines_in = ((number, lines.lines[number]) for number in places)
    for whole, group in groupby(lines_in, lambda line: _list_of(line[1])):
        parts = list(group)
        left = {
            number: line for number, line in parts if number in missed and line.element.tag != "figcaption"
        }
        if whole is None or _is_menu([line for _, line in parts]) or not is_own(whole):
            continue
        if any(line.said not in said and not line.twice for line in left.values()):
            there = {line.element for number, line in parts if number not in left}
            items = [_words_of(item) for item in whole if item.tag == "li" and there.isdisjoint(item.iter())]
            found.append((min(left), Block("\n".join(f"- {item}" for item in items if item), "list")))
    return found


def _words_of(item: _Element) -> str:
    """The words of an item; those of lists and paragraphs in it are parted."""
    parted = any(node.tag in BLOCKS for node in item.iterdescendants())
    return clean(" ".join(map(str, item.itertext()))) if parted else words_of(item)


def stands_aside(element: _Element, box: _Element | None) -> bool:
    """Whether something between `element` and `box` is set apart from the text; also where `box` is not around it."""
    for node in element.iterancestors():
        if node is box:
            return False
        if node.tag in ASIDE:
            return True
    return True


def _list_of(line: Line) -> _Element | None:
    """The outermost list around a line; lists in a list are part of it."""
    found, node = None, line.element
    while node is not None and (
        node.tag == "li" or (node.getparent() is not None and node.getparent().tag == "li")
    ):
        item = node if node.tag == "li" else node.getparent()
        found = item.getparent()
        node = found
    return found if found is not None and found.tag in _LISTS else None


def _is_menu(items: list[Line]) -> bool:
    return sum(line.linked * len(line.text) for line in items) > LINKED * sum(
        len(line.text) for line in items
    )
