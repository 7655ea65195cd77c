"""What each rule of the body reader wins and loses: `python -m tests.bench.ablate [RULE ...] [--sets gold,aeb]`.

Each rule is switched off in turn, from here: the running code knows nothing of it. A page that is read worse without the
rule is one that it wins, a page that is read better one that it loses. Sites are left out in turn: `without best` is what
is left of the rule's gain when the site that it helps most is not counted, so that a rule that serves one site shows.
"""

import argparse
import logging
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from stories.extraction import reading
from stories.extraction.body import alternatives, boilerplate, general, recovery
from stories.outlet import Outlet
from stories.page import Page
from tests import corpora
from tests.gold import pages as gold

Off = tuple[Any, str, Any]  # a module or table, a name in it, what stands there while the rule is off
NEVER = re.compile(r"(?!)")
body = sys.modules["stories.extraction.body"]
SETS = ("gold", "aeb", "fundus")
LEAST = 0.001  # of F1: a page that changes less is the same


def nothing(*arguments: object) -> str:
    """In place of a rule that gives a reason to cut."""
    return ""


RULES: dict[str, Off] = {
    "headline": (boilerplate, "is_headline", nothing),
    "subtitle": (boilerplate, "is_subtitle", nothing),
    "signature": (boilerplate, "is_signature", nothing),
    "links": (boilerplate, "by_links", nothing),
    "boxes": (boilerplate, "by_box", nothing),
    "labels": (boilerplate, "_labels", nothing),
    "below the text": (boilerplate, "_end_of_box", lambda blocks, lines_by_block, lines: len(blocks)),
    **{f"phrases: {why}": (boilerplate.PHRASES, why, NEVER) for why in boilerplate.PHRASES},
    "missed between": (recovery, "_between", lambda *arguments: []),
    "standfirst": (recovery, "_standfirst", lambda *arguments: []),
    "scope": (body, "find_scope", lambda lines: None),
    "whole page in one": (body, "_is_dump", lambda blocks, lines: False),
    **{
        f"other way: {way}": (alternatives.ALTERNATIVES, way, lambda *a: [])
        for way in alternatives.ALTERNATIVES
    },
    "times in sentences": (general, "_keep_times", nothing),
    "two line breaks": (general, "_mark_paragraphs", nothing),
}


@dataclass
class Known:
    """A page with its true body, and the site that it is from."""

    page: Page
    body: str
    site: str


def known(sets: list[str]) -> list[Known]:
    """The pages of the sets that are at hand."""
    found = [Known(gold.page(row), row["body"], row["id"]) for row in gold.rows() if not row.get("reject")]
    kept = found if "gold" in sets else []
    for name in sets:
        if name != "gold" and (corpora.CORPORA / name).is_dir():
            pages = corpora.pages(name)
            kept += [
                Known(page, row["body"], urlsplit(row["url"]).netloc) for row, page in pages if row["body"]
            ]
    return kept


@contextmanager
def without(rule: str) -> Iterator[None]:
    """While a rule is off."""
    where, name, other = RULES[rule]
    is_table = isinstance(where, dict)
    before = where[name] if is_table else getattr(where, name)
    put: Callable[[Any], None] = (
        (lambda value: where.update({name: value}))
        if is_table
        else (lambda value: setattr(where, name, value))
    )
    put(other)
    try:
        yield
    finally:
        put(before)


def score(pages: list[Known]) -> list[float]:
    """The F1 of each page's body."""
    return [gold.body_f1(one.body, reading.read(one.page, Outlet()).body) for one in pages]


def line(rule: str, pages: list[Known], whole: list[float], bare: list[float]) -> str:
    """What a rule wins and loses."""
    gains = [before - after for before, after in zip(whole, bare, strict=True)]
    by_site: dict[str, float] = defaultdict(float)
    for one, gain in zip(pages, gains, strict=True):
        by_site[one.site] += gain
    won, lost = (sum(sign * gain > LEAST for gain in gains) for sign in (1, -1))
    total, best = sum(gains), max(0.0, *by_site.values())
    sites = sum(gain > LEAST for gain in by_site.values())
    shares = (100 * share / len(gains) for share in (total, total - best))
    return "{:<32}{:>6}{:>6}{:>7}{:>9.3f}{:>14.3f}".format(rule, won, lost, sites, *shares)


def main() -> int:
    """Print a line for each rule."""
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rules", nargs="*", metavar="RULE", help=f"of {', '.join(RULES)}; all by default")
    parser.add_argument("--sets", default=",".join(SETS), help=f"of {', '.join(SETS)}")
    arguments = parser.parse_args()
    if unknown := [rule for rule in arguments.rules if rule not in RULES]:
        parser.error(f"{unknown[0]!r} is no rule: give any of {', '.join(RULES)}")
    pages = known(arguments.sets.split(","))
    reading.find_quotes = lambda *arguments: []  # type: ignore[assignment] -- bodies alone are asked
    whole = score(pages)
    print(f"{len(pages)} pages of {arguments.sets}; gain: mean F1 in hundredths")
    print("{:<32}{:>6}{:>6}{:>7}{:>9}{:>14}".format("rule", "won", "lost", "sites", "gain", "without best"))
    for rule in arguments.rules or RULES:
        with without(rule):
            print(line(rule, pages, whole, score(pages)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
