"""Attributions by learned weights: the candidates are the rules' own, the weights choose among them."""

from collections import deque
from collections.abc import Sequence
from typing import TypeVar

from stories.quotes import decisions
from stories.quotes.candidates import OPEN, cue_places, last_word
from stories.quotes.drafts import Draft
from stories.quotes.features import Sight, look
from stories.quotes.layout import Layout
from stories.quotes.loose import LAST, NEW, NOBODY, SPEECH, Place, place, take
from stories.quotes.phrases import Tokens, abbreviates
from stories.quotes.weights import Weights
from stories.quotes.wordclass import REPORTING

T = TypeVar("T")
THRESHOLD = -24
OTHER_THRESHOLD = 5
ADVERB = 52  # the class of words in -ly
DOUBTFUL = -80
SPEECH_LENGTH = 14
LONG_SPEECH = 19
JOINS = frozenset(("but", "and", "yet", "so", "or"))  # words of the reporter before what was said
MOST = 20  # words of one sentence that may be cues; no sentence of news has more


def tag_quotes(page: Layout, weights: Weights) -> list[Draft]:
    """The attributions of a text, in order of their cues."""
    sight = look(page)
    drafts: list[Draft] = []
    ahead: deque[Draft] = deque()
    loose: list[tuple[int, int]] = []
    taken: set[int] = set()
    for number, (first, last) in enumerate(page.sentences):
        found = _sentence(sight, weights, first, last) or _announced(sight, weights, number)
        for draft in found:
            draft.sentence = number
        taken |= {i for draft in found for a, b in draft.pieces for i in range(a, b)}
        loose += [(i, number) for i in range(first, last) if page.region[i] >= 0 and i not in taken]
        ahead += found
    for token, number in loose:
        while ahead and ahead[0].sentence <= number:
            drafts.append(ahead.popleft())
        spot = place(sight, token, number, drafts, ahead)
        take(spot, _owner(sight, weights, spot), drafts)
    return [*drafts, *ahead]


def _announced(sight: Sight, weights: Weights, number: int) -> list[Draft]:
    """The attribution of a sentence that ends with a colon, where the next one opens with a quotation."""
    page = sight.page
    first, last = page.sentences[number]
    quoted = last < len(page.raw) and page.region[last] >= 0
    if not quoted or page.raw[last - 1] != ":":
        return []
    places = [i for i in cue_places(sight, first, last, weights.cues)[:MOST] if page.raw[i] != ":"]
    if not places:
        return []
    scores = [weights.score(decisions.cue_choice(sight, cue, first, last, None, -1)) for cue in places]
    cue = places[scores.index(max(scores))]
    source = _best(weights, *decisions.source_choices(sight, cue, decisions.AFTER, first, last, None))
    return [Draft([(last, last + 1)], (cue, cue + 1), source)]


def _owner(sight: Sight, weights: Weights, spot: Place) -> int:
    """Who speaks a loose quotation; a long one is hardly ever nobody's."""
    option = _best(weights, *decisions.loose_choices(sight, spot))
    page = sight.page
    first, last = page.sentences[spot.sentence]
    region = page.regions[page.region[spot.token]]
    if option != NOBODY:
        return option
    if spot.speech and last - first == 1:
        return SPEECH
    if region.end - region.start < LONG_SPEECH:
        return NOBODY
    if spot.last and spot.last.sentence == spot.sentence:
        return LAST if spot.last is not spot.speech else SPEECH
    return NEW if spot.source else NOBODY


def _best(weights: Weights, features: Sequence[list[int]], choices: Sequence[T]) -> T:
    scores = [weights.score(one) for one in features]
    return choices[scores.index(max(scores))]


def _sentence(sight: Sight, weights: Weights, first: int, last: int) -> list[Draft]:
    """The attributions of one sentence, from left to right; a cue inside the content of another counts for nothing."""
    page = sight.page
    places = cue_places(sight, first, last, weights.cues)[:MOST]
    if not places:
        return []
    found: list[Draft] = []
    doubtful: list[tuple[int, int]] = []
    tail = decisions.tail_cue(sight, places, first, last)
    lead: Draft | None = None
    for cue in places:
        if _inside(found, cue):
            continue
        score = weights.score(decisions.cue_choice(sight, cue, first, last, lead, tail))
        if score <= (THRESHOLD if page.low[cue] in REPORTING else OTHER_THRESHOLD):
            doubtful.append((score, cue))
            continue
        draft = _frame(sight, weights, cue, first, last, found)
        if draft:
            draft.score = score
            found = [other for other in found if not _swallows(draft, other)]
            found.append(draft)
            lead = draft
    quoted = [
        i for i in range(first, last) if page.region[i] >= 0 and page.end[i] - page.start[i] > SPEECH_LENGTH
    ]
    for score, cue in sorted(doubtful, reverse=True):
        loose = [i for i in quoted if not _inside(found, i)]
        if not loose or score < DOUBTFUL:
            break
        draft = None if _inside(found, cue) else _frame(sight, weights, cue, first, last, found)
        if draft and any(a <= i < b for a, b in draft.pieces for i in loose):
            found.append(draft)
    return sorted(found, key=lambda draft: draft.cue or (0, 0))


