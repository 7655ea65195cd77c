"""The encoding of a page that states none, or the one that servers state unasked: by the page's own language."""

import re
from collections.abc import Sequence

# What browsers fall back on where nothing is stated, by the reader's language (HTML standard, 13.2.3.2), with the other
# encodings in which pages of that language were written.
BY_LANGUAGE: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("ru", "uk", "bg", "mk", "sr", "be"), ("cp1251", "koi8_u", "iso8859_5")),
    **dict.fromkeys(("pl", "cs", "sk", "hu", "sl", "hr"), ("cp1250", "iso8859_2")),
    **dict.fromkeys(("lt", "lv", "et"), ("cp1257",)),
    **dict.fromkeys(("ar", "fa", "ur"), ("cp1256",)),
    "el": ("cp1253", "iso8859_7"),
    "tr": ("cp1254",),
    "he": ("cp1255",),
    "th": ("cp874",),
    "ja": ("euc_jp", "cp932"),
    "ko": ("cp949",),
    "zh": ("gb18030",),
    **dict.fromkeys(("zh-tw", "zh-hk", "zh-hant"), ("cp950", "big5hkscs")),
}
UNASKED = frozenset(
    {"cp1252", "iso8859-1", "ascii"}
)  # codecs of labels that many servers send with every page
HEAD = 4096  # bytes in which a page states its language
_LANG = re.compile(rb"""<html\b[^>]{0,300}?\blang\s*=\s*["']?([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)""", re.I)
_BEYOND_ASCII = re.compile(rb"[\x80-\xff][\x40-\xff]*")


def by_language(payload: bytes, labelled: Sequence[str]) -> list[str]:
    """The codecs that the page's language suggests, the likeliest first; none where a label tells which it is."""
    stated = None if any(codec not in UNASKED for codec in labelled) else _LANG.search(payload[:HEAD])
    if stated is None:
        return []
    tag = stated[1].decode("ascii").lower()
    codecs = BY_LANGUAGE.get(tag) or BY_LANGUAGE.get(tag.partition("-")[0], ())
    words = b" ".join(_BEYOND_ASCII.findall(payload))
    return sorted(codecs, key=lambda codec: _oddness(words, codec))


def _oddness(words: bytes, codec: str) -> int:
    """How many signs of the words beyond ASCII are no small letters in an encoding: of another one, most are none."""
    text = words.decode(codec, "replace")
    return sum(not (sign.isspace() or (sign.isalpha() and not sign.isupper())) for sign in text)
