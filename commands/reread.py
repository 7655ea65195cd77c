"""python -m scrapy reread [OUTLET|URL...]: read the kept pages again with today's rules, and tell what changes."""

import argparse
import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError

from commands.crawl import Command as Crawl
from commands.rows import number_of_rows
from extensions import RunRecord
from store.copy import copy_database
from store.database import Store
from store.reading_changes import ReadingChange, counted, reading_changes
from store.scratch import scratch
from stories.text import many
from terminal import Part, Rows, show, show_json

SHOWN = 300  # characters of a value that are shown side by side


class Command(Crawl):
    """For after a change of the reader: each record is what its archived page gives now; a report says what changed."""

    def syntax(self) -> str:
        return "[options] [OUTLET|URL...]"

    def short_desc(self) -> str:
        return (
            "Read again the pages that crawls kept in data/archive (`python -m scrapy crawl archive` others)"
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--since", metavar="DATE", help="only what was published on this day or later")
        parser.add_argument(
            "--dry-run", action="store_true", help="tell what would change, and write nothing"
        )
        parser.add_argument(
            "--json", action="store_true", help="a JSON object a change, and one of the counts"
        )
        parser.add_argument(
            "--rows", type=number_of_rows, default=20, metavar="N", help="changes shown (default 20)"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.crawler_process is not None  # noqa: S101 -- Scrapy made it
        settings = self.crawler_process.settings
        opts.spargs["stored"] = " ".join(args) or "all"
        if opts.since:
            if "since" in opts.spargs:
                raise UsageError("--since and -a since= are one: give it once", print_help=False)
            opts.spargs["since"] = opts.since
        self.opts = opts
        with tempfile.TemporaryDirectory(dir=scratch()) as folder:
            self.before, self.after = Path(folder, "before.db"), Path(settings["CUTTINGS_DB"]).absolute()
            copy_database(self.after, self.before)
            if opts.dry_run:
                self.after = Path(shutil.copyfile(self.before, Path(folder, "after.db")))
                settings.set("CUTTINGS_DB", str(self.after), priority="cmdline")
                settings.set("ALERT_COMMAND", "", priority="cmdline")
            super().run(["reread"], opts)

    def outcome(self, task: Any, name: str, crawler: Crawler) -> int:
        """Print what changed too, where the run came to be."""
        code = super().outcome(task, name, crawler)
        if code != 2:
            store = Store(self.after)
            changes = reading_changes(self.before, store)
            store.close()
            refused = RunRecord.of(crawler).refused
            if self.opts.json:
                for change in changes:
                    show_json(asdict(change))
                show_json({"changes": counted(changes), "refused": refused})
            else:
                show(report(changes, refused, self.opts.rows, self.opts.dry_run))
        return code


def report(changes: list[ReadingChange], refused: list[str], rows: int, dry: bool) -> list[Part]:
    """The changes for people: how many of each field, then those that matter most side by side."""
    records = len({change.url for change in changes})
    would = "would change" if dry else "changed"
    parts: list[Part] = [f"{many(len(changes), 'field')} of {many(records, 'record')} {would}"]
    parts += [Rows([{"changes": n, "field": field} for field, n in counted(changes).items()])]
    url = ""
    for change in changes[:rows]:
        if change.url != url:
            url = change.url
            parts += ["", url]
        parts += _side_by_side(change)
    if len(changes) > rows:
        parts += ["", f"{len(changes) - rows} more: --rows {len(changes)} shows them, --json all as data"]
    if refused:
        parts += ["", "Pages that give no record now; what was read of them before stays:"]
        parts += [f"  {line}" for line in refused]
    return parts


def _side_by_side(change: ReadingChange) -> list[Part]:
    of = f" of {_short(change.of)}" if change.of else ""
    return [
        f"  {change.field}{of}",
        f"    before: {_short(change.before)}",
        f"    after:  {_short(change.after)}",
    ]


def _short(value: object) -> str:
    text = "-" if value is None or value == "" else " ".join(str(value).split())
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 3]}..."
