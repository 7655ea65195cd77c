"""What the pages of a site say of their outlet: title, languages, country, time zone, order of dates in digits."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.core import get_global

from stories.extraction.document import Document
from stories.extraction.structured import types
from stories.item import Story
from stories.sites import host_of, registered_domain

GENERIC = {
    "co",
    "tv",
    "io",
    "me",
    "ai",
    "fm",
    "am",
    "cc",
    "ws",
    "to",
    "eu",
    "su",
}  # of no one country's sites
SUFFIXES = {"uk": "GB"}  # that are not their country's code
# The zone that most people of a country live by, where it has several
MOST = (
    "America/New_York", "America/Toronto", "America/Sao_Paulo", "America/Mexico_City", "Asia/Shanghai",
    "America/Santiago", "Asia/Jakarta", "Australia/Sydney", "Europe/Madrid", "Europe/Lisbon", "Europe/Moscow",
    "Europe/Berlin", "Europe/Kyiv",
    "Pacific/Auckland", "Asia/Kuala_Lumpur", "Africa/Kinshasa", "America/Guayaquil", "America/Argentina/Buenos_Aires",
    "Asia/Almaty", "Asia/Tashkent", "Europe/London",
)  # fmt: skip
_OFFSET = re.compile(r"[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?([+-])(\d\d):?(\d\d)$")
_DIGITS = re.compile(r"\b(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})\b")


def most_common(values: Iterable[str]) -> str:
    """The value that most pages have; empty where none has any."""
    counted = Counter(value for value in values if value)
    return counted.most_common(1)[0][0] if counted else ""


def site_title(documents: Sequence[Document], host: str) -> str:
    """The outlet's name: `og:site_name`, the JSON-LD publisher, what all titles end in, else the site's host."""
    stated = most_common(document.meta("og:site_name", "application-name") for document in documents)
    published = most_common(_publisher(document) for document in documents)
    ends = [re.split(r"\s[|–—-]\s", document.tree.findtext(".//title") or "") for document in documents]
    shared = most_common(parts[-1].strip() for parts in ends if len(parts) > 1) if len(ends) > 1 else ""
    return (stated or published or shared or registered_domain(host)).strip()


def _publisher(document: Document) -> str:
    for node in document.nodes:
        publisher = node.get("publisher")
        if isinstance(publisher, dict) and publisher.get("name"):
            return str(publisher["name"])
        if {"NewsMediaOrganization", "Organization"} & set(types(node)) and node.get("name"):
            return str(node["name"])
    return ""


def country_of(host: str, documents: Sequence[Document]) -> str:
    """ISO 3166-1 alpha-2 of the outlet's readers: by the site's suffix, else by the locale that its pages state."""
    last = host.rsplit(".", 1)[-1]
    if len(last) == 2 and last not in GENERIC:
        return SUFFIXES.get(last, last.upper())
    stated = (document.meta("og:locale") or document.tree.get("lang") or "" for document in documents)
    regions = (re.fullmatch(r"[a-z]{2,3}[_-]([A-Z]{2})", text) for text in stated)
    return most_common(region[1] for region in regions if region)


def timezone_of(country: str, stories: Iterable[Story]) -> str:
    """The zone of times without one: the country's, as far as the offsets allow that its pages state for theirs."""
    zones = sorted(zone for zone, land in get_global("zone_territories").items() if land == country)
    told = [moment for story in stories for moment in _moments(story)]
    fitting = [
        zone for zone in zones if all(_offset(zone, time) == offset for time, offset in told if offset)
    ]
    if not fitting:
        return ""
    kinds = {
        tuple(_offset(zone, datetime(2026, month, 1, tzinfo=UTC)) for month in (1, 7)) for zone in fitting
    }
    named = next((zone for zone in MOST if zone in fitting), "")
    return named or (fitting[0] if len(kinds) == 1 else "")


def _moments(story: Story) -> Iterable[tuple[datetime, timedelta]]:
    """The times that a page states with an offset that is not zero, which may be no more than how it was written down."""
    for candidate in story.read.candidates:
        if found := _OFFSET.search(candidate.text.strip()):
            sign = -1 if found[1] == "-" else 1
            offset = sign * timedelta(hours=int(found[2]), minutes=int(found[3]))
            try:
                yield datetime.fromisoformat(candidate.text.strip()).astimezone(UTC), offset
            except ValueError:
                continue


def _offset(zone: str, time: datetime) -> timedelta | None:
    try:
        return time.astimezone(ZoneInfo(zone)).utcoffset()
    except (KeyError, OSError, ValueError):
        return None


def date_order(stories: Iterable[Story]) -> str:
    """The order of dates in digits that fits all that the pages print, held against the dates that are believed."""
    orders: set[str] = set()
    for story in stories:
        published = story.chosen("published")
        for candidate in story.read.candidates if published and published.value else ():
            if found := _DIGITS.search(candidate.text):
                orders |= _order(found, str(published and published.value))
    return orders.pop() if len(orders) == 1 else ""


def _order(found: re.Match[str], value: str) -> set[str]:
    """The order in which these digits are the day `value`, if just one."""
    first, _, second, third = found.groups()
    if len(first) == 4:
        return set()  # is read as it stands
    year, month, day = value[:4], int(value[5:7] or 0), int(value[8:10] or 0)
    if third != year and third != year[2:]:
        return set()
    fits = {
        "DMY": (int(first), int(second)) == (day, month),
        "MDY": (int(first), int(second)) == (month, day),
    }
    return {order for order, fit in fits.items() if fit} if sum(fits.values()) == 1 else set()


def name_of(url: str) -> str:
    """A spider's name for the site: the first label of its registered domain."""
    label = registered_domain(host_of(url)).split(".")[0]
    name = re.sub(r"\W+", "_", label if label.isascii() else "outlet").lower()
    return name if name[:1].isalpha() else f"outlet_{name}"
