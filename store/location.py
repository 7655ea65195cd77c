"""Where an archive lies: in a file of this machine, or at an address."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.file_bytes import Bytes, LocalFile
from store.remote_address import ADDRESS, Remote

Location = Path | Remote


def located(text: str, folder: Path | None = None) -> Location:
    """The archive that a path or an address names. folder: where a path begins, such as the database's."""
    if ADDRESS.match(text):
        return Remote(text)
    return folder / text if folder else Path(text)


def beside(location: Location, name: str) -> Location:
    """The file of this name in the same folder."""
    if isinstance(location, Remote):
        return Remote(f"{location.address.partition('?')[0].rpartition('/')[0]}/{name}")
    return location.parent / name


@contextmanager
def opened(location: Location) -> Iterator[Bytes]:
    """The bytes of an archive, wherever it lies. Raises OSError where it cannot be opened; so does reading them."""
    if isinstance(location, Remote):
        from store.remote_bytes import remote_bytes  # who reads files alone needs no network

        yield remote_bytes(location.address)
        return
    with location.open("rb") as file:
        yield LocalFile(file.fileno())
