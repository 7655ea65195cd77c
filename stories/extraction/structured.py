"""Structured data in a page: JSON-LD objects and meta elements."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from stories.loose_json import load_json

JsonObject = dict[str, object]
MAX_NODES = 2_000
_STORY = re.compile(r"(?:Article|Posting|Report|Reportage|Story|Review)$|^NewsArticle|Recipe$")
_WRAPPERS = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart", "video")


def json_ld_nodes(tree: HtmlElement) -> list[JsonObject]:
    """Every JSON-LD object that stands for a thing of the page, outermost first; no story that it merely lists."""
    nodes: list[JsonObject] = []
    titles = ""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            titles = titles or _titles(tree)
            nodes += (
                node
                for node, listed in _things(load_json(script.text))
                if not listed or _is_own(node, titles)
            )
    return nodes[:MAX_NODES]


def _things(value: object, depth: int = 0, listed: bool = False) -> Iterator[tuple[JsonObject, bool]]:
    """Each object, and whether it stands in a list."""
    if depth > 6:
        return
    if isinstance(value, list):
        for item in value:
            yield from _things(item, depth + 1, listed)
    elif isinstance(value, dict):
        yield value, listed
        for wrapper in _WRAPPERS:
            yield from _things(value.get(wrapper), depth + 1, listed or wrapper == "itemListElement")


def _titles(tree: HtmlElement) -> str:
    """The letters of what the page says is its title."""
    said = [
        tree.findtext(".//title") or "",
        *(meta.get("content") or "" for meta in tree.iter("meta") if meta.get("property") == "og:title"),
    ]
    return "\n".join(map(_letters, said))


def _is_own(node: JsonObject, titles: str) -> bool:
    """Whether an object of a list is no story, or the one that the page's title names."""
    named = _letters(str(node.get("headline") or node.get("name") or ""))
    return (
        not is_story(node)
        or not named
        or any(named in title or (title and title in named) for title in titles.split("\n"))
    )


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def types(node: JsonObject) -> list[str]:
    """The schema.org types of an object, without their address."""
    stated = node.get("@type")
    return [
        str(name).rpartition("/")[2] for name in (stated if isinstance(stated, list) else [stated]) if name
    ]


def is_story(node: JsonObject) -> bool:
    """Whether an object stands for a written piece."""
    return any(_STORY.search(name) for name in types(node))


def meta_values(tree: HtmlElement) -> dict[str, list[str]]:
    """The contents of the page's meta elements by lower-cased name, property or itemprop."""
    metas: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = element.get(attribute)
            if name and content and content.strip() and not (attribute == "itemprop" and _on_a_card(element)):
                metas.setdefault(name.strip().lower(), []).append(content.strip())
    return metas


def _on_a_card(element: HtmlElement) -> bool:
    """Whether a meta element tells of a teaser: its box has no first-level heading, and its own heading links."""
    box = next((box for box in element.iterancestors() if box.get("itemscope") is not None), None)
    if box is None or next(box.iter("h1"), None) is not None:
        return False
    headings = box.iter("h2", "h3", "h4", "h5")
    return any(next(heading.iter("a"), None) is not None for heading in headings)
