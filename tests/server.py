"""A small web server on 127.0.0.1 for tests: pages by path, and a record of what was asked."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic
from typing import IO


class Gate:
    """Lets the first `free` requests through at once; the others wait until it is opened, or the test ends."""

    def __init__(self, free: int = 0) -> None:
        self.free = threading.Semaphore(free)
        self.opened = threading.Event()

    def open(self) -> None:
        self.opened.set()

    def enter(self, ended: threading.Event) -> None:
        if self.free.acquire(blocking=False):
            return
        while not (self.opened.wait(0.1) or ended.is_set()):
            pass


@dataclass(slots=True)
class Answer:
    """What a path answers: status, body, headers.

    `gate`: what it passes first.
    `send`: writes the whole answer itself, to the connection's file, until it is done or the other side has gone.
    `queue`: what it answers one time after another; the last one stays.
    """

    body: str | bytes = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    gate: Gate | None = None
    send: Callable[[IO[bytes]], None] | None = None
    queue: list["Answer"] = field(default_factory=list)


@dataclass(slots=True)
class Site:
    """A running server: its address, and the (path, user agent) pairs that were asked, in order."""

    url: str
    asked: list[tuple[str, str]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)
    ended: threading.Event = field(default_factory=threading.Event)

    @property
    def paths(self) -> list[str]:
        """The paths asked, in order."""
        return [path for path, _ in self.asked]

    @property
    def open(self) -> tuple[str, str]:
        """The setting that lets a crawl reach this server, as words of a command."""
        return "-s", f"GUARD_ALLOW={self.url.removeprefix('http://')}"


class Handler(BaseHTTPRequestHandler):
    """Answers from the site of its server."""

    server: "Server"

    def do_GET(self) -> None:
        site = self.server.site
        site.asked.append((self.path, self.headers.get("User-Agent", "")))
        site.times.append(monotonic())
        site.headers.append({name.lower(): value for name, value in self.headers.items()})
        answer = site.answers.get(self.path, Answer("not here", 404))
        if answer.queue:
            answer = answer.queue.pop(0) if len(answer.queue) > 1 else answer.queue[0]
        if answer.gate:
            answer.gate.enter(site.ended)
        if answer.send:
            self.close_connection = True
            with suppress(OSError):
                answer.send(self.wfile)
        else:
            self.give(answer)

    def give(self, answer: Answer) -> None:
        """Send an answer, or 304 where the other side has it."""
        if (tag := answer.headers.get("ETag")) and self.headers.get("If-None-Match") == tag:
            self.send_response(304)
            self.end_headers()
            return
        body = answer.body if isinstance(answer.body, bytes) else answer.body.encode()
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


class Server(ThreadingHTTPServer):
    """A server of a site, at a port of its own."""

    def __init__(self, site: Site) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.site = site
        site.url = f"http://127.0.0.1:{self.server_port}"


@contextmanager
def serve(answers: dict[str, Answer]) -> Iterator[Site]:
    """Serve these paths until the block ends; any other is 404."""
    site = Site("", answers=answers)
    server = Server(site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.ended.set()
        server.shutdown()
        server.server_close()
        thread.join()


def story_page(title: str, paragraphs: int = 6) -> str:
    """A story in plain mark-up, in invented words."""
    text = "".join(
        f"<p>The looms of hall {number} stood still all day, and the yard of {title.lower()} was full by noon. "
        f'"We waited for the bell," said Lena Ruiz, a spinner.</p>'
        for number in range(paragraphs)
    )
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title>"
        '<meta property="article:published_time" content="2026-03-01T08:00:00Z"></head>'
        f"<body><article><h1>{title}</h1>{text}</article></body></html>"
    )
