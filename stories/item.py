"""The item that passes from stage to stage: a story, a block of fields for each stage to fill."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from stories.dates import Candidate, DateEvidence, choose_dates, resolve_spoken
from stories.entries import Entry, JoinedEntry
from stories.extraction import Reading, read
from stories.identity.match import Match
from stories.identity.urls import canonical_url, is_amp, is_story, outlet_of
from stories.outlet import Outlet
from stories.page import Page
from stories.translations import Translation, copies, speaks

if TYPE_CHECKING:
    from stories.identity.comparison import Text

CHALLENGE = "challenge page"  # a reject that is the host's refusal, though its answer was 200
WALLS = (CHALLENGE, "consent wall", "paywall stub")  # rejects that stand between a reader and a story
FEED_KEPT = ": its feed's text is kept"  # why there is no page, and what was done
How = Literal["canonical", "redirect", "amp", "feed", "variant", "same text"]


@dataclass(slots=True, frozen=True)
class StoryRows:
    """The rows that a story gives (`store.story_rows`): columns of `stories`, rows of `dates` and `quotes`, and the
    digest of all that was read.
    """

    columns: dict[str, object]
    dates: list[dict[str, object]]
    quotes: list[dict[str, object]]
    digest: str


@dataclass(slots=True, frozen=True)
class Told:
    """What a page says; its text with all at hand that matching will ask of it, its dates, judged, and the rows that
    these give. All but the first are None of a page that holds no story.
    """

    reading: Reading
    prepared: "Text | None" = None
    resolved: list[DateEvidence] | None = None
    rows: StoryRows | None = None


def read_story(page: Page, outlet: Outlet, given: bool, found: Sequence[Candidate] = ()) -> Told:
    """What hangs on the page, and on the dates that were found with its address, alone; no rows.

    See `stories.extraction.read`.
    """
    from stories.identity.comparison import prepared  # what only names an item compares no texts

    reading = read(page, outlet, given)
    if reading.refused:
        return Told(reading)
    dates = judge_dates(reading, found, outlet, page.fetched)
    return Told(reading, prepared(reading.title, reading.body), dates)


def judge_dates(
    reading: Reading, found: Sequence[Candidate], outlet: Outlet, fetched: datetime
) -> list[DateEvidence]:
    """Every date that a page and its finder show, judged, and those that the body speaks of, resolved."""
    dates = choose_dates([*reading.candidates, *found], outlet, fetched, reading.language)
    published = next((date.value for date in dates if date.chosen and date.field == "published"), None)
    return dates + resolve_spoken(reading.spoken, reading.body, published, reading.language, outlet=outlet)


@dataclass(slots=True, repr=False)
class Story:
    """A page on its way to being a record.

    Filled by the spider: page, outlet, addresses (with how each came), candidates (dates that a feed or sitemap
    gave), entry (the Resource Centre entry that led here), reread (the page was read before: this reading replaces that),
    given (somebody asked for the page by name), alternates (its copies by language, as a list links them), feed (the
    feed that gives its whole text, where that may stand for its page), told (what a worker read of it where its bytes
    lie, for read_page to take).
    Filled by read_page: reading; prepared, the text as it is compared with others; resolved, its dates; rows. By
    normalise_dates: judged. By match_duplicates: url, own (the address that the page was read at, canonical),
    addresses, digest, tongues (the languages of the page: `stories.translations.tongue`), translations (its copies in
    others), match. By check_excerpts: checks.
    """

    page: Page
    outlet: Outlet
    addresses: list[tuple[str, How]] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    entry: Entry | None = None
    reread: bool = False
    given: bool = False
    alternates: list[Translation] = field(default_factory=list)
    feed: Page | None = None
    told: Told | None = None
    reading: Reading | None = None
    prepared: "Text | None" = None
    resolved: list[DateEvidence] | None = None
    rows: StoryRows | None = None
    judged: list[DateEvidence] | None = None
    url: str = ""
    own: str = ""
    digest: str = ""
    tongues: set[str] = field(default_factory=set)
    translations: list[Translation] = field(default_factory=list)
    match: Match | None = None
    checks: list[JoinedEntry] | None = None
    decided_at: tuple[int, int] | None = None

    @property
    def read(self) -> Reading:
        """The reading, of a story that has one. Raises ValueError before the page was read."""
        if self.reading is None:
            raise ValueError(f"{self!r} has not been read yet: read_page comes first")
        return self.reading

    @property
    def text(self) -> "Text":
        """The text as it is compared with others. Raises ValueError of a story that was not read."""
        from stories.identity.comparison import Text

        if self.prepared is None:
            self.prepared = Text(self.read.title, self.read.body)
        return self.prepared

    @property
    def dates(self) -> list[DateEvidence]:
        """Every date that was judged. Raises ValueError before stage 200."""
        if self.judged is None:
            raise ValueError(f"the dates of {self!r} were not judged: normalise_dates comes first")
        return self.judged

    @property
    def matched(self) -> Match:
        """What was matched. Raises ValueError before stage 300."""
        if self.match is None:
            raise ValueError(f"{self!r} was not matched: match_duplicates comes first")
        return self.match

    @property
    def checked(self) -> list[JoinedEntry]:
        """The stored entries that it concerns. Raises ValueError before stage 400."""
        if self.checks is None:
            raise ValueError(f"{self!r} was not checked: check_excerpts comes first")
        return self.checks

    @property
    def unread(self) -> "Story | None":
        """The story, where its page is still to be read."""
        return self if self.reading is None else None

    def take(self, told: Told) -> None:
        """Fill what was read of its page."""
        self.reading, self.prepared = told.reading, told.prepared
        self.resolved, self.rows = told.resolved, told.rows

    @property
    def entries(self) -> list[Entry]:
        """The entry that led to it; none where it came alone."""
        return [self.entry] if self.entry else []

    @property
    def records(self) -> list["Entry | Story"]:
        """What is saved of it: the entry that led to it, and the story."""
        return [*self.entries, self]

    @property
    def all_addresses(self) -> list[tuple[str, str]]:
        """The story's own address and the others, with how each came."""
        return [(self.url, "canonical"), *self.addresses]

    @property
    def held_addresses(self) -> list[str]:
        """Those of them that are this story's: no unlike one claims them. Raises ValueError before it was matched."""
        return [url for url, _ in self.all_addresses if url not in self.matched.shared]

    @property
    def dated(self) -> str | None:
        """The date that -a since and -a until go by: of an entry's source the entry's, for the source may be older."""
        if self.entry:
            return self.entry.published
        published = self.chosen("published")
        return published.value if published else None

    def resolve_dates(self) -> None:
        """Judge every date that the page and its finder show, and resolve those that the body speaks of."""
        if self.resolved is None:
            self.resolved = judge_dates(self.read, self.candidates, self.outlet, self.page.fetched)
        self.judged = self.resolved

    def resolve_identity(self, outlets: Iterable[Outlet] = ()) -> None:
        """Fill the canonical address, the other addresses with how each came, languages, and the digest of the text.

        outlets: those whose facts tell how addresses of its copies in other languages are written.
        """
        self.own = canonical_url(self.page.address, self.outlet)
        self._resolve_languages((self.outlet, *outlets))
        self.url = self._stated_address() or self.own
        came: list[tuple[str, How]] = [(self.page.address, "redirect" if self.page.asked else "variant")]
        came += [(self.page.asked, "redirect")] if self.page.asked else []
        came += self.addresses
        known = {canonical_url(url, self.outlet): how for url, how in reversed(came)}
        known |= {url: "amp" if is_amp(url) else how for url, how in reversed(came)}
        self.addresses = [(url, how) for url, how in known.items() if url != self.url]
        self.digest = self.text.digest

    def _resolve_languages(self, outlets: Iterable[Outlet]) -> None:
        """Fill the languages of the page, and its copies in others."""
        stated = []
        for tag, url in (*self.read.alternates, *self.alternates):
            with suppress(ValueError):
                stated.append((tag, canonical_url(url, outlet_of(url, outlets))))
        own = {self.own, canonical_url(self.page.address)}
        self.tongues, self.translations = copies(stated, own, self.read.language_stated or self.read.language)

    def in_another_language(self) -> str:
        """In which language it is where that is none of its outlet's and a copy in one of those is linked; else empty.

        The source of an entry is in the language that the entry's writer read.
        """
        if self.entry:
            return ""
        spoken = self.outlet.languages
        ours = next((url for tag, url in self.translations if speaks(spoken, tag)), "")
        if not ours or any(speaks(spoken, one) for one in self.tongues):
            return ""
        return f"{', '.join(sorted(self.tongues))}; the outlet's copy is {ours}"

    def _stated_address(self) -> str:
        """The address that the page states for itself, canonical; empty where it is a section's, or a translation's."""
        try:
            stated = canonical_url(self.read.url, self.outlet)
        except ValueError:
            return ""
        if stated in {url for _, url in self.translations}:
            return ""
        return "" if is_story(self.own, self.outlet) and not is_story(stated, self.outlet) else stated

    def chosen(self, which: Literal["published", "modified"]) -> DateEvidence | None:
        """The date believed for `which`, if any was; none is before stage 200."""
        return next((date for date in self.judged or () if date.chosen and date.field == which), None)

    def without_story(self, reason: str) -> Entry | None:
        """What is left where it cannot be kept: the entry that led here, which says why its source is not."""
        if self.entry:
            self.entry.source_state = "blocked" if reason in WALLS else "not followed"
            self.entry.source_note = f"what stands there is no story: {reason}"
        return self.entry

    def __repr__(self) -> str:
        return f"<Story {self.page.url}>"
