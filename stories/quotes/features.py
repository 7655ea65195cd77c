"""What tells cues, orders and sources: each function gives the numbers of the weights that speak for one candidate."""

from stories.quotes.phrases import TokenSpan
from stories.quotes.token_features import SIZE, P, Q, T, TokenFeatures, distance
from stories.quotes.wordclass import NAME, QUOTED, REPORTING


def cue_features(
    tokens: TokenFeatures,
    i: int,
    first: int,
    last: int,
    before: int,
    left: TokenSpan | None,
    lead: int,
    tail: int,
) -> list[int]:
    """Whether token `i` reports speech. before: distance class of the last candidate cue before it in the sentence.

    left: the phrase that stands before it. lead: hash of that last candidate.
    """
    return _cue_words(tokens, i, first, last, before, left, lead, tail) + _cue_stem(
        tokens, i, first, last, left
    )


def _cue_words(
    tokens: TokenFeatures,
    i: int,
    first: int,
    last: int,
    before: int,
    left: TokenSpan | None,
    lead: int,
    tail: int,
) -> list[int]:
    """What the word itself and those around it tell."""
    w, k = tokens.word, tokens.kind
    subject = k[left[1] - 1] if left else 0
    a, b = (w[i - 1], k[i - 1]) if i > first else (5, 60)
    a2, b2 = (w[i - 2], k[i - 2]) if i > first + 1 else (5, 60)
    c, d = (w[i + 1], k[i + 1]) if i + 1 < last else (6, 61)
    c2, d2 = (w[i + 2], k[i + 2]) if i + 2 < last else (6, 61)
    x, y = w[i], k[i]
    return [
        (lead * P + before * Q + 16 * T) % SIZE,
        (tail * P + y * Q + 24 * T) % SIZE,
        (before * P + (b * 64 + y) * Q + 25 * T) % SIZE,
        (y * P + (before * 64 + b) * Q + 18 * T) % SIZE,
        (x * P + (b * 64 + d) * Q + 11 * T) % SIZE,
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
        ((b2 * 64 + b) * P + y * Q + 12 * T) % SIZE,
        ((d2 * 64 + d) * P + y * Q + 13 * T) % SIZE,
        (x * P + subject * Q + 14 * T) % SIZE,
        (y * P + (subject * 64 + d) * Q + 15 * T) % SIZE,
        (x * P + before * Q + 17 * T) % SIZE,
        (min(i - first, 12) * P + min(last - i, 6) * Q + 19 * T) % SIZE,
        (x * P + min(last - i, 4) * Q + 20 * T) % SIZE,
        (x * P + d2 * Q + 21 * T) % SIZE,
        (x * P + b2 * Q + 22 * T) % SIZE,
        (tail * P + 23 * T) % SIZE,
        (lead * P + x * Q + 26 * T) % SIZE,
    ]


