"""What a relative clause is about, in English: "the company, which Moss called “a prison”, said"."""

from stories.quotes.doc import Doc
from stories.quotes.languages import words
from stories.quotes.phrases import TokenSpan, phrase_before

PRONOUNS = words("which whom who that")


def antecedent(doc: Doc, source: TokenSpan, cue: int, begin: int) -> TokenSpan | None:
    """The phrase that speaks at `cue`, where `source` is the subject of a clause that a comma ends there.

    begin: the first token of the sentence.
    """
    inside = doc.low[source[0]] in PRONOUNS and source[1] - source[0] > 1
    pronoun, verb = source[0] - (not inside), source[1]
    if pronoun <= begin or doc.low[pronoun] not in PRONOUNS or doc.raw[cue - 1] != ",":
        return None
    if not (doc.low[verb] in doc.language.say or doc.low[verb].endswith("ed")):
        return None  # "which Moss, the mayor, said"
    return phrase_before(doc, pronoun - (doc.raw[pronoun - 1] == ","), begin)
