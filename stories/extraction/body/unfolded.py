"""A body that came as one paragraph, as the lines that the page has it in."""

from collections.abc import Iterator, Sequence

from stories.extraction.body.block import TAGS, Block
from stories.extraction.body.general import PART
from stories.extraction.body.lines import Line, Lines, is_prose
from stories.text import clean

STRAY = 30  # letters of a date among the lines of a paragraph
MOST = 0.9  # of the letters of a paragraph that is made of lines and a few words besides
MAX_FOUND_BLOCKS = 2  # a body of more blocks was not taken for one


def unfold(blocks: Sequence[Block], lines: Lines) -> list[Block]:
    """The blocks; where they are one or two, each that says no more than a run of lines as those lines."""
    if len(blocks) > MAX_FOUND_BLOCKS:
        return list(blocks)
    return [part for block in blocks for part in _parts(block, lines)]


def _parts(block: Block, lines: Lines) -> Iterator[Block]:
    if block.kind == "paragraph" and "\n" not in block.text and (own := lines.by_key.get(block.said)):
        yield from parted(own)
        return
    if block.kind != "paragraph" or block.said in lines.by_key:
        yield block
        return
    runs = (_run(block.said, lines.lines[n:]) for n in range(len(lines.lines)))
    found = next(filter(None, runs), []) or _most(block.said, lines.lines)
    for line in found:
        yield from parted(line)
    if not found:
        yield block


def _most(said: str, lines: Sequence[Line]) -> list[Line]:
    """The lines of which a paragraph is made, but for a few words above, such as the site's name; one is running text."""
    found: list[Line] = []
    place = 0
    for line in lines:
        at = said.find(line.said, place, place + len(line.said) + STRAY) if line.said else -1
        if at >= 0:
            found.append(line)
            place = at + len(line.said)
    told = sum(len(line.said) for line in found)
    whole = place == len(said) and told >= MOST * len(said)
    return found if len(found) > 1 and whole and any(map(is_prose, found)) else []


def parted(line: Line) -> list[Block]:
    """A line as a block, or as those that two line breaks part; where there are none but single ones, those."""
    kind = TAGS.get(line.element.tag, "paragraph")
    if kind == "list":
        return [Block(f"- {line.text}", kind)]
    pieces = [line.element.text or ""]
    for node in line.element.iterdescendants():
        pieces += ["\n" if node.tag == "br" else node.text or "", node.tail or ""]
    text = "".join(pieces)
    texts = map(clean, text.split(PART if PART in text else "\n"))
    found = [Block(one, kind) for one in texts if one]
    return found if len(found) > 1 else [Block(line.text, kind)]


def _run(said: str, lines: Sequence[Line]) -> list[Line]:
    """The first of `lines`, if together they say `said` and no more than a date besides: that may be no line."""
    found: list[Line] = []
    for line in lines:
        at = said.find(line.said, 0, len(line.said) + STRAY) if said else -1
        if at < 0 or (at and not (found and any(map(str.isdigit, said[:at])))):
            break
        said = said[at + len(line.said) :]
        found.append(line)
    return [] if said else found
