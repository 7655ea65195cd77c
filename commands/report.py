"""python -m scrapy report: what the database holds, how each outlet does, and how the last runs went."""

import argparse
from html import escape
from pathlib import Path
from shlex import quote

from scrapy.commands import ScrapyCommand

from commands.clusters import looked_at
from commands.rows import number_of_rows
from runs.chart import bars, figure, html_table, page, share, svg
from runs.verdict import OUTCOMES, left
from store.archive_files import held_in
from store.database import Store
from store.sample import TOLD, holds_sample
from store.tables import Row
from stories.text import many, printable
from terminal import Part, Rows, Whole, local, show, width

HOLDINGS = """
SELECT (SELECT count(*) FROM stories) AS stories, said.*, (SELECT count(*) FROM entries) AS entries,
  (SELECT count(*) FROM passages WHERE fidelity IN ('altered', 'missing')) AS doubtful,
  (SELECT count(*) FROM stories WHERE doubt IS NOT NULL) AS in_doubt,
  (SELECT count(*) FROM stories WHERE partial = 1 AND body_from IS NULL) AS partial,
  (SELECT count(*) FROM stories WHERE body_from IS NOT NULL) AS fed
FROM (
  SELECT coalesce(sum(quotes), 0) AS quotes, coalesce(sum(spoken), 0) AS spoken, coalesce(sum(sure), 0) AS sure
  FROM quote_counts WHERE id = 1
) AS said
"""
# Of each outlet its last run that was not skipped; a run without an end is at work, or was killed
OUTLETS = """
SELECT spider, started, coalesce(verdict, 'running') AS verdict, coalesce(cause, '') AS cause, coalesce(note, '') AS note
FROM runs WHERE id IN (SELECT (SELECT max(id) FROM runs AS own WHERE own.spider = known.spider
  AND coalesce(verdict, '') != 'skipped') FROM (SELECT DISTINCT spider FROM runs) AS known) ORDER BY spider
"""
TREND = """
SELECT * FROM (SELECT * FROM runs WHERE spider = ? AND finished IS NOT NULL AND verdict != 'skipped'
ORDER BY id DESC LIMIT ?) ORDER BY id
"""
RUNS = """
SELECT spider, started, coalesce(verdict, 'running') AS verdict, found, new, updated, unchanged, rejected, errors,
  coalesce(note, '') AS note
FROM runs ORDER BY id DESC LIMIT ?
"""
REJECTS = """
SELECT count(*) AS pages, reason, min(url) AS example FROM rejects GROUP BY reason ORDER BY pages DESC, reason LIMIT ?
"""
NEWEST = """
SELECT coalesce(substr(published, 1, 10), 'no date') AS date,
  (SELECT count(*) FROM quotes WHERE story = stories.id) AS quotes, outlet, title
FROM stories ORDER BY published DESC, id LIMIT ?
"""
SECTIONS = (("Last runs", RUNS), ("Rejected pages", REJECTS), ("Newest stories", NEWEST))
BARS_LEFT = 55  # columns of an outlet's line that are no bars
TERMINAL_RUNS = 20  # bars of an outlet in a terminal, where there is room
PAGE_RUNS = 120  # and on a page
NEXT = (
    '.venv/bin/sqlite-utils {db} -t "SELECT speaker, confidence, stance, cue, content FROM quotes LIMIT 9"',
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
            "--rows", type=number_of_rows, default=10, metavar="N", help="rows of each table (default 10)"
        )

        parser.add_argument("--html", metavar="FILE", help="write a page with charts to FILE instead")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        folder = self.settings["ARCHIVE_DIR"]
        with looked_at(self.settings) as store:
            if opts.html:
                Path(opts.html).write_text(
                    report_page(store, opts.rows, folder), encoding="utf-8", errors="backslashreplace"
                )
                print(printable(opts.html))
            else:
                show(report(store, opts.rows, width(), folder))


def report(store: Store, rows: int, width: int, archive: str = "") -> list[Part]:
    """The report for a terminal of this width. archive: the folder of the archive."""
    sections = {
        "Outlets": outlet_rows(store, width),
        "Last runs": run_rows(store.rows(RUNS, rows)),
        "Rejected pages": reject_rows(store.rows(REJECTS, rows)),
        "Newest stories": Rows(store.rows(NEWEST, rows)),
    }
    parts: list[Part] = [*told(store), held(store), *held_in(store, archive)]
    for heading, found in sections.items():
        if found.rows:
            parts += ["", heading, found]
    return [
        *parts,
        "",
        "Try next",
        *(Whole(f"  {command.format(db=quote(str(store.path)))}") for command in NEXT),
    ]


