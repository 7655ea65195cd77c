"""A server of files on 127.0.0.1 that gives ranges of them (RFC 9110, 14), and fails as servers do when it is told to."""

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Protocol

RANGE = re.compile(r"bytes=(\d+)-(\d*)")


class Content(Protocol):
    """Bytes, or what makes them when they are asked for."""

    def __len__(self) -> int: ...

    def __getitem__(self, part: slice, /) -> bytes: ...


@dataclass(slots=True)
class Fault:
    """How one answer goes wrong. status: in place of 206. head: headers in place of the right ones.

    sent: so many bytes of the body, then the connection is closed. given: so many bytes are all that the range is.
    """

    status: int = 0
    head: dict[str, str] = field(default_factory=dict)
    sent: int | None = None
    given: int | None = None


@dataclass(slots=True)
class FileSite:
    """A running server. asked: path and first byte of each request, in order; heads: its headers.

    faults: by path, what befalls its next answers; `always` what befalls all. tags: by path, the ETag.
    """

    url: str
    files: dict[str, Content]
    asked: list[tuple[str, int]] = field(default_factory=list)
    heads: list[dict[str, str]] = field(default_factory=list)
    faults: dict[str, list[Fault]] = field(default_factory=dict)
    always: dict[str, Fault] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)


class Handler(BaseHTTPRequestHandler):
    """Gives what is asked for of the files of its server."""

    server: "FileServer"
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        site, path = self.server.site, self.path.partition("?")[0]
        asked = RANGE.fullmatch(self.headers.get("Range", ""))
        start = int(asked[1]) if asked else 0
        site.asked.append((path, start))
        site.heads.append({name.lower(): value for name, value in self.headers.items()})
        queue = site.faults.get(path)
        fault = queue.pop(0) if queue else site.always.get(path, Fault())
        whole = site.files.get(path)
        if fault.status or whole is None:
            self.give(fault.status or 404, fault.head, b"<Error/>" if whole or whole is None else b"", fault)
            return
        size = len(whole)
        if start >= size:
            self.give(416, {"Content-Range": f"bytes */{size}"}, b"", fault)
            return
        tag = site.tags.get(path, '"one"')
        if self.headers.get("If-Match") not in (None, tag):
            self.give(412, {}, b"", fault)
            return
        end = min(int(asked[2] or size) + 1, size) if asked else size
        end = end if fault.given is None else min(start + fault.given, size)
        head = {"Content-Range": f"bytes {start}-{end - 1}/{size}", "ETag": tag, "Last-Modified": LONG_AGO}
        self.give(206, head | fault.head, whole[start:end], fault)

    def give(self, status: int, head: Mapping[str, str], body: bytes, fault: Fault) -> None:
        """Send an answer, or its beginning."""
        self.send_response(status)
        for name, value in head.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.close_connection = fault.sent is not None
        with suppress(OSError):
            self.wfile.write(body[: fault.sent])

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


LONG_AGO = "Thu, 01 Jan 2026 00:00:00 GMT"


class FileServer(ThreadingHTTPServer):
    """A server of files, at a port of its own."""

    daemon_threads = True

    def __init__(self, site: FileSite) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.site = site
        site.url = f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Quiet: whoever has read enough of a file goes."""


@contextmanager
def serve_files(files: Mapping[str, Content]) -> Iterator[FileSite]:
    """Serve these files by their paths until the block ends; any other is 404."""
    site = FileSite("", dict(files))
    server = FileServer(site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
