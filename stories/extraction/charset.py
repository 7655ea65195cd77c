"""Bytes to characters, as browsers do it."""

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress

from w3lib.encoding import resolve_encoding

from stories.extraction.fallbacks import by_language

BOMS = {  # that of UTF-32 begins with that of UTF-16
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
BROKEN = "\ufffd"
ONE_IN = 20  # one byte in so many beyond ASCII may break in a page that is in its encoding
_ASCII = bytes(range(128))
MOJIBAKE = 0.4  # of what is no space: no language writes so many accents
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,40})""", re.I
)
# Two codecs of Python know between them what the one of browsers does. Source: the WHATWG Encoding Standard.
_SECOND = {"euc_jp": "euc_jis_2004", "big5hkscs": "cp950"}
_LABELS = {"windows-949": "cp949"}  # that w3lib lacks
_DOUBLE = re.compile(  # UTF-8 that was read as windows-1252 and saved again
    "[ÃÂÐÑØÙà][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2018-\u201e\u2020-\u2026\u2030\u20ac\u2122]|â€"
)
_CONTROL_REFERENCES = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01])(?![0-9])|[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F])(?![0-9a-fA-F]));?"
)


def decode(payload: bytes, stated: str | None = None) -> str:
    """The characters of a page, but for references to control characters, which no tree of elements may hold."""
    text = _decoded(payload, stated)
    return _CONTROL_REFERENCES.sub("", text) if "&#" in text else text


def _decoded(payload: bytes, stated: str | None) -> str:
    """The characters of a page: by its byte order mark, as UTF-8 if it is that, else as labelled.

    A page that decodes as UTF-8, but for a few bytes, is UTF-8 whatever its label says. What breaks in a page that is
    else as labelled is U+FFFD. One without a label, or with the one that servers send unasked, is in what its language
    suggests (`fallbacks`). One that fits nothing is windows-1252, the fallback of browsers.
    """
    for mark, encoding in BOMS.items():
        if payload.startswith(mark):
            return payload.decode(encoding, "replace")
    if _is_escaped(payload):
        return payload.decode("iso2022_jp_ext", "replace")
    labelled = list(_labels(payload, stated))
    for encoding in (*wide(payload), "utf-8"):
        with suppress(UnicodeError):
            return payload.decode(encoding)
    suggested = [] if _is_nearly_utf8(payload) else by_language(payload, labelled)
    for encoding in (*suggested, *labelled):
        with suppress(UnicodeError, LookupError):
            return payload.decode(encoding)
    return _mended(payload, ["utf-8", *suggested, *labelled])


def _is_nearly_utf8(payload: bytes) -> bool:
    """Whether it is UTF-8 but for a few bytes."""
    beyond = len(payload.translate(None, _ASCII))
    return payload.decode("utf-8", "replace").count(BROKEN) * ONE_IN < beyond


def _mended(payload: bytes, encodings: list[str]) -> str:
    """The page in that of `encodings` in which the fewest bytes break, where they are few.

    In a page of little but ASCII a letter of two bytes or more that is whole in UTF-8 says more than a byte that breaks.
    """
    beyond = len(payload.translate(None, _ASCII))
    texts = [payload.decode(encoding, "replace") for encoding in encodings]
    text = min(texts, key=lambda text: text.count(BROKEN))
    broken = text.count(BROKEN)
    if broken * ONE_IN < beyond or (broken <= 2 and text is not texts[0]):
        return text
    whole = sum(not character.isascii() for character in texts[0]) - texts[0].count(BROKEN)
    return texts[0] if whole > texts[0].count(BROKEN) else payload.decode("cp1252", "replace")


def _is_escaped(payload: bytes) -> bool:
    """Whether it is ISO-2022-JP, ASCII in bytes: its escapes show it, whatever the page or the answer says."""
    return b"\x1b$" in payload and b"\x1b(" in payload


def wide(payload: bytes) -> Iterator[str]:
    """UTF-16 without a byte order mark shows as a zero in every other byte of the mark-up."""
    head = payload[:200]
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if zeros.count(0) * 3 > len(head):
            yield encoding


def _labels(payload: bytes, stated: str | None) -> Iterator[str]:
    """The codecs that the answer and the page name. No page is in one of Python's own, nor unmarked in UTF-16."""
    declared = _DECLARED.search(payload[:4096])
    for label in (stated, declared and declared[1].decode("ascii", "ignore")):
        low = (label or "").strip().lower()
        codec = _LABELS.get(low) or resolve_encoding(low) or resolve_encoding(low.removeprefix("x-")) or ""
        if codec and _reads_text(codec):
            yield from filter(None, (codec, _SECOND.get(codec)))


def _reads_text(codec: str) -> bool:
    """Whether it is a codec of a legacy character set, in which ASCII is ASCII."""
    try:
        return not codec.startswith("utf") and b"<\\n>".decode(codec) == "<\\n>"
    except (UnicodeError, LookupError):  # Python has codecs `undefined` and `hex`
        return False


def mojibake(text: str) -> str:
    """What shows that a text as a whole was read in a wrong encoding, in words; empty where nothing does."""
    size = len("".join(text.split()))
    odd = text.count(BROKEN) + len(text.encode("cp1252", "ignore").translate(None, _ASCII))
    return f"{odd} of {size} characters are accents, marks or unreadable" if odd > MOJIBAKE * size else ""


def slips(text: str) -> str:
    """The letters of a text that show that a part of it was read in a wrong encoding, in words; empty where none do."""
    broken, double = text.count(BROKEN), len(_DOUBLE.findall(text))
    found = [f"{broken} characters that could not be read"] if broken else []
    return "; ".join([*found, f"{double} pairs of letters such as Ã©"] if double > 2 else found)
