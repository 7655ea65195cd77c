"""python -m scrapy report: what the database holds, and how the last runs went."""

import argparse
import sys
from typing import Any

from scrapy.commands import ScrapyCommand

from stories.store import Row, Store, StoreError

HOLDINGS = """
SELECT (SELECT count(*) FROM stories) AS stories, (SELECT count(*) FROM quotes) AS quotes,
  (SELECT count(*) FROM quotes WHERE speaker IS NOT NULL) AS spoken, (SELECT count(*) FROM entries) AS entries,
  (SELECT count(*) FROM passages WHERE fidelity IN ('altered', 'missing')) AS doubtful
"""
RUNS = """
SELECT spider, started, verdict, found, new, updated, unchanged, rejected, coalesce(note, '') AS note
FROM runs ORDER BY id DESC LIMIT ?
"""
REJECTS = """
SELECT reason, count(*) AS pages, min(url) AS example FROM rejects GROUP BY reason ORDER BY pages DESC, reason LIMIT ?
"""
NEWEST = """
SELECT coalesce(substr(published, 1, 10), 'no date') AS date, outlet, title,
  (SELECT count(*) FROM quotes WHERE story = stories.id) AS quotes
FROM stories ORDER BY published DESC, id LIMIT ?
"""
NEXT = (
    '.venv/bin/sqlite-utils data/cuttings.db -t "SELECT speaker, content FROM quotes WHERE speaker IS NOT NULL LIMIT 9"',
    ".venv/bin/python -m scrapy crawl bbc -a limit=10",
)


class Command(ScrapyCommand):
    """Holdings, the last runs, why pages were rejected, the newest stories, and what to try next."""

    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}  # noqa: RUF012 -- as Scrapy declares it

    def short_desc(self) -> str:
        return "Show what the database holds and how the last runs went"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "--rows", type=int, default=10, metavar="N", help="rows of each table (default 10)"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        try:
            store = Store(self.settings["CUTTINGS_DB"])
        except StoreError as error:
            print(error, file=sys.stderr)
            self.exitcode = 2
            return
        print("\n".join(report(store, opts.rows)))
        store.close()


def report(store: Store, rows: int) -> list[str]:
    """The report's lines."""
    held = store.row(HOLDINGS) or {}
    lines = [
        f"{held['stories']} stories, {held['quotes']} quotes ({held['spoken']} with a speaker), {held['entries']} "
        f"Resource Centre entries ({held['doubtful']} passages altered or missing) in {store.path}"
    ]
    for heading, sql in (("Last runs", RUNS), ("Rejected pages", REJECTS), ("Newest stories", NEWEST)):
        if found := store.rows(sql, rows):
            lines += ["", heading, *table(found)]
    return [*lines, "", "Try next", *(f"  {command}" for command in NEXT)]


def table(rows: list[Row], width: int = 64) -> list[str]:
    """Rows as aligned columns, numbers to the right, long texts cut at `width` characters."""
    cells = [[_cell(value, width) for value in row.values()] for row in rows]
    numeric = [isinstance(value, int) for value in rows[0].values()]
    widths = [max(map(len, column)) for column in zip(*cells, list(rows[0]), strict=True)]

    def line(row: list[str]) -> str:
        padded = (
            text.rjust(size) if right else text.ljust(size)
            for text, size, right in zip(row, widths, numeric, strict=True)
        )
        return "  " + "  ".join(padded).rstrip()

    return [line(list(rows[0])), *map(line, cells)]


def _cell(value: Any, width: int) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= width else text[: width - 1] + "…"
