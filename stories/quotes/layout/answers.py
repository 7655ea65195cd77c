"""Quotations that are an answer of somebody who is not named: “No,” came the reply."""

from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc

ANSWERS = words("answer reply response retort rejoinder riposte")
ANSWER_WORDS = 5  # of "was the curt official reply"


def is_answer(doc: Doc, number: int, token: int) -> bool:
    """Whether a quotation is what somebody answered who is not named: “No,” came the reply. The answer was: “No.”"""
    first, last = doc.sentences[number]
    begin = token + 1 + (doc.raw[token + 1 : token + 2] == [","])
    after = doc.low[begin : min(last, begin + ANSWER_WORDS)]
    if after[:1] and after[0] in ("was", "is", "came") and after[1:2] and after[1] in ("the", "an", "a"):
        return any(low in ANSWERS for low in after)
    opens = doc.low[first] in ("the", "an", "a", "his", "her", "their", "its")
    return opens and doc.low[first + 1] in ANSWERS and token > first + 1
