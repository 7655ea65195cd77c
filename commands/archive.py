"""python -m scrapy archive: what the archive of crawls holds; with --prune, what no record needs any more goes."""

import argparse
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

from scrapy.commands import ScrapyCommand

from commands.clusters import looked_at, opened
from store.archive_files import AtWorkError, archive_files, held_in, prune, sizes
from store.database import Store
from stories.text import printable
from terminal import show


class Command(ScrapyCommand):
    """The sizes. Files are kept for ever unless ARCHIVE_KEEP says for how many days. Exit code 75: a run is at work."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, object]] = {"LOG_ENABLED": False}

    def short_desc(self) -> str:
        return "Show what the archive of crawls holds, and remove what no record needs (`crawl archive` reads WARC files)"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "--prune",
            action="store_true",
            help="remove the files of runs that ended more than ARCHIVE_KEEP days ago, that no record points at",
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        folder, keep = self.settings["ARCHIVE_DIR"], self.settings["ARCHIVE_KEEP"]
        if opts.prune and keep and folder:
            with opened(self.settings) as store:
                self.exitcode = pruned(store, folder, int(keep))
        else:
            with looked_at(self.settings) as store:
                show(held_in(store, folder) or [f"no run of this database wrote to {folder or 'an archive'}"])
        if not keep:
            print(
                "everything is kept for ever: -s ARCHIVE_KEEP=DAYS says for how long what no record needs is"
            )


def pruned(store: Store, folder: str, days: int) -> int:
    """Print what is removed, and what is left; returns the exit code."""
    try:
        gone = prune(store, Path(folder).absolute(), datetime.now(UTC) - timedelta(days=days))
    except AtWorkError as error:
        print(printable(str(error)), file=sys.stderr)
        return 75
    left = archive_files(store, Path(folder).absolute())
    show([f"removed {sizes(gone)}; left {sizes(left)}", *(f"  {one.path.name}" for one in gone)])
    return 0
