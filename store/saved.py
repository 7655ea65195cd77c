"""What there is to tell of a record that was written."""

from dataclasses import dataclass
from typing import Literal

from stories.page import Page

Outcome = Literal["new", "updated", "unchanged"]


@dataclass(slots=True, frozen=True)
class Saved:
    """A record that was written, the outlet whose page it is, and which of the parts that verdicts count it has.

    partial: it is only what a wall lets through.
    """

    outcome: Outcome
    page: Page | None
    url: str
    outlet: str
    published: str | None
    signed: bool
    quoted: bool
    partial: bool = False
