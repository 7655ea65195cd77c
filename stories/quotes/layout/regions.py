"""A quoted stretch of a text."""

from typing import NamedTuple


class Region(NamedTuple):
    """One quoted stretch: where its mark opens, its words start and end, and its closing mark ends.

    Where the mark is never closed the words run to the end of their paragraph and `closed` is False.
    """

    opens: int
    start: int
    end: int
    closes: int
    closed: bool
