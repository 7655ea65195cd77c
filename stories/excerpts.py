"""An excerpt held against its source: split at the elisions, aligned with the body."""

import re
from collections.abc import Sequence

from stories.entry import Passage

ELISION = re.compile(
    r"\s*(?:\[\s*(?:…|\.{2,}|\. \. \.)\s*\]|\(\s*(?:…|\.{2,})\s*\)|…|\.{2,}|\. \. \.)[\s.…]*"
)
INSERTION = re.compile(r"\[[^\[\]]*\]")


def split_passages(paragraphs: Sequence[str]) -> list[Passage]:
    """The stretches between elisions, unchecked. A paragraph's border ends a passage too.

    A stretch without a word of the source, such as a lone closing quotation mark or an insertion in square
    brackets, is no passage.
    """
    stretches = (stretch.strip() for paragraph in paragraphs for stretch in ELISION.split(paragraph))
    return [Passage(text) for text in stretches if re.search(r"\w", INSERTION.sub("", text))]


def check_passages(passages: Sequence[Passage], body: str) -> list[Passage]:
    """The same passages with offsets into `body`, fidelity and the words that differ."""
    raise NotImplementedError
