"""One attribution around a cue: where its content stands, who speaks, where the content begins and ends."""

from bisect import bisect
from collections.abc import Sequence
from math import exp
from typing import TypeVar

from stories.quotes.drafts import Draft
from stories.quotes.grammar.phrases import abbreviates, phrase_after
from stories.quotes.grammar.relatives import article_of
from stories.quotes.languages import words
from stories.quotes.languages.english import forms
from stories.quotes.layout.doc import Doc, TokenSpan
from stories.quotes.tagger import decisions
from stories.quotes.tagger.candidates import OPEN, last_word
from stories.quotes.tagger.token_features import TokenFeatures
from stories.quotes.tagger.told_sources import JOINS, teller
from stories.quotes.tagger.weights import SCALE, Weights
from stories.quotes.tagger.wordclass import REPORTING

T = TypeVar("T")
ADVERB = 52  # the class of words in -ly
VOICING = forms(words("voice express"))  # verbs of saying whose object belongs to the cue: "voiced concerns"
THINGS_SAY = words("that which")  # before the verb of what says something and is no person
BE = words("is are was were be been being am")
# What is done to somebody in the passive: "is charged with", "was called", "was told"
DONE_TO = words(
    """charged accused named called described declared dubbed labelled labeled branded told asked warned informed
    reminded revealed hired sued ordered convicted suspected offered announced portrayed depicted nicknamed"""
)
ASKED = words("asked questioned pressed quizzed challenged")
SPREADS = (1.02, 1.1, 1.35, 1.8, 2.7)  # between the classes of a spread: 1 is sure, 2 is even


def best(
    weights: Weights, features: Sequence[list[int]], choices: Sequence[T], spreads: list[int] | None = None
) -> T:
    """The choice with the highest score. spreads: takes a class of how much the others weigh beside it."""
    scores = [weights.score(one) for one in features]
    top = max(scores)
    if spreads is not None:
        spreads.append(bisect(SPREADS, sum(exp((score - top) / SCALE) for score in scores)))
    return choices[scores.index(top)]


def frame(
    tokens: TokenFeatures, weights: Weights, cue: int, first: int, last: int, found: list[Draft]
) -> Draft | None:
    doc = tokens.doc
    if cue == first and _retells(doc, cue, last):
        return None
    end = last_word(doc, first, last)
    spreads: list[int] = []
    order = best(weights, decisions.order_choices(tokens, cue, first, last), (0, 1, 2), spreads)
    before = [draft for draft in found if draft.cue and draft.cue[0] < cue]
    previous = max(before, key=lambda draft: draft.cue or (0, 0)).source if before else None
    features, phrases = decisions.source_choices(tokens, cue, order, first, last, previous)
    source = teller(tokens, best(weights, features, phrases, spreads), cue, first, weights.verbs)
    passive = doc.low[cue + 1 : cue + 2] == ["by"] and doc.low[cue] not in REPORTING
    if order != decisions.BEFORE and (passive or _another_tells(doc, cue, last)):
        return None  # "framed by the council as": what follows is who did it, not what was said
    source = not_told(doc, source, cue, first)
    if order == decisions.AFTER and (inverted := _inverted(doc, cue, first, end)):
        order, source = decisions.BEFORE, inverted
    pieces: list[TokenSpan] = []
    if order != decisions.AFTER and cue > first:
        pieces += _ahead(tokens, weights, cue, first, last, spreads)
    resumes = source[1] if source and source[0] > cue else last
    if (
        order == decisions.BEFORE
        and doc.low[cue] == "according"
        and resumes + 3 < end
        and doc.raw[resumes] == ","
    ):
        pieces.append((resumes + 1, end))  # "The well, according to Moss, was dry"
    if order != decisions.BEFORE:
        after = source[1] if source and source[0] > cue else cue + 1
        features, candidates = decisions.start_choices(tokens, cue, last, after)
        if candidates:
            begin = best(weights, features, candidates, spreads)
            features, candidates = decisions.end_choices(tokens, cue, begin, max(end, begin + 1))
            pieces.append((begin, best(weights, features, candidates, spreads)))
    pieces = _without_others(doc, pieces, asked=cue == first and doc.low[cue] in ASKED)
    taken = _taken(before, pieces, cue if order != decisions.AFTER else -1)
    pieces = [free for piece in pieces if (free := _free(piece, taken))]
    if not pieces:
        return None
    words = _cue_words(tokens, cue, source, pieces)
    return Draft(pieces, words, source, 0, 0, cue, order, (*spreads[:2], *spreads[-2:]))


def _ahead(
    tokens: TokenFeatures, weights: Weights, cue: int, first: int, last: int, spreads: list[int]
) -> list[TokenSpan]:
    """The piece of the content that stands before the cue, if it can have one."""
    features, candidates = decisions.before_end_choices(tokens, cue, first, last)
    if not candidates:
        return []
    stop = best(weights, features, candidates, spreads)
    features, candidates = decisions.before_start_choices(tokens, cue, first, stop)
    begin = best(weights, features, candidates, spreads)
    joins = begin == first and begin + 1 < stop and tokens.doc.low[begin] in JOINS
    return [(begin + joins, stop)]


