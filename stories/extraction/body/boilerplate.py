"""What is in a body but not of the story: headline, captions, teasers, newsletter lines, credits."""

from collections.abc import Sequence

from stories.extraction.body.apart import lines_apart
from stories.extraction.body.block import PROSE, TAGS, Block, ends_sentence, size
from stories.extraction.body.ending import below_the_end
from stories.extraction.body.lines import Line, Lines
from stories.extraction.body.opening import (
    DESCRIBED,
    Context,
    Metadata,
    is_above,
    is_headline,
    is_signature,
    is_subtitle,
)
from stories.extraction.body.phrases import (
    APPARATUS,
    ASKS,
    CONTACT,
    CREDITS,
    READ_MORE,
)
from stories.extraction.body.sign_off import sign_off
from stories.extraction.body.surroundings import LONG_LETTER, Surroundings
from stories.extraction.body.teasers import LINKED, NAME, SENTENCE_CHARACTERS, by_links
from stories.extraction.metadata.caption import LINE as CAPTIONED
from stories.text import key, letters

BOXED = 0.8  # from this share of the body on, the thickest box is the story's; what stands below it is not
REPEATED = 30  # characters that two paragraphs share by no chance
MARKS = "“”„«»‹›‘’\"'「」『』 "
# Boxes whose sentences are no part of the running text either
NO_TEXT = ("caption", "background box", "gallery", "newsletter")
_LABELLED = ("link", "teaser", "advert", "newsletter", LONG_LETTER)


def remove_boilerplate(
    blocks: Sequence[Block], lines: Lines, metadata: Metadata, chosen: bool = False
) -> tuple[list[Block], list[tuple[str, str]]]:
    """`blocks` without what is not of the story, and (text, why) of what was cut.

    chosen: an outlet's layout names the boxes that hold the text; then nothing in them stands below it.
    """
    lines_by_block = [_lines_of(block, lines) for block in blocks]
    end = len(blocks) if chosen else _end_of_box(blocks, lines_by_block, lines)
    headings, names = set(map(letters, metadata.headings)), set(map(key, metadata.names))
    described = key(metadata.description)[:DESCRIBED]
    context = Context(
        Surroundings(size(blocks)),
        letters(metadata.title),
        set(key(metadata.title).split()),
        headings,
        names,
        described,
        lines,
    )
    reasons: list[str] = []
    for number, (block, block_lines) in enumerate(zip(blocks, lines_by_block, strict=True)):
        reasons.append("below the text" if number >= end else _reason(block, block_lines, context))
        context.opening &= bool(reasons[-1]) or not block.is_prose
        context.before += not reasons[-1]
    below_the_end(blocks, reasons)
    _pull_quotes(blocks, reasons)
    sign_off(blocks, reasons, context.names)
    if not chosen:
        lines_apart(blocks, lines_by_block, reasons, lines)
    _labels(blocks, reasons)
    judged = list(zip(blocks, reasons, strict=True))
    return [block for block, why in judged if not why], [(block.text, why) for block, why in judged if why]


def left_out(kept: Sequence[Block], cuts: list[tuple[str, str]], lines: Lines) -> list[tuple[str, str]]:
    """(text, why) of the lines among those of the body that the general rules had passed over."""
    known = {said for block in kept for said in (block.said, *block.keys)}
    places = [number for number, line in enumerate(lines.lines) if line.said in known]
    if not places:
        return []
    said = known | {letters(text) for text, _ in cuts}
    around = Surroundings(size(kept))
    missed = [line for line in lines.lines[places[0] : places[-1]] if line.said not in said]
    return [(line.text, _why(line, around, lines)) for line in missed]


def _why(line: Line, around: Surroundings, lines: Lines) -> str:
    block = Block(line.text, TAGS.get(line.element.tag, "paragraph"))
    return by_links(block, [line], lines) or by_box(block, [line], around, lines) or "general rules"


def _lines_of(block: Block, lines: Lines) -> list[Line]:
    """The lines of the page that a block is made of; none if some of it cannot be found."""
    found = [line for said in block.keys if (line := lines.by_key.get(said))]
    return found if len(found) == len(block.keys) else []


