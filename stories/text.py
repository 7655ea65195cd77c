"""Text as it is stored: NFC, one space between words, nothing invisible."""

import re
import unicodedata

from lxml.etree import _Element

_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]"
)
_SPACES = re.compile(r"\s+")
_WORDS = re.compile(r"\w+")


def clean(text: str) -> str:
    """`text` in NFC on one line, without control characters, zero-width spaces and lone surrogates."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", _CONTROLS.sub("", text))).strip()


def key(text: str) -> str:
    """What two copies of one line share: its letters and digits, folded."""
    return " ".join(_WORDS.findall(text.casefold()))


def words_of(element: _Element) -> str:
    """The cleaned text of an element and of all that is in it."""
    return clean("".join(map(str, element.itertext())))
