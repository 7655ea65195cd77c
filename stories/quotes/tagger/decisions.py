"""The decisions that make an attribution, each a choice between candidates with their features."""

from stories.quotes.drafts import Draft, UncuedQuotation
from stories.quotes.grammar.phrases import subject_after, subject_before
from stories.quotes.layout.doc import TokenSpan
from stories.quotes.tagger.candidates import before_ends, before_starts, ends, sources, starts
from stories.quotes.tagger.edges import before_end_features, before_features, end_features, start_features
from stories.quotes.tagger.features import cue_features, order_features, source_features
from stories.quotes.tagger.token_features import SIZE, TokenFeatures, distance
from stories.quotes.tagger.uncued import uncued_features
from stories.quotes.tagger.wordclass import QUOTED

AFTER, BEFORE, AROUND = 0, 1, 2
SHIFT = 104729  # between the classes of one decision

Choice = tuple[list[list[int]], list[int]]


def cue_choice(
    tokens: TokenFeatures, cue: int, first: int, last: int, lead: Draft | None, tail: int
) -> list[int]:
    """The features of a candidate cue. lead: the attribution before it in the sentence. tail: see `tail_cue`."""
    left = subject_before(tokens.doc, cue, first)
    if lead is None or lead.cue is None:
        return cue_features(tokens, cue, first, last, 0, left, 1, 0 if cue == tail else tokens.word[tail])
    over = max(b for _, b in [*lead.pieces, lead.cue])
    away = distance(cue - over) if over <= cue else 11
    return cue_features(
        tokens,
        cue,
        first,
        last,
        1 + away,
        left,
        tokens.word[lead.cue[0]],
        0 if cue == tail else tokens.word[tail],
    )


def tail_cue(tokens: TokenFeatures, candidates: list[int], first: int, last: int) -> int:
    """The candidate cue that closes a sentence after a comma ("..., she said"), or -1."""
    cue = candidates[-1]
    if last - cue > 7 or cue == first:
        return -1
    return cue if any(tokens.kind[j] in (30, QUOTED) for j in range(max(first, cue - 5), cue)) else -1


def order_choices(tokens: TokenFeatures, cue: int, first: int, last: int) -> list[list[int]]:
    """Features of the three orders of cue and content."""
    left = subject_before(tokens.doc, cue, first)
    right = subject_after(tokens.doc, cue, last) is not None
    base = order_features(tokens, cue, first, last, left, right)
    return [[(f + way * SHIFT) % SIZE for f in base] for way in (AFTER, BEFORE, AROUND)]


def start_choices(tokens: TokenFeatures, cue: int, last: int, begin: int) -> Choice:
    """Where a content after `cue` may start, from token `begin` on."""
    candidates = [j for j in starts(tokens, cue, last) if j >= begin]
    kind = tokens.kind
    features, that = [], 0
    openers = [j for j in range(cue + 1, min(last, cue + 24)) if kind[j] in (10, 11, 12, QUOTED)]
    for j in candidates:
        ahead = next((opener for opener in openers if opener >= j), -1)
        passed = next((i for i in range(j - 1, cue, -1) if kind[i] in (10, 11, 12, QUOTED, 30, 32)), -1)
        features.append(start_features(tokens, cue, j, last, that, ahead, passed))
        that += kind[j] in (10, 12)
    return features, candidates


def end_choices(tokens: TokenFeatures, cue: int, start: int, last: int) -> Choice:
    """Where a content that starts at `start` may end."""
    candidates = ends(tokens, start, last)
    kind = tokens.kind
    features, commas, odd, verbs, at = [], 0, 0, 0, start
    ahead = sum(1 for j in range(start, last) if kind[j] == 30)
    for e in candidates:
        while at < e:
            commas += kind[at] == 30
            odd += (kind[at] == 35) - (kind[at] == 36)
            verbs += 6 <= kind[at] <= 9
            at += 1
        more = min(3, ahead - commas)
        features.append(end_features(tokens, cue, start, e, last, commas, odd, min(3, verbs), more))
    return features, candidates


def before_end_choices(tokens: TokenFeatures, cue: int, first: int, last: int) -> Choice:
    """Where a content before `cue` may end."""
    candidates = before_ends(tokens, cue, first)
    return [before_end_features(tokens, cue, e, first, last) for e in candidates], candidates


def before_start_choices(tokens: TokenFeatures, cue: int, first: int, end: int) -> Choice:
    """Where a content before `cue` that ends at `end` may start."""
    candidates = before_starts(tokens, first, end)
    return [before_features(tokens, cue, j, first, end) for j in candidates], candidates


def source_choices(
    tokens: TokenFeatures, cue: int, order: int, first: int, last: int, previous: TokenSpan | None
) -> tuple[list[list[int]], list[TokenSpan | None]]:
    """Which phrase speaks at `cue`."""
    found = sources(tokens, cue, first, last, previous)
    features = [source_features(tokens, cue, source, way, order, first, last) for way, source in found]
    return features, [source for _, source in found]


def uncued_choices(tokens: TokenFeatures, quotation: UncuedQuotation) -> Choice:
    """Who owns an uncued quotation."""
    base, options = uncued_features(tokens, quotation), quotation.options()
    return [[(f + option * SHIFT) % SIZE for f in base] for option in options], options
