"""Whom somebody cites in German: in "Die Zeitung zitiert Ada Moos mit den Worten" it is Moos who speaks."""

from stories.quotes.grammar.phrases import phrase_after
from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc, TokenSpan

CITES = words("zitiert zitierte zitieren zitierten")
BETWEEN = words("man dazu dabei sie er es sich auch weiter wörtlich heute gestern etwa unter anderem")
REACH = 14  # tokens between the verb and the one who is cited


def citing(doc: Doc, first: int, last: int) -> int:
    """The token of an active verb of citing in tokens [first, last), else -1: "wird zitiert" is no such."""
    verb = next((i for i in range(first, last) if doc.low[i] in CITES and doc.raw[i].islower()), -1)
    passive = verb >= 0 and any(doc.low[i] in doc.language.passives for i in range(first, last))
    return -1 if passive else verb


def cited_in(doc: Doc, first: int, last: int) -> TokenSpan | None:
    """Whom a clause cites, if it cites anybody."""
    verb = citing(doc, first, last)
    return cited_one(doc, verb, first, last) if verb >= 0 else None


def cited_one(doc: Doc, verb: int, first: int, last: int) -> TokenSpan | None:
    """The phrase of the one who is cited: the object behind the verb, after its subject where that stands there too."""
    behind = verb > first and doc.region[verb - 1] < 0 and doc.raw[verb - 1] != ","
    i = verb + 1
    while i < last and doc.low[i] in BETWEEN:
        behind = behind or doc.low[i] == "man"
        i += 1
    if not behind:
        i = _after_subject(doc, i, last)
    if i >= min(last, verb + REACH):
        return None
    found = phrase_after(doc, i, last)
    end = next((k for k in range(*found) if doc.low[k] in doc.language.links), found[1]) if found else i
    return (i, end) if end > i and any(doc.is_name(k) for k in range(i, end)) else None


def _after_subject(doc: Doc, i: int, last: int) -> int:
    """The token after an article and its noun, or the name between marks that is one: "zitiert die „Zeit“ Moos"."""
    if i >= last or doc.low[i] not in doc.language.articles:
        return last
    return i + 2 if i + 2 < last and (doc.region[i + 1] >= 0 or doc.is_name(i + 1)) else last
