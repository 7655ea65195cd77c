"""What came back for a request: a page, or the reason why there is none."""

from datetime import UTC, datetime

from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure
from w3lib.encoding import http_content_type_encoding

from extensions import detail_of, reason_of
from stories.page import Page
from stories.translations import of_header


def page_of(response: Response) -> Page:
    """The page of a response, with where the archive keeps it."""
    archive, offset, fetched = response.meta.get("capture", (None, None, datetime.now(UTC)))
    asked = response.meta.get("redirect_urls", [None])[0]
    return Page(
        url=response.url,
        payload=response.body,
        fetched=fetched,
        encoding=charset_of(response),
        status=response.status,
        asked=asked if asked != response.url else None,
        etag=_header(response, "ETag"),
        last_modified=_header(response, "Last-Modified"),
        alternates=tuple(of_header(value.decode("latin-1") for value in response.headers.getlist("Link"))),
        archive=archive,
        offset=offset,
    )


def charset_of(response: Response) -> str | None:
    """The charset that an answer's HTTP header names; None where it names none."""
    return http_content_type_encoding(_header(response, "Content-Type"))


def why(failure: Failure) -> tuple[str, str, Page | None]:
    """Why a request gave no page: a few words, the particulars, and the error page where there was one."""
    error = failure.value
    if isinstance(error, HttpError):
        return f"HTTP {error.response.status}", "", page_of(error.response)
    assert error is not None  # noqa: S101 -- a failure has one
    return reason_of(error), detail_of(error), None


def not_modified(failure: Failure) -> bool:
    """Whether a page is said to be as it was, and that was asked: a 304 that nobody asked for is a fault of the site."""
    error, request = failure.value, failure.request  # type: ignore[attr-defined]
    asked = "If-None-Match" in request.headers or "If-Modified-Since" in request.headers
    return asked and isinstance(error, HttpError) and error.response.status == 304


def joined(response: Response, link: str) -> str:
    """The address that a page's link means; the link itself where it is broken, for the one who asks to reject it."""
    try:
        return str(response.urljoin(link))
    except ValueError:
        return link


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None
