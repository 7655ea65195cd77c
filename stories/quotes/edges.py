"""What tells where a content begins and ends."""

from stories.quotes.token_features import SIZE, P, Q, T, TokenFeatures, distance
from stories.quotes.wordclass import REPORTING


def start_features(
    tokens: TokenFeatures, cue: int, j: int, last: int, that: int, opener: int, passed: int
) -> list[int]:
    """Whether the content after `cue` begins at token `j`. that: clause openers passed on the way.

    opener: the next clause opener from `j` on. passed: the last opener or mark before `j`. -1: there is none.
    """
    w, k = tokens.word, tokens.kind
    gap = j - cue
    x, kx = (w[j], k[j]) if j < last else (6, 61)
    d = k[j + 1] if j + 1 < last else 61
    a, b, verb = w[j - 1], k[j - 1], w[cue]
    gap = min(gap, 9)
    ahead, wo = (distance(opener - j), w[opener]) if opener >= 0 else (12, 0)
    wp = w[passed] if passed >= 0 else 0
    sv = tokens.stem[cue]
    says = tokens.doc.low[cue] in REPORTING
    return [
        ((a * 3 + x) * P + (ahead + 5) * Q + 204 * T) % SIZE,
        (wo * P + (x * 3 + says) * Q + 223 * T) % SIZE,
        (verb * P + x * Q + 35 * T) % SIZE,
        (x * P + (ahead * 2 + says) * Q + 202 * T) % SIZE,
        (verb * P + (ahead * 16 + gap) * Q + 42 * T) % SIZE,
        (sv * P + x * Q + 228 * T) % SIZE,
        (x * P + 31 * T) % SIZE,
        (a * P + 32 * T) % SIZE,
        (a * P + x * Q + 33 * T) % SIZE,
        (verb * P + gap * Q + 34 * T) % SIZE,
        (verb * P + (a + gap) * Q + 36 * T) % SIZE,
        ((b * 64 + kx) * P + gap * Q + 37 * T) % SIZE,
        ((b * 64 + kx) * P + d * Q + 38 * T) % SIZE,
        (kx * P + (that * 16 + gap) * Q + 39 * T) % SIZE,
        (verb * P + (kx * 16 + gap) * Q + 40 * T) % SIZE,
        (verb * P + b * Q + 46 * T) % SIZE,
        (gap * P + (k[cue + 1] * 64 + kx) * Q + 47 * T) % SIZE,
        (ahead * P + (kx * 16 + gap) * Q + 41 * T) % SIZE,
        (ahead * P + (a + that) * Q + 43 * T) % SIZE,
        ((kx * 64 + d) * P + (k[j + 2] * 16 + gap if j + 2 < last else 0) * Q + 44 * T) % SIZE,
        ((b * 64 + kx) * P + (gap * 2 + says) * Q + 201 * T) % SIZE,
        ((b * 64 + kx) * P + (ahead * 2 + says) * Q + 203 * T) % SIZE,
        (wo * P + (sv * 16 + gap) * Q + 221 * T) % SIZE,
        (wo * P + (kx * 16 + ahead) * Q + 222 * T) % SIZE,
        (wp * P + (x * 3 + says) * Q + 224 * T) % SIZE,
        (wp * P + (wo * 3 + says) * Q + 225 * T) % SIZE,
        (wp * P + (wo * 64 + kx) * Q + 226 * T) % SIZE,
        (wo * P + (k[cue + 1] * 64 + kx) * Q + 227 * T) % SIZE,
        (sv * P + (b * 64 + kx) * Q + 229 * T) % SIZE,
    ]


def end_features(
    tokens: TokenFeatures,
    cue: int,
    start: int,
    e: int,
    last: int,
    commas: int,
    odd: int,
    verbs: int,
    more: int,
) -> list[int]:
    """Whether the content from `start` ends before token `e`. last: end of the sentence without its stop.

    commas: commas passed. odd: brackets open. verbs: auxiliaries passed. more: commas still to come.
    """
    return _by_clause(tokens, cue, start, e, last) + _by_words(
        tokens, cue, start, e, last, commas, odd, verbs, more
    )


def _by_clause(tokens: TokenFeatures, cue: int, start: int, e: int, last: int) -> list[int]:
    """How the verbs on both sides of the token `e` speak for an end before it."""
    w, k = tokens.word, tokens.kind
    x, kx = (w[e], k[e]) if e < last else (6, 61)
    c, d = (w[e + 1], k[e + 1]) if e + 1 < last else (6, 61)
    b, verb, ks, sv = k[e - 1], w[cue], k[start], tokens.stem[cue]
    length, rest = distance(e - start), distance(last - e)
    told = min(2, tokens.verbs[e] - tokens.verbs[start])
    ahead = min(2, tokens.verbs[min(last, tokens.halt[e + 1])] - tokens.verbs[e + 1]) if e < last else 0
    clause = told * 4 + ahead
    opens = ks == 11 or ks == 4 or k[start + 1] == 11 or k[start + 1] == 4
    then = tokens.verbs[e + 2] - tokens.verbs[e + 1] if e + 1 < last else 2
    return [
        (x * P + clause * Q + 241 * T) % SIZE,
        (x * P + (then * 16 + clause) * Q + 249 * T) % SIZE,
        (kx * P + (then * 64 + d) * Q + 250 * T) % SIZE,
        ((x * 3 + c) * P + clause * Q + 242 * T) % SIZE,
        ((kx * 64 + d) * P + clause * Q + 243 * T) % SIZE,
        (x * P + (clause * 2 + opens) * Q + 244 * T) % SIZE,
        (clause * P + (opens * 16 + rest) * Q + 245 * T) % SIZE,
        (clause * P + (ks * 64 + kx) * Q + 246 * T) % SIZE,
        ((verb * 3 + x) * P + clause * Q + 247 * T) % SIZE,
        (x * P + (b * 4 + told) * Q + 248 * T) % SIZE,
        (sv * P + x * Q + 231 * T) % SIZE,
        (sv * P + (kx * 64 + d) * Q + 232 * T) % SIZE,
        (sv * P + length * Q + 233 * T) % SIZE,
    ]


