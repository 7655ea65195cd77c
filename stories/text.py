"""Text as it is stored: NFC, one space between words, nothing invisible."""

import html
import json
import re
import unicodedata

from lxml import etree
from lxml.etree import _Element

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_UNSEEN = re.compile("[\x80-\x84\x86-\x9f\xad\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]")
_TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_WORDS = re.compile(r"\w+")
_APART = bytes(code for code in range(128) if not re.match(r"\w", chr(code)))  # taken out first: most of them
_APARTS = re.compile(r"[^\w\x00-\x7f]+")
_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_JOINERS = "\u200c\u200d"  # letters of Persian and of Indian scripts, and emoji, are written with them


def clean(text: str) -> str:
    """`text` in NFC on one line, without control characters, soft hyphens, zero-width spaces, lone surrogates."""
    text = " ".join(text.split())
    if not text.isprintable():
        text = " ".join(_CONTROLS.sub(" ", _UNSEEN.sub("", text)).split())
        text = text if text.strip(_JOINERS) else ""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def plain(text: str) -> str:
    """`text` that was written as mark-up: entities resolved, tags dropped, cleaned."""
    for _ in range(2):  # some systems escape what was escaped
        text = html.unescape(text)
    return clean(_TAGS.sub(" ", text))


def key(text: str) -> str:
    """What two copies of one line share: its letters and digits, folded."""
    return " ".join(_WORDS.findall(text.casefold()))


def letters(text: str) -> str:
    """What two copies of one text share even where they are spaced unlike: its letters and digits, folded."""
    folded = text.casefold().encode("utf-8", "surrogatepass").translate(None, _APART)
    said = folded.decode("utf-8", "surrogatepass")
    return said if said.isascii() else _APARTS.sub("", said)


def words_of(element: _Element) -> str:
    """The cleaned text of an element and of all that is in it."""
    return clean(text_of(element))


def text_of(element: _Element) -> str:
    """The text of an element and of all that is in it, as it stands."""
    return str(etree.tostring(element, method="text", encoding="unicode", with_tail=False))


def with_detail(reason: str, detail: str) -> str:
    """A reason, with what more is known of it behind a colon."""
    return ": ".join(filter(None, (reason, detail)))


def many(number: int, noun: str) -> str:
    """A number with its noun, which is given for one: `1 story`, `2 stories`, `0 days`."""
    if number == 1:
        return f"1 {noun}"
    if noun.endswith("y") and not noun.endswith(("ay", "ey", "oy")):
        return f"{number} {noun[:-1]}ies"
    return f"{number} {noun}{'es' if noun.endswith('s') else 's'}"


def printable(text: str) -> str:
    """`text` from outside as one line for a terminal, a log, an alert or a file name.

    A line's end is shown as ⏎; what steers a terminal, turns the direction of writing or has no picture, by its code.
    """
    text = _LINE_ENDS.sub("⏎", text).replace("\t", " ")
    return text if text.isprintable() else "".join(map(_picture, text))


def _picture(character: str) -> str:
    return character if _is_picture(character) else f"<U+{ord(character):04X}>"


def _is_picture(character: str) -> bool:
    return character.isprintable() or character in _JOINERS or unicodedata.category(character) == "Zs"


def escaped(json_text: str) -> str:
    """JSON in which no value steers a terminal or forges a line: such characters stand as JSON escapes (RFC 8259, 7).

    The value is the same.
    """
    if json_text.isprintable():
        return json_text
    return "".join(
        character if character == "\n" or _is_picture(character) else json.dumps(character)[1:-1]
        for character in json_text
    )
