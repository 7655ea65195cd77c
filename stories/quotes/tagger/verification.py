"""Whether a finished attribution of indirect speech holds."""

from bisect import bisect
from collections.abc import Sequence

from stories.quotes.drafts import Draft
from stories.quotes.tagger.templates import templates
from stories.quotes.tagger.token_features import SIZE, P, Q, T, TokenFeatures, distance
from stories.quotes.tagger.wordclass import REPORTING

SCORES = (-40, -24, -10, 0, 10, 20, 32, 48, 64, 96, 128, 180)  # steps of a cue's score
NUMBERS = tuple(template.number for template in templates() if template.decision == "verification")


def verification_features(tokens: TokenFeatures, draft: Draft) -> list[int]:
    """What tells whether `draft`, a finished attribution with a cue, is right."""
    first, last = tokens.doc.sentences[draft.sentence]
    values = [
        *_of_cue(tokens, draft, first, last),
        *_of_content(tokens, draft, last),
        *_of_choices(tokens, draft),
    ]
    return [_mixed(template, value) for template, value in zip(NUMBERS, values, strict=True)]


def _mixed(number: int, values: Sequence[int]) -> int:
    mixed = 0
    for value in values:
        mixed = mixed * P + value * Q + 7
    return (mixed + number * T) % SIZE


def _of_cue(tokens: TokenFeatures, draft: Draft, first: int, last: int) -> list[Sequence[int]]:
    """The cue and the source, and how they stand to each other."""
    kind, stem, cue = tokens.kind, tokens.stem, draft.anchor
    verb, says = stem[cue], tokens.doc.low[cue] in REPORTING
    score = bisect(SCORES, draft.score - 1)
    way = far = head = noun = 0
    if draft.source:
        begin, end = draft.source
        way, far = (1, distance(abs(cue - end))) if end <= cue else (2, distance(begin - cue))
        head, noun = stem[end - 1], kind[end - 1]
    before = kind[cue - 1] if cue > first else 60
    after = kind[cue + 1] if cue + 1 < last else 61
    return [
        (score,),
        (score, says),
        (verb,),
        (verb, score),
        (verb, way),
        (verb, draft.order),
        (says, draft.order, way, far),
        (head, says),
        (head, verb),
        (noun, says, way),
        (score, way),
        (score, noun),
        (before, after, says),
        (distance(cue - first), draft.order),
        (tokens.word[first], first == cue),
    ]


def _of_content(tokens: TokenFeatures, draft: Draft, last: int) -> list[Sequence[int]]:
    """The content: how it begins and ends, how long it is, whether it holds a verb."""
    kind, word, low, cue = tokens.kind, tokens.word, tokens.doc.low, draft.anchor
    (begin, _), end = draft.pieces[0], draft.pieces[-1][1]
    verb, says = tokens.stem[cue], low[cue] in REPORTING
    score, length = bisect(SCORES, draft.score - 1), distance(end - begin)
    verbs = min(2, tokens.verbs[end] - tokens.verbs[begin])
    follow, beyond = (kind[end] if end < last else 61), (kind[end + 1] if end + 1 < last else 61)
    gap = distance(begin - cue) if begin > cue else 12
    inner = min(2, sum(low[i] in REPORTING for i in range(begin, end)))
    whole = end >= last - 2
    return [
        (verb, length),
        (verb, kind[begin]),
        (verb, word[begin]),
        (verb, verbs > 0, length > 4),
        (verb, gap),
        (verb, whole),
        (length, verbs, says),
        (kind[begin], length, verbs),
        (kind[begin], kind[begin + 1], says),
        (kind[begin], verbs, whole),
        (word[begin], says),
        (gap, kind[begin]),
        (follow, beyond, verbs),
        (word[end - 1], follow),
        (inner, says),
        (score, length),
        (len(draft.pieces), draft.order),
        (whole, length, says),
    ]


def _of_choices(tokens: TokenFeatures, draft: Draft) -> list[Sequence[int]]:
    """How sure the choices were that made it."""
    order, source, begin, end = draft.spreads
    says, score = tokens.doc.low[draft.anchor] in REPORTING, bisect(SCORES, draft.score - 1)
    length = distance(draft.pieces[-1][1] - draft.pieces[0][0])
    return [
        (order, says),
        (source, says),
        (begin, says),
        (end, says),
        (end,),
        (end, length),
        (begin, end, says),
        (begin, end, score),
    ]
