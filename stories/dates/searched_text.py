"""Where in a long text a date may stand: a search of all of it for every form would cost more than reading the page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

MAX_DATE_CHARACTERS = (
    60  # characters: no date extends further from its digits, or from a word that makes it one
)
NUMBER = re.compile(r"\d+")


class SearchedText:
    """A text that is searched for dates. low: the text in lower case, character for character."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.low = text.replace("İ", "i").lower()  # no other letter has a lower case of two

    @cached_property
    def numbers(self) -> list[tuple[int, int]]:
        """The stretches around digits."""
        return self._around(match.span() for match in NUMBER.finditer(self.low))

    def around(self, words: Iterable[str]) -> list[tuple[int, int]]:
        """The stretches around any of `words`, which are in lower case."""
        return self._around(sorted(self._spans(words)))

    def _around(self, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Each with all that a date there can extend over, to the end of a word; those that touch are one."""
        stretches: list[tuple[int, int]] = []
        for first, last in spans:
            start = max(0, first - MAX_DATE_CHARACTERS)
            if stretches and start <= stretches[-1][1]:
                start, _ = stretches.pop()
            space = self.low.find(" ", last + MAX_DATE_CHARACTERS)
            stretches.append((start, space if space >= 0 else len(self.low)))
        return stretches

    def _spans(self, words: Iterable[str]) -> Iterator[tuple[int, int]]:
        for word in words:
            start = self.low.find(word)
            while start >= 0:
                yield start, start + len(word)
                start = self.low.find(word, start + 1)


@dataclass(frozen=True)
class Form:
    """A way of naming a date. needles: words in lower case, one of which is in each such date; empty: digits are."""

    source: str
    needles: tuple[str, ...] = ()
    flags: re.RegexFlag = re.IGNORECASE

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when it is first needed: a run sees few of the forms of most languages."""
        return re.compile(self.source, self.flags)

    def find(self, searched: SearchedText) -> Iterator[re.Match[str]]:
        """Where the form occurs in a text."""
        for start, end in searched.around(self.needles) if self.needles else searched.numbers:
            yield from self.pattern.finditer(searched.text, start, end)
