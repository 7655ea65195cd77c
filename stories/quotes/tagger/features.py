"""What tells cues, orders and sources: each function gives the numbers of the weights that speak for one candidate."""

from stories.quotes.layout.doc import TokenSpan
from stories.quotes.tagger.templates import mixer
from stories.quotes.tagger.token_features import TokenFeatures, distance
from stories.quotes.tagger.wordclass import NAME, QUOTED, REPORTING

_CUE_BY_WORDS = mixer("cue by words")
_CUE_BY_STEM = mixer("cue by stem")
_ORDER = mixer("order")
_SOURCE = mixer("source")
_NO_SOURCE = mixer("no source")


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
    return _CUE_BY_WORDS(lead, before, tail, y, b, x, d, a, c, a2, c2, b2, d2, subject, i, first, last)


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
    return _CUE_BY_STEM(s, s2, noun, b, y, subject, s3, verb, clause, d, says, a, c, d2, head)


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
    return _ORDER(told, d, b, subject, quotes, rest, ahead, stem, first, tokens, verb, b2, d2, a, c, a2)


def source_features(
    tokens: TokenFeatures, cue: int, source: TokenSpan | None, way: int, order: int, first: int, last: int
) -> list[int]:
    """Whether `source`, found the way `way`, speaks at `cue`."""
    w, k = tokens.word, tokens.kind
    verb, kv = w[cue], k[cue]
    before = k[cue - 1] if cue > first else 60
    after = k[cue + 1] if cue + 1 < last else 61
    if source is None:
        return _NO_SOURCE(way, verb, after, before, order)
    begin, end = source
    gap = distance(cue - end if end <= cue else begin - cue)
    head, kh = w[end - 1], k[end - 1]
    b = k[begin - 1] if begin > first else 60
    d = k[end] if end < last else 61
    names = any(k[i] == NAME for i in range(begin, end))
    return _SOURCE(way, gap, verb, after, before, order, head, b, kh, names, d, w, begin, kv, end)
