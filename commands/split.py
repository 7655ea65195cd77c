"""python -m scrapy split URL [OTHER...]: two stories are not one, whatever their texts say."""

import argparse
from typing import ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from commands.clusters import asked, lead_of, lines_of, opened
from terminal import show


class Command(ScrapyCommand):
    """Takes a story out of its cluster, or apart from the stories named only; remembered, until `join`."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, object]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[options] URL [OTHER...]"

    def short_desc(self) -> str:
        return "Keep a story apart from those that it was taken for"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--note", default="", help="why, for those who read it later")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        from store.near_duplicates import judge

        if not args:
            raise UsageError("name the address of a stored story")
        with opened(self.settings) as store:
            key, *others = [int(asked(store, self.settings, url)["id"]) for url in args]
            with store.transaction():
                lead = lead_of(store, key)
                members = store.rows("SELECT id FROM stories WHERE ? IN (id, same_as) AND id != ?", lead, key)
                for other in others or [int(row["id"]) for row in members]:
                    if other == key:
                        raise UsageError(
                            "both addresses belong to one stored story: there is nothing to split",
                            print_help=False,
                        )
                    judge(store, key, other, "different", opts.note)
            show(lines_of(store, lead_of(store, key)))
