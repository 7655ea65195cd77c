"""Attributions by learned weights: the candidates are the rules' own, the weights choose among them."""

from collections import deque

from stories.quotes.attribution.actors import option_of
from stories.quotes.attribution.signed import signed_quotations
from stories.quotes.drafts import LAST, NEW, NOBODY, SPEECH, Draft, UncuedQuotation
from stories.quotes.grammar.passives import agent_after
from stories.quotes.languages import words
from stories.quotes.languages.english import TABLE
from stories.quotes.layout.doc import Doc, is_heading
from stories.quotes.names.mentions import Mention
from stories.quotes.tagger import decisions
from stories.quotes.tagger.candidates import cue_candidates
from stories.quotes.tagger.frames import best, frame
from stories.quotes.tagger.resuming import resumed, resumes
from stories.quotes.tagger.token_features import TokenFeatures, annotate
from stories.quotes.tagger.uncued import take, uncued_quotation
from stories.quotes.tagger.verification import verification_features
from stories.quotes.tagger.weights import Weights
from stories.quotes.tagger.wordclass import NAME, REPORTING

# Scores, in steps of a weight, chosen on texts that were not learned from: a fifth of the corpus, and its dev part.
THRESHOLD = -36  # over it a reporting verb is a cue; low, since verification follows
OTHER_THRESHOLD = 5  # the same for other words
DOUBTFUL = -80  # over it a word is the cue of a quotation that no other cue takes
DOUBT = -24  # over it indirect speech by a verb of saying holds at verification
OTHER_DOUBT = 0  # the same for other cues
SAYING = TABLE.say | words("according ruled rules found finds")
SPEECH_LENGTH = 14  # characters of a quotation for which doubtful cues are asked
PHRASE = (
    24  # characters of one that goes to an attribution of its sentence, should the weights call it nobody's
)
LONG_SPEECH = 30  # the same for a name beside it
MAX_CUES = 20  # words of one sentence that may be cues; no sentence of news has more


def tag_quotes(doc: Doc, mentions: list[Mention], weights: Weights) -> list[Draft]:
    """The attributions of a text, in order of their cues."""
    tokens = annotate(doc, weights.verbs, weights.cues)
    return [draft for draft in attributions(tokens, weights, mentions) if _holds(tokens, weights, draft)]


def attributions(
    tokens: TokenFeatures, weights: Weights, mentions: list[Mention] | None = None
) -> list[Draft]:
    """The same before the verification of those without a quotation; without `mentions`, as the weights choose."""
    doc = tokens.doc
    drafts: list[Draft] = []
    ahead: deque[Draft] = deque()
    uncued: list[tuple[int, int]] = []
    taken: set[int] = set()
    signed = signed_quotations(doc)
    for number, (first, last) in enumerate(doc.sentences):
        if number in signed:
            ahead += filter(None, [signed[number]])
            continue
        found = _sentence(tokens, weights, first, last)
        if announced := _announced(tokens, weights, number):
            found = [draft for draft in found if not is_indirect(doc, draft)] + announced
        for draft in found:
            draft.sentence = number
        taken |= {i for draft in found for a, b in draft.pieces for i in range(a, b)}
        uncued += [(i, number) for i in range(first, last) if doc.region[i] >= 0 and i not in taken]
        ahead += found
    for token, number in uncued:
        while ahead and ahead[0].sentence <= number:
            drafts.append(ahead.popleft())
        if agent := agent_after(doc, token, doc.sentences[number][1]):
            drafts.append(Draft([(token, token + 1)], *agent, number))
            continue
        quotation = uncued_quotation(tokens, token, number, drafts, ahead)
        option = _owner(tokens, weights, quotation)
        take(
            quotation, option_of(doc, mentions, quotation, option) if mentions is not None else option, drafts
        )
    return [*drafts, *ahead]


def is_indirect(doc: Doc, draft: Draft) -> bool:
    """Whether a cue of its own and no quotation made an attribution."""
    return draft.anchor >= 0 and all(doc.region[i] < 0 for a, b in draft.pieces for i in range(a, b))


def _holds(tokens: TokenFeatures, weights: Weights, draft: Draft) -> bool:
    """Whether indirect speech says something ("said it" does not), and is more likely right than wrong."""
    doc = tokens.doc
    if not is_indirect(doc, draft):
        return True
    if not any(tokens.kind[i] >= NAME for a, b in draft.pieces for i in range(a, b)):
        return False
    least = DOUBT if doc.low[draft.anchor] in SAYING else OTHER_DOUBT
    return weights.score(verification_features(tokens, draft)) > least


