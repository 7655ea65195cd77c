"""Names that stand right before a pronoun and are only spoken of: in what opens its sentence, or in a question."""

from bisect import bisect_right
from collections.abc import Sequence

from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc
from stories.quotes.names.mentions import Mention

# What opens a sentence whose subject is yet to come: "In a letter to Reed he said"; in English weights tell most of it
OPENERS = {
    "en": words("asked questioned pressed quizzed challenged"),
    "de": words(
        """in im an am auf nach bei beim mit von vom zu zum zur für über gegen unter vor aus während trotz angesichts
        angesprochen gefragt befragt anlässlich gegenüber neben seit"""
    ),
    "fr": words(
        """dans à au aux après avec de sur pour lors en devant face interrogé interrogée questionné questionnée sollicité
        sollicitée concernant"""
    ),
    "es": words(
        "en tras con a al sobre para ante durante después preguntado preguntada consultado consultada"
    ),
    "pt": words(
        """em no na num numa após com a ao à sobre para perante durante depois questionado questionada perguntado
        perguntada indagado indagada"""
    ),
    "ru": words("в во на после о об с со к по из у перед при для во отвечая говоря"),
}
JOINS = words("and und et y e и while während als when lorsque cuando quando когда")
NEAR = 4  # tokens from a name to a pronoun: ", sagte er", "traue, sagte er"
ASKS = words("ask asks asked asking")
WHETHER = words("if whether about what why how when where who")


def is_spoken_of(doc: Doc, begins: Sequence[int], mention: Mention, i: int) -> bool:
    """Whether a name before the pronoun at token `i` is no subject that it could stand for.

    begins: the first token of each sentence.
    """
    number, own = bisect_right(begins, i) - 1, bisect_right(begins, mention.first) - 1
    begin = begins[own]
    if own == number:
        between = doc.low[mention.last : i]
        opens = doc.low[begin] in OPENERS.get(doc.language.code, ())
        return opens and len(between) <= NEAR and JOINS.isdisjoint(between)
    if own < number - 1:
        return False
    end = begins[own + 1]
    return doc.raw[end - 1] == "?" or _is_asked_of(doc, begin, mention)


def _is_asked_of(doc: Doc, begin: int, mention: Mention) -> bool:
    """Whether somebody asks about the name: "I ask him if Reed is well"; not "Asked if it was dry, Reed laughed"."""
    asks = next((k for k in range(begin + 1, mention.first) if doc.low[k] in ASKS), -1)
    return asks >= 0 and not WHETHER.isdisjoint(doc.low[asks + 1 : mention.first])
