"""Initials that a page puts into a box of their own, beside the paragraph whose first letter they are."""

from collections.abc import Iterable

from lxml.html import HtmlElement

# Parts of their classes: the mark-up of a page that has any names one
NAMES = ("drop", "initial", "first-letter", "firstletter", "lettrine")
_PARAGRAPHS = ("p", "div")  # words in a line run on by themselves


def join_drop_caps(elements: Iterable[HtmlElement]) -> None:
    """Put each initial back: `<span>W</span><p>omen ...`. It is one capital letter, and what follows begins small."""
    for element in elements:
        if element.tag == "img":
            _write_out(element)
            continue
        if element.get("aria-hidden") and _is_named(element):
            del element.attrib["aria-hidden"]  # trafilatura would take the letter out
        text = element.text
        if not text or len(text) > 3 or not text.strip().isupper() or len(text.strip()) != 1 or len(element):
            continue
        after = element.tail or ""
        if after[:1].isspace() and after.lstrip()[:1].islower() and _is_named(element):
            element.tail = after.lstrip()
        paragraph = _following(element)
        if paragraph is not None and (paragraph.text or "").lstrip()[:1].islower():
            paragraph.text = text.strip() + paragraph.text.lstrip()
            element.text = None


def _write_out(picture: HtmlElement) -> None:
    """Put the letter that a picture shows before the rest of its word."""
    letter, rest = (picture.get("alt") or "").strip(), picture.tail or ""
    if len(letter) == 1 and letter.isupper() and rest[:1].islower() and _is_named(picture):
        picture.tail = letter + rest


def _is_named(element: HtmlElement) -> bool:
    name = (element.get("class") or "").lower()
    return any(part in name for part in NAMES)


def _following(element: HtmlElement) -> HtmlElement | None:
    """The paragraph right after an element, or after the box that holds nothing else."""
    while not (element.tail or "").strip():
        following = element.getnext()
        if following is not None:
            return following if following.tag in _PARAGRAPHS else None
        box = element.getparent()
        if box is None or len(box) > 1 or (box.text or "").strip():
            return None
        element = box
    return None
