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
STAMPS = (
    "time",
    "abbr",
    "relative-time",
    "time-ago",
    "local-time",
)  # the last three are GitHub's, and of others since
ATTRIBUTES = (
    "data-date",
    "data-datetime",
    "data-time",
    "data-timestamp",
    "data-published",
    "data-publish-date",
    "data-pubdate",
    "data-utc",
)
MACHINE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d|1\d{9}(?:\d{3})?$")
HEADLINE_WORDS = 3
AWAY = 100_000  # more than any distance on a page


def time_elements(tree: HtmlElement, positions: Positions) -> Iterator[tuple[int, list[Candidate]]]:
    """The candidates of each time element, with their cost: the likeliest cost the least."""
    for element in tree.iter(*STAMPS):
        stated = (element.get("datetime") or element.get("title") or "").strip()
        if positions.unread(element) or (element.tag == "abbr" and not DIGITS.search(stated)):
            continue
        distance, words = positions.distance(element), _words(element)
        near = _is_near(element, positions)
        named = f"{element.get('class')} {element.get('itemprop')}"  # "published updated" (hAtom): never updated since
        own = says(DIGIT.split(beginning(element, LABEL), 1)[0]) or (
            "published" if SAYS_PUBLISHED.search(named) else says(named)
        )
        label = own or says(
            line_of(element.getparent(), words).partition(beginning(element, MAX_LINE_CHARACTERS) or "\0")[0]
        )
        field: Field = "modified" if label == "modified" else "published"
        away = "" if near else " away"
        attribute = "time[datetime]" if near and not _contradict(words, stated) else "time away"
        pairs = ((stated, attribute), (words, f"time{away}"))
        found = [Candidate(field, text, origin) for text, origin in pairs if text]
        yield cost(distance) + (0 if near else AWAY), found


def stated_attributes(positions: Positions) -> Iterator[Candidate]:
    """What elements close to the headline state in an attribute that is named for it."""
    for element in positions.around():
        stated = {name: (element.get(name) or "").strip() for name in ATTRIBUTES if element.get(name)}
        if stated and not positions.unread(element) and not positions.of_others(element):
            yield from (
                Candidate("published", text, f"time[{name}]")
                for name, text in stated.items()
                if MACHINE.match(text)
            )


def _is_near(element: HtmlElement, positions: Positions) -> bool:
    """Whether it stands close to the headline and not beside another story's, or hAtom calls it published."""
    if positions.of_others(element) and beside_headline(element):
        return False
    if element.tag == "abbr" and "published" in (element.get("class") or "").split():
        return True
    return positions.near(element) and not positions.inside_link(element)


def beside_headline(element: HtmlElement) -> bool:
    """Whether a link of several words, a headline, stands in the same line or item."""
    boxes = [box for box, _ in zip(element.iterancestors(), range(2), strict=False)]
    item = next((box for box in boxes if box.tag in ("li", "article")), boxes[0] if boxes else element)
    return any(len(beginning(link, MAX_LINE_CHARACTERS).split()) >= HEADLINE_WORDS for link in item.iter("a"))


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
