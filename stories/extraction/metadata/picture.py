"""The lead picture of a story and its caption."""

from urllib.parse import urlsplit

from lxml.html import HtmlElement

from stories.extraction.document import Document
from stories.extraction.metadata.address import absolute
from stories.extraction.metadata.caption import caption_of, without_label
from stories.extraction.metadata.nodes import story_nodes
from stories.text import plain

MAX_CAPTION = 1_000


def picture(document: Document) -> tuple[str, str, str]:
    """The address of the lead picture, its caption, and where the address stood; each may be empty."""
    stated = next((item for node in story_nodes(document) for item in _pictures(node.get("image"))), ("", ""))
    shared = document.meta(
        "og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"
    )
    address = absolute(shared or stated[0], document.url)
    origin = "meta og:image" if shared else "json-ld image"
    caption = without_label(stated[1]) or _printed_caption(document.tree, address)
    return address, caption[:MAX_CAPTION], origin if address else ""


def _pictures(value: object) -> list[tuple[str, str]]:
    """(address, caption) of the pictures in a JSON-LD value."""
    found = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            found.append((item, ""))
        elif isinstance(item, dict):
            address = item.get("url") or item.get("contentUrl")
            caption = item.get("caption") or item.get("description")
            if isinstance(address, str):
                found.append((address, plain(caption) if isinstance(caption, str) else ""))
    return found


def _printed_caption(tree: HtmlElement, address: str) -> str:
    """The caption of the figure that shows the picture, else of the first figure with one; a film's only at last."""
    name = urlsplit(address).path.rpartition("/")[2].partition(".")[0]
    figures = [
        (node, caption_of(caption)) for node in tree.iter("figure") for caption in node.iter("figcaption")
    ]
    shown = [text for node, text in figures if name and any(name in source for source in _sources(node))]
    pictures = [text for node, text in figures if any(_sources(node))]
    return next((text for text in (*shown, *pictures[:1], *(text for _, text in figures[:1])) if text), "")


def _sources(figure: HtmlElement) -> list[str]:
    return [image.get("src") or "" for image in figure.iter("img")]
