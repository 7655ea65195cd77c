"""A feed or a sitemap, whatever of them it turns out to be."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from stories.dates import Candidate
from stories.lists.items import json_item, xml_item
from stories.lists.mended import mended, text_of_list
from stories.lists.named import ListKind, Named, NamedStory
from stories.loose_json import load_json
from stories.transfer import unpacked

ADDRESS = re.compile(r"https?://\S+")
BEGINNING = re.compile(r"<(?:\?xml|rss|feed|urlset|sitemapindex|\w+:(?:rdf|feed|urlset))[\s>]", re.IGNORECASE)
PACKED = 3  # times over that some servers pack a list
NOISE = 10_000  # characters before it: what a program warns of is printed above a list
# The children of an item that date it, the field they state, and the origin that candidates name
DATES = {
    "pubdate": ("published", "feed pubDate"),
    "published": ("published", "feed pubDate"),
    "issued": ("published", "feed pubDate"),
    "date": ("published", "feed dc:date"),
    "updated": ("modified", "feed updated"),
    "modified": ("modified", "feed updated"),
    "publication_date": ("published", "sitemap publication_date"),
    "lastmod": ("modified", "sitemap lastmod"),
}
JSON_DATES = (
    ("published", "date_published", "feed date_published"),
    ("modified", "date_modified", "feed date_modified"),
)
LINKING = {"origlink", "loc", "link", "guid", "id"}  # children of an item that may state its address
LINKS = ("alternate", "")  # values of rel; RFC 4287, 4.2.7.2


def read_list(body: bytes, charset: str | None, limit: int, whole: bool = False) -> Named:
    """What a feed or sitemap names; charset: of its HTTP header. limit: bytes that a packed one may unpack to.

    whole: whether to give the texts of items that have them.
    """
    cut = ""
    for _ in range(PACKED):
        if body.startswith(b"\x1f\x8b") and not cut:
            body, cut = unpacked(body, ["gzip"], limit)
    text = text_of_list(body, charset)
    found = _read(text, whole)
    if cut:
        found.trouble = f"cut short: {cut}"
    return found


def _read(text: str, whole: bool) -> Named:
    start = text.lstrip()[:1]
    if start == "{":
        return _read_json(text, whole)
    begun = BEGINNING.search(text[:NOISE])
    if begun or start == "<":
        return _read_xml(text[begun.start() :] if begun else text, whole)
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if lines and all(map(ADDRESS.fullmatch, lines)):  # sitemaps.org: a text file, one URL a line
        return Named("sitemap", [(line, []) for line in lines])
    return Named("none")


def _read_json(text: str, whole: bool) -> Named:
    try:
        feed = load_json(text)
        if not isinstance(feed, dict):
            return Named("none", trouble="no JSON Feed: it cannot be read as JSON")
        items = [item for item in feed["items"] if isinstance(item, dict)]
        found = Named("feed", [_json_story(item) for item in items])
        told = [json_item(item, link) for item, (link, _) in zip(items, found.stories, strict=True) if whole]
        found.whole = {item.link: item for item in told if item}
        return found
    except (ValueError, KeyError, TypeError) as error:
        return Named("none", trouble=f"no JSON Feed: {error}")


def _json_story(item: dict[str, object]) -> NamedStory:
    link = item.get("url") or item.get("external_url") or item.get("id") or ""
    dates = [
        Candidate(field, item[name], origin)  # type: ignore[arg-type]
        for field, name, origin in JSON_DATES
        if isinstance(item.get(name), str)
    ]
    return (link.strip() if isinstance(link, str) else ""), dates


def _read_xml(text: str, whole: bool) -> Named:
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, huge_tree=True, load_dtd=False
    )
    try:
        root = etree.fromstring(mended(text).encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return Named("none", trouble=str(error))
    if root is None:
        return Named("none")
    name = _name(root)
    if name == "sitemapindex":
        leaves = [_text(loc) for leaf in _all(root, "sitemap") for loc in _children(leaf, "loc")]
        return Named("index", leaves=[leaf for leaf in leaves if leaf])
    if name == "urlset":
        return _named("sitemap", _all(root, "url"))
    items = [node for node in root.iter() if _name(node) in ("item", "entry")]
    is_feed = name in ("rss", "feed", "rdf", "channel") or bool(items)
    found = _named("feed" if is_feed else "none", items)
    told = [xml_item(node, link) for node, (link, _) in zip(items, found.stories, strict=True) if whole]
    found.whole = {item.link: item for item in told if item}
    return found


def _named(kind: ListKind, nodes: list[_Element]) -> Named:
    found = Named(kind, [_story(node) for node in nodes])
    for node, (link, _) in zip(nodes, found.stories, strict=True):
        if copies := _copies(node):
            found.copies[link] = copies
    return found


def _copies(node: _Element) -> list[tuple[str, str]]:
    """Its copies by language: `xhtml:link` of a sitemap, `link` of Atom (RFC 4287, 4.2.7.4)."""
    links = (child for child in node if _name(child) == "link" and child.get("rel", "") in LINKS)
    found = ((link.get("hreflang", "").strip(), link.get("href", "").strip()) for link in links)
    return [(language, url) for language, url in found if language and url]


def _story(node: _Element) -> NamedStory:
    """What an item of a feed, or a `url` of a sitemap, says of a story."""
    dates = []
    for child in _parts(node):
        name, text = _name(child), (child.text or "").strip()
        if name in DATES and text and (name == "publication_date" or child.getparent() is node):
            dates.append(Candidate(DATES[name][0], text, DATES[name][1]))  # type: ignore[arg-type]
    return _link(node), dates


def _parts(node: _Element) -> Iterator[_Element]:
    """The children of an item, and those of Google's `news`. An item that was not closed holds all that follow it: to
    look at each in each would take time without end.
    """
    for child in node:
        yield child
        if _name(child) == "news":
            yield from child


def _link(node: _Element) -> str:
    """The story's own address where a feed counts clicks and names it beside (FeedBurner), else its link."""
    children = [child for child in node if isinstance(child.tag, str)]
    if not any(_name(child) in LINKING for child in children):
        children = list(_within(node))  # a tag in its title is not closed
    texts = {name: _text(child) for child in reversed(children) if (name := _name(child)) in LINKING}
    atom = [
        child.get("href", "").strip()
        for child in children
        if _name(child) == "link" and child.get("rel", "") in LINKS and child.get("href")
    ]
    guid = next((child for child in children if _name(child) == "guid"), None)
    permanent = _text(guid) if guid is not None and guid.get("isPermaLink", "true").lower() != "false" else ""
    about = [str(value) for name, value in node.items() if str(name).endswith("about")]  # RSS 1.0, 5.5
    named = (texts.get("origlink"), texts.get("loc"), texts.get("link"), *atom, *about)
    stated = next((text for text in named if text), "")
    return stated or next((text for text in (permanent, texts.get("id", "")) if ADDRESS.fullmatch(text)), "")


def _within(node: _Element) -> Iterator[_Element]:
    """The elements in an item, up to the first of another item."""
    for child in node.iterdescendants():
        if _name(child) in ("item", "entry", "url"):
            return
        if isinstance(child.tag, str):
            yield child


def _name(node: _Element) -> str:
    """The local name of an element, in lower case; empty of a comment."""
    tag = node.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def _text(node: _Element) -> str:
    """Its text, and that of what is marked in it; no deeper, as in `_parts`."""
    pieces = [node.text]
    for child in node:
        pieces += [child.text if isinstance(child.tag, str) else None, child.tail]
    return "".join(filter(None, pieces)).strip()


def _children(node: _Element, name: str) -> list[_Element]:
    return [child for child in node if _name(child) == name]


def _all(root: _Element, name: str) -> list[_Element]:
    return [node for node in root.iter() if _name(node) == name]
