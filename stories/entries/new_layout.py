"""The Centre's site since 2020: entries under every interface language, and the listing of cards."""

from stories.entries import labels
from stories.entries.content import fill
from stories.entries.dateline import is_date, iso, read_source_line
from stories.entries.lines import EntryLine
from stories.entries.old_layout import add_byline
from stories.entries.record import Entry


def anchor_of(lines: list[EntryLine]) -> int | None:
    """Where an entry begins: its type line, best above a date, then near an author label or a heading."""
    heading = next((n for n, line in enumerate(lines) if line.tag == "h1"), len(lines))
    typed = (n for n, line in enumerate(lines[:-1]) if labels.is_label(line.text, labels.TYPES))
    best = max(typed, key=lambda n: _type_score(lines[n + 1 : n + 4], heading <= n + 3), default=None)
    if best is None:  # no type in words that are known: a date above an author label
        return next(
            (n for n, line in enumerate(lines[:-1]) if is_date(line.text) and _author(lines[n + 1])), None
        )
    return best


def _type_score(below: list[EntryLine], headed: bool) -> int:
    """How much what stands below a type's word makes it an entry's type and not a word of the menu."""
    if is_date(below[0].text):
        return 3
    return 2 if any(_author(line) for line in below) else int(headed)


def is_evident(lines: list[EntryLine]) -> bool:
    """Whether more than a type's word, which any page may print, shows that an entry begins: the notice above it, the
    titles of its timelines, or below the type a date and an author label, or the quoted title and the date of a source.
    """
    start = anchor_of(lines) or 0
    below = lines[start + 1 : start + 7]
    if language_notice(lines[:start])[0]:
        return True
    if not labels.is_label(lines[start].text, labels.TYPES):
        return False
    filed = any(map(_author, below)) or any(labels.is_label(line.text, labels.TIMELINES) for line in lines)
    sources = filter(None, (read_source_line(line.text) for line in below))
    return (is_date(below[0].text) and filed) or any(line.title and line.published for line in sources)


def _author(line: EntryLine) -> str:
    """The author label of a line: "Author:" alone, or with the name behind it."""
    label, colon, name = line.text.partition(":") if ":" in line.text else line.text.partition("：")
    known = labels.plain(label) in labels.AUTHOR
    return "label" if known and not name.strip() else name.strip() if known and colon else ""


def language_notice(lines: list[EntryLine]) -> tuple[str, str]:
    """The page's language and the text's, as the notice above an untranslated entry states them."""
    for line in lines:
        text = line.text.casefold().replace("'", "’")
        for code, words in labels.UNTRANSLATED.items():
            if text.startswith(words):
                return code, _named_language(line.text)
    return "", ""


def _named_language(text: str) -> str:
    """The language that a notice names last: its first clause names the page's own."""
    positions = {code: text.casefold().rfind(name) for name, code in labels.LANGUAGE_NAMES.items()}
    code = max(positions, key=lambda code: positions[code])
    return code if positions[code] >= 0 else ""


def read_new_entry(lines: list[EntryLine], url: str, ui_language: str) -> Entry:
    """An entry from its type line down."""
    entry = Entry(url)
    start = anchor_of(lines) or 0
    entry.ui_language, entry.language = language_notice(lines[:start])
    entry.ui_language = entry.ui_language or ui_language
    below = _read_head(entry, lines, start)
    fill(entry, lines[below:])
    return entry


def _read_head(entry: Entry, lines: list[EntryLine], start: int) -> int:
    """Type, date, author and title in whatever order they stand; the number of the first line below them."""
    entry.title = next((line.text for line in lines[:start] if line.tag == "h1"), "")
    number = start
    while number < len(lines):
        line = lines[number]
        author = _author(line)
        if not entry.kind and labels.is_label(line.text, labels.TYPES):
            entry.kind = line.text
        elif not entry.published and is_date(line.text):
            entry.published = iso(line.text)
        elif author == "label" and number + 1 < len(lines):
            number += 1
            add_byline(entry, lines[number].text)
        elif author:
            add_byline(entry, author)
        elif not entry.title:
            entry.title = line.text
        elif not labels.is_label(line.text, labels.TAGS):
            break
        number += 1
    return number
