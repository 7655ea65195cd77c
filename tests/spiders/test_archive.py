"""The archives of others: what is cut or damaged in one costs that alone, is told, and reading goes on behind it."""

import gzip
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from evidence.captures import members_at
from store.capture import moment_of
from store.database import Store
from store.warc import captures, read_capture
from tests.cost import assert_linear
from tests.once import made_once
from tests.scrapy_process import scrapy
from tests.spiders.archives import ASKED, CUT, DATES, FILES, INFO, packed, packed_as_a_whole, record
from tests.stories.test_mhtml import PICTURE, SAVED, mhtml
from tests.world import World

CASES = Path(__file__).parents[1] / "cases"
STARTS = ("cut", "damaged", "no-", "story", "whole", "zstd")
CRAWLED = [name for name in FILES if FILES[name][3]] + ["kinds", "other types", "pairs"]
OTHERS = [path.name for path in CASES.glob("*.warc*") if path.name.startswith(STARTS)]


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
        for number, name in enumerate(CRAWLED):
            file, data, *_ = FILES[name]
            (archives / f"{number:02}-{file}").write_bytes(data)
        done = World(folder).read(archives)
        assert done.returncode == 3, done.stderr

    return World(made_once(tmp_path_factory, "others", make))


def test_one_crawl_reads_them_all_and_tells_what_it_could_not(read: World) -> None:
    told = read.rows("SELECT url, reason, detail FROM rejects")
    troubled = {Path(row["url"]).name for row in told if row["reason"].startswith("archive")}
    expected = {f"{n:02}-{FILES[name][0]}" for n, name in enumerate(CRAWLED) if FILES[name][3]}
    cases = {"no-target-uri.warc.gz", "damaged-second.warc.gz", "cut.warc"}
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


def test_a_file_packed_as_a_whole_is_proof_as_any_other(tmp_path: Path) -> None:
    path = tmp_path / "whole.warc.gz"
    path.write_bytes(packed_as_a_whole(3))
    world = World(tmp_path)
    assert world.read(path).returncode == 0
    pages = world.rows("SELECT url, offset FROM pages ORDER BY offset DESC")
    assert [row["url"][-2:] for row in pages] == ["p0", "p1", "p2"]
    text = gzip.decompress(path.read_bytes())
    assert all(text[-1 - row["offset"] :].startswith(b"WARC/1.1\r\n") for row in pages)
    again = scrapy("reread", db=tmp_path / "c.db")
    assert again.returncode == 0, again.stderr
    kept = [member for row in pages for member in members_at(path, row["offset"])]
    assert [member.head.get_header("WARC-Target-URI") for member in kept] == [row["url"] for row in pages]
    assert [len(members_at(path, 0)), members_at(path, 0)[0].data] == [1, kept[0].data]


def test_what_a_record_of_a_whole_costs_does_not_grow_with_the_file(tmp_path: Path) -> None:
    def read(many: int) -> None:
        path = tmp_path / f"{many}.warc.gz"
        if not path.exists():
            path.write_bytes(packed_as_a_whole(many))
        for capture in captures(path):
            read_capture(path, capture.offset)

    assert_linear(read, 60)


def test_a_whole_that_there_is_no_room_for_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "whole.warc.gz"
    told: list[str] = []
    for number, (name, value) in enumerate({"ALWAYS": 2000, "TIMES": 0}.items()):
        monkeypatch.setattr(f"store.unpacked.{name}", value)
        path.write_bytes(packed(INFO) + packed_as_a_whole(3 + number))
        assert len(list(captures(path, told.append))) == (3 if not number else 0)
    assert "unpacks to more than 2000 bytes" in told[0]
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "none"))
    path.write_bytes(packed(INFO) + packed_as_a_whole(9))
    assert not list(captures(path, told.append))
    assert f"no room for it in {tmp_path / 'none'} (TMPDIR)" in told[-1]
