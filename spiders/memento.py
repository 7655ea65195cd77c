"""Copies of pages that are gone, in the Internet Archive: how to ask for one, and what the answer says.

The availability API: https://archive.org/help/wayback_api.php. Memento-Datetime: RFC 7089, 2.1.1.
"""

import json
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlencode, urlsplit

AVAILABLE = "https://archive.org/wayback/available"
HOST = "web.archive.org"
COPY = re.compile(r"/web/(?P<stamp>\d{4,14})[a-z_]*/(?P<url>.+)", re.DOTALL)


def available(url: str, day: str = "") -> str:
    """The address that tells which copy of `url` is nearest to an ISO date; without one, to now."""
    asked = {"url": url} | ({"timestamp": re.sub(r"\D", "", day)[:14]} if day else {})
    return f"{AVAILABLE}?{urlencode(asked)}"


def copy_of(answer: bytes) -> str:
    """The address of the copy that an answer names, as it was received from the site; empty where there is none.

    `id_` behind the time asks for the page without the bar that the archive puts on top and the links it rewrites.
    """
    try:
        closest = json.loads(answer)["archived_snapshots"]["closest"]
        url, good = str(closest["url"]), closest["available"] and str(closest.get("status", "200")) == "200"
        found = COPY.fullmatch(urlsplit(url).path) if good and urlsplit(url).hostname == HOST else None
    except (ValueError, KeyError, TypeError):
        return ""
    if not found:
        return ""
    query = urlsplit(url).query
    return f"https://{HOST}/web/{found['stamp']}id_/{found['url']}" + (f"?{query}" if query else "")


def captured(url: str, header: str | None) -> datetime | None:
    """When a copy was made: by its header `Memento-Datetime`, else by its address; None where neither tells."""
    try:
        time = parsedate_to_datetime(header or "")
        return time if time.tzinfo else time.replace(tzinfo=UTC)
    except ValueError:
        found = COPY.fullmatch(urlsplit(url).path)
    if not found or len(found["stamp"]) < 14:
        return None
    try:
        return datetime.strptime(found["stamp"], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
