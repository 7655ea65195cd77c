"""Speakers in Chinese and Arabic, whose names have no capital letters: each language has its way of telling a name."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from stories.quotes.drafts import Draft
from stories.quotes.layout.doc import Doc, TokenSpan
from stories.quotes.names.arabic_names import arabic_names, named_in
from stories.quotes.names.mentions import Mention, Person
from stories.quotes.names.surnames import TITLES, chinese_name, chinese_names

MAX_LAST_NAME_WORDS = 2  # words of a last name with a title
BACK = 3  # sentences before a pronoun in which the one that it stands for is named


def plain_mentions(doc: Doc) -> list[Mention]:
    """The full names of a text outside quotations."""
    people: dict[str, Person] = {}
    found = []
    for first, last in arabic_names(doc) if doc.language.code == "ar" else _chinese(doc):
        name = doc.text[doc.start[first] : doc.end[last - 1]]
        parts = tuple(name.split())
        person = people.setdefault(name, Person(parts, human=True))
        found.append(Mention(first, last, parts, False, human=True, person=person))
    return found


def _chinese(doc: Doc) -> Iterable[TokenSpan]:
    for start, end in chinese_names(doc.text):
        first, last = bisect_left(doc.start, start), bisect_left(doc.start, end)
        titled = doc.text[start + 1 : end] in TITLES
        if first < last and doc.region[first] < 0 and doc.start[first] == start and not titled:
            yield first, last


def plain_speakers(doc: Doc, mentions: Sequence[Mention], drafts: Sequence[Draft]) -> list[str | None]:
    """The name that each attribution's source stands for; None where it is not plain."""
    named = [_named(doc, draft) for draft in drafts]
    known = {" ".join(mention.name): mention.first for mention in reversed(mentions)}
    for draft, name in zip(drafts, named, strict=True):
        if name and draft.source:
            known.setdefault(name, draft.source[0])
    return [
        name or (_known(doc, draft.source, mentions, known) if draft.source else None)
        for draft, name in zip(drafts, named, strict=True)
    ]


def _named(doc: Doc, draft: Draft) -> str | None:
    """The name in the source of an attribution; before its verb the name must end it: "تلقت ليلى الشامي رسالة تقول"."""
    if draft.source is None:
        return None
    name, (first, last) = _name(doc, draft.source), draft.source
    if name and draft.cue and doc.language.code == "ar" and last == draft.cue[0]:
        relative = first > 0 and doc.low[first - 1] in doc.language.who
        return None if relative or doc.raw[last - 1] != name.split()[-1] else name
    return name


def _text(doc: Doc, span: TokenSpan) -> str:
    return doc.text[doc.start[span[0]] : doc.end[span[1] - 1]]


def _name(doc: Doc, source: TokenSpan) -> str | None:
    if doc.language.code == "ar":
        return named_in(doc, source) or _apposed(doc, source[1])
    name = chinese_name(_text(doc, source), doc.language.say)
    return None if name and name[1:] in TITLES else name


def _apposed(doc: Doc, comma: int) -> str | None:
    """The name between two commas after a source: "رئيس النقابة، عمر بن يوسف،"."""
    if doc.raw[comma : comma + 1] not in (["،"], [","]):
        return None
    end = next((i for i in range(comma + 1, len(doc.raw)) if not doc.raw[i][0].isalpha()), len(doc.raw))
    return named_in(doc, (comma + 1, end)) if doc.raw[end : end + 1] in (["،"], [","], []) else None


def _known(doc: Doc, source: TokenSpan, mentions: Sequence[Mention], known: dict[str, int]) -> str | None:
    """Who a pronoun, a last name alone or a last name with a title stands for."""
    table, (first, last) = doc.language, source
    if last - first == 1 and (doc.low[first] in table.he or doc.low[first] in table.she):
        return _antecedent(doc, first, mentions)
    text = _text(doc, source)
    if table.code == "ar":
        alone = last - first <= MAX_LAST_NAME_WORDS  # "المهندس حداد"
        fits = [name for name in known if alone and " " in name and name.split()[-1] == text.split()[-1]]
    else:
        titled = next((title for title in TITLES if text.endswith(title)), "")
        fits = [name for name in known if titled and name.startswith(text[: -len(titled)] or "-")]
    return fits[0] if len(fits) == 1 else None


def _antecedent(doc: Doc, i: int, mentions: Sequence[Mention]) -> str | None:
    """The one person who is named in the sentences before a pronoun; none where there are two."""
    number = bisect_left(doc.sentences, (i + 1,)) - 1
    since = doc.sentences[max(0, number - BACK)][0]
    near = {" ".join(mention.name) for mention in mentions if since <= mention.first < i}
    return near.pop() if len(near) == 1 else None
