"""From a text to its quotes: tokens, attributions, speakers."""

import re
from collections.abc import Sequence
from dataclasses import replace

from stories.quotes import Kind, Quote, Span
from stories.quotes.attribution.confidence import MIN_CONFIDENCE, confidence, how
from stories.quotes.attribution.stance import stance_of
from stories.quotes.attribution.titles import names_work
from stories.quotes.attribution.turns import find_turns, quotes_of
from stories.quotes.by_rule.japanese import is_japanese, japanese_quotes
from stories.quotes.by_rule.rules import draft_quotes
from stories.quotes.drafts import Draft
from stories.quotes.languages import Language, language, tell_language
from stories.quotes.layout.doc import Doc, TokenSpan, tokenise
from stories.quotes.layout.labels import regions, without
from stories.quotes.layout.regions import Region
from stories.quotes.mending import mended
from stories.quotes.names.mentions import Mention, find_mentions
from stories.quotes.names.plain_names import plain_mentions
from stories.quotes.resolution.interviewed import answerer
from stories.quotes.resolution.resolve import resolve
from stories.quotes.tagger.tagger import tag_quotes
from stories.quotes.tagger.weights import chosen

MIN_OUTER_CHARACTERS = 40  # characters of a quotation that may hold another
INNER = re.compile(r"(?<!\w)[‘'‚“„\"«‹「『](?=\w)")  # a mark that opens, inside a quotation


def read_quotes(text: str, code: str | None = None, set_off: Sequence[Span] = ()) -> list[Quote]:
    """The quotations of `text`; see `find_quotes`."""
    if is_japanese(text, code):
        return japanese_quotes(text)
    table = language(code or tell_language(text))
    turns = find_turns(text, table)
    doc = tokenise(without(text, turns), table, set_off)
    mentions = _mentions(doc)
    quotes = _read(doc, mentions)
    if turns:
        names = {m.name[-1].lower(): " ".join(m.person.name) for m in mentions if len(m.person.name) > 1}
        quotes += quotes_of(text, turns, names | answerer(doc, mentions), table)
    for region in doc.regions + regions(turns):
        if region.end - region.start > MIN_OUTER_CHARACTERS and INNER.search(text, region.start, region.end):
            quotes += _nested(text, region, table)
    return sorted(quotes, key=lambda quote: (quote.content[0][0], -quote.content[-1][1]))


def _mentions(doc: Doc) -> list[Mention]:
    return find_mentions(doc) if doc.language.capitals else plain_mentions(doc)


def _read(doc: Doc, mentions: list[Mention]) -> list[Quote]:
    learned = chosen() if doc.language.code == "en" else None
    drafts = _disjoint(doc, tag_quotes(doc, mentions, learned) if learned else draft_quotes(doc, mentions))
    drafts = mended(doc, drafts)
    found = zip(drafts, resolve(doc, mentions, drafts, learned), strict=True)
    return [_quote(doc, draft, *speaker) for draft, speaker in found]


def _nested(text: str, region: Region, table: Language) -> list[Quote]:
    """Speech inside a quotation: only words between marks of their own, reported by a verb of saying."""
    kept = []
    inner = text[region.start : region.end]
    doc = tokenise(inner, table)
    for quote in _read(doc, _mentions(doc)):
        cue = inner[slice(*quote.cue)].lower() if quote.cue else ""
        if quote.kind == "direct" and quote.source and cue in table.say:
            kept.append(_moved(quote, region.start))
    return kept


def _moved(quote: Quote, offset: int) -> Quote:
    """The same quote in a text that begins `offset` characters earlier."""
    content = [(start + offset, end + offset) for start, end in quote.content]
    source, cue = (span and (span[0] + offset, span[1] + offset) for span in (quote.source, quote.cue))
    return replace(quote, content=content, source=source, cue=cue)


def _disjoint(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """The same attributions with no token in two contents, and none that holds no word."""
    taken = [False] * len(doc.raw)
    kept = []
    for draft in drafts:
        pieces = sorted(_free(doc, piece, taken) for piece in draft.pieces)
        draft.pieces = [(a, b) for a, b in pieces if any(_is_word(doc, i) for i in range(a, b))]
        for a, b in draft.pieces:
            taken[a:b] = [True] * (b - a)
        if draft.pieces:
            kept.append(draft)
    return kept


def _free(doc: Doc, piece: TokenSpan, taken: list[bool]) -> TokenSpan:
    """The first stretch of a piece that no other content has, without marks at its ends."""
    a, b = piece
    while a < b and (taken[a] or doc.raw[a] in ",;:—–،，"):
        a += 1
    stop = a
    while stop < b and not taken[stop]:
        stop += 1
    while stop > a and doc.raw[stop - 1] in ",;:—–،，":
        stop -= 1
    return a, stop


def _is_word(doc: Doc, i: int) -> bool:
    region = doc.region[i]
    if region < 0:
        return doc.raw[i][0].isalnum()
    return any(letter.isalnum() for letter in doc.text[doc.regions[region].start : doc.regions[region].end])


def _span(doc: Doc, tokens: TokenSpan) -> Span:
    return doc.start[tokens[0]], doc.end[tokens[1] - 1]


def _quote(doc: Doc, draft: Draft, speaker: str | None, role: str | None) -> Quote:
    source = _span(doc, draft.source) if draft.source else None
    cue = _span(doc, draft.cue) if draft.cue else None
    content = [_span(doc, piece) for piece in draft.pieces]
    kind = _kind(doc, draft.pieces)
    if kind == "direct" and draft.cue and "\n" in doc.text[doc.end[draft.cue[0]] : content[0][0]]:
        kind = "block"
    sure = confidence(doc, draft, kind)
    if sure is not None and sure < MIN_CONFIDENCE:
        speaker = role = None
    stance, why = stance_of(doc, draft, kind), how(doc, draft, kind)
    return Quote(kind, content, source, cue, speaker, role, stance, sure, why)


def _kind(doc: Doc, pieces: list[TokenSpan]) -> Kind:
    """Direct where every word stands between marks, mixed where some do; the title of a work is nobody's words."""
    inside = [i for first, last in pieces for i in range(first, last)]
    quoted = [i for i in inside if doc.region[i] >= 0]
    unquoted = any(doc.region[i] < 0 and doc.raw[i][0].isalnum() for i in inside)
    if quoted and not unquoted:
        return "direct"
    return "mixed" if any(not names_work(doc, i, _sentence(doc, i)) for i in quoted) else "indirect"


def _sentence(doc: Doc, i: int) -> int:
    """The first token of the sentence of token `i`."""
    return next(first for first, last in doc.sentences if first <= i < last)
