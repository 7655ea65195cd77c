"""Guards: which addresses a crawl may connect to, and a hostile server on 127.0.0.1 that it must survive."""

import gzip
import random
import subprocess
import sys
import zlib
from contextlib import nullcontext
from itertools import pairwise
from pathlib import Path
from time import sleep
from typing import IO

import pytest
from scrapy.http import Response
from scrapy.robotstxt import ProtegoRobotParser

from engine.guard import Guard, is_public
from engine.handler import check_transfer
from engine.robots import ROBOTS_BYTES
from extensions import NotFetched, PageCutError
from store.database import Store
from tests.cost import assert_cheap, measure
from tests.scrapy_process import ROOT, scrapy
from tests.server import Answer, Gate, serve, story_page
from tests.waiting import HANGS, QUICK


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",  # metadata of most clouds
        "100.100.100.200",  # and of another
        "168.63.129.16",
        "0.0.0.0",  # noqa: S104 -- an address to refuse
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00:ec2::254",
        "::ffff:127.0.0.1",
        "::ffff:a9fe:a9fe",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "64:ff9b:1::7f00:1",
        "::7f00:1",
        "::10.0.0.1",
        "::ffff:0:7f00:1",
        "fec0::1",
        "feff::1",
        "3fff::1",
        "3fff:fff::1",
        "2001:db8::1",
        "5f00::1",
        "100:0:0:1::1",
        "2001:0:7f00:1::",
        "192.0.0.8",
        "192.0.0.171",
    ],
)
def test_an_address_inside_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "151.101.0.81", "2a04:4e42::81", "::ffff:8.8.8.8", "2600::", "3ffe::1"]
)
def test_an_address_outside_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "objection"),
    [
        ("https://lamp.example/mill", ""),
        ("http://127.0.0.1:8080/mill", ""),
        ("http://127.0.0.1:8081/mill", "address not public"),
        ("http://127.0.0.1/mill", "address not public"),
        ("http://[::1]/mill", "address not public"),
        ("file:///etc/hostname", "no web address"),
        ("ftp://lamp.example/mill", "no web address"),
        ("http:///mill", "no web address"),
    ],
)
def test_objection(url: str, objection: str) -> None:
    assert Guard(frozenset({"127.0.0.1:8080"})).objection(url) == objection


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def answer(body: bytes, encoding: str = "", *flags: str) -> Response:
    headers = {"Content-Type": "text/html"} | ({"Content-Encoding": encoding} if encoding else {})
    return Response("https://lamp.example/mill", headers=headers, body=body, flags=list(flags))


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, raw_deflate])
def test_what_unpacks_to_too_much_is_found(pack: object) -> None:
    packed = pack(b"x" * 100_000)  # type: ignore[operator]
    encoding = "gzip" if pack is gzip.compress else "deflate"
    with pytest.raises(NotFetched, match="page too large"):
        check_transfer(answer(packed, encoding), 99_999)
    check_transfer(answer(packed, encoding), 100_000)


def test_streams_that_follow_one_another_count_together() -> None:
    with pytest.raises(NotFetched, match="page too large"):
        check_transfer(answer(gzip.compress(b"x" * 1000) * 100, "gzip"), 99_999)
    check_transfer(answer(b"no gzip at all", "gzip"), 1)


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [("", True), ("gzip", True), ("UTF-8", True), ("br", False), ("gzip, gzip", False), ("zstd", False)],
)
def test_only_what_was_asked_for_is_unpacked(encoding: str, expected: bool) -> None:
    with nullcontext() if expected else pytest.raises(NotFetched, match="unknown encoding"):
        check_transfer(answer(b"<p>The mill closed", encoding), 1000)


OPEN = b"<html><body>" + random.Random(1).randbytes(5000)


@pytest.mark.parametrize(
    ("sent", "encoding", "flags"),
    [
        (gzip.compress(OPEN)[:-2000], "gzip", ()),
        (zlib.compress(OPEN)[:-9], "deflate", ()),
        (raw_deflate(OPEN)[:3000], "deflate", ()),
        (OPEN, "", ("partial",)),
    ],
)
def test_a_page_whose_end_did_not_come_is_cut(sent: bytes, encoding: str, flags: tuple[str, ...]) -> None:
    with pytest.raises(PageCutError, match="page cut short"):
        check_transfer(answer(sent, encoding, *flags), 10**6)


