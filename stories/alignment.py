"""Where a passage stands in a source when some of its words were changed."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from math import log

from rapidfuzz.distance import Levenshtein

from stories.words import SUBSTITUTE, Body, Words

EVENTS = 600  # sightings of a passage's words that are weighed to find its place; the rarest words come first
STRAY = 3  # words: a shorter match at a passage's edge, with a gap beside it, belongs to other text
SENTENCE_END = re.compile(r"[.!?…]|\n")


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
    ops = Levenshtein.opcodes(words.keys, source.keys[first:last])
    found = []
    for same, group in groupby(ops, key=lambda op: op.tag == "equal"):
        changes = [] if same else list(group)
        if not changes:
            continue
        own = [n for n in range(changes[0].src_start, changes[-1].src_end) if words.keys[n] != SUBSTITUTE]
        if own or SUBSTITUTE not in words.keys[max(0, changes[0].src_start - 1) : changes[-1].src_end + 1]:
            there = source.text_of(first + changes[0].dest_start, first + changes[-1].dest_end)
            found.append((there, words.text_of(own[0], own[-1] + 1) if own else ""))
    return found
