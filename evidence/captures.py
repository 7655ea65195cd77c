"""Captures byte for byte: the members of an archive that hold an answer and how it was asked for."""

import gzip
import io
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from store.location import Location, located, opened
from store.members import GZIP, DamagedError
from store.revisits import Kept, kept_at
from store.stretch import BETWEEN, BLOCK, Stretch
from store.tables import Row
from store.wacz import stretches
from store.warc import ArchiveError, Capture, read_capture
from store.warc_records import locate, record_at

LARGEST_REQUEST = 2**20  # bytes


@dataclass(slots=True, frozen=True)
class Member:
    """A record as it lies in a file, compressed on its own."""

    data: bytes
    kind: str
    head: StatusAndHeaders


def archive_of(pages: Iterable[Row], folder: Path, about: dict[str, str]) -> tuple[bytes, dict[int, int]]:
    """A WARC file of the captures of these pages, and where each starts in it, by the page's id.

    A capture whose payload is kept with an earlier one has that before it.

    Raises ArchiveError where a page's archive is missing, damaged, or holds other bytes than its record says.
    """
    made, places, seen = io.BytesIO(), {}, {}
    made.write(_about(about))
    for row in pages:
        if not row["archive"]:
            raise ArchiveError(f"the page {row['url']} was not archived: there is no proof of it")
        path, offset = located(row["archive"], folder), row["offset"]
        if (path, offset) not in seen:
            checked(read_capture(path, offset), row)
            original = _kept(path, offset)  # another one, where that is a revisit
            for place in ((original.path, original.offset) if original else (path, offset), (path, offset)):
                if place not in seen:
                    seen[place] = made.tell()
                    made.writelines(member.data for member in members_at(*place))
        places[row["id"]] = seen[path, offset]
    return made.getvalue(), places


def _kept(path: Location, offset: int) -> Kept | None:
    try:
        return kept_at(path, offset)
    except OSError as error:
        raise ArchiveError(f"cannot read {path} at byte {offset}: {error}") from error


def checked(capture: Capture, row: Row) -> None:
    """Raises ArchiveError where a capture is not the page that a record points at."""
    from hashlib import sha256

    digest = sha256(capture.payload).hexdigest()
    if digest != row["sha256"]:
        raise ArchiveError(
            f"{capture.path} at byte {capture.offset} has sha256 {digest}; the page {row['url']} has {row['sha256']}"
        )


def members_at(path: Location, offset: int) -> list[Member]:
    """The record at an offset, and the request that stands behind it and belongs to it."""
    try:
        with opened(path) as file:
            stretch, place = locate(stretches(file), offset)
            answer, after = _member(stretch, place)
            found = [answer]
            if after < stretch.end and after - place < LARGEST_REQUEST * 64:
                try:
                    asked, _ = _member(stretch, after)
                except DamagedError:
                    return found
                belongs = asked.head.get_header("WARC-Concurrent-To") == answer.head.get_header(
                    "WARC-Record-ID"
                )
                if asked.kind == "request" and belongs:
                    found.append(asked)
            return found
    except (OSError, DamagedError) as error:
        raise ArchiveError(f"cannot read {path} at byte {offset}: {error}") from error


def _member(stretch: Stretch, place: int) -> tuple[Member, int]:
    record, after = record_at(stretch, place)
    if record is None:
        raise DamagedError("no record")
    raw = stretch.at(place, after - place)
    if not _is_alone(raw, record.data):
        raw = gzip.compress(record.data, mtime=0)
    found = next(iter(ArchiveIterator(io.BytesIO(raw))), None)
    if found is None:
        raise DamagedError("no record")
    return Member(raw, found.rec_type, found.rec_headers), after


def _is_alone(member: bytes, record: bytes) -> bool:
    """Whether a gzip member holds this record and no other."""
    if not member.startswith(GZIP):
        return False
    held = zlib.decompressobj(31).decompress(member, len(record) + BLOCK)
    return held.strip(BETWEEN) == record.strip(BETWEEN)


def _about(about: dict[str, str]) -> bytes:
    made = io.BytesIO()
    writer = WARCWriter(made, gzip=True)
    record = writer.create_warcinfo_record("data.warc.gz", about)
    record.rec_headers.replace_header("WARC-Date", about["created"])
    record.rec_headers.replace_header("WARC-Record-ID", "<urn:uuid:5c0ffee0-0000-5000-8000-000000000000>")
    writer.write_record(record)
    return made.getvalue()
