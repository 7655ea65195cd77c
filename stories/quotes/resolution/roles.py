"""What a text calls a speaker: a noun phrase beside the name ("the miller, Ada Moss"), and whose miller that is."""

from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc, TokenSpan

INNER = frozenset("'’&/.()$%#")
APART = frozenset(",;:")
OWNERS = ("’s", "'s", "s’", "s'")
# What counts or points but names nothing, in each language: "the third, Nimbus"
POINTERS = words(
    """first second third fourth fifth other latter former same time one two three both many several some most such
    nonpartisan bipartisan premier première deuxième troisième autre dernier primero primera segundo segunda tercero
    tercera otro otra primeiro primeira terceiro terceira outro outra erste zweite dritte andere letzte
    первый второй третий другой"""
)
PAST = ("ed",)  # in English, of the verb of another subject: "the union invested, Moss said"
ENDINGS = (
    "-leaning",
    "-based",
    "-backed",
    "-run",
    "-owned",
    "-funded",
    "-led",
    "-born",
)  # of adjectives alone


def role_span(doc: Doc, first: int, last: int, apart: bool = False) -> TokenSpan | None:
    """The tokens of [first, last) that are a role; None where they are no noun phrase ("name the", "Moss and").

    apart: a comma parts the phrase from the name that follows it.
    """
    first = max([first, *(i + 1 for i in range(first, last) if doc.raw[i] in APART)])
    while first < last and _drops(doc, first, last):
        first += 1
    last = _without_clause(doc, first, last)
    if first >= last or not _is_noun_phrase(doc, first, last):
        return None
    return (first, last) if not apart or _is_definite(doc, first, last) else None


def _drops(doc: Doc, i: int, last: int) -> bool:
    """Whether a word before a role is none of it: "On Friday the miller", "Meanwhile the miller", "El viernes la"."""
    table, low = doc.language, doc.low[i]
    day = low in table.days or (i + 1 < last and doc.low[i + 1] in table.days)
    return day or low in table.leads or low in table.links or not doc.raw[i][0].isalnum()


def _without_clause(doc: Doc, first: int, last: int) -> int:
    """The end of the phrase without a clause that breaks off at an abbreviation: "a critic who worked with Mr"."""
    if doc.low[last - 1] not in doc.language.abbreviations:
        return last
    who = doc.language.who | {"whom"}
    return next((i for i in range(last - 1, first, -1) if doc.low[i] in who), first)


def _is_noun_phrase(doc: Doc, first: int, last: int) -> bool:
    table, low = doc.language, doc.low
    final = low[last - 1]
    who = table.who | {"que", "qui", "которая", "который", "которые"}
    relative = next((i for i in range(first + 1, last) if low[i] in who), last)
    if final in _joining(doc) or final in POINTERS or final.endswith(_endings(doc)):
        return False
    if any(not doc.raw[i][0].isalnum() and doc.raw[i] not in INNER for i in range(first, last)):
        return False
    if table.noun_capitals:
        verbs = table.say | table.auxiliaries | table.subjunctives | table.helpers
        return doc.is_name(last - 1) and not any(
            low[i] in verbs and doc.raw[i][0].islower() for i in range(first, last)
        )
    return not any(_ends_phrase(doc, first, i) for i in range(first, relative))


def _endings(doc: Doc) -> tuple[str, ...]:
    return ENDINGS + PAST if doc.language.code == "en" else ENDINGS


def _joining(doc: Doc) -> frozenset[str]:
    """Words after which a noun is still to come."""
    table = doc.language
    return (
        table.articles
        | table.links
        | table.datives
        | table.oblique
        | table.breaks
        | table.he
        | table.she
        | JOINS
    )


JOINS = words("and or und oder sowie y e o et ou и или و")


def _ends_phrase(doc: Doc, first: int, i: int) -> bool:
    """Whether a word cannot stand in a noun phrase: a finite verb, a second article."""
    table, low = doc.language, doc.low[i]
    if low in table.articles and i > first:
        return doc.low[i - 1] not in table.links | JOINS
    if low in table.breaks and low not in JOINS:
        return True
    told = low in table.say and doc.raw[i][0].islower()
    return told and (table.code != "en" or low.endswith(("ed", "s")) or low in IRREGULAR)


ELIDED = ("l'", "l’", "d'", "d’", "un'", "un’")
IRREGULAR = words("said told wrote spoke held put read")


def _is_definite(doc: Doc, first: int, last: int) -> bool:
    """Whether an article, a number or an owner opens the phrase, where its language has articles."""
    table = doc.language
    if (
        not table.articles
        or doc.low[first] in table.articles | table.she | table.he
        or doc.raw[first][0].isdigit()
    ):
        return True
    if doc.low[first].startswith(ELIDED):
        return True
    return any(doc.raw[i].endswith(OWNERS) for i in range(first, last))
