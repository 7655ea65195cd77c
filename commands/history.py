"""python -m scrapy history URL...: what a story said before, and what was changed in it."""

import argparse
from typing import ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from commands.clusters import asked, looked_at
from store.database import Store
from store.tables import Row
from terminal import local, show, show_json

VERSIONS = "SELECT number, seen, last_seen, title, partial FROM versions WHERE story = ? ORDER BY number"
CHANGES = "SELECT kind, before, after FROM changes WHERE story = ? AND number = ? ORDER BY place"
QUOTES = """
SELECT state, before, after, speaker, speaker_before, stance, stance_before FROM quote_changes
WHERE story = ? AND number = ? AND state != 'same' ORDER BY place
"""


class Command(ScrapyCommand):
    """The versions of the stories at the addresses given, the oldest first, each with its changes."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, object]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[options] URL..."

    def short_desc(self) -> str:
        return "Show a story's versions: what was changed, added, corrected, which quotes were altered"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--json", action="store_true", help="a JSON list of the stories, for a program")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        if not args:
            raise UsageError("name the address of a stored story")
        with looked_at(self.settings) as store:
            found = [finding(store, asked(store, self.settings, url)) for url in args]
        if opts.json:
            show_json(found, indent=1)
        else:
            show(line for story in found for line in [*history(story), ""])


def finding(store: Store, story: Row) -> Row:
    """A story with its versions, the oldest first, each with its changes and what became of the quotes."""
    versions = store.rows(VERSIONS, story["id"])
    for row in versions:
        row["changes"] = store.rows(CHANGES, story["id"], row["number"])
        row["quotes"] = store.rows(QUOTES, story["id"], row["number"])
    return {"url": story["url"], "versions": versions}


def history(found: Row) -> list[str]:
    """A story's versions as lines."""
    versions = found["versions"]
    lines = [found["url"]]
    for row in versions:
        part = "  (partial)" if row["partial"] else ""
        lines += ["", f"version {row['number']}  {local(row['seen'])}  {row['title']}{part}"]
        for change in row["changes"]:
            lines += [f"  {change['kind']}", *_both(change)]
        for quote in row["quotes"]:
            lines += [f"  quote {quote['state']}, {_said(quote)}", *_both(quote)]
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
    return [f"    {mark} {change[name]}" for mark, name in (("-", "before"), ("+", "after")) if change[name]]


def _said(quote: Row) -> str:
    """Who said the words and what the source does to them, and where it was otherwise before: `Moss (denies)`."""
    told = quote["stance"] or "stance not known"
    changed = [
        quote[f"{name}_before"]
        for name in ("speaker", "stance")
        if quote["state"] == "altered" and quote[f"{name}_before"] not in (None, quote[name])
    ]
    before = f"; before: {', '.join(changed)}" if changed else ""
    return f"{quote['speaker'] or 'nobody named'} ({told}{before})"