def test_a_page_whose_end_came_is_whole_however_its_server_ended_it() -> None:
    whole = OPEN + b"</body></html>"
    check_transfer(answer(gzip.compress(whole)[:-8], "gzip"), 10**6)  # some servers never send the sum
    check_transfer(answer(whole, "", "partial"), 10**6)
    check_transfer(answer(b"<p>never opened", "", "partial"), 10**6)


def bomb(file: IO[bytes]) -> None:
    """10 GiB of zeros in 10 MB."""
    member = gzip.compress(bytes(2**20))
    file.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n")
    for _ in range(10 * 2**10):
        file.write(member)


def drip(file: IO[bytes]) -> None:
    file.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>")
    for _ in range(10 * HANGS):
        file.write(b"and ")
        file.flush()
        sleep(0.1)


def flood(file: IO[bytes]) -> None:
    file.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(10**6):
        file.write(b"X-Header-%d: %s\r\n" % (number, b"x" * 900))


def endless(file: IO[bytes]) -> None:
    """100 MB, without saying so."""
    file.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for _ in range(100):
        file.write(b"<p>more</p>\n" * 87_382)


HOSTILE = {
    "/bomb": Answer(send=bomb),
    "/flood": Answer(send=flood),
    "/endless": Answer(send=endless),
    "/large": Answer(b" " * (11 * 2**20)),
    "/packed": Answer(b"?", headers={"Content-Type": "text/html", "Content-Encoding": "br"}),
    "/round": Answer(status=302, headers={"Location": "/round"}),
    "/file": Answer(status=302, headers={"Location": "file:///etc/hostname"}),
    "/mill": Answer(story_page("Mill closes")),
}
REASONS = {
    "/bomb": "page too large",
    "/flood": "page too large",
    "/endless": "page too large",
    "/large": "page too large",
    "/packed": "unknown encoding",
    "/round": "too many redirects",
    "/file": "HTTP 302",
    "/inside": "address not public",
    "/named": "address not public",
}


def peak_of(*words: str, db: Path) -> int:
    """The peak memory in bytes of the largest process of a crawl."""
    crawl = [sys.executable, "-m", "scrapy", "crawl", *words, "-s", f"CUTTINGS_DB={db}"]
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, *crawl],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=HANGS,
        check=True,
    )
    assert "page too large" in done.stderr
    return int(done.stderr.splitlines()[-1]) * 1024


