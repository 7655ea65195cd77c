"""What a decision looks at: each function gives the numbers of the weights that speak for one candidate.

A feature is a pair of word hashes, classes or small counts, mixed with its template's number into an index below SIZE.
"""

from dataclasses import dataclass

from stories.quotes.layout import Layout
from stories.quotes.phrases import Tokens
from stories.quotes.wordclass import NAME, QUOTED, classify

SIZE = 1048573  # a prime, so that the remainder mixes well
P, Q, T = 1000003, 92821, 15485863  # multipliers of the first value, the second value and the template
EDGE = 3  # class and hash of what lies beyond a sentence


@dataclass(slots=True)
class Sight:
    """A page with the hash and the class of each token, padded so that neighbours of the ends can be asked for."""

    page: Layout
    word: list[int]
    kind: list[int]


def look(page: Layout) -> Sight:
    """The sight of a page; token i stands at i, and two paddings after the last serve i-1, i-2 of the first too."""
    word, kind = classify(page)
    return Sight(page, [*word, 7, 7, 7, 7], [*kind, 62, 62, 62, 62])


def distance(n: int) -> int:
    """A count as one of a few sizes."""
    return n if n < 6 else 6 if n < 9 else 7 if n < 14 else 8 if n < 22 else 9 if n < 35 else 10


def cue_features(
    sight: Sight, i: int, first: int, last: int, before: int, subject: int, lead: int, tail: int
) -> list[int]:
    """Whether token `i` reports speech. before: distance class of the last candidate cue before it in the sentence.

    subject: what kind of phrase stands before it. lead: hash of that last candidate.
    """
    w, k = sight.word, sight.kind
    a, b = (w[i - 1], k[i - 1]) if i > first else (5, 60)
    a2, b2 = (w[i - 2], k[i - 2]) if i > first + 1 else (5, 60)
    c, d = (w[i + 1], k[i + 1]) if i + 1 < last else (6, 61)
    c2, d2 = (w[i + 2], k[i + 2]) if i + 2 < last else (6, 61)
    x, y = w[i], k[i]
    return [
        (x * P + 1 * T) % SIZE,
        (a * P + 2 * T) % SIZE,
        (c * P + 3 * T) % SIZE,
        (x * P + a * Q + 4 * T) % SIZE,
        (x * P + c * Q + 5 * T) % SIZE,
        (x * P + b * Q + 6 * T) % SIZE,
        (x * P + d * Q + 7 * T) % SIZE,
        (a * P + a2 * Q + 8 * T) % SIZE,
        (c * P + c2 * Q + 9 * T) % SIZE,
        (y * P + (b * 64 + d) * Q + 10 * T) % SIZE,
        (x * P + (b * 64 + d) * Q + 11 * T) % SIZE,
        ((b2 * 64 + b) * P + y * Q + 12 * T) % SIZE,
        ((d2 * 64 + d) * P + y * Q + 13 * T) % SIZE,
        (x * P + subject * Q + 14 * T) % SIZE,
        (y * P + (subject * 64 + d) * Q + 15 * T) % SIZE,
        (lead * P + before * Q + 16 * T) % SIZE,
        (x * P + before * Q + 17 * T) % SIZE,
        (y * P + (before * 64 + b) * Q + 18 * T) % SIZE,
        (min(i - first, 12) * P + min(last - i, 6) * Q + 19 * T) % SIZE,
        (x * P + min(last - i, 4) * Q + 20 * T) % SIZE,
        (x * P + d2 * Q + 21 * T) % SIZE,
        (x * P + b2 * Q + 22 * T) % SIZE,
        (tail * P + 23 * T) % SIZE,
        (tail * P + y * Q + 24 * T) % SIZE,
        (before * P + (b * 64 + y) * Q + 25 * T) % SIZE,
        (lead * P + x * Q + 26 * T) % SIZE,
    ]


def start_features(sight: Sight, cue: int, j: int, last: int, that: int, ahead: int) -> list[int]:
    """Whether the content after `cue` begins at token `j`. that: clause openers passed on the way.

    ahead: how far the next clause opener is.
    """
    w, k = sight.word, sight.kind
    gap = j - cue
    x, kx = (w[j], k[j]) if j < last else (6, 61)
    d = k[j + 1] if j + 1 < last else 61
    a, b, verb = w[j - 1], k[j - 1], w[cue]
    gap = min(gap, 9)
    return [
        (x * P + 31 * T) % SIZE,
        (a * P + 32 * T) % SIZE,
        (a * P + x * Q + 33 * T) % SIZE,
        (verb * P + gap * Q + 34 * T) % SIZE,
        (verb * P + x * Q + 35 * T) % SIZE,
        (verb * P + (a + gap) * Q + 36 * T) % SIZE,
        ((b * 64 + kx) * P + gap * Q + 37 * T) % SIZE,
        ((b * 64 + kx) * P + d * Q + 38 * T) % SIZE,
        (kx * P + (that * 16 + gap) * Q + 39 * T) % SIZE,
        (verb * P + (kx * 16 + gap) * Q + 40 * T) % SIZE,
        (verb * P + b * Q + 46 * T) % SIZE,
        (gap * P + (k[cue + 1] * 64 + kx) * Q + 47 * T) % SIZE,
        (ahead * P + (kx * 16 + gap) * Q + 41 * T) % SIZE,
        (verb * P + (ahead * 16 + gap) * Q + 42 * T) % SIZE,
        (ahead * P + (a + that) * Q + 43 * T) % SIZE,
        ((kx * 64 + d) * P + (k[j + 2] * 16 + gap if j + 2 < last else 0) * Q + 44 * T) % SIZE,
    ]


