"""A page read by its outlet's own facts, which beat the general rules where they speak."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urlsplit

from lxml.cssselect import CSSSelector
from lxml.html import HtmlElement

from stories.dates import Candidate, Field
from stories.extraction.body.block import TAGS, Block
from stories.extraction.document import Document
from stories.extraction.payload import PayloadStory, find_payload, read_payload
from stories.outlet import Layout, Outlet
from stories.text import clean, words_of

_FIELDS = {"headline": "title", "byline": "authors", "blocks": "body"}


@dataclass(slots=True)
class Facts:
    """What an outlet's layout says of one page; empty fields are left to the general rules."""

    layout: str = ""
    headline: str = ""
    byline: str = ""
    section: str = ""
    tags: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    origins: dict[str, str] = field(default_factory=dict)
    reject: str = ""


def read_layout(document: Document, outlet: Outlet) -> Facts:
    """The facts of the first of the outlet's layouts that fits the page."""
    segments = urlsplit(document.url).path.split("/")
    for segment, reason in outlet.other_pages:
        if segment in segments:
            return Facts(reject=reason)
    for layout in outlet.layouts:
        if selector(layout.matches)(document.tree):
            return _facts(document, layout)
    return Facts()


@cache
def selector(css: str) -> CSSSelector:
    """A compiled CSS selector."""
    return CSSSelector(css, translator="html")


def _facts(document: Document, layout: Layout) -> Facts:
    tree = document.tree
    data = find_payload(document, layout.payload) if layout.payload else None
    payload = read_payload(data) if data is not None else PayloadStory()
    dropped = {node for found in _select(tree, layout.drop) for node in found.iter()}
    facts = Facts(layout.name, reject=layout.reject)
    _fill(facts, "headline", next(iter(_texts(tree, layout.headline, dropped)), ""), payload.headline)
    _fill(facts, "byline", ", ".join(_texts(tree, layout.byline, dropped)), payload.byline)
    _fill(facts, "section", next(iter(_texts(tree, layout.section, dropped)), ""), payload.section)
    _fill(facts, "tags", _texts(tree, layout.tags, dropped), payload.tags)
    _fill(facts, "blocks", list(_blocks(tree, layout.body, dropped)), payload.blocks)
    facts.candidates = list(_dates(tree, layout, payload))
    return facts


def _fill(facts: Facts, name: str, printed: object, in_payload: object) -> None:
    """The mark-up first, what a reader sees; then the payload."""
    setattr(facts, name, printed or in_payload)
    if printed or in_payload:
        facts.origins[_FIELDS.get(name, name)] = (
            f"layout {facts.layout}" if printed else f"payload {facts.layout}"
        )


def _select(tree: HtmlElement, css: str) -> list[HtmlElement]:
    found = selector(css)(tree) if css else []
    return found if isinstance(found, list) else []


def _texts(tree: HtmlElement, css: str, dropped: set[HtmlElement]) -> list[str]:
    """The distinct texts of the innermost elements that match."""
    found = [node for node in _select(tree, css) if node not in dropped]
    inner = [node for node in found if not any(other in found for other in node.iterdescendants())]
    return list(dict.fromkeys(text for text in map(words_of, inner) if text))


def _blocks(tree: HtmlElement, css: str, dropped: set[HtmlElement]) -> Iterator[Block]:
    taken: set[HtmlElement] = set()
    for node in _select(tree, css):
        if node in dropped or any(outer in taken for outer in node.iterancestors()):
            continue
        taken.add(node)
        kind = TAGS.get(node.tag, "paragraph")
        text = _list(node) if kind == "list" else words_of(node)
        if text:
            yield Block(text, kind)


def _list(node: HtmlElement) -> str:
    return "\n".join(f"- {text}" for text in map(words_of, node.iter("li")) if text)


def _dates(tree: HtmlElement, layout: Layout, payload: PayloadStory) -> Iterator[Candidate]:
    stated: tuple[tuple[Field, tuple[str, str], str], ...] = (
        ("published", payload.published, layout.published),
        ("modified", payload.modified, layout.modified),
    )
    for name, (key, value), css in stated:
        if value:
            yield Candidate(name, value, f"payload {key}")
        path, _, attribute = css.partition("@")
        for node in _select(tree, path)[:1]:
            text = clean(node.get(attribute) or "") if attribute else words_of(node)
            if text:
                yield Candidate(name, text, f"css {css}")
