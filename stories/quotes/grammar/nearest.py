"""The name nearest before a quotation that no cue reports."""

from stories.quotes.grammar.phrases import abbreviates
from stories.quotes.layout.doc import Doc, TokenSpan


def _opens_small(doc: Doc, first: int, i: int) -> bool:
    """Whether the word that opens a sentence has its capital from there: "Parmi eux, Hamid Zerrouki : « ... »"."""
    table = doc.language
    if doc.low[first] in table.closed | table.stops | table.adverbs:
        return True
    full = any(doc.is_name(k) and doc.is_name(k + 1) for k in range(first + 1, i - 1))
    return full and first + 1 < i and not doc.is_name(first + 1)


def nearest(doc: Doc, first: int, i: int) -> TokenSpan | None:
    """The first name or pronoun of the sentence before a quotation without a cue."""
    table = doc.language
    begin = first + (table.code != "en" and _opens_small(doc, first, i))
    for j in range(begin, i):
        if (
            doc.low[j] in table.he
            or doc.low[j] in table.she
            or (doc.is_name(j) and doc.low[j] not in table.common)
        ):
            end = j + 1
            while end < i and (doc.is_name(end) or abbreviates(doc, end)):
                end += 1
            return j, end
    return None
