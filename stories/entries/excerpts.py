"""An excerpt held against its source: split at the elisions, each passage found in the body."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from stories.entries.words import SourceWords, Words

Fidelity = Literal["exact", "altered", "missing", "unchecked"]
ELISION = re.compile(r"(?:\[\s*(?:…|\.{2,}|\. \. \.)\s*\]|\(\s*(?:…|\.{2,})\s*\)|…|\.{2,}|\. \. \.)[\s.…]*")
INSERTION = re.compile(r"\[[^\[\]]*\]")
MEANT = 12  # words: what one insertion in square brackets may stand for


@dataclass(slots=True)
class Passage:
    """A stretch of an excerpt between two elisions, and how it compares with its source's body.

    story_start, story_end: characters of the source's body. note: a sentence for people.
    differences: (the source's words, the excerpt's words) where the two part; either may be empty.
    """

    text: str
    story_start: int | None = None
    story_end: int | None = None
    fidelity: Fidelity = "unchecked"
    note: str = ""
    differences: list[tuple[str, str]] = field(default_factory=list)


def split_passages(paragraphs: Sequence[str]) -> list[Passage]:
    """The stretches between elisions, unchecked. A paragraph's border ends a passage too.

    A stretch without a word of the source, such as a lone closing quotation mark or an insertion in square
    brackets, is no passage.
    """
    stretches = (stretch.strip() for paragraph in paragraphs for stretch in ELISION.split(paragraph))
    return [Passage(text) for text in stretches if re.search(r"\w", INSERTION.sub("", text))]


def check_passages(passages: Sequence[Passage], body: str) -> list[Passage]:
    """The same passages with offsets into `body`, fidelity and the words that differ.

    A passage is `exact` if its words stand in the body in its order, whatever the quotation marks, dashes,
    punctuation and capitals; words in square brackets are the editor's and stand for up to `MEANT` words of
    the source. It is `altered` if at least half its words stand so, and else `missing`. Where the same words
    occur more than once, the place after the passage before is taken. Against an empty body nothing is checked.
    """
    from stories.entries.words import (  # a passage alone is needed by every command
        SUBSTITUTE,
        SourceWords,
        Words,
    )

    source = SourceWords(body)
    checked: list[Passage] = []
    after = 0
    for passage in passages:
        words = Words(passage.text, editorial=True)
        if source.keys and any(key != SUBSTITUTE for key in words.keys):
            passage, after = _check(passage, words, source, after)
        checked.append(passage)
    return checked


def _check(passage: Passage, words: "Words", source: "SourceWords", after: int) -> tuple[Passage, int]:
    """The verdict on one passage, and the word of the source after which the next one is first looked for."""
    found = source.find(words, after, MEANT)
    if found:
        first, last = found[0][0], found[-1][1]
        note = "; ".join(_substitutions(words, source, found))
        return _placed(passage, source, first, last, note, []), last
    from stories.entries.alignment import align

    alignment = align(words, source, after)
    if alignment is None:
        return replace(passage, fidelity="missing", note="not found in the source"), after
    note = "; ".join(difference_note(*pair) for pair in alignment.differences)
    return _placed(
        passage, source, alignment.first, alignment.last, note, alignment.differences
    ), alignment.last


def _placed(
    passage: Passage,
    source: "SourceWords",
    first: int,
    last: int,
    note: str,
    differences: list[tuple[str, str]],
) -> Passage:
    """The passage with the characters of the source's words `first` up to `last`."""
    return replace(
        passage,
        story_start=source.spans[first][0],
        story_end=source.spans[last - 1][1],
        fidelity="altered" if differences else "exact",
        note=note,
        differences=differences,
    )


def _substitutions(words: "Words", source: "SourceWords", found: list[tuple[int, int]]) -> Iterator[str]:
    """What each insertion between two runs of the source's words stands for."""
    for inserted, (before, behind) in zip(words.insertions(), pairwise(found), strict=False):
        meant = source.text_of(before[1], behind[0])
        yield f"{inserted} for “{meant}”" if meant else f"{inserted} added"


def difference_note(there: str, here: str) -> str:
    """One difference in words: "“must” for “should”", "“not” left out", "“never” added"."""
    if not here:
        return f"“{there}” left out"
    return f"“{here}” for “{there}”" if there else f"“{here}” added"