def end_features(
    sight: Sight, cue: int, start: int, e: int, last: int, commas: int, odd: int, verbs: int, more: int
) -> list[int]:
    """Whether the content that begins at `start` ends before token `e`. last: end of the sentence without its stop.

    commas: commas passed. odd: brackets open. verbs: auxiliaries passed. more: commas still to come.
    """
    w, k = sight.word, sight.kind
    x, kx = (w[e], k[e]) if e < last else (6, 61)
    c, d = (w[e + 1], k[e + 1]) if e + 1 < last else (6, 61)
    c2, d2 = (w[e + 2], k[e + 2]) if e + 2 < last else (6, 61)
    a, b = w[e - 1], k[e - 1]
    length, rest = distance(e - start), distance(last - e)
    verb, ks, ws = w[cue], k[start], w[start]
    return [
        (x * P + 51 * T) % SIZE,
        (x * P + length * Q + 52 * T) % SIZE,
        (x * P + c * Q + 53 * T) % SIZE,
        (x * P + rest * Q + 54 * T) % SIZE,
        (verb * P + x * Q + 55 * T) % SIZE,
        (x * P + ws * Q + 56 * T) % SIZE,
        (x * P + a * Q + 57 * T) % SIZE,
        (a * P + 58 * T) % SIZE,
        ((b * 64 + kx) * P + d * Q + 59 * T) % SIZE,
        ((kx * 64 + d) * P + d2 * Q + 60 * T) % SIZE,
        ((kx * 64 + ks) * P + length * Q + 61 * T) % SIZE,
        ((kx * 64 + d) * P + min(commas, 4) * Q + 62 * T) % SIZE,
        (kx * P + (odd * 16 + rest) * Q + 63 * T) % SIZE,
        ((ks * 64 + b) * P + (kx * 64 + min(length, 3)) * Q + 64 * T) % SIZE,
        (verb * P + (kx * 16 + length) * Q + 65 * T) % SIZE,
        (x * P + (c * 3 + c2) * Q + 66 * T) % SIZE,
        (ws * P + (kx * 64 + d) * Q + 67 * T) % SIZE,
        (more * P + (kx * 64 + d) * Q + 68 * T) % SIZE,
        (x * P + more * Q + 69 * T) % SIZE,
        (verbs * P + (kx * 64 + ks) * Q + 70 * T) % SIZE,
        (verb * P + (verbs * 64 + kx) * Q + 48 * T) % SIZE,
        (more * P + (c * 4 + verbs) * Q + 49 * T) % SIZE,
        ((k[cue] * 64 + d) * P + (kx * 64 + 1) * Q + 50 * T) % SIZE,
        ((k[cue - 1] * 64 + kx) * P + d * Q + 29 * T) % SIZE,
        ((k[cue - 1] * 64 + kx) * P + (length * 4 + min(commas, 3)) * Q + 30 * T) % SIZE,
        ((a * 3 + x) * P + c * Q + 191 * T) % SIZE,
        ((verb * 3 + x) * P + c * Q + 192 * T) % SIZE,
        ((x * 3 + c) * P + (ks * 16 + rest) * Q + 193 * T) % SIZE,
        ((k[start + 1] * 64 + ks) * P + (kx * 64 + d) * Q + 194 * T) % SIZE,
        ((kx * 64 + d) * P + (d2 * 64 + b) * Q + 195 * T) % SIZE,
        (w[last - 1] * P + (x * 16 + rest) * Q + 196 * T) % SIZE,
    ]


def layout_features(
    sight: Sight, cue: int, first: int, last: int, left: Tokens | None, right: bool
) -> list[int]:
    """Whether content stands after, before or around `cue`. left: the phrase before it. right: one after it."""
    w, k = sight.word, sight.kind
    begin = left[0] if left else cue
    a, b = (w[begin - 1], k[begin - 1]) if begin > first else (5, 60)
    a2, b2 = (w[begin - 2], k[begin - 2]) if begin > first + 1 else (5, 60)
    c, d = (w[cue + 1], k[cue + 1]) if cue + 1 < last else (6, 61)
    d2 = k[cue + 2] if cue + 2 < last else 61
    verb = w[cue]
    subject = (k[left[1] - 1] if left else 0) * 2 + right
    quotes = sum(1 for i in range(first, begin) if k[i] == QUOTED) * 4
    quotes += min(3, sum(1 for i in range(cue + 1, last) if k[i] == QUOTED))
    ahead, rest = distance(begin - first), distance(last - cue)
    return [
        (verb * P + 71 * T) % SIZE,
        (verb * P + b * Q + 72 * T) % SIZE,
        (verb * P + d * Q + 73 * T) % SIZE,
        ((b * 64 + d) * P + subject * Q + 74 * T) % SIZE,
        ((b2 * 64 + b) * P + d * Q + 75 * T) % SIZE,
        ((d2 * 64 + d) * P + b * Q + 76 * T) % SIZE,
        (b * P + (ahead * 16 + rest) * Q + 77 * T) % SIZE,
        (d * P + (ahead * 16 + rest) * Q + 78 * T) % SIZE,
        (quotes * P + (b * 64 + d) * Q + 79 * T) % SIZE,
        (quotes * P + subject * Q + 80 * T) % SIZE,
        (a * P + c * Q + 81 * T) % SIZE,
        (c * P + rest * Q + 82 * T) % SIZE,
        (a * P + ahead * Q + 83 * T) % SIZE,
        (verb * P + (rest * 16 + ahead) * Q + 84 * T) % SIZE,
        (a2 * P + a * Q + 85 * T) % SIZE,
    ]


