"""What a relative clause or an apposition is about, in English: "the company, which Moss called “a prison”, said"."""

from stories.quotes.grammar.phrases import abbreviates, phrase_before
from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc, TokenSpan
from stories.quotes.names.name_words import is_given

PRONOUNS = words("which whom who that")
PLAIN = words(
    "he she they we it i the"
)  # another subject behind a comma: "In the hall of Ada Moss, the miller said"


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


def with_name(doc: Doc, source: TokenSpan, begin: int) -> TokenSpan:
    """A source with the full name before it, of whom it is the second apposition: "Ada Moss, a miller, aged 54, said".

    begin: the first token of the sentence.
    """
    first, last = source
    comma = first - 1
    if comma <= begin or doc.raw[comma] != "," or doc.raw[last : last + 1] != [","]:
        return source
    if doc.is_name(last - 1) and doc.is_name(last - 2):
        return source  # "the miller, Ada Moss,"
    if not (doc.raw[first][0].islower() or doc.raw[first].isupper()) or doc.low[first] in PLAIN:
        return source
    name = comma
    while name > begin and (doc.is_name(name - 1) or abbreviates(doc, name - 1)):
        name -= 1
    full = comma - name > 1 and is_given(doc.raw[name])
    led = name > begin and doc.low[name - 1] in doc.language.links
    return (name, last) if full and not led else source