def _cue_stem(tokens: TokenFeatures, i: int, first: int, last: int, left: TokenSpan | None) -> list[int]:
    """What its stem, its subject's, its object's and the verbs of its clause tell."""
    w, k = tokens.word, tokens.kind
    subject, head = (k[left[1] - 1], tokens.stem[left[1] - 1]) if left else (0, 0)
    a, b = (w[i - 1], k[i - 1]) if i > first else (5, 60)
    c, d = (w[i + 1], k[i + 1]) if i + 1 < last else (6, 61)
    d2 = k[i + 2] if i + 2 < last else 61
    y, s = k[i], tokens.stem[i]
    says = tokens.doc.low[i] in REPORTING
    told = tokens.verbs[i] - tokens.verbs[max(first, tokens.since[i])]
    more = tokens.verbs[min(last, tokens.halt[i])] - tokens.verbs[i + 1] if i + 1 < last else 0
    clause = min(2, told) * 4 + min(2, max(0, more))
    verb = tokens.verbs[i + 1] - tokens.verbs[i]
    s2, s3 = tokens.stem[i + 1], tokens.stem[i + 2]  # "voiced concerns", "raised serious doubts"
    noun = 1 if s2 in tokens.cues else 2 if d >= 50 and s3 in tokens.cues else 0
    return [
        (s * P + s2 * Q + 301 * T) % SIZE,
        (s * P + noun * Q + 302 * T) % SIZE,
        (noun * P + (y * 64 + b) * Q + 303 * T) % SIZE,
        (noun * P + (subject * 64 + y) * Q + 304 * T) % SIZE,
        ((s2 if noun == 1 else s3 if noun else 0) * P + verb * Q + 305 * T) % SIZE,
        (s * P + clause * Q + 216 * T) % SIZE,
        (clause * P + (b * 64 + d) * Q + 217 * T) % SIZE,
        (clause * P + (y * 64 + d) * Q + 218 * T) % SIZE,
        (clause * P + (subject * 4 + says * 2 + verb) * Q + 219 * T) % SIZE,
        ((y * 2 + verb) * P + (b * 64 + d) * Q + 220 * T) % SIZE,
        (s * P + 205 * T) % SIZE,
        (s * P + y * Q + 206 * T) % SIZE,
        (s * P + a * Q + 207 * T) % SIZE,
        (s * P + c * Q + 208 * T) % SIZE,
        (s * P + (b * 64 + d) * Q + 209 * T) % SIZE,
        (s * P + subject * Q + 210 * T) % SIZE,
        (s * P + (d * 64 + d2) * Q + 211 * T) % SIZE,
        (s * P + (y * 64 + b) * Q + 212 * T) % SIZE,
        (s * P + (y * 64 + d) * Q + 213 * T) % SIZE,
        (head * P + 214 * T) % SIZE,
        (head * P + says * Q + 215 * T) % SIZE,
    ]


def order_features(
    tokens: TokenFeatures, cue: int, first: int, last: int, left: TokenSpan | None, right: bool
) -> list[int]:
    """Whether content stands after, before or around `cue`. left: the phrase before it. right: one after it."""
    w, k = tokens.word, tokens.kind
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
    told = min(2, tokens.verbs[begin] - tokens.verbs[first]) * 4 + min(
        2, tokens.verbs[last] - tokens.verbs[cue + 1]
    )
    stem = tokens.stem[cue]
    return [
        (told * P + (b * 64 + d) * Q + 310 * T) % SIZE,
        (told * P + (quotes * 32 + subject) * Q + 311 * T) % SIZE,
        (told * P + (ahead * 16 + rest) * Q + 312 * T) % SIZE,
        (stem * P + told * Q + 313 * T) % SIZE,
        (stem * P + b * Q + 314 * T) % SIZE,
        (tokens.word[first] * P + told * Q + 315 * T) % SIZE,
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


def source_features(
    tokens: TokenFeatures, cue: int, source: TokenSpan | None, way: int, order: int, first: int, last: int
) -> list[int]:
    """Whether `source`, found the way `way`, speaks at `cue`."""
    w, k = tokens.word, tokens.kind
    verb, kv = w[cue], k[cue]
    before = k[cue - 1] if cue > first else 60
    after = k[cue + 1] if cue + 1 < last else 61
    if source is None:
        return [
            (way * P + 131 * T) % SIZE,
            (verb * P + way * Q + 132 * T) % SIZE,
            (way * P + (before * 64 + after) * Q + 133 * T) % SIZE,
            (way * P + (before * 64 + order) * Q + 134 * T) % SIZE,
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
        ((way * 8 + order) * P + before * Q + 138 * T) % SIZE,
        (head * P + way * Q + 139 * T) % SIZE,
        ((way * 8 + order) * P + (kh * 64 + b) * Q + 140 * T) % SIZE,
        ((way * 8 + names) * P + (b * 64 + d) * Q + 141 * T) % SIZE,
        (w[begin] * P + way * Q + 142 * T) % SIZE,
        (way * P + (kv * 64 + gap) * Q + 143 * T) % SIZE,
        ((way * 64 + kh) * P + distance(end - begin) * Q + 144 * T) % SIZE,
        (w[end] * P + (way * 64 + gap) * Q + 145 * T) % SIZE,
    ]
