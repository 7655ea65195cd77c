"""The README's table of `make bench-peers`, from what was measured last, kept in peers.json."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from stories.text import many
from tests.bench.beside.process import Taken

FILE = Path(__file__).with_name("peers.json")
README = Path(__file__).parents[3] / "README.md"
START, END = "<!-- peers: printed by `make bench-peers` -->\n", "<!-- end of peers -->"
MEGABYTE = 2**20
SETS = ("fundus", "aeb", "wcxb")
ABOUT = "{0}, {1} each, {2}, one reader after another:\n\n"
Told = dict[str, Any]
HEAD = """
| | CPU a page | start | pages a second | memory | stored | body F1 | headline / authors / instant |
|---|---|---|---|---|---|---|---|
""".lstrip()


@dataclass(slots=True, frozen=True)
class Measured:
    """What a reader made of so many pages: how many it stored, what it took in each round, its scores by set.

    starts: what it took in each round to read one page, which is its start and little more.
    """

    pages: int
    stored: int
    took: list[Taken]
    starts: list[Taken]
    scores: dict[str, dict[str, float]]


def kept(found: dict[str, Measured], versions: dict[str, str], processes: int) -> Told:
    """What is kept: of CPU the least of the rounds, of time and memory the median; ratios to ours within a round.

    The CPU of a page is that of all beyond the first, so that the start, which more pages share, is told by itself.
    """
    rows = {}
    ours = {one.pages: _each(one) for name, one in found.items() if name.startswith("Cuttings")}
    for name, one in found.items():
        each = _each(one)
        ratios = [theirs / mine for mine, theirs in zip(ours[one.pages], each, strict=True)]
        rows[name] = {
            "version": versions.get(name.split("'")[0].strip(), ""),
            "pages": one.pages,
            "stored": one.stored,
            "pages_a_second": round(one.pages / median(taken.seconds for taken in one.took), 1),
            "cpu_ms": round(1000 * min(each)),
            "start_seconds": round(min(taken.cpu for taken in one.starts), 1),
            "times_ours": round(median(ratios), 2),
            "megabytes": round(median(taken.memory for taken in one.took) / MEGABYTE),
            "scores": {
                kind: {key: round(value, 3) for key, value in of.items()} for kind, of in one.scores.items()
            },
        }
    return {"processes": processes, "rounds": len(next(iter(found.values())).took), "rows": rows}


def _each(one: Measured) -> list[float]:
    """CPU seconds a page, round by round."""
    rounds = zip(one.took, one.starts, strict=True)
    return [(everything.cpu - first.cpu) / (one.pages - 1) for everything, first in rounds]


def read() -> Told:
    """What was measured last."""
    told: Told = json.loads(FILE.read_text("utf-8"))
    return told


def write(told: Told) -> None:
    """Keep what was measured, and print it into the README."""
    FILE.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    README.write_text(printed(told), encoding="utf-8")


def lines(told: Told) -> str:
    """What was measured, in a sentence, and the table."""
    every = max(row["pages"] for row in told["rows"].values())
    counts = many(every, "page"), many(told["processes"], "worker process"), many(told["rounds"], "round")
    return (
        ABOUT.format(*counts)
        + HEAD
        + "".join(_line(name.strip(), row, row["pages"] < every) for name, row in told["rows"].items())
    )


def _line(name: str, row: Told, few: bool) -> str:
    where = f", on its outlets' {row['pages']} pages" if few else ""
    title = f"{name} {row['version']}".strip() + where
    ratio = "" if name == "Cuttings" else f" ({row['times_ours']:.2f} of ours)"
    took = f"{row['cpu_ms']} ms{ratio} | {row['start_seconds']} s | {row['pages_a_second']} | {row['megabytes']} MB"
    return f"| {title} | {took} | {row['stored']} | {_bodies(name, row)} | {_facts(name, row)} |\n"


def _bodies(name: str, row: Told) -> str:
    if name in UNSCORED:
        return UNSCORED[name]
    return " / ".join(_points(row["scores"][name]["f1"]) for name in SETS if name in row["scores"])


def _facts(name: str, row: Told) -> str:
    if name in UNSCORED:
        return ""
    of = row["scores"]["fundus"]
    return " / ".join(_points(of[key]) for key in ("title_exact", "author_f1", "date_instant"))


UNSCORED = {"trafilatura's CLI": "as above", "fundus": "the truth is its own reading"}


def _points(value: float) -> str:
    return f"{value:.2f}".removeprefix("0")


def printed(told: Told) -> str:
    """The README as it should be."""
    text = README.read_text(encoding="utf-8")
    pattern = re.escape(START) + ".*?" + re.escape(END)
    return re.sub(pattern, lambda _: f"{START}{lines(told)}{END}", text, flags=re.DOTALL)
