"""What a record of a WARC or ARC file holds: an HTTP answer, or something that stands beside one."""

import io
import re
from dataclasses import dataclass
from datetime import UTC, datetime

from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader
from warcio.statusandheaders import (
    StatusAndHeaders,
    StatusAndHeadersParser,
    StatusAndHeadersParserException,
)

from store.location import Location
from store.revisits import is_revisit, repeated
from store.warc_file import Headers
from store.warc_records import HEAD_END, LARGEST, Record
from stories.transfer import dechunked, encodings_of, has_end, is_closed, unpacked

LOADER = ArcWarcRecordLoader(verify_http=False)
ANSWER = StatusAndHeadersParser([], verify=False)
ABOUT = {"warcinfo", "request", "metadata"}  # types of records about the crawl; ISO 28500, 6
TYPES = ABOUT | {"response", "resource", "revisit", "conversion", "continuation"}
HTTP = re.compile(r"https?://", re.IGNORECASE)
ANSWERED = (b"HTTP/", b"ICY ")  # how an answer begins
LOOKED_UP = re.compile(r"(?:dns|whois|ntp|filedesc):", re.IGNORECASE)
DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?)?)?")
FOLD = re.compile(rb"\r?\n[ \t]+")  # of a field that goes on in the next line
SPACE = re.compile(rb"^([\w-]+)[ \t]+:", re.MULTILINE)
ARC_LINE = re.compile(
    rb"(\S[^\r\n]*?) ([^ \r\n]{1,64}) (\d{8,18}) (?:([^ ;\r\n]*)[^\r\n]* )?(\d+)[ \t]*\r?\n"
)


class ArchiveError(Exception):
    """An archive cannot be read; the message says which file, where, and what to do."""


@dataclass(slots=True)
class Capture:
    """One HTTP answer in an archive; `payload` has its content-encoding undone, `offset` is its record's first byte.

    Of an answer whose payload is kept with an earlier one (a revisit of ours), it is that one's.

    cut: how its transfer was cut short, so that it is no whole page; empty where it was not. known_by: what a revisit
    may name it by.
    """

    path: Location
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


def capture_of(path: Location, record: Record) -> Capture | Beside | None:
    """The answer that a record holds, or what it stands for; None where it is about the crawl alone.

    Raises ArchiveError where it cannot be told which.
    """
    try:
        read = LOADER.parse_record_stream(io.BytesIO(_tidied(record.data)), no_record_parse=True)
        kind, block = str(read.rec_type).lower(), read.raw_stream.read()
        answer = _answer(block) if block.startswith(ANSWERED) and kind in ("response", "revisit") else None
        if kind == "resource" or (kind == "response" and not answer and not _is_http(read)):
            answer = (
                StatusAndHeaders("200 OK", [("Content-Type", read.content_type or "")], "HTTP/1.1"),
                block,
            )
        again = repeated(path, read.rec_headers) if is_revisit(read.rec_headers) else None
        url = read.rec_headers.get_header("WARC-Target-URI") or ""
        if not answer or (kind == "revisit" and not again) or not HTTP.match(url):
            return _beside(read, kind, answer[0] if answer else None)
        fetched = moment_of(read.rec_headers.get_header("WARC-Date") or "")
        status = int(answer[0].get_statuscode() or 0)
    except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError) as error:
        raise ArchiveError(f"its head cannot be read: {_words(error)}") from error
    except (ValueError, OverflowError) as error:
        raise ArchiveError(f"no capture of a known time and status: {_words(error)}") from error
    headers = [(str(name), str(value)) for name, value in answer[0].headers]
    payload, cut = body_of(again.body if again else answer[1], headers)
    told = None if again else read.rec_headers.get_header("WARC-Truncated")
    if told or read.rec_headers.get_header("WARC-Segment-Number"):
        cut = f"WARC-Truncated: {told}" if told else "the record is one segment of several"
    if record.large:
        cut = f"larger than {LARGEST} bytes"
    known_by = _named(read.rec_headers, "WARC-Payload-Digest", "WARC-Target-URI", "WARC-Date")
    return Capture(path, record.place, url, fetched, status, headers, payload[:LARGEST], cut, known_by)


def _tidied(data: bytes) -> bytes:
    """A record as warcio reads it: an ARC line in five fields, a field in one line, no space before a colon."""
    if not data.startswith(b"WARC/"):
        found = ARC_LINE.match(data)
        if not found:
            return data
        url, host, time, media, length = found.groups()
        line = (url.replace(b" ", b"%20"), host, time[:14].ljust(14, b"0"), media or b"no-type", length)
        return b" ".join(line) + b"\n" + data[found.end() :]
    end = HEAD_END.search(data)
    head = data[: end.start()] if end else data
    return SPACE.sub(rb"\1:", FOLD.sub(b" ", head)) + data[len(head) :]


def _is_http(read: ArcWarcRecord) -> bool:
    """Whether a record says that it holds an answer with its head."""
    return "application/http" in (read.content_type or "application/http").lower()


def _answer(block: bytes) -> tuple[StatusAndHeaders, bytes]:
    """The head of an answer, and what is behind it. One that only announces another (RFC 9110, 15.2) is passed over."""
    stream = io.BytesIO(block)
    while True:
        head, rest = ANSWER.parse(stream), block[stream.tell() :]
        if not (head.get_statuscode() or "").startswith("1") or not rest.startswith(ANSWERED):
            return head, rest


def _beside(read: ArcWarcRecord, kind: str, answer: StatusAndHeaders | None) -> Beside | None:
    """What a record that is no answer of a web address stands for. Raises ArchiveError where it should be one."""
    head, media = read.rec_headers, read.content_type or ""
    url = head.get_header("WARC-Target-URI") or ""
    answers = bool(answer) or "application/http" in media
    if kind == "response" and answers and not LOOKED_UP.match(url):
        if not url:
            raise ArchiveError("it has no WARC-Target-URI")
        if HTTP.match(url):
            raise ArchiveError("it holds no HTTP answer")
        raise ArchiveError(f"its WARC-Target-URI is no web address: {ascii(url)[:200]}")
    if kind in ABOUT or (kind in TYPES and not HTTP.match(url)):
        return None
    told = answer and answer.get_header("Content-Type")
    content = told if told or answers else media
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
    return payload, "" if cut and has_end(payload) else cut
