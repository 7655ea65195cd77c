"""Where a passage stands in a source when some of its words were changed."""

import re
from dataclasses import dataclass
from itertools import groupby
from math import log

from rapidfuzz.distance import Levenshtein

from stories.entries.words import SUBSTITUTE, SourceWords, Words

EVENTS = 600  # occurrences of a passage's words that are weighed to find where it stands; the rarest words come first
BRIEF = 8  # words: half of fewer stands somewhere by chance, so more than half is asked
MAX_WORDS_LEFT_OUT = 3  # words that may be left out before a last word for it to belong to the passage still
SENTENCE_END = re.compile(r"[.!?…。！？]|\n")

Block = tuple[int, int, int]  # word of the passage, word of the source, how many words are equal from there

Occurrences = tuple[
    list[tuple[int, str]], dict[str, float]
]  # (word of the source, key) in order; weight of a key


@dataclass(slots=True)
class Alignment:
    """The source's words `first` up to `last`, and (source's, excerpt's) words where the two differ."""

    first: int
    last: int
    differences: list[tuple[str, str]]


def align(words: Words, source: SourceWords, after: int = 0) -> Alignment | None:
    """Where most of `words` stand, or None where fewer than half do. Linear in the length of both."""
    size = len(words.keys)
    seen = _occurrences(words.keys, source)
    close = _matches(words.keys, source, seen, size + max(size // 5, 2), after)
    wide = _matches(
        words.keys, source, seen, size + max(size // 2, 12), after
    )  # for an omission without a mark
    blocks = wide if _same(wide) > 1.2 * _same(close) + 1 else close
    matched = [key for start, _, size in blocks for key in words.keys[start : start + size]]
    own = sum(key != SUBSTITUTE for key in words.keys)
    few = len(matched) * 2 < own + (own < BRIEF)
    if few or len(matched) < 2 or (len(matched) < 4 and _short(matched)):
        return None
    first, last = _edges(words.keys, source, blocks)
    return Alignment(first, last, _differences(words, source, first, last))


def _same(blocks: list[Block]) -> int:
    return sum(size for _, _, size in blocks)


def _occurrences(keys: list[str], source: SourceWords) -> Occurrences:
    """Where the rarest of `keys` stand in the source, in order, and what finding each one weighs."""
    events: list[tuple[int, str]] = []
    weight: dict[str, float] = {}
    known = (key for key in dict.fromkeys(keys) if key in source.positions)
    for key in sorted(known, key=lambda key: len(source.positions[key])):
        positions = source.positions[key]
        events += [(position, key) for position in positions]
        weight[key] = log(1 + len(source.keys) / len(positions))
        if len(events) > EVENTS:
            break
    events.sort()
    return events, weight


def _likeliest(seen: Occurrences, width: int, after: int) -> int | None:
    """The first of `width` words of the source that share the most, and the rarest, words with the passage."""
    events, weight = seen
    inside = dict.fromkeys(weight, 0)
    best, begin, total, left = (0.0, False), None, 0.0, 0
    for position, key in events:
        total += weight[key] if not inside[key] else 0
        inside[key] += 1
        while position - events[left][0] >= width:
            gone = events[left][1]
            inside[gone] -= 1
            total -= weight[gone] if not inside[gone] else 0
            left += 1
        here = round(total, 6), events[left][0] >= after  # of equal ones, the first behind the passage before
        if here > best:
            best, begin = here, events[left][0]
    return begin


def _matches(keys: list[str], source: SourceWords, seen: Occurrences, width: int, after: int) -> list[Block]:
    """The equal words in the likeliest stretch of `width` words, with strays at the edges left out."""
    begin = _likeliest(seen, width, after)
    if begin is None:
        return []
    low, high = max(0, begin - 3), begin + width + 3
    ways = _blocks(keys, source.keys[low:high], low), _blocks_from_the_end(keys, source.keys[low:high], low)
    return max(ways, key=lambda blocks: (_same(blocks), blocks[0][1] - blocks[-1][1] if blocks else 0))


def _blocks(keys: list[str], body: list[str], low: int) -> list[Block]:
    ops = Levenshtein.opcodes(keys, body)
    blocks = [
        (op.src_start, low + op.dest_start, op.src_end - op.src_start) for op in ops if op.tag == "equal"
    ]
    while len(blocks) > 1 and _stray(keys, blocks[0], blocks[0], blocks[1]):
        blocks.pop(0)
    while len(blocks) > 1 and _stray(keys, blocks[-1], blocks[-2], blocks[-1]):
        blocks.pop()
    return blocks


def _blocks_from_the_end(keys: list[str], body: list[str], low: int) -> list[Block]:
    """The same, read backwards: where two alignments are equally good, the other one."""
    blocks = _blocks(keys[::-1], body[::-1], 0)
    return [(len(keys) - src - size, low + len(body) - dest - size, size) for src, dest, size in blocks[::-1]]


def _stray(keys: list[str], block: Block, left: Block, right: Block) -> bool:
    """Whether a match at the edge, with a gap beside it, is a chance one: one word, or short words only."""
    gap = (right[1] - left[1]) - (right[0] - left[0])
    if _short(keys[block[0] : block[0] + block[2]]):
        return gap > block[2]
    return block[2] == 1 and gap > MAX_WORDS_LEFT_OUT


def _short(keys: list[str]) -> bool:
    return all(len(key) < 4 for key in keys)


def _edges(keys: list[str], source: SourceWords, blocks: list[Block]) -> tuple[int, int]:
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


def _differences(words: Words, source: SourceWords, first: int, last: int) -> list[tuple[str, str]]:
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
