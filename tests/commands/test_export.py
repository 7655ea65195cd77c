"""`export`: what is held, as others' programs read it."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import rispy
from pyarrow import parquet

from desk import writers
from desk.exports import EXPORTED, NUMBERS
from desk.references import csl, issued
from tests.desk import Desk
from tests.making import BODY
from tests.once import made_once
from tests.sample import crawl_sample
from tests.scrapy_process import ROOT, Done, scrapy

EXTRA = ("datasette", "jinja2", "uvicorn", "httpx", "openpyxl", "pyarrow", "rispy")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "sample", crawl_sample) / "sample.db"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Two stories, one of which is as hostile as a record can be."""
    desk = Desk(tmp_path / "c.db")
    desk.story()
    desk.story(
        url="https://lamp.example/2",
        title="=1+1",
        body=BODY.replace("mill", "quarry") + " It rained for a week.",
    )
    hostile = {"authors": '["=cmd", "Ida\\u0001 Moss"]', "description": "a\x08b\x1b[31m", "language": "en"}
    desk.store.change("stories", 2, hostile)
    desk.store.close()
    return tmp_path / "c.db"


def exported(db: Path, *words: str) -> Done:
    done = scrapy("export", *words, db=db)
    assert done.returncode == 0, done.stderr
    return done


def lines(done: Done) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_what_the_extra_brings_is_needed_by_nothing_else(sample: Path) -> None:
    absent = "; ".join(f"sys.modules[{name!r}] = None" for name in EXTRA)
    code = f"import sys; {absent}; from scrapy.cmdline import execute; execute(['scrapy', *sys.argv[1:]])"
    words = ("export", "stories", "-s", f"CUTTINGS_DB={sample}")
    done = subprocess.run(
        [sys.executable, "-c", code, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Mara Dunn" in done.stdout


@pytest.mark.parametrize("name", EXPORTED)
def test_all_rows_are_there_in_every_format(sample: Path, tmp_path: Path, name: str) -> None:
    rows = lines(exported(sample, name, "--format", "ndjson"))
    assert rows
    file = tmp_path / f"{name}.xlsx"
    assert (
        f"{len(rows)} {name} in {file}"
        in exported(sample, name, "--format", "parquet", "-o", str(file)).stderr
    )
    assert parquet.read_table(file).to_pylist() == rows
    exported(sample, name, "--format", "xlsx", "-o", str(file))
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    names, *cells = sheet.iter_rows(values_only=True)
    assert names == tuple(rows[0])
    assert len(cells) == len(rows)
    table = list(
        csv.DictReader(io.StringIO(exported(sample, name).stdout.removeprefix("\ufeff"), newline=""))
    )
    assert [row["title"] for row in table] == [row["title"] for row in rows]
    numbers = [column for column in names if column in NUMBERS]
    assert [row[column] for row in rows for column in numbers] == [
        value for row in cells for column, value in zip(names, row, strict=True) if column in numbers
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["stories", "--since", "2026-10-05"], "3 stories"),
        (["stories", "--outlet", "guardian", "--until", "2024-12-31"], "1 story"),
        (["stories", "--about", "meridian"], "1 story"),
        (["stories", "--words", "passport OR wages -tea"], "6 stories"),
        (["quotes", "--about", "Meridian Catch"], "17 quotes"),
        (["entries", "--about", "catch"], "1 entry"),
        (["changes", "--since", "2026-11-02"], "7 changes"),
        (["changes", "--since", "2026-11-03"], "0 changes"),
    ],
)
def test_an_export_can_be_cut_down(sample: Path, words: list[str], told: str) -> None:
    done = exported(sample, *words, "--format", "ndjson")
    assert len(done.stdout.splitlines()) == int(told.split()[0])
    assert done.stderr.strip() == told


def test_a_story_has_its_text_and_its_proof(sample: Path) -> None:
    (row,) = lines(exported(sample, "stories", "--about", "meridian", "--format", "ndjson"))
    assert row["body"].startswith("Men rescued from four squid boats")
    assert row["authors"] == ["Mara Dunn"]
    assert row["archive"].endswith("sample.warc.gz")
    assert len(row["sha256"]) == 64


def test_ris_is_what_zotero_takes(sample: Path) -> None:
    done = exported(sample, "stories", "--about", "meridian", "--format", "ris")
    (story,) = rispy.loads(done.stdout)
    assert story["type_of_reference"] == "NEWS"
    assert story["authors"] == ["Mara Dunn"]
    assert story["secondary_title"] == "BBC"
    assert story["date"] == "2026/10/28"
    assert story["urls"] == ["https://www.bbc.com/news/articles/c0sample004o"]
    assert "sha256" in story["notes"][0]
    (entry,) = rispy.loads(exported(sample, "entries", "--about", "meridian", "--format", "ris").stdout)
    assert entry["type_of_reference"] == "ELEC"
    assert "1 of 6 passages are not as in the source" in entry["notes"][0]
    assert "Mara Dunn, BBC (UK), https://www.bbc.com/" in entry["notes"][0]


