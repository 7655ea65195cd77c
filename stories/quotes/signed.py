"""Quotations that are signed: “The well was dry.” ― Ada Moss."""

from stories.quotes.drafts import Draft
from stories.quotes.layout import Layout
from stories.quotes.phrases import Tokens

DASHES = "―—–-"
LONGEST = 12  # tokens of a signature


def signed_quotations(page: Layout) -> dict[int, Draft | None]:
    """The signed quotations by the number of the sentence that begins them; None for the sentences they run on to."""
    found: dict[int, Draft | None] = {}
    for number, (first, last) in enumerate(page.sentences):
        if page.region[first] < 0 or not (number == 0 or _begins(page, number)):
            continue
        line = number if first + 1 < last else number + 1
        source = _signature(page, line, first + 1 if line == number else None)
        if source is None:
            continue
        begin = number
        while begin and _runs_on(page, begin - 1) and begin - 1 not in found:
            begin -= 1
        pieces = [(page.sentences[i][0], page.sentences[i][0] + 1) for i in range(begin, number + 1)]
        found |= dict.fromkeys(range(begin, line + 1))
        found[begin] = Draft(pieces, (source[0] - 1, source[0]), source, line)
    return found


def _begins(page: Layout, number: int) -> bool:
    """Whether a sentence begins its paragraph."""
    return page.paragraph[number - 1] != page.paragraph[number]


def _runs_on(page: Layout, number: int) -> bool:
    """Whether a sentence is a quotation that the next paragraph goes on with."""
    first, last = page.sentences[number]
    return last == first + 1 and page.region[first] >= 0 and not page.regions[page.region[first]].closed


def _signature(page: Layout, number: int, dash: int | None) -> Tokens | None:
    """The name after the dash, where it ends the paragraph of the sentence `number`. dash: None for its first token."""
    if number >= len(page.sentences):
        return None
    first, last = page.sentences[number]
    begin = (first if dash is None else dash) + 1
    while last > begin and page.raw[last - 1] == ".":
        last -= 1
    ends = number + 1 == len(page.sentences) or _begins(page, number + 1)
    if not ends or not 0 < last - begin <= LONGEST or page.raw[begin - 1] not in DASHES:
        return None
    name = next((i for i in range(begin, last) if page.raw[i] in ",("), last)
    named = (
        begin < name
        and all(_is_part(page, i) for i in range(begin, name))
        and page.raw[last - 1][0].isalnum()
    )
    return (begin, last) if named and all(page.region[i] < 0 for i in range(begin, last)) else None


def _is_part(page: Layout, i: int) -> bool:
    """Whether a token may stand in a name."""
    return page.is_name(i) or page.low[i] in page.language.particles or page.raw[i] in ".-’'&"
