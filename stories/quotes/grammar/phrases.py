"""Noun phrases beside a cue: who is named as the one who speaks."""

from stories.quotes.grammar.relatives import clause_before, is_object, relative_pronoun
from stories.quotes.languages import words
from stories.quotes.layout.doc import QUOTATION, Doc, TokenSpan, is_initial
from stories.quotes.names.name_words import is_given

CITES = words("援引 引述 引用")
OWNS = "的"  # makes a pronoun of what it stands before in Chinese: 她的丈夫
MAX_SOURCE_TOKENS = 24  # tokens of a source
# What joins a clause of somebody else behind a comma
JOINTS = words("und aber während y e pero mientras et mais tandis mas enquanto и а но")
VERBAL = ("t", "te", "ten")  # endings of German finite verbs
ANOTHERS = words("die das den ein einen eine sich")  # no genitives in German: another phrase begins with them
INNER = frozenset("-–’'&/$%#@·")


def subject_before(doc: Doc, cue: int, first: int) -> TokenSpan | None:
    """The phrase that ends before the token `cue` and begins no earlier than `first`."""
    last = cue
    table = doc.language
    while last > first and (doc.low[last - 1] in table.helpers or doc.low[last - 1].endswith("ly")):
        if doc.is_name(last - 1) and last - 1 > first:
            break
        last -= 1
    if table.spoken_dash and last - 1 > first and doc.low[last - 1] in table.articles:
        last -= 1  # a pronoun: "Abel Soto la calificó de «fantasía»", "Ada Mousse les a traités de « rats »"
    if last <= first:
        return None
    if doc.raw[last - 1] == ",":
        return _with_apposition(doc, last, first)
    if doc.raw[last - 1] == ")":
        return _with_brackets(doc, last, first)
    phrase = _phrase_left(doc, last, first)
    return _trimmed(doc, phrase) if phrase and table.trims else phrase


def _trimmed(doc: Doc, phrase: TokenSpan) -> TokenSpan:
    """A phrase up to the words of time and place that follow it without a space."""
    first, last = phrase
    while first + 1 < last and len(doc.low[first]) > 1 and doc.low[first] in doc.language.helpers:
        first += 1  # 当时在三楼的黄丽珠
    if doc.low[first] in doc.language.stops:  # 在厂里干了二十年的李海生: the name after what is said of it
        first = max((i + 1 for i in range(first, last - 1) if doc.low[i] == "的"), default=first)
    led = next((i + 2 for i in range(first, last - 3) if doc.low[i] + doc.low[i + 1] in CITES), first)
    if led > first and doc.low[last - 2 : last] == ["的", "话"]:
        first, last = led, last - 2  # 报道援引王丽娟的话说
    ends = (i for i in range(first + 1, last) if doc.low[i] in doc.language.trims or doc.raw[i].isdigit())
    return first, next(ends, last)


def _with_apposition(doc: Doc, last: int, first: int) -> TokenSpan | None:
    """ "Ada Moss, a printer in Leeds, said": the phrase before the apposition, together with it."""
    for comma in range(last - 2, max(first, last - MAX_SOURCE_TOKENS) - 1, -1):
        if doc.raw[comma] == "," and _opens_apposition(doc, comma + 1, last - 1):
            head = _phrase_left(doc, comma, first)
            if head and (clause := clause_before(doc, head[0])) > first:
                return _with_apposition(doc, clause + 1, first) or _phrase_left(doc, clause, first)
            if head and doc.raw[head[0]].isdigit() and head[1] == head[0] + 1 and head[0] - 1 > first:
                head = _phrase_left(doc, head[0] - 1, first)  # "Ada Moss, 63, a printer, said"
            return (head[0], last - 1) if head else None
        if doc.region[comma] >= 0:
            return None
    return None


def _opens_apposition(doc: Doc, i: int, last: int) -> bool:
    word = doc.low[i]
    table = doc.language
    if i >= last:
        return False
    return (
        word in table.articles
        or word in table.who
        or word[0].isdigit()
        or doc.raw[i][0].islower()
        or last - i <= (10 if table.noun_capitals else 4)
    )


def _with_brackets(doc: Doc, last: int, first: int) -> TokenSpan | None:
    for i in range(last - 2, max(first, last - 12) - 1, -1):
        if doc.raw[i] == "(":
            head = _phrase_left(doc, i, first)
            return (head[0], last) if head else None
    return None


def _phrase_left(doc: Doc, last: int, first: int) -> TokenSpan | None:
    """The phrase that ends before token `last`."""
    table = doc.language
    pronoun = relative_pronoun(doc, first, last)
    begin = pronoun if pronoun >= 0 else last  # "The body that grants it said"
    floor = max(first, last - MAX_SOURCE_TOKENS)
    while begin > floor:
        word, raw = doc.low[begin - 1], doc.raw[begin - 1]
        if doc.region[begin - 1] >= 0 or (
            not raw[0].isalnum() and raw not in INNER and not abbreviates(doc, begin - 1)
        ):
            break
        if word in table.breaks or is_object(doc, begin - 1):
            break
        begin -= 1
        if word in table.subjects and doc.low[begin + 1 : begin + 2] != [OWNS]:
            return begin, begin + 1
    while begin < last and (doc.low[begin] in table.leads or doc.low[begin].endswith("ly")):
        begin += 1
    return (begin, last) if begin < last else None


def abbreviates(doc: Doc, i: int) -> bool:
    return doc.raw[i] == "." and (doc.low[i - 1] in doc.language.abbreviations or is_initial(doc.raw[i - 1]))


