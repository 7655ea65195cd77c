"""Answers that servers give now and then: each page is a story, or a row of `rejects`, and no list is lost in silence."""

import gzip
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import IO

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from store.database import Store
from tests.once import made_once
from tests.scrapy_process import scrapy
from tests.server import Answer, Site, serve, story_page
from tests.test_failures import XML, feed, run
from tests.waiting import QUICK

PAGE = story_page("Mill closes").encode()
SCRIPT = b"<html><script>write('</body></html>')</script>"
OK = b"HTTP/1.1 200 OK\r\n"
HTML = b"Content-Type: text/html\r\n"
HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
RSS = b"Content-Type: application/rss+xml\r\n"


def sent(*parts: bytes) -> Answer:
    """An answer, byte for byte."""

    def send(file: IO[bytes]) -> None:
        for part in parts:
            file.write(part)

    return Answer(send=send)


def whole(start: bytes = OK, head: bytes = HTML, body: bytes = PAGE, length: int | str = "") -> bytes:
    return start + head + b"Content-Length: %s\r\n\r\n" % str(length or len(body)).encode() + body


def moved(to: str) -> Answer:
    return Answer("", 302, {"Location": to, "Set-Cookie": "a=1"})


# What a server answers, and why there is no story; empty where there is one
PAGES: dict[str, tuple[Answer, str]] = {
    "hints": (sent(HINTS, whole()), ""),
    "hints-thrice": (sent(HINTS * 3 + whole()), ""),
    "continue": (sent(b"HTTP/1.1 100 Continue\r\n\r\n" + whole()), ""),
    "processing": (sent(b"HTTP/1.1 102 Processing\r\n\r\n" + whole()), ""),
    "hints-only": (sent(HINTS), "download failed"),
    "226": (Answer(PAGE, 226), ""),
    "203": (Answer(PAGE, 203), ""),
    "204": (sent(b"HTTP/1.1 204 No Content\r\n\r\n"), "empty page"),
    "204-body": (sent(whole(b"HTTP/1.1 204 No Content\r\n")), "empty page"),
    "205": (sent(b"HTTP/1.1 205 Reset\r\nContent-Length: 0\r\n\r\n"), "empty page"),
    "206": (Answer(PAGE, 206), "page cut short"),
    "304": (sent(b"HTTP/1.1 304 Not Modified\r\n\r\n"), "HTTP 304"),
    "300": (Answer(PAGE, 300), "HTTP 300"),
    "999": (Answer(PAGE, 999), "HTTP 999"),
    "no-place": (Answer(PAGE, 302), "HTTP 302"),
    "itself": (moved("/itself"), "too many redirects"),
    "itself-empty": (moved(""), "too many redirects"),
    "mail": (moved("mailto:desk@lamp.example"), "no web address"),
    "script": (moved("javascript:alert(1)"), "no web address"),
    "bracket": (moved("http://["), "no web address"),
    "port": (moved("http://127.0.0.1:99999/"), "no web address"),
    "head-20-kb": (sent(whole(head=HTML + b"Link: %s\r\n" % (b"a" * 20_000))), ""),
    "head-1-mb": (sent(whole(head=HTML + b"X: %s\r\n" % (b"a" * 1_000_000))), "page too large"),
    "heads-1-mb": (sent(whole(head=HTML + b"X: %s\r\n" % (b"a" * 9999) * 100)), "page too large"),
    "longer": (sent(whole(length=9999)), ""),  # its end came
    "longer-cut": (sent(whole(body=PAGE[:700], length=9999)), "page cut short"),
    "longer-script": (sent(whole(body=SCRIPT + PAGE[:-20], length=9999)), "page cut short"),
    "longer-empty": (sent(whole(body=b"", length=99)), "page cut short"),
    "shorter": (sent(whole(length=700)), "page cut short"),
    "shorter-whole": (sent(whole() + b"\r\n<!-- 9 ms -->"), ""),
    "negative": (sent(whole(length=-5)), "download failed"),
    "no-number": (sent(whole(length="many")), "download failed"),
    "two-lengths": (sent(whole(head=HTML + b"Content-Length: 5\r\n")), "download failed"),
    "bad-chunk": (sent(OK + HTML + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + PAGE), "page cut short"),
    "no-head": (sent(PAGE), "download failed"),
    "nothing": (sent(b""), "download failed"),
    "lines": (sent(whole().replace(b"\r\n", b"\n")), ""),
    "later-version": (sent(whole(b"HTTP/2 200\r\n")), ""),
    "no-http": (sent(whole(b"ICY 200 OK\r\n")), "download failed"),
    "noughts": (sent(whole(head=HTML + b"X-\0: a\r\n")), "download failed"),
    "no-colon": (sent(whole(head=HTML + b"nonsense\r\n")), ""),
    "gzip-twice": (
        Answer(gzip.compress(gzip.compress(PAGE)), headers={"Content-Encoding": "gzip"}),
        "not HTML",
    ),
}
NAMELESS, ANOTHER = [], [x509.DNSName("lamp.example")]  # names that certificates are for


