"""python -m scrapy join URL OTHER...: these stories are one, whatever their texts say."""

import argparse
from typing import ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from commands.clusters import asked, lead_of, lines_of, opened
from terminal import show


class Command(ScrapyCommand):
    """Puts stories into one cluster; remembered, until `split`."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, object]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[options] URL OTHER..."

    def short_desc(self) -> str:
        return "Count stories as one that were taken for different ones"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--note", default="", help="why, for those who read it later")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        from store.near_duplicates import judge

        if len(args) < 2:
            raise UsageError("name the addresses of two stored stories or more")
        with opened(self.settings) as store:
            key, *others = dict.fromkeys(int(asked(store, self.settings, url)["id"]) for url in args)
            if not others:
                raise UsageError("these addresses belong to one stored story already", print_help=False)
            with store.transaction():
                for other in others:
                    judge(store, key, other, "same", opts.note)
            show(lines_of(store, lead_of(store, key)))