def before_features(sight: Sight, cue: int, j: int, first: int, end: int) -> list[int]:
    """Whether the content before `cue` that ends before `end` begins at token `j`."""
    w, k = sight.word, sight.kind
    x, kx = w[j], k[j]
    a, b = (w[j - 1], k[j - 1]) if j > first else (5, 60)
    d = k[j + 1] if j + 1 < end else 61
    length, ahead = distance(end - j), distance(j - first)
    closing, verb = k[end - 1], w[cue]
    return [
        (x * P + (b == 60) * Q + 91 * T) % SIZE,
        (a * P + closing * Q + 92 * T) % SIZE,
        (a * P + x * Q + 93 * T) % SIZE,
        ((b * 64 + kx) * P + length * Q + 94 * T) % SIZE,
        ((b * 64 + kx) * P + ahead * Q + 95 * T) % SIZE,
        ((closing * 64 + kx) * P + b * Q + 96 * T) % SIZE,
        (closing * P + (ahead * 16 + length) * Q + 97 * T) % SIZE,
        (verb * P + (b * 64 + closing) * Q + 98 * T) % SIZE,
        ((b * 64 + kx) * P + d * Q + 99 * T) % SIZE,
    ]


def before_end_features(sight: Sight, cue: int, e: int, first: int, last: int) -> list[int]:
    """Whether the content before `cue` ends before token `e`."""
    w, k = sight.word, sight.kind
    x, kx, a, b = w[e], k[e], w[e - 1], k[e - 1]
    d = k[e + 1] if e + 1 < last else 61
    gap = distance(cue - e)
    after = k[cue + 1] if cue + 1 < last else 61
    return [
        (x * P + gap * Q + 111 * T) % SIZE,
        (a * P + x * Q + 112 * T) % SIZE,
        ((b * 64 + kx) * P + gap * Q + 113 * T) % SIZE,
        ((b * 64 + kx) * P + d * Q + 114 * T) % SIZE,
        (w[cue] * P + (kx * 64 + gap) * Q + 115 * T) % SIZE,
        ((kx * 64 + d) * P + (after * 16 + gap) * Q + 116 * T) % SIZE,
    ]


def source_features(
    sight: Sight, cue: int, source: Tokens | None, way: int, layout: int, first: int, last: int
) -> list[int]:
    """Whether `source`, found the way `way`, speaks at `cue`."""
    w, k = sight.word, sight.kind
    verb, kv = w[cue], k[cue]
    before = k[cue - 1] if cue > first else 60
    after = k[cue + 1] if cue + 1 < last else 61
    if source is None:
        return [
            (way * P + 131 * T) % SIZE,
            (verb * P + way * Q + 132 * T) % SIZE,
            (way * P + (before * 64 + after) * Q + 133 * T) % SIZE,
            (way * P + (before * 64 + layout) * Q + 134 * T) % SIZE,
        ]
    begin, end = source
    gap = distance(cue - end if end <= cue else begin - cue)
    head, kh = w[end - 1], k[end - 1]
    b = k[begin - 1] if begin > first else 60
    d = k[end] if end < last else 61
    names = any(k[i] == NAME for i in range(begin, end))
    return [
        (way * P + gap * Q + 135 * T) % SIZE,
        (verb * P + way * Q + 136 * T) % SIZE,
        (way * P + (before * 64 + after) * Q + 137 * T) % SIZE,
        ((way * 8 + layout) * P + before * Q + 138 * T) % SIZE,
        (head * P + way * Q + 139 * T) % SIZE,
        ((way * 8 + layout) * P + (kh * 64 + b) * Q + 140 * T) % SIZE,
        ((way * 8 + names) * P + (b * 64 + d) * Q + 141 * T) % SIZE,
        (w[begin] * P + way * Q + 142 * T) % SIZE,
        (way * P + (kv * 64 + gap) * Q + 143 * T) % SIZE,
        ((way * 64 + kh) * P + distance(end - begin) * Q + 144 * T) % SIZE,
        (w[end] * P + (way * 64 + gap) * Q + 145 * T) % SIZE,
    ]
