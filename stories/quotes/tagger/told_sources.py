"""Sources that run over a verb, where the rest of a clause was taken for who speaks: "Moss looked up and said"."""

from stories.quotes.grammar.phrases import abbreviates, subject_before
from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc, TokenSpan
from stories.quotes.tagger.token_features import FINITE, TokenFeatures

SUBJECTS = words("he she they we i")
JOINS = frozenset(("but", "and", "yet", "so", "or"))  # words of the reporter before what was said
ONESELF = words("himself herself themselves ourselves myself who , . ( all both")
GOVERNED = words(  # behind a word in -ed that is a verb: "combed through", "furrowed his brow", not "elected officials"
    """the a an his her its their this that these to through from on in at into with out up down off over about for
    everyone everybody him them by"""
)
OPEN_ENDED = words("the a an his its her their my your our any every no by of in on at with for from as")
NO_ONE = words("you meanwhile instead however perhaps together then still moreover also sometimes ever")
TURNS = 3  # verbs that are gone back over


def teller(
    tokens: TokenFeatures, source: TokenSpan | None, cue: int, first: int, verbs: frozenset[int]
) -> TokenSpan | None:
    """Who speaks at `cue` by a source before it that may run over verbs: "Moss" of "Moss looked up, frowned and said"."""
    doc = tokens.doc
    if source and source[1] - source[0] == 1 and doc.low[source[0]] in doc.language.days:
        source = subject_before(doc, cue, first)  # "Moss, a miller, said Sunday"
    for _ in range(TURNS):
        if source is None or source[1] > cue:
            return source
        begins = _opens_with_verb(tokens, source, first, verbs)
        before = subject_before(doc, source[0], first) if begins else None
        found = before or _before_verb(tokens, source, verbs)
        if found == source:
            break
        source = found
    if source and source[1] - source[0] == 1 and doc.low[source[0]] in NO_ONE:
        return _after_comma(doc, source[1], cue)  # "Meanwhile, it attacked Moss, saying"; "you know"
    return source


def _after_comma(doc: Doc, comma: int, cue: int) -> TokenSpan | None:
    """The pronoun or the full name behind a comma."""
    begin = comma + 1
    if begin < cue and doc.raw[comma] == "," and doc.low[begin] in SUBJECTS | {"it"}:
        return begin, begin + 1
    end = begin
    while doc.raw[comma] == "," and end < cue and (doc.is_name(end) or abbreviates(doc, end)):
        end += 1
    return (begin, end) if end > begin + 1 else None


def _opens_with_verb(tokens: TokenFeatures, source: TokenSpan, first: int, verbs: frozenset[int]) -> bool:
    """Whether a source is what a verb behind a comma governs: "Moss, a miller, combed through the files and"."""
    doc, (begin, last) = tokens.doc, source
    if last - begin < 2 or begin <= first or doc.raw[begin - 1] != "," or not doc.raw[begin].islower():
        return False
    if doc.low[begin] in doc.language.links and last < len(doc.raw) and doc.raw[last] == ",":
        return True  # "Moss, at a meeting in Ebbing, Ohio, said"
    return doc.low[begin + 1] in GOVERNED and (tokens.word[begin] in verbs or doc.low[begin].endswith("ed"))


def ends_with_verb(doc: Doc, first: int, last: int) -> bool:
    """Whether a source takes in its verb of saying: “...,” witness Ada Moss testified."""
    name = doc.is_name(last - 2) and not doc.raw[last - 2].endswith(("’s", "'s"))
    return last - first > 1 and name and doc.low[last - 1] in doc.language.say


def is_open(doc: Doc, source: TokenSpan, cue: int) -> bool:
    """Whether a source breaks off before its noun: "stripping out a", "line by"."""
    first, last = source
    nominal = doc.low[first] in doc.language.articles or (
        doc.is_name(first) and doc.low[first] not in doc.language.links | JOINS
    )
    open_ended = doc.low[last - 1] in OPEN_ENDED and not doc.is_name(last - 1)
    return last <= cue and last - first > 1 and open_ended and not nominal


def _before_verb(tokens: TokenFeatures, source: TokenSpan, verbs: frozenset[int]) -> TokenSpan:
    """The name or pronoun that opens a source which runs over another verb: "Moss" of "Moss looked up and said"."""
    doc = tokens.doc
    begin, last = source
    if last - begin > 1 and doc.low[begin] in SUBJECTS and doc.low[begin + 1] not in JOINS | ONESELF:
        return begin, begin + 1  # "She brought it down, but said"
    end = begin
    while end < last - 1 and (doc.is_name(end) or abbreviates(doc, end)):
        end += 1
    verb = (
        begin < end and doc.raw[end].islower() and (tokens.kind[end] in FINITE or tokens.word[end] in verbs)
    )
    joined = doc.low[last - 1] in JOINS
    far = end < last - 2  # "Moss reached for a word to"; in "Moss refuted the" the verb belongs to the cue
    led = far and doc.low[last - 1] in OPEN_ENDED | {"to"} and doc.low[end].endswith("ed")
    return (begin, end) if end > begin and (joined or verb or led) else source
