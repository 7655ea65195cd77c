"""From a text to its quotes: layout, attributions, speakers."""

import re
from dataclasses import replace

from stories.quotes import Kind, Quote, Span
from stories.quotes.drafts import Draft
from stories.quotes.languages import Language, language, tell_language
from stories.quotes.layout import Layout, lay_out
from stories.quotes.mending import mended
from stories.quotes.phrases import Tokens
from stories.quotes.regions import Region
from stories.quotes.rules import draft_quotes
from stories.quotes.speakers import resolve
from stories.quotes.stance import stance_of
from stories.quotes.tagger import tag_quotes
from stories.quotes.weights import load

SHORTEST = 40  # characters of a quotation that may hold another
INNER = re.compile(r"(?<!\w)[‘'‚“„\"«‹「『](?=\w)")  # a mark that opens, inside a quotation


def read_quotes(text: str, code: str | None = None) -> list[Quote]:
    """The quotations of `text`; see `find_quotes`."""
    table = language(code or tell_language(text))
    page = lay_out(text, table)
    quotes = _read(page)
    for region in page.regions:
        if region.end - region.start > SHORTEST and INNER.search(text, region.start, region.end):
            quotes += _nested(text, region, table)
    return sorted(quotes, key=lambda quote: (quote.content[0][0], -quote.content[-1][1]))


def _read(page: Layout) -> list[Quote]:
    learned = load() if page.language.code == "en" else None
    drafts = _apart(page, tag_quotes(page, learned) if learned else draft_quotes(page))
    drafts = mended(page, drafts)
    found = zip(drafts, resolve(page, drafts, learned), strict=True)
    return [_quote(page, draft, *speaker) for draft, speaker in found]


def _nested(text: str, region: Region, table: Language) -> list[Quote]:
    """Speech inside a quotation: only words between marks of their own, reported by a verb of saying."""
    kept = []
    inner = text[region.start : region.end]
    for quote in _read(lay_out(inner, table)):
        cue = inner[slice(*quote.cue)].lower() if quote.cue else ""
        if quote.kind == "direct" and quote.source and cue in table.say:
            kept.append(_moved(quote, region.start))
    return kept


def _moved(quote: Quote, offset: int) -> Quote:
    """The same quote in a text that begins `offset` characters earlier."""
    content = [(start + offset, end + offset) for start, end in quote.content]
    source, cue = (span and (span[0] + offset, span[1] + offset) for span in (quote.source, quote.cue))
    return replace(quote, content=content, source=source, cue=cue)


def _apart(page: Layout, drafts: list[Draft]) -> list[Draft]:
    """The same attributions with no token in two contents, and none that holds no word."""
    taken = [False] * len(page.raw)
    kept = []
    for draft in drafts:
        pieces = sorted(_loose(page, piece, taken) for piece in draft.pieces)
        draft.pieces = [(a, b) for a, b in pieces if any(_is_word(page, i) for i in range(a, b))]
        for a, b in draft.pieces:
            taken[a:b] = [True] * (b - a)
        if draft.pieces:
            kept.append(draft)
    return kept


def _loose(page: Layout, piece: Tokens, taken: list[bool]) -> Tokens:
    """The first stretch of a piece that no other content has, without marks at its ends."""
    a, b = piece
    while a < b and (taken[a] or page.raw[a] in ",;:—–،，"):
        a += 1
    stop = a
    while stop < b and not taken[stop]:
        stop += 1
    while stop > a and page.raw[stop - 1] in ",;:—–،，":
        stop -= 1
    return a, stop


def _is_word(page: Layout, i: int) -> bool:
    region = page.region[i]
    if region < 0:
        return page.raw[i][0].isalnum()
    return any(
        letter.isalnum() for letter in page.text[page.regions[region].start : page.regions[region].end]
    )


def _span(page: Layout, tokens: Tokens) -> Span:
    return page.start[tokens[0]], page.end[tokens[1] - 1]


def _quote(page: Layout, draft: Draft, speaker: str | None, role: str | None) -> Quote:
    source = _span(page, draft.source) if draft.source else None
    cue = _span(page, draft.cue) if draft.cue else None
    content = [_span(page, piece) for piece in draft.pieces]
    kind = _kind(page, draft.pieces)
    if kind == "direct" and draft.cue and "\n" in page.text[page.end[draft.cue[0]] : content[0][0]]:
        kind = "block"
    return Quote(kind, content, source, cue, speaker, role, stance_of(page, draft, kind))


def _kind(page: Layout, pieces: list[Tokens]) -> Kind:
    """Direct where every word stands between marks, mixed where some do."""
    quoted = unquoted = False
    for first, last in pieces:
        for i in range(first, last):
            if page.region[i] >= 0:
                quoted = True
            elif page.raw[i][0].isalnum():
                unquoted = True
    if not quoted:
        return "indirect"
    return "mixed" if unquoted else "direct"
