"""WARC files (ISO 28500): what was fetched, kept as the proof of every record."""

import gzip
import io
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import brotli
from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

log = logging.getLogger(__name__)
LARGEST = (
    64 * 2**20
)  # bytes, unpacked; a foreign archive may hold a bomb, and a page so large is rejected anyway

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


class Archive:
    """A WARC file being written: one gzip member a record, flushed, so that a killed run leaves a readable file."""

    def __init__(self, path: Path) -> None:
        self.path = path

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


def captures(path: Path) -> Iterator[Capture]:
    """Every HTTP answer in a WARC file, in its order.

    Raises ArchiveError where the file is missing or no WARC. A file cut short (a killed run) gives what it holds; what
    cannot be read of a longer one is logged.
    """
    try:
        with path.open("rb") as file:
            yield from _captures(path, file)
    except OSError as error:
        raise ArchiveError(f"cannot read the archive {path}: {error.strerror or error}") from error


def _captures(path: Path, file: io.BufferedReader) -> Iterator[Capture]:
    read = 0
    records = ArchiveIterator(file)
    try:
        for record in records:
            read += 1
            if record.rec_type == "response" and record.http_headers:
                try:
                    capture = _capture(path, record, 0)
                except ArchiveError as error:
                    log.warning("%s, record %s is left out: %s", path, read, error)
                    continue
                capture.offset = records.get_record_offset()  # reads the record to its end
                yield capture
    except (ArchiveLoadFailed, EOFError, gzip.BadGzipFile) as error:
        if not read:
            raise ArchiveError(
                f"{path} is no WARC file that can be read by record ({str(error).strip().splitlines()[0]}); "
                "a file compressed as a whole is mended with `warcio recompress`"
            ) from error
        log.warning("%s cannot be read beyond its record %s: %s", path, read, str(error).strip())


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
