"""python -m scrapy clusters [URL...]: which stored stories are one, and why."""

import argparse
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings

from commands.rows import number_of_rows
from extensions import outlets
from store.addresses import story_at
from store.database import Store
from store.held import OlderError, held
from store.tables import Row
from store.trouble import StoreError
from stories.identity.clusters import pair
from stories.identity.urls import outlet_of
from terminal import show

LARGEST = """
SELECT same_as AS lead, count(*) AS copies FROM stories WHERE same_as IS NOT NULL
GROUP BY same_as ORDER BY copies DESC, lead LIMIT ?
"""
MEMBERS = """
SELECT id, outlet, title, url, coalesce(published, 'no date') AS published
FROM stories WHERE id = :lead OR same_as = :lead
ORDER BY id != :lead, stories.published, first_seen, url
"""
EVIDENCE = "SELECT similarity, contained, bands FROM pairs WHERE story = ? AND other = ?"
JUDGED = """
SELECT verdict, made, note, url FROM judgements
JOIN stories ON stories.id = iif(judgements.story = :key, judgements.other, judgements.story)
WHERE judgements.story = :key OR judgements.other = :key ORDER BY made, url
"""


class Command(ScrapyCommand):
    """The clusters, the largest first, or those of the stories at the addresses given."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, object]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[options] [URL...]"

    def short_desc(self) -> str:
        return "Show which stories are one, how alike they are, and what was decided by hand"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "--rows", type=number_of_rows, default=20, metavar="N", help="clusters at most (default 20)"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        with looked_at(self.settings) as store:
            if args:
                leads = [lead_of(store, asked(store, self.settings, url)["id"]) for url in args]
            else:
                leads = [row["lead"] for row in store.rows(LARGEST, opts.rows)]
            for lead in dict.fromkeys(leads):
                show([*lines_of(store, lead), ""])
            if not leads:
                print("No stored story is a copy of another one.")


@contextmanager
def opened(settings: BaseSettings) -> Iterator[Store]:
    """The database that the settings name. Raises UsageError where it cannot be used."""
    try:
        store = Store(settings["CUTTINGS_DB"], new=False)
    except StoreError as error:
        raise UsageError(str(error), print_help=False) from error
    try:
        yield store
    except sqlite3.Error as error:
        raise UsageError(store.unusable(error), print_help=False) from error
    finally:
        store.close()


@contextmanager
def looked_at(settings: BaseSettings) -> Iterator[Store]:
    """The same, to be read only; a database of an older Cuttings is brought up to date first."""
    try:
        with held(settings["CUTTINGS_DB"]) as store:
            yield store
    except OlderError:
        with opened(settings) as store:
            yield store
    except StoreError as error:
        raise UsageError(str(error), print_help=False) from error


def asked(store: Store, settings: BaseSettings, url: str) -> Row:
    """The stored story at an address. Raises UsageError where there is none."""
    try:
        found = story_at(store, url, outlet_of(url, outlets(settings).values()))
    except ValueError as error:
        raise UsageError(str(error), print_help=False) from error
    if found is None:
        raise UsageError(
            f"no story is stored under {url}; fetch it with: python -m scrapy crawl story -a url=...",
            print_help=False,
        )
    return found


def lead_of(store: Store, key: int) -> int:
    """The id of the story that leads this one's cluster."""
    row = store.row("SELECT coalesce(same_as, id) AS lead FROM stories WHERE id = ?", key) or {}
    return int(row["lead"])


def lines_of(store: Store, lead: int) -> list[str]:
    """A cluster as lines: its lead, then each copy with how alike the two are, and people's decisions."""
    rows = list(store.db.query(MEMBERS, {"lead": lead}))
    lines = []
    for row in rows:
        mark = "*" if row["id"] == lead else " "
        lines.append(f"{mark} {row['published'][:10]}  {row['outlet']}  {row['title']}")
        lines.append(f"    {row['url']}")
        if row["id"] != lead:
            lines.append(f"    {_evidence(store, lead, row['id'])}")
        judged = store.db.query(JUDGED, {"key": row["id"]})
        lines += [f"    {_decision(verdict)}" for verdict in judged]
    return lines


def _evidence(store: Store, lead: int, other: int) -> str:
    row = store.row(EVIDENCE, *pair(lead, other))
    if row is None:
        return "not alike: joined by hand, or through one that was"
    return f"similarity {row['similarity']:.2f}, contained {row['contained']:.2f}, bands {row['bands']}"


def _decision(row: Row) -> str:
    words = "joined to" if row["verdict"] == "same" else "split from"
    note = f" ({row['note']})" if row["note"] else ""
    return f"{words} by hand on {row['made'][:10]}{note}: {row['url']}"
