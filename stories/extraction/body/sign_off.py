"""The last lines below a text, which say who signs, how to write to them, where and when the page was published."""

import re
from collections.abc import Sequence

from stories.extraction.body.block import PROSE, Block, ends_sentence
from stories.extraction.body.phrases import DATED, DATELINE, INITIALS, SIGNED_BELOW, WRITE_TO
from stories.extraction.metadata.persons import OFFICE
from stories.text import key

LEAD = 120  # characters of a line about who signs in which their office stands
LIFE = 300  # characters of a line about who signs, and how to write to them
BRIEF = 60  # characters of a line that has initials or a day
_TO = re.compile(r"(?:contact|reach|e?mail|follow|write to) ")  # before the name


def sign_off(blocks: Sequence[Block], reasons: list[str], names: set[str]) -> None:
    """The last lines, below the text, that are the name of who signs, initials in brackets or a day."""
    for number in range(len(blocks) - 1, -1, -1):
        if reasons[number]:
            continue
        block = blocks[number]
        said = key(block.text)
        signs = said in names or SIGNED_BELOW.match(block.text) or DATED.match(block.text) or _is_brief(block)
        tells = _TO.sub("", said).startswith(tuple(names))
        about = OFFICE.search(block.text[:LEAD]) or WRITE_TO.search(block.text)
        if block.kind in ("paragraph", "heading") and len(block.text) < PROSE and signs:
            reasons[number] = "signature"
        elif len(block.text) < LIFE and tells and about:
            reasons[number] = "contact"
        else:
            return


def _is_brief(block: Block) -> bool:
    """Whether it is initials, or a day with a few words; a dash begins the day of a post that is set in."""
    text = block.text
    if block.kind != "paragraph" or len(text) > BRIEF:
        return False
    dated = text[0].isalnum() and not ends_sentence(text) and DATELINE.match(text)
    return bool(dated or INITIALS.fullmatch(text))
