"""The item that passes from stage to stage: a story, a block of fields for each stage to fill."""

from dataclasses import dataclass, field
from typing import Literal

from stories.dates import Candidate, DateEvidence, choose_dates, find_mentions
from stories.entries import Entry, JoinedEntry
from stories.extraction import Reading
from stories.identity.match import Match
from stories.identity.urls import canonical_url, is_amp, is_story
from stories.outlet import Outlet
from stories.page import Page

CHALLENGE = "challenge page"  # a reject that is the host's refusal, though its answer was 200
WALLS = (CHALLENGE, "consent wall", "paywall stub")  # rejects that stand between a reader and a story
How = Literal["canonical", "redirect", "amp", "feed", "variant", "same text"]


@dataclass(slots=True, repr=False)
class Story:
    """A page on its way to being a record.

    Filled by the spider: page, outlet, addresses (with how each came), candidates (dates that a feed or sitemap
    gave), entry (the Resource Centre entry that led here), reread (the page was read before: this reading replaces that),
    given (somebody asked for the page by name).
    Filled by read_page: reading. By normalise_dates: judged. By match_duplicates: url, own (the address that the page
    was read at, canonical), addresses, digest, match.
    By check_excerpts: checks.
    """

    page: Page
    outlet: Outlet
    addresses: list[tuple[str, How]] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    entry: Entry | None = None
    reread: bool = False
    given: bool = False
    reading: Reading | None = None
    judged: list[DateEvidence] | None = None
    url: str = ""
    own: str = ""
    digest: str = ""
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
        candidates = [*self.read.candidates, *self.candidates]
        self.judged = choose_dates(candidates, self.outlet, self.page.fetched, self.read.language)
        published = self.chosen("published")
        self.judged += find_mentions(
            self.read.body, published.value if published else None, self.read.language, outlet=self.outlet
        )

    def resolve_identity(self) -> None:
        """Fill the canonical address, the other addresses with how each came, and the digest of the text."""
        from stories.identity.fingerprint import digest  # stage 300 alone needs it

        self.own = canonical_url(self.page.url, self.outlet)
        self.url = self._stated_address() or self.own
        came: list[tuple[str, How]] = [(self.page.url, "redirect" if self.page.asked else "variant")]
        came += [(self.page.asked, "redirect")] if self.page.asked else []
        came += self.addresses
        known = {canonical_url(url, self.outlet): how for url, how in reversed(came)}
        known |= {url: "amp" if is_amp(url) else how for url, how in reversed(came)}
        self.addresses = [(url, how) for url, how in known.items() if url != self.url]
        self.digest = digest(self.read.body)

    def _stated_address(self) -> str:
        """The address that the page states for itself, canonical; empty where it names a section instead of a story."""
        try:
            stated = canonical_url(self.read.url, self.outlet)
        except ValueError:
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
