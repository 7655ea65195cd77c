"""The item that passes from stage to stage: a story, a block of fields for each stage to fill."""

from dataclasses import dataclass, field
from typing import Literal

from stories.dates import Candidate, DateEvidence
from stories.entry import Entry
from stories.outlet import Outlet
from stories.page import Page
from stories.reading import Reading

How = Literal["canonical", "redirect", "amp", "feed", "same text"]


@dataclass(slots=True, repr=False)
class Story:
    """A page on its way to being a record.

    Filled by the spider: page, outlet, addresses (with how each came), candidates (dates that a feed or sitemap
    gave), entry (the Resource Centre entry that led here).
    Filled by read_page: reading. By normalise_dates: dates. By match_duplicates: url, digest, known.
    """

    page: Page
    outlet: Outlet
    addresses: list[tuple[str, How]] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    entry: Entry | None = None
    reading: Reading | None = None
    dates: list[DateEvidence] = field(default_factory=list)
    url: str = ""
    digest: str = ""
    known: int | None = None

    def chosen(self, which: Literal["published", "modified"]) -> DateEvidence | None:
        """The date believed for `which`, if any was."""
        return next((date for date in self.dates if date.chosen and date.field == which), None)

    def __repr__(self) -> str:
        return f"<Story {self.page.url}>"
