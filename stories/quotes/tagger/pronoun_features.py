"""What tells whom a pronoun stands for, as numbers of the weights."""

from bisect import bisect_right

from stories.quotes.layout.doc import Doc
from stories.quotes.names.mentions import Mention
from stories.quotes.tagger.templates import mixer

_PRONOUN = mixer("pronoun")


def pronoun_features(
    doc: Doc, begins: list[int], mention: Mention, i: int, turns: list[int], ever: bool, acts: bool
) -> list[int]:
    """What tells whether `mention` is the person of the pronoun at token `i`.

    begins: the first token of each sentence. turns: whether the last two speakers are that person. ever: whether the
    person has spoken. acts: whether a finite verb follows the name.
    """
    here, there = bisect_right(begins, i) - 1, bisect_right(begins, mention.first) - 1
    away, lines = min(here - there, 7), min(doc.paragraph[here] - doc.paragraph[there], 4)
    person = mention.person
    opens = mention.first - doc.sentences[there][0]
    position = 0 if opens == 0 else 1 if opens < 4 else 2
    before = doc.low[mention.first - 1] if mention.first else ""
    table = doc.language
    kind = (
        1
        if before in table.articles
        else 2
        if before in table.links
        else 3
        if before and not before[0].isalnum()
        else 0
    )
    shape = min(len(person.name), 3) * 4 + (2 if person.gender else 0) + person.titled
    spoke = 2 if turns[-1:] == [1] else 1 if 1 in turns else 0
    seen = min(person.seen, 6)
    start = i - doc.sentences[here][0] < 2
    return _PRONOUN(acts, away, spoke, position, start, lines, kind, shape, seen, ever, mention)


def surest(doc: Doc, chosen: Mention, candidates: list[Mention], gender: str, spoken: set[int]) -> Mention:
    """The one known for a pronoun's gender, where the `chosen` of its sentence is not: "Mo Farouk met Lena Ortiz. She".

    spoken: the ids of those who have spoken, who speak on.
    """
    if chosen.person.gender or id(chosen.person) in spoken:
        return chosen
    number = bisect_right(doc.sentences, (chosen.first, len(doc.raw))) - 1
    here = (m for m in candidates if doc.sentences[number][0] <= m.first < doc.sentences[number][1])
    return next((m for m in here if m.person.gender == gender), chosen)
