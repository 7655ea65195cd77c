"""Addresses: the canonical form under which a story is kept."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit, urlunsplit

from courlan import normalize_url

from stories.outlet import Outlet

AMP = re.compile(r"(?:\.amp|/amp)$")


def canonical_url(url: str, outlet: Outlet = Outlet()) -> str:  # noqa: B008 -- frozen
    """The address of a story without what differs from one visit to the next.

    https, no port, tracking parameters (courlan's list), fragment, trailing slash or AMP suffix; then the outlet's own
    facts: its one host, whether the query belongs to the address, its rewrites. Idempotent.
    Raises ValueError where `url` has no http(s) scheme or no host.
    """
    parts = urlsplit(normalize_url(url.strip()))
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"not a web address: {url!r}; it needs http:// or https:// and a host")
    host = outlet.host or parts.hostname
    path = parts.path
    for pattern, replacement in outlet.rewrites:
        path = re.sub(pattern, replacement, path)
    path = AMP.sub("", path.rstrip("/")).rstrip("/") or "/"
    query = parts.query if outlet.keeps_query else ""
    return urlunsplit(("https", host, path, query, ""))


def is_amp(url: str) -> bool:
    """Whether an address is that of a page's AMP form."""
    path = urlsplit(url).path
    return "/amp/" in path or bool(AMP.search(path.rstrip("/")))


def belongs_to(url: str, outlet: Outlet) -> bool:
    """Whether the host of `url` is one of the outlet's domains or a subdomain of one."""
    host = urlsplit(url).hostname or ""
    return any(host == domain or host.endswith("." + domain) for domain in outlet.domains)


def outlet_of(url: str, outlets: Iterable[Outlet]) -> Outlet:
    """The outlet that `url` belongs to, else one that only has the site's name."""
    known = (outlet for outlet in outlets if belongs_to(url, outlet))
    return next(known, Outlet(name=site_of(url), title=site_of(url)))


def site_of(url: str) -> str:
    """The host of `url` without `www.`; the name of an outlet that nobody has described."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def is_story(url: str, outlet: Outlet) -> bool:
    """Whether an address of the outlet looks like a story's; every one does where the outlet states no pattern."""
    path = urlsplit(url).path
    if set(path.split("/")) & {segment for segment, _ in outlet.other_pages}:
        return False
    return not outlet.stories or bool(re.search(outlet.stories, path))
