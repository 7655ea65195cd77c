"""A bundle of evidence: made of the sample, checked without it, and broken on purpose."""

import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from evidence.bundle import ARCHIVE, DIGEST, RECORDS, REPORT, bundle_of, packed
from evidence.check import NoBundleError, findings
from evidence.report import report_of
from store.copy import copy_database
from store.database import Store
from store.named_record import NamedRecord
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


def test_copies_in_other_languages_stand_in_the_bundle(
    db: Path, known: dict[str, Outlet], tmp_path: Path
) -> None:
    copy_database(db, tmp_path / "c.db")
    store = Store(tmp_path / "c.db")
    row = store.row("SELECT id, url FROM stories WHERE outlet = 'bbc'")
    assert row
    store.db.execute("INSERT INTO translations VALUES (?, 'https://lamp.example/cy/1', 'cy')", [row["id"]])
    files = bundle_of(store, [NamedRecord("stories", row["id"], row["url"])], "desk@lamp.example")
    (tmp_path / "x.wacz").write_bytes(packed(files))
    told = json.loads(files[RECORDS])
    assert findings(tmp_path / "x.wacz", known) == []
    assert [(one["language"], one["url"]) for one in told["records"]["translations"]] == [
        ("cy", "https://lamp.example/cy/1")
    ]
    assert (
        "<dt>In other languages</dt><dd>cy: <bdi>https://lamp.example/cy/1</bdi></dd>"
        in files[REPORT].decode()
    )


@pytest.mark.parametrize(("table", "holds"), [("translations", True), ("urls", False)])
def test_a_bundle_made_before_there_were_such_rows_holds(
    bundle: Path, known: dict[str, Outlet], tmp_path: Path, table: str, holds: bool
) -> None:
    told = json.loads(whole(bundle)[RECORDS])
    del told["records"][table]
    (tmp_path / "x.wacz").write_bytes(packed(remade(whole(bundle), told)))
    assert (findings(tmp_path / "x.wacz", known) == []) is holds


def test_another_reader_is_named(bundle: Path, known: dict[str, Outlet], tmp_path: Path) -> None:
    told = json.loads(whole(bundle)[RECORDS])
    story = told["records"]["stories"][0]
    story["reader"], story["title"] = "another", "Another headline"
    (tmp_path / "x.wacz").write_bytes(packed(remade(whole(bundle), told)))
    (found,) = findings(tmp_path / "x.wacz", known)
    assert "its page gives otherwise: title (it was read by version another, this is " in found


def test_a_hostile_page_writes_nothing_into_the_report(bundle: Path) -> None:
    told: dict[str, Any] = json.loads(whole(bundle)[RECORDS])
    evil = HOSTILE
    told = filled(told, evil)
    page = report_of(told["records"], told["about"])
    assert "<script" not in page
    assert "<img" not in page
    assert evil.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;").replace("'", "&#39;") in page
    assert "content=\"default-src 'none'" in page
