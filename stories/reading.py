"""A page read: the one door from bytes to body, metadata, date candidates and quotes."""

from dataclasses import dataclass, field

from stories import quotes
from stories.authors import authors
from stories.body import general_body, join, quote_spans
from stories.candidates import date_candidates
from stories.dates import Candidate
from stories.document import Document, UnreadableError, parse
from stories.furniture import clear
from stories.headline import h1s, headline
from stories.layouts import Facts, read_layout
from stories.lines import read_lines
from stories.metadata import canonical
from stories.outlet import Outlet
from stories.page import Page
from stories.quotes import Quote, Span


@dataclass(slots=True)
class Reading:
    """What a page says, before dates are judged and duplicates matched. Text is NFC.

    url: the canonical address that the page states, where it can be trusted, else its own, unnormalised.
    body: paragraphs joined by a blank line. reject: why the page is no story (`consent wall`, `video page`,
    ...), else empty.
    block_quotes: where paragraphs that the page sets off as quotations stand in the body.
    origins: which part of the page each field came from. cuts: (text, why) of what was taken out of the body.
    """

    url: str
    title: str = ""
    authors: list[str] = field(default_factory=list)
    description: str = ""
    section: str = ""
    tags: list[str] = field(default_factory=list)
    language: str = ""
    language_stated: str = ""
    image: str = ""
    image_caption: str = ""
    body: str = ""
    block_quotes: list[Span] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    origins: dict[str, str] = field(default_factory=dict)
    cuts: list[tuple[str, str]] = field(default_factory=list)
    reject: str = ""
    detail: str = ""


def read(page: Page, outlet: Outlet) -> Reading:
    """Read one page. Never raises on bad markup: a page that holds no story comes back with `reject` set."""
    try:
        document = parse(page)
    except UnreadableError as refusal:
        reason, *detail = refusal.args
        return Reading(page.url, reject=reason, detail=" ".join(detail))
    facts = read_layout(document, outlet)
    if facts.reject:
        return Reading(page.url, reject=facts.reject, detail=f"{outlet.name} {facts.layout or page.url}")
    return _read(document, facts, outlet)


def _read(document: Document, facts: Facts, outlet: Outlet) -> Reading:
    reading = Reading(
        canonical(document), section=facts.section, tags=facts.tags, origins=dict(facts.origins)
    )
    reading.title = facts.headline
    if not reading.title:
        reading.title, reading.origins["title"] = headline(document)
    reading.authors, reading.origins["authors"] = authors(document, facts.byline, outlet)
    lines = read_lines(document.tree)
    blocks = facts.blocks or general_body(document.tree, document.url)
    cleaning = clear(blocks, lines, [reading.title, *h1s(document.tree)])
    reading.body, reading.block_quotes = join(cleaning.kept), quote_spans(cleaning.kept)
    reading.cuts = cleaning.cuts
    reading.candidates = [*facts.candidates, *date_candidates(document)]
    reading.quotes = quotes.find_quotes(reading.body, reading.language or None)
    if not reading.body:
        reading.reject = "no body"
    return reading
