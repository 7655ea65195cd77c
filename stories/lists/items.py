"""An item of a feed as a page: its headline, author and text, where the feed gives the whole text.

RSS's `content:encoded` (RDF Site Summary 1.0 Modules: Content), Atom's `content` (RFC 4287, 4.1.3), JSON Feed's
`content_html` and `content_text`. A `description` or a `summary` is no whole text, however long it is.
"""

import html
import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from lxml import etree
from lxml.etree import _Element

WHOLE = 500  # characters; less is a teaser, whatever it calls itself
BEGINS = re.compile(
    rb"\s*(?:\{|(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF|\w+:feed)[\s>])", re.DOTALL
)
_MARKUP = re.compile(r"<[^<>]*>|\s+")


@dataclass(slots=True, frozen=True)
class Item:
    """An item that has a whole text. link: its address as it stands; text: mark-up."""

    link: str
    title: str
    author: str
    language: str
    text: str


def is_feed(payload: bytes) -> bool:
    """Whether a payload is a feed and no page."""
    found = BEGINS.match(payload[:3_000].removeprefix(b"\xef\xbb\xbf"))
    return found is not None and (not found[0].endswith(b"{") or b'"items"' in payload)


def json_item(item: dict[str, object], link: str) -> Item | None:
    """An item of a JSON Feed (jsonfeed.org, version 1.1); None where it has no whole text."""
    told = {name: value for name, value in item.items() if isinstance(value, str)}
    text = told.get("content_html") or _as_markup(told.get("content_text", ""))
    authors = item.get("authors") or ([item["author"]] if item.get("author") else [])
    names = (
        [one.get("name", "") for one in authors if isinstance(one, dict)] if isinstance(authors, list) else []
    )
    return _item(link, told.get("title", ""), ", ".join(map(str, names)), told.get("language", ""), text)


def xml_item(node: _Element, link: str) -> Item | None:
    """An item of RSS or Atom; None where it has no whole text."""
    parts = {_name(child): child for child in reversed(node) if isinstance(child.tag, str)}
    content = parts.get("encoded")
    if content is None:
        content = parts.get("content") if _name(node) == "entry" else None
    if content is None:
        return None
    author = parts.get("creator", parts.get("author"))
    named = next((one for one in author if _name(one) == "name"), author) if author is not None else None
    return _item(link, _words(parts.get("title")), _words(named), _language(node), _content(content))


def _item(link: str, title: str, author: str, language: str, text: str) -> Item | None:
    long = len(_MARKUP.sub(" ", html.unescape(text))) >= WHOLE
    return Item(link, html.unescape(title), author, language, text) if long and link and title else None


def as_page(item: Item) -> str:
    """The item as a page."""
    title, author, language = (html.escape(text) for text in (item.title, item.author, item.language))
    return (
        f"<html lang='{language}'><head><title>{title}</title><meta name='author' content='{author}'></head>"
        f"<body><article><h1>{title}</h1>{item.text}</article></body></html>"
    )


def same_item(link: str, address: str) -> bool:
    """Whether a feed's link leads to an address that was made canonical: tracking, `www.` and scheme may be gone."""
    one, other = urlsplit(link), urlsplit(address)
    hosts = [(parts.hostname or "").removeprefix("www.") for parts in (one, other)]
    asked = dict(parse_qsl(one.query))
    return (
        hosts[0] == hosts[1]
        and one.path.rstrip("/") == other.path.rstrip("/")
        and all(asked.get(name) == value for name, value in parse_qsl(other.query))
    )


def _content(node: _Element) -> str:
    """Mark-up, of Atom's `xhtml` its elements, of its `text` paragraphs."""
    kind = node.get("type", "html")
    if len(node):
        return "".join(
            etree.tostring(child, encoding="unicode") for child in node if isinstance(child.tag, str)
        )
    text = node.text or ""
    return _as_markup(text) if kind in ("text", "text/plain") else text


def _as_markup(text: str) -> str:
    return "".join(
        f"<p>{html.escape(part.strip())}</p>" for part in re.split(r"\n\s*\n|\n", text) if part.strip()
    )


def _language(node: _Element) -> str:
    """What the item, or the feed around it, says of its language."""
    for one in (node, *node.iterancestors()):
        stated = one.get("{http://www.w3.org/XML/1998/namespace}lang") or next(
            ((child.text or "").strip() for child in one if _name(child) == "language"), ""
        )
        if stated:
            return stated
    return ""


def _words(node: _Element | None) -> str:
    return " ".join("".join(map(str, node.itertext())).split()) if node is not None else ""


def _name(node: _Element) -> str:
    tag = node.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""
