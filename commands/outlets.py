"""python -m scrapy outlets [NAMES]: the outlets, a line each; -v where each finds its stories; --check asks there."""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from textwrap import shorten
from typing import ClassVar

from scrapy import Spider
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from commands.clusters import looked_at
from commands.crawlall import Children
from extensions import broken_spiders, loader_of, outlets
from store.database import Store
from store.scratch import scratch
from store.tables import Row
from stories.outlet import ListAddress
from stories.text import many, with_detail
from terminal import Part, Rows, show, show_json, width

WAYS = ("feeds", "sitemaps", "listings")  # in which a spider finds stories, by the names of their addresses
KEY = "F feeds, S sitemaps, L listings; ?: not all are known to answer; -v names them"
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
SAID = 120  # characters of what is known of a trouble
STATED = ("seen", "answered")  # what a ListAddress says beside its address
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
        parser.add_argument(
            "-v", "--verbose", action="store_true", help="name the feeds, sitemaps and listings of each"
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
        elif opts.check:
            below = [str(row.pop("address")) for row in rows]
            show([Rows([without(row, *STATED) for row in rows], below)])
        else:
            show(lines(rows, width(), opts.verbose))

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
        with tempfile.TemporaryDirectory(dir=scratch()) as folder:
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
                | stated(url)
                for name, spider in spiders.items()
                for url, kind, (verdict, answer) in answers(name, spider, store)
            ]
            store.close()
        if any(row["verdict"] != "ok" for row in rows):
            self.exitcode = 3
        return rows


def described(name: str, spider: type[Spider], store: Store | None) -> Row:
    """What is known of an outlet. held: stories, or entries of a spider that finds those."""
    outlet, lists = spider.outlet, lists_of(spider)  # type: ignore[attr-defined]
    row: Row = {
        "outlet": name,
        "title": outlet.title,
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
        "found by": ways(lists),
        "lists": lists,
    }


def lines(rows: Sequence[Row], columns: int, verbose: bool) -> list[Part]:
    """A line an outlet, in words where those fit. verbose: where each finds its stories stands below its line."""
    full = Rows([shown(row) for row in rows])
    short = Rows([shown(row, short=True) for row in rows])
    if not verbose:
        return [full] if full.fits(columns) else [short, "", KEY]
    parts: list[Part] = []
    for row in rows:
        parts.append(f"{row['outlet']}: {row['title']}, {row['found by']}")
        parts += [f"  {one['list']}: {one['address']}{known(one)}" for one in row["lists"]]
    return [*parts, ""] + ([full] if full.fits(columns) else [short, "", KEY])


def shown(row: Row, short: bool = False) -> Row:
    """A row as a table has it: country and languages share a column. short: so that it fits 80 columns."""
    languages: list[str] = row["languages"]
    spoken = languages[0] + (f"+{len(languages) - 1}" if len(languages) > 1 else "") if languages else ""
    readers = ": ".join(filter(None, (row["country"], spoken if short else ", ".join(languages)))) or "-"
    rest = {name: row[name] for name in ("held", "last run", "verdict")}
    found = {"lists": codes(row["lists"])} if short else {"found by": row["found by"]}
    return {"outlet": row["outlet"], "readers": readers, **rest, **found}


def known(one: Row) -> str:
    """What is known of an address: where it was seen, when it was last known to answer."""
    if "seen" not in one:
        return ""
    answered = f"last known to answer on {one['answered']}" if one["answered"] else "not known to answer"
    return f" (from {one['seen']}; {answered})"


def codes(lists: Sequence[Row]) -> str:
    """How a spider finds stories, in few signs: `3F 1S ?`."""
    counted = Counter(one["list"][0].upper() for one in lists)
    told = " ".join(f"{counted[letter]}{letter}" for letter in "FSL" if counted[letter])
    return f"{told} ?" if told and not all(map(is_confirmed, lists)) else told or "-"


def is_confirmed(one: Row) -> bool:
    """Whether an address is known to answer; one of which the file says nothing is."""
    return bool(one.get("answered", True))


def ways(lists: Sequence[Row]) -> str:
    """How a spider finds stories: `3 feeds, 1 sitemap`."""
    counts = Counter(one["list"] for one in lists)
    told = [many(counts[way[:-1]], way[:-1]) for way in WAYS if counts[way[:-1]]]
    unconfirmed = sum(not is_confirmed(one) for one in lists)
    return ", ".join(told) + (f" ({unconfirmed} unconfirmed)" if unconfirmed else "") or "addresses given"


def lists_of(spider: type[Spider]) -> list[Row]:
    """The addresses that a spider states: what each is, and what is known of it."""
    found = [(way[:-1], url) for way in WAYS for url in getattr(spider, way, ())]
    return [{"list": kind, "address": str(url)} | stated(url) for kind, url in found]


def stated(url: str) -> Row:
    """What an outlet's file says of an address."""
    return {name: getattr(url, name) for name in STATED} if isinstance(url, ListAddress) else {}


def without(row: Row, *names: str) -> Row:
    """A row without these columns."""
    return {name: value for name, value in row.items() if name not in names}


def answers(name: str, spider: type[Spider], store: Store) -> list[tuple[str, str, Answer]]:
    """The addresses of an outlet, and what else they led to, each with its kind and what was answered."""
    kinds = {url: way[:-1] for way in WAYS for url in getattr(spider, way, ())}
    named = {row["url"]: row for row in store.rows(LISTS, name)}
    troubles = {row["url"]: row for row in store.rows(TROUBLES, name)}
    ended = bool(store.row(ENDED, name))
    urls = dict.fromkeys([*kinds, *named, *troubles])
    return [
        (url, kinds.get(url, "named there"), dated(url, answer(named.get(url), troubles.get(url), ended)))
        for url in urls
    ]


def answer(named: Row | None, trouble: Row | None, ended: bool) -> Answer:
    """What an address answered. What neither named stories nor was in trouble is an index, whose sitemaps follow."""
    told = f"{named['listed']} named, {named['matched']} with a story's address" if named else ""
    if trouble:
        said = with_detail(
            trouble["reason"], shorten(trouble["detail"].split("\n")[0], SAID, placeholder=" ...")
        )
        return "trouble", f"{told}; {said}" if told else said
    if named:
        return ("ok" if named["matched"] else "trouble"), told
    return ("ok", "an index of sitemaps") if ended else ("trouble", "not asked: the run ended before")


def dated(url: str, found: Answer) -> Answer:
    """An answer, with what was known of the address before."""
    if not isinstance(url, ListAddress):
        return found
    verdict, said = found
    if verdict == "ok":
        today = datetime.now(UTC).date().isoformat()
        return verdict, said if url.answered else f'{said}; now known to answer: write answered="{today}"'
    return verdict, f"{said}; it was known to answer on {url.answered}" if url.answered else said
