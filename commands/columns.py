"""Text in columns of a terminal, where letters of some scripts are two columns wide."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from unicodedata import combining, east_asian_width


def width(text: str) -> int:
    """The columns that a text takes (Unicode Standard Annex 11)."""
    return sum(_columns(sign) for sign in text)


def _columns(sign: str) -> int:
    return 0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1


def pad(text: str, size: int) -> str:
    """`text` with spaces up to `size` columns."""
    return text + " " * (size - width(text))


def cut(text: str, size: int) -> str:
    """`text` on one line in at most `size` columns, with an ellipsis where something was left out."""
    text = " ".join(text.split())
    if width(text) <= size:
        return text
    while width(text) > size - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def folded(text: str, size: int) -> Iterator[str]:
    """`text` in lines of at most `size` columns, broken between words; within one that is longer than a line."""
    line = ""
    for word in text.split():
        if line and width(f"{line} {word}") > size:
            yield line
            line = ""
        line = f"{line} {word}".strip()
        while width(line) > size:
            head = cut(line, size + 1).removesuffix("…") or line[0]
            yield head
            line = line[len(head) :]
    if line:
        yield line


def wrap(text: str, size: int, first: str, rest: str) -> list[str]:
    """`text` in lines of at most `size` columns, with `first` before the first one and `rest` before the others."""
    lines: list[str] = []
    for word in folded(text, size - max(width(first), width(rest))):
        lines.append((rest if lines else first) + word)
    return lines


def side_by_side(first: str, rows: Sequence[tuple[str, str]], size: int) -> list[str]:
    """Pairs of texts in two columns, each broken into lines; `first` stands before the first line."""
    left = len(first)
    half = (size - left - 2) // 2
    lines: list[str] = []
    for pair in rows:
        for one, other in zip_longest(*(folded(text, half) for text in pair), fillvalue=""):
            lines.append(f"{' ' * left if lines else first}{pad(one, half)}  {other}".rstrip())
    return lines
