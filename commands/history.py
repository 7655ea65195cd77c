"""python -m scrapy history URL...: what a story said before, and what was changed in it."""

import argparse
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from commands.clusters import asked, opened
from commands.terminal import local, show
from stories.store import Row, Store

VERSIONS = "SELECT number, seen, last_seen, title FROM versions WHERE story = ? ORDER BY number"
CHANGES = "SELECT kind, before, after FROM changes WHERE story = ? AND number = ? ORDER BY place"
QUOTES = """
SELECT state, before, after, speaker, speaker_before FROM quote_changes
WHERE story = ? AND number = ? AND state != 'same' ORDER BY place
"""


class Command(ScrapyCommand):
    """The versions of the stories at the addresses given, the oldest first, each with its changes."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[options] URL..."

    def short_desc(self) -> str:
        return "Show a story's versions: what was changed, added, corrected, which quotes were altered"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        if not args:
            raise UsageError("name the address of a stored story")
        with opened(self.settings) as store:
            for url in args:
                show([*history(store, asked(store, self.settings, url)), ""])


def history(store: Store, story: Row) -> list[str]:
    """A story's versions as lines."""
    versions = store.rows(VERSIONS, story["id"])
    lines = [story["url"]]
    for row in versions:
        lines += ["", f"version {row['number']}  {local(row['seen'])}  {row['title']}"]
        for change in store.rows(CHANGES, story["id"], row["number"]):
            lines += [f"  {change['kind']}", *_both(change)]
        for quote in store.rows(QUOTES, story["id"], row["number"]):
            speaker = quote["speaker"] or "nobody named"
            before = quote["speaker_before"]
            moved = (
                f" (before: {before})"
                if quote["state"] == "altered" and before not in (None, speaker)
                else ""
            )
            lines += [f"  quote {quote['state']}, {speaker}{moved}", *_both(quote)]
    last = max(versions, key=lambda row: (row["last_seen"], row["number"]))
    if last is not versions[-1]:
        lines += [
            "",
            f"The outlet went back to version {last['number']}, seen until {local(last['last_seen'])}.",
        ]
    if len(versions) == 1:
        lines += ["", f"One version, seen until {local(last['last_seen'])}."]
    return lines


def _both(change: Row) -> list[str]:
    """What stood there before and what stands there now."""
    return [f"    {sign} {change[name]}" for sign, name in (("-", "before"), ("+", "after")) if change[name]]
