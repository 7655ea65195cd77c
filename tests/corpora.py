"""The public sets that the quality floors are measured on. They are not part of the project; see CONTRIBUTING.

`CUTTINGS_CORPORA` names their folder (default `../shared/corpora`); the scorers lie beside it in `score/`.
"""

import gzip
import importlib
import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from stories.page import Page
from tests.lacking import lacking, usable

ROOT = Path(__file__).parent.parent
KNOWN_BY = datetime(2026, 11, 1, tzinfo=UTC)  # when pages whose day of crawling is not known had been fetched
CORPORA = Path(os.environ.get("CUTTINGS_CORPORA") or ROOT.parent / "shared" / "corpora").absolute()
SETS = {
    "aeb": "Zyte's article-extraction-benchmark",
    "fundus": "the test data of flairNLP/fundus",
    "traf": "the evaluation pages of adbar/trafilatura",
    "htmldate": "the evaluation pages of adbar/htmldate",
    "wcxb": "half of Murrough-Foley's Web Content Extraction Benchmark",
    "quotes": "PolNeAR and the German Wikinews quotation corpus",
}


def need(name: str) -> Path:
    """The folder of the set `name`; skips the test where it is absent, and fails it under CI."""
    folder = CORPORA / name
    if not usable(folder):
        lacking(f"{SETS[name]} not found at {folder}; set CUTTINGS_CORPORA to the folder that holds it")
    return folder


def scorer(name: str) -> ModuleType:
    """The scorer module `name` (`score_pages`, `score_quotes`) that lies beside the corpora."""
    folder = str(CORPORA.parent / "score")
    if folder not in sys.path:
        sys.path.append(folder)
    return importlib.import_module(name)


def truth(corpus: str) -> list[dict[str, Any]]:
    """The annotated rows of a page corpus."""
    with (need(corpus) / "truth.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def page(corpus: str, row: dict[str, Any]) -> Page:
    """The page of a row, fetched at its crawl date where that is known."""
    file = row.get("page") or f"{row['id']}.html.gz"
    crawled = row.get("crawl_date")
    fetched = datetime.fromisoformat(crawled).replace(tzinfo=UTC) if crawled else KNOWN_BY
    payload = gzip.decompress((CORPORA / corpus / "pages" / file).read_bytes())
    return Page(url=row["url"], payload=payload, fetched=fetched)


def pages(corpus: str) -> Iterator[tuple[dict[str, Any], Page]]:
    """Every row of a page corpus with its page."""
    for row in truth(corpus):
        yield row, page(corpus, row)


def quotes(name: str) -> list[dict[str, Any]]:
    """The documents of a quote corpus: `train`, `dev`, `german_train`, `german_dev`."""
    with gzip.open(need("quotes") / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
