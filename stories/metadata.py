"""What a page says about its story beside headline and signatures."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from stories.document import Document
from stories.structured import is_story
from stories.text import clean


def story_nodes(document: Document) -> list[dict[str, Any]]:
    """The JSON-LD objects of written pieces."""
    return [node for node in document.nodes if is_story(node)]


def texts(value: Any, name: str = "name") -> Iterator[str]:
    """The strings of a JSON-LD value: itself, its items, or the `name` of its objects."""
    if isinstance(value, str):
        yield clean(value)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item, name)
    elif isinstance(value, dict):
        yield from texts(value.get(name) or value.get("@value"), name)


def first(values: Iterator[str]) -> str:
    return next((value for value in values if value), "")


def canonical(document: Document) -> str:
    """The address that the page states for itself, if it is on the same site and not its front page."""
    for link in document.tree.iterfind(".//link[@rel='canonical'][@href]"):
        url = urljoin(document.url, link.get("href").strip())
        parts, own = urlsplit(url), urlsplit(document.url)
        same = site(parts.hostname) == site(own.hostname)
        if parts.scheme in ("http", "https") and same and parts.path.strip("/"):
            return str(url)
    return document.url


def site(host: str | None) -> str:
    """The last two labels of a host, three where the second is a public one such as `co` in `co.uk`."""
    labels = (host or "").lower().split(".")
    return ".".join(
        labels[-3:] if len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) == 2 else labels[-2:]
    )
