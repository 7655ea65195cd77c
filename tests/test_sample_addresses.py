"""Every address of the sample world is on a reserved domain, marked, or one that the spiders themselves ask for."""

import html
import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from commands.sample import recorded
from store.warc import captures
from tests.sample import SAMPLE
from tests.scrapy_process import ROOT

PAGES = ROOT / "data" / "pages"
RESERVED = (".example", ".test", ".invalid", "example.com", "example.org", "example.net")  # RFC 2606
VOCABULARIES = (
    "schema.org",
    "www.w3.org",
    "purl.org",
    "www.sitemaps.org",
    "search.yahoo.com",
    "www.google.com",
)
# Of the real sites: what their spiders ask for, and the front pages that the recorded pages link to
REAL = {
    "archive.org": (),
    "feeds.bbci.co.uk": ("/news/rss.xml", "/news/world/rss.xml", "/news/business/rss.xml"),
    "support.theguardian.com": (),
    "syndication.theguardian.com": (),
    "web.archive.org": (),
    "www.bbc.co.uk": ("/news", "/news/business", "/news/world", "/sport", "/weather"),
    "www.bbc.com": (
        *("/business", "/news", "/news/world", "/sport", "/watch-live-news", "/weather"),
        *("/sitemaps/https-index-com-news.xml", "/sitemaps/https-sitemap-com-news-1.xml"),
    ),
    "www.business-humanrights.org": (
        *("/donate", "/en/", "/en/about-us", "/en/big-issues/", "/en/latest-news/", "/en/news", "/en/rss/"),
    ),
    "www.theguardian.com": ("/info/privacy", "/uk", "/uk/commentisfree", "/uk/sport", "/world", "/world/rss"),
}
ABSOLUTE = re.compile(r"https?://[^\s\"'<>\\]+")
RELATIVE = re.compile(r"""(?:href|src|action)=["']?(/[^\s"'<>]*)|"(/[a-z][^\s"]*)\"""")


def addresses(text: str, base: str) -> set[str]:
    """Every address that a page or a sidecar names, those that stand inside another one too."""
    plain = html.unescape(text).replace("\\/", "/").replace("\\u002F", "/")
    found = set(ABSOLUTE.findall(plain))
    found |= {urljoin(base, one or two) for one, two in RELATIVE.findall(plain)}
    found |= {inner for url in found for inner in ABSOLUTE.findall(unquote(url)[8:])}
    return found


def is_plain(url: str) -> bool:
    """Whether nobody can take the address for a real page's."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if host.endswith(RESERVED) or host in VOCABULARIES or "sample" in parts.path + parts.query:
        return True
    known = (*REAL.get(host, ()), "", "/", "/robots.txt")
    return host in REAL and parts.path in known and not parts.query


BASES = {page.sidecar: page.url for page in recorded(PAGES)}


def files() -> list[Path]:
    return sorted(file for file in PAGES.rglob("*") if file.is_file() and file.name != "README.md")


@pytest.mark.parametrize("file", files(), ids=lambda file: file.relative_to(PAGES).as_posix())
def test_no_invented_address_can_be_taken_for_a_real_one(file: Path) -> None:
    named = addresses(file.read_text(encoding="utf-8"), BASES[file.with_suffix(".json")])
    assert sorted(url for url in named if not is_plain(url)) == []


def test_the_same_holds_of_the_archive() -> None:
    for capture in captures(SAMPLE):
        location = capture.header("Location") or capture.url
        named = addresses(capture.payload.decode(), capture.url) | {capture.url, location}
        assert sorted(url for url in named if not is_plain(url)) == [], capture.url


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("https://www.bbc.com/news/articles/c0sample004o", True),
        ("https://www.bbc.com/news/articles/c4exq7r2w9to", False),
        ("https://www.bbc.com/news/world-asia-47500102", False),
        ("https://www.theguardian.com/world/2025/nov/04/sample-night-cleaners", True),
        ("https://www.theguardian.com/world/2025/nov/04/night-cleaners", False),
        ("https://lamp.example/mill", True),
        ("https://notexample.com.lamp.net/mill", False),
        ("https://www.business-humanrights.org/en/latest-news/?tag=fishing", False),
    ],
)
def test_what_counts_as_marked(url: str, plain: bool) -> None:
    assert is_plain(url) is plain


def test_addresses_are_found_wherever_they_stand() -> None:
    text = '<a href="/one"> "\\/two\\/x" "https:\\/\\/a.net\\/three" <x url="https://b.net/?u=https%3A%2F%2Fc.net%2Fd&amp;e">'
    assert addresses(text, "https://base.net/") == {
        *("https://base.net/one", "https://base.net/two/x", "https://a.net/three"),
        *("https://b.net/?u=https%3A%2F%2Fc.net%2Fd&e", "https://c.net/d&e"),
    }
