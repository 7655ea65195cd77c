"""A page that was saved as plain text, as a browser copies it: told from mark-up, and put into mark-up."""

import re
from collections.abc import Iterator
from html import escape
from itertools import pairwise

from stories.dates.calendars import tidy
from stories.dates.distances import told
from stories.dates.labels import says
from stories.dates.moment import Clues
from stories.dates.printed import find_printed
from stories.dates.prose import is_byline
from stories.extraction.metadata.caption import is_label

_ELEMENT = re.compile(
    r"<(?:!doctype|!--|\?xml|/?(?:html|head|body|title|meta|link|script|style|main|article|section|div|p|br|span|a|b|i|"
    r"em|strong|h[1-6]|ul|ol|li|table|td|tr|blockquote|img|rss|feed|urlset|sitemapindex)\b[^<>]*/?>)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?。！？؟।…][\"'”’»」)\]]*$")
_ABOUT = re.compile(  # lines above a text that are about it, and no headline
    r"https?://|(?:image|video|media|photo|picture)s?\s*(?:by\b|captions?\b|source\b|credit\b|[:：]|$)"
    r"|published\b|updated\b|share\b|skip to\b|\W*\d+\W*(?:$|comments?\b|shares?\b|min\b)"
    r"|for immediate release|(?:press |media )?(?:contact|enquir\w+)s?\s*[:：]|embargo\w*\s*[:：]|embargoed\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"(?:来源|來源|出典|출처|source|quelle|fuente|fonte|источник|المصدر)\s?[:：]", re.IGNORECASE
)
_DONE = re.compile(
    r"#{2,}|\W*-\s?30\s?-\W*|\W*ends?\W*|\W*e n d s?\W*", re.IGNORECASE
)  # what a press release ends with
PROSE = 60  # characters of a line that ends like a sentence; a headline seldom does both
OPENING = 40  # the same right above such a line
LABEL = 15  # characters in which a label that a line begins with stands
BESIDE = 30  # characters beside the date in a line that dates a story
MENU = 3  # lines that end unlike sentences, in a row: a menu, or what a page links below its story
REST = 1 / 3  # of the prose above such a row; where less follows it, the story ended there
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
    """A plain text as the page of a story.

    Its headline stands above the first line of prose and above the line that dates it, with what is said about it in
    between. Nothing below the last line that ends like a sentence belongs to it, nor what a menu parts from it. Captions
    stand in figures.
    """
    lines = lines_of(text)
    captions = _captions(lines)
    top = _top(lines)
    title = _title([(n, line) for n, line in enumerate(lines[:top]) if n not in captions])
    if title is None:
        return as_markup(text)
    end = _end(lines, top)
    head = escape(lines[title])
    about = dict.fromkeys(n for n in _about(lines, title, top) if not _SOURCE.match(lines[n]))
    said = "".join(f"<div class='meta'>{escape(lines[n])}</div>" for n in about)
    body, below = (
        "\n".join(_block(lines[n], n in captions) for n in part if n not in about)
        for part in (range(top, end), range(end, len(lines)))
    )
    return (
        f"<html><head><title>{head}</title></head><body><header><h1>{head}</h1>{said}</header>"
        f"<article>{body}</article><footer>{below}</footer></body></html>"
    )


def _captions(lines: list[str]) -> set[int]:
    """The lines that are the label of a picture's caption or credit, and what it labels."""
    labels = {n for n, line in enumerate(lines) if is_label(line)}
    return labels | {n + 1 for n in labels}


def _top(lines: list[str]) -> int:
    """Where the prose begins. A short sentence right above it is a part of it, unless it asks."""
    top = next((n for n, line in enumerate(lines) if _is_prose(line)), min(len(lines), 1))
    opens = top > 1 and _is_prose(lines[top - 1], OPENING) and lines[top - 1][-1] not in "?!？！؟"
    return top - 1 if opens else top


def _title(lines: list[tuple[int, str]]) -> int | None:
    """The number of the headline among the lines above the prose: the longest of several words, above the date first."""
    dated = next((n for n, line in lines if _is_date(line)), 0)
    heads = [(n, line) for n, line in lines if not _is_about(line)]
    above = [(n, line) for n, line in heads if n < dated and _says_much(line)]
    return max(above or heads, key=lambda one: _says_much(one[1]) and _width(one[1]), default=(None, ""))[0]


def _is_about(line: str) -> bool:
    """Whether a line is about the story, and no headline: who wrote it, when, where it was found."""
    said = _ABOUT.match(line) or _SOURCE.match(line)
    return bool(said) or is_byline(line) or _is_date(line) or bool(told(line)[0])


def _about(lines: list[str], title: int, top: int) -> Iterator[int]:
    """The lines between headline and prose; where none dates the story, one above the headline or right below the
    first paragraph, the standfirst, does.
    """
    yield from range(title + 1, top)
    if not any(_is_date(lines[n]) for n in range(title + 1, top)):
        yield from (
            n for n in (*range(title), *range(top + 1, top + 2)) if n < len(lines) and _is_date(lines[n])
        )


def _says_much(line: str) -> bool:
    return len(line.split()) > 2 or _width(line) - len(line) >= MENU


def _is_date(line: str) -> bool:
    """Whether a line is mostly a date, or begins with a label of one."""
    found = find_printed(tidy(line), Clues()) if len(line) <= PROSE + BESIDE else []
    beside = len(line) - sum(one.end - one.start for one in found)
    return bool(found) and (beside <= BESIDE or bool(says(line[:LABEL])))


def _end(lines: list[str], top: int) -> int:
    """Where the story ends: behind its last sentence, or before the menu behind which little prose is left."""
    last = next((n for n in range(top, len(lines)) if _DONE.fullmatch(lines[n])), len(lines))
    prose = [n for n in range(top, last) if _SENTENCE.search(lines[n])]
    below, above = sum(len(lines[n]) for n in prose), 0
    for one, after in pairwise(prose):
        above, below = above + len(lines[one]), below - len(lines[one])
        if after - one > MENU and below < REST * above:
            return one + 1
    return prose[-1] + 1 if prose else len(lines)


def _block(line: str, is_caption: bool) -> str:
    text = escape(line)
    return f"<figure><figcaption>{text}</figcaption></figure>" if is_caption else f"<p>{text}</p>"


def _paragraphs(lines: list[str]) -> str:
    return "\n".join(f"<p>{escape(line)}</p>" for line in lines)


def _is_prose(line: str, least: int = PROSE) -> bool:
    return _width(line) >= least and bool(_SENTENCE.search(line))


def _width(line: str) -> int:
    """Its characters, those of Chinese and the like twice: they say as much as two."""
    return len(line) + sum(ord(character) > 0x2E80 for character in line)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether nearly every line break within a paragraph stands where the next word would not have fitted."""
    width = max(map(len, ["", *lines]))
    pairs = [(one, two) for one, two in pairwise(lines) if one and two]
    full = sum(_fills(one, two, width) for one, two in pairs)
    return WRAPPED[0] <= width <= WRAPPED[1] and len(pairs) >= 3 and full >= 0.8 * len(pairs)


def _fills(line: str, after: str, width: int) -> bool:
    """Whether the first word of the next line would not have fitted into this one."""
    return bool(line and after) and len(line) + 1 + len(after.split()[0]) > width
