"""The archive that crawls write: what the field's own tools take as complete, and as whole after any kill."""

import logging
import re
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from store.warc import captures, read_capture
from store.warc_file import Asked, WarcArchive

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ABOUT = {"software": "Cuttings", "operator": "desk@lamp.example"}
HTML = [("Content-Type", "text/html")]
SENT = Asked("GET", [("User-Agent", "Lamp"), ("Cookie", "secret"), ("Authorization", "secret")], "192.0.2.7")
MILLS = [f"https://lamp.example/mill?n={number}" for number in range(6)]


def told(path: Path) -> list[tuple[str, dict[str, str]]]:
    """The records of a file by another reader: type and headers."""
    with path.open("rb") as file:
        return [(one.rec_type, dict(one.rec_headers.headers)) for one in ArchiveIterator(file)]


def keep(folder: Path, largest: int = 0) -> list[tuple[Path, int]]:
    archive = WarcArchive(folder / "run.warc.gz", ABOUT, largest)
    kept = []
    for url in MILLS:
        offset = archive.keep(url, NOON, 200, HTML, url.encode() * 20, SENT)
        kept.append((archive.path, offset))
    return kept


def test_a_file_says_who_made_it_and_how_each_answer_was_asked_for(tmp_path: Path) -> None:
    keep(tmp_path)
    (_, about), *pairs = told(tmp_path / "run.warc.gz")
    assert about["WARC-Type"] == "warcinfo"
    assert [kind for kind, _ in pairs] == ["response", "request"] * len(MILLS)
    for (_, answer), (_, asked) in zip(pairs[::2], pairs[1::2], strict=True):
        assert asked["WARC-Concurrent-To"] == answer["WARC-Record-ID"] != asked["WARC-Record-ID"]
        assert answer["WARC-IP-Address"] == asked["WARC-IP-Address"] == "192.0.2.7"
        assert answer["WARC-Payload-Digest"].startswith("sha1:")
        assert answer["WARC-Block-Digest"].startswith("sha1:")
    with (tmp_path / "run.warc.gz").open("rb") as file:
        asked_for = next(one for one in ArchiveIterator(file) if one.rec_type == "request").http_headers
    assert asked_for.statusline == "/mill?n=0 HTTP/1.1"
    assert asked_for.headers == [("Host", "lamp.example"), ("User-Agent", "Lamp")]


def test_a_file_that_is_large_is_followed_by_another(tmp_path: Path) -> None:
    kept = keep(tmp_path, 1500)
    files = sorted(tmp_path.iterdir())
    assert len(files) > 1
    assert {path for path, _ in kept} == set(files)
    assert [told(file)[0][0] for file in files] == ["warcinfo"] * len(files)
    assert [read_capture(*place).url for place in kept] == MILLS


def test_cut_at_any_byte_what_is_whole_is_read_and_passes_the_check(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    kept = keep(tmp_path)
    data, cut_file = (tmp_path / "run.warc.gz").read_bytes(), tmp_path / "cut.warc.gz"
    for cut in range(kept[0][1], len(data), 13):
        cut_file.write_bytes(data[:cut])
        with caplog.at_level(logging.CRITICAL):
            whole = [capture.url for capture in captures(cut_file)]
        # An answer of which all is there is whole, whether how it was asked for is there or not
        assert MILLS[: len(whole)] == whole
        assert len(whole) >= sum(offset <= cut for _, offset in kept) - 1


def ends(path: Path) -> dict[int, int]:
    """Where each record of a file starts and ends, by another reader."""
    with path.open("rb") as file:
        found, places = ArchiveIterator(file), {}
        for one in found:
            one.raw_stream.read()
            places[found.get_record_offset()] = found.get_record_offset() + found.get_record_length()
    return places


def test_cut_at_any_byte_the_check_of_others_passes_on_what_is_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(tmp_path)
    data, cut_file = (tmp_path / "run.warc.gz").read_bytes(), tmp_path / "cut.warc.gz"
    places = ends(tmp_path / "run.warc.gz")

    class Words:
        verbose = True
        inputs = (str(cut_file),)

    for cut in range(1, len(data), 37):
        cut_file.write_bytes(data[:cut])
        with suppress(AttributeError):  # warcio 1.8 of an answer that ends in its own head
            Checker(Words).process_all()
        said = capsys.readouterr().out
        passed = {int(place) for place in re.findall(r"offset (\d+) .*\n    (?:digest pass|no digest)", said)}
        assert passed >= {place for place, end in places.items() if end <= cut}, cut


def test_the_check_of_others_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(tmp_path)

    class Words:
        verbose = True
        inputs = (str(tmp_path / "run.warc.gz"),)

    checker = Checker(Words)
    checker.process_all()
    assert checker.exit_value == 0
    assert "digest failed" not in capsys.readouterr().out
