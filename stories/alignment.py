"""Where a short text stands in a long one, word by word, exactly or with some words changed.

A word is compared in lower case and without marks of typography; offsets are those of the text as it stands. Words
in square brackets are an editor's and compare as `SUBSTITUTE`, except for a bracketed initial ("[M]any").
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from math import log

from rapidfuzz.distance import Levenshtein

_MARKS = "\u0300-\u036f\u064b-\u065f\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f"
WORD = re.compile(
    r"(?P<initialled>\[\w\](?=\w)[\w'’]+)"
    r"|(?P<editorial>[^\W_]*\[[^\[\]]*\][^\W_]*)"
    r"|\d+(?:[.,:]\d+)*|(?:[^\W\d_]\.){2,}|[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
    rf"|[^\W_\u3040-\u30ff\u3400-\u9fff]+[{_MARKS}\w]*(?:['’ʼ‘`][^\W_]+)*|[%‰€$£¥₩₹]"
)
SUBSTITUTE = "[]"
EVENTS = 600  # sightings of a passage's words that are weighed to find its place; the rarest words come first
STRAY = 3  # words: a shorter match at a passage's edge, with a gap beside it, belongs to other text
SENTENCE_END = re.compile(r"[.!?…]|\n")


class Words:
    """A text's words: `keys` as they are compared, `spans` as (start, end) in the text."""

    def __init__(self, text: str, *, editorial: bool = False) -> None:
        self.text = text
        self.keys: list[str] = []
        self.spans: list[tuple[int, int]] = []
        for match in WORD.finditer(text if editorial else text.replace("[", " ").replace("]", " ")):
            self.keys.append(SUBSTITUTE if match["editorial"] else _key(match[0]))
            self.spans.append(match.span())

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
        places = [n for n, key in enumerate(self.keys) if key != SUBSTITUTE]
        inside = range(places[0], places[-1]) if places else range(0)
        return [self.text_of(n, n + 1) for n in inside if self.keys[n] == SUBSTITUTE]


def _key(word: str) -> str:
    """A word without typography: NFKC, lower case, one apostrophe, no thousands' commas, no dots in "U.N."."""
    if word.isascii() and word.isalpha():
        return word.lower()
    key = unicodedata.normalize("NFKC", word).casefold()
    key = re.sub("[’ʼ‘`]", "'", key).replace("[", "").replace("]", "")
    return re.sub(r",(?=\d{3}\b)|(?<=[^\W\d])\.", "", key)


class Body(Words):
    """A source's words, with what is needed to search them."""

    @cached_property
    def joined(self) -> str:
        """The keys with a space around each."""
        return " " + " ".join(self.keys) + " "

    @cached_property
    def offsets(self) -> dict[int, int]:
        """Where in `joined` the space before each word stands, and the word's number."""
        places, at = {}, 0
        for number, key in enumerate(self.keys):
            places[at] = number
            at += len(key) + 1
        places[at] = len(self.keys)
        return places

    @cached_property
    def starts(self) -> list[int]:
        """The inverse of `offsets`."""
        return list(self.offsets)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """At which numbers each word stands."""
        places: dict[str, list[int]] = {}
        for number, key in enumerate(self.keys):
            places.setdefault(key, []).append(number)
        return places

    def find(self, words: Words, after: int, gap: int) -> list[tuple[int, int]]:
        """The runs of `words` in order, at most `gap` words between two: (first, last) of each, or nothing."""
        runs = [f" {' '.join(run)} " for run in words.runs()]
        for begin, end in ((self.starts[after], None), (0, self.starts[after])):
            start = self.joined.find(runs[0], begin)
            while start >= 0 and (end is None or start < end):
                found = self._follow(runs, start, gap)
                if found:
                    return found
                start = self.joined.find(runs[0], start + 1)
        return []

    def _follow(self, runs: list[str], start: int, gap: int) -> list[tuple[int, int]]:
        """The places of all runs where the first one stands at `start`."""
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


@dataclass(slots=True)
class Place:
    """The source's words `first` up to `last`, and (source's, excerpt's) words where the two differ."""

    first: int
    last: int
    differences: list[tuple[str, str]]


