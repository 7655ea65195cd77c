"""Quotations that are signed: “The well was dry.” ― Ada Moss."""

from stories.quotes.drafts import Draft
from stories.quotes.layout.doc import Doc, TokenSpan

DASHES = "―—–-"
MAX_SIGNATURE_TOKENS = 12  # tokens of a signature


def signed_quotations(doc: Doc) -> dict[int, Draft | None]:
    """The signed quotations by the number of the sentence that begins them; None for the sentences they run on to."""
    found: dict[int, Draft | None] = {}
    for number, (first, last) in enumerate(doc.sentences):
        if doc.region[first] < 0 or not (number == 0 or _begins(doc, number)):
            continue
        line = number if first + 1 < last else number + 1
        source = _signature(doc, line, first + 1 if line == number else None)
        if source is None:
            continue
        begin = number
        while begin and _runs_on(doc, begin - 1) and begin - 1 not in found:
            begin -= 1
        pieces = [(doc.sentences[i][0], doc.sentences[i][0] + 1) for i in range(begin, number + 1)]
        found |= dict.fromkeys(range(begin, line + 1))
        found[begin] = Draft(pieces, (source[0] - 1, source[0]), source, line, way="signed")
    return found


def _begins(doc: Doc, number: int) -> bool:
    """Whether a sentence begins its paragraph."""
    return doc.paragraph[number - 1] != doc.paragraph[number]


def _runs_on(doc: Doc, number: int) -> bool:
    """Whether a sentence is a quotation that the next paragraph goes on with."""
    first, last = doc.sentences[number]
    return last == first + 1 and doc.region[first] >= 0 and not doc.regions[doc.region[first]].closed


def _signature(doc: Doc, number: int, dash: int | None) -> TokenSpan | None:
    """The name after the dash, where it ends the paragraph of the sentence `number`. dash: None for its first token."""
    if number >= len(doc.sentences):
        return None
    first, last = doc.sentences[number]
    begin = (first if dash is None else dash) + 1
    while last > begin and doc.raw[last - 1] == ".":
        last -= 1
    ends = number + 1 == len(doc.sentences) or _begins(doc, number + 1)
    if not ends or not 0 < last - begin <= MAX_SIGNATURE_TOKENS or doc.raw[begin - 1] not in DASHES:
        return None
    name = next((i for i in range(begin, last) if doc.raw[i] in ",("), last)
    named = (
        begin < name and all(_is_part(doc, i) for i in range(begin, name)) and doc.raw[last - 1][0].isalnum()
    )
    return (begin, last) if named and all(doc.region[i] < 0 for i in range(begin, last)) else None


def _is_part(doc: Doc, i: int) -> bool:
    """Whether a token may stand in a name."""
    return doc.is_name(i) or doc.low[i] in doc.language.particles or doc.raw[i] in ".-’'&"
