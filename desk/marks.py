"""A body with its quotes marked where they stand: paragraphs as pieces, each of which one quote has, or none."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from re import finditer

from desk.snapshot import Row

HUES = 8  # speakers that have a colour of their own; those after them share
PARAGRAPH = r"[^\n](?:[^\n]|\n(?!\n))*"


@dataclass(slots=True, frozen=True)
class Piece:
    """A part of a paragraph. quote: whose words it is; begins: the numbers of the quotes that begin here."""

    text: str
    quote: Row | None = None
    begins: tuple[int, ...] = ()


@dataclass(slots=True)
class Speakers:
    """The colours of those who speak in one text: 1 to HUES in the order of their first words, 0 of nobody known."""

    hues: dict[str, int] = field(default_factory=dict)

    def hue(self, quote: Row) -> int:
        """The colour of a quote's speaker, or of the source as written where no name is known."""
        name = quote["speaker"] or quote["source"]
        if not name:
            return 0
        return self.hues.setdefault(name, len(self.hues) % HUES + 1)


def coloured(quotes: Sequence[Row]) -> list[Row]:
    """The quotes, each with the number of its speaker's colour, its pieces as pairs of offsets, and who said it."""
    speakers = Speakers()
    return [
        quote
        | {"hue": speakers.hue(quote), "pieces": pieces(quote), "who": quote["speaker"] or quote["source"]}
        for quote in quotes
    ]


def pieces(quote: Row) -> list[tuple[int, int]]:
    """The pieces of a quote that are some."""
    return [(start, end) for start, end in json.loads(quote["spans"] or "[]") if start < end]


def paragraphs(body: str, quotes: Sequence[Row]) -> list[list[Piece]]:
    """The paragraphs of a body; where two quotes share words, the shorter one has them."""
    spans = [(start, end, quote) for quote in quotes for start, end in quote["pieces"]]
    spans.sort(key=lambda span: (span[0], span[1]))
    begins: dict[int, list[int]] = {}
    for quote in quotes:
        if quote["pieces"]:
            begins.setdefault(quote["pieces"][0][0], []).append(quote["number"])
    made = []
    for found in finditer(PARAGRAPH, body):
        start, end = found.span()
        inside = [span for span in spans if span[0] < end and span[1] > start]
        made.append(list(_pieces(body, start, end, inside, begins)))
    return made


def _pieces(
    body: str, start: int, end: int, spans: Sequence[tuple[int, int, Row]], begins: dict[int, list[int]]
) -> Iterator[Piece]:
    cuts = {start, end, *(at for span in spans for at in span[:2] if start < at < end)}
    for low, high in pairwise(sorted(cuts)):
        over = [span for span in spans if span[0] <= low and span[1] >= high]
        shortest = min(over, key=lambda span: span[1] - span[0], default=None)
        yield Piece(body[low:high], shortest[2] if shortest else None, tuple(begins.get(low, ())))
