"""The Centre's site until 2020: entries, and story pages with their components."""

import re
from itertools import pairwise

from stories.entries import labels
from stories.entries.address import entry_address
from stories.entries.attribution import read_attribution
from stories.entries.content import fill
from stories.entries.dateline import DATE, is_date, iso
from stories.entries.lines import EntryLine
from stories.entries.record import Entry, EntryPage

_AUTHOR = "|".join(map(re.escape, labels.AUTHOR))
BYLINE = re.compile(
    rf"(?:{_AUTHOR})\s*[:：]\s*(?P<who>.*?)(?:\s*,)?\s*(?:[^\W\d][^:,]{{2,25}}:\s*(?P<when>{DATE.pattern}))",
    re.IGNORECASE,
)
SIGNED = re.compile(rf"(?:{_AUTHOR})\s*[:：]\s*(?P<who>.+)", re.IGNORECASE)
DATED = re.compile(rf"[^\W\d][^:,]{{2,25}}:\s*(?P<when>{DATE.pattern})")
BANNER_END = re.compile(r"hide message$", re.IGNORECASE)
BANNER_MOST = 40  # lines; a banner whose end is missing must not swallow the page


def is_story(lines: list[EntryLine]) -> bool:
    """Whether the lines hold the marks above a story's components, and not in the appeal alone."""
    return any(labels.is_label(line.text, labels.STORY_MARKS) for line in without_banner(lines))


def byline_at(lines: list[EntryLine]) -> int | None:
    """Where the line "Author: A, Published on: D Month YYYY" stands."""
    return next((n for n, line in enumerate(lines) if BYLINE.fullmatch(line.text)), None)


def without_banner(lines: list[EntryLine]) -> list[EntryLine]:
    """The lines without the appeal between "hide message" and "<button> hide message"."""
    start = next((n for n, line in enumerate(lines) if line.text.casefold() == "hide message"), None)
    if start is None:
        return lines
    for end in range(start + 1, min(len(lines), start + BANNER_MOST)):
        if BANNER_END.search(lines[end].text):
            return lines[:start] + lines[end + 1 :]
    return lines[:start] + lines[start + 1 :]


def read_old_entry(lines: list[EntryLine], url: str) -> Entry:
    """An entry by its byline; one without a byline by its heading, with what it lacks left empty."""
    lines = without_banner(lines)
    entry = Entry(url)
    below = _read_head(entry, lines)
    fill(entry, lines[below:])
    return entry


def _read_head(entry: Entry, lines: list[EntryLine]) -> int:
    """Title and byline; the number of the first line below them."""
    at = byline_at(lines)
    if at is not None and (signed := BYLINE.fullmatch(lines[at].text)):
        entry.published = iso(signed["when"])
        add_byline(entry, signed["who"])
    heads = [n for n, line in enumerate(lines[: at or None]) if line.tag == "h1"]
    title = heads[-1] if heads else (0 if at is None else at - 1)
    entry.title = lines[title].text if lines and title >= 0 else ""
    return at + 1 if at is not None else _read_broken_byline(entry, lines, title + 1)


def _read_broken_byline(entry: Entry, lines: list[EntryLine], number: int) -> int:
    """Half a byline, or one on two lines; the number of the first line below it."""
    for line in lines[number : number + 2]:
        if signed := SIGNED.fullmatch(line.text):
            add_byline(entry, signed["who"])
        elif dated := DATED.fullmatch(line.text):
            entry.published = iso(dated["when"])
        else:
            break
        number += 1
    return number


def add_byline(entry: Entry, who: str) -> None:
    """Put an author string into the entry, whole and taken apart."""
    read = read_attribution(who)
    entry.attribution = who.strip()
    entry.authors, entry.outlet = read.authors, read.outlet
    entry.outlet_country = read.country


def read_old_story(lines: list[EntryLine], url: str) -> EntryPage:
    """A story: its title, and an entry for each component."""
    lines = without_banner(lines)
    marks = [n for n, line in enumerate(lines) if labels.is_label(line.text, labels.STORY_MARKS)]
    head, rest = lines[: marks[0]], lines[marks[-1] + 1 :]
    heads = [n for n, line in enumerate(head) if line.tag == "h1"]
    title = heads[-1] if heads else next((n for n, line in enumerate(head) if not line.link), 0)
    page = EntryPage("story", title=head[title].text if head else "", evident=True)
    starts = _component_starts(rest)
    for start, end in pairwise([*starts, len(rest)]):
        page.entries.append(_read_component(rest[start:end], url))
    return page


def _component_starts(lines: list[EntryLine]) -> list[int]:
    """A component begins at its type line, or else at the date above its title and author."""
    starts = []
    for number, line in enumerate(lines):
        typed = number > 0 and labels.is_label(lines[number - 1].text, labels.TYPES)
        signed = any(SIGNED.fullmatch(near.text) for near in lines[number + 1 : number + 4])
        if is_date(line.text) and (typed or signed):
            starts.append(number - 1 if _has_type(lines, number) else number)
    return starts


def _has_type(lines: list[EntryLine], date: int) -> bool:
    """A type is known by its word, or is the one short line between a component's link and the next date."""
    if date == 0:
        return False
    above = lines[date - 1].text
    follows = date == 1 or labels.is_label(lines[date - 2].text, labels.SOURCE_LINKS)
    return labels.is_label(above, labels.TYPES) or (
        follows and len(above) < 40 and not _is_label_or_date(above)
    )


def _is_label_or_date(text: str) -> bool:
    return is_date(text) or labels.is_label(text, labels.SOURCE_LINKS) or bool(SIGNED.fullmatch(text))


def _read_component(lines: list[EntryLine], url: str) -> Entry:
    entry = Entry(url)
    if not is_date(lines[0].text):
        entry.kind = lines.pop(0).text
    entry.published = iso(lines.pop(0).text)
    if lines and not SIGNED.fullmatch(lines[0].text):
        title = lines.pop(0)
        entry.title = title.text
        # Companies answer more than once, under one title
        part = slug(f"{title.text} {entry.published or ''}")
        entry.url = title.link or f"{entry_address(url)}#{part}"
    if lines and (signed := SIGNED.fullmatch(lines[0].text)):
        add_byline(entry, signed["who"])
        lines.pop(0)
    fill(entry, lines)
    return entry


def slug(title: str) -> str:
    """A title as a fragment of an address: the same title gives the same fragment whatever page shows it."""
    return re.sub(r"[\W_]+", "-", title.casefold()).strip("-")