def certificate(path: Path, names: list[x509.DNSName]) -> Path:
    """A certificate that its owner signed, and its key."""
    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "lamp")]),
    )
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = (
        made.serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2120, 1, 1, tzinfo=UTC))
    )
    if names:
        made = made.add_extension(x509.SubjectAlternativeName(names), critical=False)
    kinds = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    path.write_bytes(made.sign(key, hashes.SHA256()).public_bytes(kinds[0]) + key.private_bytes(*kinds))
    return path


@contextmanager
def secure(pem: Path) -> Iterator[str]:
    """The host and port of a server with this certificate."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


UNREACHED = {
    "http://nowhere.invalid/mill": "host not found",
    "http://127.0.0.1:9/mill": "connection refused",
}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All pages asked for in one run."""

    def make(folder: Path) -> None:
        pems = [certificate(folder / f"{n}.pem", names) for n, names in enumerate((NAMELESS, ANOTHER))]
        pages = {f"/{name}": answer for name, (answer, _) in PAGES.items()}
        with serve(pages) as site, secure(pems[0]) as nameless, secure(pems[1]) as another:
            https = [site.url.replace("http:", "https:"), f"https://{nameless}", f"https://{another}"]
            secured = [f"{url}/secure-{n}" for n, url in enumerate(https)]
            urls = [*(f"{site.url}/{name}" for name in PAGES), *secured, *UNREACHED]
            allowed = ("-s", f"{site.open[1]},127.0.0.1:9,{nameless},{another}")
            words = ("-a", f"url={','.join(urls)}", *QUICK, *allowed)
            done = scrapy("crawl", "story", *words, db=folder / "c.db")
        (folder / "said").write_text(f"{done.returncode}\n{done.stdout}{done.stderr}")

    return made_once(tmp_path_factory, "answers", make)


def test_each_page_is_a_story_or_a_reject_with_its_reason(folder: Path) -> None:
    store = Store(folder / "c.db")
    rejects = store.rows("SELECT url, reason, detail FROM rejects")
    reasons = {row["url"].rpartition("/")[2]: row["reason"] for row in rejects if "/mill" not in row["url"]}
    assert reasons == {name: why for name, (_, why) in PAGES.items() if why} | {
        f"secure-{n}": "no secure connection" for n in range(3)
    }
    assert {row["url"]: row["reason"] for row in rejects if row["url"] in UNREACHED} == UNREACHED
    known = {row["url"].rpartition("/")[2] for row in store.rows("SELECT url FROM urls")}
    assert known == {name for name, (_, why) in PAGES.items() if not why}
    details = {row["url"].rpartition("/")[2]: row["detail"] for row in rejects}
    assert details["no-http"] == "what came is no answer in HTTP: 'ICY'"
    assert not any("object at 0x" in row["detail"] or "Failure" in row["detail"] for row in rejects)
    left = store.rows("SELECT address FROM ledger WHERE state IN ('queued', 'fetched')")
    assert {row["address"] for row in left} == UNREACHED.keys(), "the next run asks for these again"


def test_the_run_says_so_in_one_line(folder: Path) -> None:
    code, *lines = (folder / "said").read_text().splitlines()
    assert code == "3"
    assert "Traceback" not in str(lines)
    assert lines[-1].startswith(f"story: degraded found={len(PAGES) + 5} ")


@pytest.fixture
def site() -> Iterator[Site]:
    """A server with a feed, a sitemap and a listing of two stories."""
    answers = {f"/2026/{n}": Answer(story_page(f"Mill {n} closes")) for n in range(2)}
    with serve(answers) as site:
        answers["/rss"] = feed(site, list(answers))
        answers["/list"] = Answer("<h2><a href=/2026/0>0</a></h2><h2><a href=/2026/1>1</a></h2>")
        answers["/maps.xml"] = index(site, "/map-1")
        answers["/map-1"] = Answer(leaf(site), headers=XML)
        yield site


