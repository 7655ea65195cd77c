"""Which name heads a source: "Bela Finch" of "Moss's lawyer, Bela Finch, of Leeds"."""

from collections.abc import Sequence

from stories.quotes.attribution.papers import PAPERS
from stories.quotes.layout.doc import Doc, TokenSpan
from stories.quotes.names.mentions import Mention
from stories.quotes.names.name_words import is_given

MAX_APPOSED = 5  # tokens from a comma to the name behind it
HEAD_ENDS = frozenset(",(—–-")


def head_of(doc: Doc, source: TokenSpan, inside: Sequence[Mention]) -> Mention | None:
    """The last name before a mark or a preposition, none that owns what follows. inside: the names in the source."""
    first, last = source
    named = {k for m in inside for k in range(m.first, m.last)}
    end = next((k for k in range(first + 1, last) if k not in named and _ends_head(doc, k)), last)
    head = next((m for m in reversed(inside) if m.last <= end), None)
    noun = end if end < last else inside[0].first if head is not inside[0] else first
    if noun > first and doc.low[noun - 1] in PAPERS:
        # None of "a letter from Moss to her deputy, Tom Reed", "the note Moss sent Tom Reed"
        sent = len(inside) == 1 and doc.low[noun] == "from" and "to" not in doc.low[noun : inside[0].first]
        return inside[0] if sent else None
    if head is None or _owns(doc, head):
        head = next(
            (m for m in inside if m.first > first and _is_apposed(doc, m, first)), None
        )  # "Moss's lawyer, Cora Lind,"
        end = head.last if head else end
    if head and doc.language.noun_capitals:
        head = _apposed(doc, head, inside)
        end = max(end, head.last)
    if head is None or (_owns(doc, head) and head.last < last) or _governed(doc, head, first):
        return None
    tail = range(head.last, end)  # "Moss himself" is Moss, "Moss supporters" are not
    plain = all(doc.low[k] in doc.language.helpers or doc.low[k].endswith("ly") for k in tail)
    return head if plain else next((m for m in inside if m.first == end + 1 and m.human), None)


def _owns(doc: Doc, mention: Mention) -> bool:
    """Whether a name owns what follows: "Moss’s lawyer", "Odden Mills’ lawyer"."""
    marked = doc.raw[mention.last : mention.last + 1] in (["’"], ["'"])
    return mention.owning or (marked and doc.end[mention.last - 1] == doc.start[mention.last])


def _is_apposed(doc: Doc, mention: Mention, first: int) -> bool:
    """Whether a name stands behind a comma, by itself or after what its bearer is: "His aunt, the weaver Petra Moss"."""
    i = mention.first - 1
    if doc.raw[i] == "," or doc.language.noun_capitals:
        return doc.raw[i] == ","
    while i > first and doc.raw[i].islower() and doc.low[i] not in doc.language.links | doc.language.who:
        i -= 1
    article = doc.low[i + 1] in doc.language.articles
    return article and is_given(mention.name[0]) and doc.raw[i] == "," and mention.first - i <= MAX_APPOSED


def _governed(doc: Doc, head: Mention, first: int) -> bool:
    """Whether a participle governs a name in a source: of "a lawyer representing Moss" Moss is not the speaker."""
    before = doc.low[head.first - 1]
    inside = head.first - first > 1 and doc.language.code == "en"
    return inside and before.endswith("ing") and "-" not in before


def _apposed(doc: Doc, head: Mention, inside: Sequence[Mention]) -> Mention:
    """The name after a noun that all nouns' capital makes look like one: "Ihr Anwalt, Karl Brand"."""
    table = doc.language
    noun = len(head.name) == 1 and doc.low[head.first - 1] in table.articles | table.she | table.he
    after = (m for m in inside if m.first == head.last + 1 and doc.raw[head.last] == "," and len(m.name) > 1)
    return next(after, head) if noun else head


def _ends_head(doc: Doc, k: int) -> bool:
    table = doc.language
    if doc.low[k] in table.addressed and k + 1 < len(doc.raw) and doc.is_name(k + 1):
        return True  # "disseram os dois homens a Ada Musgo"
    if doc.low[k] in table.datives and table.noun_capitals:
        return True  # "sagte Ada Moos dem Reporter Karl Odden"
    return doc.raw[k] in HEAD_ENDS or doc.low[k] in table.links | table.who | table.relatives
