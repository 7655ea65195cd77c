"""Titles of shows, books and songs, which nobody says: on “Meet the Press,” in his book, “The Salt Road,”."""

from stories.quotes.drafts import Draft
from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc

LONGEST = 9  # words of a title
SMALL = words(
    "a an the of in on at by for with from and or to as is vs &"
)  # words of a title without capitals
BEFORE = words(
    """of on to in show shows book program programme film movie novel song album series episode column magazine memoir
    documentary play essay poem opera musical ballad hymn anthem painting exhibition podcast"""
)
WORKS = BEFORE - words("of on to in")
ARTICLES = words("the a an his her their its my our this that")
APPOSED = 3  # words of what a work is behind its title: “A Road of Salt,” the old song


def without_titles(doc: Doc, draft: Draft) -> Draft | None:
    """The same attribution without the pieces that are a title alone; None where none is left."""
    kept = [(a, b) for a, b in draft.pieces if not (_ends_with_title(doc, a, b, draft.cue))]
    if not kept:
        return None
    draft.pieces = kept
    return draft


def _ends_with_title(doc: Doc, first: int, last: int, cue: tuple[int, int] | None) -> bool:
    """Whether a piece is a title, or leads to one before its cue: "In his book, “The Salt Road,” Moss said"."""
    q = last - 1
    ahead = cue is None or last <= cue[0]
    alone = first == q or (ahead and all(doc.region[i] < 0 for i in range(first, q)))
    return doc.region[q] >= 0 and alone and is_title(doc, q)


def names_work(doc: Doc, q: int, first: int) -> bool:
    """Whether a quotation of the sentence from token `first` on is a title by the noun of a work beside it.

    Outside English any words are: "Ihr zweiter Roman, „Das Salzbuch“, wurde gelobt".
    """
    if doc.language.code == "en":
        return is_title(doc, q)
    noun = q - 1 - (doc.raw[q - 1] == "," and q > first + 1)
    return noun >= first and doc.low[noun] in doc.language.works


def is_title(doc: Doc, q: int) -> bool:
    """Whether an English quotation is written as the name of a work, beside a word that stands at one."""
    before = q - 1 - (doc.raw[q - 1] == ",")
    told = before >= 0 and (doc.low[before] in BEFORE or doc.raw[before].endswith(("’s", "'s")))
    return (told or _is_work_behind(doc, q)) and _is_capital(doc, q)


def _is_work_behind(doc: Doc, q: int) -> bool:
    """Whether what follows a quotation tells that it is a work: “A Road of Salt,” the old song."""
    behind = doc.low[q + 1 : q + 2 + APPOSED]
    return bool(behind) and behind[0] in ARTICLES and not WORKS.isdisjoint(behind)


def _is_capital(doc: Doc, q: int) -> bool:
    """Whether the words between the marks have capitals as those of a title have, and no stop ends them."""
    region = doc.regions[doc.region[q]]
    said = doc.text[region.start : region.end].strip()
    parts = said.rstrip(",").split()
    return (
        1 < len(parts) <= LONGEST
        and said[-1] not in ".!?…"
        and parts[0][0].isupper()
        and all(not part[0].islower() or part in SMALL for part in parts)
    )
