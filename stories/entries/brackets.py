"""Letters in brackets, as editors put them where they cut: "[T]he port said", "[s]he said"."""

import re
from dataclasses import replace

from stories.quotes import Quote, Span, find_quotes

LETTER = re.compile(r"\[(?=[^\W\d_]\]\w)|(?<=\[[^\W\d_])\](?=\w)")  # the brackets around a first letter


def quotes_of(text: str, language: str) -> list[Quote]:
    """The quotes of an excerpt, read as if no letter stood in brackets; offsets count in `text` as it is.

    Else "[T]he port said" is read as what "he" said, or one named T.
    """
    gone = {found.start() for found in LETTER.finditer(text)}
    places = [place for place in range(len(text)) if place not in gone]
    plain = "".join(text[place] for place in places)
    return [_moved(quote, places, gone) for quote in find_quotes(plain, language)]


def _moved(quote: Quote, places: list[int], gone: set[int]) -> Quote:
    def span(found: Span) -> Span:
        start, end = places[found[0]], places[found[1] - 1] + 1
        return start - (start - 1 in gone), end

    return replace(
        quote,
        content=[span(piece) for piece in quote.content],
        source=quote.source and span(quote.source),
        cue=quote.cue and span(quote.cue),
    )
