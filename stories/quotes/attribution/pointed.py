"""Whose a quotation is by the sentence after it: "Those are the words of Ada Moss"."""

from stories.quotes.grammar.phrases import phrase_after
from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc, TokenSpan

POINTING = words("those these that this such")
BE = words("is are was were")
WORDS_OF = (
    ("words", "of"),
    ("what",),
    ("how",),
)  # "Those are the words of Moss", "That is how Moss tells it"


def pointed_at(doc: Doc, number: int) -> TokenSpan | None:
    """The one whom the sentence after a quotation names for it: "Those are the words of Ada Moss"."""
    if number + 1 == len(doc.sentences):
        return None
    first, last = doc.sentences[number + 1]
    begin = _after_pointer(doc.low[first:last])
    named = phrase_after(doc, first + begin, last) if begin else None
    return _name(doc, named) if named else None


def _after_pointer(low: list[str]) -> int:
    """The number of the word where the name begins in a sentence that points at a quotation; 0 where none does."""
    if low[0] == "so" and low[1:2] in (["says"], ["said"]):
        return 2
    words_by = low[1:2] == ["words"] and low[2:3] in (["are"], ["were"]) and "by" in low[3:5]
    if low[0] in POINTING and words_by:
        return low.index("by") + 1  # "These words were spoken by Ada Moss"
    if low[:2] == ["the", "speaker"] and low[2:3] in (["is"], ["was"]):
        return 3
    if low[0] not in POINTING or low[1:2] not in ([verb] for verb in BE):
        return 0
    begin = 2 + (low[2:3] == ["the"])
    return next((begin + len(one) for one in WORDS_OF if tuple(low[begin : begin + len(one)]) == one), 0)


def _name(doc: Doc, phrase: TokenSpan) -> TokenSpan | None:
    """The phrase up to the verb or the clause after its name: "Hettie Marl" of "Hettie Marl told it"."""
    first, last = phrase
    names = [i for i in range(first, last) if doc.is_name(i)]
    return (first, names[-1] + 1) if names else None
