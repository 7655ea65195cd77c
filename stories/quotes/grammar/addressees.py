"""Who is told, quoted, or tells of a speech, in English: the words beside the quotation name who speaks."""

from stories.quotes.drafts import Draft
from stories.quotes.grammar.phrases import phrase_before, subject_after, subject_before
from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc, TokenSpan

BEING = words("is are was were been being has have had")
ACCORDING = ["according", "to"]
REACH = 6  # tokens from a quotation to the verb beside it
QUOTED_AS = ["quoted", "as"]


def names_addressee(doc: Doc, first: int, cue: int) -> bool:
    """Whether a source stands where the one who is told does: “...,” a guard, who was there, told Ann Moss."""
    return doc.low[cue] == "told" and first == cue + 1


def is_quoted(doc: Doc, cue: int) -> bool:
    """Whether the verb is that of somebody who is quoted: "a guard is quoted as saying by the Post"."""
    return doc.low[cue : cue + 2] == QUOTED_AS


def take_speaker(doc: Doc, draft: Draft, cue: int) -> bool:
    """Give a quotation to who speaks beside it, not to who tells of it: “...,” Moss told the court, according to Reed."""
    begin, last = draft.pieces[0]
    quoted = [i for i in range(begin, min(last, cue)) if doc.region[i] >= 0]
    if doc.low[cue : cue + 2] != ACCORDING or not quoted:
        return False
    after = quoted[-1] + 1
    for verb in range(after, min(last, after + REACH)):
        if doc.low[verb] in doc.language.say:
            source = subject_before(doc, verb, after) or subject_after(doc, verb, last)
            draft.source, draft.cue, draft.pieces = source, (verb, verb + 1), [(begin, after)]
            return True
    return False


def give_back(doc: Doc, draft: Draft, begin: int, cue: int) -> None:
    """Name whom the words before the cue name, and leave to the content no word beside the quotations before it.

    begin: the first token of the sentence.
    """
    quoted = [i for a, b in draft.pieces for i in range(a, b) if doc.region[i] >= 0 and i < cue]
    draft.source = _behind(doc, quoted[-1] + 1, cue) if quoted else _before(doc, cue, begin)
    if quoted:
        draft.pieces = [(i, i + 1) for i in quoted] + [piece for piece in draft.pieces if piece[0] > cue]


def _behind(doc: Doc, first: int, cue: int) -> TokenSpan | None:
    """The phrase that follows a quotation, up to what is said of it or done to it."""
    while first < cue and not doc.raw[first][0].isalnum():
        first += 1
    ends = (i for i in range(first, cue) if doc.raw[i] == "," or doc.low[i] in BEING)
    last = next(ends, cue)
    return (first, last) if last > first else None


def _before(doc: Doc, cue: int, begin: int) -> TokenSpan | None:
    last = cue
    while last > begin and doc.low[last - 1] in BEING:
        last -= 1
    return phrase_before(doc, last, begin)
