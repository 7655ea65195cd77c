"""The decisions that annotated pages teach, each with its right answer."""

import re
from collections.abc import Iterator

from stories.quotes.drafts import LAST, NEW, NEXT, NOBODY, SPEECH, Draft, UncuedQuotation
from stories.quotes.languages import language
from stories.quotes.layout.doc import tokenise
from stories.quotes.names.mentions import find_mentions
from stories.quotes.resolution.speakers import Cast
from stories.quotes.tagger import decisions
from stories.quotes.tagger.candidates import cue_candidates, last_word
from stories.quotes.tagger.tagger import attributions, is_indirect
from stories.quotes.tagger.token_features import annotate
from stories.quotes.tagger.uncued import take, uncued_quotation
from stories.quotes.tagger.verification import verification_features
from stories.quotes.tagger.weights import Weights
from training.gold import Document, Frame, Lesson, tokens_of
from training.regression import Example


def examples(taught: Lesson, cues: frozenset[int]) -> Iterator[Example]:
    """Every decision of a text with its right answer."""
    tokens = taught.tokens
    doc = tokens.doc
    for first, last in doc.sentences:
        found = cue_candidates(tokens, first, last, cues)
        end = last_word(doc, first, last)
        if not found:
            continue
        tail = decisions.tail_cue(tokens, found, first, last)
        lead, inside = None, set()
        for i in found:
            if i in inside:
                continue
            frame = taught.frames.get(i)
            yield [decisions.cue_choice(tokens, i, first, last, lead, tail)], 1.0 if frame else 0.0
            if frame is None:
                continue
            yield from _frame(taught, frame, first, last, end, lead.source if lead else None)
            inside |= {j for j in range(first, last) if j in frame.content}
            source = [j for j in frame.source if first <= j < last]
            own = sorted(j for j in frame.content if first <= j < last)
            speaker = (min(source), max(source) + 1) if source else None
            lead = Draft([(own[0], own[-1] + 1)] if own else [], (i, i + 1), speaker)


def uncued_examples(taught: Lesson) -> Iterator[Example]:
    """Every quotation that no cue of its sentence takes, with its owner."""
    tokens, doc = taught.tokens, taught.tokens.doc
    sentence = {i: n for n, (first, last) in enumerate(doc.sentences) for i in range(first, last)}
    ahead, owner, uncued, drafts = [], {}, [], []
    for frame in sorted(taught.all, key=lambda frame: frame.cue):
        number = sentence[frame.cue]
        own = sorted(i for i in frame.content if sentence[i] == number)
        source = (min(frame.source), max(frame.source) + 1) if frame.source else None
        draft = Draft([(own[0], own[-1] + 1)] if own else [], (frame.cue, frame.cue + 1), source, number)
        ahead.append(draft)
        for i in frame.content:
            owner[i] = draft
        uncued += [i for i in frame.content if doc.region[i] >= 0 and sentence[i] != number]
    uncued += [i for i in range(len(doc.raw)) if doc.region[i] >= 0 and i not in owner]
    for token in sorted(uncued):
        while ahead and ahead[0].sentence <= sentence[token]:
            drafts.append(ahead.pop(0))
        quotation = uncued_quotation(tokens, token, sentence[token], drafts, ahead)
        features, options = decisions.uncued_choices(tokens, quotation)
        right = _owner(quotation, owner.get(token))
        if right in options:
            yield features, options.index(right)
            take(quotation, right, drafts)


