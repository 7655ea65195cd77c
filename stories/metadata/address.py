"""The canonical address of a page."""

from urllib.parse import urljoin, urlsplit

from stories.document import Document


def canonical(document: Document) -> str:
    """The address that the page states for itself, if it is on the same site and not its front page."""
    for link in document.tree.iterfind(".//link[@rel='canonical'][@href]"):
        url = absolute(link.get("href"), document.url)
        parts, own = urlsplit(url), urlsplit(document.url)
        if url and site(parts.hostname) == site(own.hostname) and parts.path.strip("/"):
            return url
    return document.url


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
