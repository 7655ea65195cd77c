"""Sets of pages: what each says is true of a page, as a row of truth.jsonl, and the page's bytes."""

import ast
import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Found = Iterator[tuple[dict[str, Any], bytes]]  # row, HTML


def aeb(root: Path) -> Found:
    """Zyte's article-extraction-benchmark: bodies marked by people."""
    for name, told in json.loads((root / "ground-truth.json").read_bytes()).items():
        html = gzip.decompress((root / "html" / f"{name}.html.gz").read_bytes())
        yield {"id": name, "url": told["url"], "body": told["articleBody"]}, html


def htmldate(root: Path) -> Found:
    """The days of htmldate's evaluation; pages that another package lends it are left out."""
    tests = root / "tests"
    for file in sorted(tests.glob("eval_*.json")):
        for url, told in json.loads(file.read_bytes()).items():
            page = _first(tests, told["file"])
            if page and told["date"]:
                row = {"id": told["file"], "url": url, "published": told["date"], "set": file.stem}
                yield row, page.read_bytes()


def traf(root: Path) -> Found:
    """trafilatura's evaluation: segments that a body has to have, or must not have."""
    tests = root / "tests"
    tree = ast.parse((tests / "evaldata.py").read_text(encoding="utf-8"))
    told_of = next(
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict)
    )
    for url, told in told_of.items():
        if page := _first(tests, told["file"]):
            yield {"id": told["file"], "url": url, **_of_traf(told)}, page.read_bytes()


def _of_traf(told: dict[str, Any]) -> dict[str, Any]:
    named = {
        "must_have": told.get("with") or [],
        "must_not_have": told.get("without") or [],
        "comments": told.get("comments"),
        "title": told.get("title"),
        "published": told.get("date"),
        "authors": [told["author"]] if told.get("author") else None,
    }
    return {name: value for name, value in named.items() if value or name.startswith("must")}


def fundus(root: Path) -> Found:
    """What fundus's parsers of each outlet find; of several versions of a parser each has its page."""
    for folder in sorted((root / "tests" / "resources" / "parser" / "test_data").iterdir()):
        if (folder / "meta.info").is_file():
            for file, where in json.loads((folder / "meta.info").read_bytes()).items():
                publisher = file.removesuffix(".html.gz")[: -len("_2024_01_31")]
                versions = json.loads((folder / f"{publisher}.json").read_bytes())
                if len(versions) == 1 and (folder / file).is_file():
                    told = next(iter(versions.values()))
                    row = {
                        "id": f"{folder.name}-{file.removesuffix('.html.gz')}",
                        **where,
                        **_of_fundus(told),
                    }
                    yield row, gzip.decompress((folder / file).read_bytes())


def _of_fundus(told: dict[str, Any]) -> dict[str, Any]:
    summary, sections = told["body"]["summary"], told["body"]["sections"]
    core = [text for part in sections for text in (*part["headline"], *part["paragraphs"])]
    return {
        "body": "\n\n".join([*summary, *core]),
        "body_core": "\n\n".join(core),
        "title": told["title"],
        "authors": told["authors"],
        "published": told["publishing_date"].replace(" ", "T"),
        "topics": told.get("topics") or [],
    }


def _first(tests: Path, name: str) -> Path | None:
    return next((file for part in ("cache", "eval") if (file := tests / part / name).is_file()), None)


PAGES: dict[str, Callable[[Path], Found]] = {
    "aeb": aeb,
    "fundus": fundus,
    "traf": traf,
    "htmldate": htmldate,
}
