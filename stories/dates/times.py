"""The time elements of a page."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from stories.dates.evidence import Candidate, Field
from stories.dates.labels import SAYS_PUBLISHED, SAYS_UPDATED, says
from stories.dates.lines import DIGITS, LABEL, MAX_LINE_CHARACTERS, line_of
from stories.dates.positions import Positions, beginning

DIGIT = re.compile(r"\d")  # what stands after the first one is said of something else
STAMPS = (
    "time",
    "abbr",
    "relative-time",
    "time-ago",
    "local-time",
)  # the last three are GitHub's, and of others since
ATTRIBUTE = re.compile(
    r"data-(?:[\w-]*(?:date|publish|published|posted|timestamp|epoch)(?:-?time|-?on|-?at)?|u?time|utc|unix|ts)$"
)
OTHER_FIELD = re.compile(r"modif|updat|edit|expir|event|start|end-|-end|format")
MACHINE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d|1\d{9}(?:\d{3})?$")
TOLD = ("title", "aria-label")  # where a page says in full what it prints in short, "2 months ago"
STAMPED = re.compile(
    r"(?:^|[\s_-])(?:date|datum|fecha|time|timestamp|ago|published|posted|dt)(?:$|[\s_-])", re.I
)
HEADLINE_WORDS = 3
DAY = len("2026-03-03")
NOON = re.compile(r"\d{4}-\d\d-\d\dT12:00:00(?:Z|\+00:00)$")
CLOCK = re.compile(r"\d[:.h]\d\d(?!\d)|\d\s?[ap]\.?m\b|noon|midi|mittag", re.IGNORECASE)
AWAY = 100_000  # more than any distance on a page


def time_elements(tree: HtmlElement, positions: Positions) -> Iterator[tuple[int, list[Candidate]]]:
    """The candidates of each time element, with their cost: the likeliest cost the least."""
    for element in tree.iter(*STAMPS):
        stated = (element.get("datetime") or element.get("title") or "").strip()
        if (
            positions.unread(element)
            or _is_listed(element, positions)
            or (element.tag == "abbr" and not DIGITS.search(stated))
        ):
            continue
        distance, words = positions.distance(element), _words(element)
        stated = _without_noon(stated, words)
        near = _is_near(element, positions)
        named = _name(element)
        own = says(DIGIT.split(beginning(element, LABEL), 1)[0]) or (
            "published" if SAYS_PUBLISHED.search(named) else says(named)
        )
        label = own or says(
            line_of(element.getparent(), words).partition(beginning(element, MAX_LINE_CHARACTERS) or "\0")[0]
        )
        field: Field = "modified" if label == "modified" else "published"
        away = "" if near else " away"
        attribute = "time[datetime]" if near else "time away"
        pairs = ((stated, attribute), (words, f"time{away}"))
        found = [Candidate(field, text, origin) for text, origin in pairs if text]
        updated = SAYS_UPDATED.search(words) if field == "modified" else None
        if updated and DIGIT.search(words[: updated.start()]):  # "1 May, 10:00 | Updated 3 May, 12:00"
            found.append(Candidate("published", words, f"time{away}"))
        yield cost(distance) + (0 if near else AWAY), found


def _name(element: HtmlElement) -> str:
    """What its class and its microdata call it: "published updated" (hAtom) was never updated since."""
    if element.get("itemprop") == "dateModified":
        return "modified"
    return f"{element.get('class')} {element.get('itemprop')}"


def _without_noon(stated: str, words: str) -> str:
    """The day of a noon in UTC beside which a day is printed and no time: so Drupal writes a day."""
    return stated[:DAY] if NOON.match(stated) and DIGITS.search(words) and not CLOCK.search(words) else stated


def stated_attributes(positions: Positions) -> Iterator[Candidate]:
    """What elements close to the headline state in an attribute that is named for it."""
    for element in positions.around():
        stated = dict(_stated(element))
        if stated and not positions.unread(element) and not positions.of_others(element):
            yield from (Candidate("published", text, f"time[{name}]") for name, text in stated.items())


def _stated(element: HtmlElement) -> Iterator[tuple[str, str]]:
    """(name, value) of the attributes of an element that hold a date, none of them said of an update or an event."""
    for name, value in element.attrib.items():
        text = value.strip()
        if name.startswith("data-"):
            if ATTRIBUTE.match(name) and not OTHER_FIELD.search(name) and MACHINE.match(text):
                yield name, text
        elif name in TOLD and element.tag not in STAMPS and _tells(element, text):
            yield name, text


def _tells(element: HtmlElement, text: str) -> bool:
    """Whether an element that is named for a time says the day in full where its readers do not see it."""
    stamped = STAMPED.search(element.get("class") or "")
    published = SAYS_PUBLISHED.search(text) or says(text) != "modified"
    return bool(stamped and published and DIGITS.search(text) and len(text) <= MAX_LINE_CHARACTERS)


def _is_near(element: HtmlElement, positions: Positions) -> bool:
    """Whether it stands close to the headline and not beside another story's, or hAtom calls it published."""
    if beside_headline(element) and (positions.of_others(element) or _is_one_of_a_list(element)):
        return False
    if element.tag == "abbr" and "published" in (element.get("class") or "").split():
        return True
    if not positions.near(element) or positions.inside_link(element):
        return False
    return not positions.outside(element)


def _is_listed(element: HtmlElement, positions: Positions) -> bool:
    """Whether it dates another story in a box of such, below the text of this one."""
    return positions.of_others(element) and positions.below_text(element) and beside_headline(element)


def beside_headline(element: HtmlElement) -> bool:
    """Whether a link of several words, a headline, stands in the same line or item."""
    boxes = [box for box, _ in zip(element.iterancestors(), range(2), strict=False)]
    item = next((box for box in boxes if box.tag in ("li", "article")), boxes[0] if boxes else element)
    return any(len(beginning(link, MAX_LINE_CHARACTERS).split()) >= HEADLINE_WORDS for link in item.iter("a"))


def _is_one_of_a_list(element: HtmlElement) -> bool:
    """Whether it stands in an item of a list of which another item has a link and a time: a list of stories."""
    item = next(element.iterancestors("li"), None)
    others = [] if item is None else [*item.itersiblings("li"), *item.itersiblings("li", preceding=True)]
    return any(
        other.find(".//a") is not None and other.find(f".//{element.tag}") is not None for other in others
    )


def _words(element: HtmlElement) -> str:
    """The line that a time element stands in; its own words alone where another time element shares the line."""
    own = beginning(element, MAX_LINE_CHARACTERS)
    shared = any(
        sibling.tag == "time" for way in (True, False) for sibling in element.itersiblings(preceding=way)
    )
    return own if shared and DIGITS.search(own) else line_of(element, "")


def cost(distance: int) -> int:
    """A line before the headline is less likely the story's than one as far after it."""
    return distance if distance >= 0 else -4 * distance
