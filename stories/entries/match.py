"""What stages 300 and 400 decide of an entry."""

from dataclasses import dataclass

from stories.entries.check import Check
from stories.identity.match import Row


@dataclass(slots=True)
class EntryMatch:
    """Which stored entry an entry is, and what of it is written.

    kept: the stored entry's row; None of a new one. row: the columns to write, but for the page.
    joins: whether the story that came with it is its source; else `row` names a stored one, if any.
    """

    kept: Row | None
    row: Row
    joins: bool

    @property
    def rewritten(self) -> bool:
        """Whether the entry's own words are written; not where another page shows less than its own page said."""
        return "excerpt" in self.row

    @property
    def story(self) -> int | None:
        """The id of the stored story that it excerpts, if any."""
        kept = self.kept["story"] if self.kept else None
        return self.row.get("story", kept)


@dataclass(slots=True)
class JoinedEntry:
    """A stored entry that a story's new text concerns. note: what to tell of one that waited for the story; else None."""

    entry: int
    check: Check
    waited: bool = False
    note: str | None = None
