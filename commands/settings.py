"""python -m scrapy settings --get NAME: what a setting is."""

import argparse

from scrapy.commands.settings import Command as ScrapySettings
from scrapy.exceptions import UsageError


class Command(ScrapySettings):
    """Scrapy's own, that wants to be told which."""

    def short_desc(self) -> str:
        return "Print a setting: settings --get DOWNLOAD_DELAY"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if not any((opts.get, opts.getbool, opts.getint, opts.getfloat, opts.getlist)):
            raise UsageError(
                "name a setting: python -m scrapy settings --get NAME; settings.py has them all",
                print_help=False,
            )
        super().run(args, opts)
