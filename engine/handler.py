"""How a page is fetched: over a connection to a public address, within bounds of size and time."""

import logging
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler, _LenientHTTP11ClientProtocol
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadCancelledError
from scrapy.http import Response
from twisted.internet import _sslverify
from twisted.internet.defer import Deferred
from twisted.internet.interfaces import IHostnameResolver, IResolutionReceiver
from twisted.logger import ILogObserver, LogEvent
from twisted.python.failure import Failure
from twisted.web._newclient import HEADER, STATUS
from twisted.web._newclient import Request as HttpRequest
from twisted.web.iweb import IResponse
from zope.interface import implementer  # type: ignore[import-untyped]

from engine.guard import PORTS, Guard
from extensions import NotFetched, PageCutError
from stories.transfer import CutError, encodings_of, has_end, is_clear, is_closed, pieces_of

log = logging.getLogger(__name__)
Version = tuple[bytes, int, int]
HEAD_BYTES = 256 * 1024  # status line and headers of one answer
TOO_LARGE = "page too large"
MORE = b"X-More-Came"  # a header that an answer gets behind which more came than its length said
LIST_END = re.compile(rb"(?:</(?:\w+:)?(?:rss|feed|urlset|sitemapindex|rdf)\s*>|\})\s*$", re.IGNORECASE)
VERSION = re.compile(rb"HTTP/\d")  # of some servers that pass on what another one said: `HTTP/2 200`
ENCODINGS = {"gzip", "x-gzip", "deflate"}  # what is asked for; nothing else is unpacked


@implementer(ILogObserver)  # type: ignore[untyped-decorator]
def _unverified(event: LogEvent) -> None:
    """In place of the traceback that Twisted prints of a certificate: the request fails, and its row says why."""
    log.debug("a certificate cannot be verified: %s", event.get("log_failure"))


_sslverify._log.observer = _unverified


