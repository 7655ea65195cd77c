"""The part of a page that holds its story, where one part holds nearly all of its running text."""

import re
from collections.abc import Sequence
from typing import cast

from lxml import etree
from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura.xpaths import BODY_XPATH

from stories.extraction.body.lines import Lines, is_prose

NEARLY_ALL = 0.8
_ARTICLES = ("article", "main")
_WHOLE = ("html", "body")
_NAME = re.compile(r"[A-Za-z_][\w-]*")


def find_scope(lines: Lines) -> HtmlElement | None:
    """The outermost article element around the text, else the box whose class or id trafilatura knows."""
    if lines.box is None:
        return None
    around = [lines.box, *lines.box.iterancestors()]
    articles = [node for node in around if node.tag in _ARTICLES or "articleBody" in node.get("itemprop", "")]
    if articles and _holds_prose(articles[-1], lines):
        return articles[-1]
    known = _known(around)
    return known if known is not None and _holds_prose(known, lines) else None


def _holds_prose(part: HtmlElement, lines: Lines) -> bool:
    within = set(part.iter())
    prose = [line for line in lines.lines if is_prose(line)]
    held = sum(len(line.text) for line in prose if line.element in within)
    return held >= NEARLY_ALL * sum(len(line.text) for line in prose)


def _known(around: Sequence[HtmlElement]) -> HtmlElement | None:
    """The first of the boxes that trafilatura would look for a body in; told by the boxes alone, without content."""
    boxes: dict[_Element, HtmlElement] = {}
    root = innermost = etree.Element("html")
    for node in reversed(around):
        if node.tag not in _WHOLE:
            named = {name: value for name, value in node.attrib.items() if _NAME.fullmatch(name)}
            tag = (
                node.tag if _NAME.fullmatch(node.tag) else "div"
            )  # what the parser takes for one (`<ht">`) may be none
            innermost = etree.SubElement(innermost, tag, named)
            boxes[innermost] = node
    found = (box for rule in BODY_XPATH for box in cast(list[_Element], rule(root)))
    return next((boxes[box] for box in found), None)
