"""A page that somebody saved: its bytes, and the address that it states."""

import re
from datetime import UTC, datetime
from pathlib import Path

from stories.extraction.charset import decode
from stories.extraction.metadata.address import absolute
from stories.extraction.mhtml import page_in, snapshot_address
from stories.page import UNKNOWN, Page

# What browsers and extensions write above a page that they save, and what a page says of itself
STATED = (
    re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)", re.IGNORECASE),
    re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)", re.IGNORECASE),
    re.compile(r"""<link\b(?=[^>]*\brel=["']?canonical\b)[^>]*?\bhref=["']?([^"'\s>]+)""", re.IGNORECASE),
    re.compile(
        r"""<meta\b(?=[^>]*\bproperty=["']?og:url\b)[^>]*?\bcontent=["']?([^"'\s>]+)""", re.IGNORECASE
    ),
    re.compile(r"\A\s*(https?://\S+)\s*$", re.IGNORECASE | re.MULTILINE),  # above a plain text
)
HEAD = 200_000  # characters in which a page states its address


def read_saved(file: Path, url: str = "") -> Page:
    """A saved page, as if fetched when its file was written; `url` is its address, else what it states, else UNKNOWN.

    Raises OSError where the file cannot be read.
    """
    payload = file.read_bytes()
    time = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    return Page(url or stated_address(payload), payload, time)


def stated_address(payload: bytes) -> str:
    """The web address that a page states for itself; UNKNOWN where it states none."""
    return next(iter(stated_addresses(payload)), UNKNOWN)


def stated_addresses(payload: bytes) -> list[str]:
    """The web addresses that a page states for itself, the surest first; a copy's canonical one may be another site's."""
    head = decode(*page_in(payload))[:HEAD]
    stated = (absolute(found[1], "") for pattern in STATED if (found := pattern.search(head)))
    return list(filter(None, [absolute(snapshot_address(payload), ""), *stated]))