def align(words: Words, source: Body, after: int = 0) -> Place | None:
    """Where most of `words` stand, or None where fewer than half do. Linear in the length of both."""
    begin = _likeliest(words.keys, source, after)
    if begin is None:
        return None
    low, high = max(0, begin - 3), min(len(source.keys), begin + _width(words.keys) + 3)
    blocks = _matches(words.keys, source.keys, low, high)
    same = sum(size for _, _, size in blocks)
    own = sum(key != SUBSTITUTE for key in words.keys)
    if not blocks or same < 2 or same * 2 < own or all(len(key) < 4 for key in _matched(words.keys, blocks)):
        return None
    first, last = _edges(words.keys, source, blocks)
    return Place(first, last, _differences(words, source, first, last))


def _width(keys: list[str]) -> int:
    """Words of the source among which a passage of so many is looked for: room for an unmarked omission."""
    return len(keys) + max(len(keys) // 2, 12)


def _likeliest(keys: list[str], source: Body, after: int) -> int | None:
    """The first word of the stretch of the source that shares the most, and the rarest, words with `keys`."""
    events: list[tuple[int, str]] = []
    for key in sorted(set(keys), key=lambda key: len(source.places.get(key, ()))):
        events += [(place, key) for place in source.places.get(key, ())]
        if len(events) > EVENTS:
            break
    events.sort()
    weight = {key: log(1 + len(source.keys) / len(source.places[key])) for _, key in events}
    inside: Counter[str] = Counter()
    best, begin, total, left = 0.0, None, 0.0, 0
    for place, key in events:
        total += weight[key] if not inside[key] else 0
        inside[key] += 1
        while place - events[left][0] >= _width(keys):
            gone = events[left][1]
            inside[gone] -= 1
            total -= weight[gone] if not inside[gone] else 0
            left += 1
        here = total * (1.01 if events[left][0] >= after else 1)
        if here > best + 1e-9:
            best, begin = here, events[left][0]
    return begin


def _matches(keys: list[str], body: list[str], low: int, high: int) -> list[tuple[int, int, int]]:
    """Equal stretches as (word of the passage, word of the source, words), strays at the edges left out."""
    ops = Levenshtein.opcodes(keys, body[low:high])
    blocks = [
        (op.src_start, low + op.dest_start, op.src_end - op.src_start) for op in ops if op.tag == "equal"
    ]
    while len(blocks) > 1 and _stray(blocks[0], blocks[0], blocks[1]):
        blocks.pop(0)
    while len(blocks) > 1 and _stray(blocks[-1], blocks[-2], blocks[-1]):
        blocks.pop()
    return blocks


def _stray(block: tuple[int, int, int], left: tuple[int, int, int], right: tuple[int, int, int]) -> bool:
    gap = (right[1] - left[1]) - (right[0] - left[0])
    return block[2] <= STRAY and gap > block[2]


def _matched(keys: list[str], blocks: list[tuple[int, int, int]]) -> list[str]:
    return [key for start, _, size in blocks for key in keys[start : start + size]]


def _edges(keys: list[str], source: Body, blocks: list[tuple[int, int, int]]) -> tuple[int, int]:
    """The source's words that the whole passage stands for: changed words at its edges stay in the sentence."""
    first, last = blocks[0][1], blocks[-1][1] + blocks[-1][2]
    for _ in range(blocks[0][0]):
        if first == 0 or SENTENCE_END.search(source.text, source.spans[first - 1][1], source.spans[first][0]):
            break
        first -= 1
    for _ in range(len(keys) - blocks[-1][0] - blocks[-1][2]):
        if last == len(source.keys):
            break
        if SENTENCE_END.search(source.text, source.spans[last - 1][1], source.spans[last][0]):
            break
        last += 1
    return first, last


def _differences(words: Words, source: Body, first: int, last: int) -> list[tuple[str, str]]:
    """Where the passage and its stretch of the source part, the editor's substitutions left out."""
    found = []
    for op in Levenshtein.opcodes(words.keys, source.keys[first:last]):
        near = words.keys[max(0, op.src_start - 1) : op.src_end + 1]
        own = [n for n in range(op.src_start, op.src_end) if words.keys[n] != SUBSTITUTE]
        if op.tag == "equal" or (SUBSTITUTE in near and not own):
            continue
        here = words.text_of(own[0], own[-1] + 1) if own else ""
        found.append((source.text_of(first + op.dest_start, first + op.dest_end), here))
    return found
