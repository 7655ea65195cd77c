"""The headline of a page, weighed from its h1, its JSON-LD and its title elements."""

import re

from lxml.html import HtmlElement

from stories.document import Document
from stories.metadata.nodes import first, story_nodes, texts
from stories.text import clean, words_of

_SUFFIX = re.compile(r"\s+[|–—·•»:-]+\s+")


def headline(document: Document) -> tuple[str, str]:
    """The headline and where it stood."""
    stated = first(text for node in story_nodes(document) for text in texts(node.get("headline")))
    for text, origin in (
        (stated, "json-ld headline"),
        (next(iter(h1s(document.tree)), ""), "h1"),
        (document.meta("og:title", "twitter:title", "title"), "meta og:title"),
        (clean(document.tree.findtext(".//title") or ""), "title"),
    ):
        if text:
            return clean(text), origin
    return "", ""


def h1s(tree: HtmlElement) -> list[str]:
    """The texts of the page's first-level headings."""
    return [text for text in map(words_of, tree.iter("h1")) if text]
