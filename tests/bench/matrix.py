"""The matrix of rules and pages: what each named rule of bodies, dates, headlines and authors changes on each known page.

A page is read once with all rules on; then without each rule that does something on it, and with constants at another
value, but only in the stages of the reading where that counts (tests.bench.stages). A row is kept in `.cache/left_out`,
by the hash of the code that reads, and the digest of the page and of what is known of it: a run that was stopped goes on.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from multiprocessing import Pool
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from stories.extraction import body
from stories.extraction.metadata import headline
from tests import corpora
from tests.bench.ablation.rules import RULES, Off
from tests.bench.pages import BY_DAY
from tests.bench.stages import Stages

CACHE = corpora.ROOT / ".cache" / "left_out"
CODE = ("stories/**/*.py", "tests/bench/ablation/rules.py", "tests/bench/matrix.py", "requirements.txt")
ROOMS = ("body", "headlines", "authors", "dates")
RULES_OF_PAGES: dict[str, Off] = {
    f"{room}: {name}": rule for room in ROOMS for name, rule in RULES[room].items()
}
ALTERNATIVES: dict[str, Off] = {
    "body: corner at 0.3": (body, "CORNER", 0.3),
    "body: tiny below 400": (body, "TINY", 400),
    **{f"headlines: heading weighs {weight}": (headline._WEIGHTS, "h1", weight) for weight in (1.1, 2.0)},
    **{
        f"headlines: JSON-LD weighs {weight}": (headline._WEIGHTS, "json-ld headline", weight)
        for weight in (0.8, 1.6)
    },
    **{f"headlines: address weighs {weight}": (headline._WEIGHTS, "url", weight) for weight in (1.0, 3.0)},
    **{f"headlines: address clearly by {share}": (headline, "CLEARLY", share) for share in (0.05, 0.3)},
}
COLUMNS = RULES_OF_PAGES | ALTERNATIVES
Row = dict[str, Any]
Scores = dict[str, float]


def scores(row: Row, found: Row) -> Scores:
    """How right each known field of one page is, from 0 to 1."""
    scorer = corpora.scorer("score_pages")
    told = {
        "title_exact": "title",
        "author_f1": "authors",
        "date_day": "published",
        "date_instant": "published",
    }
    every = scorer.meta([row], {row["id"]: found})
    made = {name: float(every[name]) for name, field in told.items() if row.get(field) and name in every}
    if "must_have" in row and not row.get("body"):
        made["f1"] = scorer.score("traf", {row["id"]: found}, [row])["f1"]
    elif row.get("body"):
        made["f1"] = scorer.page_f1(row["body"], found["body"])
    return made


def examined(corpus: str, row: Row) -> Row:
    """A row of the matrix.

    found: what is read of the page; plain: how right that is; changes: by column, the fields that are read otherwise with
    it; scores: how right these make the page.
    """
    stages = Stages(corpora.page(corpus, row), corpus in BY_DAY, COLUMNS)
    found = stages.found
    changes, other_scores = {}, {}
    for column in sorted(stages.matters):
        other = stages.without([column])
        if other != found:
            changes[column] = {field: other[field] for field in found if other[field] != found[field]}
            other_scores[column] = scores(row, other)
    return {
        "digest": digest(corpus, row),
        "id": row["id"],
        "site": urlsplit(row["url"]).netloc.removeprefix("www."),
        "found": found,
        "plain": scores(row, found),
        "changes": changes,
        "scores": other_scores,
    }


def matrix(corpus: str, size: int = 0, make: bool = True, jobs: int = 1) -> list[Row]:
    """The rows of a set, of `size` pages or all.

    Those that are not kept yet are made, in `jobs` processes; where none is to be made and not all are there, none.
    """
    rows = sorted(corpora.truth(corpus), key=lambda row: sha256(row["id"].encode()).digest())
    rows = rows[:size] if size else rows
    digests = {digest(corpus, row): row for row in rows}
    file = kept(corpus)
    known = {one["digest"]: one for one in read_lines(file)}
    missing = [(corpus, row) for name, row in digests.items() if name not in known]
    if missing and not make:
        return []
    for one in _examined(missing, jobs):
        known[one["digest"]] = one
        add_line(file, one)
    return [known[name] for name in digests]


def _examined(missing: list[tuple[str, Row]], jobs: int) -> Iterator[Row]:
    if jobs > 1 and len(missing) > 1:
        with Pool(jobs) as pool:
            yield from pool.imap_unordered(_one, missing)
    else:
        yield from map(_one, missing)


def _one(task: tuple[str, Row]) -> Row:
    return examined(*task)


def kept(name: str) -> Path:
    """The file of what was made with this code."""
    CACHE.mkdir(parents=True, exist_ok=True)
    return CACHE / f"{code()}-{name}.jsonl"


def read_lines(file: Path) -> Iterator[Row]:
    """The rows of a file; one that a killed run left half written is left out."""
    for line in file.read_text("utf-8").split("\n") if file.exists() else ():
        with suppress(ValueError):
            yield json.loads(line)


def add_line(file: Path, one: Row) -> None:
    """Add a row to a file, at once."""
    with file.open("a", encoding="utf-8") as lines:
        lines.write("\n" + json.dumps(one, ensure_ascii=False))


def digest(corpus: str, row: Row) -> str:
    """The digest of a page and of what is known of it."""
    payload = corpora.page(corpus, row).payload
    return sha256(payload + json.dumps(row, sort_keys=True).encode()).hexdigest()[:16]


def code() -> str:
    """The hash of the code that reads."""
    files = sorted({file for pattern in CODE for file in corpora.ROOT.glob(pattern)})
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]
