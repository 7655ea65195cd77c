"""Payloads that did not change: a `revisit` record (ISO 28500, 6.7) says where the same bytes were kept before.

Beside what the standard has, ours name the file and the byte, as the International Internet Preservation Consortium
proposes (iipc.github.io/warc-specifications, arbitrary duplicates); the file lies in the same folder.
"""

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParserException

from store.fetched import UnreachableError
from store.location import Location, beside, opened
from store.members import DamagedError
from store.wacz import stretches
from store.warc_records import LARGEST, Record, locate, record_at, records

logging.getLogger("warcio").setLevel(logging.ERROR)  # it tells of addresses as they stand, escapes and all
LOADER = ArcWarcRecordLoader(verify_http=False)
FILE, OFFSET = "WARC-Refers-To-Filename", "WARC-Refers-To-File-Offset"
Name = tuple[str, str, str]  # of an answer: digest of its payload, address, time


@dataclass(slots=True, frozen=True)
class Kept:
    """An answer that the archive holds whole: where, under which names, and its body as it was received."""

    path: Location
    offset: int
    id: str
    name: Name
    body: bytes

    def is_again(self, payload: bytes, folder: Path) -> bool:
        """Whether this is what was received, kept in this folder, and known by names that a revisit can give."""
        named = all(self.name) and self.offset >= 0  # below 0 in what others packed as a whole
        here = isinstance(self.path, Path) and self.path.parent == folder
        return named and here and bool(payload) and self.body == payload

    def references(self) -> dict[str, str]:
        """What a revisit says of it, beside its address and time."""
        return {"WARC-Refers-To": self.id, FILE: self.path.name, OFFSET: str(self.offset)}


def is_revisit(head: StatusAndHeaders) -> bool:
    """Whether the head of a record is that of a revisit of ours."""
    return head.get_header("WARC-Type") == "revisit" and bool(head.get_header(FILE))


def kept_at(path: Location, offset: int) -> Kept | None:
    """The answer at a byte of a file, or the one that a revisit there repeats; None where there is none that is whole.

    Raises UnreachableError where it lies at an address that cannot be read.
    """
    read = _read_at(path, offset)
    if read and is_revisit(read.rec_headers):
        return repeated(path, read.rec_headers)
    return _kept(path, offset, read)


def repeated(path: Location, head: StatusAndHeaders) -> Kept | None:
    """The answer that a revisit of ours repeats: in the file that it names, else in its own; None where it is in neither.

    path: the revisit's file. head: the revisit's.
    """
    name = tuple(
        head.get_header(one) or ""
        for one in ("WARC-Payload-Digest", "WARC-Refers-To-Target-URI", "WARC-Refers-To-Date")
    )
    file, offset = head.get_header(FILE) or "", head.get_header(OFFSET) or ""
    if Path(file).name == file and offset.isdecimal():
        there, place = beside(path, file), int(offset[:15])
        found = _kept(there, place, _read_at(there, place))
        if found and found.name == name:
            return found
    try:
        with opened(path) as own:
            key = own.key
    except UnreachableError:
        raise  # what a lost server has, nobody knows
    except OSError:
        return None
    inside = _answers(path, key).get(hash(name))
    found = None if inside is None else _kept(path, inside, _read_at(path, inside))
    return found if found and found.name == name else None


def repeated_by(path: Location) -> set[str]:
    """The names of the files that the revisits of ours in a file rest on; none where it cannot be read."""
    return {
        name
        for _, read in _records(path)
        if is_revisit(read.rec_headers) and (name := read.rec_headers.get_header(FILE))
    }


def record_in(path: Location, offset: int) -> Record | None:
    """The record that starts at a byte of a file. Raises DamagedError where none is whole, OSError for no file."""
    with opened(path) as file:
        record, _ = record_at(*locate(stretches(file), offset))
        return Record(offset, record.data, record.large) if record else None


def _read_at(path: Location, offset: int) -> ArcWarcRecord | None:
    try:
        record = record_in(path, offset)
    except UnreachableError:
        raise  # what a lost server has, nobody knows
    except (OSError, DamagedError):
        return None
    return _parsed(record) if record and not record.large else None


def _parsed(record: Record) -> ArcWarcRecord | None:
    try:
        return LOADER.parse_record_stream(io.BytesIO(record.data))
    except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, AttributeError):
        return None  # AttributeError: warcio 1.8 of a response without an address


def _kept(path: Location, offset: int, read: ArcWarcRecord | None) -> Kept | None:
    """What is read, where it is a whole answer, and no revisit: so there are no chains of them."""
    if read is None or read.rec_type != "response" or not read.http_headers:
        return None
    head = read.rec_headers
    if head.get_header("WARC-Truncated") or head.get_header("WARC-Segment-Number"):
        return None
    return Kept(
        path, offset, head.get_header("WARC-Record-ID") or "", _name(head), read.raw_stream.read(LARGEST)
    )


def _name(head: StatusAndHeaders) -> Name:
    digest, url, date = (
        head.get_header(one) or "" for one in ("WARC-Payload-Digest", "WARC-Target-URI", "WARC-Date")
    )
    return digest, url, date


@lru_cache(maxsize=2)
def _answers(path: Location, key: tuple[object, ...]) -> dict[int, int]:
    """Where the answers of a file are, by the hash of their names. key: of the file, that is read once."""
    return {
        hash(_name(read.rec_headers)): place for place, read in _records(path) if read.rec_type == "response"
    }


def _records(path: Location) -> Iterator[tuple[int, ArcWarcRecord]]:
    """The records of a file that can be read, and where each starts."""
    try:
        with opened(path) as file:
            for stretch in stretches(file):
                for record in records(stretch, lambda _: None):
                    if read := _parsed(record):
                        yield record.place, read
    except UnreachableError:
        raise
    except (OSError, DamagedError):
        pass
