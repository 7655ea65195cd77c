"""A version of a story as its changes are read: paragraphs, and what is quoted in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from stories.quotes import Quote, Span, Stance, find_quotes

PRINTED = ("direct", "mixed", "block")  # indirect speech is the paper's own wording
BREAK = "\n\n"


@dataclass(slots=True, frozen=True)
class Paragraph:
    """A paragraph, and which of its characters are quoted: [start, end) within it."""

    text: str
    quoted: tuple[Span, ...]


class Said(NamedTuple):
    """A quote's words, who said them (the resolved name, or the source as written), and what the source does to them."""

    words: str
    speaker: str | None
    stance: Stance | None


class Edition:
    """Headline and body at one time; `language` is BCP 47, or None where it is not known."""

    def __init__(self, title: str, body: str, language: str | None) -> None:
        self.title = title
        self.body = body
        self.language = language

    @cached_property
    def quotes(self) -> list[Quote]:
        """The quotes that the body prints."""
        return [quote for quote in find_quotes(self.body, self.language) if quote.kind in PRINTED]

    @cached_property
    def said(self) -> list[Said]:
        """What the quotes say, in order."""
        return [
            Said(self._words(quote.content), quote.speaker or self._source(quote), quote.stance)
            for quote in self.quotes
        ]

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The body's paragraphs, in order."""
        return list(self._cut())

    def _cut(self) -> Iterator[Paragraph]:
        spans = [span for quote in self.quotes for span in quote.content]
        start = 0
        for text in self.body.split(BREAK):
            end = start + len(text)
            inside = ((max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start)
            if text.strip():
                yield Paragraph(text, tuple(inside))
            start = end + len(BREAK)

    def _words(self, spans: list[Span]) -> str:
        return " ".join(self.body[start:end] for start, end in spans)

    def _source(self, quote: Quote) -> str | None:
        return self._words([quote.source]) if quote.source else None
