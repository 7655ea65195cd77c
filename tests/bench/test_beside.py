"""What is measured beside ours is stored, told and printed as it was found."""

import json
import logging
import subprocess
import sys
from multiprocessing.pool import ThreadPool
from pathlib import Path

import pytest

from tests.bench.beside import pages, readers, table
from tests.bench.beside.process import Taken, taken
from tests.making import NOON

SCORES = {"fundus": {"f1": 0.9612, "title_exact": 0.8, "author_f1": 1.0, "date_instant": 0.5}}


def measured(cpu: float, pages: int = 10) -> table.Measured:
    took = [Taken(4.0, cpu + 0.1, 2**20), Taken(2.0, 2 * cpu + 0.1, 3 * 2**20)]
    return table.Measured(pages, 9, took, [Taken(1.0, 0.1, 2**20)] * 2, SCORES)


def told() -> table.Told:
    found = {"Cuttings": measured(0.9), "newspaper4k": measured(1.8), "trafilatura's CLI": measured(0.45)}
    found |= {"Cuttings ": measured(0.9, 4), "fundus ": measured(0.225, 4)}
    return table.kept(found, {"newspaper4k": "0.9", "trafilatura": "2.3", "fundus": "0.5"}, 2)


def test_cpu_is_told_by_the_least_of_the_rounds_and_beside_ours_in_the_same_round() -> None:
    row = told()["rows"]["newspaper4k"]
    assert (row["cpu_ms"], row["times_ours"], row["pages_a_second"], row["megabytes"]) == (200, 2.0, 3.3, 2)


def test_the_table_has_a_line_each_and_no_score_where_there_is_none() -> None:
    sentence, _, *lines = table.lines(told()).splitlines()
    assert sentence == "10 pages, 2 worker processes each, 2 rounds, one reader after another:"
    assert lines[2] == "| Cuttings | 100 ms | 0.1 s | 3.3 | 2 MB | 9 | .96 | .80 / 1.00 / .50 |"
    assert lines[3].startswith("| newspaper4k 0.9 | 200 ms (2.00 of ours) | 0.1 s | 3.3 | 2 MB | 9 |")
    assert lines[4].startswith("| trafilatura's CLI 2.3 |")
    assert lines[4].endswith("| as above |  |")
    assert lines[6].startswith("| fundus 0.5, on its outlets' 4 pages |")
    assert "(0.25 of ours)" in lines[6]


def test_the_readme_has_what_was_measured_last() -> None:
    assert table.README.read_text(encoding="utf-8") == table.printed(table.read())


def test_what_is_read_is_stored_and_what_is_not_has_no_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reader(page: readers.Row, text: str) -> readers.Row:
        return readers._row(text.split()[0], ["Ada Moss"], NOON, text)

    pages_there = {"story": "Mill closes", "nothing": ""}
    for name, text in pages_there.items():
        (tmp_path / f"{name}.html").write_text(text, encoding="utf-8")
    listed = [
        {"id": name, "url": f"https://lamp.example/{name}", "file": f"{name}.html"} for name in pages_there
    ]
    (tmp_path / "pages.json").write_text(json.dumps(listed), encoding="utf-8")
    monkeypatch.setattr(readers, "READERS", {"plain": reader})
    monkeypatch.setattr(readers, "Pool", ThreadPool)
    monkeypatch.setattr(sys, "argv", ["readers.py", "plain", str(tmp_path), str(tmp_path / "s.db"), "1"])
    readers.main()
    logging.disable(logging.NOTSET)
    told = {"title": "Mill", "authors": ["Ada Moss"], "published": NOON.isoformat(), "body": "Mill closes"}
    assert pages.stored(tmp_path / "s.db") == {"story": told}


def test_what_a_command_leaves_running_is_waited_for(tmp_path: Path) -> None:
    late = "import os, pathlib, time; os.fork() or (time.sleep(0.2), pathlib.Path('late').touch())"
    found = taken([sys.executable, "-S", "-c", late], tmp_path)
    assert (tmp_path / "late").exists()
    assert found.cpu > 0


def test_a_command_that_fails_ends_the_measurement(tmp_path: Path) -> None:
    asked = [sys.executable, "-S", "-c", "raise SystemExit(4)"]
    assert taken(asked, tmp_path, ok=(0, 4)).seconds > 0
    with pytest.raises(subprocess.CalledProcessError):
        taken(asked, tmp_path)
