"""Paragraphs of real stories with other names, figures and words, as often as real ones have them: a stock to draw from.

Of each paragraph there are several, made once: a story is then put together by joining, and its MinHash is the least of
its paragraphs' (but for the pairs of words at their borders), so that texts share bands as often as real ones do.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from store.schema import TABLES
from store.tables import Row
from stories.identity.fingerprint import minhash, shingles

NEW_NAMES = 0.3  # of the names in a paragraph; the rest stay what they are
NEW_WORDS = 0.2  # of its longer words: each becomes another of its language and length
NAMES = 50_000  # invented names of each length
EDITED = re.compile(r"\d+|\b[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{3,15}\b|\b[a-zà-öø-ÿ]{5,14}\b")
SYLLABLES = [hard + soft for hard in "bcdfghjklmnprst" for soft in "aeiou"]
QUOTE = [name for name in TABLES["quotes"].columns if name not in ("id", "story")]
DATE = [name for name in TABLES["dates"].columns if name not in ("id", "story")]
NUMBER, SPANS = QUOTE.index("number"), QUOTE.index("spans")
ENDS = [QUOTE.index(f"{name}_{end}") for name in ("source", "cue") for end in ("start", "end")]
START, END = DATE.index("start"), DATE.index("end")
NO_WORDS: NDArray[np.uint32] = np.full(128, 2**32 - 1, np.uint32)  # the MinHash of what has none


@dataclass(slots=True)
class Paragraph:
    """A paragraph with its quotes and the dates that it speaks of; offsets count from its start. lowest: its MinHash.

    said: the values of `quotes`, in the order of QUOTE, each with its pieces; spoken: those of `mentions`, as of DATE.
    """

    text: str
    quotes: list[Row]
    mentions: list[Row]
    lowest: NDArray[np.uint32]
    said: list[tuple[list[Any], list[tuple[int, int]]]] = field(init=False)
    spoken: list[list[Any]] = field(init=False)

    def __post_init__(self) -> None:
        self.said = [([row[name] for name in QUOTE], row["spans"]) for row in self.quotes]
        self.spoken = [[row[name] for name in DATE] for row in self.mentions]


class Editor:
    """Makes other texts of given ones. texts: by language, those whose words take the place of others."""

    def __init__(self, random: Random, texts: dict[str, Iterable[str]]) -> None:
        self.random = random
        self.names = {length: [self._name(length) for _ in range(NAMES)] for length in range(4, 17)}
        self.words: dict[tuple[str, int], list[str]] = defaultdict(list)
        for language, told in texts.items():
            for word in EDITED.findall(" ".join(told)):
                if word.islower():
                    self.words[language, len(word)].append(word)

    def edited(self, text: str, language: str, changed: dict[str, str]) -> str:
        """A text with other figures, some other names and words, as long as it was. changed: those by what they were."""
        return EDITED.sub(lambda found: self._other(found[0], language, changed), text)

    def _other(self, word: str, language: str, changed: dict[str, str]) -> str:
        if word[0].isdigit():
            return str(self.random.randrange(10 ** len(word))).zfill(len(word))
        if word not in changed:
            changed[word] = self._new(word, language)
        return changed[word]

    def _new(self, word: str, language: str) -> str:
        chance = self.random.random()
        if word[0].islower():
            known = self.words[language, len(word)] if chance < NEW_WORDS else None
            return self.random.choice(known) if known else word
        skewed = int(NAMES * self.random.random() ** 3)
        return self.names[len(word)][skewed] if chance < NEW_NAMES else word

    def paragraph(self, one: Paragraph, language: str) -> Paragraph:
        """Another paragraph of the same length, its quotes and dates where they were."""
        changed: dict[str, str] = {}
        text = self.edited(one.text, language, changed)
        quotes = [self._quote(row, text, language, changed) for row in one.quotes]
        mentions = [row | {"text": text[row["start"] : row["end"]]} for row in one.mentions]
        return Paragraph(text, quotes, mentions, _lowest(text))

    def _quote(self, quote: Row, text: str, language: str, changed: dict[str, str]) -> Row:
        told = quote | {
            "content": " ".join(text[first:last] for first, last in quote["spans"]),
            "speaker": quote["speaker"] and self.edited(quote["speaker"], language, changed),
        }
        for name in ("source", "cue"):
            if quote[f"{name}_start"] is not None:
                told[name] = text[quote[f"{name}_start"] : quote[f"{name}_end"]]
        return told

    def _name(self, length: int) -> str:
        return "".join(self.random.choices(SYLLABLES, k=(length + 1) // 2))[:length].title()


def _lowest(text: str) -> NDArray[np.uint32]:
    found = shingles(text)
    return minhash(np.fromiter(found, np.uint64, len(found))) if found else NO_WORDS


def said_at(one: Paragraph, start: int, number: int) -> list[list[Any]]:
    """The values of its quotes in a text where it begins at `start`, and they are numbered from `number`."""
    found = []
    for kept, spans in one.said:
        told = kept.copy()
        told[NUMBER] = number = number + 1
        told[SPANS] = str([[first + start, last + start] for first, last in spans])
        for place in ENDS:
            if told[place] is not None:
                told[place] += start
        found.append(told)
    return found


def spoken_at(one: Paragraph, start: int) -> list[list[Any]]:
    """The values of the dates that it speaks of, in a text where it begins at `start`."""
    found = []
    for kept in one.spoken:
        told = kept.copy()
        told[START] += start
        told[END] += start
        found.append(told)
    return found
