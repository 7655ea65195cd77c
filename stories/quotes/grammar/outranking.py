"""Which of two phrases beside a German verb is its subject, where either may be: "Der Zeitung sagte Ada: ..."."""

from itertools import pairwise

from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc, TokenSpan
from stories.quotes.names.name_words import is_given

SOMEBODY = words("jemand niemand einer keiner alle viele manche mancher")  # subjects, though they name nobody
# German nouns that are feminine, by their endings, and some by themselves
FEMININE = (
    "ung",
    "heit",
    "keit",
    "schaft",
    "ion",
    "tät",
    "zei",
    "tei",
    "tur",
    "nz",
    "rin",
    "tin",
    "frau",
    "ik",
    "esse",
)
WOMEN_AND_BODIES = words(
    "behörde bank firma stadt mutter tochter schwester witwe post kammer runde bbc dpa afp taz faz"
)


def outranks(doc: Doc, right: TokenSpan, left: TokenSpan) -> bool:
    """Whether the phrase after a verb is its subject though another stands before it: a person after a thing."""
    table, word = doc.language, doc.low[right[0]]
    if word in table.subjects:
        return True
    if doc.low[left[0]] in SOMEBODY:
        return False
    if word in table.datives | table.oblique:
        return False
    told = _is_feminine_dative(doc, left) and (doc.is_name(right[0]) or _names_person(doc, right))
    if told or doc.low[left[0]] in table.datives | table.oblique:
        return True
    if _names_person(doc, left):
        return False
    return _names_person(doc, right) or (_is_last_name(doc, right) and not _is_last_name(doc, left))


def _is_feminine_dative(doc: Doc, phrase: TokenSpan) -> bool:
    """Whether "der" opens the phrase of a feminine noun: "Der Zeitung sagte Ada", where no subject stands."""
    first, last = phrase
    noun = next((doc.low[i] for i in range(first + 1, last) if doc.is_name(i)), "")
    return doc.low[first] == "der" and (noun.endswith(FEMININE) or noun in WOMEN_AND_BODIES)


def _is_last_name(doc: Doc, phrase: TokenSpan) -> bool:
    """Whether a phrase is one word that elsewhere in the text follows another with a capital."""
    first, last = phrase
    alone = last - first == 1 or not doc.is_name(first + 1)
    return alone and doc.raw[first] in doc.last_names


def _names_person(doc: Doc, phrase: TokenSpan) -> bool:
    """Whether two words with capitals stand together, none of them a genitive of a name of the text."""
    names = [
        doc.is_name(i) and not (doc.raw[i].endswith("s") and doc.raw[i][:-1] in doc.capitals)
        for i in range(*phrase)
    ]
    sure = phrase[0] > 0 or is_given(doc.raw[0])  # the first word of a text has its capital from there
    return any(one and other for one, other in pairwise(names if sure else names[1:]))
