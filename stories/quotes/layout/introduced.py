"""Paragraphs that are speech without marks of their own: set off by the page, or after "Ada Moss writes:"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from stories.quotes.languages import Language
from stories.quotes.layout.regions import Region

PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?!\n))*")
WORD = re.compile(r"[^\W\d_]+")
COLONS = (":", "：")
SIGNATURES = tuple("―—–")
LIST = tuple("-•*·")
FINAL = tuple(".!?…。！？؟")
MAX_WORDS_BEFORE_COLON = 12  # words before a colon among which the verb of saying stands
HAN = re.compile(r"[\u4e00-\u9fff]")


def introduced_regions(
    text: str, table: Language, quoted: Sequence[tuple[int, int]], regions: Sequence[Region]
) -> list[Region]:
    """The paragraphs without marks that a sentence with a colon introduces, as quoted stretches.

    quoted: paragraphs that the page sets off as quotations; all that follow one another go with the first, and so do
    those that a signature follows. Of others only the one after the colon is sure to be speech.
    """
    if not quoted and ":\n" not in text and "：\n" not in text:
        return []
    found: list[Region] = []
    speaking, lead = False, ""
    paragraphs = [match.span() for match in PARAGRAPH.finditer(text)]
    for (begin, end), after in zip(paragraphs, [*paragraphs[1:], (len(text), 0)], strict=True):
        line, led = text[begin:end], _leads(lead, table)
        set_off = any(first <= begin < last for first, last in quoted)
        speaking = set_off and (speaking or led or text.startswith(SIGNATURES, after[0]))
        signs = line.startswith(SIGNATURES)  # "— Ada Moss" inside the <blockquote>
        bare = not signs and not any(region.opens < end and begin < region.closes for region in regions)
        speech = led and line.endswith(FINAL) and not line.startswith(LIST)
        if bare and (speaking or speech):
            found.append(Region(begin, begin, end, end, True))
        lead = line
    return found


def _leads(line: str, table: Language) -> bool:
    """Whether a paragraph ends with a colon, and a verb of saying stands not far before it."""
    if not line.endswith(COLONS):
        return False
    if HAN.search(line):
        return any(verb in line[-MAX_WORDS_BEFORE_COLON:] for verb in table.say)
    words = [word.lower() for word in WORD.findall(line)[-MAX_WORDS_BEFORE_COLON:]]
    noun = table.articles | table.links  # "its list of demands:"
    return any(word in table.say and before not in noun for before, word in pairwise(["", *words]))
