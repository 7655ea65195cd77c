"""A page that was saved as plain text, as a browser copies it: told from mark-up, and put into mark-up."""

import re
from html import escape
from itertools import pairwise

_ELEMENT = re.compile(
    r"<(?:!doctype|!--|\?xml|/?(?:html|head|body|title|meta|link|script|style|main|article|section|div|p|br|span|a|b|i|"
    r"em|strong|h[1-6]|ul|ol|li|table|td|tr|blockquote|img|rss|feed|urlset|sitemapindex)\b[^<>]*/?>)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?。！？؟।…][\"'”’»」)\]]*$")
_ABOUT = re.compile(  # lines above a text that are about it, and no headline
    r"https?://|by\b|(?:image|video|media|photo|picture)\b|published\b|updated\b|share\b|skip to\b|\W*\d+\W",
    re.IGNORECASE,
)
PROSE = 60  # characters of a line that ends like a sentence; a headline seldom does both
WRAPPED = (45, 100)  # the widest line of a text that was broken to fit a width


def is_plain(text: str) -> bool:
    """Whether a text holds no element of HTML or XML."""
    return not _ELEMENT.search(text)


def lines_of(text: str) -> list[str]:
    """The lines of a plain text, each a block as the page had it; what was broken to fit a width is joined again."""
    lines = [line.strip() for line in text.splitlines()]
    if not _is_wrapped(lines):
        return [line for line in lines if line]
    joined, width = "", max(map(len, lines))
    for line, after in pairwise([*lines, ""]):
        joined += line + (" " if _fills(line, after, width) else "\n")
    return [line for line in joined.splitlines() if line]


def as_markup(text: str) -> str:
    """A plain text as a page of nothing but paragraphs."""
    return f"<html><body>{_paragraphs(lines_of(text))}</body></html>"


def as_story_markup(text: str) -> str:
    """A plain text as the page of a story: its headline stands above the first line of prose, with what is said about it
    in between, and nothing below the last line that ends like a sentence belongs to it.
    """
    lines = lines_of(text)
    top = next((n for n, line in enumerate(lines) if _is_prose(line)), min(len(lines), 1))
    end = next((n + 1 for n in reversed(range(top, len(lines))) if _SENTENCE.search(lines[n])), len(lines))
    heads = [n for n in range(top) if not _ABOUT.match(lines[n])]
    title = max(heads, key=lambda n: len(lines[n].split()) > 2 and len(lines[n]), default=None)
    if title is None:
        return as_markup(text)
    head = escape(lines[title], quote=False)
    about, body, below = (
        _paragraphs(lines[a:b]) for a, b in ((title + 1, top), (top, end), (end, len(lines)))
    )
    return (
        f"<html><head><title>{head}</title></head><body><header><h1>{head}</h1>{about}</header>"
        f"<article>{body}</article><footer>{below}</footer></body></html>"
    )


def _paragraphs(lines: list[str]) -> str:
    return "\n".join(f"<p>{escape(line, quote=False)}</p>" for line in lines)


def _is_prose(line: str) -> bool:
    wide = sum(ord(character) > 0x2E80 for character in line)
    return len(line) + wide >= PROSE and bool(_SENTENCE.search(line))


def _is_wrapped(lines: list[str]) -> bool:
    """Whether nearly every line break within a paragraph stands where the next word would not have fitted."""
    width = max(map(len, lines), default=0)
    pairs = [(one, two) for one, two in pairwise(lines) if one and two]
    full = sum(_fills(one, two, width) for one, two in pairs)
    return WRAPPED[0] <= width <= WRAPPED[1] and len(pairs) >= 3 and full >= 0.8 * len(pairs)


def _fills(line: str, after: str, width: int) -> bool:
    """Whether the first word of the next line would not have fitted into this one."""
    return bool(line and after) and len(line) + 1 + len(after.split()[0]) > width
