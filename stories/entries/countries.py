"""Country names in print to ISO 3166-1 alpha-2, by the names of the Unicode CLDR (through Babel)."""

import re
from functools import cache

from babel import Locale

LOCALES = ("en", "es", "fr", "pt", "de", "ru", "zh_Hans", "zh_Hant", "ja", "ko", "ar", "my", "tr")
UNASSIGNED = {
    "ZZ",
    "QO",
    "EU",
    "EZ",
    "UN",
    "XA",
    "XB",
    "AC",
    "CP",
    "CQ",
    "DG",
    "EA",
    "IC",
    "TA",
}  # CLDR's own
PRINTED_PLACE = re.compile(r"[^\W\d_a-z][^\d]*[^\W\d_A-Z]")  # "Freedonia", never "SACOM"
SHORT = {
    "uk": "GB", "u.k.": "GB", "great britain": "GB", "britain": "GB", "england": "GB", "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB", "us": "US", "u.s.": "US", "usa": "US", "u.s.a.": "US", "america": "US",
    "burma": "MM",
    "czech republic": "CZ", "dem. rep. of congo": "CD", "democratic republic of congo": "CD", "drc": "CD",
    "ivory coast": "CI", "korea": "KR", "macedonia": "MK", "palestine": "PS", "hong kong": "HK",
    "macau": "MO",
    "republic of korea": "KR", "swaziland": "SZ", "the netherlands": "NL", "holland": "NL", "turkey": "TR",
    "uae": "AE",
    "east timor": "TL", "cape verde": "CV", "russian federation": "RU", "viet nam": "VN", "ee. uu.": "US",
    "eeuu": "US",
    "ee.uu.": "US", "états-unis": "US", "royaume-uni": "GB", "reino unido": "GB",
}  # fmt: skip


def code_of(name: str) -> str:
    """The code of a country's name in any language of the Centre; empty for a name that no country bears."""
    return _codes().get(_key(name), "")


def is_place(name: str) -> bool:
    """Whether a name in brackets after an outlet is a country, even one without a code. "SACOM" is none."""
    return bool(code_of(name) or PRINTED_PLACE.fullmatch(name))


def _key(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").replace("&", "and").split())


@cache
def _codes() -> dict[str, str]:
    """Every name, the English ones last so that they win over a like-named country of another language."""
    codes: dict[str, str] = {}
    for locale in reversed(LOCALES):
        names = Locale.parse(locale).territories
        codes |= {
            _key(name): code for code, name in names.items() if code.isalpha() and code not in UNASSIGNED
        }
    return codes | SHORT
