"""Who still has the floor in languages that are read by rule: whose a quotation by itself is after a speech."""

from collections.abc import Sequence

from stories.quotes.attribution.actors import OPENING, may_be
from stories.quotes.attribution.named import named_since, taken_over, tellers, within
from stories.quotes.drafts import Draft
from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc, TokenSpan
from stories.quotes.names.mentions import Mention

INDEFINITE = words("ein eine zwei drei mehrere")


def still_speaking(
    doc: Doc, mentions: Sequence[Mention], number: int, owner: Draft
) -> tuple[TokenSpan | None, str]:
    """Whose a quotation by itself is that no cue tells, in languages that are read by rule, and the way it was found.

    It is whose that acts in the sentence before it, nobody's where another is named since the speech, else the same's.
    """
    table = doc.language
    first, last = doc.sentences[number - 1] if owner.sentence < number - 1 else (0, 0)
    if first < last and not any(doc.region[i] >= 0 for i in range(first, last)):
        here = doc.paragraph[number] == doc.paragraph[number - 1]
        actor = acting(doc, mentions, first, last) if here else None
        told = actor and doc.low[actor[0]] in table.subjects and may_be(doc, mentions, owner, actor[0])
        same = told and not named_since(doc, mentions, owner, number)
        if actor and not same:
            return actor, "acts"
        if here and not actor and _is_somebody(doc, mentions, owner, number):
            return None, ""
    others = (
        not table.noun_capitals or _comes(doc, mentions, number) or taken_over(doc, mentions, owner, number)
    )
    if others and named_since(doc, mentions, owner, number):
        return None, ""
    return owner.source, "carried"


def _is_somebody(doc: Doc, mentions: Sequence[Mention], owner: Draft, number: int) -> bool:
    """Whether the sentence before a quotation that begins another paragraph than the speech is about somebody else."""
    first, last = doc.sentences[number - 1]
    speaking = tellers(mentions, owner)
    named = any(mention.person in speaking for mention in within(mentions, first, last))
    if doc.language.noun_capitals and doc.low[first] not in INDEFINITE:
        return False  # in German news the speech before it goes on
    return doc.paragraph[owner.sentence] != doc.paragraph[number] and not named


def _comes(doc: Doc, mentions: Sequence[Mention], number: int) -> bool:
    """Whether the sentence before a quotation tells of a person's full name: "Dann kam Vorarbeiter Karl Odden herein"."""
    first, last = doc.sentences[number - 1]
    named = any(m.human and len(m.name) > 1 for m in within(mentions, first, last))
    return named and doc.language.say.isdisjoint(doc.low[first:last])


def acting(doc: Doc, mentions: Sequence[Mention], first: int, last: int) -> TokenSpan | None:
    """The person or the pronoun that opens a sentence, after an article and a calling: "El capataz Carlos Odén"."""
    table, i = doc.language, first
    if doc.low[first] in table.he | table.she and doc.low[first] in table.subjects:
        return first, first + 1
    while i < min(last, first + OPENING) and (doc.low[i] in table.articles or doc.raw[i].islower()):
        i += 1
    return next(
        ((m.first, m.last) for m in within(mentions, i, i + 1) if m.person.human and not m.owning), None
    )
