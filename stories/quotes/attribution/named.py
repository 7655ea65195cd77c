"""Who is named since somebody spoke, and who is named in a source."""

from bisect import bisect_left
from collections.abc import Sequence

from stories.quotes.drafts import Draft
from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc
from stories.quotes.names.mentions import Mention, Person
from stories.quotes.names.surnames import may_be_named

# What opens the clause of another behind "she said"
UNTIL = words(
    "before until as while when bevor ehe während antes mientras cuando avant tandis quand enquanto quando пока"
)


def tellers(mentions: Sequence[Mention], owner: Draft) -> list[Person]:
    return [mention.person for mention in within(mentions, *(owner.source or (0, 0)))]


def named_since(doc: Doc, mentions: Sequence[Mention], owner: Draft, number: int) -> bool:
    """Whether a person who is not the speaker of `owner` is named after its sentence and before sentence `number`."""
    speaking = tellers(mentions, owner)
    begin, end = doc.sentences[owner.sentence][1], doc.sentences[number][0]
    if doc.paragraph[owner.sentence] != doc.paragraph[number]:
        begin = _takes_over(doc, owner, begin)
    since = within(mentions, begin, end)
    if doc.language.code == "en":
        return any(m.person.human and all(m.person is not person for person in speaking) for m in since)
    told = doc.text[doc.start[owner.source[0]] : doc.end[owner.source[1] - 1]] if owner.source else ""
    names = [" ".join(m.name) for m in since if m.person.human or len(m.name) > 1]
    if doc.language.no_spaces and begin < end:
        names += may_be_named(doc.text[doc.start[begin] : doc.start[end]])
    return any(name.split()[-1] not in told for name in names)


def taken_over(doc: Doc, mentions: Sequence[Mention], owner: Draft, number: int) -> bool:
    """Whether a clause behind a speech tells that another goes on, in whose paragraph sentence `number` stands."""
    last = doc.sentences[owner.sentence][1]
    others = within(mentions, _takes_over(doc, owner, last), last)
    apart = doc.paragraph[owner.sentence] != doc.paragraph[number]
    return apart and any(m.person.human and m.person not in tellers(mentions, owner) for m in others)


def _takes_over(doc: Doc, owner: Draft, last: int) -> int:
    """Where the clause of another begins that ends the sentence of a speech: "she added, before Ada Moss went on"."""
    told = max(owner.cue[1] if owner.cue else last, owner.source[1] if owner.source else last)
    return next((i for i in range(told, last) if doc.low[i] in UNTIL), last)


def within(mentions: Sequence[Mention], begin: int, end: int) -> Sequence[Mention]:
    """The names that begin in tokens `begin` to `end`, exclusive."""
    first, last = (bisect_left(mentions, i, key=lambda mention: mention.first) for i in (begin, end))
    return mentions[first:last]