def told(store: Store) -> list[str]:
    """What must be said of the database before all else: that its stories are invented."""
    return [TOLD] if holds_sample(store) else []


def held(store: Store) -> str:
    """What the database holds, in a line."""
    row = store.row(HOLDINGS) or {}
    told = {
        "in_doubt": "that may be no story",
        "partial": "partial, behind a wall",
        "fed": "from a feed, for want of the page",
    }
    notes = "; ".join(f"{row[name]} {words}" for name, words in told.items() if row[name])
    notes = f" ({notes})" if notes else ""
    return (
        f"{many(row['stories'], 'story')}{notes}, {many(row['quotes'], 'quote')} ({row['spoken']} with a speaker, "
        f"{row['sure']} sure), {many(row['entries'], 'Resource Centre entry')} "
        f"({many(row['doubtful'], 'passage')} altered or missing) in {store.path}"
    )


def outlet_rows(store: Store, width: int) -> Rows:
    """The outlets, each with its last run and the bars of the ones before, the newest to the right."""
    most = min(max((width - BARS_LEFT) // 3, 2), TERMINAL_RUNS)
    rows, notes = [], []
    for row in store.rows(OUTLETS):
        past = store.rows(TREND, row["spider"], most)
        shown = {
            "found": bars([max(run["found"] or 0, run["listed"] or 0) for run in past]),
            "new": bars([run["new"] for run in past]),
            "read": bars([share("read", "fetched", run) for run in past]),
        }
        rows.append(_run(row) | shown)
        notes.append(": ".join(filter(None, (row["cause"], row["note"]))))
    return Rows(rows, notes)


def run_rows(rows: list[Row]) -> Rows:
    """The runs, each with what it counted, and under it what there is to say of it."""
    return Rows([_run(row) | {"counts": counted(row)} for row in rows], [row["note"] for row in rows])


def _run(row: Row) -> dict[str, object]:
    return {"spider": row["spider"], "verdict": row["verdict"], "started": local(row["started"])}


def counted(row: Row) -> str:
    """What became of what a run found, without what there was none of: `13 found: 1 updated, 12 unchanged`."""
    found = row["found"] or 0
    counts: dict[str, int] = {name: row[name] or 0 for name in OUTCOMES}
    counts["left"] = max(left(row), 0) if row["verdict"] != "running" else 0
    counts["errors"] = row["errors"] or 0
    parts = ", ".join(f"{number} {name}" for name, number in counts.items() if number)
    return f"{found} found" + (f": {parts}" if parts else "")


def reject_rows(rows: list[Row]) -> Rows:
    """The reasons, each with one of its pages under it."""
    return Rows(
        [{"pages": row["pages"], "reason": row["reason"]} for row in rows], [row["example"] for row in rows]
    )


def report_page(store: Store, rows: int, archive: str = "") -> str:
    """The report as an HTML page with charts."""
    outlets = store.rows(OUTLETS)
    parts = [f"<p>{escape(line)}</p>" for line in (*told(store), held(store), *held_in(store, archive))]
    parts += ["<h2>Outlets</h2>", html_table(outlets)]
    for row in outlets:
        past = store.rows(TREND, row["spider"], PAGE_RUNS)
        parts.append(f"<h2>{escape(row['spider'])}</h2>")
        for caption, numbers in charts(past).items():
            top = 1.0 if "share" in caption else max((number or 0 for number in numbers), default=0)
            parts.append(figure(caption, svg(past, numbers, top)))
    for heading, sql in SECTIONS:
        parts += [f"<h2>{heading}</h2>", html_table(store.rows(sql, rows))]
    return page("Cuttings", "".join(parts))


def charts(past: list[Row]) -> dict[str, list[float | None]]:
    """What is charted of an outlet's runs."""
    return {
        "stories listed or found": [max(run["found"] or 0, run["listed"] or 0) for run in past],
        "new stories": [run["new"] for run in past],
        "share of pages read": [share("read", "fetched", run) for run in past],
        "share with a date": [share("dated", "read", run) for run in past],
        "share with an author": [share("signed", "read", run) for run in past],
        "share with a quote": [share("quoted", "read", run) for run in past],
    }