def _end_of_box(blocks: Sequence[Block], lines_by_block: list[list[Line]], lines: Lines) -> int:
    """Where the blocks end that stand in the box with most paragraphs; the end of all if it holds too few.

    What stands below is not the greater part: blocks that are made of no line of the page may be the text.
    """
    outside = [
        bool(block_lines) and all(line.element not in lines.within for line in block_lines)
        for block_lines in lines_by_block
    ]
    inside = [
        number for number, block_lines in enumerate(lines_by_block) if block_lines and not outside[number]
    ]
    paragraphs = [number for number, block in enumerate(blocks) if block.kind in ("paragraph", "quote")]
    held = size([blocks[number] for number in paragraphs if not outside[number]])
    if not inside or held < BOXED * size([blocks[number] for number in paragraphs]):
        return len(blocks)
    end = next((number for number in range(inside[-1] + 1, len(blocks)) if outside[number]), len(blocks))
    return end if size(blocks[end:]) <= size(blocks[:end]) else len(blocks)


def _reason(block: Block, block_lines: list[Line], context: Context) -> str:
    """Why a block is no part of the story; empty where it is one. block_lines: the lines that it is made of."""
    if is_headline(block, context):
        return "headline"
    if not block.said:
        return "label"  # stars, dashes: what parts a text, or ends it
    why = by_links(block, block_lines, context.lines) or by_box(
        block, block_lines, context.around, context.lines
    )
    if why:
        return why
    if context.opening and is_above(block, block_lines, context):
        return "label"
    if context.opening and is_subtitle(block, block_lines, context):
        return "subtitle"
    if len(block.text) < 2 * PROSE and is_signature(block, context):
        return "signature"
    if len(block.text) >= SENTENCE_CHARACTERS:
        return ""
    if _heads_links(block, block_lines, context.lines):
        return "label"
    return next((why for why, phrases in PHRASES.items() if phrases.match(block.text)), "")


def _heads_links(block: Block, block_lines: list[Line], lines: Lines) -> bool:
    """Whether a label such as "Read more" stands right above a link."""
    if (
        not block_lines
        or len(block.text) >= NAME
        or block.text[-1] in "?!."
        or not READ_MORE.match(block.text)
    ):
        return False
    below = block_lines[-1].element.getnext()
    if below is not None and below.tag == "a":
        return True
    after = lines.lines[block_lines[-1].place + 1 :][:1]
    return bool(after) and after[0].linked >= LINKED


def by_box(block: Block, block_lines: list[Line], around: Surroundings, lines: Lines) -> str:
    """What the boxes around a line say of it; of a line that the page says again, what all of them say."""
    said = [line for own in block_lines for line in (lines.again[own.said] if own.twice else [own])]
    found = {around.of(line.element) for line in said}
    why = found.pop() if len(found) == 1 else ""
    return "" if why not in NO_TEXT and block.is_prose else why


def _pull_quotes(blocks: Sequence[Block], reasons: list[str]) -> None:
    """A short block that says again what a longer one quotes is set in large letters; so is who said it, below."""
    whole = "\n".join(block.text for block, why in zip(blocks, reasons, strict=True) if not why)
    for number, (block, why) in enumerate(zip(blocks, reasons, strict=True)):
        if why or len(block.text) >= SENTENCE_CHARACTERS or block.kind not in ("paragraph", "quote"):
            continue
        below = number > 0 and reasons[number - 1] == "pull quote"
        if (below and len(block.text) < NAME and not ends_sentence(block.text)) or _is_repeated(block, whole):
            reasons[number] = "pull quote"


def _is_repeated(block: Block, whole: str) -> bool:
    """Whether its words stand in the text twice, once at least in quotation marks."""
    words = block.text.strip(MARKS)
    if len(words) < (REPEATED if block.kind != "quote" else NAME // 2) or whole.count(words) < 2:
        return False
    return any(f"{mark}{space}{words}" in whole for mark in MARKS.strip() for space in ("", " ", "\u00a0"))


def _labels(blocks: Sequence[Block], reasons: list[str]) -> None:
    """A short line above what was cut was its label; a heading with nothing below it heads nothing."""
    below = "end"
    for number in range(len(blocks) - 1, -1, -1):
        block, why = blocks[number], reasons[number]
        if (
            not why
            and _is_label(block)
            and (below in _LABELLED or (below == "end" and block.kind == "heading"))
        ):
            reasons[number] = "label"
        elif not why:
            below = ""
        elif below != "end":
            below = why


def _is_label(block: Block) -> bool:
    text = block.text
    short = len(text) < 40 and not ends_sentence(text)
    return len(text) < PROSE and (block.kind == "heading" or text.endswith(":") or short)


PHRASES = {"caption": CAPTIONED, "contact": CONTACT, "label": APPARATUS, "request": ASKS, "credit": CREDITS}
