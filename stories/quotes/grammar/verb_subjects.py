"""The subject of a verb of saying: the phrase before it, after it, or beside its auxiliary."""

from stories.quotes.grammar.cited import CITES, cited_one, citing
from stories.quotes.grammar.outranking import outranks
from stories.quotes.grammar.phrases import phrase_after, subject_after, subject_before
from stories.quotes.grammar.subjects import subject_of
from stories.quotes.languages import words
from stories.quotes.languages.arabic import SAID, SAYING
from stories.quotes.layout.doc import Doc, TokenSpan
from stories.quotes.names.name_words import is_given
from stories.quotes.names.russian_names import ADDRESSED, is_oblique

LATE_OPENS = words("en durante tras desde hoy ayer dans lors pendant après hier em após ontem hoje")
WITH = words("con com avec")
LATE = 9  # tokens from a verb to its subject behind an adverbial
FROM = "عن"
PLURAL = ("am",)  # of a Portuguese verb whose subject is several


def speaker_of(doc: Doc, cue: int, first: int, last: int) -> TokenSpan | None:
    """The phrase before the verb `cue`, or the one after it where an adverbial stands before it, or nothing.

    "Am Montag sagte Moos", "Am Montag hatte Moos gesagt": in languages whose finite verb stands second a
    preposition or an adverb at the start tells that the subject follows the verb.
    """
    table = doc.language
    if table.no_spaces:
        return subject_before(doc, cue, first) or _earlier_subject(doc, cue, first)
    if _turns(doc, cue, first, last):
        return _turned(doc, cue, first, last)
    finite = _auxiliary(doc, cue, first) if table.auxiliaries else cue
    left = subject_before(doc, finite, first)
    if left and left[1] - left[0] == 1 and doc.low[left[0]] in table.phrases:
        left = None  # "Según declaró el gerente"
    left = _without_day(doc, left) if left else None
    right = subject_after(doc, finite, last)
    if right and finite != cue and right[1] > cue:
        right = (right[0], cue) if right[0] < cue else None  # "hatte gestern erklärt": nothing but adverbs
    right = _without_addressee(doc, right, doc.low[cue]) if right and table.code == "ru" else right
    if right and table.code == "ru" and right[1] - right[0] == 1 and doc.low[right[0]].endswith("о") and left:
        right = None  # an adverb: "Лосев ответил коротко"
    if right and (_is_spoken_of(doc, right) or _is_spoken_to(doc, right, doc.low[cue])):
        right = None
    if left and not table.verb_first and not _is_adverbial(doc, left):
        asked = (
            doc.low[cue] in table.asks and doc.low[left[0]] in table.articles
        )  # "Der Reporter fragte Ada Moos"
        by_right = right and table.noun_capitals and not asked and outranks(doc, right, left)
        return right if by_right else left
    if right and doc.low[right[0]] in table.impersonal:
        right = _after_preposition(doc, right[1], last) or left or right
    if right is None and left and doc.low[left[0]] in (table.links | table.stops) - table.articles:
        return left if _is_noble(doc, left) else _name_at_end(doc, left, cue)
    return right or left or _late_name(doc, cue, last)


def _without_day(doc: Doc, phrase: TokenSpan) -> TokenSpan | None:
    """What is left of a phrase before a verb behind its day: nothing of "El lunes por la noche"."""
    table, (first, last) = doc.language, phrase
    opens = doc.low[first] in table.articles | table.links
    day = first + (opens and last < len(doc.raw))
    if doc.low[day] not in table.days or doc.is_name(day) or table.noun_capitals:
        return phrase
    return None if day + 1 >= last or doc.low[day + 1] in table.links else (day + 1, last)


def is_titled(doc: Doc, i: int) -> bool:
    """Whether a word that may be a verb of saying is what somebody is: "la juge"."""
    return doc.low[i] in doc.language.titles and doc.low[i - 1] in doc.language.articles


def _earlier_subject(doc: Doc, cue: int, first: int) -> TokenSpan | None:
    """The subject of the clause before a verb that opens its own, where that speaks: 工会批评孙志刚，称他“不管”."""
    if doc.raw[cue - 1] not in "，," or any(region >= 0 for region in doc.region[first:cue]):
        return None
    verb = next((i for i in range(cue - 2, first, -1) if doc.low[i] in doc.language.say), -1)
    return subject_before(doc, verb, first) if verb > first else None


def _late_name(doc: Doc, cue: int, last: int) -> TokenSpan | None:
    """The full name behind a verb and how or where it is said: "resume en conversación telefónica Débora Salinas"."""
    table = doc.language
    opens, noun = [*doc.low[cue + 1 : cue + 3], "", ""][:2]
    manner = (
        opens in WITH and noun not in table.articles and noun.islower()
    )  # "bromea con amargura Chepe Lima"
    if not table.spoken_dash or not (manner or opens in LATE_OPENS):
        return None
    for i in range(cue + 2, min(last - 1, cue + LATE)):
        if not doc.raw[i - 1][0].isalnum() or doc.region[i] >= 0:
            return None
        if (
            doc.is_name(i)
            and is_given(doc.raw[i])
            and doc.is_name(i + 1)
            and doc.low[i - 1] not in table.links
        ):
            return phrase_after(doc, i, last)
    return None


