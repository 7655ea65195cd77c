"""What the page says its story is about: description, section, tags."""

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from stories.document import Document
from stories.metadata.nodes import first, story_nodes, texts
from stories.text import key, plain, words_of

MAX_TAGS = 30
MAX_TAG = 60
LONGEST = 5_000  # characters of a description or of a list of tags
_TAGS = "//*[@rel='tag' or @rel='category tag' or contains(@itemprop, 'keywords')]"


def description(document: Document) -> tuple[str, str]:
    """The page's own summary of the story, and where it stood."""
    printed = document.meta("og:description", "description", "twitter:description", "dc.description")
    if printed:
        return plain(printed[:LONGEST]), "meta description"
    stated = first(plain(text) for node in story_nodes(document) for text in texts(node.get("description")))
    return stated[:LONGEST], "json-ld description" if stated else ""


def section(document: Document) -> tuple[str, str]:
    """The part of the paper that the story stands in, and where it is named."""
    stated = first(
        plain(text) for node in story_nodes(document) for text in texts(node.get("articleSection"))
    )
    if stated:
        return stated, "json-ld articleSection"
    printed = plain(document.meta("article:section", "parsely-section", "cxenseparse:section", "og:section"))
    return printed, "meta article:section" if printed else ""


def tags(document: Document) -> tuple[list[str], str]:
    """The topics under which the page files the story, each once, and where they stood."""
    metas = document.metas
    sources = {
        "json-ld keywords": [text for node in story_nodes(document) for text in texts(node.get("keywords"))],
        "meta article:tag": metas.get("article:tag", []) + metas.get("parsely-tags", []),
        "meta keywords": metas.get("news_keywords", []) + metas.get("keywords", []),
        "marked tags": [words_of(node) for node in _marked(document.tree)],
    }
    for origin, found in sources.items():
        kept = _distinct(part for text in found for part in re.split(r"\s*[,;|]\s*", plain(text[:LONGEST])))
        if kept:
            return kept, origin
    return [], ""


def _marked(tree: HtmlElement) -> list[HtmlElement]:
    nodes = tree.xpath(_TAGS)
    return [node for node in nodes if node.tag not in ("meta", "link")] if isinstance(nodes, list) else []


def _distinct(found: Iterable[str]) -> list[str]:
    kept: dict[str, str] = {}
    for text in found:
        if 1 < len(text) <= MAX_TAG:
            kept.setdefault(key(text), text)
    return list(kept.values())[:MAX_TAGS]
