"""A page parsed once: bytes to characters to one tree that every reader shares."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from stories.extraction.plain_text import as_story_markup, is_plain
from stories.extraction.structured import json_ld_nodes, meta_values
from stories.page import Page

# The largest of 1,200 news pages measured is 2.2 MB, nearly all of it scripts, and the longest story under
# 200,000 characters. Beyond these bounds reading costs minutes and never yields a story.
MAX_BYTES = 8_000_000
MAX_TEXT = 500_000
MAX_ELEMENTS = 100_000
MAX_ATTRIBUTES = 5_000  # of one tag: the parser compares each with every other
BINARY = 0.05  # a text has next to no control characters

_BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,40})""", re.I
)
_MAGIC = {
    b"%PDF-": "PDF",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"PK\x03\x04": "archive",
    b"\x1f\x8b": "archive",
}
_CONTROLS = bytes({*range(32), 127} - {9, 10, 13})
_ATTRIBUTE = re.compile(rb"""\s[^\s=&"'<>/]{1,60}=["']""")
_BACKSLASHES = re.compile(r"\\{32,}")  # no escape needs so many, and patterns that look for escapes take ages
_UNREAD = ("script", "style", "template", "svg", "iframe", "object", "canvas")


class UnreadableError(ValueError):
    """A payload holds no page: it is empty, binary or beyond the bounds. Its first argument says which."""


@dataclass(slots=True)
class Document:
    """One page, parsed. tree: without scripts and styles; scripts: their texts by id or as they come.

    elements: all of the tree's; while they are held, lxml need not make them anew at each step of each reader.
    marked: those of them with `itemprop` or `rel`.
    nodes: every JSON-LD object, outermost first. metas: the values of each meta name, property or itemprop.
    """

    url: str
    tree: HtmlElement
    nodes: list[dict[str, Any]] = field(default_factory=list)
    metas: dict[str, list[str]] = field(default_factory=dict)
    scripts: list[tuple[str, str]] = field(default_factory=list)
    elements: list[HtmlElement] = field(default_factory=list)
    marked: list[HtmlElement] = field(default_factory=list)

    def meta(self, *names: str) -> str:
        """The first value that any of `names` has, in the order given."""
        return next((value for name in names for value in self.metas.get(name, ()) if value), "")


def parse(page: Page) -> Document:
    """Parse a page.

    Raises UnreadableError where the payload cannot hold a story: empty, another format, too large.
    """
    refuse(page.payload)
    _refuse_tags(page.payload)
    text = decode(page.payload, page.encoding)
    tree = _tree(as_story_markup(text) if is_plain(text) else text)
    scripts = [
        (node.get("id") or node.get("type") or "", _unescaped(node.text or ""))
        for node in tree.iter("script")
    ]
    document = Document(page.url, tree, json_ld_nodes(tree), meta_values(tree), scripts)
    etree.strip_elements(tree, *_UNREAD, with_tail=False)
    _bound(tree, len(page.payload))
    document.elements = list(tree.iter())
    document.marked = [node for node in document.elements if node.get("itemprop") or node.get("rel")]
    return document


def _unescaped(script: str) -> str:
    return _BACKSLASHES.sub("", script) if "\\" * 32 in script else script


def decode(payload: bytes, stated: str | None = None) -> str:
    """The characters of a page: by its byte order mark, as UTF-8 if it is that, else as labelled.

    A page that decodes as UTF-8 is UTF-8 whatever its label says. One that fits neither its label nor UTF-8 is
    windows-1252, the fallback of browsers, unless only a few bytes of it break as UTF-8.
    """
    for mark, encoding in _BOMS.items():
        if payload.startswith(mark):
            return payload.decode(encoding, "replace")
    for encoding in (*_wide(payload), "utf-8", *_labels(payload, stated)):
        try:
            return payload.decode(encoding)
        except (UnicodeError, LookupError):  # not only decoding errors: Python has a codec `undefined`
            continue
    text = payload.decode("utf-8", "replace")
    return (
        text
        if text.count("\ufffd") * 20 < sum(byte > 127 for byte in payload)
        else payload.decode("cp1252", "replace")
    )


def _wide(payload: bytes) -> Iterator[str]:
    """UTF-16 without a byte order mark shows as a zero in every other byte of the mark-up."""
    head = payload[:200]
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if zeros.count(0) * 3 > len(head):
            yield encoding


def _labels(payload: bytes, stated: str | None) -> Iterator[str]:
    declared = _DECLARED.search(payload[:4096])
    for label in (stated, declared and declared[1].decode("ascii", "ignore")):
        if label:
            yield {"iso-8859-1": "cp1252", "latin-1": "cp1252", "gb2312": "gb18030"}.get(label.lower(), label)


def refuse(payload: bytes) -> None:
    """Raises UnreadableError where a payload cannot hold a page: it is empty, another format, too large."""
    if not payload.strip(b"\x00 \t\r\n"):
        raise UnreadableError("empty page")
    if len(payload) > MAX_BYTES:
        raise UnreadableError("too large", f"{len(payload)} bytes, at most {MAX_BYTES} are read")
    head = payload.lstrip()[:4096]
    for magic, kind in _MAGIC.items():
        if head.startswith(magic):
            raise UnreadableError("not HTML", f"the payload is a {kind}")
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > BINARY * len(head) and not head.startswith(tuple(_BOMS)) and not any(_wide(head)):
        raise UnreadableError("not HTML", f"{controls} control characters in its first {len(head)} bytes")


def _refuse_tags(payload: bytes) -> None:
    """A tag with tens of thousands of attributes keeps the parser busy for minutes."""
    if len(payload) < 40 * MAX_ATTRIBUTES:
        return
    longest = max(payload.split(b"<"), key=len)
    attributes = len(_ATTRIBUTE.findall(longest.partition(b">")[0]))
    if attributes > MAX_ATTRIBUTES:
        raise UnreadableError(
            "too large", f"a tag with {attributes} attributes, at most {MAX_ATTRIBUTES} are read"
        )


def _tree(html: str) -> HtmlElement:
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    # lxml.html finds the class of each element in Python, which costs a fifth of a reading; no form is filled here.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    try:
        return document_fromstring(html.encode("utf-8", "replace").translate(None, _CONTROLS), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadableError("not HTML", str(error)) from error


def _bound(tree: HtmlElement, size: int) -> None:
    """size: bytes of the payload, which has no more characters."""
    elements = int(float(str(tree.xpath("count(//*)"))))
    if elements > MAX_ELEMENTS:
        raise UnreadableError("too large", f"{elements} elements, at most {MAX_ELEMENTS} are read")
    characters = int(float(str(tree.xpath("string-length()")))) if size > MAX_TEXT else 0
    if characters > MAX_TEXT:
        raise UnreadableError("too large", f"{characters} characters of text, at most {MAX_TEXT} are read")
