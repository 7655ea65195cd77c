"""A page as an archive holds it, and whether it sends a browser elsewhere; the same that a response would give."""

import re

from w3lib.encoding import http_content_type_encoding
from w3lib.html import replace_entities
from w3lib.url import safe_url_string

from store.warc import Capture
from stories.identity.urls import belongs_to
from stories.outlet import Outlet
from stories.page import Page
from stories.translations import of_header

HEAD_BYTES = 4 * 4096  # in which a page may say that it leads elsewhere, as Scrapy looks for it
LEADS = re.compile(r"([\d.]+)\s*;\s*url", re.IGNORECASE)  # of a refresh: seconds, address


def leads_away(payload: bytes, patience: float) -> bool:
    """Whether a page may say that a browser shall go to another address at once (HTML, 4.2.5.3); no page that does is
    missed.
    """
    head = payload[:HEAD_BYTES].replace(b"\0", b"")
    if b"refresh" not in head.lower():
        return False
    waits = LEADS.findall(replace_entities(head.decode("latin-1")))
    return any(not wait.replace(".", "", 1).isdecimal() or float(wait) < patience for wait in waits)


def page_of(capture: Capture, outlet: Outlet) -> Page:
    """The page of a capture, as `engine.answer` has it of a response."""
    url = capture.url
    if not outlet.keeps_query and belongs_to(url, outlet):
        url = url.split("?")[0].split("#")[0]
    links = [value for name, value in capture.headers if name.lower() == "link"]
    return Page(
        url=safe_url_string(url),
        payload=capture.payload,
        fetched=capture.fetched,
        encoding=http_content_type_encoding(_header(capture, "Content-Type")),
        status=capture.status,
        etag=_header(capture, "ETag"),
        last_modified=_header(capture, "Last-Modified"),
        alternates=tuple(of_header(map(_as_sent, links))),
        archive=str(capture.path),
        offset=capture.offset,
    )


def _header(capture: Capture, name: str) -> str | None:
    """The last value of a header, which is the one that Scrapy takes."""
    found = [value for key, value in capture.headers if key.lower() == name.lower()]
    return _as_sent(found[-1]) if found else None


def _as_sent(value: str) -> str:
    return value.encode().decode("latin-1")
