"""python -m scrapy verify [ENTRY URL...]: does each curated excerpt still say what its source says?"""

import argparse
import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from commands.clusters import looked_at
from extensions import outlets
from store.database import Store
from store.tables import Row
from stories.entries import entry_address
from stories.entries.excerpts import Fidelity
from stories.identity.urls import belongs_to, canonical_url
from stories.outlet import Outlet
from stories.text import many
from terminal import Part, Rows, show, show_json

ENTRIES = """
SELECT entries.id, entries.url, entries.title, entries.outlet, entries.published, source_url, source_address,
  source_state, source_note, archived_url, archived, stories.url AS story, stories.outlet AS spider
FROM entries LEFT JOIN stories ON stories.id = entries.story ORDER BY entries.published DESC, entries.url
"""
PASSAGES = "SELECT number, text, fidelity, note, differences FROM passages WHERE entry = ? ORDER BY number"
VERDICTS = "SELECT checked, fidelity, note FROM verdicts WHERE entry = ? AND number = ? ORDER BY place"
# An indirect quote is a paraphrase: that it differs is said of its passage
QUOTES = """
SELECT number, coalesce(speaker, source) AS speaker, stance, cue, how, confidence, content, source_quote, fidelity, note
FROM entry_quotes WHERE entry = ? AND kind != 'indirect' ORDER BY number
"""
SHOWN: tuple[Fidelity, ...] = ("exact", "altered", "missing", "unchecked")
DOUBTFUL = ("altered", "missing")


