"""Words for the one who was just named: "beteuerte Ada Moos vor Richterin Karla Odden. Diese fragte: ..."."""

from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc

SHE = {
    "de": words("diese letztere"),
    "fr": words("celle-ci celle-là"),
    "es": words("esta ésta"),
    "pt": words("esta essa"),
    "ru": words("та последняя"),
}
HE = {
    "de": words("dieser letzterer"),
    "fr": words("celui-ci celui-là"),
    "es": words("este éste"),
    "pt": words("este esse"),
    "ru": words("тот последний"),
}
MAX_TOKENS = 3  # of a demonstrative: "celle-ci" may be parted at its hyphen


def demonstrative(doc: Doc, first: int, last: int) -> str:
    """`he` or `she` where tokens [first, last) are nothing but a demonstrative, else empty."""
    if last - first > MAX_TOKENS:
        return ""
    code, low = doc.language.code, "".join(doc.low[first:last])
    return "she" if low in SHE.get(code, ()) else "he" if low in HE.get(code, ()) else ""
