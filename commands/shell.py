"""python -m scrapy shell [URL|FILE]: look at a page as a crawl would fetch it; no record, no archive."""

import argparse
import sys
from pathlib import Path
from typing import Any, ClassVar

from scrapy.commands.shell import Command as ScrapyShell
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    UsageError,
)

UNREACHED = (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)


class Command(ScrapyShell):
    """Scrapy's own, without the record of a run; local files can be read in it."""

    requires_project = True
    default_settings: ClassVar[dict[str, object]] = {**ScrapyShell.default_settings, "LOG_LEVEL": "WARNING"}

    def syntax(self) -> str:
        return "[options] [URL|FILE]"

    def short_desc(self) -> str:
        return "Look at a page with Scrapy's selectors, as a crawl would fetch it"

    def long_desc(self) -> str:
        return "A Python console with `response`, the page at URL or in FILE. Writes nothing to the database."

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        apart = {
            "USER_AGENT": self.settings["USER_AGENT"].format(contact=self.settings["CONTACT"]),
            "ARCHIVE_DIR": "",
            "ITEM_PIPELINES": {},
            "FEEDS": {},
            "DEFAULT_ITEM_CLASS": "scrapy.Item",
        }
        self.settings.setdict(apart, priority="cmdline")
        # A run's record is of a run; and its database belongs to one thread, the shell to two
        self.settings["EXTENSIONS"]["extensions.RunRecord"] = None
        self.settings["DOWNLOADER_MIDDLEWARES"]["middlewares.Backoff"] = None
        self.settings["DOWNLOAD_HANDLERS"]["file"] = (
            "scrapy.core.downloader.handlers.file.FileDownloadHandler"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) > 1:
            raise UsageError(f"one page at a time, not: {' '.join(args)}", print_help=False)
        self.pages = [address(arg) for arg in args]
        try:
            super().run(self.pages, opts)
        except UNREACHED as error:
            print(f"{self.pages[0]} was not fetched: {error}", file=sys.stderr)
            self.exitcode = 1

    def update_vars(self, vars: dict[str, Any]) -> None:
        """Called by Scrapy when a page is there, or is not. Raises IgnoreRequest where the page that was named is not."""
        if self.pages and vars.get("response") is None:
            raise IgnoreRequest(
                "robots.txt or a guard forbids it, or an archive does not hold it (-L INFO says more)"
            )


def address(page: str) -> str:
    """The address of a page given as such or as a file. Raises UsageError for what is neither."""
    if page.startswith(("http://", "https://", "file://")):
        return page
    if not Path(page).is_file():
        raise UsageError(f"neither a web address nor a file: {page}", print_help=False)
    return Path(page).resolve().as_uri()