class GuardedHandler(HTTP11DownloadHandler):
    """Scrapy's own, and guards: whatever a page, a redirect or a name leads to, what is not public is not reached."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        from twisted.internet import reactor  # only now is it installed

        self.guard = Guard(frozenset(crawler.settings.getlist("GUARD_ALLOW")))
        self.names = PublicNames(reactor.nameResolver, self.guard)
        reactor.installNameResolver(self.names)
        self._pool._factory = bounded(self._pool._factory)

    async def download_request(self, request: Request) -> Response:
        """Raises NotFetched where the address is not public, or the answer too large or packed as was not asked for,
        PageCutError where it was cut in transfer.
        """
        if objection := self.guard.objection(request.url):
            raise NotFetched(objection, request.url)
        try:
            response = await super().download_request(request)
        except Exception as error:
            if refusal := self._refusal(request, error):
                raise refusal from error
            raise
        check_transfer(response, request.meta.get("download_maxsize", self._default_maxsize))
        return response

    def _refusal(self, request: Request, error: Exception) -> NotFetched | None:
        """What really happened, where a guard of ours ended the connection."""
        if proxy := request.meta.get("proxy"):
            name = _name_of(proxy)
            if address := self.names.refused.get(name):
                opens = f"GUARD_ALLOW={address}:{name.rpartition(':')[2]} opens it"
                return NotFetched("proxy not public", f"{name} leads to {address}; {opens}")
        name = _name_of(request.url)
        if address := self.names.refused.get(name):
            return NotFetched("address not public", f"{name} leads to {address}")
        if isinstance(error, DownloadCancelledError):
            return NotFetched(TOO_LARGE, str(error))
        if any(
            isinstance(each.value, HeadersTooLargeError) for each in getattr(error.__cause__, "reasons", ())
        ):
            return NotFetched(TOO_LARGE, f"more than {HEAD_BYTES} bytes of headers")
        return None


def _name_of(url: str) -> str:
    """The name and the port that a connection to an address is made to."""
    parts = urlsplit(url)
    return f"{parts.hostname}:{parts.port or PORTS.get(parts.scheme, 0)}"


def check_transfer(response: Response, limit: int) -> None:
    """Raises NotFetched where a response unpacks to more than `limit` bytes, or is packed in a way not asked for,
    PageCutError where its end did not come.
    """
    if response.status == 206:
        raise PageCutError("HTTP 206: a part of the page")
    encodings = encodings_of(b",".join(response.headers.getlist("Content-Encoding")).decode("latin-1"))
    if len(encodings) > 1 or not set(encodings) <= ENCODINGS:
        raise NotFetched("unknown encoding", ", ".join(encodings))
    pieces: list[bytes] = []
    try:
        for piece in pieces_of(response.body, encodings[0]) if encodings else [response.body]:
            pieces.append(piece)
            if encodings and sum(map(len, pieces)) > limit:
                raise NotFetched(TOO_LARGE, f"unpacks to more than {limit} bytes")
    except CutError as error:
        if not has_end(b"".join(pieces)) and not is_clear(response.body):
            raise PageCutError(f"{encodings[0]}: {error}") from error
    html = b"html" in (response.headers.get("Content-Type") or b"html").lower()
    if "partial" in response.flags and html and not encodings and not is_closed(response.body):
        raise PageCutError("the connection was closed before the page's end")
    unequal = "more" if response.headers.pop(MORE, None) else "less" if "dataloss" in response.flags else ""
    if (unequal == "less" or (unequal and response.body)) and not (
        has_end(b"".join(pieces)) or LIST_END.search(response.body)
    ):
        raise PageCutError(f"{unequal} came than its length says")


@implementer(IHostnameResolver)
class PublicNames:
    """Resolves names as before, and hands on only addresses that may be connected to: what is checked is what is used."""

    def __init__(self, names: Any, guard: Guard) -> None:
        self.names = names
        self.guard = guard
        self.refused: dict[str, str] = {}  # name:port to the address

    def resolve(self, receiver: Any, host: str, *more: object, **named: object) -> object:
        """What Twisted calls with the name and the port that a connection is to be made to."""
        port = named.get("portNumber", more[0] if more else 0)
        name = f"{host}:{port}".lower()
        self.refused.pop(name, None)
        return self.names.resolveHostName(_Checked(receiver, self, name), host, *more, **named)

    resolveHostName = resolve  # noqa: N815 -- Twisted's name


@implementer(IResolutionReceiver)
class _Checked:
    def __init__(self, receiver: Any, names: PublicNames, name: str) -> None:
        self.receiver = receiver
        self.names = names
        self.name = name
        self.resolutionBegan = receiver.resolutionBegan
        self.resolutionComplete = receiver.resolutionComplete

    def addressResolved(self, address: object) -> None:  # noqa: N802 -- Twisted's name
        host, port = getattr(address, "host", ""), getattr(address, "port", 0)
        if self.names.guard.lets(host, port):
            self.receiver.addressResolved(address)
        else:
            self.names.refused[self.name] = host


class HeadersTooLargeError(Exception):
    """An answer whose headers do not end."""


class BoundedProtocol(_LenientHTTP11ClientProtocol):
    """One connection; counts the bytes that come before a body, which Twisted takes without end."""

    head = 0

    def request(self, request: HttpRequest) -> Deferred[IResponse]:
        self.head = 0
        asked = super().request(request)
        if self._parser is not None:
            self._parser.MAX_LENGTH = 2 * HEAD_BYTES  # of a line; `head` is what bounds them all
            self._parser.parseVersion = whole_version(self._parser.parseVersion)  # type: ignore[method-assign]
        return asked

    def _finishResponse_WAITING(self, rest: bytes) -> None:  # noqa: N802 -- Twisted's name
        if rest.strip() and self._parser is not None:
            self._parser.response.headers.addRawHeader(MORE, b"1")
        super()._finishResponse_WAITING(rest)

    _finishResponse_TRANSMITTING = _finishResponse_WAITING  # noqa: N815 -- as there

    def dataReceived(self, data: bytes) -> None:  # noqa: N802 -- Twisted's name
        if self._parser is not None and self._parser.state in (STATUS, HEADER):
            self.head += len(data)
            if self.head > HEAD_BYTES:
                self._giveUp(Failure(HeadersTooLargeError()))  # type: ignore[no-untyped-call]
                return
        super().dataReceived(data)  # type: ignore[no-untyped-call]


def whole_version(parse: Callable[[bytes], Version]) -> Callable[[bytes], Version]:
    """What reads a version of HTTP, `HTTP/2` as `HTTP/2.0`."""
    return lambda given: parse(given + b".0" if VERSION.fullmatch(given) else given)


def bounded(factory: Any) -> Any:
    """A connection factory like `factory` that makes bounded connections."""

    class Bounded(factory):  # type: ignore[misc]
        def buildProtocol(self, addr: object) -> BoundedProtocol:  # noqa: N802 -- Twisted's name
            return BoundedProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]

    return Bounded
