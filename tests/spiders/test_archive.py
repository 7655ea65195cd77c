"""The archives of others: what is cut or damaged in one costs that alone, is told, and reading goes on behind it."""

import gzip
import io
import random
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from store.database import Store
from store.warc import captures, moment_of, read_capture
from tests.once import made_once
from tests.scrapy_process import scrapy
from tests.server import story_page
from tests.stories.test_mhtml import PICTURE, SAVED, mhtml
from tests.world import World

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

CASES = Path(__file__).parents[1] / "cases"
PAGE = story_page("Mill closes").encode()


def record(
    number: int,
    payload: bytes = PAGE,
    kind: str = "text/html",
    status: str = "200 OK",
    http: str = "",
    warc: str = "",
    date: str = "2026-03-01T08:00:00Z",
    length: int = 0,
) -> bytes:
    """A response record, or a resource record where it has no status."""
    block = (f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{http}\r\n".encode() if status else b"") + payload
    head = {
        "WARC-Type": "response" if status else "resource",
        "WARC-Target-URI": f"https://lamp.example/p{number}",
        "WARC-Date": date,
        "Content-Type": "application/http; msgtype=response" if status else kind,
        "Content-Length": str(length or len(block)),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return f"WARC/1.1\r\n{lines}{warc}\r\n".encode() + block + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    return b"".join(map(gzip.compress, records))


def wacz(data: bytes, compression: int = zipfile.ZIP_STORED, name: str = "archive/data.warc.gz") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as zipped:
        zipped.writestr("datapackage.json", "{}")
        zipped.writestr(name, data)
    return file.getvalue()


def arc(number: int) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    return b"https://lamp.example/p%d 1.2.3.4 20260301080000 text/html %d\n" % (number, len(answer)) + answer


def with_extra(data: bytes) -> bytes:
    """A gzip member whose head has an extra field, a name and a comment (RFC 1952, 2.3)."""
    member = gzip.compress(data, mtime=0)
    extra = b"sl\x08\0" + len(data).to_bytes(8, "little")
    head = member[:3] + b"\x1c" + member[4:10] + len(extra).to_bytes(2, "little") + extra
    return head + b"p.warc\0" + b"a comment\0" + member[10:]


def with_dictionary(*records: bytes, packed_itself: bool = False, damaged: bool = False) -> bytes:
    """A `.warc.zst`: frames with a dictionary, which lies in a frame of its own at the start."""
    samples = [record(n, PAGE + b"<!-- %d -->" % n) for n in range(40)]
    words = zstd.train_dict(samples, 4096)
    kept = words.dict_content[:8] + bytes(200) if damaged else words.dict_content
    content = zstd.compress(kept) if packed_itself else kept
    start = b"\x5d\x2a\x4d\x18" + len(content).to_bytes(4, "little") + content
    return start + b"".join(zstd.compress(one, zstd_dict=words) for one in records)


def chunked(payload: bytes) -> bytes:
    """A body as it was sent: in chunks, one with an extension, and a trailer."""
    first, second = payload[:500], payload[500:]
    parts = (b"%x;a=b\r\n%s\r\n" % (len(first), first), b"%X\r\n%s\r\n" % (len(second), second))
    return b"".join(parts) + b"0\r\nX-Sum: 1\r\n\r\n"


def other(
    kind: str, number: int = 8, more: str = "", content: str = "text/plain", block: bytes = b"x"
) -> bytes:
    """A record that is no answer."""
    head = f"WARC-Type: {kind}\r\nWARC-Target-URI: https://lamp.example/p{number}\r\n{more}"
    head += f"WARC-Date: 2026-03-01T08:00:00Z\r\nContent-Type: {content}\r\nContent-Length: {len(block)}"
    return f"WARC/1.1\r\n{head}\r\n\r\n".encode() + block + b"\r\n\r\n"


def revisit(number: int, more: str, media: str = "text/html") -> bytes:
    block = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\n\r\n".encode()
    return other("revisit", number, more, "application/http; msgtype=response", block)


def unbracketed(text: bytes) -> bytes:
    return text.replace(b"WARC/1.1\r\n", b"WARC/1.1\r\nWARC-Record-ID: urn:uuid:1\r\n")


def with_line_feeds(text: bytes) -> bytes:
    head, _, block = text.partition(b"\r\n\r\n")
    return head.replace(b"\r\n", b"\n") + b"\n\n" + block


SUM, REFERS = (
    "WARC-Payload-Digest: sha1:{}\r\n",
    "WARC-Refers-To-Target-URI: {}\r\nWARC-Refers-To-Date: {}\r\n",
)
ASKED = other("request", 0, content="application/http; msgtype=request", block=b"GET / HTTP/1.1\r\n\r\n")
REVISITS = [
    revisit(6, SUM.format("A")),  # what has this digest comes behind it
    revisit(7, REFERS.format("https://lamp.example/p0", "2026-03-01T08:00:00Z")),
    revisit(8, SUM.format("B") + REFERS.format("https://lamp.example/p0", "2025-03-01T08:00:00Z")),
    revisit(9, ""),
    revisit(9, "", "image/png"),
    other("revisit", 4).replace(b"https://lamp.example", b"http://["),
]
SIDE = [
    *(ASKED, other("metadata"), *REVISITS, record(0, warc=SUM.format("A"))),
    *(other("conversion"), other("conversion", 7), other("conversion", 6, content="image/png")),
    *(
        other("continuation", 5),
        other("new", 5),
        other("re sponse", content="application/http").replace(b"URI", b"U"),
    ),
]
NOISE = random.Random(1).randbytes(3000)
ARC_HEAD = b"filedesc://x.arc 0.0.0.0 20260301080000 text/plain 20\n1 0 Lamp\nURL IP Len\n\n"
DATES = ("2026", "2026-03", "2026-03-01T08:00Z", "2026-03-01", "2026-03-01T00:00:00.000000001Z")
THREE = [record(0), record(1), record(2)]
# What a file holds, the numbers of the pages that are read of it, and whether something of it is told
FILES: dict[str, tuple[str, bytes, list[int], bool]] = {
    "plain": ("x.warc", b"".join(THREE), [0, 1, 2], False),
    "packed": ("x.warc.gz", packed(*THREE), [0, 1, 2], False),
    "zstd": ("x.warc.zst", b"".join(map(zstd.compress, THREE)), [0, 1, 2], False),
    "zip": ("x.wacz", wacz(packed(*THREE)), [0, 1, 2], False),
    "zip packed again": ("x.wacz", wacz(packed(*THREE), zipfile.ZIP_DEFLATED), [], True),
    "zip in a zip": ("x.wacz", wacz(wacz(packed(*THREE)), name="a.wacz"), [0, 1, 2], False),
    "zip in a zip in a zip": ("x.wacz", wacz(wacz(wacz(b""), name="a.wacz"), name="b.wacz"), [], True),
    "extra fields": ("x.warc.gz", b"".join(map(with_extra, THREE)), [0, 1, 2], False),
    "dictionary": ("x.warc.zst", with_dictionary(*THREE), [0, 1, 2], False),
    "dictionary packed": ("x.warc.zst", with_dictionary(*THREE, packed_itself=True), [0, 1, 2], False),
    "chunks": ("x.warc", record(0, chunked(PAGE), http="Transfer-Encoding: chunked\r\n"), [0], False),
    "no brackets": ("x.warc.gz", packed(*map(unbracketed, THREE)), [0, 1, 2], False),
    "other types": ("x.warc.gz", packed(*SIDE), [0], False),
    "line feeds": ("x.warc", b"".join(map(with_line_feeds, THREE)), [0, 1, 2], False),
    "an address that is none": ("x.warc", record(0) + record(1).replace(b"https:", b"ht\xe2\x80\x8btps:"), [0], True),
    "an address cut": ("x.warc", record(0) + record(1).replace(b"https://", b"https:/\xc3\xa9"), [0], True),
    "both cut": ("x.warc", record(0) + record(1).replace(b"s://", b"").replace(b"n/http", b"n"), [0], True),
    "a head cut": ("x.warc", record(0)[:60] + b"".join(THREE[1:]), [1, 2], True),
    "a head of noise": ("x.warc", record(0) + record(1).replace(b".example", b"\x02\x1b" * 9) + record(2), [0, 2], True),
    "a head cut in a line": ("x.warc", record(0) + record(1)[:19] + b"\r\n" + record(2), [0, 2], True),
    "a look-up": ("x.warc", record(0) + other("response", content="text/dns").replace(b"https:", b"dns:"), [0], False),
    "a dictionary that is none": ("x.warc.zst", with_dictionary(*THREE, damaged=True) + packed(record(2)), [2], True),
    "arc": ("x.arc", b"\n".join([arc(0), arc(1)]), [0, 1], False),
    "arc packed": ("x.arc.gz", packed(ARC_HEAD, arc(0) + b"\n", arc(1)), [0, 1], False),
    "shorter than its length": ("x.warc", record(0) + record(1, length=9000)[:-900] + record(2), [0, 2], True),
    "no length": ("x.warc", record(0) + record(1).replace(b"Content-Length", b"X-Length") + record(2), [0, 2], True),
    "noise between": ("x.warc.gz", packed(record(0)) + NOISE + packed(record(2)), [0, 2], True),
    "noise before": ("x.warc.gz", NOISE + packed(record(0)), [0], True),
    "a member cut": ("x.warc.gz", packed(record(0), record(1))[:-40] + packed(record(2)), [0, 2], True),
    "frames cut": ("x.warc.zst", zstd.compress(record(0))[:-40] + zstd.compress(record(2)), [2], True),
    "packed as a whole": ("x.warc.gz", gzip.compress(b"".join(THREE)), [0], True),
    "dates": ("x.warc", b"".join(record(n, date=DATES[n]) for n in range(3)), [0, 1, 2], False),
    "kinds": (
        "x.warc",
        record(0, kind="Text/HTML")
        + record(1, status="203 Changed")
        + record(2, status="")
        + record(3, kind="image/png")
        + record(4, brotli.compress(PAGE), http="Content-Encoding: br\r\n"),
        [0, 1, 2, 3, 4],
        False,
    ),
}  # fmt: skip
STARTS = ("cut", "damaged", "no-", "story", "whole", "zstd")
OTHERS = [path.name for path in CASES.glob("*.warc*") if path.name.startswith(STARTS)]
# Records of pages that were cut in transfer
CUT = {
    "brotli": record(0, brotli.compress(PAGE)[:-40], http="Content-Encoding: br\r\n"),
    "gzip": record(1, gzip.compress(PAGE)[:-60], http="Content-Encoding: gzip\r\n"),
    "zstd": record(2, zstd.compress(PAGE)[:-40], http="Content-Encoding: zstd\r\n"),
    "length": record(3, PAGE[:800], http="Content-Length: 90000\r\n"),
    "chunks": record(4, b"%x\r\n%s" % (len(PAGE), PAGE[:800]), http="Transfer-Encoding: chunked\r\n"),
    "closed": record(5, PAGE[:800], http="Connection: close\r\n"),
    "told": record(6, warc="WARC-Truncated: length\r\n"),
    "segment": record(7, warc="WARC-Segment-Number: 1\r\n"),
    "part": record(8, status="206 Partial Content"),
}


@pytest.mark.parametrize("name", FILES)
def test_of_any_archive_what_is_whole_is_read_and_the_rest_is_told(tmp_path: Path, name: str) -> None:
    file, data, expected, is_told = FILES[name]
    path = tmp_path / file
    path.write_bytes(data)
    told: list[str] = []
    read: Callable[[], list[int]] = lambda: [int(one.url[-1]) for one in captures(path, told.append)]  # noqa: E731
    if not expected:
        with pytest.raises(Exception, match="packed once more; unzip it"):
            read()
        return
    assert read() == expected
    assert bool(told) is is_told, told
    for capture in captures(path, told.append):
        assert read_capture(path, capture.offset) == capture


@pytest.mark.parametrize("name", CUT)
def test_of_a_page_cut_in_transfer_the_cut_is_known(tmp_path: Path, name: str) -> None:
    path = tmp_path / "x.warc.gz"
    path.write_bytes(packed(CUT[name]))
    (capture,) = captures(path)
    assert capture.cut or capture.status == 206


@pytest.mark.parametrize("text", DATES)
def test_a_date_may_be_as_short_as_the_standard_allows(text: str) -> None:
    assert moment_of(text).isoformat()[:10] in ("2026-01-01", "2026-03-01")


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> World:
    """All files of this module, read in one crawl."""

    def make(folder: Path) -> None:
        archives = folder / "archives"
        archives.mkdir()
        for name in OTHERS:
            shutil.copy(CASES / name, archives)
        (archives / "cuts.warc.gz").write_bytes(packed(*CUT.values()))
        for number, name in enumerate(FILES):
            file, data, *_ = FILES[name]
            (archives / f"{number:02}-{file}").write_bytes(data)
        done = World(folder).read(archives)
        assert done.returncode == 3, done.stderr

    return World(made_once(tmp_path_factory, "others", make))


def test_one_crawl_reads_them_all_and_tells_what_it_could_not(read: World) -> None:
    told = read.rows("SELECT url, reason, detail FROM rejects")
    troubled = {Path(row["url"]).name for row in told if row["reason"].startswith("archive")}
    expected = {f"{n:02}-{FILES[name][0]}" for n, name in enumerate(FILES) if FILES[name][3]}
    cases = {"no-target-uri.warc.gz", "damaged-second.warc.gz", "whole-gzip.warc.gz", "cut.warc"}
    assert troubled == expected | cases
    cut = [row for row in told if row["reason"] == "page cut short"]
    assert len(cut) == len(CUT) + 1
    kept = (
        "SELECT count(*) AS n FROM versions JOIN urls USING (story) WHERE url = 'https://lamp.example/mill'"
    )
    assert read.rows(kept) == [{"n": 1}], "a half page is no version"
    urls = {row["url"].rsplit("/")[-1] for row in read.rows("SELECT url FROM urls")}
    assert {"good-1", "good-2", "good-3", "zstd", "mill", "p0", "p1", "p2", "p4"} <= urls
    assert "p5" not in urls


def test_what_stands_for_a_page_and_holds_none_is_told(read: World) -> None:
    told = read.rows("SELECT url, detail FROM rejects WHERE reason LIKE '%without its page' ORDER BY url")
    assert [(row["url"][-2:], row["detail"].rpartition(": ")[2]) for row in told] == [
        ("p4", "it does not say"),
        ("p8", "https://lamp.example/p0 2025-03-01T08:00:00Z"),
        ("p9", "it does not say"),
    ]
    told = read.rows("SELECT url, detail FROM rejects WHERE reason = 'records left out' ORDER BY detail")
    assert [row["detail"].partition(",")[0] for row in told] == [
        "1 of WARC-Type continuation",
        "1 of WARC-Type new",
        "1 of WARC-Type re sponse",
        "2 of WARC-Type conversion",
    ]
    assert all(row["url"].endswith("x.warc.gz") for row in told)


def test_a_file_without_a_page_says_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "x.warc"
    path.write_bytes(ASKED + record(0, kind="application/json") + record(1, status="404 Not Found"))
    done = World(tmp_path).read(path)
    assert done.returncode == 1, done.stderr
    (told,) = World(tmp_path).rows("SELECT * FROM rejects")
    assert told["detail"] == "1 HTTP 200 application/json, 1 HTTP 404 text/html"
    assert f"no page in the archive: {path}" in done.stderr


TEXT = (
    "The mill closes\n\n"
    "The mill closed on Monday, and the looms of hall 1 stood still all day, while the yard was full by noon.\n\n"
    '"Nobody asked us before the gates were shut," said Lena Ruiz, a spinner who has worked there for thirty years.\n\n'
    "Its owner gave no reason for the closing, and the town will decide in May what becomes of the hall and the yard."
)


def test_plain_text_and_saved_pages_are_read_and_what_holds_no_story_is_told(tmp_path: Path) -> None:
    related = 'multipart/related; type="text/html"; boundary="--b1"'
    records = [
        record(0, TEXT.encode(), "text/plain; charset=utf-8"),
        record(1, SAVED["Blink"], "multipart/related"),
        record(2, SAVED["as an answer"], related),
        record(3, SAVED["base64"], "message/rfc822", status=""),
        record(4, b"0 1 2\n3 4 5\n", "text/plain"),
        record(5, mhtml(PICTURE), "multipart/related"),
        record(6, b"User-agent: *\n", "text/plain").replace(b"/p6", b"/robots.txt"),
        record(7, b'{"mill": 1}', "application/json"),
    ]
    (tmp_path / "x.warc").write_bytes(b"".join(records))
    done = scrapy("crawl", "archive", "-a", f"path={tmp_path / 'x.warc'}", db=tmp_path / "c.db")
    store = Store(tmp_path / "c.db")
    stories = {
        row["url"]: row["title"]
        for row in store.rows("SELECT urls.url, title FROM urls JOIN stories ON id = story")
    }
    assert stories == {
        f"https://lamp.example/p{n}": "Mühle closes" if n else "The mill closes" for n in range(4)
    }
    rejects = {row["url"]: row for row in store.rows("SELECT * FROM rejects")}
    assert set(rejects) == {"https://lamp.example/p4", "https://lamp.example/p5"}
    assert rejects["https://lamp.example/p5"]["detail"] == "a saved page (MHTML) without a whole page in it"
    assert all(row["reason"] and row["page"] for row in rejects.values())
    assert done.returncode == 0, done.stderr
    again = scrapy("reread", db=tmp_path / "c.db")
    assert "unchanged=" in again.stderr
    assert again.returncode == 0, again.stderr
