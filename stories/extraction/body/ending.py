"""Where a text ends and the page goes on about it: below a mark of its end, and below the label of whom to ask."""

import re
from collections.abc import Sequence

from stories.extraction.body.block import Block
from stories.extraction.contacts import LONGEST, REACHED, asks_whom

SHORT = 20  # characters of a mark
REST = 700  # characters that tell whom to ask; more may be the story's
_END = re.compile(
    r"[\s(（\[*.-]*(?:#{3,}|-?\s?30\s?-|ends?|e n d s?|ende|完|了|終わり|끝|انتهى|انتهای (?:پیام|خبر))[\s)）\]*./-]*",
    re.I,
)


def below_the_end(blocks: Sequence[Block], reasons: list[str]) -> None:
    """What follows a mark of the end, if the text is as long; and whom to ask, from its label on."""
    sizes = [0 if why else len(block.text) for block, why in zip(blocks, reasons, strict=True)]
    above, rest = 0, sum(sizes)
    for number, block in enumerate(blocks):
        if rest <= above and block.kind != "list" and _ends(blocks[number:], above, rest):
            reasons[number:] = [why or "below the text" for why in reasons[number:]]
            return
        above, rest = above + sizes[number], rest - sizes[number]


def _ends(below: Sequence[Block], above: int, rest: int) -> bool:
    """Whether the first of these blocks ends a text: by a mark, or as a label of whom to ask, with how to reach them."""
    first = below[0].text
    if len(first) <= SHORT and below[0].kind == "paragraph" and _END.fullmatch(first):
        return True
    if rest > min(REST, above / 2) or not asks_whom(first[: LONGEST + 1].split("\n")[0]):
        return False
    return any(REACHED.search(block.text) for block in below)