MEASURE = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
"""


def test_a_hostile_server_costs_a_reject_a_page(tmp_path: Path) -> None:
    with serve({"/": Answer("not for you")}) as inside, serve(dict(HOSTILE)) as site:
        port = inside.url.rpartition(":")[2]
        site.answers["/inside"] = Answer(status=301, headers={"Location": inside.url + "/"})
        site.answers["/named"] = Answer(status=301, headers={"Location": f"http://localhost:{port}/"})
        addresses = ",".join(site.url + path for path in site.answers)
        words = ("-a", f"url={addresses}", *site.open, *QUICK)
        done = scrapy("crawl", "story", *words, db=tmp_path / "c.db")
        assert inside.asked == [], "a port that is not opened is not reached"
    assert "new=1" in done.stderr
    rejects = Store(tmp_path / "c.db").rows("SELECT url, reason FROM rejects")
    assert {row["url"].removeprefix(site.url): row["reason"] for row in rejects} == REASONS
    assert len(rejects) == len(REASONS)
    assert "Traceback" not in done.stderr
    (archive,) = (tmp_path / "archive").glob("*.warc.gz")
    assert archive.stat().st_size < 2**20, "a bomb is not kept"


def test_a_page_that_drips_is_left_when_its_time_is_up(tmp_path: Path) -> None:
    with serve({"/drip": Answer(send=drip)}) as site:
        settings = (*QUICK, "-s", "DOWNLOAD_TIMEOUT=2", *site.open)
        done = scrapy("crawl", "story", "-a", f"url={site.url}/drip", *settings, db=tmp_path / "c.db")
    assert done.returncode == 1
    assert Store(tmp_path / "c.db").rows("SELECT reason FROM rejects") == [{"reason": "timed out"}]


def test_a_bomb_alone_stays_under_150_mb(tmp_path: Path) -> None:
    with serve(dict(HOSTILE)) as site:
        settings = ("-s", "ARCHIVE_DIR=", *site.open, *QUICK)
        peak = peak_of("story", "-a", f"url={site.url}/bomb", *settings, db=tmp_path / "c.db")
    assert peak < 150 * 2**20


def test_a_private_address_is_refused_without_asking(tmp_path: Path) -> None:
    with serve(dict(HOSTILE)) as site:
        done = scrapy("crawl", "story", "-a", f"url={site.url}/mill", *QUICK, db=tmp_path / "c.db")
        assert site.asked == []
    assert done.returncode == 1
    assert "address not public" in done.stderr


def test_a_robots_txt_that_hangs_means_wait(tmp_path: Path) -> None:
    with serve({"/robots.txt": Answer("", gate=Gate()), "/mill": Answer(story_page("Mill closes"))}) as site:
        settings = (*QUICK, "-s", "ROBOTS_SECONDS=1", *site.open)
        done = scrapy("crawl", "story", "-a", f"url={site.url}/mill", *settings, db=tmp_path / "c.db")
        assert site.paths == ["/robots.txt"]
    assert done.returncode == 1
    assert "timed out" in done.stderr


def test_crawl_delay_is_obeyed(tmp_path: Path) -> None:
    robots = Answer("User-agent: *\nCrawl-delay: 2.5", headers={"Content-Type": "text/plain"})
    pages = {f"/{number}": Answer(story_page(f"Mill {number}")) for number in range(2)}
    with serve({"/robots.txt": robots, **pages}) as site:
        addresses = ",".join(site.url + path for path in pages)
        scrapy("crawl", "story", "-a", f"url={addresses}", *QUICK, *site.open, db=tmp_path / "c.db")
        (gap,) = [after - before for before, after in pairwise(site.times[1:])]
    assert gap >= 1.25, "as the server saw it, which a busy machine may have told late of the first"


def test_a_crawl_delay_longer_than_a_run_can_wait_leaves_the_host_alone(tmp_path: Path) -> None:
    robots = Answer("User-agent: *\nCrawl-delay: 1e300", headers={"Content-Type": "text/plain"})
    with serve({"/robots.txt": robots, "/mill": Answer(story_page("Mill closes"))}) as site:
        done = scrapy(
            "crawl", "story", "-a", f"url={site.url}/mill", *QUICK, *site.open, db=tmp_path / "c.db"
        )
        assert site.paths == ["/robots.txt"]
    assert "host left alone" in done.stderr
    assert "1e+300 s between two requests" in done.stderr


@pytest.mark.parametrize("line", ["*a" * 200 + "*b", "*a" * 250_000 + "*b", "*aq*z", "$" * 12, "%zz%é"])
def test_a_robots_txt_made_to_keep_a_crawl_busy_does_not(line: str) -> None:
    rule = f"Disallow: /{line}\n"
    body = ("User-agent: *\n" + rule * (ROBOTS_BYTES // len(rule))).encode()
    url = "https://lamp.example/" + "a" * 2000
    assert ProtegoRobotParser(body, None).allowed(url, "Cuttings")
    assert_cheap(lambda: ProtegoRobotParser(body, None).allowed(url, "Cuttings"), measure, 50)


def test_a_host_that_refuses_is_left_alone_by_this_run_and_the_next(tmp_path: Path) -> None:
    refusing = {f"/{number}": Answer("no", 403) for number in range(9)}
    with serve(refusing) as site:
        addresses = ",".join(site.url + path for path in refusing)
        words = (
            "crawl",
            "story",
            "-a",
            f"url={addresses}",
            *QUICK,
            *site.open,
            "-s",
            "CONCURRENT_REQUESTS=1",
        )
        done = scrapy(*words, db=tmp_path / "c.db")
        asked = len(site.paths)
        assert asked == 1 + 3, "robots.txt, and three refusals"
        scrapy(*words, db=tmp_path / "c.db")
        assert len(site.paths) == asked
    assert done.returncode == 1
    reasons = [row["reason"] for row in Store(tmp_path / "c.db").rows("SELECT reason FROM rejects")]
    assert reasons.count("HTTP 403") == 3
    assert reasons.count("host left alone") >= 6


def test_a_host_that_asks_for_a_moment_gets_it(tmp_path: Path) -> None:
    moments = [Answer("wait", 429, {"Retry-After": "2"}), Answer(story_page("Mill closes"))]
    with serve({"/mill": Answer(queue=moments)}) as site:
        words = ("-a", f"url={site.url}/mill", *QUICK, *site.open, "-s", "RETRY_TIMES=1")
        done = scrapy("crawl", "story", *words, db=tmp_path / "c.db")
        assert site.times[2] - site.times[1] >= 1
    assert "new=1" in done.stderr
