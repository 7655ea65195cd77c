"""What the general rules miss of a body: its standfirst, paragraphs and lists between those that were found."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from lxml.etree import _Element

from stories.extraction.body.block import MIN_LEAD_CHARACTERS, TAGS, Block, size
from stories.extraction.body.lines import Line, Lines, is_linked_sentence, is_prose
from stories.extraction.body.lists import missed_lists, stands_aside
from stories.extraction.body.opening import is_standfirst
from stories.extraction.body.surroundings import Surroundings
from stories.text import letters

DESCRIBED_LETTERS, DATELINE_LETTERS = (
    60,
    20,
)  # of a description that a line says; of a place that it has before
PASSED_OVER = ("p", "h2", "h3", "h4", "h5", "h6", "blockquote")


def complete(blocks: Sequence[Block], lines: Lines, description: str, title: str = "") -> list[Block]:
    """The blocks with what was missed put where the page has it."""
    order = {id(line): number for number, line in enumerate(lines.lines)}
    blocks = _in_order(blocks, lines)
    positions = [_position(block, lines, order) for block in blocks]
    found = [position for position in positions if position is not None]
    if not found:
        return list(blocks)
    prose = [
        position
        for block, position in zip(blocks, positions, strict=True)
        if position is not None and block.is_prose
    ]
    missed = _between(blocks, positions, lines) + _standfirst(
        blocks, min(prose or found), lines, description, title
    )
    return _merge(blocks, positions, missed)


def _in_order(blocks: Sequence[Block], lines: Lines) -> list[Block]:
    """The blocks as the page has them: trafilatura puts what it finds at a second look behind the rest."""
    places, last = [], -1
    for block in blocks:
        line = lines.by_key.get(block.said)
        last = line.place if line is not None and line.said == block.said and not line.twice else last
        places.append(last)
    if sum(after < before for before, after in pairwise(places)) != 1:
        return list(blocks)
    return [blocks[number] for number in sorted(range(len(blocks)), key=places.__getitem__)]


def _position(block: Block, lines: Lines, order: dict[int, int]) -> int | None:
    first = block.text.split(" | ")[0] if block.kind == "table" else ""
    line = lines.by_key.get(block.said) or lines.by_key.get(letters(first) or block.keys[0])
    return order.get(id(line)) if line is not None and not line.twice else None


def _between(blocks: Sequence[Block], positions: list[int | None], lines: Lines) -> list[tuple[int, Block]]:
    """Paragraphs and lists in boxes like those of the found ones, down to the last that holds prose."""
    known = {position for position in positions if position is not None}
    enclosing = EnclosingBoxes()
    boxes = Counter(enclosing.of(lines.lines[position].element) for position in known)
    alike = [
        n for n in range(min(known), len(lines.lines)) if boxes[enclosing.of(lines.lines[n].element)] > 1
    ]
    told = (
        n for n in reversed(alike) if is_prose(lines.lines[n]) and enclosing.of(lines.lines[n].element)[-1]
    )
    end = max(next(told, 0) + 1, max(known))
    around, said = Surroundings(size(blocks)), "".join(block.said for block in blocks)

    def is_own(part: _Element) -> bool:
        """Whether a list stands in a box like those of the found ones, or in the thickest box of the page."""
        return boxes[enclosing.of(part)] > 1 or not stands_aside(part, lines.box)

    missed = {
        number for number in set(range(min(known), end)) - known if not around.of(lines.lines[number].element)
    }
    paragraphs = [
        (number, Block(line.text, TAGS.get(line.element.tag, "paragraph")))
        for number, line in ((number, lines.lines[number]) for number in alike)
        if number in missed
        and not line.twice
        and (line.linked <= 0.5 or is_linked_sentence(line))
        and line.element.tag in PASSED_OVER
        and line.said not in said
    ]
    return paragraphs + missed_lists(lines, range(min(known), end), missed, said, is_own)


class EnclosingBoxes:
    """What the boxes of a text in several chunks have in common: tag and class of grandparent and parent."""

    def __init__(self) -> None:
        self._known: dict[_Element, tuple[str, ...]] = {}

    def of(self, element: _Element) -> tuple[str, ...]:
        """The likeness of the box that an element stands in."""
        parent = element.getparent()
        if parent is None:
            return ("",)
        if parent not in self._known:
            outer = parent.getparent()
            boxes = (parent,) if outer is None else (outer, parent)
            self._known[parent] = tuple(
                part for box in boxes for part in (str(box.tag), _unmodified(box.get("class") or ""))
            )
        return self._known[parent]


def _unmodified(name: str) -> str:
    """A class without what sets one box of its kind apart: `text text--wide` is a `text` (BEM's modifiers)."""
    return " ".join(part for part in name.split() if "--" not in part) if "--" in name else name


def _standfirst(
    blocks: Sequence[Block], first: int, lines: Lines, description: str, title: str
) -> list[tuple[int, Block]]:
    """The lines between headline and text that the page describes itself with."""
    said = "".join(block.said for block in blocks[:3])
    heads = [line for line in lines.lines[:first] if line.element.tag == "h1"]
    said_first = [line for line in heads if line.said == letters(title)] or heads[-1:]
    start = said_first[0].place if said_first else -1
    found = []
    for number in range(start + 1, first):
        line = lines.lines[number]
        if len(line.text) >= MIN_LEAD_CHARACTERS and line.said not in said and _introduces(line, description):
            found.append((number, Block(line.text)))
    return found[:2]


def _introduces(line: Line, description: str) -> bool:
    if line.linked > 0.5 or line.element.tag in ("figcaption", "td"):
        return False
    described = letters(description)[:DESCRIBED_LETTERS]
    at = line.said.find(described)
    return (bool(described) and 0 <= at <= DATELINE_LETTERS) or is_standfirst(line)


def _merge(
    blocks: Sequence[Block], positions: list[int | None], missed: list[tuple[int, Block]]
) -> list[Block]:
    """Each missed block before the first found one that stands below it."""
    merged: list[Block] = []
    waiting = sorted(missed, key=lambda item: item[0])
    for block, position in zip(blocks, positions, strict=True):
        while position is not None and waiting and waiting[0][0] < position:
            merged.append(waiting.pop(0)[1])
        merged.append(block)
    return merged + [block for _, block in waiting]
