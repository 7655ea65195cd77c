"""What stage 300 decides of a story's page."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from stories.identity.comparison import Comparison

Row = dict[str, Any]  # of the database, by column
Alike = dict[
    int, tuple["Comparison", list[int]]
]  # by the id of a stored story; with the numbers of the bands that found it


@dataclass(slots=True)
class Match:
    """Which stored story a page is, and what it changes.

    stories: the ids of the stored stories that the page is; several have turned out to be one, none: it is new.
    kept: the row of the one that was seen last, which stays.
    versions: the texts of the story, this page's among them, in order of time. `page` of this page's own is None.
    seen: when this page was, ISO 8601. bound: the latest time that what is held of the stories may have.
    shown: whether the story's rows become those of this page, as its latest capture.
    changed: whether the story's texts or its row's text are others than before.
    alike: the other stored stories whose text is nearly the same.
    shared: those of the page's addresses that stored stories unlike it claim as well; they are not its own.
    """

    versions: list[Row]
    stories: list[int] = field(default_factory=list)
    kept: Row | None = None
    shown: bool = True
    seen: str = ""
    bound: str = ""
    changed: bool = True
    alike: Alike = field(default_factory=dict)
    shared: frozenset[str] = frozenset()
