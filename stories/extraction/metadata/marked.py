"""Elements whose mark-up says that they hold who signs: rel, itemprop, class."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from lxml.html import HtmlElement

from stories.extraction.document import Document
from stories.extraction.metadata.bylines import (
    BELOW,
    MAX_LINK_WORDS,
    around_headline,
    headline_at,
    is_elsewhere,
)
from stories.extraction.metadata.persons import is_known, joined, read_names
from stories.sites import host_of, same_site

_SIGNED = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author-?(?:s|name|names|link|title)?|article-?authors?|post-?author|signature|creator|"
    r"autor(?:en|es)?|auteurs?|writers?|journalist|redacteur|yazar|muhabir|contributors?(?:-?names?)?)(?:[\s_-]|$)",
    re.I,
)
_ABOUT = re.compile(
    r"(?:^|[\s_-])(?:(?:job|author|byline|staff|person)[-_]*(?:title|role|position|place|location|bio|info|description)|role|position|"
    r"affiliation|location)(?=$|[\s_-])",
    re.I,
)
# What also logs in, so that it signs only beside the headline, and with a person's name
_USER = re.compile(r"(?:^|[\s_-])(?:user-?name|auth)(?:[\s_-]|$)", re.I)
# What stands in the address of a page about who writes
_WRITERS = re.compile(
    r"/(?:[a-z]{2,4}-)?(?:authors?|writers?|staff|people|profiles?|contributors?|journalists?|reporters?|columnists?|by|autor(?:en|es)?|auteurs?|"
    r"autor[ei]|penulis|yazar(?:lar)?|redac\w+)/[^/]",
    re.I,
)
_MARKS = ("data-hook", "data-testid")  # Wix's and Medium's pages say in these what an element is
MAX_CLASS_CHARACTERS = 200  # characters of a class that are looked at
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def close(document: Document) -> list[HtmlElement]:
    """The elements right after the headline, where the story's own signature stands; all where there is none."""
    at = headline_at(document)
    return document.elements if at is None else document.elements[at : at + BELOW]


def marked(nodes: Iterable[HtmlElement]) -> Iterator[str]:
    """Elements that the mark-up calls the author, itemprop or rel: the first one with a name, and those beside it."""
    for node in nodes:
        names = _names_of(node)
        if names and node.tag not in ("meta", "link") and not is_elsewhere(node):
            yield from names
            for sibling in node.itersiblings():
                yield from _names_of(sibling)
            return


def _names_of(node: HtmlElement) -> list[str]:
    """The signatures in an element that is marked as the author's; none where it is not, or names nobody."""
    if node.get("rel") != "author" and "author" not in node.get("itemprop", ""):
        return []
    inner = node.xpath(".//*[@itemprop='name']")
    texts = [text for item in inner or [node] if len(text := _spaced(item)) < 80]
    return texts if any(map(read_names, texts)) else []


def classed(nodes: Iterable[HtmlElement]) -> Iterator[str]:
    """The first short element whose class speaks of a signature, and those of the same class beside it."""
    for node in nodes:
        name = " ".join(filter(None, map(node.get, ("class", *_MARKS))))
        if "byline" in (told := node.get("id") or "").lower():
            name += f" {told}"
        if (
            name
            and _signs(name[:MAX_CLASS_CHARACTERS])
            and not is_elsewhere(node)
            and (text := _signature(node))
        ):
            yield text
            named = [mark for mark in ("class", *_MARKS) if node.get(mark)]
            yield from (
                _signature(other)
                for other in node.itersiblings()
                if named and all(other.get(mark) == node.get(mark) for mark in named)
            )
            return


def users(document: Document) -> Iterator[str]:
    """The first element close to the headline that is named for a user, and holds a person's name and nothing else."""
    for node in around_headline(document):
        name = " ".join(filter(None, map(node.get, ("class", *_MARKS))))[:MAX_CLASS_CHARACTERS]
        if name and _USER.search(_CAMEL.sub("-", name)) and not is_elsewhere(node):
            text = _signature(node)
            if text and all(map(is_known, read_names(text))):
                yield text
                return


def linked(document: Document) -> Iterator[str]:
    """The persons of the first links close to the headline that lead to the page of who writes, by their address."""
    near = around_headline(document)
    host = host_of(document.url)
    found = [node for node in near if _leads_to_writer(node.get("href") or "", host)]
    for node in found:
        text = "" if is_elsewhere(node) else _signature(node)
        if text and all(map(_is_whole, read_names(text))) and len(text.split()) <= MAX_LINK_WORDS:
            yield from (_signature(other) for other in found if other.getparent() is node.getparent())
            return


def _leads_to_writer(address: str, host: str) -> bool:
    """Whether it is the site's own page about somebody who writes, and no profile of a network."""
    return bool(_WRITERS.search(address)) and ("//" not in address or same_site(host_of(address), host))


def _is_whole(name: str) -> bool:
    """Whether it has a given and a last name, or is written without a space between them."""
    return " " in name or is_known(name)


def _signature(node: HtmlElement) -> str:
    """The text of an element, if it is short and names somebody."""
    text = _spaced(node)
    return text if 2 < len(text) < 100 and read_names(text) else ""


@lru_cache(maxsize=20_000)  # the classes of a page repeat, and those of one outlet's pages
def _signs(name: str) -> bool:
    return bool(_SIGNED.search(_CAMEL.sub("-", name)))


def _spaced(node: HtmlElement) -> str:
    """The text of a signature, whose parts often stand in boxes without a space between them."""
    return joined(_pieces(node))


def _pieces(node: HtmlElement) -> Iterator[str]:
    """The pieces of a signature in their order, without buttons and what tells of the person."""
    yield node.text or ""
    for box in node:
        if isinstance(box.tag, str) and box.tag != "button" and not _is_about(box):
            yield from _pieces(box)
        yield box.tail or ""


def _is_about(node: HtmlElement) -> bool:
    """Whether an element of a signature tells of the person: the office, the place, a life."""
    name = node.get("class")
    return bool(name) and bool(_ABOUT.search(_CAMEL.sub("-", name[:MAX_CLASS_CHARACTERS])))
