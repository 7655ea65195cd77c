"""The day that stands in an address."""

import re
from urllib.parse import urlsplit

from stories.dates.moment import Moment, plain, unread

# /2019/12/01/, /2019/dec/01/, /2019/december/01/, -2019-12-01-, /20191201/: a year of the web, and no other digits at
# either end
PARTS = re.compile(
    r"(?<![\d])(?P<year>(?:199|20[0-3])\d)[/_.-](?P<month>\d{1,2}|[a-z]{3,9})[/_.-](?P<day>\d{1,2})(?![\d])",
    re.IGNORECASE,
)
RUN = re.compile(
    r"(?<![\da-z])(?P<year>20[0-3]\d)[/-]?(?P<month>0[1-9]|1[0-2])[/-]?(?P<day>0[1-9]|[12]\d|3[01])(?![\da-z])",
    re.IGNORECASE,
)
# what a part ends with: -14-09-2026, -14092026
ENDS = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?P<mark>[-_.])(?P<month>\d{1,2})(?P=mark)(?P<year>20[0-3]\d)(?:\.\w{2,5})?(?:/|$)"
    r"|(?<![\da-z])(?P<dd>\d\d)(?P<mm>\d\d)(?P<yyyy>20[0-3]\d)(?:\.\w{2,5})?(?:/|$)",
    re.IGNORECASE,
)
# /sep/14/2026/
MONTH_FIRST = re.compile(
    r"/(?P<month>[a-z]{3,9})[/-](?P<day>\d{1,2})[/-](?P<year>20[0-3]\d)(?!\d)", re.IGNORECASE
)
MONTH = re.compile(r"/(?P<year>(?:199|20[0-3])\d)/(?P<month>0?[1-9]|1[0-2])/")
NAMES = [
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
]


def read_url(url: str) -> Moment:
    """The day of an address, or its month; a path that shows neither is unread."""
    parts = urlsplit(url)
    path = f"{parts.path}?{parts.query}"
    for form in (PARTS, RUN, MONTH_FIRST):
        for match in form.finditer(path):
            if (moment := _day(match)).value:
                return moment
    if last := ENDS.search(parts.path):
        return _ordered(last)
    if month := MONTH.search(path):
        return plain(int(month["year"]), int(month["month"]))
    return unread("no day in the address")


def _ordered(match: re.Match[str]) -> Moment:
    """The day of digits with the year last, where only one order of day and month is possible."""
    year, one, two = (
        int(match[a] or match[b]) for a, b in (("year", "yyyy"), ("day", "dd"), ("month", "mm"))
    )
    read = (plain(year, two, one), plain(year, one, two))
    possible = {moment.value: moment for moment in read if moment.value}
    if len(possible) == 1:
        return next(iter(possible.values()))
    return unread("day and month in unknown order" if possible else "no day in the address")


def _day(match: re.Match[str]) -> Moment:
    month = match["month"].lower()
    if month.isdigit():
        return plain(int(match["year"]), int(month), int(match["day"]))
    named = [number for number, name in enumerate(NAMES, 1) if month in (name, name[:3])]
    return plain(int(match["year"]), named[0], int(match["day"])) if named else unread("no month")
