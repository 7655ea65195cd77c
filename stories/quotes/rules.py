"""Attributions by rule: cues by table, the source beside them, what was said around them."""

from dataclasses import dataclass

from stories.quotes.layout import QUOTATION, Layout
from stories.quotes.phrases import Tokens, abbreviates, subject_after, subject_before


@dataclass(slots=True)
class Draft:
    """An attribution in token numbers; `pieces` are [first, last) runs of tokens."""

    pieces: list[Tokens]
    cue: Tokens | None = None
    source: Tokens | None = None
    sentence: int = 0
    score: int = 0


def draft_quotes(page: Layout) -> list[Draft]:
    """The attributions of a text, in order of their cues."""
    drafts: list[Draft] = []
    for number, (first, last) in enumerate(page.sentences):
        found = _sentence(page, number, first, last)
        taken = {i for draft in found for a, b in draft.pieces for i in range(a, b)}
        loose = [i for i in range(first, last) if page.region[i] >= 0 and i not in taken]
        if loose:
            attach(page, number, first, last, loose, drafts, found)
        drafts += found
    return drafts


def attach(
    page: Layout,
    number: int,
    first: int,
    last: int,
    loose: list[int],
    drafts: list[Draft],
    found: list[Draft],
) -> None:
    """Give quotations that no cue of their sentence takes to the speaker before them."""
    outside = sum(1 for i in range(first, last) if page.region[i] < 0 and page.raw[i][0].isalnum())
    previous = found[-1] if found else drafts[-1] if drafts else None
    for i in loose:
        if (
            previous is not None
            and outside <= 3
            and page.paragraph[number] - page.paragraph[previous.sentence] <= 1
        ):
            previous.pieces.append((i, i + 1))
            previous.sentence = number
        elif page.regions[page.region[i]].end - page.regions[page.region[i]].start > 12:
            found.append(Draft([(i, i + 1)], None, nearest(page, first, i), number))


def nearest(page: Layout, first: int, i: int) -> Tokens | None:
    """The first name or pronoun of the sentence before a quotation without a cue."""
    table = page.language
    for j in range(first, i):
        if (
            page.low[j] in table.he
            or page.low[j] in table.she
            or (page.is_name(j) and page.low[j] not in table.common)
        ):
            end = j + 1
            while end < i and (page.is_name(end) or abbreviates(page, end)):
                end += 1
            return j, end
    return None


def _sentence(page: Layout, number: int, first: int, last: int) -> list[Draft]:
    table = page.language
    found: list[Draft] = []
    begin = first
    for i in range(first, last):
        if i < begin or page.region[i] >= 0:
            continue
        width = _according(page, i, last)
        if width:
            draft = _by_source(page, i, i + width, first, last)
        elif page.low[i] in table.say or page.low[i] in table.think:
            draft = _by_verb(page, i, begin, first, last)
        else:
            continue
        if draft and draft.pieces:
            draft.sentence = number
            found.append(draft)
            begin = max(begin, i + 1)
    return found


def _according(page: Layout, i: int, last: int) -> int:
    for phrase in page.language.according:
        parts = phrase.split()
        if page.low[i] == parts[0] and page.low[i : min(last, i + len(parts))] == parts:
            return len(parts)
    return 0


def _by_source(page: Layout, cue: int, after: int, first: int, last: int) -> Draft | None:
    source = subject_after(page, after - 1, last)
    if source is None:
        return None
    pieces = []
    if cue > first:
        pieces.append((first, cue - 1 if page.raw[cue - 1] == "," else cue))
    elif source[1] < last - 1:
        pieces.append((source[1] + (page.raw[source[1]] == ","), _trim(page, last)))
    return Draft(pieces, (cue, after), source)


def _trim(page: Layout, last: int) -> int:
    while (
        last > 0
        and not page.raw[last - 1][0].isalnum()
        and page.low[last - 1] != QUOTATION
        and page.raw[last - 1] not in ")]%"
    ):
        last -= 1
    return last


def _by_verb(page: Layout, cue: int, begin: int, first: int, last: int) -> Draft | None:
    source = subject_before(page, cue, begin)
    left = source[0] if source else cue
    while left > first and page.raw[left - 1] in ",—–-":
        left -= 1
    quoted_before = left > first and page.region[left - 1] >= 0
    if source is None:
        source = subject_after(page, cue, last)
    elif quoted_before is False and left > first and source is None:
        return None
    if source is None:
        return None
    right = max(cue + 1, source[1])
    if quoted_before and left <= max(source[0], cue):
        return _after_quotation(page, cue, source, left, right, first, last, begin)
    if source[0] > cue:
        return None
    if page.raw[max(first, source[0] - 1)] == "," and right < last and page.raw[right] in ".,":
        return _interrupted(page, cue, source, first, last)
    return _following(page, cue, source, right, last)


def _after_quotation(
    page: Layout, cue: int, source: Tokens, left: int, right: int, first: int, last: int, begin: int
) -> Draft:
    start = left - 1
    while start > begin and page.region[start - 1] >= 0:
        start -= 1
    if start > begin and page.raw[start - 1][0].isalnum() and begin == first:
        start = first
    pieces = [(start, left)]
    follows = right
    while follows < last and not (page.region[follows] >= 0 or page.raw[follows] in ",."):
        follows += 1
    if follows < last and page.raw[follows] == "," and follows + 1 < last and page.region[follows + 1] >= 0:
        pieces.append((follows + 1, follows + 2))
    return Draft(pieces, (cue, cue + 1), source)


def _interrupted(page: Layout, cue: int, source: Tokens, first: int, last: int) -> Draft:
    """ "The plan, she said, was dead": pieces on both sides."""
    pieces = [(first, source[0] - 1)]
    if page.raw[cue + 1] == "," and cue + 2 < last - 1:
        pieces.append((cue + 2, _trim(page, last)))
    return Draft(pieces, (cue, cue + 1), source)


def _following(page: Layout, cue: int, source: Tokens, right: int, last: int) -> Draft | None:
    table = page.language
    start = right
    for j in range(right, min(last, right + 12)):
        if page.low[j] in table.that:
            start = j
            break
        if page.region[j] >= 0:
            start = j
            break
        if page.raw[j] in ",:":
            start = j + 1
            if page.raw[j] == ":":
                break
    end = _trim(page, last)
    if start >= end:
        return None
    only = [j for j in range(start, end) if page.region[j] >= 0]
    if only and only[0] == start and end - start > 1 and only[-1] == end - 1:
        end = max(end, only[-1] + 1)
    return Draft([(start, end)], (cue, cue + 1), source)
