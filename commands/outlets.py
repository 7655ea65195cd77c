"""python -m scrapy outlets [NAMES]: the outlets, a line each; --check asks where each finds its stories."""

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import ClassVar

from scrapy import Spider
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from commands.clusters import looked_at
from commands.crawlall import Children
from extensions import broken_spiders, loader_of, outlets
from store.database import Row, Store
from terminal import Rows, show, show_json

WAYS = ("feeds", "sitemaps", "listings")  # in which a spider finds stories, by the names of their addresses
HELD = "SELECT count(*) AS held FROM stories WHERE outlet = ?"
ENTRIES = "SELECT count(*) AS held FROM entries"
LAST = """
SELECT started, coalesce(verdict, 'running') AS verdict FROM runs
WHERE spider = ? AND coalesce(verdict, '') != 'skipped' ORDER BY id DESC LIMIT 1
"""
LISTS = "SELECT url, listed, matched FROM ledger WHERE state = 'list' AND outlet = ? ORDER BY url"
TROUBLES = """
SELECT rejects.url, rejects.reason, detail FROM rejects JOIN runs ON runs.id = rejects.run
WHERE runs.spider = ? AND stage = 'spider' ORDER BY rejects.rowid
"""
ENDED = "SELECT 1 FROM runs WHERE spider = ? AND reason = 'finished'"
Answer = tuple[str, str]  # "ok" or "trouble", and what was answered


class Command(ScrapyCommand):
    """What is known of each outlet, how much of it is held, and how its last run went. Exit code 3: an address fails."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, object]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[options] [NAMES]"

    def short_desc(self) -> str:
        return "Show the outlets, how their stories are found, and how they do; --check asks their addresses"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "--check",
            action="store_true",
            help="ask each feed, sitemap and listing once, live, as a crawl would; no story is asked for, nothing stored",
        )
        parser.add_argument("--json", action="store_true", help="a JSON list, for a program")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        for name, why in broken_spiders(self.settings).items():
            print(f"{name}: {why}", file=sys.stderr)
            self.exitcode = 1
        loader = loader_of(self.settings)
        known = {name: loader.load(name) for name in outlets(self.settings)}
        if unknown := [name for name in args if name not in known]:
            raise UsageError(f"no outlet {unknown[0]!r}; there are {', '.join(known)}", print_help=False)
        chosen = {name: known[name] for name in args} or known
        rows = self.checked(chosen, opts.set) if opts.check else self.described(chosen)
        if opts.json:
            show_json(rows, indent=1)
        else:
            below = [str(row.pop("address")) for row in rows] if opts.check else ()
            show([Rows([shown(row) for row in rows], below)])

    def described(self, spiders: Mapping[str, type[Spider]]) -> list[Row]:
        """A row an outlet; where there is no database yet, none of its stories is held."""
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        if not Path(self.settings["CUTTINGS_DB"]).exists():
            return [described(name, spider, None) for name, spider in spiders.items()]
        with looked_at(self.settings) as store:
            return [described(name, spider, store) for name, spider in spiders.items()]

    def checked(self, spiders: Mapping[str, type[Spider]], given: Sequence[str]) -> list[Row]:
        """A row an address: a crawl asks for it, with a database that is thrown away, and without an archive."""
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "check.db"
            settings = [*given, "LISTS_ONLY=True", f"CUTTINGS_DB={path}", "ARCHIVE_DIR="]
            options = [word for setting in settings for word in ("-s", setting)]
            children = Children(quiet=True)
            children.listen()
            with ThreadPoolExecutor(self.settings.getint("OUTLETS_AT_ONCE")) as pool:
                ended = list(pool.map(lambda name: children.crawl(name, options), spiders))
            if wrong := [line for code, line in ended if code == 2]:
                raise UsageError(wrong[0], print_help=False)
            store = Store(path)
            rows = [
                {"outlet": name, "list": kind, "verdict": verdict, "answer": answer, "address": url}
                for name, spider in spiders.items()
                for url, kind, (verdict, answer) in answers(name, spider, store)
            ]
            store.close()
        if any(row["verdict"] != "ok" for row in rows):
            self.exitcode = 3
        return rows


def described(name: str, spider: type[Spider], store: Store | None) -> Row:
    """What is known of an outlet. held: stories, or entries of a spider that finds those."""
    outlet = spider.outlet  # type: ignore[attr-defined]
    row: Row = {
        "outlet": name,
        "country": outlet.country,
        "languages": list(outlet.languages),
    }
    query = (HELD, name) if getattr(spider, "holds_stories", True) else (ENTRIES,)
    held = store.row(*query) if store else None
    last = store.row(LAST, name) if store else None
    return row | {
        "held": held["held"] if held else 0,
        "last run": last["started"][:10] if last else "never",
        "verdict": last["verdict"] if last else "-",
        "found by": ways(spider),
    }


def shown(row: Row) -> Row:
    """A row as a table has it: country and languages share a column, so that all fit a terminal."""
    if "languages" not in row:
        return row
    rest = {name: value for name, value in row.items() if name not in ("outlet", "country", "languages")}
    readers = ": ".join(filter(None, (row["country"], ", ".join(row["languages"])))) or "-"
    return {"outlet": row["outlet"], "readers": readers, **rest}


def ways(spider: type[Spider]) -> str:
    """How a spider finds stories: `3 feeds, 1 sitemap`."""
    counts = {way: len(getattr(spider, way, ())) for way in WAYS}
    told = [f"{count} {way if count > 1 else way[:-1]}" for way, count in counts.items() if count]
    unconfirmed = " (unconfirmed)" if getattr(spider, "unconfirmed", ()) else ""
    return ", ".join(told) + unconfirmed if told else "addresses given"


def answers(name: str, spider: type[Spider], store: Store) -> list[tuple[str, str, Answer]]:
    """The addresses of an outlet, and what else they led to, each with its kind and what was answered."""
    stated = {url: way[:-1] for way in WAYS for url in getattr(spider, way, ())}
    named = {row["url"]: row for row in store.rows(LISTS, name)}
    troubles = {row["url"]: row for row in store.rows(TROUBLES, name)}
    ended = bool(store.row(ENDED, name))
    urls = dict.fromkeys([*stated, *named, *troubles])
    return [
        (url, stated.get(url, "named there"), answer(named.get(url), troubles.get(url), ended))
        for url in urls
    ]


def answer(named: Row | None, trouble: Row | None, ended: bool) -> Answer:
    """What an address answered. What neither named stories nor was in trouble is an index, whose sitemaps follow."""
    told = f"{named['listed']} named, {named['matched']} with a story's address" if named else ""
    if trouble:
        said = ": ".join(filter(None, (trouble["reason"], trouble["detail"].split("\n")[0][:120])))
        return "trouble", f"{told}; {said}" if told else said
    if named:
        return ("ok" if named["matched"] else "trouble"), told
    return ("ok", "an index of sitemaps") if ended else ("trouble", "not asked: the run ended before")
