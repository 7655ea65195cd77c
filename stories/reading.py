"""A page read: the one door from bytes to body, metadata, date candidates and quotes."""

from dataclasses import dataclass, field

from stories import quotes
from stories.body import Signs, join, quote_spans, read_body
from stories.dates import Candidate
from stories.document import Document, UnreadableError, parse
from stories.layouts import Facts, read_layout
from stories.metadata import canonical
from stories.metadata.authors import authors
from stories.metadata.dates import date_candidates
from stories.metadata.headline import h1s, headline
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
    description = reading.description or document.meta("og:description", "description")
    signs = Signs(reading.title, tuple(h1s(document.tree)), tuple(reading.authors), description)
    body = read_body(document, facts.blocks, signs)
    reading.body, reading.block_quotes, reading.cuts = join(body.blocks), quote_spans(body.blocks), body.cuts
    reading.origins["body"] = body.origin
    reading.candidates = [*facts.candidates, *date_candidates(document)]
    reading.quotes = quotes.find_quotes(reading.body, reading.language or None)
    if not reading.body:
        reading.reject = "no body"
    return reading
