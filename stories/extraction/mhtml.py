"""A page that a browser saved as one file with its pictures: MHTML, `multipart/related` (RFC 2557)."""

import email
import re
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message

HEADERS = re.compile(rb"\s*[a-z][a-z0-9-]*:[ \t]", re.IGNORECASE)  # begins a file
RELATED = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
PART = re.compile(
    rb"\s*--([!-~ ]{1,200}?)[ \t]*\r?\n(?:[a-z-]+:[^\n]*\n|[ \t][^\n]*\n)*?content-type:", re.IGNORECASE
)
HEAD = 8_000  # bytes that hold the headers of a file
WEB_PAGES = ("text/html", "application/xhtml+xml")


def page_in(payload: bytes, encoding: str | None = None) -> tuple[bytes, str | None]:
    """The mark-up in a saved page, and the charset that is stated of it; of any other payload, what was given.

    Empty where MHTML holds no whole page. `encoding`: what the HTTP header says of the whole. Never raises.
    """
    saved = _message(payload)
    if saved is None:
        return payload, encoding
    root = _root(saved)
    found = root.get_payload(decode=True) if root else b""
    return (found, root.get_content_charset()) if root and isinstance(found, bytes) else (b"", None)


def snapshot_address(payload: bytes) -> str:
    """The address that a browser wrote into a saved page, as it stands there; empty where there is none."""
    saved = _message(payload)
    root = _root(saved) if saved else None
    stated = (saved and saved["Snapshot-Content-Location"]) or (root and root["Content-Location"])
    return re.sub(r"\s+", "", str(stated or ""))


def _message(payload: bytes) -> Message | None:
    head = payload[:HEAD]
    if HEADERS.match(head) and RELATED.search(re.split(rb"\r?\n\r?\n", head.lstrip())[0]):
        return _parsed(payload.lstrip())
    if part := PART.match(head):  # an answer whose boundary stood in its HTTP header
        return _parsed(b'Content-Type: multipart/related; boundary="' + part[1] + b'"\r\n\r\n' + payload)
    return None


def _parsed(text: bytes) -> Message:
    try:
        return email.message_from_bytes(text)
    except (ValueError, LookupError, TypeError, RecursionError):
        return Message()  # a file that is broken beyond reading


def _root(saved: Message) -> Message | None:
    """The part that the saved page begins with: the one that is named as such, else the first page. None where the file
    ends before it does.
    """
    try:
        parts = list(saved.walk())
    except RecursionError:
        return None
    pages = [part for part in parts if part.get_content_type() in WEB_PAGES]
    start = saved.get_param("start")
    named = (part for part in pages if str(part["Content-ID"]).strip() == start)
    root = next(named, pages[0] if pages else None)
    cut = any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in saved.defects)
    return None if cut and root is parts[-1] else root
