"""A bundle of evidence: made of the sample, checked without it, and broken on purpose."""

import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from evidence.bundle import ARCHIVE, DIGEST, RECORDS, REPORT, packed
from evidence.check import NoBundleError, findings
from evidence.report import report_of
from store.copy import copy_database
from store.database import Store
from stories.outlet import Outlet
from tests.evidence.faults import HOSTILE, fault, filled, remade, whole
from tests.scrapy_process import scrapy

FAULTS = int(os.environ.get("FAULTS", "25"))


def test_a_bundle_is_made_and_holds(db: Path, tmp_path: Path) -> None:
    row = Store(db).row(
        "SELECT entries.url, stories.url AS story FROM entries JOIN stories ON stories.id = story"
    )
    assert row
    file = tmp_path / "x.wacz"
    done = scrapy("evidence", row["url"], row["story"], "-o", str(file), db=db)
    assert done.stdout.startswith("2 records in "), done.stderr
    done = scrapy("verify", str(file), "-s", f"CUTTINGS_DB={tmp_path / 'none.db'}")
    assert (done.returncode, "all that it says holds" in " ".join(done.stdout.split())) == (0, True)
    assert [path.name for path in tmp_path.iterdir()] == ["x.wacz"]
    assert set(json.loads(whole(file)[DIGEST])) == {"path", "hash"}  # nobody was asked for the time
    names = zipfile.ZipFile(file).namelist()
    assert {
        "datapackage.json",
        "archive/data.warc.gz",
        "indexes/index.cdx",
        "pages/pages.jsonl",
        REPORT,
    } <= set(names)


def test_captures_are_byte_for_byte_those_of_the_archive(bundle: Path, db: Path) -> None:
    archive = whole(bundle)[ARCHIVE]
    records = json.loads(whole(bundle)[RECORDS])["records"]
    assert len(records["pages"]) >= 3
    for page in records["pages"]:
        row = Store(db).row("SELECT archive, offset FROM pages WHERE id = ?", page["id"])
        assert row
        kept = Path(row["archive"]).read_bytes()[row["offset"] :][:400]
        assert archive[page["offset"] :][:400] == kept


def test_faults_of_every_kind_are_found(bundle: Path, known: dict[str, Outlet], tmp_path: Path) -> None:
    good, files, bad = bundle.read_bytes(), whole(bundle), tmp_path / "bad.wacz"
    for seed in range(FAULTS):
        what, data = fault(good, files, seed)
        bad.write_bytes(data)
        try:
            found = findings(bad, known)
        except NoBundleError as error:
            found = [str(error)]
        assert found, f"seed {seed}: {what}"
        assert all(line.strip() for line in found)


def test_another_reader_is_named(bundle: Path, known: dict[str, Outlet], tmp_path: Path) -> None:
    told = json.loads(whole(bundle)[RECORDS])
    story = told["records"]["stories"][0]
    story["reader"], story["title"] = "another", "Another headline"
    (tmp_path / "x.wacz").write_bytes(packed(remade(whole(bundle), told)))
    (found,) = findings(tmp_path / "x.wacz", known)
    assert "its page gives otherwise: title (it was read by version another, this is " in found


def zipped(path: Path, name: str, compression: int = zipfile.ZIP_STORED, size: int = 1) -> Path:
    with zipfile.ZipFile(path, "w", compression) as file:
        file.writestr(name, b"0" * size)
    return path


def test_what_is_no_bundle_is_told_in_a_sentence(tmp_path: Path, known: dict[str, Outlet]) -> None:
    (tmp_path / "text.wacz").write_text("no zip")
    zipped(tmp_path / "out.wacz", "../x")
    zipped(tmp_path / "bomb.wacz", ARCHIVE, zipfile.ZIP_DEFLATED, 10**8)
    for name, words in (("text", "no zip that can be read"), ("out", "leads out"), ("bomb", "is compressed")):
        with pytest.raises(NoBundleError, match=words):
            findings(tmp_path / f"{name}.wacz", known)
    done = scrapy("verify", str(tmp_path / "out.wacz"))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_what_cannot_be_proved_is_not_bundled(db: Path, tmp_path: Path) -> None:
    copy_database(db, tmp_path / "c.db")
    store, file = Store(tmp_path / "c.db"), tmp_path / "x.wacz"
    (url,) = store.db.execute("SELECT url FROM stories LIMIT 1").fetchone()
    store.db.execute("UPDATE pages SET archive = '/nowhere/x.warc.gz'")
    store.close()
    for words, said in (
        ((url, "-o", str(file)), "/nowhere/x.warc.gz"),
        (("https://lamp.example/none", "-o", str(file)), "no story and no entry is stored under"),
        ((url,), "-o FILE.wacz"),
        ((url, "-o", "/nowhere/x.wacz"), "there is no folder /nowhere"),
    ):
        done = scrapy("evidence", *words, db=tmp_path / "c.db")
        assert (done.returncode, said in done.stderr) == (2, True), done.stderr
    assert not file.exists()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_hostile_page_writes_nothing_into_the_report(bundle: Path) -> None:
    told: dict[str, Any] = json.loads(whole(bundle)[RECORDS])
    evil = HOSTILE
    told = filled(told, evil)
    page = report_of(told["records"], told["about"])
    assert "<script" not in page
    assert "<img" not in page
    assert evil.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;").replace("'", "&#39;") in page
    assert "content=\"default-src 'none'" in page
