"""WARC files of others: what is broken in one record costs that record."""

import gzip
import logging
import random
from datetime import UTC, datetime
from pathlib import Path

import brotli
import pytest

from store.warc import ArchiveError, as_of, captures, newest, read_capture
from store.warc_file import WarcArchive
from tests.spiders import archives

ADDRESS = "https://lamp.example/mill"
MILL = b"<p>The mill closed on Monday, and nobody was told.</p>" * 40


def record(
    payload: bytes = MILL, date: str = "2026-03-01T08:00:00Z", status: str = "200 OK", headers: str = ""
) -> bytes:
    """A response record as another tool writes it, a gzip member of its own."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\n{headers}\r\n".encode() + payload
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {ADDRESS}\r\nWARC-Date: {date}\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + answer + b"\r\n\r\n")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "foreign.warc.gz"


def test_a_capture_has_its_payload_and_the_byte_where_its_record_starts(path: Path) -> None:
    archive, noon = WarcArchive(path), datetime(2026, 3, 1, 12, tzinfo=UTC)
    kept = [(archive.keep(ADDRESS, noon, 200, [], text), text) for text in (b"one", b"two")]
    assert [(capture.offset, capture.payload) for capture in captures(path)] == kept
    assert [read_capture(path, offset).payload for offset, _ in kept] == [b"one", b"two"]


@pytest.mark.parametrize(
    ("headers", "sent"),
    [
        ("", MILL),
        ("Content-Encoding: gzip\r\n", gzip.compress(MILL)),
        ("Content-Encoding: br\r\n", brotli.compress(MILL)),
        ("Content-Encoding: br\r\n", MILL),
        ("Content-Encoding: gzip\r\n", MILL),
        ("Content-Encoding: br\r\nTransfer-Encoding: chunked\r\n", b"%x\r\n%s\r\n0\r\n\r\n"),
    ],
)
def test_a_payload_is_unpacked_as_its_headers_say(path: Path, headers: str, sent: bytes) -> None:
    packed = brotli.compress(MILL)
    path.write_bytes(record(sent % (len(packed), packed) if b"%x" in sent else sent, headers=headers))
    assert [capture.payload for capture in captures(path)] == [MILL]


@pytest.mark.parametrize(
    "broken",
    [
        record(date="yesterday"),
        record(date=""),
        record(date="0001-01-01T00:00:00+14:00"),
        record(status="many thanks"),
    ],
)
def test_a_record_without_a_time_or_a_status_costs_itself_and_is_told(
    path: Path, broken: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path.write_bytes(record() + broken + record())
    with caplog.at_level(logging.WARNING):
        assert [capture.payload for capture in captures(path)] == [MILL, MILL]
    assert f"the record at byte {len(record())} is left out" in caplog.text
    with pytest.raises(ArchiveError, match="no capture of a known time and status"):
        read_capture(path, len(record()))


def test_what_is_no_record_is_told_and_reading_goes_on_behind_it(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path.write_bytes(record() + gzip.compress(b"no record\r\n\r\n") + record())
    with caplog.at_level(logging.WARNING):
        assert len(list(captures(path))) == 2
    assert f"record 2, at byte {len(record())}: no record begins there; reading goes on" in caplog.text


def test_the_newest_capture_is_the_one_of_the_time_asked_for(path: Path) -> None:
    path.write_bytes(b"".join(record(date=f"2026-03-0{day}T08:00:00Z") for day in (2, 1, 3)))
    found = list(captures(path))
    assert (newest(found) or found[0]).fetched.day == 3
    assert (newest(found, datetime(2026, 3, 2, 9, tzinfo=UTC)) or found[1]).fetched.day == 2
    assert newest(found, datetime(2026, 2, 1, tzinfo=UTC)) is None


def cuts(whole: bytes, last: int) -> dict[str, bytes]:
    """A file of several records, cut at places of its last one, which begins at `last`."""
    rest = len(whole) - last
    places = {"after 1 byte": last + 1, "in its head": last + rest // 5, "in its midst": last + rest // 2}
    return {name: whole[:place] for name, place in places.items()} | {"before its end": whole[:-9]}


PLAIN = [gzip.decompress(record(text)) for text in (b"one", MILL)]
PACKED = [record(text) for text in (b"one", MILL)]
CUT = {
    f"{kind} {name}": text
    for kind, (first, last) in (("plain", PLAIN), ("packed", PACKED))
    for name, text in cuts(first + last, len(first)).items()
}


@pytest.mark.parametrize("name", CUT)
def test_of_a_file_cut_short_the_whole_records_are_read_and_the_cut_is_told(path: Path, name: str) -> None:
    path.write_bytes(CUT[name])
    told: list[str] = []
    assert [capture.payload for capture in captures(path, told.append)] == [b"one"]
    assert len(told) == 1
    assert str(path) in told[0]


@pytest.mark.parametrize("both", [PLAIN, PACKED], ids=["plain", "packed"])
def test_of_a_whole_file_nothing_is_told(path: Path, both: list[bytes]) -> None:
    path.write_bytes(b"".join(both))
    told: list[str] = []
    assert [capture.payload for capture in captures(path, told.append)] == [b"one", MILL]
    assert not told


def test_of_a_damaged_member_nothing_is_kept_and_reading_goes_on_behind_it(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    noise = random.Random(1).randbytes(200_000)
    last = bytearray(record(noise))
    last[100_000:100_100] = bytes(100)
    path.write_bytes(record(b"one") + last + record(b"three"))
    told: list[str] = []
    assert [capture.payload for capture in captures(path, told.append)] == [b"one", b"three"]
    assert len(told) == 1
    assert not capfd.readouterr().err


@pytest.mark.parametrize("text", ["2026-11-01", "2026-11-01T00:00", "2026-11-01T02:00:00+02:00"])
def test_a_time_without_a_zone_is_utc(text: str) -> None:
    assert as_of(text) == datetime(2026, 11, 1, tzinfo=UTC)


def test_an_address_with_a_blank_is_read_and_no_log_shows_it_as_it_stands(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path.write_bytes(archives.record(0).replace(b"/p0", "/p \u202e0".encode()))
    assert [capture.url for capture in captures(path)] == ["https://lamp.example/p%20\u202e0"]
    assert not caplog.records
