"""WARC files (ISO 28500): what was fetched, kept as the proof of every record."""

import gzip
import io
import logging
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import brotli
from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader, DecompressingBufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

log = logging.getLogger(__name__)
LARGEST = (
    64 * 2**20
)  # bytes, unpacked; a foreign archive may hold a bomb, and a page so large is rejected anyway
BLOCK = 2**14  # bytes read at once

Headers = list[tuple[str, str]]


class ArchiveError(Exception):
    """An archive cannot be read; the message says which file, where, and what to do."""


@dataclass(slots=True)
class Capture:
    """One HTTP answer in an archive; `payload` has its content-encoding undone, `offset` is its record's first byte."""

    path: Path
    offset: int
    url: str
    fetched: datetime
    status: int
    headers: Headers
    payload: bytes

    def header(self, name: str) -> str | None:
        """The first value of an HTTP header, or None."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


class WarcArchive:
    """A WARC file being written: one gzip member a record, flushed, so that a killed run leaves a readable file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def begin(self, about: dict[str, str], written: datetime) -> None:
        """Append a `warcinfo` record, which says what the file is. Raises OSError where the file cannot be written."""
        date = written.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        with self.path.open("ab") as file:
            writer = WARCWriter(file, gzip=True)
            record = writer.create_warcinfo_record(None, about)
            record.rec_headers.replace_header("WARC-Date", date)
            record.rec_headers.replace_header(
                "WARC-Record-ID", f"<{uuid5(NAMESPACE_URL, f'{about} {date}').urn}>"
            )
            writer.write_record(record)

    def keep(self, url: str, fetched: datetime, status: int, headers: Headers, payload: bytes) -> int:
        """Append one answer as it was received; returns the byte where its record starts.

        Raises OSError where the file cannot be written.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("ab") as file:
            offset = file.tell()
            writer = WARCWriter(file, gzip=True)
            date = fetched.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            record = writer.create_warc_record(
                url,
                "response",
                payload=io.BytesIO(payload),
                length=len(payload),
                http_headers=StatusAndHeaders(
                    f"{status} {'OK' if status < 400 else 'Error'}", headers, "HTTP/1.1"
                ),
                # An identifier made from what is kept, so that the same input makes the same archive
                warc_headers_dict={
                    "WARC-Date": date,
                    "WARC-Record-ID": f"<{uuid5(NAMESPACE_URL, f'{url} {date} {offset}').urn}>",
                },
            )
            writer.write_record(record)
        return offset


class Members(DecompressingBufferedReader):  # type: ignore[misc]
    """warcio's reader, which says where a gzip member is damaged, and whether the last one is whole."""

    whole = True

    def _decompress(self, data: bytes) -> bytes:
        if not self.decompressor or not self.num_block_read:
            return bytes(super()._decompress(data))
        try:
            return bytes(self.decompressor.decompress(data))
        except zlib.error as error:
            raise ArchiveLoadFailed(f"a gzip member is damaged: {error}") from error

    def close_decompressor(self) -> None:
        self.whole = not self.decompressor or self.decompressor.eof
        super().close_decompressor()


def captures(path: Path, lost: Callable[[str], None] = log.warning) -> Iterator[Capture]:
    """Every HTTP answer in a WARC file, in its order; none that is not whole.

    lost: is told, in a sentence, what of the file cannot be read: a record, or all from some byte on, as where a run was
    killed or a copy was cut short. Raises ArchiveError where the file is missing or no WARC.
    """
    try:
        with path.open("rb") as file:
            yield from _captures(path, file, lost)
    except OSError as error:
        raise ArchiveError(f"cannot read the archive {path}: {error.strerror or error}") from error


def _captures(path: Path, file: io.BufferedReader, lost: Callable[[str], None]) -> Iterator[Capture]:
    read = 0
    records = ArchiveIterator(file)
    records.reader = members = Members(file, block_size=BLOCK)
    try:
        for record in records:
            read += 1
            capture = None
            if record.rec_type == "response" and record.http_headers:
                try:
                    capture = _capture(path, record, 0)
                except ArchiveError as error:
                    lost(f"{path}, record {read} is left out: {error}")
            offset = records.get_record_offset()  # reads the record to its end
            if not _is_whole(record, members):
                break
            if capture:
                capture.offset = offset
                yield capture
        else:
            if members.whole and read:
                return
        if not read:
            raise ArchiveError(f"{path} holds no record: it is empty, or no WARC file")
        lost(f"{path} ends in the middle of a record, after {read} of them; what comes before was read")
    except (ArchiveLoadFailed, EOFError, gzip.BadGzipFile) as error:
        if not read:
            raise ArchiveError(
                f"{path} is no WARC file that can be read by record ({_words(error)}); "
                "a file compressed as a whole is mended with `warcio recompress`"
            ) from error
        lost(f"{path} cannot be read beyond its record {read}: {_words(error)}")


