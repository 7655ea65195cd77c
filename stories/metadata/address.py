"""The canonical address of a page."""

from urllib.parse import urljoin, urlsplit

from stories.document import Document


def canonical(document: Document) -> tuple[str, str]:
    """The address that the page states for itself, and its origin; the page's own where it states none that fits.

    One fits that is on the same site and not its front page. Of several that differ the first on the page's own host
    counts, else the first; the origin says how many there were.
    """
    own = urlsplit(document.url)
    stated = [
        absolute(node.get("href") or "", document.url)
        for node in document.marked
        if node.tag == "link" and "canonical" in (node.get("rel") or "").lower().split()
    ]
    fits = [
        url
        for url in dict.fromkeys(filter(None, stated))
        if site(urlsplit(url).hostname) == site(own.hostname) and urlsplit(url).path.strip("/")
    ]
    if not fits:
        return document.url, "own address"
    best = next((url for url in fits if urlsplit(url).hostname == own.hostname), fits[0])
    return best, "link canonical" if len(fits) == 1 else f"link canonical, one of {len(fits)} that differ"


def absolute(address: str, base: str) -> str:
    """A web address as a page's link means it; empty where it is none."""
    try:
        url = urljoin(base, address.strip())
        return url if address.strip() and urlsplit(url).scheme in ("http", "https") else ""
    except ValueError:
        return ""


def site(host: str | None) -> str:
    """The last two labels of a host, three where the second is a public one such as `co` in `co.uk`."""
    labels = (host or "").lower().split(".")
    return ".".join(
        labels[-3:] if len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) == 2 else labels[-2:]
    )
