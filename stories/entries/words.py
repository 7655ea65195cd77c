"""A text as words: compared in lower case and without typography, with offsets into the text as it stands.

Words in square brackets are an editor's and compare as `SUBSTITUTE`, except for a bracketed initial ("[M]any").
"""

import re
import unicodedata
from functools import cached_property

_MARKS = "\u0300-\u036f\u064b-\u065f\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f"
WORD = re.compile(
    r"(?P<initialled>\[\w\](?=\w)[\w'’]+)"
    r"|(?P<editorial>[^\W_]*\[[^\[\]]*\][^\W_]*(?:['’][^\W_]+)?)"
    r"|\d+(?:[.,:]\d+)*|(?:[^\W\d_]\.)+[^\W\d_](?!\w)\.?|[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
    rf"|[^\W_\u3040-\u30ff\u3400-\u9fff]+[{_MARKS}\w]*(?:['’ʼ‘`][^\W_]+)*|[%‰€$£¥₩₹]"
)
SUBSTITUTE = "[]"
TYPOGRAPHY = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "`": "'", "[": None, "]": None})
PUNCTUATION = re.compile(r",(?=\d{3}\b)|(?<=[^\W\d])\.")


class Words:
    """A text's words: `keys` as they are compared, `spans` as (start, end) in the text."""

    def __init__(self, text: str, *, editorial: bool = False) -> None:
        self.text = text
        self.keys: list[str]
        self.spans: list[tuple[int, int]]
        if editorial:
            found = list(WORD.finditer(text))
            self.keys = [SUBSTITUTE if match["editorial"] else _key(match[0]) for match in found]
        else:
            found = list(WORD.finditer(text.replace("[", " ").replace("]", " ")))
            self.keys = [_key(match[0]) for match in found]
        self.spans = [match.span() for match in found]

    def text_of(self, first: int, last: int) -> str:
        """The text from word `first` up to word `last`, as it stands."""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]] if first < last else ""

    def runs(self) -> list[list[str]]:
        """The stretches of keys between substitutes."""
        stretches: list[list[str]] = [[]]
        for key in self.keys:
            if key == SUBSTITUTE:
                stretches.append([])
            else:
                stretches[-1].append(key)
        return [stretch for stretch in stretches if stretch]

    def insertions(self) -> list[str]:
        """The insertions that stand between two runs."""
        positions = [n for n, key in enumerate(self.keys) if key != SUBSTITUTE]
        inside = range(positions[0], positions[-1]) if positions else range(0)
        return [self.text_of(n, n + 1) for n in inside if self.keys[n] == SUBSTITUTE]


def _key(word: str) -> str:
    """A word without typography: NFKC, lower case, one apostrophe, no thousands' comma, no dot in "U.N."."""
    if word.isascii() and word.isalnum():
        return word.lower()
    key = unicodedata.normalize("NFKC", word).casefold().translate(TYPOGRAPHY)
    return PUNCTUATION.sub("", key) if "," in key or "." in key else key


class SourceWords(Words):
    """A source's words, with what is needed to search them."""

    @cached_property
    def joined(self) -> str:
        """The keys with a space around each."""
        return " " + " ".join(self.keys) + " "

    @cached_property
    def offsets(self) -> dict[int, int]:
        """Where in `joined` the space before each word stands, and the word's number."""
        positions, at = {}, 0
        for number, key in enumerate(self.keys):
            positions[at] = number
            at += len(key) + 1
        positions[at] = len(self.keys)
        return positions

    @cached_property
    def starts(self) -> list[int]:
        """The inverse of `offsets`."""
        return list(self.offsets)

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """At which numbers each word stands."""
        positions: dict[str, list[int]] = {}
        for number, key in enumerate(self.keys):
            positions.setdefault(key, []).append(number)
        return positions

    def find(self, words: Words, after: int, gap: int) -> list[tuple[int, int]]:
        """The runs of `words` in order, at most `gap` words between two: (first, last) of each, or nothing."""
        runs = [f" {' '.join(run)} " for run in words.runs()]
        for begin in (self.starts[after], 0):
            start = self.joined.find(runs[0], begin)
            while start >= 0:
                found = self._follow(runs, start, gap)
                if found:
                    return found
                start = self.joined.find(runs[0], start + 1)
        return []

    def _follow(self, runs: list[str], start: int, gap: int) -> list[tuple[int, int]]:
        """The runs of words, each as (first, last), where the first one stands at `start`."""
        found: list[tuple[int, int]] = []
        for run in runs:
            if found:
                begin = self.starts[found[-1][1]]
                limit = self.starts[min(found[-1][1] + gap, len(self.keys))] + len(run)
                start = self.joined.find(run, begin, limit)
                if start < 0:
                    return []
            found.append((self.offsets[start], self.offsets[start + len(run) - 1]))
        return found
