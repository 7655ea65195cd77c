"""A page read with rules off, without reading all of it again: only the stages in which one of them does something."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from copy import deepcopy
from dataclasses import replace
from functools import partial
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from stories.extraction import reading
from stories.extraction.body import Block, Body, general
from stories.extraction.document import Document
from stories.page import Page
from tests.bench import pages
from tests.bench.ablation.heard import heard, is_askable
from tests.bench.ablation.rules import Off, without
from tests.bench.pages import prediction, read_scored

SEARCH = ("read_body", "reject", "partial")  # each with the document that the one before left
ONCE = ("canonical", "headline", "authors", "description", "section", "tags", "picture", "stated_language")
# Where a constant counts, which cannot say so itself, by the room of its rule
CONSTANTS = {
    "body": {"read_body"},
    "dates": {"date_candidates", "choose_dates"},
    "headlines": {"headline"},
    "authors": {"authors"},
}


def read_with(page: Page, by_day: bool, rules: Iterable[Off]) -> dict[str, Any]:
    """What is read of a page while these rules are off, all of it anew; no quotes, which no field here needs."""
    with ExitStack() as off:
        for rule in rules:
            off.enter_context(without(rule))
        return prediction(page, read_scored(page), by_day)


class Stages:
    """A page, what was read of it, and in which stages of the reading each rule mattered.

    found: what is read of it with all rules on. matters: stages by the name of a rule; those that did nothing have none.
    """

    def __init__(self, page: Page, by_day: bool, rules: Mapping[str, Off]) -> None:
        self.page, self.by_day, self.rules = page, by_day, rules
        self.matters: dict[str, set[str]] = defaultdict(set)
        self._running: list[str] = []
        self._known: dict[Any, Any] = {}
        self._anew: set[str] = set()
        self._bodies = self._searched = Document("", HtmlElement())
        self._first = True
        asked = [heard(rule, partial(self._note, name)) for name, rule in rules.items()]
        with self._staged():
            self.found = read_with(page, by_day, asked)
        self._first = False
        for name, rule in rules.items():
            if not is_askable(rule):
                self.matters[name] |= CONSTANTS[name.partition(":")[0]]

    def _note(self, name: str) -> None:
        self.matters[name].update(self._running)

    def without(self, names: Iterable[str]) -> dict[str, Any]:
        """What is read of the page with these rules off."""
        off = sorted({name for name in names if name in self.matters})
        self._anew = {stage for name in off for stage in self.matters[name]}
        rules = [self.rules[name] for name in off]
        if not off:
            return self.found
        if "parse" in self._anew or not self._known:
            return read_with(self.page, self.by_day, rules)
        with self._staged():
            return read_with(self.page, self.by_day, rules)

    @contextmanager
    def _staged(self) -> Iterator[None]:
        """While each stage of the reading gives what is known of it already, unless it has to be done anew."""
        keys: dict[str, tuple[Any, Callable[..., Any]]] = {
            **{name: (reading, lambda *arguments: ()) for name in ("parse", *ONCE)},
            "date_candidates": (reading, lambda document, title: title),
            "read_body": (reading, lambda document, known, metadata: metadata),
            "bare_extraction": (general, lambda tree, options: (etree.tostring(tree), options.fast)),
            "reject": (reading, lambda document, title, blocks: (title, _said(blocks))),
            "partial": (reading, lambda document, found, why: (why, _said(found.blocks), _below(found))),
            "story_language": (reading, lambda *arguments: arguments),
            "choose_dates": (pages, lambda found, outlet, fetched, language: (tuple(found), language)),
        }
        with ExitStack() as stages:
            for name, (where, key) in keys.items():
                stages.enter_context(without((where, name, self._stage(name, getattr(where, name), key))))
            yield

    def _stage(self, name: str, function: Callable[..., Any], key: Callable[..., Any]) -> Callable[..., Any]:
        def staged(*arguments: Any, **named: Any) -> Any:
            at = name, key(*arguments, **named)
            is_known = at in self._known and name not in self._anew
            if name == "read_body":
                self._searched = self._bodies if is_known else copied(arguments[0])
            if is_known:
                found = self._known[at]
                return replace(found, cuts=[*found.cuts]) if name == "read_body" else found
            if name in SEARCH:
                arguments = (self._searched, *arguments[1:])
            self._running.append(name)
            try:
                found = function(*arguments, **named)
            finally:
                self._running.pop()
            if self._first or name == "bare_extraction":
                self._known[at] = found
            if self._first and name == "read_body":
                self._bodies = self._searched
                return replace(found, cuts=[*found.cuts])
            return found

        return staged


def copied(document: Document) -> Document:
    """A document with a tree of its own."""
    tree = deepcopy(document.tree)
    elements = list(tree.iter())
    marked = [node for node in elements if node.get("itemprop") or node.get("rel")]
    return replace(document, tree=tree, elements=elements, marked=marked)


def _said(blocks: Iterable[Block]) -> tuple[tuple[str, str], ...]:
    return tuple((block.text, block.kind) for block in blocks)


def _below(found: Body) -> tuple[str, ...]:
    return tuple(line.text for line in found.below)
