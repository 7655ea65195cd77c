"""The README's table of what was reached: `python -m tests.bench.reached --write`, some minutes of CPU.

Each row names a figure of the public sets, or two. What was measured is kept in reached.json, from where the table comes.
"""

import argparse
import json
import logging
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench import identity, pages, quotes

FILE = Path(__file__).with_name("reached.json")
README = Path(__file__).parents[2] / "README.md"
START, END = (
    "<!-- reached: printed by `python -m tests.bench.reached --write` -->\n",
    "<!-- end of reached -->",
)
F1 = 2  # precision, recall, F1
COST_PAGES = 60  # of each set
SETS = ("aeb", "fundus", "wcxb", "traf")
Figures = dict[str, float]


@dataclass(slots=True, frozen=True)
class Row:
    """What is told of some figures. wording: how they are written, by their numbers."""

    told: str
    names: tuple[str, ...]
    wording: str = "{0}"


ROWS = (
    Row("body F1, news of 2019 (article-extraction-benchmark)", ("aeb f1", "aeb acc"), "{0}, {1} to the word"),
    Row("body F1, news of 2023 to 2026 from 30 countries (fundus)", ("fundus f1", "fundus acc"), "{0}, {1} to the word"),
    Row("body F1, pages of all kinds (Web Content Extraction Benchmark / trafilatura's own)",
        ("wcxb f1", "traf f1"), "{0} / {1}"),
    Row("headline exact / author F1 / instant of publication (fundus)",
        ("fundus title_exact", "fundus author_f1", "fundus date_instant"), "{0} / {1} / {2}"),
    Row("day of publication, F1 (htmldate's pages)", ("htmldate f1",)),
    Row("quoted spans with the right source / precision (PolNeAR, dev)", ("dev right", "dev precision"), "{0} / {1}"),
    Row("content of direct quotes / of indirect ones by a verb of saying, exact, F1 (PolNeAR, dev)",
        ("dev direct", "dev indirect"), "{0} / {1}"),
    Row("quoted spans with the right source / precision (German Wikinews, dev)",
        ("german_dev right", "german_dev precision"), "{0} / {1}"),
    Row("edited copies found, 5 % / 10 % of the words replaced", ("copies 5", "copies 10"), "{0} / {1}"),
    Row("CPU of the whole reading, dates and quotes among it, against trafilatura's default with metadata, by set",
        ("cpu least", "cpu most"), "{0} to {1}"),
)  # fmt: skip


def measured() -> Figures:
    """Every figure that a row names, asked of this code."""
    return {**_of_pages(), **_of_quotes(), **_of_copies(), **_of_cpu()}


def _of_pages() -> Figures:
    return {
        f"{name} {key}": value for name in (*SETS, "htmldate") for key, value in pages.figures(name).items()
    }


def _of_quotes() -> Figures:
    found: Figures = {}
    for name in ("dev", "german_dev"):
        told: dict[str, Any] = quotes.measure(name)[0]
        found |= {f"{name} {key}": told["quoted_spans"][key] for key in ("right", "precision")}
        found |= {f"{name} {key}": told[kind]["content_exact"][F1] for key, kind in KINDS if kind in told}
    return found


KINDS = (("direct", "direct"), ("indirect", "indirect-say"))


def _of_copies() -> Figures:
    texts = identity.bodies()
    with tempfile.TemporaryDirectory() as folder:
        store = identity.filled(Path(folder) / "copies.db", texts)
        counts = {
            share: identity.recall(store, texts, f"{share} % of the words replaced", rounds=3)
            for share in (5, 10)
        }
        store.close()
    return {f"copies {share}": found / asked for share, (found, asked) in counts.items()}


def _of_cpu() -> Figures:
    spent = [pages.cpu(pages.costs([page for _, page in pages.sample(name, COST_PAGES)])) for name in SETS]
    ratios = [ours / theirs for ours, theirs in spent]
    return {"cpu least": min(ratios), "cpu most": max(ratios)}


def read() -> Figures:
    """What was measured last."""
    kept: Figures = json.loads(FILE.read_text("utf-8"))
    return kept


def table(figures: Figures) -> str:
    """The table, of figures of whole numbers of thousandths."""
    rows = (
        f"| {row.told} | {row.wording.format(*(_points(figures[name]) for name in row.names))} |"
        for row in ROWS
    )
    return "| | |\n|---|---|\n" + "\n".join(rows) + "\n"


def printed(figures: Figures) -> str:
    """The README as it should be."""
    text = README.read_text("utf-8")
    return re.sub(
        f"(?<={re.escape(START)}).*?(?={re.escape(END)})", lambda _: table(figures), text, flags=re.DOTALL
    )


def _points(value: float) -> str:
    return f"{value:.3f}".removeprefix("0") if value < 1 else f"{value:.2f}"


def main() -> None:
    """Measure, print, and keep where asked to."""
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--write", action="store_true", help="keep what is measured, and print the README's table"
    )
    write = parser.parse_args().write
    named = {name for row in ROWS for name in row.names}
    found = {name: round(value, 4) for name, value in sorted(measured().items()) if name in named}
    print(table(found))
    if write:
        FILE.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
        README.write_text(printed(found), encoding="utf-8")


if __name__ == "__main__":
    main()