def subject_after(doc: Doc, cue: int, last: int) -> TokenSpan | None:
    """The phrase that begins after token `cue`, with an apposition that closes the clause."""
    table = doc.language
    begin = cue + 1
    while begin < last and doc.low[begin] in table.skips:
        begin += 1
    if begin >= last or doc.region[begin] >= 0 or not doc.raw[begin][0].isalnum():
        return None
    if doc.low[begin] in table.stops:
        return None  # "said in an interview"
    if table.noun_capitals and doc.low[begin] in table.subjects:
        return begin, begin + 1
    if _is_pronoun_alone(doc, begin, last):
        return begin, begin + 1
    if table.noun_capitals and not _begins_noun(doc, begin):
        return None
    end = _phrase_right(doc, begin, last)
    if end > begin and end + 1 < last and doc.raw[end] == ",":
        end = _after_apposition(doc, end, last)
    return (begin, end) if end > begin else None


def _is_pronoun_alone(doc: Doc, i: int, last: int) -> bool:
    """Whether token `i` is a pronoun of a person, and no noun follows that it would stand before."""
    table, word = doc.language, doc.low[i]
    if not (word in table.he or word in table.she or word in table.they):
        return False
    following = doc.low[i + 1] if i + 1 < last else "."
    if not following[0].isalnum() or following == QUOTATION:
        return True
    return following in table.breaks or following in table.helpers


def _after_apposition(doc: Doc, comma: int, last: int) -> int:
    """The end of the apposition after a comma, and after an age, where it closes the clause; else the comma."""
    end = comma
    if doc.raw[end + 1].isdigit() and end + 3 < last and doc.raw[end + 2] == ",":
        end += 2
    stop = _phrase_right(doc, end + 1, last)
    if doc.language.code != "en" and _is_clause(doc, end + 1, stop):
        return comma
    while stop < last and doc.low[stop] in doc.language.who:
        stop = _phrase_right(doc, stop + 1, last)
    closes = stop >= last - 1 or (doc.region[stop] < 0 and not doc.raw[stop][0].isalnum())
    return stop if closes and _opens_apposition(doc, end + 1, stop) else end


def _is_clause(doc: Doc, first: int, last: int) -> bool:
    """Whether what follows a comma is no apposition: "sagt Moos, und ihre Kollegin Lind ergänzt", "..., er sei krank"."""
    table = doc.language
    if first < last and (
        doc.low[first] in table.negations or not table.subjunctives.isdisjoint(doc.low[first:last])
    ):
        return True
    joined = first < last and doc.low[first] in JOINTS
    return joined and any(doc.low[i] in table.say for i in range(first + 1, last))


def _begins_noun(doc: Doc, i: int) -> bool:
    """Whether a noun phrase of a language with capital nouns begins at token `i`."""
    table, word = doc.language, doc.low[i]
    return doc.is_name(i) or word in table.articles or word in table.subjects or word in table.she


def phrase_before(doc: Doc, last: int, first: int) -> TokenSpan | None:
    """The phrase that ends before token `last`."""
    return _phrase_left(doc, last, first) if last > first else None


def phrase_after(doc: Doc, begin: int, last: int) -> TokenSpan | None:
    """The phrase that begins at token `begin`, if one does."""
    if begin >= last or doc.region[begin] >= 0 or not doc.raw[begin][0].isalnum():
        return None
    end = _phrase_right(doc, begin, last)
    return (begin, end) if end > begin else None


def _phrase_right(doc: Doc, begin: int, last: int) -> int:
    table = doc.language
    end = begin
    while end < min(last, begin + MAX_SOURCE_TOKENS):
        word, raw = doc.low[end], doc.raw[end]
        if doc.region[end] >= 0 or (not raw[0].isalnum() and raw not in INNER and not abbreviates(doc, end)):
            break
        if word in table.breaks or (word in table.stops and end > begin):
            break
        if table.noun_capitals and _begins_another(doc, begin, end):
            break
        end += 1
    while end > begin and not doc.raw[end - 1][0].isalnum() and not abbreviates(doc, end - 1):
        end -= 1
    return end


def _begins_another(doc: Doc, begin: int, i: int) -> bool:
    """Whether another phrase begins at token `i` behind a name: "rief Ada Moos Tom Rau zu", "nannte Ada Moos die"."""
    if i < begin + 1 or i + 1 >= len(doc.raw) or not doc.is_name(i - 1):
        return False
    if _is_finite(doc, i) or (doc.low[i] == "und" and _is_verb(doc, i + 1)):
        return True  # "sagte Ada Moos und fügte hinzu: „...“", "sagt Ada Moos und lacht"
    if i < begin + 2:
        return False
    if doc.low[i] in ANOTHERS:
        return doc.is_name(i - 2)
    return is_given(doc.raw[i - 2], whole=True) and is_given(doc.raw[i]) and doc.is_name(i + 1)


def _is_verb(doc: Doc, i: int) -> bool:
    """Whether a German word behind "und" is a verb of the same subject."""
    table, low = doc.language, doc.low[i]
    alone = i + 1 >= len(doc.raw) or not doc.is_name(i + 1)
    return low in table.say or (
        doc.raw[i].islower() and low.endswith(VERBAL) and low not in table.closed and alone
    )


def _is_finite(doc: Doc, i: int) -> bool:
    """Whether a German verb stands between a name and another phrase: "nach Angaben der FAZ nimmt die Stadt"."""
    table, low = doc.language, doc.low[i]
    if i + 1 >= len(doc.raw) or not doc.raw[i].islower() or low in table.closed | table.stops | table.adverbs:
        return False
    follows = doc.low[i + 1] in table.articles | table.subjects | table.datives
    return follows and low.endswith(VERBAL)
