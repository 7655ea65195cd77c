"""Dates written for people: day, month and year in words and digits, in the languages of the news."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from stories.dates import calendars
from stories.dates.labels import bare, says
from stories.dates.moment import Clues, Moment, plain, unread
from stories.dates.names import JALALI, fold, months
from stories.dates.order import order_of

NAME = r"(?P<name>[^\W\d_][^\s\d,;:/()\[\]|–—-]*)"
EDGE = r"(?<![\d:.,])"
DAY = EDGE + r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|ère|eme|\.?[oaª°]\b)?"
OF = r"(?:[\s.,\-/]|de\b|del\b|of\b|do\b|d['’]|m\.|gada\b|-?yil\b|พ\.\s?ศ\.?|ค\.\s?ศ\.?)*"
YEAR = r"(?P<year>\d{4}|['’]?\d{2}(?![\d:.]\d|\s?h\d|\s?[ap]\.?m\b|:))(?!\d)"
LONG = r"(?<!\d)(?P<year>\d{4})"
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        DAY + OF + NAME + r"(?:\s?/\s?[^\W\d]{2,14})?" + OF + YEAR,
        NAME
        + r"[\s.\-/]*"
        + DAY.removeprefix(EDGE)
        + r"(?P<to>\s?[-–—]\s?\d{1,2})?[\s,.\-/]*(?P<year>\d{4}|['’]\d{2})(?!\d)",
        LONG + OF + NAME + r"[\s.\-/]*(?P<day>\d{1,2})(?![\d:])",
        LONG + OF + DAY + OF + NAME,
        LONG + r"\s?(?P<mark>[-/.年년])\s?(?P<month>\d{1,2})\s?[-/.月월]\s?(?P<day>\d{1,2})\s?[日일.]?(?!\d)",
        r"(?<![\d./-])(?P<one>\d{1,2})\s?(?P<mark>[./-])\s?(?P<two>\d{1,2})\s?(?P=mark)\s?(?P<year>\d{4}|\d{2})(?![\d]|[./-]\d)",
        r"(?<!\d)(?P<day>\d{1,2})\s?tháng\s?(?P<month>\d{1,2})(?:\s?năm|,|\s)\s?(?P<year>\d{4})(?!\d)",
    )
)
MONTH_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        NAME + OF + r"(?P<year>\d{4}|['’]\d{2})",
        LONG + OF + NAME,
        LONG + r"\s?[-/.年년]\s?(?P<month>\d{1,2})\s?[月월]?",
        r"(?P<month>\d{1,2})\s?[-/.]\s?(?P<year>\d{4})",
    )
)
BEFORE = re.compile(
    rf"(?<![\d.:/-])\d{{1,2}}(?:st|nd|rd|th|\.)?\s?(?:{NAME}\s?)?(?:[-–—/&]|\b(?:to|and|und|og|och|bis|al?|au|et|y|e|en|i|до))\s?$",
    re.IGNORECASE,
)
JALALI_MONTHS = {fold(name): number for number, name in enumerate(JALALI, 1)}
BETWEEN = re.compile(r"\s?(?:[-–—]|to|bis|al?|au|до)\s?", re.IGNORECASE)


@dataclass(slots=True, frozen=True)
class Found:
    """A date found in a text: what it says and where it stands."""

    moment: Moment
    start: int
    end: int


def find_printed(text: str, clues: Clues) -> list[Found]:
    """The whole dates (day, month and year) in a tidied text, in order, none inside another."""
    names = months(clues.languages)
    found = [f for form in FORMS for f in _matches(form, text, names, clues)]
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def read_month(text: str, clues: Clues) -> Moment | None:
    """The moment of a text that, but for labels, is only a month and a year, or only a year."""
    text = bare(text)
    if re.fullmatch(r"\d{4}", text):
        return plain(int(text))
    for form in MONTH_FORMS:
        if (match := form.fullmatch(text)) and (month := _month(match, months(clues.languages))):
            return plain(_year(match["year"], clues, text), month)
    return None


def _matches(form: re.Pattern[str], text: str, names: Mapping[str, int], clues: Clues) -> Iterator[Found]:
    start = 0
    while match := form.search(text, start):
        moment = _moment(match, text, names, clues)
        if moment:
            yield Found(moment, match.start(), match.end())
        start = match.end() if moment else match.start() + 1


def _moment(match: re.Match[str], text: str, names: Mapping[str, int], clues: Clues) -> Moment | None:
    parts = match.groupdict()
    if _is_range(match, text, names):
        return unread("a range of days")
    if parts.get("one"):
        return _digits(match, text, clues)
    if parts.get("name") and (jalali := _jalali(parts, text)):
        return jalali
    month = _month(match, names)
    if month is None:
        return None
    return _day(_year(parts["year"], clues, text), month, int(parts["day"]), text)


def _is_range(match: re.Match[str], text: str, names: Mapping[str, int]) -> bool:
    before = BEFORE.search(text[: match.start()])
    inside = match.groupdict().get("to")
    return bool(inside or (before and (not before["name"] or fold(before["name"]) in names)))


def _month(match: re.Match[str], names: Mapping[str, int]) -> int | None:
    parts = match.groupdict()
    if parts.get("month"):
        return int(parts["month"])
    name = fold(parts["name"])
    return names.get(name) or names.get(name.removeprefix("ב"))  # Hebrew writes "in" onto the month


def _year(digits: str, clues: Clues, text: str) -> int:
    """A printed year in the Gregorian calendar; two digits are the nearest such year not after the next one."""
    year = int(digits.strip("'’"))
    base = (clues.base or datetime.now(UTC)).year
    thai = calendars.THAI.search(text) or "th" in clues.languages
    short = year + 2500 - calendars.BUDDHIST  # 69 is 2569 of the Buddhist era
    if thai and len(digits.strip("'’")) == 2 and base - 40 < short <= base + 1:
        return short
    if len(digits.strip("'’")) == 2:
        year += 2000 if 2000 + year <= base + 1 else 1900
    return year - calendars.BUDDHIST if thai and year > 2400 else year


def _day(year: int, month: int, day: int, text: str) -> Moment:
    if 1300 <= year <= 1450 and (calendars.HIJRI.search(text) or calendars.HIJRI_MONTH.search(text)):
        return unread("a day of the Islamic calendar")
    if 1300 <= year <= 1450:
        return _solar(year, month, day)
    return plain(year, month, day)


def _jalali(parts: Mapping[str, str], text: str) -> Moment | None:
    month = JALALI_MONTHS.get(fold(parts["name"]))
    return _solar(int(parts["year"]), month, int(parts["day"])) if month else None


def _solar(year: int, month: int, day: int) -> Moment:
    try:
        gregorian = calendars.jalali(year, month, day)
    except ValueError as error:
        return unread(str(error))
    return plain(gregorian.year, gregorian.month, gregorian.day)


def _digits(match: re.Match[str], text: str, clues: Clues) -> Moment:
    """Two numbers and a year: the order of day and month is the clues', or stays open."""
    one, two, year = int(match["one"]), int(match["two"]), _year(match["year"], clues, text)
    order = order_of(clues, match["mark"])
    if order == "YMD" and len(match["year"]) == 2:
        return plain(_year(match["one"], clues, text), two, int(match["year"]))
    by_order = {"DMY": plain(year, two, one), "MDY": plain(year, one, two)}
    readable = {m.value: m for m in by_order.values() if m.value}
    if len(readable) < 2:
        return next(iter(readable.values()), unread("no such day in the calendar"))
    if order in by_order:
        return by_order[order]
    return unread("day and month in unknown order: {} or {}".format(*readable), *readable)


def pick(found: list[Found], text: str, field: str) -> Found:
    """Of several dates in one text, the one whose label fits the field that is asked for; else the first."""
    if len(found) == 2 and BETWEEN.fullmatch(text[found[0].end : found[1].start]):
        return Found(unread("a range of days"), found[0].start, found[1].end)
    before = [says(text[(found[i - 1].end if i else 0) : one.start]) for i, one in enumerate(found)]
    other = "published" if field == "modified" else "modified"
    for wanted in (field, ""):
        if wanted in before:
            return found[before.index(wanted)]
    rest = [one for one, label in zip(found, before, strict=True) if label != other]
    return (rest or found)[0]
