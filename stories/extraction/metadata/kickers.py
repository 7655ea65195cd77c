"""The text of a headline's element: its boxes parted, and without the kicker that stands in one of them."""

import re
from collections.abc import Iterable
from itertools import islice

from lxml.html import HtmlElement

from stories.text import clean, key, words_of

MAX_H1S = 20
_BOXES = frozenset({"div", "p", "br", "h2", "h3", "h4", "li"})
_KICKER = re.compile(
    r"(?:^|[\s_-])(?:kicker|eyebrow|overline|topline|dachzeile|ante-?titulo|vorspann|spitzmarke|rubri[ck]|supertitle|pre-?title"
    r"|flag|label|tag|badge)(?=$|[\s_-])",
    re.I,
)
_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|table)", re.I)


def heading_text(node: HtmlElement, without: frozenset[HtmlElement] = frozenset()) -> str:
    """The text of a heading, its boxes parted, but for what is in some of them."""
    pieces = [node.text or ""]
    for box in node.iterdescendants():
        gap = " " if box.tag in _BOXES or _BLOCK.search(box.get("style") or "") else ""
        pieces += [gap, "" if box in without else box.text or "", gap]
        pieces.append("" if box.getparent() in without else box.tail or "")
    return clean("".join(pieces))


def without_kicker(tree: HtmlElement, visible: str, stated: dict[str, str]) -> str:
    """A heading without the kicker that it has in a box of its own, unless the page states both together elsewhere.

    The box is known by its class, or by a mark that a title has between the two and the heading has not.
    """
    heading = next(
        (
            found
            for found in islice(tree.iter("h1"), MAX_H1S)
            if len(found) and heading_text(found) == visible
        ),
        None,
    )
    sure = {key(text) for origin, text in stated.items() if origin in ("json-ld headline", "meta og:title")}
    if heading is None or key(visible) in sure:
        return visible
    kickers = [box for box in heading.iterdescendants() if _KICKER.search(box.get("class") or "")]
    first_box = heading[0]
    kicker = words_of(first_box)
    if not kickers and not (heading.text or "").strip() and _is_apart(kicker, visible, stated.values()):
        kickers = [first_box]
    rest = heading_text(heading, frozenset(inner for box in kickers for inner in box.iter()))
    return rest if 2 * len(rest) > len(visible) else visible


def _is_apart(kicker: str, visible: str, titles: Iterable[str]) -> bool:
    """Whether a title parts a heading's first words from its rest by a mark that the heading has not."""
    rest = visible.removeprefix(kicker).strip()
    if not kicker or kicker.count(" ") > 2 or rest.count(" ") < 2 or not rest[0].isalnum():
        return False
    parted = re.compile(rf"{re.escape(kicker)}\s*[:|–—-]+\s*{re.escape(rest)}", re.I)
    return any(parted.match(title) for title in titles)
