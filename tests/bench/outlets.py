"""The pages of Fundus by outlet, with and without what its file states: `python -m tests.bench.outlets [--write]`.

--write puts the tables into docs/outlets.md.
"""

import argparse
import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from scrapy.utils.project import get_project_settings

from extensions import outlets
from stories.extraction import Reading, read
from stories.identity.urls import outlet_of
from stories.item import Story
from stories.outlet import Outlet
from stories.page import Page
from tests import corpora

DOCS = Path(__file__).parents[2] / "docs" / "outlets.md"
PART = "<!-- {name}: printed by `python -m tests.bench.outlets --write` -->\n"
SHOWN = ("headline", "byline", "instant", "body", "quotes")
JUDGED = ("headline", "byline", "instant")
UNKNOWN = Outlet()


@dataclass(slots=True)
class Told:
    """What was read of an outlet's pages: how many have each field, how many are right and wrong; body: the sum of F1."""

    pages: int = 0
    has: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SHOWN, 0))
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(JUDGED, 0))
    wrong: dict[str, int] = field(default_factory=lambda: dict.fromkeys(JUDGED, 0))
    body: float = 0.0

    def add(self, other: "Told") -> None:
        """Count another's pages too."""
        self.pages += other.pages
        self.body += other.body
        for name in ("has", "right", "wrong"):
            for key, count in getattr(other, name).items():
                getattr(self, name)[key] += count


def told(
    row: dict[str, Any], page: Page, outlet: Outlet, scorer: ModuleType, found: Reading | None = None
) -> Told:
    """One page held against its truth; found: its reading, where it was made. What lacks is neither right nor wrong."""
    story = Story(page, outlet, reading=found or read(page, outlet))
    story.resolve_dates()
    reading, published = story.read, story.chosen("published")
    instant = published.value if published and published.precision == "instant" else ""
    body = "" if reading.refused else reading.body
    counted = Told(1, body=scorer.page_f1(row["body"], body))
    given = {"headline": reading.title, "byline": reading.authors, "instant": instant, "body": body}
    counted.has = {name: int(bool(value)) for name, value in (given | {"quotes": reading.quotes}).items()}
    same = {
        "headline": scorer.tnorm(row.get("title")) == scorer.tnorm(reading.title),
        "byline": scorer.aset(row.get("authors")) == scorer.aset(reading.authors),
        "instant": scorer.inst(row.get("published")) == scorer.inst(instant) if instant else False,
    }
    stated = {"headline": row.get("title"), "byline": row.get("authors"), "instant": row.get("published")}
    for name, value in stated.items():
        counted.right[name] = int(bool(value) and same[name])
        counted.wrong[name] = int(bool(value) and bool(given[name]) and not same[name])
    return counted


def measured(readings: Mapping[str, Reading] | None = None) -> dict[str, list[Told]]:
    """By outlet, what is read of its pages without facts, and with them where a file of ours states them.

    readings: those without facts, by the id of the page, where they were made already.
    """
    known, scorer = outlets(get_project_settings()), corpora.scorer("score_pages")
    found: dict[str, list[Told]] = {}
    for row, page in corpora.pages("fundus"):
        outlet = outlet_of(page.url, known.values())
        ours = known.get(outlet.name)
        rows = found.setdefault(
            ours.title if ours else row["publisher"], [Told(), *([Told()] if ours else [])]
        )
        rows[0].add(told(row, page, UNKNOWN, scorer, (readings or {}).get(row["id"])))
        for one in rows[1:]:
            one.add(told(row, page, outlet, scorer))
    return found


def tables(found: dict[str, list[Told]]) -> dict[str, str]:
    """Two tables: the outlets that have a file, each with and without its facts; then the others, and all together."""
    ours = {title: rows for title, rows in found.items() if len(rows) > 1}
    others = {title: rows for title, rows in found.items() if len(rows) == 1}
    total = Told()
    for rows in found.values():
        total.add(rows[-1])
    listed = [line for title in sorted(ours, key=str.casefold) for line in _both(title, ours[title])]
    rest = [_line(title, others[title][0]) for title in sorted(others, key=str.casefold)]
    head = _head()
    return {
        "known outlets": "\n".join([*head, *listed]) + "\n",
        "other outlets": "\n".join([*head, *rest, _line(f"all {total.pages} pages", total)]) + "\n",
    }


def _head() -> Iterable[str]:
    names = ["outlet", "pages", *SHOWN, *(f"{name} right / wrong" for name in JUDGED), "body F1"]
    return [f"| {' | '.join(names)} |", "|" + "---|" * len(names)]


def _both(title: str, rows: list[Told]) -> Iterator[str]:
    yield _line(f"{title}, without its facts", rows[0])
    yield _line(f"{title}, with them", rows[1])


def _line(title: str, one: Told) -> str:
    judged = [f"{one.right[name]} / {one.wrong[name]}" for name in JUDGED]
    numbers = [
        str(one.pages),
        *(str(one.has[name]) for name in SHOWN),
        *judged,
        f"{one.body / one.pages:.2f}",
    ]
    return f"| {title} | {' | '.join(numbers)} |"


def written(text: str, parts: dict[str, str]) -> str:
    """The page with its tables as they are now."""
    for name, part in parts.items():
        start, end = PART.format(name=name), f"<!-- end of {name} -->"
        pattern = re.escape(start) + ".*?" + re.escape(end)
        text = re.sub(pattern, lambda _, whole=f"{start}{part}{end}": whole, text, flags=re.DOTALL)
    return text


def main() -> None:
    """Print the tables, or put them into the page."""
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"put them into {DOCS.name}")
    arguments = parser.parse_args()
    parts = tables(measured())
    if arguments.write:
        DOCS.write_text(written(DOCS.read_text(encoding="utf-8"), parts), encoding="utf-8")
        return
    print("\n".join(parts.values()))


if __name__ == "__main__":
    main()
