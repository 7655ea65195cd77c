"""A Resource Centre entry: a curated excerpt of a story, with where it came from."""

from dataclasses import dataclass, field
from typing import ClassVar, Literal

from stories.entries.check import Check
from stories.entries.excerpts import Passage
from stories.entries.match import EntryMatch
from stories.page import Page
from stories.quotes import Quote

SourceState = Literal["found", "moved", "archived", "gone", "blocked", "not followed"]


@dataclass(slots=True)
class Entry:
    """What an entry says of itself and of the story that it excerpts. Dates are ISO, to their precision."""

    url: str
    title: str = ""
    kind: str = ""  # the item type as shown: Article, Company response, ...
    attribution: str = ""
    authors: list[str] = field(default_factory=list)
    outlet: str = ""
    outlet_country: str = ""  # ISO 3166-1 alpha-2; empty for a place without a code
    published: str | None = None
    source_title: str = ""
    source_published: str | None = None
    source_url: str = ""
    source_address: str = ""  # canonical
    source_label: str = ""  # the words that link to the source: "Read the full post here"
    source_state: SourceState = "not followed"
    source_note: str = ""
    story: int | None = None  # the id of the stored story that it excerpts
    archived_url: str = ""  # the Internet Archive's copy of a source that is gone, where one was read instead
    archived: str | None = None  # the time of that copy
    excerpt: list[str] = field(default_factory=list)  # paragraphs as shown
    passages: list[Passage] = field(default_factory=list)
    quotes: list[Quote] = field(
        default_factory=list
    )  # offsets into the excerpt's paragraphs joined by a blank line
    companies: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    timelines: list[str] = field(default_factory=list)
    language: str = ""
    ui_language: str = ""
    missing: list[str] = field(default_factory=list)  # what an entry should have and this one lacks
    page: Page | None = None
    match: EntryMatch | None = None  # by match_duplicates
    check: Check | None = None  # by check_excerpts
    decided_at: tuple[int, int] | None = None  # the state of the database that both saw

    unread: ClassVar[None] = None  # it was read where it was found

    @property
    def entries(self) -> list["Entry"]:
        """The entry itself: a story tells the entry that led to it."""
        return [self]

    @property
    def records(self) -> list["Entry"]:
        """What is saved of it."""
        return [self]

    @property
    def dated(self) -> str | None:
        """The date that -a since and -a until go by."""
        return self.published

    @property
    def matched(self) -> EntryMatch:
        """What was matched. Raises ValueError before stage 300."""
        if self.match is None:
            raise ValueError(f"the entry {self.url} was not matched: match_duplicates comes first")
        return self.match

    @property
    def checked(self) -> Check:
        """How it compares with its source. Raises ValueError before stage 400."""
        if self.check is None:
            raise ValueError(f"the entry {self.url} was not checked: check_excerpts comes first")
        return self.check

    def resolve_dates(self) -> None:
        """Nothing to do: an entry says its one date in one place."""

    def in_another_language(self) -> str:
        """Empty: an entry is one in every language of the Centre."""
        return ""

    def without_story(self, reason: str) -> None:
        """What is left where it cannot be kept: nothing."""


@dataclass(slots=True)
class EntryPage:
    """What a page of the Centre holds: one entry, a story's components, or a listing's links.

    title: of a story or a listing; an entry has its own. evident: whether the words alone show that the page is
    the Centre's, whatever its address.
    """

    kind: Literal["entry", "story", "listing", "other"]
    entries: list[Entry] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    next_page: str = ""
    title: str = ""
    evident: bool = False
