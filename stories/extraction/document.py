"""A page parsed once: bytes to characters to one tree that every reader shares."""

import re
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from stories.extraction.charset import BOMS, decode, wide
from stories.extraction.consent import drop_consent
from stories.extraction.drop_caps import NAMES, join_drop_caps
from stories.extraction.formats import format_of
from stories.extraction.hidden import drop_hidden
from stories.extraction.later_stories import drop_later_stories
from stories.extraction.mhtml import page_in
from stories.extraction.plain_text import as_story_markup, is_plain
from stories.extraction.quotation_tags import mark_quotations
from stories.extraction.set_off import set_off_speech
from stories.extraction.structured import JsonObject, json_ld_nodes, meta_values
from stories.lists import item_page
from stories.page import Page

# The largest of 1,200 news pages measured is 2.2 MB, nearly all of it scripts, and the longest story under
# 200,000 characters. Beyond these bounds reading costs minutes and never yields a story.
MAX_BYTES = 8_000_000
MAX_TEXT = 500_000
MAX_ELEMENTS = 100_000
MAX_ATTRIBUTES = 5_000  # of one tag: the parser compares each with every other
BINARY = 0.05  # a text has next to no control characters

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
_UNREAD = ("script", "style", "template", "svg", "iframe", "object", "canvas", "del", "s", "strike")


class UnreadableError(ValueError):
    """A payload holds no page: it is empty, binary or beyond the bounds. Its first argument says which."""


@dataclass(slots=True)
class Document:
    """One page, parsed. tree: without scripts and styles; scripts: their texts by id or as they come.

    elements: all of the tree's; while they are held, lxml need not make them anew at each step of each reader.
    marked: those of them with `itemprop` or `rel`.
    consent: what boxes said that asked for consent to cookies, and were taken out.
    alternates: (language, address) of its copies in other languages, and of itself, as head and HTTP header link them.
    nodes: every JSON-LD object, outermost first. metas: the values of each meta name, property or itemprop.
    """

    url: str
    tree: HtmlElement
    nodes: list[JsonObject] = field(default_factory=list)
    metas: dict[str, list[str]] = field(default_factory=dict)
    scripts: list[tuple[str, str]] = field(default_factory=list)
    elements: list[HtmlElement] = field(default_factory=list)
    marked: list[HtmlElement] = field(default_factory=list)
    consent: str = ""
    alternates: list[tuple[str, str]] = field(default_factory=list)

    def meta(self, *names: str) -> str:
        """The first value that any of `names` has, in the order given."""
        return next((value for name in names for value in self.metas.get(name, ())), "")


def parse(page: Page) -> Document:
    """Parse a page.

    Raises UnreadableError where the payload cannot hold a story: empty, another format, too large.
    """
    payload, encoding = _of_item(page) if page.item else page_in(page.payload, page.encoding)
    if page.payload and not payload:
        raise UnreadableError("not HTML", "a saved page (MHTML) without a whole page in it")
    refuse(payload)
    _refuse_tags(payload)
    text = decode(payload, encoding)
    if what := format_of(text):
        raise UnreadableError("not HTML", f"the payload is {what}")
    tree = _tree(as_story_markup(text) if is_plain(text) else text)
    scripts = [
        (node.get("id") or node.get("type") or "", _unescaped(node.text or ""))
        for node in tree.iter("script")
    ]
    document = Document(page.address, tree, json_ld_nodes(tree), meta_values(tree), scripts)
    shadows = list(tree.iter("template")) if "shadowroot" in text else []
    for template in shadows:  # of a declarative shadow root: shown at once
        if template.get("shadowrootmode") or template.get("shadowroot"):
            template.tag = "div"
    etree.strip_elements(tree, *_UNREAD, with_tail=False)
    _bound(tree, len(payload))
    drop_later_stories(tree, document.meta("og:title", "twitter:title") or tree.findtext(".//title") or "")
    document.consent = drop_consent(tree)
    document.elements = list(tree.iter())
    drop_hidden(document.elements)
    if any(name in text for name in NAMES):
        join_drop_caps(document.elements)
    set_off_speech(document.elements)
    if "<q" in text:
        mark_quotations(document.elements, tree.get("lang") or "")
    document.marked = [node for node in document.elements if node.get("itemprop") or node.get("rel")]
    linked = [node for node in document.marked if node.tag == "link" and node.get("hreflang")]
    document.alternates = [
        (node.get("hreflang") or "", node.get("href") or "")
        for node in linked
        if "alternate" in (node.get("rel") or "").lower().split()
    ] + list(page.alternates)
    return document


def _of_item(page: Page) -> tuple[bytes, str]:
    """The item of a feed as a page, and its encoding. Raises UnreadableError where the feed has no text of it."""
    text = item_page(page.payload, page.encoding, page.item)
    if not text:
        raise UnreadableError("not in the feed", f"{page.url} has no whole text of {page.item}")
    return text.encode("utf-8", "replace"), "utf-8"


def _unescaped(script: str) -> str:
    return _BACKSLASHES.sub("", script) if "\\" * 32 in script else script


def refuse(payload: bytes) -> None:
    """Raises UnreadableError where a payload cannot hold a page: it is empty, another format, too large."""
    if not payload.strip(b"\x00 \t\r\n"):
        raise UnreadableError("empty page")
    if len(payload) > MAX_BYTES:
        raise UnreadableError("too large", f"{len(payload)} bytes, at most {MAX_BYTES} are read")
    head = payload.lstrip()[:4096]
    for magic, kind in _MAGIC.items():
        if head.startswith(magic):
            raise UnreadableError("not HTML", f"the payload is {'an' if kind[0] in 'aeiou' else 'a'} {kind}")
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > BINARY * len(head) and not head.startswith(tuple(BOMS)) and not any(wide(head)):
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