def _turns(doc: Doc, cue: int, first: int, last: int) -> bool:
    """Whether the one who speaks is no subject of the verb: in a passive, where somebody is cited, of an infinitive."""
    table = doc.language
    if table.noun_capitals:
        cites = doc.low[cue] in CITES and citing(doc, first, last) == cue
        return cites or (cue > first and doc.low[cue - 1] == "zu")
    passive = any(low in table.passives for low in doc.low[max(first, cue - 2) : cue])
    return passive or (table.verb_first and doc.low[cue] in SAID | SAYING)


def _turned(doc: Doc, cue: int, first: int, last: int) -> TokenSpan | None:
    """Who speaks where that is no subject of the verb."""
    table = doc.language
    if table.noun_capitals:
        cites = doc.low[cue] in CITES  # else "Moos versuchte mit den Worten zu beruhigen"
        return cited_one(doc, cue, first, last) if cites else subject_of(doc, first, cue)
    if table.verb_first and doc.low[cue] in SAYING:
        return phrase_after(doc, first + 1, cue)
    if table.verb_first:
        begin = next((i for i in range(cue - 1, first, -1) if doc.low[i] == FROM), cue - 1)
        return phrase_after(doc, begin + 1, cue)  # "ونقلت الصحيفة عن ليلى الشامي قولها"
    by = cue + 1 < last and doc.low[cue + 1] in table.agents
    return phrase_after(doc, cue + 2, last) if by else None  # "fue explicado por Ada Prado"


def _is_spoken_of(doc: Doc, phrase: TokenSpan) -> bool:
    """Whether a phrase after a verb opens with a preposition: "dijeron del capataz Odén", not "disse da Silva"."""
    first, last = phrase
    if doc.low[first] in WITH:
        return True
    preposition = doc.language.elisions or doc.language.spoken_dash
    opens = doc.low[first] in doc.language.particles - doc.language.articles and doc.raw[first].islower()
    noun = last - first > 1 and not doc.is_name(first + 1) and doc.low[first + 1] not in doc.language.articles
    return bool(preposition) and opens and noun  # but "résume d’une voix lasse Rachid Odin"


def _without_addressee(doc: Doc, phrase: TokenSpan, verb: str) -> TokenSpan | None:
    """What is left of a Russian phrase after a full name in the dative; None where nothing is.

    "сказал Аде Моховой директор" is the director's; of "сказали Аде Моховой" nobody knows whose it is.
    """
    first, last = phrase
    last = next((k for k in range(first + 1, last) if doc.low[k] in ADDRESSED), last)
    end = first
    while end < last and doc.is_name(end):
        end += 1
    if end != first + 2 or not is_oblique(tuple(doc.raw[first:end]), verb, ""):
        return first, last
    return (end, last) if end < last else None


def _is_spoken_to(doc: Doc, phrase: TokenSpan, verb: str) -> bool:
    """Whether several speak to the one who is named after their verb: "disseram a Ada Prado", where "a" may be "the"."""
    first, last = phrase
    table = doc.language
    to = doc.low[first] in table.addressed & table.articles and first + 1 < last and doc.is_name(first + 1)
    others = any(doc.low[k] == "e" for k in range(first, min(last + 1, len(doc.low))))
    return to and verb.endswith(PLURAL) and not others


def _is_noble(doc: Doc, phrase: TokenSpan) -> bool:
    """Whether a phrase is a name that opens a sentence with its particles: "Von der Moos"."""
    return phrase[1] - phrase[0] > 2 and all(doc.low[phrase[0] + k] in doc.language.particles for k in (0, 1))


def _name_at_end(doc: Doc, phrase: TokenSpan, cue: int) -> TokenSpan | None:
    """The full name between an adverbial and its verb, where there are no articles: "В письме Ада Мохова пишет"."""
    first, last = phrase
    begin = last
    while begin > first and doc.is_name(begin - 1):
        begin -= 1
    full = last - begin > 1 and last == cue and not doc.language.articles and begin > first
    oblique = full and is_oblique(tuple(doc.raw[begin:last]), doc.low[cue], "")
    return (begin, last) if full and not oblique else None


def _auxiliary(doc: Doc, cue: int, first: int) -> int:
    """The auxiliary that opens the verb of which `cue` is the last part, else `cue`."""
    for i in range(cue - 1, max(first, cue - 14) - 1, -1):
        if doc.low[i] in doc.language.auxiliaries:
            return i
        if doc.raw[i] in ",:;" or doc.region[i] >= 0:
            break
    return cue


def _is_adverbial(doc: Doc, phrase: TokenSpan) -> bool:
    first, last = phrase
    table, low = doc.language, doc.low
    if low[first] in (table.links | table.stops) - table.articles:
        return True
    if table.noun_capitals and low[first] in table.phrases:
        return True  # "Laut Ada Moos sagte Tom Rau: ..."
    alone = last - first == 1 and low[first] in table.adverbs
    return alone or (doc.is_name(first) and low[first].endswith(table.adverb_endings))


def _after_preposition(doc: Doc, i: int, last: int) -> TokenSpan | None:
    """ "heißt es in dem Schreiben": the phrase after the preposition."""
    while i + 1 < last and doc.low[i] in doc.language.adverbs | doc.language.skips:
        i += 1
    return phrase_after(doc, i + 1, last) if i + 1 < last and doc.low[i] in doc.language.links else None
