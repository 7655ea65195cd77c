"""Titles of shows, books and songs, which nobody says, in English: on “Meet the Press,” in his book, “The Salt Road,”."""

from stories.quotes.drafts import Draft
from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc

LONGEST = 9  # words of a title
SMALL = words(
    "a an the of in on at by for with from and or to as is vs &"
)  # words of a title without capitals
BEFORE = words(
    """of on to in show shows book program programme film movie novel song album series episode column magazine memoir
    documentary play essay"""
)


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


def is_title(doc: Doc, q: int) -> bool:
    """Whether a quotation is written as the name of a work, behind a word that stands before one."""
    before = q - 1 - (doc.raw[q - 1] == ",")
    if before < 0 or not (doc.low[before] in BEFORE or doc.raw[before].endswith(("’s", "'s"))):
        return False
    region = doc.regions[doc.region[q]]
    said = doc.text[region.start : region.end].strip()
    parts = said.rstrip(",").split()
    return (
        1 < len(parts) <= LONGEST
        and said[-1] not in ".!?…"
        and parts[0][0].isupper()
        and all(not part[0].islower() or part in SMALL for part in parts)
    )
