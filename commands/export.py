"""python -m scrapy export stories|quotes|entries|changes --format FORMAT: what is held, as a file for other tools."""

import argparse
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from commands.browse import need
from commands.clusters import looked_at
from commands.named_kinds import output
from extensions import outlets
from store.tables import Row
from store.whole_file import whole_file
from stories.text import many

FORMATS = ("csv", "ndjson", "parquet", "xlsx", "ris", "csl")
NEEDED = {"parquet": "pyarrow", "xlsx": "openpyxl", "ris": "rispy"}
BINARY = ("parquet", "xlsx")
REFERENCES = ("ris", "csl")
REFERRED = ("stories", "entries")
NOUNS = {"stories": "story", "quotes": "quote", "entries": "entry", "changes": "change"}


class Command(ScrapyCommand):
    """Writes the records to a file, or to standard output where none is named; the newest first."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, object]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[options] stories|quotes|entries|changes"

    def short_desc(self) -> str:
        return "Write what is held to a file: csv, ndjson, parquet, xlsx, ris, csl"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add = parser.add_argument
        add(
            "--format",
            default="csv",
            choices=FORMATS,
            help="default csv; ris and csl are references, for Zotero",
        )
        add(
            "-o",
            "--output",
            default="",
            metavar="FILE",
            help="default: standard output; an old one is replaced",
        )
        add(
            "--since",
            default="",
            metavar="DATE",
            help="published (changes: seen) on this day or later: 2026-11-01",
        )
        add("--until", default="", metavar="DATE", help="published on this day or before")
        add("--outlet", default="", metavar="NAME", help="of this outlet: bbc")
        add(
            "--about",
            default="",
            metavar="COMPANY",
            help="excerpted by entries about companies whose names hold this",
        )
        add(
            "--words",
            default="",
            metavar="SEARCH",
            help='with these words, as the desk\'s search takes them: mine -"gold mine"',
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        from desk.exports import exported, names_of  # the desk is for who exports
        from desk.snapshot import Snapshot
        from desk.wanted import Wanted
        from desk.writers import TooMuchError

        name = checked(args, opts)
        asked = Wanted(
            q=opts.words,
            outlet=opts.outlet,
            about=opts.about,
            since=day(opts, "since"),
            until=day(opts, "until"),
        )
        write = writer(opts.format)
        if opts.format in REFERENCES:
            write = partial(write, titles={one.name: one.title for one in outlets(self.settings).values()})
        with looked_at(self.settings) as store:
            held = Snapshot(store.db.conn)
            rows, names = Counted(exported(held, name, asked)), names_of(held, name)
            try:
                if opts.output:
                    with whole_file(Path(opts.output)) as out:
                        write(rows, names, out)
                else:
                    to_standard(write, rows, names)
            except TooMuchError as error:
                raise UsageError(str(error), print_help=False) from error
        print(many(rows.number, NOUNS[name]) + (f" in {opts.output}" if opts.output else ""), file=sys.stderr)


def writer(form: str) -> Callable[..., None]:
    """What writes a format."""
    from desk import references, writers

    written: dict[str, Callable[..., None]] = {
        "csv": writers.write_csv,
        "ndjson": writers.write_ndjson,
        "parquet": writers.write_parquet,
        "xlsx": writers.write_xlsx,
        "ris": references.write_ris,
        "csl": references.write_csl,
    }
    return written[form]


class Counted:
    """Rows, and how many of them were taken."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._rows, self.number = rows, 0

    def __iter__(self) -> Iterator[Row]:
        return self

    def __next__(self) -> Row:
        row = next(self._rows)
        self.number += 1
        return row


def checked(args: list[str], opts: argparse.Namespace) -> str:
    """What is to be exported. Raises UsageError for what cannot be."""
    from desk.exports import EXPORTED

    if len(args) != 1 or args[0] not in EXPORTED:
        raise UsageError(f"name what to export: {', '.join(EXPORTED)}", print_help=False)
    name: str = args[0]
    if opts.format in REFERENCES and name not in REFERRED:
        raise UsageError(
            f"--format {opts.format} is for {' and '.join(REFERRED)}, not for {name}", print_help=False
        )
    if name == "changes" and opts.words:
        raise UsageError("--words is not for changes: their texts are in no index", print_help=False)
    if opts.format in BINARY and not opts.output:
        raise UsageError(f"--format {opts.format} is no text: name its file with -o FILE", print_help=False)
    if opts.output and (wrong := output(opts.output)):
        raise UsageError(f"-o {opts.output}: {wrong}", print_help=False)
    if opts.format in NEEDED:
        need(NEEDED[opts.format])
    return name


def day(opts: argparse.Namespace, name: str) -> str:
    """The value of an option that is a day. Raises UsageError for what is none."""
    text = str(getattr(opts, name))
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise UsageError(f"--{name} {text}: no date; write it as 2026-11-01", print_help=False) from None


def to_standard(write: Callable[..., None], rows: Iterator[Row], names: list[str]) -> None:
    """Write to standard output; to a terminal nothing that steers it."""
    if sys.stdout.isatty():
        rows = ({name: tame(value) for name, value in row.items()} for row in rows)
    sys.stdout.flush()
    write(rows, names, sys.stdout.buffer)
    sys.stdout.buffer.flush()


def tame(value: object) -> object:
    """A value in which nothing steers a terminal."""
    from desk.shown import harmless

    if isinstance(value, list):
        return [tame(one) for one in value]
    return harmless(value) if isinstance(value, str) else value
