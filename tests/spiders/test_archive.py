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


def wacz(data: bytes, compression: int = zipfile.ZIP_STORED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as zipped:
        zipped.writestr("datapackage.json", "{}")
        zipped.writestr("archive/data.warc.gz", data)
    return file.getvalue()


def arc(number: int) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    return b"https://lamp.example/p%d 1.2.3.4 20260301080000 text/html %d\n" % (number, len(answer)) + answer


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
        with pytest.raises(Exception, match="compressed; unzip it"):
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
