"""Addresses: the canonical form under which a story is kept."""

import re
from collections.abc import Iterable
from urllib.parse import parse_qs, parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from stories.outlet import Outlet
from stories.sites import host_of, is_within

# A host and what may follow it, with no scheme before it
BARE = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d+)?(?:[/?#].*)?$")
AMP = re.compile(r"\.amp(?=\.html?$|$)|/amp(?:\.html?)?$", re.IGNORECASE)
# Parameters that say how a reader came, beyond those that courlan knows; some of its names can also be a story's number
TRACKING = re.compile(
    r"^(?:at|utm|ito|icid|ocid|ncid|cmpid|cmp|ns|hsa|wt|sc|trk|spm|rss|smid|smtyp|partner|share|shared?)[_-]|"
    r"^(?:at|cmp|cmpid|icid|ocid|ncid|ito|ftag|ftcamp|fbclid|gclid|dclid|yclid|msclkid|twclid|ttclid|igshid|igsh|mibextid|"
    r"smid|smtyp|ns_\w+|rss|feed|wt\.\w+|spm|trk|xtor|ref|ref_\w+|referr?er|soc_\w+|tpcc|taid|guccounter|guce_\w+|"
    r"__twitter_impression|_ga|_gl|sref|srnd|sh|shared?|intcid|intcmp|postshare|mc_[ce]id|mkt_tok|cvid|"
    r"from|via|origin|traffic_source|partner|source|src)$",
    re.IGNORECASE,
)
# Parameters that ask for another form of the same page, where their value says no more than that
FORM = re.compile(
    r"^(?:amp|print(?:able)?|printer_?friendly|output(?:type)?|mobile|m|desktop|nocache|noredirect)$", re.I
)
FORM_VALUE = re.compile(r"^(?:|1|0|true|false|yes|amp|print|mobile|html)$", re.IGNORECASE)
SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?#]*", re.IGNORECASE)
MOBILE = re.compile(
    r"^(?:m|mobile|amp|wap|touch)\.(?=[^.]+\.[^.]+)"
)  # an address that only adds a label for telephones
ARCHIVED = re.compile(
    r"^https?://web\.archive\.org/web/\d{4,14}\w*/(?P<url>(?:https?:/+)?[^/].*)$", re.IGNORECASE
)
# Addresses that stand for another one which they name: (host, start of the path, parameter; empty: the rest of the path)
WRAPPERS = (
    ("www.google.com", "/amp/s/", ""),
    ("www.google.com", "/amp/", ""),
    ("www.google.com", "/url", "q"),
    ("www.google.com", "/url", "url"),
    ("l.facebook.com", "/l.php", "u"),
    ("lm.facebook.com", "/l.php", "u"),
    ("out.reddit.com", "/", "url"),
    ("t.umblr.com", "/redirect", "z"),
)
AMP_CACHE = re.compile(r"^https?://[^/]+\.cdn\.ampproject\.org/[cvw](?:/s)?/(?P<url>.+)$", re.IGNORECASE)


def canonical_url(url: str, outlet: Outlet = Outlet()) -> str:  # noqa: B008 -- frozen
    """The address of a story without what differs from one visit to the next.

    https, no port, no tracking parameters (courlan's list and `TRACKING`), fragment, session, trailing slash, AMP or
    mobile form; unwrapped where it stands for another address (an archived copy, an AMP cache, a social network's
    link). Then the facts of the outlet, of addresses that belong to it: its one host, whether the query belongs to the
    address, its rewrites. Idempotent. Raises ValueError where `url` has no http(s) scheme or no host.
    """
    address = SESSION.sub("", unwrapped(url.strip()))
    try:
        parts = urlsplit(_normalised(urlunsplit(urlsplit(address)._replace(query="", fragment=""))))
        query = urlsplit(address).query
    except ValueError as error:
        raise ValueError(f"not a web address: {url!r}: {error}") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"not a web address: {url!r}; it needs http:// or https:// and a host")
    own = not outlet.domains or belongs_to(address, outlet)
    host = parts.hostname
    if own and outlet.host and host not in outlet.other_hosts:
        host = outlet.host
    path = _path(parts.path, outlet.rewrites if own else ())
    kept = _query(query) if outlet.keeps_query or not own else ""
    return urlunsplit(("https", _host(host), path, kept, ""))


def _normalised(url: str) -> str:
    """courlan's form of an address. Its import takes time that a command without addresses does not need."""
    from courlan import normalize_url

    normalised: str = normalize_url(url)
    return normalised


def with_scheme(text: str) -> str:
    """`www.lamp.example/mill` as the web address that it means; any other text as it is."""
    return f"https://{text}" if BARE.match(text) else text


def unwrapped(url: str) -> str:
    """The address that `url` stands for, itself where it stands for none."""
    for _ in range(3):
        inner = _inner(url)
        if not inner or inner == url:
            break
        url = re.sub(r"^(?:(https?):/+|/*)", lambda found: f"{found[1] or 'https'}://", inner, flags=re.I)
    return url


def _inner(url: str) -> str:
    if found := ARCHIVED.match(url) or AMP_CACHE.match(url):
        return found["url"]
    try:
        parts = urlsplit(url)
        there = parts.hostname
    except ValueError:
        return ""
    for host, start, parameter in WRAPPERS:
        if there == host and parts.path.startswith(start):
            named = (
                parse_qs(parts.query).get(parameter, [""])[0]
                if parameter
                else unquote(parts.path[len(start) :])
            )
            if re.match(r"https?://[^/]" if parameter else r"(?:https?://)?[^/]+\.[^/]+/", named):
                return named
    return ""


def _host(host: str) -> str:
    """Without a label for telephones; an IPv6 address in brackets."""
    return f"[{host}]" if ":" in host else MOBILE.sub("www.", host)


def _path(path: str, rewrites: tuple[tuple[str, str], ...]) -> str:
    path = re.sub(r"%[0-9a-fA-F]{2}", lambda octet: octet[0].upper(), path)
    for _ in range(9):  # one form can stand inside another
        before = path
        for pattern, replacement in rewrites:
            path = re.sub(pattern, replacement, path)
        path = AMP.sub("", path.rstrip("/"))
        if path == before:
            break
    return path or "/"


def _query(query: str) -> str:
    """The parameters that belong to an address, in alphabetical order."""
    if "=" not in query:
        return quote(query.strip(), safe="%/:,;@!~*'()+&?$-")  # the whole of it is a story's number or name
    pairs = sorted(pair for pair in parse_qsl(query, keep_blank_values=True) if not _is_tracking(*pair))
    return urlencode(
        [pair for pair in pairs if pair[1]] or pairs
    )  # an empty field of a search form says nothing


def _is_tracking(name: str, value: str) -> bool:
    if TRACKING.search(name) or (FORM.match(name) and FORM_VALUE.match(value)):
        return True
    if value.isdecimal() and not name.lower().startswith(("utm", "ga_", "mc_", "pk_")):
        return False  # such as `cid=4711`: in many systems the number of the story
    return bool(value) and not urlsplit(_normalised(f"https://x.example/?{urlencode([(name, value)])}")).query


def is_amp(url: str) -> bool:
    """Whether an address is that of a page's AMP form."""
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    return "/amp/" in path or bool(AMP.search(path)) or (parts.hostname or "").startswith("amp.")


def belongs_to(url: str, outlet: Outlet) -> bool:
    """Whether the host of `url` is one of the outlet's domains or under one, and its path in a section of it, if any."""
    return is_within(host_of(url), outlet.domains) and (
        not outlet.sections
        or f"{urlsplit(url).path}/".startswith(tuple(f"{one}/" for one in outlet.sections))
    )


def outlet_of(url: str, outlets: Iterable[Outlet]) -> Outlet:
    """The outlet that `url` belongs to, a section's before the site's; else one that only has the site's name."""
    known = sorted((one for one in outlets if belongs_to(url, one)), key=lambda one: not one.sections)
    return known[0] if known else Outlet(name=site_of(url), title=site_of(url))


def site_of(url: str) -> str:
    """The host of `url` without `www.`; the name of an outlet that nobody has described.

    Not its registered domain: of newsletters and blogs on one server the list tells some apart and others not.
    """
    return host_of(url).removeprefix("www.")


def is_story(url: str, outlet: Outlet) -> bool:
    """Whether an address of the outlet looks like a story's; every one does where the outlet states no pattern."""
    path = urlsplit(url).path
    if set(path.split("/")) & {segment for segment, _ in outlet.other_pages}:
        return False
    return not outlet.stories or bool(re.search(outlet.stories, path))