def test_csl_has_what_a_citation_needs(sample: Path) -> None:
    (item,) = json.loads(exported(sample, "stories", "--about", "meridian", "--format", "csl").stdout)
    assert item["type"] == "article-newspaper"
    assert item["author"] == [{"literal": "Mara Dunn"}]
    assert item["container-title"] == "BBC"
    assert item["issued"] == {"date-parts": [[2026, 10, 28]]}
    assert "sha256" in item["archive_location"]
    assert json.loads(exported(sample, "stories", "--since", "2030-01-01", "--format", "csl").stdout) == []
    assert len(json.loads(exported(sample, "stories", "--format", "csl").stdout)) == 19


@pytest.mark.parametrize(
    ("date", "parts"),
    [
        ("2026-10", [2026, 10]),
        ("2026", [2026]),
        ("2026-10-28T05:02:11+00:00", [2026, 10, 28]),
        ("soon", None),
        (None, None),
    ],
)
def test_a_date_is_told_to_its_precision(date: str | None, parts: list[int] | None) -> None:
    assert issued(date) == (parts and {"date-parts": [parts]})


def test_an_address_that_is_none_is_in_no_reference() -> None:
    row = {
        "id": 1,
        "title": "Mill",
        "authors": [],
        "outlet": "lamp",
        "published": None,
        "url": "javascript:x",
        "language": None,
    }
    assert csl(row, {}) == {
        "id": "cuttings-story-1",
        "type": "article-newspaper",
        "title": "Mill",
        "container-title": "lamp",
    }


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_no_cell_is_a_formula_and_none_breaks_the_file(db: Path, tmp_path: Path, form: str) -> None:
    file = tmp_path / f"s.{form}"
    exported(db, "stories", "--format", form, "-o", str(file))
    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")))
        assert {row["title"] for row in rows} == {"Mill closes", "'=1+1"}
        assert {row["authors"] for row in rows} >= {"'=cmd; Ida\x01 Moss"}
    else:
        sheet = openpyxl.load_workbook(file).active
        assert sheet is not None
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert {cell.data_type for cell in cells} <= {"s", "n"}
        assert {cell.value for cell in cells} >= {"=1+1", "=cmd; Ida Moss", "ab[31m"}


def test_a_text_that_is_too_long_for_a_cell_is_cut_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "s.xlsx"
    with file.open("wb") as out:
        writers.write_xlsx(iter([{"body": "x" * 40_000}]), ["body"], out)
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    text = str(sheet["A2"].value)
    assert len(text) <= writers.CELL
    assert text.endswith(" …")


def test_more_rows_than_a_sheet_holds_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writers, "SHEET", 2)
    with pytest.raises(writers.TooMuchError, match="a spreadsheet holds 1 rows"):
        writers.write_xlsx(iter([{"id": 1}, {"id": 2}]), ["id"], io.BytesIO())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "name what to export: stories, quotes, entries, changes"),
        (["pages"], "name what to export"),
        (["quotes", "--format", "ris"], "--format ris is for stories and entries, not for quotes"),
        (["stories", "--format", "xlsx"], "--format xlsx is no text: name its file with -o FILE"),
        (["stories", "--since", "soon"], "--since soon: no date; write it as 2026-11-01"),
        (["stories", "-o", "/nowhere/s.csv"], "-o /nowhere/s.csv: there is no folder /nowhere"),
        (["changes", "--words", "mill"], "--words is not for changes"),
        (["stories", "--format", "pdf"], "invalid choice: 'pdf'"),
    ],
)
def test_what_cannot_be_exported_is_told_in_a_sentence(db: Path, words: list[str], said: str) -> None:
    done = scrapy("export", *words, db=db)
    assert done.returncode == 2
    assert said in done.stderr.splitlines()[-1]
    assert not done.stdout


def test_an_old_file_stays_where_a_new_one_cannot_be_made(tmp_path: Path) -> None:
    file = tmp_path / "s.csv"
    file.write_text("old")
    done = scrapy("export", "stories", "-o", str(file), db=tmp_path / "none.db")
    assert done.returncode == 2
    assert "there is no database" in done.stderr
    assert file.read_text() == "old"
    assert list(tmp_path.glob("*.part")) == []
