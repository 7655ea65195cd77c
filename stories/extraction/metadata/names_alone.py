"""Names that stand alone on a line close to the headline, and sign the story without a word."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from stories.extraction.contacts import asks_whom
from stories.extraction.document import Document
from stories.extraction.metadata.bylines import (
    MAX_SIGNATURE_CHARACTERS,
    NAMES,
    headline_at,
    line_of,
    of_another,
)
from stories.extraction.metadata.persons import OFFICE, is_borne, is_known
from stories.text import key, words_of

ABOVE, BELOW = 6, 30  # elements around the headline
_UNSIGNED = frozenset({"h1", "h2", "title", "figcaption", "button", "option", "label", "nav", "ol"})
_PARTS = re.compile(r"\s[|·•⋅–—-]\s|\s?[|·•⋅,]\s|;\s")
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_DATED = re.compile(r"\d")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NAMES = re.compile(NAMES)
_BETWEEN = re.compile(r",\s|\s(?:und|and|et|y|e|og|och|&)\s")
_TOPIC = re.compile(
    r"(?:^|[\s_-])(?:tags?|topics?|keywords?|categor\w+|themen?|breadcrumbs?|menu\w*|nav\w*|caption|credits?|legend\w*|"
    r"latest|most-?read|popular|widget|share|social)(?=$|[\s_-])|/(?:tags?|topics?|themen?|categor\w+|sections?)/",
    re.I,
)


def alone(document: Document) -> Iterator[str]:
    """The names on the first line close to the headline that holds nothing else, but for a day and a time.

    A name that the headline or the text tells of is another's; a life of the author begins with the name.
    """
    elements, at = document.elements, headline_at(document)
    if at is None:
        return
    said = set(key(words_of(elements[at])).split())
    around = elements[max(0, at - ABOVE) : at + BELOW]
    for element, below in zip(around, [*around[1:], None], strict=True):
        line = "" if element.tag in _UNSIGNED else line_of(element)
        linked = element.tag == "a" or element.find(".//a") is not None
        if " " in line and asks_whom(line):
            return  # below stand those who can be asked
        if element.tag == "a" and not _is_line(element, line):
            continue
        names = _names(line, "" if below is None or linked else line_of(below))
        if (
            names
            and not said.intersection(key(" ".join(names)).split())
            and not _is_topic(element)
            and not _told_of(names, document)
        ):
            yield from names
            return


def _names(line: str, below: str) -> list[str]:
    """The persons that a line names and does nothing else; a rarer one beside or above a day, or above an office."""
    pieces = _PARTS.split(line)
    parts = [part for part in pieces if not _DATED.search(part)]
    if len(parts) != 1 or not _NAMES.fullmatch(parts[0]):
        return []
    names = _BETWEEN.split(parts[0])
    dated = len(parts) < len(pieces) or (below != line and bool(_YEAR.search(below) or OFFICE.search(below)))
    return names if all(is_borne(name) or (dated and is_known(name, listed=True)) for name in names) else []


def _is_line(link: HtmlElement, line: str) -> bool:
    """Whether nothing but names and a day stands beside a link: "From: Ministry of Ports and A. Name" signs nothing."""
    words = line_of(next(link.iterancestors(), link))
    return not any(map(str.isalpha, words.replace(line, "")))


def _told_of(names: list[str], document: Document) -> bool:
    """Whether a paragraph of the page, but for one that begins with a name, has the last name of one of them."""
    lasts = [name.split()[-1] for name in names]
    told = (words_of(element) for element in document.elements if element.tag == "p")
    return any(
        len(text) > MAX_SIGNATURE_CHARACTERS
        and not text.startswith(tuple(names))
        and any(last in text for last in lasts)
        for text in told
    )


def _is_topic(element: HtmlElement) -> bool:
    """Whether a name is what a picture shows, or what the story is filed under."""
    boxes = [element, *islice(element.iterancestors(), 3), *element.iter("a", *_HEADINGS)]
    if any(box.tag == "a" for box in boxes) and any(box.tag in _HEADINGS for box in boxes):
        return True  # another story's headline
    if any(box.tag in ("figure", "figcaption", "nav") or box.get("rel") == "tag" for box in boxes):
        return True
    stated = (box.get(name) or "" for box in boxes for name in ("class", "id", "href"))
    return bool(_TOPIC.search(" ".join(stated))) or of_another(element)
