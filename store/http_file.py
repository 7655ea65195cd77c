"""A file on a web server, of which ranges of bytes are asked for (RFC 9110, 14)."""

import logging
import os
import re
from collections.abc import Iterator
from contextlib import closing
from time import sleep

from requests import RequestException, Response, Session
from requests.exceptions import ChunkedEncodingError, ConnectionError, SSLError, Timeout
from urllib3.exceptions import HTTPError, NameResolutionError

from store.fetched import FIRST, MISSING, ChangedError, UnreachableError
from stories.text import many
from stories.version import VERSION

log = logging.getLogger(__name__)
logging.getLogger("urllib3").setLevel(
    logging.WARNING
)  # below, it tells whole addresses, where a redirect leads too
TRIES, FIRST_TRIES = 6, 3  # of a piece; of a server that has not answered yet, whose name may be mistyped
PAUSE = 1.0  # seconds before the second try, each time twice as many
LONGEST_PAUSE = 60  # seconds that a server may ask to wait
PATIENCE = (30, 60)  # seconds to connect in, and between two bytes
REDIRECTS = 5
BLOCK = 2**16
PASSING = (408, 425, 429, 500, 502, 503, 504)  # that may be well a moment later
REFUSED, GONE = (401, 403, 407), (404, 410)
CONTENT_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18})", re.IGNORECASE)
EMPTY = re.compile(r"bytes \*/0", re.IGNORECASE)
NO_RANGES = "its server gives files as a whole only (no range requests): download it, and give its path"
PASSWORD = "a name and a password that it asks for are read from ~/.netrc"  # noqa: S105 -- none


class BrokenOffError(Exception):
    """An answer did not come, or not all of it; another may. pause: seconds that the server asks to wait."""

    def __init__(self, message: str, pause: int = 0) -> None:
        super().__init__(message)
        self.pause = pause


class HttpFile:
    """A file at an http or https address, as `Fetched` has it. A transfer that breaks off goes on where it was.

    tries: how often the next piece is asked for.
    """

    def __init__(self, address: str, tries: int = TRIES) -> None:
        self.address = address
        self.tries = tries
        self.size = -1
        self.tag = ""
        self.answered = False
        self.session = Session()
        self.session.max_redirects = REDIRECTS
        self.session.headers["User-Agent"] = _agent()
        self.session.headers["Accept-Encoding"] = "identity"  # its bytes as they lie there

    def fetch(self, place: int, size: int) -> bytes:
        """At most `size` bytes from a place on; fewer only at the end. Raises UnreachableError, FileNotFoundError."""
        got, failed = bytearray(), 0
        while len(got) < size and not 0 <= self.size <= place + len(got):
            before = len(got)
            try:
                self._ask(place + before, size - before, got)
            except BrokenOffError as error:
                failed += len(got) - before < FIRST
                if failed >= (self.tries if self.answered else min(self.tries, FIRST_TRIES)):
                    self.tries = 1  # who waited once for a lost server does not wait for each of its pages
                    raise UnreachableError(f"{error}, asked {many(failed, 'time')}") from error
                log.info("%s: %s; asked again from byte %s on", self.address, error, place + len(got))
                sleep(max(PAUSE * 2**failed / 2, error.pause * PAUSE))
        self.tries = TRIES
        return bytes(got)

    def _ask(self, place: int, size: int, got: bytearray) -> None:
        """Add what comes. Raises BrokenOffError, or UnreachableError where asking again is of no use."""
        asked = {"Range": f"bytes={place}-{place + size - 1}"}
        try:
            with closing(
                self.session.get(self.address, headers=asked, stream=True, timeout=PATIENCE)
            ) as answer:
                self.answered = True
                left = min(size, self._length(answer, place))
                for piece in answer.raw.stream(BLOCK, decode_content=False) if left else ():
                    got += piece[:left]
                    left -= min(left, len(piece))
                    if not left:
                        return
        except (UnreachableError, FileNotFoundError):
            raise
        except (HTTPError, OSError) as error:
            raise self._failure(error) from error
        if left:
            raise BrokenOffError("the transfer breaks off")

    def _length(self, answer: Response, place: int) -> int:
        """How many bytes an answer has of what was asked for. Raises BrokenOffError and UnreachableError."""
        status = answer.status_code
        if status in PASSING:
            pause = answer.headers.get("Retry-After", "")
            wait = min(int(pause), LONGEST_PAUSE) if pause.isdecimal() else 0
            raise BrokenOffError(f"its server answers HTTP {status}", wait)
        if self.address.lower().startswith("https:") and not answer.url.startswith("https:"):
            raise UnreachableError("its server leads to an address without https")
        if status == 206:
            return self._part(answer, place)
        if (status == 200 and answer.headers.get("Content-Length") == "0") or (
            status == 416 and EMPTY.fullmatch(answer.headers.get("Content-Range", ""))
        ):
            return self._state(0, "")
        if status in GONE:
            raise FileNotFoundError(MISSING)
        if status == 416 and place:
            raise ChangedError
        raise UnreachableError(_said(status))

    def _part(self, answer: Response, place: int) -> int:
        told = answer.headers.get("Content-Range", "")
        found = CONTENT_RANGE.fullmatch(told)
        if not found or int(found[1]) != place or not place <= int(found[2]) < int(found[3]):
            raise UnreachableError(
                f"its server gives another part than byte {place} on: {told[:80] or 'unnamed'}"
            )
        self._state(int(found[3]), answer.headers.get("ETag") or answer.headers.get("Last-Modified") or "")
        return int(found[2]) - place + 1

    def _state(self, size: int, tag: str) -> int:
        """Raises UnreachableError where the file is not the one of before."""
        if self.size >= 0 and (size, tag) != (self.size, self.tag):
            raise ChangedError
        self.size, self.tag = size, tag
        return 0

    def _failure(self, error: Exception) -> Exception:
        """What to raise for an error of the libraries, whose own words may hold where a redirect leads."""
        causes = list(_causes(error))
        if any(isinstance(one, SSLError) for one in causes):
            return UnreachableError(
                "there is no safe connection to its server: its certificate is not valid, or it speaks no TLS"
            )
        if not self.answered and any(isinstance(one, NameResolutionError) for one in causes):
            return UnreachableError("its server is not known by this name, or there is no network")
        passing = (ConnectionError, Timeout, ChunkedEncodingError)
        if isinstance(error, RequestException) and not isinstance(error, passing):
            return UnreachableError(f"its server leads nowhere ({type(error).__name__})")
        if any(isinstance(one, Timeout) or "timed out" in str(one) for one in causes):
            return BrokenOffError("its server does not answer")
        said = next((one.strerror for one in causes if isinstance(one, OSError) and one.strerror), "")
        what = "the transfer breaks off" if self.answered else "there is no connection to its server"
        return BrokenOffError(f"{what} ({said})" if said else what)


def _agent() -> str:
    """Who is asking, as `settings.CONTACT` has it; in ASCII, as a header is."""
    contact = os.environ.get("CUTTINGS_CONTACT", "").encode("ascii", "ignore").decode()
    return f"Cuttings/{VERSION} ({' '.join(contact.split()) or 'no contact given'})"


def _said(status: int) -> str:
    if status in REFUSED:
        return f"its server refuses it (HTTP {status}); {PASSWORD}"
    return NO_RANGES if status == 200 else f"its server answers HTTP {status}"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error, and those that led to it, as requests and urllib3 wrap them."""
    yield error
    for inner in (*error.args, getattr(error, "reason", None), error.__cause__):
        if isinstance(inner, BaseException) and inner is not error:
            yield from _causes(inner)
