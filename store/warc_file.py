"""The WARC files (ISO 28500) that a run writes: what was fetched, as the proof of every record."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from store.revisits import Kept

SECRET = ("authorization", "proxy-authorization", "cookie", "host")  # of a request; the host is written first

Headers = list[tuple[str, str]]


@dataclass(slots=True, frozen=True)
class Asked:
    """How an answer was asked for: method, headers as they were sent, and the IP address that answered, if known."""

    method: str
    headers: Headers
    address: str = ""


class WarcArchive:
    """A WARC file being written: one gzip member a record, flushed, so that a killed run leaves a readable file.

    about: what the `warcinfo` record says that each file begins with; none where it is empty. largest: bytes; a file that
    has as many is followed by another, numbered.
    """

    def __init__(self, path: Path, about: dict[str, str] | None = None, largest: int = 0) -> None:
        self.path = path
        self.first = path
        self.about = about or {}
        self.largest = largest
        self.number = 0

    def begin(self, about: dict[str, str], written: datetime) -> None:
        """Append a `warcinfo` record, which says what the file is. Raises OSError where the file cannot be written."""
        with self.path.open("ab") as file:
            writer = WARCWriter(file, gzip=True)
            record = writer.create_warcinfo_record(None, about)
            record.rec_headers.replace_header("WARC-Date", _stamp(written))
            record.rec_headers.replace_header("WARC-Record-ID", _name(str(about), _stamp(written)))
            writer.write_record(record)

    def keep(
        self,
        url: str,
        fetched: datetime,
        status: int,
        headers: Headers,
        payload: bytes,
        asked: Asked | None = None,
        earlier: Kept | None = None,
    ) -> int:
        """Append one answer as it was received, and how it was asked for; returns the byte where the answer starts.

        earlier: an answer kept in the same folder; where it has the same payload, that is not written again.
        `path` is the file that it is in. Raises OSError where the file cannot be written.
        """
        self._make_room(fetched)
        with self.path.open("ab") as file:
            offset, written = file.tell(), io.BytesIO()
            writer = WARCWriter(written, gzip=True)
            date = _stamp(fetched)
            # Identifiers made from what is kept, so that the same input makes the same archive
            named = {"WARC-Date": date, "WARC-Record-ID": _name(url, date, offset)}
            if asked and asked.address:
                named["WARC-IP-Address"] = asked.address
            answer = StatusAndHeaders(f"{status} {_phrase(status)}", headers, "HTTP/1.1")
            if earlier and earlier.is_again(payload, self.path.parent):
                record = _revisit(writer, url, answer, named, earlier)
            else:
                record = writer.create_warc_record(
                    url, "response", io.BytesIO(payload), len(payload), "", named, http_headers=answer
                )
            writer.write_record(record)
            if asked:
                more = {"WARC-Concurrent-To": named["WARC-Record-ID"]}
                more |= named | {"WARC-Record-ID": _name("request", url, date, offset)}
                writer.write_record(
                    writer.create_warc_record(
                        url, "request", http_headers=_request(url, asked), warc_headers_dict=more
                    )
                )
            file.write(written.getbuffer())  # in one piece
        return offset

    def _make_room(self, now: datetime) -> None:
        """Begin the file, or the next one where this is as large as a file shall be."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        size = self.path.stat().st_size if self.path.exists() else 0
        if self.largest and size >= self.largest:
            self.number += 1
            stem = self.first.name.removesuffix(".warc.gz")
            self.path = self.first.with_name(f"{stem}-{self.number:05}.warc.gz")
            size = 0
        if not size and self.about:
            self.begin(self.about | {"filename": self.path.name}, now)


def _revisit(
    writer: WARCWriter, url: str, answer: StatusAndHeaders, named: dict[str, str], earlier: Kept
) -> ArcWarcRecord:
    """An answer without its payload (profile identical-payload-digest; ISO 28500, 6.7.2)."""
    more = named | earlier.references() | {"WARC-Truncated": "length"}
    digest, address, date = earlier.name
    return writer.create_revisit_record(url, digest, address, date, answer, more)


def _stamp(time: datetime) -> str:
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _name(*parts: object) -> str:
    return f"<{uuid5(NAMESPACE_URL, ' '.join(map(str, parts))).urn}>"


def _phrase(status: int) -> str:
    """The words of a status (RFC 9110, 15); what came has been parsed before it is kept."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"


def _request(url: str, asked: Asked) -> StatusAndHeaders:
    """A request line and headers, without what only the operator may know."""
    parts = urlsplit(url)
    target = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
    shown = [(name, value) for name, value in asked.headers if name.lower() not in SECRET]
    host = ("Host", parts.netloc.rpartition("@")[2])
    return StatusAndHeaders(f"{asked.method} {target} HTTP/1.1", [host, *shown], is_http_request=True)
