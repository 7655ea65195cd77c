"""What came back for a request: a page, or the reason why there is none."""

from datetime import UTC, datetime

from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure
from w3lib.encoding import http_content_type_encoding

from extensions import reason_of
from stories.page import Page


def page_of(response: Response) -> Page:
    """The page of a response, with where the archive keeps it."""
    archive, offset, fetched = response.meta.get("capture", (None, None, datetime.now(UTC)))
    asked = response.meta.get("redirect_urls", [None])[0]
    return Page(
        url=response.url,
        payload=response.body,
        fetched=fetched,
        encoding=http_content_type_encoding(_header(response, "Content-Type")),
        status=response.status,
        asked=asked if asked != response.url else None,
        etag=_header(response, "ETag"),
        last_modified=_header(response, "Last-Modified"),
        archive=archive,
        offset=offset,
    )


def why(failure: Failure) -> tuple[str, str, Page | None]:
    """Why a request gave no page: a few words, the particulars, and the error page where there was one."""
    error = failure.value
    if isinstance(error, HttpError):
        return f"HTTP {error.response.status}", "", page_of(error.response)
    assert error is not None  # noqa: S101 -- a failure has one
    return reason_of(error), getattr(error, "detail", "") or f"{type(error).__name__}: {error}", None


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None
