"""Quotations that no cue of their own sentence takes: whose they are, if anybody's."""

from collections.abc import Sequence

from stories.quotes.drafts import NEW, NEXT, Draft, UncuedQuotation
from stories.quotes.grammar.nearest import nearest
from stories.quotes.tagger.templates import mixer
from stories.quotes.tagger.token_features import TokenFeatures, distance
from stories.quotes.tagger.wordclass import QUOTED

_UNCUED = mixer("uncued")

MAX_SENTENCES_BETWEEN = 9  # sentences beyond which nobody speaks on


def uncued_quotation(
    tokens: TokenFeatures, token: int, number: int, before: list[Draft], after: Sequence[Draft]
) -> UncuedQuotation:
    """The quotation `token` of sentence `number` between the attributions before and after it."""
    doc = tokens.doc
    near = [draft for draft in before[-6:] if number - draft.sentence <= MAX_SENTENCES_BETWEEN]
    speech = next(
        (d for d in reversed(near) if any(doc.region[b - 1] >= 0 or doc.region[a] >= 0 for a, b in d.pieces)),
        None,
    )
    follower = None
    if after and after[0].sentence - number <= 2:
        begin = doc.sentences[after[0].sentence][0]
        if tokens.kind[begin] == QUOTED and any(a == begin for a, _ in after[0].pieces):
            follower = after[0]
    source = nearest(doc, doc.sentences[number][0], token)
    return UncuedQuotation(token, number, speech, near[-1] if near else None, follower, source)


def uncued_features(tokens: TokenFeatures, quotation: UncuedQuotation) -> list[int]:
    """What tells who owns an uncued quotation; each option shifts them."""
    doc, kind, i = tokens.doc, tokens.kind, quotation.token
    first, last = doc.sentences[quotation.sentence]
    region = doc.regions[doc.region[i]]
    size = distance((region.end - region.start) // 8)
    outside = min(15, sum(1 for j in range(first, last) if doc.region[j] < 0 and doc.raw[j][0].isalnum()))
    b = kind[i - 1] if i > first else 60
    d = kind[i + 1] if i + 1 < last else 61
    opening = doc.text[region.start : region.start + 1]
    lower = 1 if opening.islower() else 2 if opening.isupper() else 0
    paragraph = doc.paragraph[quotation.sentence]
    starts = quotation.sentence == 0 or doc.paragraph[quotation.sentence - 1] != paragraph
    unclosed = doc.region[i] > 0 and not doc.regions[doc.region[i] - 1].closed
    colon = first > 0 and doc.raw[first - 1] == ":"
    speech = _relation(tokens, quotation, quotation.speech)
    near = _relation(tokens, quotation, quotation.last)
    follow = (
        (quotation.next.sentence - quotation.sentence) * 2
        + (doc.paragraph[quotation.next.sentence] == paragraph)
        if quotation.next
        else 9
    )
    shape = (outside * 4 + starts * 2 + (i == first)) * 16 + size
    return _UNCUED(
        shape, outside, d, b, tokens, i, lower, size, speech, unclosed, starts, near, colon, follow, first
    )


def _relation(tokens: TokenFeatures, quotation: UncuedQuotation, draft: Draft | None) -> int:
    """How far an attribution is, in sentences and paragraphs, and how it ends."""
    if draft is None:
        return 0
    doc = tokens.doc
    away = min(3, quotation.sentence - draft.sentence)
    lines = min(2, doc.paragraph[quotation.sentence] - doc.paragraph[draft.sentence])
    final = doc.sentences[draft.sentence][1]
    quoted = sum(doc.region[j] >= 0 for a, b in draft.pieces for j in (a, b - 1)) > 0
    open_end = any(b >= final - 1 for _, b in draft.pieces)
    return 1 + ((away * 3 + lines) * 2 + quoted) * 2 + open_end


def take(quotation: UncuedQuotation, option: int, drafts: list[Draft]) -> None:
    """Carry out a decision."""
    piece = (quotation.token, quotation.token + 1)
    owner = quotation.owner(option)
    if owner is not None:
        if option == NEXT:
            owner.pieces.insert(0, piece)
        else:
            owner.pieces.append(piece)
            owner.sentence = quotation.sentence
    elif option == NEW:
        drafts.append(Draft([piece], None, quotation.source, quotation.sentence, way=quotation.way))