def _taken(before: list[Draft], pieces: list[TokenSpan], cue: int) -> set[int]:
    """The tokens of earlier contents, without those of attributions inside a piece that begins before `cue`."""
    inside = range(*pieces[0]) if pieces and pieces[0][0] <= cue else range(0)
    kept = [draft for draft in before if draft.cue is None or draft.cue[0] not in inside]
    return {i for draft in kept for a, b in draft.pieces for i in range(a, b)}


def not_told(doc: Doc, source: TokenSpan | None, cue: int, first: int) -> TokenSpan | None:
    """The source of a cue unless it is whom something was told or done to: "Moss got a letter that said", "is charged".

    Of the letter its noun phrase is the source; of a passive nobody is.
    """
    if source is None:
        return None
    if source[0] > cue + 1:
        led = doc.low[source[0] - 1] == "by" and doc.raw[cue + 1] != "," in doc.raw[cue + 1 : source[0]]
        return phrase_after(doc, cue + 1, source[0]) if led else source  # "chanted the women, led by Moss"
    if source[1] > cue:
        return source
    if doc.low[cue - 1] in THINGS_SAY and source[1] < cue - 1:
        apart = doc.raw[cue - 2] == ","  # "Moss linked to the report, which notes"
        article = article_of(doc, cue - 1 - apart, first)
        if article >= source[1]:
            return article, cue - 1 - apart
        return None if apart else source
    done = doc.low[cue] in DONE_TO and any(low in BE for low in doc.low[max(source[1], cue - 2) : cue])
    return None if done and doc.low[cue + 1 : cue + 2] != ["by"] else source


def _retells(doc: Doc, cue: int, last: int) -> bool:
    """Whether who opens a sentence tells what somebody else said: "According to Reed, Moss said “no”" is Moss's no."""
    if doc.low[cue] != "according":
        return False
    quotation = next((i for i in range(cue + 1, last) if doc.region[i] >= 0), last)
    verb = next((i for i in range(quotation - 1, cue, -1) if doc.raw[i][0].isalnum()), cue)
    comma = next((i for i in range(verb - 1, cue, -1) if doc.raw[i] == ","), verb)
    return quotation < last and doc.low[verb] in REPORTING and comma + 1 < verb


def _without_others(doc: Doc, pieces: list[TokenSpan], asked: bool) -> list[TokenSpan]:
    """The pieces without what another says. asked: "Asked whether it would reopen, Moss was blunt: “No.”" """
    own = (piece for piece in pieces if not asked or all(doc.region[i] < 0 for i in range(*piece)))
    return [(a, _to_semicolon(doc, a, b)) for a, b in own]


def _to_semicolon(doc: Doc, first: int, last: int) -> int:
    """The end of a content before a semicolon behind which another speaks: "called it “A”; her aunt calls it “B”"."""
    for i in range(first + 1, last):
        if doc.raw[i] == ";" and any(doc.region[k] >= 0 for k in range(first, i)):
            behind = range(i + 1, last)
            says = any(doc.low[k] in REPORTING for k in behind) and any(doc.region[k] >= 0 for k in behind)
            return i if says else last
    return last


def _inverted(doc: Doc, cue: int, first: int, end: int) -> TokenSpan | None:
    """The name that closes a sentence behind a comma and its verb: "The money was gone, noted Ebbing’s Ada Moss." """
    behind = range(cue + 1, end)
    names = len(behind) > 1 and all(doc.is_name(i) or abbreviates(doc, i) for i in behind)
    says = doc.low[cue] in REPORTING and not doc.low[cue].endswith("ing")
    told = cue > first + 3 and doc.raw[cue - 1] == "," and says
    return (cue + 1, end) if names and told else None


def _another_tells(doc: Doc, cue: int, last: int) -> bool:
    """Whether a thing tells the quotation after a cue: "Moss showed us an email that says “no”" """
    quotation = next((i for i in range(cue + 1, last) if doc.region[i] >= 0), last)
    verb = next((i for i in range(quotation - 1, cue, -1) if doc.raw[i][0].isalnum()), cue)
    return (
        verb > cue + 1 and quotation < last and doc.low[verb] in REPORTING and doc.low[verb - 1] in THINGS_SAY
    )


def _cue_words(
    tokens: TokenFeatures, cue: int, source: TokenSpan | None, pieces: list[TokenSpan]
) -> TokenSpan:
    """The cue with the words that belong to it: "according to", "voiced concerns"."""
    doc, kind = tokens.doc, tokens.kind
    if doc.low[cue] == "according" and doc.low[cue + 1 : cue + 2] == ["to"]:
        return cue, cue + 2
    first = cue
    while source and source[1] < first and kind[first - 1] >= OPEN and kind[first - 1] != ADVERB:
        first -= 1
    last = cue + 1
    stop = min((a for a, _ in pieces if a > cue), default=last)
    open_ended = doc.low[cue] not in REPORTING or doc.low[cue] in VOICING
    while open_ended and last < stop and kind[last] >= OPEN and kind[last] != ADVERB:
        last += 1
    return first, last


def _free(piece: TokenSpan, taken: set[int]) -> TokenSpan | None:
    """The first stretch of a piece that no other content has."""
    a, b = piece
    while a < b and a in taken:
        a += 1
    stop = a
    while stop < b and stop not in taken:
        stop += 1
    return (a, stop) if stop > a else None
