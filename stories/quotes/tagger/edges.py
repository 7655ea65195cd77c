"""What tells where a content begins and ends."""

from stories.quotes.tagger.templates import mixer
from stories.quotes.tagger.token_features import TokenFeatures, distance
from stories.quotes.tagger.wordclass import REPORTING

_START = mixer("start")
_END_BY_CLAUSE = mixer("end by clause")
_END_BY_WORDS = mixer("end by words")
_START_BEFORE_CUE = mixer("start before cue")
_END_BEFORE_CUE = mixer("end before cue")


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
    return _START(x, a, ahead, wo, says, verb, gap, sv, kx, b, d, that, k, cue, last, j, wp)


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
    return _END_BY_CLAUSE(x, clause, then, kx, d, c, opens, rest, ks, verb, told, b, sv, length)


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
    return _END_BY_WORDS(
        x,
        c2,
        c,
        more,
        d,
        kx,
        b,
        d2,
        a,
        w,
        last,
        rest,
        ks,
        length,
        verb,
        ws,
        commas,
        odd,
        verbs,
        k,
        cue,
        start,
        says,
    )


def before_features(tokens: TokenFeatures, cue: int, j: int, first: int, end: int) -> list[int]:
    """Whether the content before `cue` that ends before `end` begins at token `j`."""
    w, k = tokens.word, tokens.kind
    x, kx = w[j], k[j]
    a, b = (w[j - 1], k[j - 1]) if j > first else (5, 60)
    d = k[j + 1] if j + 1 < end else 61
    length, ahead = distance(end - j), distance(j - first)
    closing, verb = k[end - 1], w[cue]
    told = min(2, tokens.verbs[end] - tokens.verbs[j]) * 4 + min(2, tokens.verbs[j] - tokens.verbs[first])
    return _START_BEFORE_CUE(told, kx, b, x, length, ahead, closing, a, verb, d)


def before_end_features(tokens: TokenFeatures, cue: int, e: int, first: int, last: int) -> list[int]:
    """Whether the content before `cue` ends before token `e`."""
    w, k = tokens.word, tokens.kind
    x, kx, a, b = w[e], k[e], w[e - 1], k[e - 1]
    d = k[e + 1] if e + 1 < last else 61
    gap = distance(cue - e)
    after = k[cue + 1] if cue + 1 < last else 61
    return _END_BEFORE_CUE(x, gap, a, kx, b, d, w, cue, after)
