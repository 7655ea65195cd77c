"""Attributions by learned weights: the candidates are the rules' own, the weights choose among them."""

from collections import deque

from stories.quotes import decisions
from stories.quotes.candidates import cue_places
from stories.quotes.doubts import doubt_features
from stories.quotes.drafts import Draft
from stories.quotes.frames import best, frame
from stories.quotes.languages import words
from stories.quotes.languages.english import TABLE
from stories.quotes.layout import Layout, is_heading
from stories.quotes.loose import LAST, NEW, NOBODY, SPEECH, Place, place, take
from stories.quotes.sight import Sight, look
from stories.quotes.signed import signed_quotations
from stories.quotes.weights import Weights
from stories.quotes.wordclass import NAME, REPORTING

# Scores, in steps of a weight, chosen on texts that were not learned from: a fifth of the corpus, and its dev part.
THRESHOLD = -36  # over it a reporting verb is a cue; low, since the second look follows
OTHER_THRESHOLD = 5  # the same for other words
DOUBTFUL = -80  # over it a word is the cue of a quotation that no other cue takes
DOUBT = -24  # over it indirect speech by a verb of saying holds at the second look
OTHER_DOUBT = 0  # the same for other cues
SAYING = TABLE.say | words("according ruled rules found finds")
SPEECH_LENGTH = 14  # characters of a quotation for which doubtful cues are asked
PHRASE = (
    24  # characters of one that goes to an attribution of its sentence, should the weights call it nobody's
)
LONG_SPEECH = 30  # the same for a name beside it
MOST = 20  # words of one sentence that may be cues; no sentence of news has more


def tag_quotes(page: Layout, weights: Weights) -> list[Draft]:
    """The attributions of a text, in order of their cues."""
    sight = look(page, weights.verbs, weights.cues)
    return [draft for draft in attributions(sight, weights) if _holds(sight, weights, draft)]


def attributions(sight: Sight, weights: Weights) -> list[Draft]:
    """The same before the second look at those without a quotation."""
    page = sight.page
    drafts: list[Draft] = []
    ahead: deque[Draft] = deque()
    loose: list[tuple[int, int]] = []
    taken: set[int] = set()
    signed = signed_quotations(page)
    for number, (first, last) in enumerate(page.sentences):
        if number in signed:
            ahead += filter(None, [signed[number]])
            continue
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


def is_indirect(page: Layout, draft: Draft) -> bool:
    """Whether a cue of its own and no quotation made an attribution."""
    return draft.anchor >= 0 and all(page.region[i] < 0 for a, b in draft.pieces for i in range(a, b))


def _holds(sight: Sight, weights: Weights, draft: Draft) -> bool:
    """Whether indirect speech says something ("said it" does not), and is more likely right than wrong."""
    page = sight.page
    if not is_indirect(page, draft):
        return True
    if not any(sight.kind[i] >= NAME for a, b in draft.pieces for i in range(a, b)):
        return False
    least = DOUBT if page.low[draft.anchor] in SAYING else OTHER_DOUBT
    return weights.score(doubt_features(sight, draft)) > least


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
    source = best(weights, *decisions.source_choices(sight, cue, decisions.AFTER, first, last, None))
    return [Draft([(last, last + 1)], (cue, cue + 1), source)]


def _owner(sight: Sight, weights: Weights, spot: Place) -> int:
    """Who speaks a loose quotation; a long one is hardly ever nobody's."""
    page = sight.page
    if is_heading(page, spot.sentence):
        return NOBODY
    option = best(weights, *decisions.loose_choices(sight, spot))
    first, last = page.sentences[spot.sentence]
    region = page.regions[page.region[spot.token]]
    if option != NOBODY:
        return option
    if spot.speech and last - first == 1:
        return SPEECH
    size = region.end - region.start
    if size > PHRASE and spot.last and spot.last.sentence == spot.sentence:
        return LAST if spot.last is not spot.speech else SPEECH
    return NEW if size >= LONG_SPEECH and spot.source else NOBODY


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
        draft = frame(sight, weights, cue, first, last, found)
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
        draft = None if _inside(found, cue) else frame(sight, weights, cue, first, last, found)
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
