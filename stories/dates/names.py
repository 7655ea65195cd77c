"""Names of months, weekdays and distances in time, from dateparser's tables, with what those lack."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from dateparser.languages.loader import default_loader

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

# Read after the languages that a page is known to be in. Where two of them give one word to different months,
# as `listopad` (October in Croatian, November in Polish), the earlier wins.
LANGUAGES: tuple[str, ...] = (
    *(
        "en",
        "es",
        "fr",
        "pt",
        "de",
        "it",
        "nl",
        "ru",
        "uk",
        "pl",
        "cs",
        "sk",
        "ro",
        "tr",
        "ar",
        "fa",
        "hi",
        "my",
    ),
    *(
        "id",
        "ms",
        "vi",
        "th",
        "el",
        "hu",
        "bg",
        "sv",
        "da",
        "nb",
        "fi",
        "ca",
        "hr",
        "sl",
        "sr",
        "et",
        "lv",
        "lt",
    ),
    *(
        "sq",
        "mk",
        "ka",
        "hy",
        "az",
        "kk",
        "uz",
        "he",
        "bn",
        "ur",
        "ta",
        "te",
        "ml",
        "mr",
        "gu",
        "sw",
        "tl",
        "is",
    ),
    *("eu", "gl"),
)

# Months that the tables of dateparser 1.5 lack, by the language that is folded into them.
MORE_MONTHS: Mapping[str, str] = {
    "ar": "كانون الثاني,جانفي|شباط,فيفري|آذار|نيسان,أفريل,ابريل|أيار,ماي|حزيران,جوان|تموز,جويلية,يوليوز"
    "|آب,أوت,غشت,اغسطس|أيلول,شتنبر|تشرين الأول,اكتوبر|تشرين الثاني,نونبر|كانون الأول,دجنبر",
    "en": "||||||||sept|||",
    "ru": "январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре",
    "uk": "січні|лютому|березні|квітні|травні|червні|липні|серпні|вересні|жовтні|листопаді|грудні",
    "pl": "styczniu|lutym|marcu|kwietniu|maju|czerwcu|lipcu|sierpniu|wrześniu|październiku|listopadzie|grudniu",
    "es": "||||||||sep,set,setiembre|||",
    "de": "jänner|feber|mrz||||||sept|||",
}
DIGITS = r"(\d++[.,]?\d*+)"  # how dateparser writes the number of a counted distance
# Words for 1 to 10 before "days ago", a slash between the forms of one; where a language is absent, its distances are
# found in digits only.
NUMBERS = {
    "en": "a/an two three four five six seven eight nine ten",
    "de": "einem/einer zwei drei vier fünf sechs sieben acht neun zehn",
    "es": "un/una dos tres cuatro cinco seis siete ocho nueve diez",
    "fr": "un/une deux trois quatre cinq six sept huit neuf dix",
    "pt": "um/uma dois/duas três quatro cinco seis sete oito nove dez",
    "it": "un/una due tre quattro cinque sei sette otto nove dieci",
}
JALALI = [
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
]


_LETTERS = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ı": "i"}
)  # Arabic's letters on Persian keyboards; Turkish


def fold(word: str) -> str:
    """A word without case, accents, stops and inner blanks, so that all its spellings meet.

    >>> fold("Févr."), fold("ARALIK"), fold("كانون الأول") == fold("كانون الاول")
    ('fevr', 'aralik', True)
    """
    letters = unicodedata.normalize("NFKD", word).translate(_LETTERS).casefold()
    return "".join(c for c in letters if c not in "._ \u00a0'’\u200c\u200d" and not _is_accent(c))


def _is_accent(character: str) -> bool:
    """A mark that spellings differ in, by its combining class: not the vowel signs of Thai or Burmese (0, 9, 103)."""
    kind = unicodedata.combining(character)
    return kind == 7 or 10 <= kind <= 36 or kind >= 200  # nukta; Hebrew and Arabic points; accents


def locale(language: str) -> Mapping[str, Any]:
    """dateparser's table of a BCP 47 language, of its base language where it has none, or an empty one."""
    parts = language.replace("_", "-").split("-")
    parts[1:] = [p.title() if len(p) == 4 else p.upper() for p in parts[1:]]
    for size in range(len(parts), 0, -1):
        try:
            return default_loader.get_locale("-".join([parts[0].lower(), *parts[1:size]])).info  # type: ignore[no-any-return]
        except ValueError:
            continue
    return {}


def month_names(language: str) -> Iterator[tuple[str, int]]:
    """A language's names of the months, long and short, as they are spelled, with the month's number."""
    table = locale(language)
    extra = MORE_MONTHS.get(language.split("-")[0], "").split("|")
    for number, month in enumerate(MONTHS, 1):
        more = extra[number - 1].split(",") if len(extra) == 12 else []
        for name in filter(None, (*table.get(month, ()), *more)):
            yield name, number


@lru_cache(maxsize=64)
def months(languages: tuple[str, ...]) -> Mapping[str, int]:
    """Folded month name to number, in these languages first and in the house's other languages after them."""
    table = {**months(LANGUAGES)} if languages != LANGUAGES else {}
    for language in reversed(languages):
        named = [(name, number) for name, number in month_names(language) if not name[0].isdigit()]
        table |= {fold(name): number for name, number in reversed(named)}
    return table


@lru_cache(maxsize=64)
def distances(language: str) -> list[tuple[re.Pattern[str], str]]:
    """Patterns of words such as "vor 3 Tagen" and "gestern", each with dateparser's English for it."""
    table = locale(language)
    counted = table.get("relative-type-regex", {}).items()
    fixed = (
        (english, [re.escape(w) for w in words]) for english, words in table.get("relative-type", {}).items()
    )
    pairs = [
        (english, words)
        for english, words in (*counted, *fixed)
        if not english.startswith(("last ", "this ", "next "))
    ]
    return [
        (re.compile("|".join(sorted(words, key=len, reverse=True)), re.IGNORECASE), english)
        for english, words in pairs
    ]
