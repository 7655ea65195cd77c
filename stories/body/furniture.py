"""What is in a body but not of the story: headline, captions, teasers, newsletter lines, credits."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from stories.body.block import PROSE, Block, ends_sentence, size
from stories.body.lines import Line, Lines
from stories.body.phrases import APPARATUS, ASKS, CONTACT, CREDITS, DATELINE, READ_MORE, SIGNED
from stories.body.surroundings import Surroundings
from stories.text import key

LINKED = 0.8  # from this share of link text on, a line is a link and not a sentence with one
LONG = 200  # longer lines are sentences of the story, whatever they begin with
BOXED = (
    0.8  # from this share of the body on, the thickest box is the story's, and what stands below it is not
)
_LABELLED = ("link", "teaser", "advert", "newsletter")


@dataclass(slots=True, frozen=True)
class Signs:
    """What the page says of its story elsewhere: title, first-level headings, who signs, description."""

    title: str = ""
    headings: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    description: str = ""


@dataclass(slots=True)
class Context:
    """What the rules need to know of the page. names: who signs, as keys. opening: no prose has come yet."""

    lines: Lines
    around: Surroundings
    title: str
    headings: set[str]
    names: set[str]
    opening: bool = True

    def of(self, block: Block) -> list[Line]:
        """The lines of the page that the block is made of; none if some of it cannot be found."""
        found = [self.lines.find(part) for part in block.parts]
        return [line for line in found if line is not None] if all(found) else []


def clear(blocks: Sequence[Block], lines: Lines, signs: Signs) -> tuple[list[Block], list[tuple[str, str]]]:
    """`blocks` without what is not of the story, and (text, why) of what was cut."""
    context = Context(
        lines,
        Surroundings(size(blocks)),
        key(signs.title),
        {key(text) for text in signs.headings},
        {key(name) for name in signs.names},
    )
    reasons: list[str] = []
    end = _end_of_box(blocks, context)
    for block in blocks:
        why = "below the text" if len(reasons) >= end else ""
        reasons.append(why or next((why for why, rule in RULES.items() if rule(block, context)), ""))
        context.opening &= bool(reasons[-1]) or not block.is_prose
    _labels(blocks, reasons)
    judged = list(zip(blocks, reasons, strict=True))
    return [block for block, why in judged if not why], [(block.text, why) for block, why in judged if why]


def _end_of_box(blocks: Sequence[Block], context: Context) -> int:
    """Where the blocks end that stand in the box with most of the text; the end of all if it holds too little."""
    box = context.lines.box
    found = [context.of(block) for block in blocks]
    outside = [
        bool(lines) and all(box not in line.element.iterancestors() for line in lines) for lines in found
    ]
    inside = [number for number, lines in enumerate(found) if lines and not outside[number]]
    held = size([block for block, out in zip(blocks, outside, strict=True) if not out])
    if not inside or held < BOXED * size(blocks):
        return len(blocks)
    return next((number for number in range(inside[-1] + 1, len(blocks)) if outside[number]), len(blocks))


def is_headline(block: Block, context: Context) -> bool:
    """The page's title anywhere, another first-level heading before the text begins."""
    said = key(block.text)
    return said == context.title or (context.opening and said in context.headings)


def is_link(block: Block, context: Context) -> bool:
    """Nothing but links; a heading that links is a heading."""
    found = context.of(block)
    return bool(found) and block.kind != "heading" and all(line.linked >= LINKED for line in found)


def is_teaser(block: Block, context: Context) -> bool:
    """Labels and links: "Read more: ..."."""
    found = context.of(block)
    return bool(found) and block.kind != "heading" and all(_labelled(line) for line in found)


def _labelled(line: Line) -> bool:
    rest = len(line.text) * (1 - line.linked)
    if line.linked >= LINKED:
        return True
    if not line.label or rest > len(line.label) + 3:
        return False
    return bool(READ_MORE.match(line.label)) or (line.label[-1] in ":|–-" and line.label.isupper())


def is_signature(block: Block, context: Context) -> bool:
    """Before the text begins: who signs, and when."""
    if not context.opening or len(block.text) >= PROSE * 2:
        return False
    return key(block.text) in context.names or bool(SIGNED.match(block.text) or DATELINE.match(block.text))


def _phrase(pattern: re.Pattern[str]) -> Callable[[Block, Context], bool]:
    return lambda block, context: len(block.text) < LONG and bool(pattern.match(block.text))


def _container(why: str) -> Callable[[Block, Context], bool]:
    def rule(block: Block, context: Context) -> bool:
        found = context.of(block)
        if not found or (why != "caption" and block.is_prose):
            return False
        return all(not line.twice and context.around.of(line.element) == why for line in found)

    return rule


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
    return len(text) < PROSE and (
        block.kind == "heading" or text.endswith(":") or (len(text) < 40 and not ends_sentence(text))
    )


RULES: dict[str, Callable[[Block, Context], bool]] = {
    "headline": is_headline,
    "link": is_link,
    "teaser": is_teaser,
    **{
        why: _container(why)
        for why in ("caption", "newsletter", "teaser box", "share", "byline", "advert", "apparatus")
    },
    "signature": is_signature,
    "contact": _phrase(CONTACT),
    "label": _phrase(APPARATUS),
    "request": _phrase(ASKS),
    "credit": _phrase(CREDITS),
}
