"""How a language speaks of dates in running text: the patterns that mentions are found by."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from stories.dates.names import DIGITS, NUMBERS, WEEKDAYS, fold, locale, month_names

# Words before a year that make the number a year, and before a month whose name is another word too.
PREPOSITIONS = {
    "en": "in|since|by|until|till|during|before|after|early|late|mid|of|between|year|from|through|and|to",
    "de": "im|in|seit|bis|ende|anfang|mitte|jahr|jahre|jahres|vor|nach|ab",
    "es": "en|desde|hasta|de|del|año",
    "fr": "en|depuis|dès|fin|début|mi|année|avant|après|de",
    "pt": "em|desde|até|de|ano",
    "it": "nel|dal|del|a|in|da|anno",
    "nl": "in|sinds|tot|eind|begin|vanaf|jaar",
    "ar": "في|منذ|عام|سنة|حتى",
    "my": "",
}
YEAR_AFTER = {
    "ru": r"\s?(?:год[а-я]{0,2}|г\.)",
    "uk": r"\s?(?:р[іо]к\w{0,2}|р\.)",
    "tr": r"(?:['’]\w{1,4}|\syılı\w{0,4})",
    "pl": r"\s(?:roku?|r\.)",
}
EARLIER = {"en": "earlier|later|early|late", "de": "anfang|ende|mitte", "fr": "plus tôt|début|fin"}
LAST = {"en": "last|past", "de": "letzte[nrsm]?|vergangene[nrsm]?|vorige[nrsm]?", "nl": "afgelopen|vorige"}
NEXT = {"en": "next|coming", "de": "nächste[nrsm]?|kommende[nrsm]?", "nl": "volgende|komende"}
LAST_AFTER = {"fr": "derniers?", "es": "pasado", "it": "scors[oa]", "pt": "passad[oa]", "ar": "الماضي"}
NEXT_AFTER = {
    "fr": "prochains?",
    "es": "próximo",
    "it": "prossim[oa]",
    "pt": "próxim[oa]",
    "ar": "المقبل|القادم",
}
A_YEAR = r"(?:1[89]|20)\d\d"
UNIT = re.compile(r"^(?:in )?(?:\\1|\d+) (?:day|week|month|year)\b")
NEVER = r"(?!)"
CAPITALS = frozenset({"en", "de"})  # the languages whose months and weekdays always begin with a capital
OTHER_WORDS = frozenset({"may", "march", "mars", "august", "mai", "mei", "ocak", "ekim", "mart"})
NO_DATES = re.compile(
    r"Black Friday|Good Friday|Bloody Sunday|Sunday Times|September 11 attack|por la mañana|la mañana"
)
CJK = re.compile(
    r"(?:(?P<year>(?:1[89]|20)\d\d)\s?[年년]\s?)?(?<![\d.])(?P<month>\d{1,2})\s?[月월]\s?(?:(?P<day>\d{1,2})\s?[日일号])?"
    r"|(?<!\d)(?P<only>(?:1[89]|20)\d\d)\s?[年년](?!代)"
)
DIGITAL = re.compile(r"(?<![\d./-])(?P<digits>\d{4}-\d\d-\d\d|\d{1,2}([./])\d{1,2}\2\d{4})(?![\d/-])")


@dataclass(slots=True, frozen=True)
class Speech:
    """One language's patterns, and what its names mean: numbers of months and weekdays, dateparser's English of spans."""

    language: str
    patterns: tuple[re.Pattern[str], ...]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    spans: Mapping[str, str]


@lru_cache(maxsize=32)
def speech(language: str) -> Speech:
    """The patterns of a BCP 47 language; of an unknown one, only those in digits."""
    table = locale(language)
    months = {fold(name): number for name, number in month_names(language) if not name[0].isdigit()}
    days = {fold(n): i for i, day in enumerate(WEEKDAYS) for n in full(table.get(day, ()))}
    spans = {
        fold(w): e for e, words in table.get("relative-type", {}).items() if UNIT.search(e) for w in words
    }
    return Speech(language, _patterns(language), months, days, spans)


def full(names: Iterable[str]) -> list[str]:
    """The names that are not the beginning of another of them: those are abbreviations."""
    names = [name for name in names if not name[0].isdigit() and "(" not in name]
    folded = {fold(name) for name in names}
    return [n for n in names if not any(o != fold(n) and o.startswith(fold(n)) for o in folded)]


def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    base, table = language.replace("_", "-").split("-")[0].lower(), locale(language)
    by_month: dict[int, list[str]] = {}
    for name, number in month_names(language):
        by_month.setdefault(number, []).append(name)
    month = _any(name for names in by_month.values() for name in names if not name[0].isdigit())
    alone = _any(name for names in by_month.values() for name in full(names) if len(name) > 2)
    day = _any(name for weekday in WEEKDAYS for name in full(table.get(weekday, ())) if len(name) > 2)
    spans = _any(
        w
        for e, words in table.get("relative-type", {}).items()
        if UNIT.search(e)
        for w in words
        if len(w) > 1
    )
    which = f"(?:(?P<last>{LAST.get(base, NEVER)})|(?P<next>{NEXT.get(base, NEVER)}))\\s"
    after = f"\\s(?:(?P<last2>{LAST_AFTER.get(base, NEVER)})|(?P<next2>{NEXT_AFTER.get(base, NEVER)}))"
    year = rf"(?P<year>{A_YEAR})(?!\d)"
    of = r"(?:\sof|\sde|\sdel|\sdo|\sd['’])?"
    forms = [
        rf"(?:(?:{day}),?\s)?(?<![\d.,:])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|ª|°)?\.?{of}\s?(?P<name>{month})(?!\w)(?:\.?,?{of}\s{year})?",
        rf"(?:(?:{day}),?\s|(?P<year0>{A_YEAR})[.,]?\s)?(?P<name>{month})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s{year}|(?![\w:%]|[.,]\d))",
        rf"(?P<name>{month})\.?,?{of}\s{year}",
        rf"(?:{which})?(?P<name>{alone})(?!\w)(?:{of}\s(?P<span>{spans})(?!\w)|{after})?",
        rf"(?:{which})?(?P<weekday>{day})(?!\w)(?:{after})?",
        rf"(?:(?:{EARLIER.get(base, NEVER)})\s)?(?P<distance>{spans})(?!\w)",
        rf"(?P<of>{PREPOSITIONS.get(base, NEVER)})\s{year}(?![-–]\d|\.\d|,\d|%)",
        rf"{year}(?:{YEAR_AFTER.get(base, NEVER)})",
        *(rf"(?P<counted>{words})(?!\w)" for words in _counted(base, table)),
    ]
    edged = [
        re.compile(rf"(?<!\w)(?:{form})", re.IGNORECASE) for form in forms if "(?P<name>(?!))" not in form
    ]
    return (*edged, CJK, DIGITAL)


def _counted(base: str, table: Mapping[str, Mapping[str, list[str]]]) -> Iterator[str]:
    """Spans with a number in them, the number as digits or as a word of the language."""
    number = rf"(?:\d{{1,3}}|{NUMBERS[base].replace(' ', '|')})" if base in NUMBERS else r"\d{1,3}"
    for english, words in table.get("relative-type-regex", {}).items():
        if UNIT.search(english) and english.endswith("ago"):
            yield "|".join(word.replace(DIGITS, number) for word in words)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted({re.escape(w) for w in words if w}, key=len, reverse=True)) or NEVER
