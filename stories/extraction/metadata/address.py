"""The canonical address of a page."""

import re
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from stories.sites import host_of, same_site

if TYPE_CHECKING:
    from stories.extraction.document import Document

_TEMPLATE = re.compile(
    r"[{}<>\[\]]|\$\(|%%|__[a-z_]+__|(?:^|[/=.])(?:undefined|null|none|nan|index\.undefined)(?:$|[/?&.])",
    re.I,
)
_NOT_PUBLIC = re.compile(
    r"(?:^|[.-])(?:staging|stage|dev|preview|preprod|test|uat|qa|cms|localhost|local|internal|admin|origin\d*)(?=[.-])",
    re.I,
)
# What may follow the address of a story for another view of it
_VIEW = re.compile(
    r"(?:amp|print|printer|comments?|all|full|index|single-page|mobile|page|p|\d{1,3}|page-?\d+|amp\.html|index\.\w+)",
    re.I,
)
_ID = re.compile(r"(?:^|[&;])(?:[a-z_]*id|p|articles?|story|news|post|item|doc|nr|no)=[^&;]*\d", re.I)
# Addresses of lists and of errors
_LIST = re.compile(
    r"/(?:tags?|topics?|themen?|temas?|categor(?:y|ies|ia)|kategorie|rubri[ck]|section|authors?|autor|search|suche|404|error|not-?found)"
    r"(?=[/.]|$)",
    re.I,
)
MOST = 200  # copies of a page; no site has as many languages
_STORY = re.compile(r"[^/]+(?:[-_][^/_-]+){2}|.*\d{4}")  # a slug of three words, or a number


def canonical(document: "Document") -> tuple[str, str]:
    """The address that the page states for itself, and its origin; the page's own where it states none that fits.

    One fits that is under the same registered domain and no front page, section, template or staging host. Of several
    that differ the first on the page's own host counts, else the first; the origin says how many there were.
    """
    own = host_of(document.url)
    stated = [
        absolute(node.get("href") or "", document.url)
        for node in document.marked
        if node.tag == "link" and "canonical" in (node.get("rel") or "").lower().split()
    ]
    fits = [url for url in dict.fromkeys(filter(None, stated)) if _identifies(url, document.url)]
    if not fits:
        return document.url, "own address"
    best = next((url for url in fits if host_of(url) == own), fits[0])
    return best, "link canonical" if len(fits) == 1 else f"link canonical, one of {len(fits)} that differ"


def linked(document: "Document") -> list[tuple[str, str]]:
    """What `hreflang` links: (language as stated, address) of the page's copies, and of itself; at most MOST of them."""
    found = ((tag.strip(), absolute(url, document.url)) for tag, url in document.alternates[:MOST])
    return [(tag, url) for tag, url in dict.fromkeys(found) if tag and url]


def _identifies(stated: str, own: str) -> bool:
    """Whether a stated address can be the one story that stands at `own`."""
    there, here = urlsplit(stated), urlsplit(own)
    if not same_site(host_of(stated), host_of(own)) or not there.path.strip("/"):
        return False
    if _TEMPLATE.search(unquote(f"{there.path}?{there.query}")):
        return False
    if _NOT_PUBLIC.search(there.netloc) and not _NOT_PUBLIC.search(here.netloc):
        return False
    return not _is_section(there, here)


def _is_section(there: SplitResult, here: SplitResult) -> bool:
    """Whether `there` is what `here` is one of: a list, its folder, its address without the story's number."""
    upper, lower = (path.path.strip("/").lower().split("/") for path in (there, here))
    if _LIST.search(there.path) and not _LIST.search(here.path):
        return True
    if _is_general(upper) and not _is_general(lower) and not _ID.search(there.query):
        return True
    if there.query and there.query != here.query:
        return False
    if upper == lower:
        return not _STORY.fullmatch(upper[-1]) and bool(_ID.search(here.query)) and not there.query
    below = lower[len(upper) :]
    return (
        lower[: len(upper)] == upper
        and not all(_VIEW.fullmatch(segment) for segment in below)
        and not _STORY.fullmatch(upper[-1])
    )


def _is_general(path: list[str]) -> bool:
    """Whether what an address ends with is neither a slug nor a number: a section's name."""
    last = next((segment for segment in reversed(path) if not _VIEW.fullmatch(segment)), "")
    return not _STORY.fullmatch(last) and not any(map(str.isdigit, last))


def absolute(address: str, base: str) -> str:
    """A web address as a page's link means it; empty where it is none."""
    try:
        url = urljoin(base, address.strip())
        return url if address.strip() and urlsplit(url).scheme in ("http", "https") else ""
    except ValueError:
        return ""
