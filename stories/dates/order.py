"""Which comes first in a date in digits, the day or the month."""

from stories.dates.moment import Clues
from stories.dates.names import locale

MONTH_FIRST = frozenset({"US", "PH", "PR", "GU", "FM", "MH", "PW"})


def order_of(clues: Clues, mark: str = "/") -> str:
    """`DMY`, `MDY`, `YMD`, or empty where nothing decides.

    The outlet's order wins. Stops between the numbers mean the day first wherever they are used. Then the country,
    then the language with its region; English without either leaves the question open, as the two halves of its
    writers differ (Unicode CLDR, `dateFormats` of en and en-001).
    """
    if clues.order:
        return clues.order
    if mark == ".":
        return "YMD" if _language_order(clues) == "YMD" and not clues.country else "DMY"
    if clues.country:
        return (
            "MDY" if clues.country.upper() in MONTH_FIRST else "DMY" if clues.country.upper() != "CA" else ""
        )
    return _language_order(clues)


def _language_order(clues: Clues) -> str:
    for language in clues.languages:
        if language.lower() != "en":
            return str(locale(language).get("date_order", ""))
    return ""
