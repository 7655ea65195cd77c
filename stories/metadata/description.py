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


def description(document: Document) -> str:
    """The page's own summary of the story."""
    stated = (plain(text) for node in story_nodes(document) for text in texts(node.get("description")))
    return plain(
        document.meta("og:description", "description", "twitter:description", "dc.description")
    ) or first(stated)


def section(document: Document) -> str:
    """The part of the paper that the story stands in."""
    stated = (plain(text) for node in story_nodes(document) for text in texts(node.get("articleSection")))
    return first(stated) or plain(
        document.meta("article:section", "parsely-section", "cxenseparse:section", "og:section")
    )


def tags(document: Document) -> list[str]:
    """The topics under which the page files the story, each once."""
    found = [text for node in story_nodes(document) for text in texts(node.get("keywords"))]
    found += document.metas.get("article:tag", []) + document.metas.get("parsely-tags", [])
    if not found:
        found = document.metas.get("news_keywords", []) + document.metas.get("keywords", [])
    if not found:
        found = [words_of(node) for node in _marked(document.tree)]
    return _distinct(part for text in found for part in re.split(r"\s*[,;|]\s*", plain(text[:LONGEST])))


def _marked(tree: HtmlElement) -> list[HtmlElement]:
    nodes = tree.xpath(_TAGS)
    return [node for node in nodes if node.tag not in ("meta", "link")] if isinstance(nodes, list) else []


def _distinct(found: Iterable[str]) -> list[str]:
    kept: dict[str, str] = {}
    for text in found:
        if 1 < len(text) <= MAX_TAG:
            kept.setdefault(key(text), text)
    return list(kept.values())[:MAX_TAGS]
