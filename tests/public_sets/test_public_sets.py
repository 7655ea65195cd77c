"""Each public set is fetched from a local copy in its own form, and read as the tests read the real one."""

import gzip
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests import corpora
from tests.public_sets.__main__ import main
from tests.public_sets.addresses import ADDRESSES
from tests.server import Answer, serve

MILL = "https://lamp.example/mill"
HTML = b"<html><h1>Mill closes</h1><p>The mill closes in May.</p></html>"
BODY = {"summary": ["The mill closes."], "sections": [{"headline": ["Why"], "paragraphs": ["No water."]}]}
TOLD = {
    "body": BODY,
    "title": "Mill closes",
    "authors": ["Ada Moss"],
    "publishing_date": "2026-05-01 10:00:00+00:00",
}
PAGE = {"file": "mill.html", "date": "2026-05-01"}
SEGMENTS = PAGE | {"with": ["closes"], "without": ["menu"], "title": "Mill closes", "author": "Ada Moss"}
TEXT = "“The mill is dry,” said Ada Moss on the quay."
MARKS = """T1\tSource 24 32\tAda Moss
T2\tCue 19 23\tsaid
T3\tContent 0 10;11 18\t“The mill is dry,”
T4\tAttribution 19 23\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
"""
ONE = {
    "type": "Direct",
    "medium": "Speech",
    "speaker": {"spans": [{"charBegin": 24, "charEnd": 32}]},
    "cue": {"spans": [{"charBegin": 19, "charEnd": 23}]},
    "quote": {"spans": [{"charBegin": 0, "charEnd": 18}]},
}
FUNDUS = "tests/resources/parser/test_data/xx"
NAME = "lamp_2026-05-01_mill-closes"
COPIES: dict[str, dict[str, Any]] = {
    "aeb": {
        "ground-truth.json": {"a1": {"url": MILL, "articleBody": "The mill closes in May."}},
        "html/a1.html.gz": gzip.compress(HTML),
    },
    "fundus": {
        f"{FUNDUS}/meta.info": {"Lamp_2026_05_01.html.gz": {"url": MILL, "crawl_date": "2026-05-02"}},
        f"{FUNDUS}/Lamp.json": {"V1": TOLD},
        f"{FUNDUS}/Lamp_2026_05_01.html.gz": gzip.compress(HTML),
    },
    "traf": {
        "tests/evaldata.py": f"EVAL_PAGES = {{{MILL!r}: {SEGMENTS!r}}}".encode(),
        "tests/cache/mill.html": HTML,
    },
    "htmldate": {
        "tests/eval_default.json": {
            "https://lamp.example/mill": PAGE,
            "https://lamp.example/lent": PAGE | {"file": "no"},
        },
        "tests/eval/mill.html": HTML,
    },
    "polnear": {
        f"data/{part}/{file}": data
        for part in ("train", "dev")
        for file, data in {
            f"text/{NAME}.txt": TEXT.encode(),
            f"attributions/{NAME}_a1.ann": MARKS.encode(),
        }.items()
    },
    "wikinews": {
        f"data/{part}/mill.json": {"originalText": TEXT, "annotations": [ONE]} for part in ("train", "dev")
    },
}


def archive(files: dict[str, Any]) -> bytes:
    """A repository's archive: everything in one folder."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in files.items():
            made.writestr(f"repository-HEAD/{name}", data if isinstance(data, bytes) else json.dumps(data))
    return out.getvalue()


def test_each_set_is_fetched_and_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "corpora"
    with serve({f"/{name}.zip": Answer(archive(files)) for name, files in COPIES.items()}) as site:
        addresses = {name: f"{site.url}/{name}.zip" for name in ADDRESSES}
        assert main([], addresses, folder) == 0, capsys.readouterr().err
        asked = len(site.asked)
        assert main([], addresses, folder) == 0
        assert len(site.asked) == asked, "what is there is left as it is"
        assert main(["aeb"], {"aeb": f"{site.url}/gone.zip"}, tmp_path / "other") == 1
    assert "aeb: not made" in capsys.readouterr().err
    monkeypatch.setattr(corpora, "CORPORA", folder)
    for name in ("aeb", "fundus", "traf", "htmldate"):
        ((row, page),) = corpora.pages(name)
        assert (page.url, page.payload) == (MILL, HTML)
        assert row.get("published", "2026-05-01")[:10] == "2026-05-01"
    ((row, _),) = corpora.pages("fundus")
    assert (row["body"], row["body_core"]) == ("The mill closes.\n\nWhy\n\nNo water.", "Why\n\nNo water.")
    ((row, _),) = corpora.pages("traf")
    assert (row["must_have"], row["must_not_have"], row["authors"]) == (["closes"], ["menu"], ["Ada Moss"])
    for name in ("train", "dev", "german_train", "german_dev"):
        (document,) = corpora.quotes(name)
        (one,) = document["attributions"]
        assert document["text"] == TEXT
        assert (one["source"], one["cue"], one["kind"]) == ([[24, 32]], [[19, 23]], "direct")
        assert (one["content"][0][0], one["content"][-1][1]) == (0, 18)
