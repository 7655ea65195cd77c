"""What the page says its story is about: description, section, tags."""

import re
from collections.abc import Callable, Iterable

from stories.extraction.document import Document
from stories.extraction.metadata.nodes import first, story_nodes, texts
from stories.text import key, plain, words_of

MAX_TAGS = 30
MAX_TAG = 60
MAX_DESCRIPTION_CHARACTERS = 5_000  # characters of a description or of a list of tags
_COMMAS = re.compile(r"\s*[,;|]\s*")
_RELATIONS = ("tag", "category tag")


def description(document: Document) -> tuple[str, str]:
    """The page's own summary of the story, and where it stood."""
    printed = document.meta("og:description", "description", "twitter:description", "dc.description")
    if printed:
        return plain(printed[:MAX_DESCRIPTION_CHARACTERS]), "meta description"
    stated = first(plain(text) for node in story_nodes(document) for text in texts(node.get("description")))
    return stated[:MAX_DESCRIPTION_CHARACTERS], "json-ld description" if stated else ""


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
    for origin, source in _TAG_SOURCES.items():
        parts = (
            part
            for text in source(document)
            for part in _COMMAS.split(plain(text[:MAX_DESCRIPTION_CHARACTERS]))
        )
        kept = _distinct(parts)
        if kept:
            return kept, origin
    return [], ""


def _keywords(document: Document) -> list[str]:
    return [text for node in story_nodes(document) for text in texts(node.get("keywords"))]


def _metas(*names: str) -> Callable[[Document], list[str]]:
    return lambda document: [text for name in names for text in document.metas.get(name, ())]


def _marked(document: Document) -> list[str]:
    return [
        words_of(node)
        for node in document.marked
        if (node.get("rel") in _RELATIONS or "keywords" in node.get("itemprop", ""))
        and node.tag not in ("meta", "link")
    ]


_TAG_SOURCES: dict[str, Callable[[Document], list[str]]] = {
    "json-ld keywords": _keywords,
    "meta article:tag": _metas("article:tag", "parsely-tags"),
    "meta keywords": _metas("news_keywords", "keywords"),
    "marked tags": _marked,
}


def _distinct(found: Iterable[str]) -> list[str]:
    kept: dict[str, str] = {}
    for text in found:
        if 1 < len(text) <= MAX_TAG:
            kept.setdefault(key(text), text)
    return list(kept.values())[:MAX_TAGS]
