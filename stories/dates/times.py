"""The time elements of a page."""

import re
from collections.abc import Iterator
from datetime import date

from lxml.html import HtmlElement

from stories.dates.calendars import tidy
from stories.dates.evidence import Candidate, Field
from stories.dates.labels import SAYS_PUBLISHED, says
from stories.dates.lines import DIGITS, LABEL, MAX_LINE_CHARACTERS, line_of
from stories.dates.moment import Clues
from stories.dates.positions import Positions, beginning
from stories.dates.printed import find_printed

DIGIT = re.compile(r"\d")  # what stands after the first one is said of something else
AWAY = 100_000  # more than any distance on a page


def time_elements(tree: HtmlElement, positions: Positions) -> Iterator[tuple[int, list[Candidate]]]:
    """The candidates of each time element, with their cost: the likeliest cost the least."""
    for element in tree.iter("time"):
        if positions.unread(element):
            continue
        distance, words = positions.distance(element), _words(element)
        near = positions.near(element) and not positions.inside_link(element)
        named = f"{element.get('class')} {element.get('itemprop')}"  # "published updated" (hAtom): never updated since
        own = says(DIGIT.split(beginning(element, LABEL), 1)[0]) or (
            "published" if SAYS_PUBLISHED.search(named) else says(named)
        )
        label = own or says(
            line_of(element.getparent(), words).partition(beginning(element, MAX_LINE_CHARACTERS) or "\0")[0]
        )
        field: Field = "modified" if label == "modified" else "published"
        stated = (element.get("datetime") or "").strip()
        away = "" if near else " away"
        attribute = "time[datetime]" if near and not _contradict(words, stated) else "time away"
        pairs = ((stated, attribute), (words, f"time{away}"))
        found = [Candidate(field, text, origin) for text, origin in pairs if text]
        yield cost(distance) + (0 if near else AWAY), found


def _words(element: HtmlElement) -> str:
    """The line that a time element stands in; its own words alone where another time element shares the line."""
    own = beginning(element, MAX_LINE_CHARACTERS)
    shared = any(
        sibling.tag == "time" for way in (True, False) for sibling in element.itersiblings(preceding=way)
    )
    return own if shared and DIGITS.search(own) else line_of(element, "")


def _contradict(words: str, stated: str) -> bool:
    """Whether a time element shows its reader another day than its attribute, by more than a zone can do."""
    days = [date.fromisoformat(day) for text in (words, stated[:10]) if (day := _only_day(text))]
    return len(days) == 2 and abs(days[0] - days[1]).days > 1


def _only_day(text: str) -> str:
    found = find_printed(tidy(text), Clues()) if DIGITS.search(text) else []
    one = found[0].moment if len(found) == 1 else None
    return one.value or "" if one and one.precision == "day" else ""


def cost(distance: int) -> int:
    """A line before the headline is less likely the story's than one as far after it."""
    return distance if distance >= 0 else -4 * distance
