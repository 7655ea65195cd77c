"""What may be chosen: the tokens where a content can begin and end, and the phrases that can be its source."""

from collections.abc import Sequence

from stories.quotes.grammar.phrases import abbreviates, phrase_after, subject_after, subject_before
from stories.quotes.layout.doc import Doc, TokenSpan
from stories.quotes.tagger.token_features import TokenFeatures
from stories.quotes.tagger.wordclass import MARKS, NAME, OTHER, QUOTED, REPORTING

VERBAL = (51, 53, 54, 57, 58)  # classes of the words that may be finite verbs
CONTENT_REACH = 16  # tokens after a cue in which its content begins
MAX_CONTENT_TOKENS = 90  # tokens of a content
ENDS = 40  # tokens where a content may end, before the end of its sentence
NOMINAL = frozenset((1, 2, 3, 4, 16, 19, NAME, 42, 54, 55, 56, 58))  # classes that a noun phrase holds
OPEN = 50  # classes from here on are words of the open classes


def cue_candidates(tokens: TokenFeatures, first: int, last: int, cues: frozenset[int]) -> list[int]:
    """The tokens of a sentence that may be cues: known words, and unknown ones beside a name after speech."""
    kind, stem = tokens.kind, tokens.stem
    found = []
    quoted = -9
    for i in range(first, last):
        if kind[i] == QUOTED:
            quoted = i
            continue
        named = kind[i - 1] in (NAME, 1) or kind[i + 1] in (NAME, 1, 3)
        if stem[i] in cues or (i - quoted < 7 and kind[i] in VERBAL and named):
            found.append(i)
    return found


def last_word(doc: Doc, first: int, last: int) -> int:
    """The end of a sentence without its closing marks."""
    while (
        last > first
        and doc.region[last - 1] < 0
        and not doc.raw[last - 1][0].isalnum()
        and doc.raw[last - 1] not in ")]%’'"
    ):
        last -= 1
    return last


def starts(tokens: TokenFeatures, cue: int, last: int) -> list[int]:
    """Tokens after `cue` where its content may begin; a quotation is the last of them."""
    found = []
    for j in range(cue + 1, min(last, cue + CONTENT_REACH)):
        kind = tokens.kind[j]
        if kind < 30 or kind > 36:
            found.append(j)
        if kind == QUOTED:
            break
    return found


def ends(tokens: TokenFeatures, start: int, last: int) -> list[int]:
    """Tokens before which a content that begins at `start` may end, `last` included."""
    kind = tokens.kind
    found = []
    for e in range(start + 1, min(last, start + MAX_CONTENT_TOKENS)):
        if (kind[e] < OPEN and kind[e] != OTHER and not 30 <= kind[e - 1] <= 34) or kind[e - 1] == QUOTED:
            found.append(e)
            if _goes_on(tokens, e, last):
                return found
            if len(found) == ENDS:
                break
    found.append(last)
    return found


def _goes_on(tokens: TokenFeatures, e: int, last: int) -> bool:
    """Whether the reporter goes on at the comma `e`: ", adding that ..."."""
    if e + 2 >= last or tokens.kind[e] != MARKS[","]:
        return False
    low = tokens.doc.low[e + 1]
    return low.endswith("ing") and low in REPORTING and tokens.kind[e + 2] in (10, QUOTED)


def before_ends(tokens: TokenFeatures, cue: int, first: int) -> list[int]:
    """Tokens before which a content that stands before `cue` may end, the nearest first."""
    kind = tokens.kind
    found = []
    for e in range(cue, first, -1):
        if (kind[e] < OPEN or e == cue or kind[e - 1] == QUOTED) and not 30 <= kind[e - 1] <= 34:
            found.append(e)
            if len(found) == 12:
                break
    return found


def before_starts(tokens: TokenFeatures, first: int, end: int) -> list[int]:
    """Tokens where a content that ends before `end` may begin: the sentence's first words, after marks and joins."""
    kind = tokens.kind
    found = [first]
    for j in range(max(first + 1, end - MAX_CONTENT_TOKENS), end):
        b = kind[j - 1]
        opens = kind[j] == QUOTED or 30 <= b <= 35 or b in (2, 5, 10, 11) or b == QUOTED or j < first + 3
        if opens and not 30 <= kind[j] <= 36:
            found.append(j)
    return found[:2] + found[2:][-14:]


def sources(
    tokens: TokenFeatures, cue: int, first: int, last: int, previous: TokenSpan | None
) -> list[tuple[int, TokenSpan | None]]:
    """The phrases that may speak at `cue`, each with the number of the way it was found."""
    doc, kind = tokens.doc, tokens.kind
    found: list[tuple[int, TokenSpan | None]] = [(0, None)]
    left = subject_before(doc, cue, first)
    if left:
        pronoun = kind[left[1] - 1] == 2
        found.append((4, (left[1] - 1, left[1])) if pronoun else (1, left))
    according = doc.low[cue : cue + 2] == ["according", "to"]
    right = subject_after(doc, cue + according, last)
    if according and cue == first and right and right[1] + 1 >= last:
        right = phrase_after(
            doc, cue + 2, last
        )  # what follows the comma is told: "According to police, he fled."
    if right:
        found.append((2, right))
    found += _agents(doc, cue, last)
    if cue > first and kind[cue - 1] in (3, 1):
        found.append((9, (cue - 1, cue)))
    if previous:
        found.append((7, previous))
    opening = _opening(tokens, first, cue)
    if opening and (not left or opening[1] <= left[0]):
        found.append((6, opening))
    if left is None or kind[left[1] - 1] != NAME:
        found += _names_before(kind, cue, first, left[0] if left else cue)
    return found


def _agents(doc: Doc, cue: int, last: int) -> list[tuple[int, TokenSpan | None]]:
    """The phrase after the first "by", or after "from", "of" or "among", that follows a cue soon."""
    for j in range(cue + 1, min(last - 1, cue + 12)):
        if doc.low[j] in ("by", "from", "of", "among") and (agent := phrase_after(doc, j + 1, last)):
            return [(3 if doc.low[j] == "by" else 10, agent)]
    return []


def _names_before(
    kind: Sequence[int], cue: int, first: int, before: int
) -> list[tuple[int, TokenSpan | None]]:
    """The name nearest before a token, at most 30 before the cue."""
    for j in range(min(cue, before) - 1, max(first - 1, cue - 30), -1):
        if kind[j] in (NAME, 1) and (j + 1 >= cue or kind[j + 1] != NAME):
            begin = j
            while begin > first and kind[begin - 1] == NAME and kind[j] == NAME:
                begin -= 1
            return [(5, (begin, j + 1))]
    return []


def _opening(tokens: TokenFeatures, first: int, cue: int) -> TokenSpan | None:
    """The phrase that opens a sentence, after an introduction such as "On Monday,"."""
    kind = tokens.kind
    begin = first
    if kind[first] in (4, 5, 11, 52, 13, 20):
        for j in range(first + 1, min(cue, first + 12)):
            if kind[j] == 30:
                begin = j + 1
                break
        else:
            begin = first + (kind[first] in (5, 11))
    end = begin
    while end < min(cue, begin + 12) and (kind[end] in NOMINAL or abbreviates(tokens.doc, end)):
        end += 1
    return (begin, end) if end > begin and end <= cue else None
