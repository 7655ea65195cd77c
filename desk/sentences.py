"""A hit in its sentence: the words that were looked for, marked, with enough around them to be understood."""

import re
from collections.abc import Iterable

from desk.differing import Part

END = re.compile(r"[.!?…。！？؟।۔]['\"”’»」]*\s+|[。！？]|\n+")
BEFORE, AFTER = 160, 240  # characters of a sentence before and after its hit
OPEN, CLOSE = "\x02", "\x03"  # no stored text has these


def sentence(marked: str) -> list[Part]:
    """Of a text with hits between OPEN and CLOSE: the sentence of the first, as parts that are a `hit` or not."""
    at = marked.find(OPEN)
    if at < 0:
        return []
    ends = [found.end() for found in END.finditer(marked, max(at - 2 * BEFORE, 0), at)]
    start = max([*ends, 0 if at <= 2 * BEFORE else 1])
    last = END.search(marked, marked.find(CLOSE, at))
    end = last.end() if last else len(marked)
    cut_before, cut_after = at - start > BEFORE, end - at > AFTER
    if cut_before:
        start = marked.find(" ", at - BEFORE, at) + 1 or at
    if cut_after:
        end = max(marked.rfind(" ", at, at + AFTER), marked.find(CLOSE, at) + 1)
    return parts_of(marked[start:end].strip(), "… " if cut_before else "", " …" if cut_after else "")


def parts_of(text: str, before: str = "", after: str = "") -> list[Part]:
    """A marked text as parts that are a `hit` or not, with what stands for what was cut off."""
    parts: list[Part] = [("same", before)] if before else []
    for piece in re.split(f"({OPEN}[^{CLOSE}]*{CLOSE}?)", text):
        kind = "hit" if piece.startswith(OPEN) else "same"
        if words := piece.strip(OPEN + CLOSE):
            parts.append((kind, words))
    return [*parts, ("same", after)] if after else parts


def with_marks(text: str, parts: Iterable[str]) -> str:
    """A text in which these parts stand between OPEN and CLOSE."""
    for part in dict.fromkeys(parts):
        text = text.replace(part, f"{OPEN}{part}{CLOSE}")
    return text
