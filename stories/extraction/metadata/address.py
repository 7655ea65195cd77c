"""The canonical address of a page."""

from urllib.parse import urljoin, urlsplit

from stories.extraction.document import Document
from stories.sites import host_of, same_site


def canonical(document: Document) -> tuple[str, str]:
    """The address that the page states for itself, and its origin; the page's own where it states none that fits.

    One fits that is under the same registered domain and no front page. Of several that differ the first on the page's
    own host counts, else the first; the origin says how many there were.
    """
    own = host_of(document.url)
    stated = [
        absolute(node.get("href") or "", document.url)
        for node in document.marked
        if node.tag == "link" and "canonical" in (node.get("rel") or "").lower().split()
    ]
    fits = [
        url
        for url in dict.fromkeys(filter(None, stated))
        if same_site(host_of(url), own) and urlsplit(url).path.strip("/")
    ]
    if not fits:
        return document.url, "own address"
    best = next((url for url in fits if host_of(url) == own), fits[0])
    return best, "link canonical" if len(fits) == 1 else f"link canonical, one of {len(fits)} that differ"


def absolute(address: str, base: str) -> str:
    """A web address as a page's link means it; empty where it is none."""
    try:
        url = urljoin(base, address.strip())
        return url if address.strip() and urlsplit(url).scheme in ("http", "https") else ""
    except ValueError:
        return ""
