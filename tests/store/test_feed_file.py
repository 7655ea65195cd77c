"""What can be put behind what in the file of a feed."""

import csv
from pathlib import Path
from typing import Any

import pytest

from store.feed_file import FeedError, check, csv_fields, header, local_file, start
from store.plain_record import columns


def options(kind: str, **more: Any) -> dict[str, Any]:
    return {"format": kind, "encoding": "utf-8", "fields": None} | more


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("out.jsonl", "out.jsonl"),
        ("a folder/out.jsonl", "a folder/out.jsonl"),
        ("file:///desk/out%20two.csv", "/desk/out two.csv"),
        ("stdout:", None),
        ("s3://bucket/out.jsonl", None),
        ("%(name)s.json", None),
    ],
)
def test_a_local_file_is_told_from_other_places(uri: str, path: str | None) -> None:
    assert local_file(uri) == (Path(path) if path else None)


@pytest.mark.parametrize("kind", ["json", "xml", "jsonlines", "jl", "csv", "pickle", "marshal"])
@pytest.mark.parametrize("overwrite", [True, False])
def test_what_holds_one_document_is_overwritten_or_left_alone(
    tmp_path: Path, kind: str, overwrite: bool
) -> None:
    path = tmp_path / "out put"
    check(path, options(kind, overwrite=overwrite))  # a new file may be of any format
    path.write_text("url,title\n")
    if kind in ("json", "xml") and not overwrite:
        with pytest.raises(FeedError, match=r"out put is there.* -O"):
            check(path, options(kind))
    else:
        check(path, options(kind, overwrite=overwrite))
    assert path.read_text() == "url,title\n"


def test_a_folder_or_an_encoding_that_is_none_is_told_before_anything_runs(tmp_path: Path) -> None:
    with pytest.raises(FeedError, match="Is a directory"):
        check(tmp_path, options("jsonl"))
    with pytest.raises(FeedError, match="unknown encoding"):
        check(tmp_path / "out.jsonl", options("jsonl", encoding="utf-88"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_csv_that_is_appended_to_keeps_its_header(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "out.csv"
    path.write_text("title,url\nMill,https://lamp.example/mill\n", encoding=encoding)
    told = options("csv", encoding=encoding)
    check(path, told)
    assert csv_fields(str(path), told) == ["title", "url"]
    assert csv_fields(str(path), told | {"overwrite": True}) is None
    assert csv_fields(str(tmp_path / "new.csv"), told) is None
    named = told | {"fields": {"url": "address"}}
    path.write_text("address\n", encoding=encoding)
    check(path, named)
    assert csv_fields(str(path), named) == {"url": "address"}
    with pytest.raises(FeedError, match="a column 'address'"):
        check(path, told)


def test_a_file_that_several_append_to_is_begun_once(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    start(path, options("csv"))
    assert header(path, options("csv")) == list(columns())
    with path.open("a", newline="") as file:
        csv.writer(file).writerow(["kept"])
    start(path, options("csv"))
    assert path.read_text().endswith("kept\n")
    start(path, options("csv", overwrite=True))
    assert path.read_text().count("\n") == 1
    lines = tmp_path / "out.jsonl"
    lines.write_text("{}\n")
    start(lines, options("jsonlines"))
    assert lines.read_text() == "{}\n"
    start(lines, options("jsonlines", overwrite=True))
    assert lines.read_text() == ""