def pronoun_examples(taught: Lesson, verbs: frozenset[int]) -> Iterator[Example]:
    """Every pronoun that is a source, with the mention whose name the coreference of the corpus gives.

    verbs: see `annotate`.
    """
    cast = Cast(taught.tokens.doc, find_mentions(taught.tokens.doc), None, verbs)
    doc = taught.tokens.doc
    frames = sorted(zip(taught.all, taught.names, strict=True), key=lambda pair: pair[0].cue)
    for frame, names in frames:
        if not frame.source:
            continue
        first = min(frame.source)
        word = doc.low[first]
        if len(frame.source) > 1 or word not in doc.language.he | doc.language.she:
            cast.speaker(Draft([], None, (first, max(frame.source) + 1)))
            continue
        gender = "he" if word in doc.language.he else "she"
        last = {re.sub(r"[’']s$", "", name).split()[-1].lower() for name in names if name}
        found = cast.candidates(first, gender)
        right = next((n for n, m in enumerate(found) if m.person.name[-1].lower() in last), -1)
        if right >= 0:
            yield [cast.features(m, first, gender) for m in found], right
            cast.heard(found[right].person)


def _owner(quotation: UncuedQuotation, draft: Draft | None) -> int:
    if draft is None:
        return NOBODY
    if draft is quotation.speech:
        return SPEECH
    if draft is quotation.last:
        return LAST
    if draft is quotation.next:
        return NEXT
    near = (
        draft.source
        and quotation.source
        and draft.source[0] < quotation.source[1]
        and quotation.source[0] < draft.source[1]
    )
    return NEW if near else -1


def _frame(
    taught: Lesson, frame: Frame, first: int, last: int, end: int, previous: tuple[int, int] | None
) -> Iterator[Example]:
    tokens, cue = taught.tokens, frame.cue
    after = sorted(i for i in frame.content if cue < i < last)
    before = sorted(i for i in frame.content if first <= i < cue)
    if not after and not before:
        return
    order = decisions.AROUND if after and before else decisions.AFTER if after else decisions.BEFORE
    yield decisions.order_choices(tokens, cue, first, last), order
    if frame.source or order >= 0:
        features, phrases = decisions.source_choices(tokens, cue, order, first, last, previous)
        right = max(range(len(phrases)), key=lambda k: _fit(phrases[k], frame.source))
        if not frame.source or _fit(phrases[right], frame.source) > 0:
            yield features, right
    if after:
        features, candidates = decisions.start_choices(tokens, cue, last, cue + 1)
        if after[0] in candidates:
            yield features, candidates.index(after[0])
        features, candidates = decisions.end_choices(tokens, cue, after[0], end)
        right = _ending(taught, candidates, after)
        if right >= 0:
            yield features, right
    if before:
        features, candidates = decisions.before_end_choices(tokens, cue, first, last)
        right = _ending(taught, candidates, before)
        if right >= 0:
            yield features, right
        features, candidates = decisions.before_start_choices(tokens, cue, first, before[-1] + 1)
        if before[0] in candidates:
            yield features, candidates.index(before[0])


def _ending(taught: Lesson, candidates: list[int], run: list[int]) -> int:
    """The number of the candidate that cuts right after the last word of `run`."""
    doc = taught.tokens.doc
    for number, e in enumerate(candidates):
        j = e
        while j > run[0] and doc.region[j - 1] < 0 and not doc.raw[j - 1][0].isalnum():
            j -= 1
        if j - 1 == run[-1]:
            return number
    return -1


def _fit(phrase: tuple[int, int] | None, source: frozenset[int]) -> float:
    if phrase is None:
        return 0.0 if source else 1.0
    inside = sum(1 for i in range(*phrase) if i in source)
    return 2 * inside / (phrase[1] - phrase[0] + len(source))


def verification_examples(document: Document, learned: Weights) -> Iterator[Example]:
    """Every attribution of indirect speech found in a document, with how right it is: to the word, and by its words."""
    tokens = annotate(tokenise(document["text"], language("en")), learned.verbs, learned.cues)
    doc = tokens.doc
    right = {tokens_of(tokens, attribution["content"]) for attribution in document["attributions"]}
    anybodys = frozenset().union(*right)
    for draft in attributions(tokens, learned):
        if is_indirect(doc, draft):
            features = verification_features(tokens, draft)
            own = frozenset(i for a, b in draft.pieces for i in range(a, b) if doc.raw[i][0].isalnum())
            yield [features], ((own in right) + len(own & anybodys) / max(1, len(own))) / 2
