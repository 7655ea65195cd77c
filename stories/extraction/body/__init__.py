"""The body of a story: its paragraphs, headings, lists and block quotes, in the order of the page."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from stories.extraction.body.alternatives import ALTERNATIVES
from stories.extraction.body.block import Block, join, size
from stories.extraction.body.boilerplate import Metadata, left_out, remove_boilerplate
from stories.extraction.body.general import general_body
from stories.extraction.body.lines import Lines, read_lines
from stories.extraction.body.recovery import complete
from stories.extraction.body.scope import find_scope
from stories.extraction.document import Document

__all__ = ["Block", "Body", "Metadata", "join", "read_body"]

TINY = 250  # characters; a body below is read again another way


@dataclass(slots=True)
class Body:
    """The blocks of a body, which reading they came from, and (text, why) of what was cut."""

    blocks: list[Block] = field(default_factory=list)
    origin: str = ""
    cuts: list[tuple[str, str]] = field(default_factory=list)


def read_body(document: Document, known: Sequence[Block], metadata: Metadata) -> Body:
    """The body of a page: the blocks that its outlet's facts gave (`known`), else those of the general rules.

    metadata: what else the page says of the story, by which headline, signatures and standfirst are told.
    """
    lines = read_lines(document.tree)
    if known:
        blocks, origin = list(known), "layout"
    else:
        blocks, origin = _read(document, lines)
        blocks = complete(blocks, lines, metadata.description)
    kept, cuts = remove_boilerplate(blocks, lines, metadata)
    return Body(kept, origin if kept else "", [*cuts, *left_out(kept, cuts, lines)])


def _read(document: Document, lines: Lines) -> tuple[list[Block], str]:
    blocks = general_body(document.tree, find_scope(lines))
    if size(blocks) >= TINY and not _is_dump(blocks, lines):
        return blocks, "trafilatura"
    for origin, reader in ALTERNATIVES.items():
        other = reader(document, lines)
        if size(other) > max(TINY, 0 if _is_dump(blocks, lines) else 2 * size(blocks)):
            return other, origin
    return blocks, "trafilatura" if blocks else ""


def _is_dump(blocks: Sequence[Block], lines: Lines) -> bool:
    """Whether a whole page was taken for one paragraph."""
    if not 0 < len(blocks) <= 2:
        return False
    longest = max((block.text for block in blocks), key=len)
    return sum(len(line.text) >= 20 and line.text in longest for line in lines.lines) >= 5
