"""The canonical address of a page."""

from urllib.parse import urljoin, urlsplit

from stories.document import Document


def canonical(document: Document) -> str:
    """The address that the page states for itself, if it is on the same site and not its front page."""
    for link in document.tree.iterfind(".//link[@rel='canonical'][@href]"):
        url = urljoin(document.url, link.get("href").strip())
        parts, own = urlsplit(url), urlsplit(document.url)
        same = site(parts.hostname) == site(own.hostname)
        if parts.scheme in ("http", "https") and same and parts.path.strip("/"):
            return str(url)
    return document.url


def site(host: str | None) -> str:
    """The last two labels of a host, three where the second is a public one such as `co` in `co.uk`."""
    labels = (host or "").lower().split(".")
    return ".".join(
        labels[-3:] if len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) == 2 else labels[-2:]
    )
