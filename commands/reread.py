"""python -m scrapy reread [OUTLET]: read the stored pages again with today's reader; no network."""

import argparse

from scrapy.exceptions import UsageError

from commands.crawl import Command as Crawl


class Command(Crawl):
    """For after a change of the reader: each record is what its archived page gives now."""

    def syntax(self) -> str:
        return "[options] [OUTLET]"

    def short_desc(self) -> str:
        return (
            "Read again the pages that crawls kept in data/archive (`python -m scrapy crawl archive` others)"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) > 1:
            raise UsageError("name one outlet, or none for all")
        opts.spargs["stored"] = args[0] if args else "all"
        super().run(["archive"], opts)
