"""Where an archive lies: in a file of this machine, or at an address."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from store.file_bytes import Bytes, LocalFile

ADDRESS = re.compile(
    r"[a-z][a-z0-9+.-]+://", re.IGNORECASE
)  # how one begins (RFC 3986, 3.1); no drive of Windows


@dataclass(slots=True, frozen=True)
class Remote:
    """An archive at an address, as `pages.archive` names it."""

    address: str

    def __str__(self) -> str:
        return self.address

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.address.rpartition("/")[2]


Location = Path | Remote


def located(text: str, folder: Path | None = None) -> Location:
    """The archive that a path or an address names. folder: where a path begins, such as the database's."""
    if ADDRESS.match(text):
        return Remote(text)
    return folder / text if folder else Path(text)


def beside(location: Location, name: str) -> Location:
    """The file of this name in the same folder."""
    if isinstance(location, Remote):
        return Remote(f"{location.address.rpartition('/')[0]}/{name}")
    return location.parent / name


@contextmanager
def opened(location: Location) -> Iterator[Bytes]:
    """The bytes of an archive, wherever it lies. Raises OSError where it cannot be opened; so does reading them."""
    if isinstance(location, Remote):
        raise OSError("archives at addresses cannot be read yet")
    with location.open("rb") as file:
        yield LocalFile(file.fileno())
