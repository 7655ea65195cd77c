"""What a file at an address is to those who read it, whatever kind of server has it, and how it fails."""

from typing import Protocol

FIRST = 2**17  # bytes that are asked for where reading begins
MISSING = "there is no such file"


class UnreachableError(OSError):
    """A file at an address cannot be read; the message says why, and what to do."""


class ChangedError(UnreachableError):
    """A file at an address is another by now."""

    def __init__(self) -> None:
        super().__init__("the file was changed while it was read: read it anew")


class Fetched(Protocol):
    """Where a file is fetched from. size: its bytes, and tag: what tells its state, once something was fetched."""

    size: int
    tag: str

    def fetch(self, place: int, size: int) -> bytes:
        """At most `size` bytes from a place on; fewer only at the end. Raises UnreachableError, FileNotFoundError."""