def index(site: Site, *paths: str) -> Answer:
    maps = "".join(f"<sitemap><loc>{site.url}{path}</loc></sitemap>" for path in paths)
    return Answer(f"<sitemapindex>{maps}</sitemapindex>", headers=XML)


def leaf(site: Site) -> str:
    return f"<urlset><url><loc>{site.url}/2026/0</loc></url></urlset>"


def troubles(folder: Path) -> list[tuple[str, str]]:
    rows = Store(folder / "c.db").rows("SELECT url, reason FROM rejects ORDER BY id")
    return [(row["url"].rpartition("/")[2], row["reason"]) for row in rows]


# What feeds are answered with, and the reason of the row
FEEDS: list[tuple[Answer, str]] = [
    (moved("/rss-0"), "too many redirects"),
    (
        sent(whole(head=RSS, body=b"<rss><item><link>http://[</link></item></rss>", length=40)),
        "page cut short",
    ),
    (Answer(PAGE), "feed empty"),
    (sent(b"HTTP/1.1 204 No Content\r\n\r\n"), "feed empty"),
    (sent(b"HTTP/1.1 304 Not Modified\r\n\r\n"), "HTTP 304"),
    (sent(whole(head=RSS + b"X: %s\r\n" % (b"a" * 1_000_000))), "page too large"),
]


def test_each_feed_that_names_nothing_is_a_row(site: Site, tmp_path: Path) -> None:
    site.answers |= {f"/rss-{n}": answer for n, (answer, _) in enumerate(FEEDS)}
    rss = str(site.answers["/rss"].body).encode()
    site.answers["/rss-6"] = sent(whole(head=RSS, body=rss, length=9999))  # its end came
    done = run(site, tmp_path, "crawl", "feeds")
    assert done.returncode == 3, done.stderr
    assert sorted(troubles(tmp_path)) == [(f"rss-{n}", reason) for n, (_, reason) in enumerate(FEEDS)]
    assert "feeds: degraded found=2 new=2" in done.stderr
    assert "Traceback" not in done.stderr


def test_odd_sitemaps_are_read_or_told(site: Site, tmp_path: Path) -> None:
    twice = gzip.compress(gzip.compress(leaf(site).replace("/0", "/1").encode()))
    site.answers |= {
        "/rss": Answer("<rss><item><link>/2026/0</link></item></rss>", headers=XML),
        "/list": Answer("<h2><a href=/2026/0>0</a></h2>"),
        "/maps.xml": index(site, *(f"/map-{n}" for n in range(1, 6))),
        "/map-1": Answer(twice, headers={"Content-Type": "application/gzip"}),
        "/map-2": index(site, "/map-2"),
        "/map-3": index(site, "/map-7"),
        "/map-7": index(site, "/map-3"),
        "/map-4": index(site, "/map-4", "/map-5"),
        "/map-5": Answer(leaf(site), headers=XML),
    }
    done = run(site, tmp_path, "crawl", "tide")
    assert done.returncode == 3, done.stderr
    assert "found=2 new=2" in done.stderr, "what is packed twice is read"
    assert sorted(troubles(tmp_path)) == [("map-2", "sitemap empty"), ("map-7", "sitemap empty")]
    assert len(site.paths) == len(set(site.paths))


@pytest.mark.parametrize(
    ("paths", "code"), [(["/robots.txt"], 1), (["/rss", "/map-1"], 3)], ids=["robots", "lists"]
)
def test_a_server_that_drips_is_waited_for_no_longer_than_the_limit(
    site: Site, tmp_path: Path, paths: list[str], code: int
) -> None:
    def drip(file: IO[bytes]) -> None:
        file.write(OK + RSS + b"Content-Length: 100000\r\n\r\n")
        while not site.ended.wait(0.05):
            file.write(b" ")

    site.answers |= {path: Answer(send=drip) for path in paths}
    done = run(site, tmp_path, "crawl", "tide", DOWNLOAD_TIMEOUT="2", ROBOTS_SECONDS="2")
    assert done.returncode == code, done.stderr
    told = troubles(tmp_path)
    assert {reason for _, reason in told} == {"timed out"}
    assert code == 1 or {name for name, _ in told} == {"rss", "map-1"}
    assert "Traceback" not in done.stderr
