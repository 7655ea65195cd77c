"""What is known of each token of a text, as numbers, and how numbers are mixed into features.

A feature is a pair of word hashes, classes or small counts, mixed with its template's number into an index below SIZE.
"""

from dataclasses import dataclass
from itertools import accumulate

from stories.quotes.layout.doc import Doc
from stories.quotes.tagger.wordclass import classify

SIZE = 1048573  # a prime, so that the remainder mixes well
P, Q, T = 1000003, 92821, 15485863  # multipliers of the first value, the second value and the template
FINITE = frozenset((6, 7, 8, 9, 18))  # classes of finite verbs: "is", "had", "would", "did", "he's"
HALTS = frozenset((5, 30, 33, 34))  # classes of what a clause may end before


@dataclass(slots=True)
class TokenFeatures:
    """A text with what is known of each token, padded so that neighbours of the ends can be asked for.

    word, kind, stem: hash, class and hash of the stem. verbs: how many finite verbs stand before the token.
    halt: the next comma, dash or conjunction from the token on. since: the token after the last one before it.
    cues: hashes of the stems that may be cues.
    """

    doc: Doc
    word: list[int]
    kind: list[int]
    stem: list[int]
    verbs: list[int]
    halt: list[int]
    since: list[int]
    cues: frozenset[int]


def annotate(
    doc: Doc, verbs: frozenset[int] = frozenset(), cues: frozenset[int] = frozenset()
) -> TokenFeatures:
    """The features of a text's tokens; token i stands at i, two paddings after the last serve i-1, i-2 of the first too.

    verbs: hashes of the words that are mostly finite verbs, besides the auxiliaries. cues: as in `TokenFeatures`.
    """
    word, kind, stem = classify(doc)
    count = [0, *accumulate(k in FINITE or (w in verbs) for w, k in zip(word, kind, strict=True))]
    halt = [len(word)] * (len(word) + 4)
    for i in range(len(word) - 1, -1, -1):
        halt[i] = i if kind[i] in HALTS else halt[i + 1]
    since = [0] * (len(word) + 4)
    for i in range(1, len(word)):
        since[i] = i if kind[i - 1] in HALTS else since[i - 1]
    return TokenFeatures(
        doc, word + [7] * 4, kind + [62] * 4, stem + [7] * 4, count + count[-1:] * 4, halt, since, cues
    )


def distance(n: int) -> int:
    """A count as one of a few sizes."""
    return n if n < 6 else 6 if n < 9 else 7 if n < 14 else 8 if n < 22 else 9 if n < 35 else 10
