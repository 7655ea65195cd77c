"""What the templates ask of a record's texts: made harmless, cut, dated, addressed. All of it is text, never mark-up."""

import re
from datetime import datetime
from shlex import quote as shell
from urllib.parse import quote, urlsplit

from stories.text import printable

TAG = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")  # BCP 47, as far as a page needs it
CUT = 280  # characters of a text in a list
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def harmless(text: object) -> str:
    """A record's text with what turns the direction of writing, or has no picture, shown by its code; lines stay."""
    words = "" if text is None else str(text)
    return words if words.isprintable() else "\n".join(map(printable, words.split("\n")))


def cut(text: object, length: int = CUT) -> str:
    """A text on one line, at most so long, broken between words."""
    words = " ".join(harmless("" if text is None else str(text)[: 4 * length]).split())
    if len(words) <= length:
        return words
    kept = words[:length]
    return (kept.rsplit(" ", 1)[0] if " " in kept[length // 2 :] else kept).rstrip(" ,;:") + " …"


def outward(url: object) -> str:
    """An address that may be followed, else nothing: http and https alone, so that no record runs a script."""
    text = str(url or "").strip()
    try:
        fits = urlsplit(text).scheme in ("http", "https") and bool(urlsplit(text).netloc)
    except ValueError:
        fits = False
    return text if fits and text.isprintable() else ""


def tongue(language: object) -> str:
    """A language for the attribute `lang`; nothing where a record holds no language tag."""
    text = str(language or "")
    return text if TAG.fullmatch(text) else ""


def day(value: object) -> str:
    """A date or time as people read it, to its precision: `29 Oct 2026`, `Oct 2026`, `2026`."""
    text = str(value or "")
    parts = text[:10].split("-")
    if not all(part.isdecimal() for part in parts) or (len(parts) > 1 and not 1 <= int(parts[1]) <= 12):
        return harmless(text)
    names = [
        parts[0],
        MONTHS[int(parts[1]) - 1] if len(parts) > 1 else "",
        parts[2].lstrip("0") if len(parts) > 2 else "",
    ]
    return " ".join(filter(None, reversed(names)))


def moment(value: object) -> str:
    """A time as people read it: `29 Oct 2026, 14:05 UTC`; a date as a day."""
    text = str(value or "")
    try:
        time = datetime.fromisoformat(text) if "T" in text else None
    except ValueError:
        time = None
    return f"{day(text)}, {time:%H:%M} UTC" if time else day(text)


def number(value: object) -> str:
    """A number with its thousands apart."""
    return f"{value:,}" if isinstance(value, int) else str(value or 0)


def named(name: object) -> str:
    """A name in an address's query."""
    return quote(str(name), safe="")


FILTERS = {one.__name__: one for one in (harmless, cut, outward, tongue, day, moment, number, named)} | {
    "shell": shell
}
