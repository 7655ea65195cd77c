"""What a text is about in particular: its names and figures. Stories told in one frame of words differ in these alone.

"Three men were executed in Ebbing" and "Five men were executed in Velm" share most of their words, as two copies do.
But an edited copy keeps most of its names and figures, while the next story of a series has others.
"""

import re

from stories.identity.changes import NUMBER_WORDS
from stories.identity.fingerprint import HAN_AND_KANA, INDOCHINESE

WORD = re.compile(rf"\d+(?:[.,:]\d+)*|[一二三四五六七八九十百千万]+|[^\W\d_{HAN_AND_KANA}{INDOCHINESE}]+")
ENDS = frozenset(".!?:…。！？؟\n\"“”«»„‘’'-—–")  # a capital after these may be that of a sentence
NOUNS = 0.27  # share of the words inside sentences that have a capital, from which on nouns have one as well
FEW, MANY = 3, 6  # particulars of a text; fewer tell nothing, from so many on half of them are enough to tell


def particulars(text: str) -> frozenset[str]:
    """The names and figures of a text: numbers, number words, words with a capital inside a sentence.

    Where all nouns have capitals (German), those that stand beside another capital, as the words of a name do.
    """
    found = [(match[0], _opens(text, match.start())) for match in WORD.finditer(text)]
    inside = [word for word, opens in found if not opens and word[0].isalpha()]
    capitals = [word for word in inside if word[0].isupper()]
    nouns = len(capitals) > NOUNS * len(inside)
    kept = {word.casefold() for word, _ in found if _is_figure(word)}
    for number, (word, opens) in enumerate(found):
        if word[0].isupper() and not opens and (not nouns or _beside(found, number)):
            kept.add(word.casefold())
    return frozenset(kept)


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" ")
    return not before or before[-1] in ENDS


def _is_figure(word: str) -> bool:
    return word[0].isdigit() or word[0] in "一二三四五六七八九十百千万" or word.casefold() in NUMBER_WORDS


def _beside(found: list[tuple[str, bool]], number: int) -> bool:
    near = [found[k] for k in (number - 1, number + 1) if 0 <= k < len(found)]
    return any(word[0].isupper() and not opens for word, opens in near)


def are_others(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two texts are about other names and figures; False where either has too few to tell."""
    smaller = min(len(one), len(other))
    if smaller < FEW:
        return False
    shared = len(one & other)
    return shared * 2 < smaller if smaller >= MANY else shared * 3 < smaller