class Command(ScrapyCommand):
    """A table of entries, and the words of each passage and quote that the source does not have. Exit code 3: some."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, object]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[options] [ENTRY URL...|FILE.wacz...]"

    def short_desc(self) -> str:
        return "Show where curated excerpts differ from their sources (exit code 3 where any does)"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--outlet", default="", metavar="NAME", help="whose stories were excerpted: bbc")
        parser.add_argument(
            "--since", default="", metavar="DATE", help="entries of this day or later: 2019-12-01"
        )
        parser.add_argument("--json", action="store_true", help="a JSON list of the entries, for a program")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        known = outlets(self.settings)
        if bundles := [word for word in args if word.endswith(".wacz") or Path(word).exists()]:
            if len(bundles) != len(args):
                raise UsageError("name bundles or entries, not both", print_help=False)
            trusted = self.settings["TIMESTAMP_ROOTS"]
            self.exitcode = 3 if sum(holds(Path(file), known, trusted) for file in bundles) else 0
            return
        with looked_at(self.settings) as store:
            rows = store.rows(ENTRIES)
            rows = named(rows, args, known) if args else rows
            rows = of_outlet(rows, opts.outlet, known) if opts.outlet else rows
            rows = since(rows, opts.since) if opts.since else rows
            found = [finding(store, row) for row in rows]
        self.exitcode = 3 if any(entry[state] for entry in found for state in DOUBTFUL) else 0
        if opts.json:
            show_json(found, indent=1)
        else:
            show(lines_of(found))


def holds(file: Path, known: Mapping[str, Outlet], trusted: str) -> int:
    """Print what does not hold of a bundle; returns how much. Raises UsageError for what is none.

    trusted: a file of certificates by which a time stamp is trusted; empty for none.
    """
    from evidence.check import NoBundleError, findings  # with all that reads pages
    from evidence.stamp import roots_in

    notes: list[str] = []
    try:
        found = findings(file, known, roots_in(Path(trusted)) if trusted else (), notes.append)
    except NoBundleError as error:
        raise UsageError(str(error), print_help=False) from error
    said = f"{file}: {len(found)} things do not hold" if found else f"{file}: all that it says holds"
    show([said, *(f"  {what}" for what in (*found, *notes))])
    return len(found)


def named(rows: list[Row], addresses: list[str], known: Mapping[str, Outlet]) -> list[Row]:
    """The entries at these addresses, in whatever language or form. Raises UsageError where there is none."""
    chosen = []
    for url in addresses:
        try:
            asked = {url, canonical_url(entry_address(url), known["resource_centre"])}
        except ValueError as error:
            raise UsageError(str(error), print_help=False) from error
        # The components of a story's page have its address and a fragment
        fits = [row for row in rows if row["url"] in asked or row["url"].split("#")[0] in asked]
        if not fits:
            hint = "python -m scrapy crawl resource_centre fetches the latest ones"
            raise UsageError(f"no entry is stored under {url}; {hint}", print_help=False)
        chosen += [row for row in fits if row not in chosen]
    return chosen


def of_outlet(rows: list[Row], name: str, known: Mapping[str, Outlet]) -> list[Row]:
    """The entries that excerpt an outlet, named as its spider or as in print. Raises UsageError for a name of none."""
    outlet = known.get(name, Outlet(name=name, title=name))
    titles = {name.casefold(), outlet.title.casefold(), outlet.title.casefold().removeprefix("the ")}
    fits = [
        row
        for row in rows
        if row["spider"] == name
        or (row["outlet"] or "").casefold() in titles
        or belongs_to(row["source_address"] or "", outlet)
    ]
    if not fits and name not in known:
        raise UsageError(f"no outlet {name!r}; there are {', '.join(known)}", print_help=False)
    return fits


def since(rows: list[Row], day: str) -> list[Row]:
    """The entries of this day or later, and those without a date. Raises UsageError for what is no day."""
    try:
        first = date.fromisoformat(day).isoformat()
    except ValueError:
        raise UsageError(f"--since {day}: no date; write it as 2019-12-01", print_help=False) from None
    return [row for row in rows if not row["published"] or row["published"] >= first[: len(row["published"])]]


def finding(store: Store, row: Row) -> Row:
    """An entry with its passages, each with its verdicts over time, its quotes, and how many passages are what."""
    passages = store.rows(PASSAGES, row["id"])
    for passage in passages:
        passage["differences"] = json.loads(passage["differences"] or "[]")
        passage["verdicts"] = store.rows(VERDICTS, row["id"], passage["number"])
    counts = Counter(passage["fidelity"] for passage in passages)
    shown = {name: value for name, value in row.items() if name not in ("id", "spider")}
    parts = {"passages": passages, "quotes": store.rows(QUOTES, row["id"])}
    return shown | {state: counts[state] for state in SHOWN} | parts


def lines_of(found: list[Row]) -> list[Part]:
    """The findings for people: a table, then the words that differ, then what could not be checked."""
    if not found:
        return ["No entry is stored that fits: nothing to verify."]
    parts: list[Part] = [Rows([_counted(entry) for entry in found])]
    for entry in found:
        if any(entry[state] for state in DOUBTFUL):
            parts += ["", *details(entry)]
    if unchecked := [entry for entry in found if entry["unchecked"]]:
        parts += ["", "Not checked, for want of the source's text:"]
        for entry in unchecked:
            why = ": ".join(filter(None, (entry["source_state"], entry["source_note"])))
            parts += [f"  {why}", f"    {entry['title']}"]
    return [*parts, "", summary(found)]


def _counted(entry: Row) -> Row:
    return {state: entry[state] for state in SHOWN} | {
        "source": entry["source_state"],
        "entry": entry["title"],
    }


def details(entry: Row) -> list[str]:
    """What differs in one entry, the source's words above the excerpt's."""
    lines = [entry["title"], entry["url"], entry["story"]]
    for passage in entry["passages"]:
        if passage["fidelity"] not in DOUBTFUL:
            continue
        lines.append(f"  passage {passage['number']}, {passage['fidelity']}")
        if passage["fidelity"] == "missing":
            lines.append(f"    “{passage['text']}”")
        else:
            for there, here in passage["differences"]:
                lines += [
                    f"    in the source:  {there or '(nothing)'}",
                    f"    in the excerpt: {here or '(left out)'}",
                ]
        if was := before(passage):
            lines.append(f"    {was}")
    for quote in entry["quotes"]:
        if quote["fidelity"] in DOUBTFUL:
            why = quote["note"] or "its words were not found in the source"
            lines.append(f"  quote of {quote['speaker'] or 'nobody named'}: {why}")
    return lines


def before(passage: Row) -> str:
    """Since when a passage that was exact is not any more; empty for one that never was."""
    exact = [number for number, verdict in enumerate(passage["verdicts"]) if verdict["fidelity"] == "exact"]
    if not exact or exact[-1] + 1 == len(passage["verdicts"]):
        return ""
    then, now = passage["verdicts"][exact[-1]], passage["verdicts"][exact[-1] + 1]
    return f"the source had these words on {then['checked'][:10]}, and not on {now['checked'][:10]}"


def summary(found: list[Row]) -> str:
    """The totals in one line."""
    counts = {state: sum(entry[state] for entry in found) for state in SHOWN}
    told = ", ".join(f"{counts[state]} {state}" for state in SHOWN)
    return f"{many(len(found), 'entry')}, {many(sum(counts.values()), 'passage')}: {told}"