def _announced(tokens: TokenFeatures, weights: Weights, number: int) -> list[Draft]:
    """The attribution of a sentence that ends with a colon, where the next one opens with a quotation."""
    doc = tokens.doc
    first, last = doc.sentences[number]
    quoted = last < len(doc.raw) and doc.region[last] >= 0
    if not quoted or doc.raw[last - 1] != ":":
        return []
    candidates = [
        i for i in cue_candidates(tokens, first, last, weights.cues)[:MAX_CUES] if doc.raw[i] != ":"
    ]
    if not candidates:
        return []
    scores = [weights.score(decisions.cue_choice(tokens, cue, first, last, None, -1)) for cue in candidates]
    cue = candidates[scores.index(max(scores))]
    source = best(weights, *decisions.source_choices(tokens, cue, decisions.AFTER, first, last, None))
    return [Draft([(last, last + 1)], (cue, cue + 1), source)]


def _owner(tokens: TokenFeatures, weights: Weights, quotation: UncuedQuotation) -> int:
    """Who speaks an uncued quotation; a long one is hardly ever nobody's."""
    doc = tokens.doc
    if is_heading(doc, quotation.sentence):
        return NOBODY
    option = best(weights, *decisions.uncued_choices(tokens, quotation))
    first, last = doc.sentences[quotation.sentence]
    region = doc.regions[doc.region[quotation.token]]
    if option != NOBODY:
        return option
    if quotation.speech and last - first == 1:
        return SPEECH
    size = region.end - region.start
    here = quotation.last is not None and quotation.last.sentence == quotation.sentence
    if here and (size > PHRASE or _resumes(doc, quotation)):
        return LAST if quotation.last is not quotation.speech else SPEECH
    return NEW if size >= LONG_SPEECH and quotation.source else NOBODY


def _resumes(doc: Doc, quotation: UncuedQuotation) -> bool:
    """Whether speech goes on after the one who speaks: “It is long,” said Ada Moss, “and it is dark.”"""
    draft, q = quotation.last, quotation.token
    source = draft.source if draft and draft is quotation.speech else None
    beside = source is not None and source[1] == q - 1 and doc.raw[q - 1] == ","
    return beside or (draft is not None and resumes(doc, q, draft))


def _sentence(tokens: TokenFeatures, weights: Weights, first: int, last: int) -> list[Draft]:
    """The attributions of one sentence, from left to right; a cue inside the content of another counts for nothing."""
    doc = tokens.doc
    candidates = cue_candidates(tokens, first, last, weights.cues)[:MAX_CUES]
    if not candidates:
        return []
    found: list[Draft] = []
    doubtful: list[tuple[int, int]] = []
    tail = decisions.tail_cue(tokens, candidates, first, last)
    lead: Draft | None = None
    for cue in candidates:
        if _inside(found, cue):
            continue
        score = weights.score(decisions.cue_choice(tokens, cue, first, last, lead, tail))
        if score <= (THRESHOLD if doc.low[cue] in REPORTING else OTHER_THRESHOLD):
            doubtful.append((score, cue))
            continue
        draft = frame(tokens, weights, cue, first, last, found)
        if draft:
            draft.score = score
            found = [other for other in found if not _swallows(draft, other)]
            found.append(draft)
            lead = draft
    quoted = [
        i for i in range(first, last) if doc.region[i] >= 0 and doc.end[i] - doc.start[i] > SPEECH_LENGTH
    ]
    for score, cue in sorted(doubtful, reverse=True):
        uncued = [i for i in quoted if not _inside(found, i)]
        if not uncued or score < DOUBTFUL:
            break
        draft = None if _inside(found, cue) else frame(tokens, weights, cue, first, last, found)
        if draft and any(a <= i < b for a, b in draft.pieces for i in uncued):
            found.append(draft)
    return resumed(doc, sorted(found, key=lambda draft: draft.cue or (0, 0)))


def _inside(found: list[Draft], i: int) -> bool:
    """Whether token `i` stands in a content or a cue."""
    return any(a <= i < b for draft in found for a, b in draft.pieces) or any(
        (draft.cue is not None and draft.cue[0] <= i < draft.cue[1]) for draft in found
    )


def _swallows(draft: Draft, other: Draft) -> bool:
    """Whether `other` stands inside the content of the surer `draft`."""
    return other.cue is not None and any(a <= other.cue[0] < b for a, b in draft.pieces)