def _inside(found: list[Draft], i: int) -> bool:
    """Whether token `i` stands in a content or a cue."""
    return any(a <= i < b for draft in found for a, b in draft.pieces) or any(
        (draft.cue is not None and draft.cue[0] <= i < draft.cue[1]) for draft in found
    )


def _swallows(draft: Draft, other: Draft) -> bool:
    """Whether `other` stands inside the content of the surer `draft`."""
    return other.cue is not None and any(a <= other.cue[0] < b for a, b in draft.pieces)


def _frame(
    sight: Sight, weights: Weights, cue: int, first: int, last: int, found: list[Draft]
) -> Draft | None:
    page = sight.page
    end = last_word(page, first, last)
    layout = _best(weights, decisions.layout_choices(sight, cue, first, last), (0, 1, 2))
    before = [draft for draft in found if draft.cue and draft.cue[0] < cue]
    previous = max(before, key=lambda draft: draft.cue or (0, 0)).source if before else None
    features, phrases = decisions.source_choices(sight, cue, layout, first, last, previous)
    source = _before_verb(page, _best(weights, features, phrases), cue)
    passive = page.low[cue + 1 : cue + 2] == ["by"] and page.low[cue] not in REPORTING
    if layout == decisions.AFTER and passive:
        return None  # "framed by the council as": what follows is who did it, not what was said
    pieces: list[Tokens] = []
    if layout != decisions.AFTER and cue > first:
        features, places = decisions.before_end_choices(sight, cue, first, last)
        if places:
            stop = _best(weights, features, places)
            features, places = decisions.before_start_choices(sight, cue, first, stop)
            begin = _best(weights, features, places)
            joins = begin == first and begin + 1 < stop and page.low[begin] in JOINS
            pieces.append((begin + joins, stop))
    resumes = source[1] if source and source[0] > cue else last
    if (
        layout == decisions.BEFORE
        and page.low[cue] == "according"
        and resumes + 3 < end
        and page.raw[resumes] == ","
    ):
        pieces.append((resumes + 1, end))  # "The well, according to Moss, was dry"
    if layout != decisions.BEFORE:
        after = source[1] if source and source[0] > cue else cue + 1
        features, places = decisions.start_choices(sight, cue, last, after)
        if places:
            begin = _best(weights, features, places)
            features, places = decisions.end_choices(sight, cue, begin, max(end, begin + 1))
            pieces.append((begin, _best(weights, features, places)))
    taken = {i for other in before for a, b in other.pieces for i in range(a, b)}
    if layout != decisions.AFTER and taken and pieces and pieces[0][0] <= cue:
        inner = [other for other in before if other.cue and pieces[0][0] <= other.cue[0] < pieces[0][1]]
        taken -= {i for other in inner for a, b in other.pieces for i in range(a, b)}
    pieces = [free for piece in pieces if (free := _free(piece, taken))]
    return Draft(pieces, _cue_words(sight, cue, source, pieces), source) if pieces else None


def _before_verb(page: Layout, source: Tokens | None, cue: int) -> Tokens | None:
    """The name that opens a source which runs over another verb: "Moss" of "Moss looked up and said"."""
    if source is None or source[1] > cue or page.low[source[1] - 1] not in JOINS:
        return source
    first, last = source
    end = first
    while end < last - 1 and (page.is_name(end) or abbreviates(page, end)):
        end += 1
    return (first, end) if end > first else source


def _cue_words(sight: Sight, cue: int, source: Tokens | None, pieces: list[Tokens]) -> Tokens:
    """The cue with the words that belong to it: "according to", "voiced concerns"."""
    page, kind = sight.page, sight.kind
    if page.low[cue] == "according" and page.low[cue + 1 : cue + 2] == ["to"]:
        return cue, cue + 2
    first = cue
    while source and source[1] < first and kind[first - 1] >= OPEN and kind[first - 1] != ADVERB:
        first -= 1
    last = cue + 1
    stop = min((a for a, _ in pieces if a > cue), default=last)
    while page.low[cue] not in REPORTING and last < stop and kind[last] >= OPEN and kind[last] != ADVERB:
        last += 1
    return first, last


def _free(piece: Tokens, taken: set[int]) -> Tokens | None:
    """The first stretch of a piece that no other content has."""
    a, b = piece
    while a < b and a in taken:
        a += 1
    stop = a
    while stop < b and stop not in taken:
        stop += 1
    return (a, stop) if stop > a else None
