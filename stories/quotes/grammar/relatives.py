"""Relative clauses before a cue: "The body that grants it said", where the body speaks, and not "it"."""

from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc

MAX_CLAUSE_TOKENS = 14  # tokens of a relative clause before its cue
MAX_NOUN_TOKENS = 6  # tokens from the article of a noun phrase to its relative pronoun
ENGLISH_VERBS = words(
    """has had have is was are were will would does did do can could may might must bought brought built came cut dug
    fed flew found fought gave got grew held hit kept knew led left lent let lost made met paid put ran said saw sent
    shot shut sold spent spoke stood struck taught took told went won wrote"""
)
PLURALS = words("this its his ours theirs")
SUBJECTS = words("i he she we they")  # at the end of a clause they speak themselves
OTHER_CLAUSES = words("when where because if while before after")
TO = words("a à")  # before a relative pronoun in Romance languages
TIMES = words(
    "time fact day way news idea moment year point reason place chance hope"
)  # nouns that "that" explains


def relative_pronoun(doc: Doc, first: int, last: int) -> int:
    """The token of the relative pronoun whose clause runs from there to token `last`; -1 where there is none."""
    if doc.language.relatives.isdisjoint(doc.low[max(first, last - MAX_CLAUSE_TOKENS) : max(last, 0)]):
        return -1
    english = doc.language.code == "en"
    if english and not _may_end(doc, last):
        return -1
    for i in range(last - 1, max(first, last - MAX_CLAUSE_TOKENS) - 1, -1):
        if doc.region[i] >= 0 or not doc.raw[i][0].isalnum() or doc.low[i] in OTHER_CLAUSES:
            return -1
        if doc.low[i] in doc.language.relatives:
            article = article_of(doc, i, first)
            clause = article >= 0 and i + 2 < last
            return i if clause and (_has_verb(doc, i) if english else _opens(doc, article, first)) else -1
    return -1


def _may_end(doc: Doc, last: int) -> bool:
    """Whether a clause may end before token `last`, and a finite verb of the noun stand there."""
    table = doc.language
    following = doc.raw[last] if last < len(doc.raw) else ""
    word = doc.low[last - 1]
    open_ended = word in SUBJECTS or word in table.links or word in table.articles or word == "this"
    return not open_ended and not following.endswith("ing") and not following[:1].isupper()


def article_of(doc: Doc, i: int, first: int) -> int:
    """The token of the article of the noun phrase that ends before token `i`; -1 where none does."""
    table = doc.language
    for k in range(i - 2, max(first, i - MAX_NOUN_TOKENS) - 1, -1):
        word = doc.low[k + 1]
        noun = doc.raw[k + 1][0].isalnum() and word not in table.breaks and word not in table.subjects
        if not noun or (word in table.say | table.think and doc.low[k] not in table.articles):
            return -1
        if doc.low[k] in table.articles:
            return k
    return -1


def _has_verb(doc: Doc, pronoun: int) -> bool:
    """Whether the word after the pronoun is a verb: "that runs the port", not "that many officials said"."""
    table, verb, after = doc.language, doc.low[pronoun + 1], doc.low[pronoun + 2]
    if not doc.raw[pronoun + 1].islower() or verb in PLURALS:
        return False
    if verb in ENGLISH_VERBS or verb.endswith("ed"):
        return True
    governs = after in table.articles | table.he | table.she | table.they | {"it"} or doc.is_name(pronoun + 2)
    return verb.endswith("s") and (governs or doc.low[pronoun - 1] not in TIMES)


def _opens(doc: Doc, article: int, first: int) -> bool:
    """Whether a noun phrase opens its clause, so that a verb must follow what hangs on it."""
    return article == first or doc.raw[article - 1] in ",;" or doc.region[article - 1] >= 0


def is_object(doc: Doc, i: int) -> bool:
    """Whether a relative pronoun is whom something is told or done to: "a quien Carlos Odén llamó «mentirosa»"."""
    table = doc.language
    return bool(table.spoken_dash) and i > 0 and doc.low[i] in table.who and doc.low[i - 1] in TO


def clause_before(doc: Doc, i: int) -> int:
    """The comma before a relative pronoun right before token `i`: of "Ada Prado, que trabajó"; -1 where there is none."""
    table = doc.language
    relative = i > 1 and table.spoken_dash and doc.low[i - 1] in table.relatives | table.who
    return i - 2 if relative and doc.raw[i - 2] == "," else -1
