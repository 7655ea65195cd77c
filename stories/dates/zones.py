"""Time zones as they are printed: offsets, names, and names that differ by country."""

import re
from collections.abc import Iterable
from datetime import UTC, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.core import get_global

# Hours from UTC of zone names that mean one thing wherever they are printed in the news.
HOURS = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "EET": 2, "EEST": 3,
    "MSK": 3, "МСК": 3, "TRT": 3, "WAT": 1, "CAT": 2, "SAST": 2, "EAT": 3, "IRST": 3.5, "PKT": 5, "NPT": 5.75, "WIB": 7,
    "WITA": 8, "WIT": 9, "ICT": 7, "HKT": 8, "SGT": 8, "MYT": 8, "PHT": 8, "AWST": 8, "JST": 9, "KST": 9,
    "ACST": 9.5, "ACDT": 10.5, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13, "BRT": -3, "ART": -3, "CLT": -4,
    "CLST": -3, "COT": -5, "PET": -5, "VET": -4, "EST": -5, "EDT": -4, "CDT": -5, "MDT": -6, "PDT": -7, "AKST": -9,
    "HST": -10, "NST": -3.5, "NDT": -2.5, "ADT": -3,
}  # fmt: skip

# Names that several countries use, with each country's hours.
SHARED: dict[str, dict[str, float]] = {
    "IST": {"IN": 5.5, "LK": 5.5, "IL": 2, "IE": 1},
    "BST": {"GB": 1, "IM": 1, "JE": 1, "GG": 1, "BD": 6},
    "CST": {"US": -6, "CA": -6, "MX": -6, "CN": 8, "TW": 8, "CU": -5},
    "PST": {"US": -8, "CA": -8, "MX": -8, "PH": 8},
    "MST": {"US": -7, "CA": -7, "MX": -7, "MY": 8},
    "AST": {"CA": -4, "PR": -4, "BB": -4, "TT": -4, "SA": 3, "IQ": 3, "KW": 3, "QA": 3},
    "GST": {"AE": 4, "OM": 4},
    "SST": {"WS": -11, "AS": -11, "SG": 8},
}

# Names that follow summer time by themselves.
SEASONAL = {"ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles",
          "UK": "Europe/London"}  # fmt: skip

OFFSET = re.compile(r"(?:GMT|UTC|Z)?\s?([+\-−])\s?(\d{1,2}):?([0-5]\d)?(?::00)?(?![\d:])", re.IGNORECASE)
IANA_NAME = re.compile(r"(?<![\w/])([A-Z][A-Za-z]+/[\w/+-]+)")
NAME = re.compile(r"(?<![A-Za-z])([A-Z]{1,5}|МСК)(?![A-Za-z])")


# Where nearly all who write a language keep one clock. It tells a midnight from a time of day, nothing more.
SPEAKERS = {
    "de": "Europe/Berlin", "fr": "Europe/Paris", "it": "Europe/Rome", "nl": "Europe/Amsterdam", "pl": "Europe/Warsaw",
    "cs": "Europe/Prague", "sv": "Europe/Stockholm", "da": "Europe/Copenhagen", "nb": "Europe/Oslo",
    "hu": "Europe/Budapest",
    "fi": "Europe/Helsinki", "el": "Europe/Athens", "ro": "Europe/Bucharest", "uk": "Europe/Kyiv",
    "tr": "Europe/Istanbul",
    "ru": "Europe/Moscow", "he": "Asia/Jerusalem", "fa": "Asia/Tehran", "hi": "Asia/Kolkata", "my": "Asia/Yangon",
    "th": "Asia/Bangkok", "vi": "Asia/Ho_Chi_Minh", "zh": "Asia/Shanghai", "ja": "Asia/Tokyo", "ko": "Asia/Seoul",
}  # fmt: skip


def zone_of(name: str) -> tzinfo | None:
    """The zone of an IANA name, None where there is none such."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def home(timezone_name: str, country: str) -> tuple[tzinfo | None, str | None]:
    """The zone of times printed without one: the outlet's, else the only one that its country has."""
    names = get_global("territory_zones").get(country.upper(), ())
    name = timezone_name or (names[0] if len(names) == 1 else "")
    zone = zone_of(name)
    return zone, name if zone else None


def likely(timezone_name: str, country: str, languages: Iterable[str]) -> list[tzinfo]:
    """The clocks that a page was probably written by: the outlet's, else those of its languages."""
    zone, _ = home(timezone_name, country)
    spoken = (zone_of(SPEAKERS.get(language.split("-")[0].lower(), "")) for language in languages)
    return [zone] if zone else [found for found in spoken if found]


def offset(sign: str, hours: str, minutes: str | None) -> tzinfo | None:
    """`+`, `05`, `30` as a zone; None where no place on Earth keeps it (beyond -12:00 and +14:00)."""
    span = timedelta(hours=int(hours), minutes=int(minutes or 0))
    span = span if sign == "+" else -span
    return timezone(span) if timedelta(hours=-12) <= span <= timedelta(hours=14) else None


def named(name: str, country: str = "") -> tzinfo | None:
    """The zone of a printed name in an outlet's country; None where the name is unknown or may mean several."""
    if name in HOURS:
        return UTC if HOURS[name] == 0 else timezone(timedelta(hours=HOURS[name]))
    if name in SHARED:
        hours = SHARED[name].get(country.upper())
        return None if hours is None else timezone(timedelta(hours=hours))
    return zone_of(SEASONAL.get(name, ""))


def find(text: str, country: str = "") -> tuple[tzinfo | None, str, str]:
    """(zone, its words, a note) of the zone that stands in `text`; the words are empty where none does."""
    if match := OFFSET.search(text):
        zone = offset(match[1], match[2], match[3])
        return zone, match[0].strip(), "" if zone else "no such offset"
    if match := IANA_NAME.search(text):
        return zone_of(match[1]), match[1], ""
    for match in NAME.finditer(text):
        name = match[1]
        if zone := named(name, country):
            return zone, name, ""
        if name in SHARED:
            return None, name, f"{name} is the time of {', '.join(SHARED[name])}"
    return None, "", ""
