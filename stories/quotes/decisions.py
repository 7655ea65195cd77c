"""The decisions that make an attribution, each a choice between candidates with their features."""

from stories.quotes.candidates import before_ends, before_starts, ends, sources, starts
from stories.quotes.drafts import Draft
from stories.quotes.edges import before_end_features, before_features, end_features, start_features
from stories.quotes.features import cue_features, layout_features, source_features
from stories.quotes.loose import Place, loose_features
from stories.quotes.phrases import Tokens, subject_after, subject_before
from stories.quotes.sight import SIZE, Sight, distance
from stories.quotes.wordclass import QUOTED

AFTER, BEFORE, AROUND = 0, 1, 2
SHIFT = 104729  # between the classes of one decision

Choice = tuple[list[list[int]], list[int]]


def cue_choice(sight: Sight, cue: int, first: int, last: int, lead: Draft | None, tail: int) -> list[int]:
    """The features of a candidate cue. lead: the attribution before it in the sentence. tail: see `tail_cue`."""
    left = subject_before(sight.page, cue, first)
    if lead is None or lead.cue is None:
        return cue_features(sight, cue, first, last, 0, left, 1, 0 if cue == tail else sight.word[tail])
    over = max(b for _, b in [*lead.pieces, lead.cue])
    away = distance(cue - over) if over <= cue else 11
    return cue_features(
        sight,
        cue,
        first,
        last,
        1 + away,
        left,
        sight.word[lead.cue[0]],
        0 if cue == tail else sight.word[tail],
    )


def tail_cue(sight: Sight, places: list[int], first: int, last: int) -> int:
    """The candidate cue that closes a sentence after a comma ("..., she said"), or -1."""
    cue = places[-1]
    if last - cue > 7 or cue == first:
        return -1
    return cue if any(sight.kind[j] in (30, QUOTED) for j in range(max(first, cue - 5), cue)) else -1


def layout_choices(sight: Sight, cue: int, first: int, last: int) -> list[list[int]]:
    """Features of the three layouts."""
    left = subject_before(sight.page, cue, first)
    right = subject_after(sight.page, cue, last) is not None
    base = layout_features(sight, cue, first, last, left, right)
    return [[(f + way * SHIFT) % SIZE for f in base] for way in (AFTER, BEFORE, AROUND)]


def start_choices(sight: Sight, cue: int, last: int, begin: int) -> Choice:
    """Where a content after `cue` may start, from token `begin` on."""
    places = [j for j in starts(sight, cue, last) if j >= begin]
    kind = sight.kind
    features, that = [], 0
    openers = [j for j in range(cue + 1, min(last, cue + 24)) if kind[j] in (10, 11, 12, QUOTED)]
    for j in places:
        ahead = next((opener for opener in openers if opener >= j), -1)
        passed = next((i for i in range(j - 1, cue, -1) if kind[i] in (10, 11, 12, QUOTED, 30, 32)), -1)
        features.append(start_features(sight, cue, j, last, that, ahead, passed))
        that += kind[j] in (10, 12)
    return features, places


def end_choices(sight: Sight, cue: int, start: int, last: int) -> Choice:
    """Where a content that starts at `start` may end."""
    places = ends(sight, start, last)
    kind = sight.kind
    features, commas, odd, verbs, at = [], 0, 0, 0, start
    ahead = sum(1 for j in range(start, last) if kind[j] == 30)
    for e in places:
        while at < e:
            commas += kind[at] == 30
            odd += (kind[at] == 35) - (kind[at] == 36)
            verbs += 6 <= kind[at] <= 9
            at += 1
        more = min(3, ahead - commas)
        features.append(end_features(sight, cue, start, e, last, commas, odd, min(3, verbs), more))
    return features, places


def before_end_choices(sight: Sight, cue: int, first: int, last: int) -> Choice:
    """Where a content before `cue` may end."""
    places = before_ends(sight, cue, first)
    return [before_end_features(sight, cue, e, first, last) for e in places], places


def before_start_choices(sight: Sight, cue: int, first: int, end: int) -> Choice:
    """Where a content before `cue` that ends at `end` may start."""
    places = before_starts(sight, first, end)
    return [before_features(sight, cue, j, first, end) for j in places], places


def source_choices(
    sight: Sight, cue: int, layout: int, first: int, last: int, previous: Tokens | None
) -> tuple[list[list[int]], list[Tokens | None]]:
    """Which phrase speaks at `cue`."""
    found = sources(sight, cue, first, last, previous)
    features = [source_features(sight, cue, source, way, layout, first, last) for way, source in found]
    return features, [source for _, source in found]


def loose_choices(sight: Sight, spot: Place) -> Choice:
    """Who owns a loose quotation."""
    base, options = loose_features(sight, spot), spot.options()
    return [[(f + option * SHIFT) % SIZE for f in base] for option in options], options
