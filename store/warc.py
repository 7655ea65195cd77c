"""WARC files (ISO 28500): what was fetched, kept as the proof of every record."""

import io
import logging
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParserException

from store.wacz import stretches
from store.warc_file import Headers
from store.warc_records import LARGEST, DamagedError, Record, record_at, records
from stories.transfer import CLOSED, dechunked, encodings_of, is_closed, unpacked

log = logging.getLogger(__name__)
LOADER = ArcWarcRecordLoader(verify_http=False)
ABOUT = {"warcinfo", "request", "metadata"}  # types of records about the crawl; ISO 28500, 6
TYPES = ABOUT | {"response", "resource", "revisit", "conversion", "continuation"}
HTTP = re.compile(r"https?://", re.IGNORECASE)
DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?)?)?")


class ArchiveError(Exception):
    """An archive cannot be read; the message says which file, where, and what to do."""


@dataclass(slots=True)
class Capture:
    """One HTTP answer in an archive; `payload` has its content-encoding undone, `offset` is its record's first byte.

    cut: how its transfer was cut short, so that it is no whole page; empty where it was not. known_by: what a revisit
    may name it by.
    """

    path: Path
    offset: int
    url: str
    fetched: datetime
    status: int
    headers: Headers
    payload: bytes
    cut: str = ""
    known_by: tuple[str, ...] = ()

    def header(self, name: str) -> str | None:
        """The first value of an HTTP header, or None."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


@dataclass(slots=True, frozen=True)
class Beside:
    """A record that stands for a page and holds none: a `revisit`, a `conversion`, the `continuation` of a segment.

    kind: its WARC-Type. content: the media type of what it stands for, as far as it says. of: what tells the capture
    that a revisit repeats, as `Capture.known_by` has it: its digest, its address and time.
    """

    kind: str
    url: str
    content: str
    of: tuple[str, ...] = ()


def captures(
    path: Path, lost: Callable[[str], None] = log.warning, beside: Callable[[Beside], None] = lambda _: None
) -> Iterator[Capture]:
    """Every HTTP answer in a WARC file, in its order; of a record that is not whole nothing.

    lost: is told, in a sentence, what of the file cannot be read: a record, or all from some byte on, as where a run was
    killed or a copy was cut short. beside: is told of what stands for a page and holds none.
    Raises ArchiveError where the file is missing, or no WARC file.
    """
    read = False
    told: list[str] = []
    try:
        with path.open("rb") as file:
            for stretch in stretches(file):
                for record in records(stretch, lambda what: told.append(f"{path}: {what}")):
                    read = True
                    yield from _answers(path, record, told.append, beside)
                    while told:
                        lost(told.pop(0))
    except DamagedError as error:
        raise ArchiveError(f"cannot read the archive {path}: {error}") from error
    except OSError as error:
        raise ArchiveError(f"cannot read the archive {path}: {error.strerror or error}") from error
    if not read and told:
        why = told[0].removeprefix(f"{path}: ")
        raise ArchiveError(f"{path} is no WARC file that can be read by record ({why})")
    if not read:
        raise ArchiveError(f"{path} holds no record: it is empty, or no WARC file")
    for what in told:
        lost(what)


def _answers(
    path: Path, record: Record, lost: Callable[[str], None], beside: Callable[[Beside], None]
) -> Iterator[Capture]:
    """The answer in a record, where it holds one."""
    try:
        found = _capture(path, record)
        if isinstance(found, Capture):
            yield found
        elif found:
            beside(found)
    except ArchiveError as error:
        lost(f"{path}: the record at byte {record.place} is left out: {error}")


def as_of(text: str) -> datetime:
    """The time that an ISO 8601 text says, UTC where it names no zone. Raises ValueError where it is none."""
    told = datetime.fromisoformat(text)
    return (told if told.tzinfo else told.replace(tzinfo=UTC)).astimezone(UTC)


def described(path: Path) -> str:
    """The `warcinfo` record that a WARC file begins with; empty where there is none, or no WARC file."""
    try:
        with path.open("rb") as file:
            for stretch in stretches(file):
                for record in records(stretch, lambda _: None):
                    head, _, block = record.data.partition(b"\r\n\r\n")
                    info = re.search(rb"^warc-type:\s*warcinfo\s*$", head, re.IGNORECASE | re.MULTILINE)
                    return block.decode("utf-8", "replace") if info else ""
    except (OSError, DamagedError):
        pass
    return ""


def read_capture(path: Path, offset: int) -> Capture:
    """The one capture whose record starts at `offset`. Raises ArchiveError where there is none."""
    try:
        with path.open("rb") as file:
            within = next((one for one in stretches(file) if one.start <= offset < one.end), None)
            record = record_at(within, offset)[0] if within else None
            capture = _capture(path, record) if record else None
    except (OSError, DamagedError) as error:
        raise ArchiveError(f"cannot read {path} at byte {offset}: {error}") from error
    if not isinstance(capture, Capture):
        raise ArchiveError(f"{path} holds no HTTP answer at byte {offset}")
    return capture


def newest(candidates: Iterable[Capture], until: datetime | None = None) -> Capture | None:
    """The latest capture, of those not later than `until`; None where there is none."""
    eligible = [capture for capture in candidates if until is None or capture.fetched <= until]
    return max(eligible, key=lambda capture: capture.fetched, default=None)


def _capture(path: Path, record: Record) -> Capture | Beside | None:
    """The answer that a record holds, or what it stands for; None where it is about the crawl alone.

    Raises ArchiveError where it cannot be told which.
    """
    try:
        read = LOADER.parse_record_stream(io.BytesIO(record.data))
        if read.rec_type == "resource":
            answered = StatusAndHeaders("200 OK", [("Content-Type", read.content_type or "")], "HTTP/1.1")
        elif read.rec_type == "response" and read.http_headers:
            answered = read.http_headers
        else:
            return _beside(read)
        url = read.rec_headers.get_header("WARC-Target-URI") or ""
        fetched = moment_of(read.rec_headers.get_header("WARC-Date") or "")
        status = int(answered.get_statuscode() or 0)
    except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError) as error:
        raise ArchiveError(f"its head cannot be read: {_words(error)}") from error
    except AttributeError as error:  # warcio 1.8 of a response without an address
        raise ArchiveError("it has no WARC-Target-URI") from error
    except (ValueError, OverflowError) as error:
        raise ArchiveError(f"no capture of a known time and status: {_words(error)}") from error
    if not HTTP.match(url):
        return _beside(read)
    headers = [(str(name), str(value)) for name, value in answered.headers]
    payload, cut = body_of(read.raw_stream.read(), headers)
    told = read.rec_headers.get_header("WARC-Truncated")
    if told or read.rec_headers.get_header("WARC-Segment-Number"):
        cut = f"WARC-Truncated: {told}" if told else "the record is one segment of several"
    if record.large:
        cut = f"larger than {LARGEST} bytes"
    known_by = _named(read.rec_headers, "WARC-Payload-Digest", "WARC-Target-URI", "WARC-Date")
    return Capture(path, record.place, url, fetched, status, headers, payload[:LARGEST], cut, known_by)


def _beside(read: ArcWarcRecord) -> Beside | None:
    """What a record that is no answer of a web address stands for. Raises ArchiveError where it should be one."""
    head, kind, media = read.rec_headers, str(read.rec_type), read.content_type or ""
    url = head.get_header("WARC-Target-URI") or ""
    answers = bool(read.http_headers) or "application/http" in media or read.raw_stream.read(5) == b"HTTP/"
    if kind == "response" and answers:  # and no look-up of a name
        raise ArchiveError(f"its WARC-Target-URI is no web address: {ascii(url)[:200]}")
    if kind in ABOUT or (kind in TYPES and not HTTP.match(url)):
        return None
    answered = read.http_headers and read.http_headers.get_header("Content-Type")
    content = answered if answered or answers else media
    of = _named(head, "WARC-Payload-Digest", "WARC-Refers-To-Target-URI", "WARC-Refers-To-Date")
    return Beside(kind, url, content or "", of)


def _named(head: StatusAndHeaders, digest: str, url: str, date: str) -> tuple[str, ...]:
    """What tells a capture from others: its digest, and its address with its time, as far as they are given."""
    told = [head.get_header(name) or "" for name in (digest, url, date)]
    return tuple(name for name in (told[0], " ".join(told[1:]) if all(told[1:]) else "") if name)


def moment_of(text: str) -> datetime:
    """A WARC-Date, as short as WARC 1.1 allows: a year, a month, a day, minutes. Raises ValueError for another text."""
    found = DATE.fullmatch(text.strip())
    if not found:
        raise ValueError(f"WARC-Date is {text!r}")
    year, month, day, time, zone = found.groups()
    whole = f"{year}-{month or '01'}-{day or '01'}T{time or '00:00'}{(zone or 'Z').replace('Z', '+00:00')}"
    return datetime.fromisoformat(whole).astimezone(UTC)


def _words(error: Exception) -> str:
    """The first line of what is said, in which bytes of the file may stand."""
    return ascii((str(error).strip().splitlines() or [type(error).__name__])[0])[1:-1][:200]


def body_of(data: bytes, headers: Headers) -> tuple[bytes, str]:
    """An answer's body, its encodings undone, and how it was cut short; empty where it was not."""
    told = {name.lower(): value.strip() for name, value in reversed(headers)}
    chunked = told.get("transfer-encoding", "").lower().endswith("chunked")
    whole, cut = dechunked(data) if chunked else (data, "")
    length = told.get("content-length", "")
    if not chunked and length.isdecimal() and len(data) < int(length[:15]):
        cut = f"{len(data)} of {length} bytes"
    payload, cut_packed = unpacked(whole, encodings_of(told.get("content-encoding", "")), LARGEST + 1)
    cut = cut or cut_packed
    if not cut and not chunked and not length and told.get("connection", "").lower() == "close":
        html = "html" in told.get("content-type", "html").lower()
        cut = "" if is_closed(payload) or not html else "the connection was closed before the page's end"
    return payload, "" if cut and CLOSED.search(payload) else cut
