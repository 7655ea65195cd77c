"""A page as it was fetched: the bytes, where they came from, and where their proof lies."""

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

UNKNOWN = "https://unknown.invalid/"  # stands for the address of a saved page that states none (RFC 2606)


@dataclass(slots=True)
class Page:
    """One fetched page.

    url: the address that answered, after redirects.
    payload: the body of the answer as received, content-encoding undone.
    fetched: when it was fetched, aware, UTC.
    encoding: the charset of the HTTP header, if it named one.
    asked: the address first asked for, where a redirect led from it to `url`.
    alternates: (language, address) of its copies that the HTTP header links (`stories.translations`), as they stand.
    item: of a feed that stands for a story's page, the address of the item that is meant; else empty.
    hashed: the hex sha256 of the payload, where that was left with who read it; else empty.
    archive, offset: the WARC file that holds the page and the byte where its record starts.
        Below 0, see `store.warc_records.Record`.
    """

    url: str
    payload: bytes
    fetched: datetime
    encoding: str | None = None
    status: int = 200
    asked: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    alternates: tuple[tuple[str, str], ...] = ()
    item: str = ""
    archive: str | None = None
    offset: int | None = None
    hashed: str = ""

    @property
    def address(self) -> str:
        """The address of the story that is read from it."""
        return self.item or self.url

    @property
    def sha256(self) -> str:
        """Hex digest of the payload; the proof that a record's page is the one in the archive."""
        return self.hashed or sha256(self.payload).hexdigest()

    def without_payload(self) -> "Page":
        """The page as its record needs it, once it was read."""
        return replace(self, payload=b"", hashed=self.sha256)
