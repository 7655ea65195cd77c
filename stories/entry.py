"""A Resource Centre entry: a curated excerpt of a story, with where it came from."""

from dataclasses import dataclass, field
from typing import Literal

from stories.page import Page
from stories.quotes import Quote

Fidelity = Literal["exact", "altered", "missing", "unchecked"]
SourceState = Literal["found", "moved", "archived", "gone", "blocked", "not followed"]


@dataclass(slots=True)
class Passage:
    """A stretch of an excerpt between two elisions, and how it compares with its source's body."""

    text: str
    story_start: int | None = None
    story_end: int | None = None
    fidelity: Fidelity = "unchecked"
    note: str = ""


@dataclass(slots=True)
class Entry:
    """What an entry says of itself and of the story that it excerpts. Dates are ISO, to their precision."""

    url: str
    title: str = ""
    kind: str = ""  # the item type as shown: Article, Company response, ...
    attribution: str = ""
    authors: list[str] = field(default_factory=list)
    outlet: str = ""
    outlet_country: str = ""  # ISO 3166-1 alpha-2
    published: str | None = None
    source_title: str = ""
    source_published: str | None = None
    source_url: str = ""
    source_state: SourceState = "not followed"
    source_note: str = ""
    excerpt: list[str] = field(default_factory=list)  # paragraphs as shown
    passages: list[Passage] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)  # offsets into the excerpt's paragraphs joined by a blank line
    companies: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    timelines: list[str] = field(default_factory=list)
    language: str = ""
    ui_language: str = ""
    missing: list[str] = field(default_factory=list)  # what an entry should have and this one lacks
    page: Page | None = None


@dataclass(slots=True)
class EntryPage:
    """What a page of the Centre holds: one entry, a story's components, or a listing's links."""

    kind: Literal["entry", "story", "listing", "other"]
    entries: list[Entry] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    next_page: str = ""


def read_entry_page(html: str, url: str) -> EntryPage:
    """Read a page of the Centre, old layout or new, told apart by content. Never raises on bad markup."""
    raise NotImplementedError