def _by_words(
    tokens: TokenFeatures,
    cue: int,
    start: int,
    e: int,
    last: int,
    commas: int,
    odd: int,
    verbs: int,
    more: int,
) -> list[int]:
    """How the words around the token `e` speak for an end before it."""
    w, k = tokens.word, tokens.kind
    x, kx = (w[e], k[e]) if e < last else (6, 61)
    c, d = (w[e + 1], k[e + 1]) if e + 1 < last else (6, 61)
    c2, d2 = (w[e + 2], k[e + 2]) if e + 2 < last else (6, 61)
    a, b, verb, ks, ws = w[e - 1], k[e - 1], w[cue], k[start], w[start]
    says = tokens.doc.low[cue] in REPORTING
    length, rest = distance(e - start), distance(last - e)
    return [
        (x * P + (c * 3 + c2) * Q + 66 * T) % SIZE,
        (more * P + (kx * 64 + d) * Q + 68 * T) % SIZE,
        ((kx * 64 + d) * P + (d2 * 64 + b) * Q + 195 * T) % SIZE,
        ((a * 3 + x) * P + c * Q + 191 * T) % SIZE,
        (w[last - 1] * P + (x * 16 + rest) * Q + 196 * T) % SIZE,
        (x * P + c * Q + 53 * T) % SIZE,
        ((kx * 64 + d) * P + d2 * Q + 60 * T) % SIZE,
        ((x * 3 + c) * P + (ks * 16 + rest) * Q + 193 * T) % SIZE,
        (x * P + 51 * T) % SIZE,
        (x * P + length * Q + 52 * T) % SIZE,
        (x * P + rest * Q + 54 * T) % SIZE,
        (verb * P + x * Q + 55 * T) % SIZE,
        (x * P + ws * Q + 56 * T) % SIZE,
        (x * P + a * Q + 57 * T) % SIZE,
        (a * P + 58 * T) % SIZE,
        ((b * 64 + kx) * P + d * Q + 59 * T) % SIZE,
        ((kx * 64 + ks) * P + length * Q + 61 * T) % SIZE,
        ((kx * 64 + d) * P + min(commas, 4) * Q + 62 * T) % SIZE,
        (kx * P + (odd * 16 + rest) * Q + 63 * T) % SIZE,
        ((ks * 64 + b) * P + (kx * 64 + min(length, 3)) * Q + 64 * T) % SIZE,
        (verb * P + (kx * 16 + length) * Q + 65 * T) % SIZE,
        (ws * P + (kx * 64 + d) * Q + 67 * T) % SIZE,
        (x * P + more * Q + 69 * T) % SIZE,
        (verbs * P + (kx * 64 + ks) * Q + 70 * T) % SIZE,
        (verb * P + (verbs * 64 + kx) * Q + 48 * T) % SIZE,
        (more * P + (c * 4 + verbs) * Q + 49 * T) % SIZE,
        ((k[cue] * 64 + d) * P + (kx * 64 + 1) * Q + 50 * T) % SIZE,
        ((k[cue - 1] * 64 + kx) * P + d * Q + 29 * T) % SIZE,
        ((k[cue - 1] * 64 + kx) * P + (length * 4 + min(commas, 3)) * Q + 30 * T) % SIZE,
        ((verb * 3 + x) * P + c * Q + 192 * T) % SIZE,
        ((k[start + 1] * 64 + ks) * P + (kx * 64 + d) * Q + 194 * T) % SIZE,
        ((x * 3 + c) * P + (says + 5) * Q + 197 * T) % SIZE,
        ((kx * 64 + d) * P + (length * 2 + says) * Q + 198 * T) % SIZE,
        (x * P + (rest * 8 + verbs * 2 + says) * Q + 199 * T) % SIZE,
        ((kx * 64 + ks) * P + (more * 8 + says * 4 + min(commas, 3)) * Q + 200 * T) % SIZE,
    ]


def before_features(tokens: TokenFeatures, cue: int, j: int, first: int, end: int) -> list[int]:
    """Whether the content before `cue` that ends before `end` begins at token `j`."""
    w, k = tokens.word, tokens.kind
    x, kx = w[j], k[j]
    a, b = (w[j - 1], k[j - 1]) if j > first else (5, 60)
    d = k[j + 1] if j + 1 < end else 61
    length, ahead = distance(end - j), distance(j - first)
    closing, verb = k[end - 1], w[cue]
    told = min(2, tokens.verbs[end] - tokens.verbs[j]) * 4 + min(2, tokens.verbs[j] - tokens.verbs[first])
    return [
        (told * P + (b * 64 + kx) * Q + 321 * T) % SIZE,
        (told * P + x * Q + 322 * T) % SIZE,
        (told * P + (ahead * 16 + length) * Q + 323 * T) % SIZE,
        (told * P + closing * Q + 324 * T) % SIZE,
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


def before_end_features(tokens: TokenFeatures, cue: int, e: int, first: int, last: int) -> list[int]:
    """Whether the content before `cue` ends before token `e`."""
    w, k = tokens.word, tokens.kind
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
