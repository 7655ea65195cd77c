"""How a language speaks of dates in running text: the patterns that mentions are found by."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from stories.dates.names import DIGITS, NUMBERS, WEEKDAYS, fold, locale, month_names
from stories.dates.searched_text import Form

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
YEAR = rf"(?P<year>{A_YEAR})(?!\d)"
OF = r"(?:\sof|\sde|\sdel|\sdo|\sd['’])?"
UNIT = re.compile(r"^(?:in )?(?:\\1|\d+) (?:day|week|month|year)\b")
NEVER = r"(?!)"
CAPITALS = frozenset({"en", "de"})  # the languages whose months and weekdays always begin with a capital
OTHER_WORDS = frozenset(
    {"may", "march", "april", "june", "august", "mars", "mai", "mei", "ocak", "ekim", "mart"}
)
Meaning = TypeVar("Meaning")

NO_DATES = Form(
    r"Black Friday|Good Friday|Bloody Sunday|Sunday Times|September 11 attack|(?:[Ll]a|[Uu]na) mañana|\bMorgen\b",
    ("friday", "sunday", "11 attack", "mañana", "morgen"),
    re.NOFLAG,
)
CJK = Form(
    r"(?:(?P<year>(?:1[89]|20)\d\d)\s?[年년]\s?)?(?<![\d.])(?P<month>\d{1,2})\s?[月월]\s?(?:(?P<day>\d{1,2})\s?[日일号])?"
    r"|(?<!\d)(?P<only>(?:1[89]|20)\d\d)\s?[年년](?!代)",
    tuple("年년月월"),
)
DIGITAL = Form(r"(?<![\d./-])(?P<digits>\d{4}-\d\d-\d\d|\d{1,2}([./])\d{1,2}\2\d{4})(?![\d/-])")


@dataclass(slots=True, frozen=True)
class Speech:
    """One language's forms, and what its names mean: numbers of months and weekdays, dateparser's English of spans."""

    language: str
    forms: tuple[Form, ...]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    spans: Mapping[str, str]


@lru_cache(maxsize=32)
def speech(language: str) -> Speech:
    """The forms of a BCP 47 language; of an unknown one, only those in digits."""
    table = locale(language)
    base = language.replace("_", "-").split("-")[0].lower()
    months = {name: number for name, number in month_names(language) if not name[0].isdigit()}
    days = {name: i for i, day in enumerate(WEEKDAYS) for name in full(table.get(day, ()))}
    spans = {w: e for e, words in table.get("relative-type", {}).items() if UNIT.search(e) for w in words}
    years = [word for word, english in spans.items() if "year" in english]
    forms = [
        *_named(base, months, days, years),
        *_weekday(base, days),
        *_spans(base, spans),
        *_years(base),
        *_counted(base, table),
    ]
    return Speech(language, (*forms, CJK, DIGITAL), _folded(months), _folded(days), _folded(spans))


def _folded(words: Mapping[str, Meaning]) -> dict[str, Meaning]:
    return {fold(word): meaning for word, meaning in words.items()}


def full(names: Iterable[str]) -> list[str]:
    """The names that are not the beginning of another of them: those are abbreviations."""
    names = [name for name in names if not name[0].isdigit() and "(" not in name]
    folded = {fold(name) for name in names}
    return [n for n in names if not any(o != fold(n) and o.startswith(fold(n)) for o in folded)]


def _form(pattern: str, needles: Iterable[str] = ()) -> Form:
    words = {needle.lower() for needle in needles}
    shortest = (word for word in words if not any(other in word for other in words - {word}))
    return Form(rf"(?<!\w)(?:{pattern})", tuple(shortest))


def _named(base: str, months: Mapping[str, int], days: Mapping[str, int], years: list[str]) -> Iterator[Form]:
    """Days, months and years with the month's name."""
    if not months:
        return
    month, weekday = _any(months), _any(name for name in days if len(name) > 2)
    alone = [
        n for number in range(1, 13) for n in full(k for k, v in months.items() if v == number) if len(n) > 2
    ]
    day = rf"(?:(?:{weekday}),?\s)?(?<![\d.,:])(?P<day>\d{{1,2}})"
    yield _form(rf"{day}(?:st|nd|rd|th|er|º|ª|°)?\.?{OF}\s?(?P<name>{month})(?!\w)(?:\.?,?{OF}\s{YEAR})?")
    yield _form(
        rf"(?:(?:{weekday}),?\s|(?P<year0>{A_YEAR})[.,]?\s)?(?P<name>{month})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:[-–]\d{{1,2}}(?=,?\s{A_YEAR}))?"
        rf"(?:,?\s{YEAR}|(?![\w:%]|[.,]\d))"
    )
    yield _form(rf"(?P<name>{month})\.?,?{OF}\s{YEAR}")
    if alone:
        yield _form(
            rf"{_which(base)}(?P<name>{_any(alone)})(?!\w)(?:{OF}\s(?P<span>{_any(years)})(?!\w)|{_after(base)})?",
            alone,
        )


def _weekday(base: str, days: Mapping[str, int]) -> Iterator[Form]:
    names = [name for name in days if len(name) > 2]
    if names:
        yield _form(rf"{_which(base)}(?P<weekday>{_any(names)})(?!\w)(?:{_after(base)})?", names)


def _spans(base: str, spans: Mapping[str, str]) -> Iterator[Form]:
    words = [word for word in spans if len(word) > 1]
    if words:
        yield _form(rf"(?:(?:{EARLIER.get(base, NEVER)})\s)?(?P<distance>{_any(words)})(?!\w)", words)


def _years(base: str) -> Iterator[Form]:
    yield _form(rf"(?P<of>{PREPOSITIONS.get(base, NEVER)})\s{YEAR}(?!\w|[-–]\d|\.\d|,\d|%)")
    if base in YEAR_AFTER:
        yield _form(rf"{YEAR}(?:{YEAR_AFTER[base]})")


def _counted(base: str, table: Mapping[str, Mapping[str, list[str]]]) -> Iterator[Form]:
    """Spans with a number in them, the number as digits or as a word of the language."""
    number = rf"(?:\d{{1,3}}|{re.sub('[ /]', '|', NUMBERS[base])})" if base in NUMBERS else r"\d{1,3}"
    for english, words in table.get("relative-type-regex", {}).items():
        if UNIT.search(english) and english.endswith("ago"):
            needles = {max(re.split(r"\(.*?\)|\\s\*|[?*+]", word), key=len).strip() for word in words}
            yield _form(
                rf"(?P<counted>{'|'.join(word.replace(DIGITS, number) for word in words)})(?!\w)", needles
            )


def _which(base: str) -> str:
    return f"(?:(?:(?P<last>{LAST.get(base, NEVER)})|(?P<next>{NEXT.get(base, NEVER)}))\\s)?"


def _after(base: str) -> str:
    return f"\\s(?:(?P<last2>{LAST_AFTER.get(base, NEVER)})|(?P<next2>{NEXT_AFTER.get(base, NEVER)}))"


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted({re.escape(w) for w in words if w}, key=len, reverse=True)) or NEVER