def _words(error: Exception) -> str:
    """The first line of what warcio says, in which bytes of the file may stand."""
    return ascii(str(error).strip().splitlines()[0])[1:-1][:200]


def _is_whole(record: ArcWarcRecord, members: Members) -> bool:
    """Whether a record that was read to its end has all that its head promises, and so has its gzip member."""
    promised = record.format != "warc" or record.rec_headers.get_header("Content-Length")
    packed = members.decompressor
    return bool(promised) and getattr(record.raw_stream, "limit", 0) <= 0 and (not packed or packed.eof)


def as_of(text: str) -> datetime:
    """The time that an ISO 8601 text says, UTC where it names no zone. Raises ValueError where it is none."""
    told = datetime.fromisoformat(text)
    return (told if told.tzinfo else told.replace(tzinfo=UTC)).astimezone(UTC)


def described(path: Path) -> str:
    """The `warcinfo` record that a WARC file begins with; empty where there is none, or no WARC file."""
    try:
        with path.open("rb") as file:
            for record in ArchiveIterator(file):
                text = record.content_stream().read(LARGEST) if record.rec_type == "warcinfo" else b""
                return bytes(text).decode("utf-8", "replace")
    except (OSError, ArchiveLoadFailed, EOFError, zlib.error):
        pass
    return ""


def read_capture(path: Path, offset: int) -> Capture:
    """The one capture whose record starts at `offset`. Raises ArchiveError where there is none."""
    try:
        with path.open("rb") as file:
            file.seek(offset)
            for record in ArchiveIterator(file):
                if record.rec_type == "response" and record.http_headers:
                    return _capture(path, record, offset)
                break
    except (OSError, ArchiveLoadFailed, EOFError) as error:
        raise ArchiveError(f"cannot read {path} at byte {offset}: {error}") from error
    raise ArchiveError(f"{path} holds no HTTP answer at byte {offset}")


def newest(candidates: Iterable[Capture], until: datetime | None = None) -> Capture | None:
    """The latest capture, of those not later than `until`; None where there is none."""
    eligible = [capture for capture in candidates if until is None or capture.fetched <= until]
    return max(eligible, key=lambda capture: capture.fetched, default=None)


def _capture(path: Path, record: ArcWarcRecord, offset: int) -> Capture:
    """Raises ArchiveError where a record's head does not tell when the answer came, or its status."""
    date = record.rec_headers.get_header("WARC-Date") or ""
    try:
        fetched = datetime.fromisoformat(date.replace("Z", "+00:00")).astimezone(UTC)
        status = int(record.http_headers.get_statuscode() or 0)
    except (ValueError, OverflowError) as error:
        raise ArchiveError(f"no capture of a known time and status: {error}") from error
    return Capture(
        path=path,
        offset=offset,
        url=record.rec_headers.get_header("WARC-Target-URI") or "",
        fetched=fetched,
        status=status,
        headers=record.http_headers.headers,
        payload=_payload(record),
    )


def _payload(record: ArcWarcRecord) -> bytes:
    """The answer's body, its encodings undone; warcio 1.8 fails on brotli, which browsers' archives are full of."""
    if (record.http_headers.get_header("Content-Encoding") or "").strip().lower() != "br":
        return bytes(record.content_stream().read(LARGEST))
    chunked = record.http_headers.get_header("Transfer-Encoding") == "chunked"
    packed = (ChunkedDataReader(record.raw_stream) if chunked else record.raw_stream).read(LARGEST)
    try:
        unpacked = bytes(brotli.Decompressor().process(packed, output_buffer_limit=LARGEST))
    except brotli.error:
        unpacked = b""
    return unpacked or bytes(packed)  # some tools keep the header of what they have unpacked already
