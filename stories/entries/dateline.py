"""Lines that are a date, and lines that name the source: “Ferry crews to wear trackers”, 1 December 2019."""

import re
from dataclasses import dataclass

from stories.dates import read_date

DATE = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th|er|º)?\.?\s+(?:de\s+)?)?"  # 1, 1st, 1 de
    r"[^\W\d_]{2,12}\.?\s+(?:de\s+)?\d{4}(?:\s*г\.?)?"  # December 2019
    r"|[^\W\d_]{3,9}\.?\s+\d{1,2},\s+\d{4}"  # December 1, 2019
    r"|\d{4}\s*[年년]\s*\d{1,2}\s*[月월](?:\s*\d{1,2}\s*[日일])?"
    r"|\d{4}-\d{2}-\d{2}"
    r"|(?:19|20)\d{2}"
)
PAIRS = {
    "“": "”",
    '"': '"',
    "«": "»",
    "„": "“",
    "「": "」",
    "『": "』",
    "‘": "’",
    "'": "'",
    "”": "”",
    "《": "》",
}
COMMA = re.compile(r"[,，、،]\s*")
MARKS = " ,.，、،。"  # around a date and behind a title
TAGGED = re.compile(r"\s*\[[^\[\]]{2,30}\]\s*")  # [PDF], [Español]
OUTLET = re.compile(r"[^\W_a-z][^,.]{1,60}")
LANGUAGES = ("en", "es", "fr", "pt", "de", "ru", "zh", "ja", "ko", "ar")  # no two name different months alike


@dataclass(slots=True)
class SourceLine:
    """What an entry says of its source in its first line: the source's title and its own date."""

    title: str = ""
    published: str | None = None


def is_date(text: str) -> bool:
    """Whether the whole text is a date as the Centre prints it, to the day, the month or the year."""
    return len(text) <= 40 and bool(DATE.fullmatch(text.strip()))


def iso(text: str) -> str | None:
    """A printed date as ISO 8601 to its precision, or None. Days come before months on the Centre's pages."""
    found = read_date(text.strip(), LANGUAGES, "DMY")
    return found[0] if found else None


def read_source_line(text: str) -> SourceLine | None:
    """The source's title and date, where the line holds nothing else; None for a line of the body.

    Seen: curly, straight, angle quotes; the comma before or inside the closing mark; no date; a date alone.
    A quotation without a date is the source's title only if it does not end like a sentence of speech.
    """
    if is_date(text):
        return SourceLine(published=iso(text))
    end = text.rfind(PAIRS.get(text[:1], "\n"))
    if end < 2 or end > 300:
        return None
    title, rest = text[1:end].strip(), TAGGED.sub(" ", text[end + 1 :]).strip(MARKS)
    if rest:
        outlet, date = _parted(rest)
        named = is_date(date) and (not outlet or OUTLET.fullmatch(outlet))
        return SourceLine(title.rstrip(" ,，、،"), iso(date)) if named else None
    speech = title[-1:] in ".,…" or len(title) > 150
    return None if speech else SourceLine(title)


def _parted(text: str) -> tuple[str, str]:
    """What stands behind a source's title: the source's name, which may be missing, and the date."""
    for comma in [None, *COMMA.finditer(text)]:
        outlet, date = (text[: comma.start()], text[comma.end() :]) if comma else ("", text)
        if is_date(date):
            return outlet, date
    return "", ""
