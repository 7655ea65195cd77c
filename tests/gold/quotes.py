"""The gold passages, and how well their quotes are read: `figures`.

data/gold/README.md says what a row holds. Spans are compared as sets of words, so that marks and commas count for
nothing.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from stories.quotes import Quote, find_quotes

FOLDER = Path(__file__).parent.parent.parent / "data" / "gold" / "quotes"
LANGUAGES = ("en", "de", "es", "fr", "pt", "ru", "zh", "ar")
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+(?:[’'\-.]\w+)*")
MARKED = re.compile('“[^“”]*”?|„[^“”„]*[“”]|«[^«»]*»|»[^«»]*«|「[^「」]*」|"[^"]*"|(?<!\\w)‘[^‘’]*’')
KINDS = {"direct": ("direct", "block"), "indirect": ("indirect",)}
Words = frozenset[int]
Spans = Iterable[Iterable[int]]
Figures = dict[str, float]


def rows(language: str) -> list[dict[str, Any]]:
    """The passages of a language."""
    with (FOLDER / f"{language}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def quoted(text: str) -> list[tuple[int, int]]:
    """Where quotation marks stand around words."""
    return [mark.span() for mark in MARKED.finditer(text)]


def words(text: str, spans: Spans) -> Words:
    """The words that the spans touch, as the offsets where they begin; a Chinese sign is a word."""
    pairs = [tuple(span) for span in spans]
    return frozenset(
        word.start()
        for word in WORD.finditer(text)
        if any(a < word.end() and word.start() < b for a, b in pairs)
    )


def wrong(row: dict[str, Any]) -> dict[str, str]:
    """What is read wrongly in one passage, by field, in words; nothing where all is right."""
    text = row["text"]
    found = {words(text, quote.content): quote for quote in find_quotes(text, row["language"])}
    told = {words(text, one["content"]): one for one in row["attributions"]}
    faults: dict[str, str] = {}
    for content in found.keys() - told.keys():
        faults["invented"] = _shown(text, found[content].content)
    for content, one in told.items():
        if content not in found:
            faults["missed"] = _shown(text, one["content"])
            continue
        for field, (right, read) in _fields(text, one, found[content]).items():
            if right != read:
                faults[field] = f"{read!r}, not {right!r} ({_shown(text, one['content'])})"
    return faults


def _fields(text: str, one: dict[str, Any], quote: Quote) -> dict[str, tuple[object, object]]:
    """Each field of an attribution as told and as read; spans by their words."""
    source, cue = (words(text, [span] if span else []) for span in (quote.source, quote.cue))
    told = words(text, one["source"])
    whole, read = _read(text, told), _read(text, source)
    return {
        "source": (whole, whole if told & source or told == source else read),
        "whole source": (whole, read),
        "cue": (_read(text, words(text, one["cue"])), _read(text, cue)),
        "speaker": (one["speaker"], quote.speaker),
        "kind": (one["kind"] == "direct", quote.kind in KINDS["direct"]),
    }


def _read(text: str, found: Words) -> str:
    return " ".join(word[0] for start in sorted(found) if (word := WORD.match(text, start)))


def _shown(text: str, spans: Spans) -> str:
    return " | ".join(text[start:end] for start, end in spans)


def figures(language: str) -> Figures:
    """Shares of right answers over the passages of a language.

    right: quotations in marks that are somebody's, whose best match has the right source. precision: of the
    quotations that a source was given to, those to whom it is right. direct, indirect: F1 of contents that are
    right to the word. speaker: sources whose name is right, where the content was found.
    """
    counts: Counter[str] = Counter()
    for row in rows(language):
        _count(counts, row, find_quotes(row["text"], language))
    return {
        "right": counts["right"] / counts["gold"],
        "precision": counts["truly"] / max(1, counts["sourced"]),
        "direct": _f1(counts, "direct"),
        "indirect": _f1(counts, "indirect"),
        "speaker": counts["named"] / max(1, counts["found"]),
    }


def _f1(counts: Counter[str], kind: str) -> float:
    total = counts[f"{kind} gold"] + counts[f"{kind} read"]
    return 2 * counts[f"{kind} exact"] / total if total else 1.0


def _count(counts: Counter[str], row: dict[str, Any], found: list[Quote]) -> None:
    """Add what is right and wrong in one passage."""
    text = row["text"]
    read = [(quote, words(text, quote.content)) for quote in found]
    for kind, kinds in KINDS.items():
        gold = {words(text, one["content"]) for one in row["attributions"] if one["kind"] in kinds}
        ours = {content for quote, content in read if quote.kind in kinds}
        counts[f"{kind} gold"] += len(gold)
        counts[f"{kind} read"] += len(ours)
        counts[f"{kind} exact"] += len(gold & ours)
    gold_quoted = [one for one in row["attributions"] if one["kind"] != "indirect"]
    for quote, content in read:
        if quote.kind != "indirect" and quote.source:
            counts["sourced"] += 1
            counts["truly"] += any(_same(text, one, content, quote.source) for one in gold_quoted)
    for one in row["attributions"]:
        _judge(counts, one, text, read)


def _same(text: str, one: dict[str, Any], content: Words, source: tuple[int, int]) -> bool:
    """Whether most of a content that was read is this attribution's, and a word of its source too."""
    covered = len(content & words(text, one["content"]))
    return 2 * covered >= len(content) and bool(words(text, [source]) & words(text, one["source"]))


def _judge(counts: Counter[str], one: dict[str, Any], text: str, read: list[tuple[Quote, Words]]) -> None:
    """Whether one attribution was found, and given to who said it."""
    content = words(text, one["content"])
    best, covered = max(read, key=lambda pair: len(pair[1] & content), default=(None, content))
    hit = best is not None and 2 * len(covered & content) >= len(content)
    if one["kind"] != "indirect" and one["source"]:
        source = words(text, [best.source]) if best and best.source else frozenset()
        counts["gold"] += 1
        counts["right"] += bool(hit and source & words(text, one["source"]))
    if hit and best:
        counts["found"] += 1
        counts["named"] += best.speaker == one["speaker"]
