"""A page as a person reads it down the screen: lines of text, each with its links.

The Centre's mark-up is known only in part and has changed before, so its pages are read by the order of their
lines; mark-up decides only where a line ends and which line is a heading.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml import etree, html

from stories.identity.urls import unwrapped

UNSEEN = {"script", "style", "noscript", "template", "svg", "head", "iframe", "select", "option", "input"}
BREAKS = {
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
}  # fmt: skip
MAIN = (
    "//div[contains(concat(' ', normalize-space(@class), ' '), ' primary ')]",
    "//main",
    "//*[@role='main']",
    "//article",
    "//body",
)
BOILERPLATE = "//nav | //footer | //body/header | //aside[not(ancestor::main)]"
BOILERPLATE_NAMES = {
    "footer", "site-footer", "page-footer", "site-header", "nav", "navigation", "navbar", "menu", "breadcrumb",
    "breadcrumbs", "cookie-banner", "cookie-notice", "skip-link", "social-share", "share-links", "newsletter-signup",
}  # fmt: skip


@dataclass(slots=True)
class EntryLine:
    """One line: its text, whitespace folded; its links as (text, absolute address); its element's name."""

    text: str
    links: list[tuple[str, str]] = field(default_factory=list)
    tag: str = ""

    @property
    def link(self) -> str:
        """The address that the whole line links to, or an empty string."""
        return next((href for text, href in self.links if href and text == self.text), "")


def parse(markup: str) -> html.HtmlElement | None:
    """The page's tree, or None for a page without an element."""
    parser = html.HTMLParser(encoding="utf-8")
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return None


def main_part(tree: html.HtmlElement) -> html.HtmlElement:
    """The element that holds the page's matter: the first known container with text, else the whole page."""
    for path in MAIN:
        for element in tree.xpath(path):
            if fold(element.text_content()):
                return element
    return tree


def without_boilerplate(tree: html.HtmlElement) -> html.HtmlElement:
    """The tree with its menus, its foot and the like taken out."""
    named = [one for one in tree.xpath("//*[@id or @class]") if BOILERPLATE_NAMES & _names(one)]
    for element in [*tree.xpath(BOILERPLATE), *named]:
        if element.getparent() is not None and element.tag not in ("body", "main"):
            element.drop_tree()
    return tree


def _names(element: html.HtmlElement) -> set[str]:
    return {element.get("id", ""), *element.get("class", "").split()}


def read_lines(root: html.HtmlElement, url: str = "") -> list[EntryLine]:
    """The lines under `root` that a reader sees, in order; empty ones left out. `url` is the links' base."""
    return [line for line in _lines(root, url) if line.text]


def fold(text: str | None) -> str:
    """Text with each run of whitespace (the unbroken space too) as one space, and no invisible marks."""
    return re.sub(r"\s+", " ", re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", text or "")).strip()


class _Reader:
    """Gathers the text between two breaks, and which links were open over it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.parts: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.anchors: list[tuple[int, str]] = []
        self.blocks: list[str] = [""]

    def line(self) -> EntryLine:
        """The line that ends here; links still open go on in the next one."""
        links = self.links + [(fold("".join(self.parts[start:])), href) for start, href in self.anchors]
        line = EntryLine(fold("".join(self.parts)), [link for link in links if link[0]], self.blocks[-1])
        self.parts, self.links = [], []
        self.anchors = [(0, href) for _, href in self.anchors]
        return line

    def open(self, element: html.HtmlElement) -> None:
        if element.tag in BREAKS:
            self.blocks.append(element.tag)
        elif element.tag == "a":
            self.anchors.append((len(self.parts), address(element, self.url)))
        self.parts.append(element.text or "")

    def close(self, element: html.HtmlElement) -> None:
        if element.tag in BREAKS:
            self.blocks.pop()
        elif element.tag == "a" and self.anchors:
            start, href = self.anchors.pop()
            self.links.append((fold("".join(self.parts[start:])), href))


def _lines(root: html.HtmlElement, url: str) -> Iterator[EntryLine]:
    reader = _Reader(url)
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        breaks = event in ("start", "end") and element.tag in BREAKS
        if breaks:
            yield reader.line()
        if event == "start" and element.tag in UNSEEN:
            walk.skip_subtree()
        elif event == "start":
            reader.open(element)
        if event != "start":
            if event == "end" and element.tag not in UNSEEN:
                reader.close(element)
            reader.parts.append((element.tail or "") if element is not root else "")
    yield reader.line()


def address(element: html.HtmlElement, url: str) -> str:
    """Where a link leads, absolute, past a copy in an archive or a wrapper; empty for a link within the page or one that
    is no address.
    """
    href = fold(element.get("href"))
    if not href or href.startswith(("#", "javascript:", "mailto:", "tel:", "data:")):
        return ""
    try:
        return unwrapped(urljoin(url, href))
    except ValueError:
        return ""
