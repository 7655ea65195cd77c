"""Links that count clicks on their way to a story: where they lead is in them, or is known when they are followed."""

import re
from urllib.parse import parse_qsl, unquote, urlsplit

from stories.identity.urls import belongs_to, canonical_url, is_story
from stories.outlet import Outlet
from stories.sites import host_of, is_within

# Hosts that only forward: shorteners, those of social networks and of newsrooms, FeedBurner
FORWARDING = (
    *("t.co", "bit.ly", "ow.ly", "buff.ly", "tinyurl.com", "is.gd", "goo.gl", "lnkd.in", "fb.me", "ift.tt", "dlvr.it"),
    *("trib.al", "rb.gy", "cutt.ly", "shorturl.at", "t.ly", "tiny.cc", "bbc.in", "gu.com", "reut.rs", "nyti.ms"),
    *("feedproxy.google.com", "feeds.feedburner.com", "safelinks.protection.outlook.com"),
)  # fmt: skip
# The first label of a host, or the first steps of a path, that say so
LABEL = re.compile(r"(?:clicks?|links?|trk|track(?:er|ing)?|feedproxy|redir(?:ect)?|go|r|t)\d*")
PATH = re.compile(r"/(?:~r/|(?:click|trk|redir(?:ect)?|goto)(?:\.\w+)?(?:/|$))", re.IGNORECASE)
NESTED = 4  # trackers, one in another
LABELS = 3  # of a host of which the first may say so: `go.example` is a site of its own


def forwards(url: str) -> bool:
    """Whether an address is one that only leads to another. Raises nothing."""
    host = host_of(url)
    if is_within(host, FORWARDING):
        return True
    try:
        path = urlsplit(url).path
    except ValueError:
        return False
    first, *others = host.split(".")
    labelled = len(others) >= LABELS - 1 and LABEL.fullmatch(first) and not host.replace(".", "").isdigit()
    return bool(labelled or PATH.match(path))


def meant(url: str, outlet: Outlet) -> str:
    """The outlet's story that a link names among its parameters or at the end of its path; else the link itself."""
    if not outlet.domains or ("%" not in url and url.count("://") < 2):
        return url
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if belongs_to(url, outlet) and (is_story(url, outlet) if outlet.stories else not forwards(url)):
        return url
    named = [value for _, value in parse_qsl(parts.query)] + [
        unquote(parts.path).lstrip("/"),
        unquote(parts.query),
    ]
    for text in [*named, *map(unquote, named)]:  # one tracker may stand in another
        for start in list(re.finditer(r"https?://", text))[:NESTED]:
            if _is_own_story(text[start.start() :], outlet):
                return text[start.start() :]
    return url


def _is_own_story(url: str, outlet: Outlet) -> bool:
    try:
        return belongs_to(url, outlet) and is_story(canonical_url(url, outlet), outlet)
    except ValueError:
        return False
