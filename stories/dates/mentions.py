"""The dates that a body speaks of: found in its text alone, then resolved against the day of its publication."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta

from stories.dates import zones
from stories.dates.ago import distant, read_counted
from stories.dates.evidence import DateEvidence, SpokenDate
from stories.dates.moment import Clues, Moment, plain, unread
from stories.dates.names import fold
from stories.dates.printed import find_printed
from stories.dates.searched_text import Form, SearchedText
from stories.dates.spoken import CAPITALS, NO_DATES, OTHER_WORDS, PREPOSITIONS, Speech, speech
from stories.outlet import Outlet

JOINING = frozenset({"", "and", "to"})  # before a name they may join persons as well as months
SOON = 92  # days: "on 5 May", printed in December, is the one gone by; "on 5 January" is to come
MONTHS_AHEAD = 2  # months: "in January", printed in December, is to come; printed in October, it is gone by
ASCII_DIGITS = {
    ord(c): str(i)
    for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "၀၁၂၃၄၅၆၇၈၉")
    for i, c in enumerate(digits)
}
OTHER_DIGITS = re.compile(f"[{''.join(map(chr, ASCII_DIGITS))}]")
MAX_BODY_CHARACTERS = 200_000  # characters of a body that are searched


def find_spoken(body: str, language: str | None) -> list[SpokenDate]:
    """See `stories.dates.find_spoken`, the door."""
    talk = speech(language or "en")
    text = body[:MAX_BODY_CHARACTERS]
    if OTHER_DIGITS.search(text):
        text = text.translate(ASCII_DIGITS)
    searched = SearchedText(text)
    barred = [match.span() for match in NO_DATES.find(searched)]
    found = [date for form in talk.forms for date in _named(form, searched, talk)]
    allowed = (one for one in found if not any(a <= one.start < b for a, b in barred))
    return sorted(allowed, key=lambda one: (one.start, -one.end))


def resolve_spoken(
    spoken: Sequence[SpokenDate], body: str, published: str | None, language: str | None, outlet: Outlet
) -> list[DateEvidence]:
    """See `stories.dates.resolve_spoken`, the door."""
    talk, known = speech(language or "en"), (language or "en", *outlet.languages)
    clues = Clues(known, outlet.date_order, outlet.timezone, outlet.country, _base(published, outlet))
    mentions: list[DateEvidence] = []
    for one in spoken:
        free = not mentions or one.start >= (mentions[-1].end or 0)
        if free and (moment := _resolve(one.parts, talk, clues)):
            mentions.append(_evidence(body, one.start, one.end, moment))
    return mentions


def _base(published: str | None, outlet: Outlet) -> datetime | None:
    """Noon of the publication's day where the outlet is; None where the day is not known."""
    if not published or len(published) < len("2019-12-01"):
        return None
    zone = zones.home(outlet.timezone, outlet.country)[0] or UTC
    if len(published) == len("2019-12-01"):
        return datetime.combine(date.fromisoformat(published), time(12), zone)
    return datetime.fromisoformat(published).astimezone(zone)


def _named(form: Form, searched: SearchedText, talk: Speech) -> Iterator[SpokenDate]:
    for match in form.find(searched):
        parts = {name.rstrip("0"): value for name, value in match.groupdict().items() if value is not None}
        if _is_date(match, parts, searched.text, talk):
            start = match.start("year") if "of" in parts else match.start()
            yield SpokenDate(start, match.end(), parts)


def _is_date(match: re.Match[str], parts: dict[str, str], body: str, talk: Speech) -> bool:
    """Whether a name is a month's or a weekday's, and not another word that is spelled like it."""
    base = talk.language.split("-")[0].lower()
    name = parts.get("name") or parts.get("weekday") or ""
    if base in CAPITALS and name and not name[0].isupper():
        return False
    if "name" not in parts or "day" in parts or "year" in parts or name.casefold() not in OTHER_WORDS:
        return True
    before = re.search(r"(\w+)[\s-]$", body[max(0, match.start() - 20) : match.start()])
    said = before[1].casefold() if before else ""
    return bool(
        "last" in parts
        or "next" in parts
        or (said not in JOINING and said in PREPOSITIONS.get(base, "").split("|"))
    )


def _resolve(parts: Mapping[str, str], talk: Speech, clues: Clues) -> Moment | None:
    if "digits" in parts:
        found = find_printed(parts["digits"], clues)
        return found[0].moment if found else None
    if "only" in parts or ("year" in parts and not {"name", "month"} & parts.keys()):
        return plain(int(parts.get("only") or parts["year"]))
    month = int(parts.get("month") or talk.months.get(fold(parts.get("name", "")), 0))
    if "year" in parts:
        return plain(int(parts["year"]), month, int(parts["day"]) if "day" in parts else None)
    if clues.base is None:
        return unread("no day of publication to count from")
    if "distance" in parts:
        return distant(talk.spans.get(fold(parts["distance"]), ""), "", clues)
    if "counted" in parts:
        return read_counted(parts["counted"], talk.language, clues)
    if "weekday" in parts:
        return _weekday(talk.weekdays[fold(parts["weekday"])], parts, clues.base.date())
    return _month(month, parts, talk, clues)


def _weekday(number: int, parts: Mapping[str, str], base: date) -> Moment:
    """The last such day up to the base; "last" leaves the base's own day out, "next" looks ahead."""
    back = (base.weekday() - number) % 7
    if {"next", "next2"} & parts.keys():
        day = base + timedelta(days=7 - back)
    else:
        day = base - timedelta(days=back or (7 if {"last", "last2"} & parts.keys() else 0))
    return plain(day.year, day.month, day.day)


def _month(month: int, parts: Mapping[str, str], talk: Speech, clues: Clues) -> Moment:
    """A month, or a day of one, without a year: the one that the words or the distance from the base point to."""
    base = clues.base or datetime.now(UTC)
    year = base.year
    if "span" in parts:
        said = distant(talk.spans.get(fold(parts["span"]), ""), "", clues)
        year = int(said.value[:4]) if said.precision == "year" and said.value else year
    elif {"last", "last2"} & parts.keys():
        year -= month >= base.month
    elif {"next", "next2"} & parts.keys():
        year += month <= base.month
    elif "day" in parts:
        return _nearest(month, int(parts["day"]), base.date())
    else:
        ahead = month - base.month
        year += -1 if ahead > MONTHS_AHEAD else 1 if ahead < MONTHS_AHEAD - 11 else 0
    return plain(year, month, int(parts["day"]) if "day" in parts else None)


def _nearest(month: int, day: int, base: date) -> Moment:
    """The day last gone by, or the one to come if it is at most `SOON` days off: news looks back more than ahead."""
    moments = [plain(year, month, day) for year in range(base.year + 1, base.year - 8, -1)]
    days = [date.fromisoformat(moment.value) for moment in moments if moment.value]
    near = next((one for one in days if one <= base + timedelta(days=SOON)), None)
    return plain(near.year, near.month, near.day) if near else moments[0]


def _evidence(body: str, start: int, end: int, moment: Moment) -> DateEvidence:
    if body[start - 1 : start] == "[" and body[end : end + 1] == "]":  # a date that an editor put in
        start, end = start - 1, end + 1
    return DateEvidence(
        "mentioned",
        moment.value,
        moment.precision,
        body[start:end],
        "body",
        moment.value is not None,
        start,
        end,
        None,
        moment.note,
    )
