"""One block of a body, and a body made of blocks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from stories.text import letters

BlockKind = Literal["paragraph", "heading", "list", "quote", "table"]

MIN_LEAD_CHARACTERS = 140  # characters; a shorter standfirst is a subtitle: it is kept as the description
PROSE = 80  # characters; a shorter line may be a label
# of Latin, Chinese, Hindi, Arabic, Urdu, Burmese, Khmer, Tibetan, Armenian, Amharic scripts; then of Mongolian, Syriac,
# N'Ko, Santali, Meetei, Lepcha, Balinese, Javanese, Lisu: Sentence_Terminal of the Unicode Character Database
SENTENCE_ENDS = ".!?…。！？।॥؟۔။។៕།༎։።፧" + (
    "\u1803\u1809\u0700\u0701\u0702\u07f9\u1c7e\u1c7f\uaaf0\uabeb\u1c3b\u1c3c\u1b5a\u1b5b\ua9c8\ua9c9\ua4ff"
)
_ENDS = re.compile(rf"(?:[{SENTENCE_ENDS}]|[\u0e00-\u0eff])[\"'”’»«“)\]]*$")  # Thai and Lao have no mark
_BROAD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]"
)  # one sign says what two letters do
TAGS: dict[str, BlockKind] = {"ul": "list", "ol": "list", "li": "list", "blockquote": "quote", "td": "table"}
TAGS |= dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading")


@dataclass(frozen=True)
class Block:
    """One block of a body as a reader sees it; the lines of a list or a table are joined by line breaks."""

    text: str
    kind: BlockKind = "paragraph"

    @property
    def parts(self) -> list[str]:
        """Its lines, without the dashes of a list."""
        return [part.removeprefix("- ") for part in self.text.split("\n")]

    @cached_property
    def said(self) -> str:
        """Its key (`stories.text.letters`)."""
        return letters(self.text)

    @cached_property
    def keys(self) -> list[str]:
        """The keys of its parts."""
        return list(map(letters, self.parts))

    @property
    def is_prose(self) -> bool:
        """Whether it is running text, and no label, list or heading."""
        return self.kind in ("paragraph", "quote") and is_long(self.text) and ends_sentence(self.text)


def is_long(text: str) -> bool:
    """Whether a text is as long as running text; signs of Chinese, Japanese and Korean count twice."""
    size = len(text)
    if size >= PROSE or 2 * size < PROSE or text.isascii():
        return size >= PROSE
    return size + len(_BROAD.findall(text)) >= PROSE


def ends_sentence(text: str) -> bool:
    """Whether the last mark of `text` ends a sentence."""
    return bool(_ENDS.search(text))


def size(blocks: Sequence[Block]) -> int:
    """How many characters of text there are."""
    return sum(len(block.text) for block in blocks)


def join(blocks: Sequence[Block]) -> str:
    """The body as it is stored: blocks joined by a blank line."""
    return "\n\n".join(block.text for block in blocks)


def set_off(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Where the blocks that the page sets off as quotations stand in the joined body."""
    spans, begin = [], 0
    for block in blocks:
        if block.kind == "quote":
            spans.append((begin, begin + len(block.text)))
        begin += len(block.text) + len("\n\n")
    return spans
