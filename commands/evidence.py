"""python -m scrapy evidence STORY|ENTRY... -o FILE.wacz: records and the captures that they rest on, as one file."""

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from commands.clusters import looked_at
from commands.named_kinds import output
from extensions import outlets
from store.named_record import NamedRecord, named_records
from store.whole_file import whole_file
from stories.text import many, printable


class Command(ScrapyCommand):
    """A bundle that proves itself; `python -m scrapy verify FILE.wacz` checks it, offline and without the database."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, object]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[options] URL... -o FILE.wacz"

    def short_desc(self) -> str:
        return "Bundle stories and entries with their archived pages into one file that proves itself"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("-o", "--output", metavar="FILE.wacz", help="the file to write")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from evidence.bundle import bundle_of, packed  # with what reads archives
        from evidence.stamp import StampError, roots_in, stamp_of

        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        if not args:
            raise UsageError("name the addresses of stored stories or entries", print_help=False)
        if not opts.output or not opts.output.endswith(".wacz"):
            raise UsageError("name the file to write: -o FILE.wacz", print_help=False)
        if wrong := output(opts.output):
            raise UsageError(f"-o {opts.output}: {wrong}", print_help=False)
        known, named = outlets(self.settings), list[NamedRecord]()
        with looked_at(self.settings) as store:
            for address in args:
                try:
                    named += named_records(store, address, known)
                except ValueError as error:
                    raise UsageError(str(error), print_help=False) from error
            authority, trusted = self.settings["TIMESTAMP_AUTHORITY"], self.settings["TIMESTAMP_ROOTS"]
            roots = roots_in(Path(trusted)) if trusted else []
            stamp = partial(stamp_of, authority=authority, roots=roots) if authority else None
            try:
                files = bundle_of(store, named, self.settings["CONTACT"], authority, stamp)
            except StampError as error:
                print(printable(f"{error}; {opts.output} was not written"), file=sys.stderr)
                self.exitcode = 1
                return
        data = packed(files)
        with whole_file(Path(opts.output).absolute()) as out:
            out.write(data)
        by = f", stamped by {authority}" if authority else ""
        print(printable(f"{many(len(set(named)), 'record')} in {opts.output} ({len(data)} bytes{by})"))
