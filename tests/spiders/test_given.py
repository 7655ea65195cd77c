"""Addresses that people give: lists in files of every kind, and what becomes of each address."""

import codecs
import json
import logging
from datetime import UTC, datetime
from pathlib import Path

import pytest
from scrapy.exceptions import UsageError

from runs.verdict import left
from spiders.given import listed, read_list
from spiders.json_list import json_addresses
from store.database import Store
from store.warc_file import WarcArchive
from tests.scrapy_process import scrapy
from tests.server import story_page

MILL, YARD = "https://lamp.example/mill", "https://lamp.example/yard,2026;a"
PLAIN = f"# of today\n\n{MILL}\n   \n{YARD}  # later\r\n"
LISTS = {
    "lines": PLAIN.encode(),
    "lines of Windows": PLAIN.replace("\n", "\r\n").encode(),
    "UTF-8 with a mark": codecs.BOM_UTF8 + PLAIN.encode(),
    "UTF-16 LE with a mark": codecs.BOM_UTF16_LE + PLAIN.encode("utf-16-le"),
    "UTF-16 BE with a mark": codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"),
    "UTF-16 LE": PLAIN.encode("utf-16-le"),
    "UTF-16 BE": PLAIN.encode("utf-16-be"),
    "a comment in Latin-1": b"# caf\xe9\n" + PLAIN.encode(),
    "a head and one column": f"URL\n{MILL}\n{YARD}\n".encode(),
    "CSV": f'title,url,note\nMill closes,{MILL},\n"Yard, full","{YARD}","said ""no"""\n'.encode(),
    "CSV without a head": f'"Mill closes",{MILL}\n"Yard full","{YARD}"\n'.encode(),
    "CSV with a strange head": f'Titel,Fundort\nMill,{MILL}\nYard,"{YARD}"\n'.encode(),
    "semicolons": f'url;title\n{MILL};Mill closes\n"{YARD}";Yard\n'.encode(),
    "tabs": f"title\turl\nMill\t{MILL}\nYard\t{YARD}\n".encode(),
    "tabs, in UTF-16": f"title\turl\r\nMill\t{MILL}\r\nYard\t{YARD}\r\n".encode("utf-16"),
    "comments in CSV": f'# ours\n\nurl,title\n{MILL},Mill\n\n"{YARD}",Yard\n'.encode(),
    "no schemes": b"lamp.example/mill\nlamp.example/yard,2026;a\n",
    "bullets": f"- {MILL}\n * {YARD}\n".encode(),
    "numbers": f"1. {MILL}\n12) {YARD}  # later\n".encode(),
    "two in a line": f"{MILL},{YARD}\n".encode(),
    "a nought": f"{MILL}\0\n{YARD}\n".encode(),
    "two in a line, apart": f"{MILL}, {YARD}\n".encode(),
    "Markdown": f"- [Mill closes]({MILL})\n- [Yard]({YARD}) of today\n".encode(),
    "words beside them": f'{MILL} "Mill closes"\n* Yard: {YARD}\n'.encode(),
    "JSON": json.dumps([MILL, YARD], indent=1).encode(),
    "JSON in a line": json.dumps([MILL, YARD]).encode(),
    "JSON of objects": json.dumps(
        {"stories": 2, "urls": [{"url": MILL, "title": YARD}, {"href": YARD}]}
    ).encode(),
    "JSON lines": "".join(json.dumps({"id": 1, "URL": url}) + "\n" for url in (MILL, YARD)).encode("utf-16"),
    "brackets": f"<{MILL}>\n<{YARD}>\n".encode(),
}


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_of_any_kind_gives_its_addresses(kind: str, tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(LISTS[kind])
    assert read_list(str(tmp_path / "list")) == [MILL, YARD]


@pytest.mark.parametrize(
    "text",
    [f'"{MILL}","{MILL}/2"\n', f'"{MILL}", "{MILL}/2"', f"{MILL} , {MILL}/2\n{MILL}/3", f"{MILL};{MILL}/2"],
)
def test_of_a_table_of_addresses_alone_none_is_dropped(text: str, tmp_path: Path) -> None:
    (tmp_path / "list").write_text(text)
    assert read_list(str(tmp_path / "list")) == [MILL, f"{MILL}/2", f"{MILL}/3"][: text.count("http")]


@pytest.mark.parametrize("text", ["[" * 100_000, "[A](https://lamp.example/mill)", "{", '{"url": 1}\n{', ""])
def test_what_is_no_json_is_left_to_others(text: str) -> None:
    assert json_addresses(text) is None


def test_a_row_without_an_address_and_an_added_scheme_are_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "list").write_text("title,url\nMill,www.lamp.example/mill\nYard,\n")
    with caplog.at_level(logging.WARNING):
        assert read_list(str(tmp_path / "list")) == ["https://www.lamp.example/mill"]
    assert "row 3 of the table has no address: Yard" in caplog.text
    assert "https:// was put before 1 address without it: www.lamp.example/mill" in caplog.text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no address in it"),
        (b"# none\n\n", "no address in it"),
        (b'{"title": "Mill"}', "no address in it"),
        (b"PK\x03\x04...", "save the list as CSV"),
        (bytes(range(256)) * 9, "it is no text"),
        (b"%PDF-1.4\n\x01\x02\x03\n", "it is no text"),
        ("<!DOCTYPE html><p>Ferry".encode("utf-16"), "it is a saved page"),
        ("\ufeff<html><p>Ferry".encode(), "it is a saved page"),
    ],
)
def test_a_file_that_holds_no_list_is_refused(data: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(data)
    with pytest.raises(UsageError, match=said):
        read_list(str(tmp_path / "list"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{MILL},{YARD}", [MILL, YARD]),
        (f"{MILL}, www.lamp.example/a", [MILL, "https://www.lamp.example/a"]),
        (f"{MILL},mailto:desk@lamp.example", [MILL, "mailto:desk@lamp.example"]),
        ("lamp.example", ["https://lamp.example"]),
        ("nonsense", ["nonsense"]),
        ("localhost:80/a", ["localhost:80/a"]),
        (" ", []),
    ],
)
def test_addresses_of_the_command_line(text: str, expected: list[str]) -> None:
    assert listed(text) == expected


def test_a_list_with_a_mark_and_comments_is_read_whole() -> None:
    file = Path(__file__).parents[1] / "cases" / "addresses-bom.txt"
    assert read_list(str(file)) == ["https://lamp.example/a", "https://lamp.example/b"]


SPORT = "https://www.bbc.com/sport/rowing"  # not as the BBC's story addresses are
MOVED = "https://www.bbc.com/news/world-50000001"
REFUSED = {
    "mailto:desk@lamp.example": "no web address",
    "ftp://lamp.example/mill": "no web address",
    "file:///etc/passwd": "no web address",
    "javascript:alert(1)": "no web address",
    "nonsense": "no web address",
    "https://www.bbc.com/news/a-b-c": "not in the archive",
    "https://www.bbc.com": "not in the archive",
    "https://lamp.example/" + "a" * 3000: "address too long",
    "https://lamp.example/none": "HTTP 404",
}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Two stories, and an address that leads to a section."""
    noon, kept = datetime(2026, 3, 1, 12, tzinfo=UTC), WarcArchive(tmp_path / "kept.warc.gz")
    html = [("Content-Type", "text/html; charset=utf-8")]
    for url in (MILL, SPORT):
        kept.keep(url, noon, 200, html, story_page("Mill closes").encode())
    kept.keep(MOVED, noon, 301, [("Location", "https://www.bbc.com/news")], b"")
    kept.keep("https://www.bbc.com/news", noon, 200, html, story_page("News").encode())
    kept.keep("https://lamp.example/none", noon, 404, html, b"")
    return kept.path


def test_an_address_given_is_fetched_or_rejected_with_a_reason(tmp_path: Path, archive: Path) -> None:
    (tmp_path / "list").write_text("\n".join([*REFUSED, MILL, f"{MILL}#top", SPORT, MOVED]))
    db = tmp_path / "c.db"
    replay = ["-s", f"REPLAY={archive}", "-s", f"CUTTINGS_DB={db}"]
    given = ["crawl", "story", *replay, "-a"]
    done = scrapy(*given, f"file={tmp_path / 'list'}")
    limited = scrapy(*given, f"url={SPORT}/2,{MILL}/2", "-a", "limit=1")
    late = scrapy(*given, f"url={MILL}", "-a", "since=2026-03-02", "-s", f"CUTTINGS_DB={tmp_path / 'd.db'}")
    shown = scrapy("story", SPORT, f"{SPORT}/2", *replay)
    store = Store(db)
    rejects = {row["url"]: row["reason"] for row in store.rows("SELECT url, reason FROM rejects ORDER BY id")}
    led = {"https://www.bbc.com/news": "led to a page that is no story"}
    later = {f"{SPORT}/2": "not in the archive", f"{MILL}/2": "beyond the limit"}
    assert rejects == REFUSED | led | later
    assert {row["url"] for row in store.rows("SELECT url FROM stories")} == {MILL, SPORT}
    (early,) = Store(tmp_path / "d.db").rows("SELECT url, reason FROM rejects")
    assert early == {"url": MILL, "reason": "out of range"}
    assert [left(run) for run in store.rows("SELECT * FROM runs")] == [0, 0]
    assert "/mill#top is given more than once" in done.stderr
    assert "Mill closes" in shown.stdout
    assert f"{SPORT}/2: not in the archive" in shown.stderr
    assert [one.returncode for one in (done, limited, late, shown)] == [3, 1, 1, 1]
