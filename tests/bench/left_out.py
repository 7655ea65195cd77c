"""What a figure is worth on sites that no rule was chosen on: `python -m tests.bench.left_out [CORPUS ...] [--sample N]`.

Each page is read as it is, and with each named rule of bodies, dates, headlines and authors off, or a constant at
another value, that matters on it. What that changes is the matrix, kept in `.cache/left_out` by the hash of the code.
Sites are dealt into ten folds. For each fold a rule is kept if it gains on the other folds' pages, a constant takes the
value that gains most there, and the fold is read with what was so chosen. `python -m tests.bench.pages` prints these
figures beside the plain ones.

It tells whether a rule earns its place elsewhere too. It cannot tell what a rule's author saw: a rule that was written
on a site and serves three others is kept, and its words and bounds are those of the pages that it was written on.
"""

import argparse
import json
import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from stories.dates import choose_dates
from stories.extraction import body, reading
from stories.extraction.document import UnreadableError, parse
from stories.extraction.metadata import headline
from stories.extraction.metadata.authors import authors
from stories.extraction.metadata.dates import date_candidates
from stories.extraction.metadata.language import stated_language
from stories.page import Page
from tests import corpora
from tests.bench.ablation.heard import heard
from tests.bench.ablation.rules import RULES, Off, without
from tests.bench.pages import BY_DAY, CORPORA, UNKNOWN, prediction

FOLDS = 10
CACHE = corpora.ROOT / ".cache" / "left_out"
CODE = ("stories/**/*.py", "tests/bench/ablation/rules.py", "requirements.txt")
SHOWN = ("f1", "title_exact", "author_f1", "date_day")
POINT = 0.01  # from this difference on the two figures are said to differ
LEAST_SITES = 3  # on which a rule wins that stays without a test page of its own
ALTERNATIVES: dict[str, Off] = {
    "corner at 0.3": (body, "CORNER", 0.3),
    "tiny below 400": (body, "TINY", 400),
    **{f"heading weighs {weight}": (headline._WEIGHTS, "h1", weight) for weight in (1.1, 2.0)},
    **{f"JSON-LD weighs {weight}": (headline._WEIGHTS, "json-ld headline", weight) for weight in (0.8, 1.6)},
    **{f"address weighs {weight}": (headline._WEIGHTS, "url", weight) for weight in (1.0, 3.0)},
    **{f"address clearly by {share}": (headline, "CLEARLY", share) for share in (0.05, 0.3)},
}
COLUMNS = {
    f"{room}: {name}": rule for room in RULES if room != "quotes" for name, rule in RULES[room].items()
}
OF_BODIES = ("body: ", "corner at ", "tiny below ")
Row = dict[str, Any]
Scores = dict[str, float]


def read_with(page: Page, by_day: bool, rules: Iterable[Off]) -> Row:
    """What is read of a page while these rules are off."""
    with ExitStack() as off:
        for rule in rules:
            off.enter_context(without(rule))
        return prediction(page, reading.read(page, UNKNOWN), by_day)


def head_with(page: Page, rules: Iterable[Off]) -> object:
    """Headline, names and dates of a page while these rules are off: what is asked first, since a body costs more."""
    with ExitStack() as off:
        for rule in rules:
            off.enter_context(without(rule))
        try:
            document = parse(page)
        except UnreadableError as refusal:
            return refusal.args
        title = headline.headline(document)[0]
        dates = choose_dates(
            date_candidates(document, title), UNKNOWN, page.fetched, stated_language(document)
        )
        return title, authors(document, "", UNKNOWN)[0], [date for date in dates if date.chosen]


def scores(corpus: str, row: Row, found: Row) -> Scores:
    """How right each known field of one page is, from 0 to 1."""
    scorer = corpora.scorer("score_pages")
    told = {"title": "title_exact", "authors": "author_f1", "published": "date_day"}
    every = scorer.meta([row], {row["id"]: found})
    made = {name: float(every[name]) for field, name in told.items() if row.get(field) and name in every}
    if "must_have" in row:
        made["f1"] = scorer.score("traf", {row["id"]: found}, [row])["f1"]
    elif row.get("body"):
        made["f1"] = scorer.page_f1(row["body"], found["body"])
    return made


def examined(corpus: str, row: Row) -> Row:
    """A row of the matrix: what is read of a page, how right that is, and what each column changes that matters on it."""
    page, by_day = corpora.page(corpus, row), corpus in BY_DAY
    matters = set(ALTERNATIVES)
    found = read_with(page, by_day, [heard(column, rule, matters) for column, rule in COLUMNS.items()])
    plain, changes = scores(corpus, row, found), {}
    head = head_with(page, [])
    for column in sorted(matters):
        rule = (COLUMNS | ALTERNATIVES)[column]
        if not column.startswith(OF_BODIES) and head_with(page, [rule]) == head:
            continue
        if (other := read_with(page, by_day, [rule])) != found:
            changes[column] = scores(corpus, row, other)
    site = urlsplit(row["url"]).netloc.removeprefix("www.")
    return {"id": row["id"], "site": site, "found": found, "plain": plain, "changes": changes}


def matrix(corpus: str, size: int = 0, make: bool = True) -> list[Row]:
    """The rows of a set, from the cache as far as they are there; none where they are not all and none is to be made."""
    CACHE.mkdir(parents=True, exist_ok=True)
    kept = CACHE / f"{code()}-{corpus}.jsonl"
    known = (
        {one["id"]: one for one in map(json.loads, kept.read_text("utf-8").splitlines())}
        if kept.exists()
        else {}
    )
    rows = sorted(corpora.truth(corpus), key=lambda row: sha256(row["id"].encode()).digest())
    rows = rows[:size] if size else rows
    with kept.open("a", encoding="utf-8") as file:
        for row in rows:
            if row["id"] not in known and make:
                known[row["id"]] = examined(corpus, row)
                file.write(json.dumps(known[row["id"]], ensure_ascii=False) + "\n")
                file.flush()
    return [known[row["id"]] for row in rows if row["id"] in known] if make or len(known) >= len(rows) else []


def code() -> str:
    """The hash of the code that reads."""
    files = sorted({file for pattern in CODE for file in corpora.ROOT.glob(pattern)})
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def fold_of(site: str) -> int:
    """The fold of a site, the same for all of its pages in all sets."""
    return int(sha256(site.encode()).hexdigest(), 16) % FOLDS


def gains(rows: Iterable[Row]) -> dict[str, dict[str, float]]:
    """What each column's change adds, by column and site, over all fields."""
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for row in rows:
        for column, other in row["changes"].items():
            found[column][row["site"]] += sum(other[name] - row["plain"][name] for name in row["plain"])
    return found


def chosen(rows: Iterable[Row]) -> set[str]:
    """The columns that a fold is read with, by what they add on these pages of others.

    A rule that adds nothing there is off, so that only the fold's own pages could have made one keep it.
    """
    added = {column: sum(by_site.values()) for column, by_site in gains(rows).items()}
    off = {column for column in COLUMNS if added.get(column, 0.0) >= 0}
    best: dict[str, str] = {}
    for column in ALTERNATIVES:
        constant = column.rsplit(" ", 1)[0]
        if added.get(column, 0.0) > added.get(best.get(constant, ""), 0.0):
            best[constant] = column
    return off | set(best.values())


def left_out(known: dict[str, list[Row]]) -> dict[str, dict[str, Row]]:
    """What is read of each page with what the other folds chose, by set and id."""
    found: dict[str, dict[str, Row]] = {corpus: {} for corpus in known}
    for fold in range(FOLDS):
        columns = chosen(row for rows in known.values() for row in rows if fold_of(row["site"]) != fold)
        for corpus, rows in known.items():
            truth = {row["id"]: row for row in corpora.truth(corpus)}
            for row in rows:
                if fold_of(row["site"]) == fold:
                    here = columns & row["changes"].keys()
                    rules = [(COLUMNS | ALTERNATIVES)[column] for column in sorted(here)]
                    page = corpora.page(corpus, truth[row["id"]])
                    found[corpus][row["id"]] = (
                        read_with(page, corpus in BY_DAY, rules) if rules else row["found"]
                    )
    return found


def figures(corpus: str, rows: list[Row], found: dict[str, Row]) -> Scores:
    """The scorer's figures over these pages."""
    truth = [row for row in corpora.truth(corpus) if row["id"] in found]
    return dict(corpora.scorer("score_pages").score(corpus, found, truth))


def lines(known: dict[str, list[Row]]) -> Iterator[str]:
    """Both figures of each set, side by side, and whether they differ by more than a point."""
    apart = left_out(known)
    for corpus, rows in known.items():
        plain = figures(corpus, rows, {row["id"]: row["found"] for row in rows})
        other = figures(corpus, rows, apart[corpus])
        told = [f"{name} {plain[name]:.4f} / {other[name]:.4f}" for name in SHOWN if name in plain]
        differing = [name for name in SHOWN if name in plain and abs(plain[name] - other[name]) > POINT]
        yield f"{corpus:9}{len(rows)} pages, plain / sites left out: {', '.join(told)}" + (
            f"; MORE THAN A POINT APART: {', '.join(differing)}" if differing else ""
        )


def rules(known: dict[str, list[Row]]) -> Iterator[str]:
    """A table of the rules: on how many pages and sites each wins and loses, what it gains, and without its best site."""
    rows = [row for rows in known.values() for row in rows]
    found = gains(rows)
    yield "| rule | won | lost | sites | gain | without best |"
    yield "|---|---|---|---|---|---|"
    for column in COLUMNS:
        by_site = {site: -value for site, value in found.get(column, {}).items()}
        pages = [
            sum(row["plain"][name] - row["changes"][column][name] for name in row["plain"])
            for row in rows
            if column in row["changes"]
        ]
        won, lost = (sum(sign * gain > 0.001 for gain in pages) for sign in (1, -1))
        sites = sum(gain > 0.001 for gain in by_site.values())
        total = sum(by_site.values())
        mark = "" if sites >= LEAST_SITES else " *"
        rest = total - max(by_site.values(), default=0)
        yield f"| {column}{mark} | {won} | {lost} | {sites} | {total:.2f} | {rest:.2f} |"


def main() -> None:
    """Print both figures, and the table of the rules."""
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="*", default=[], help=", ".join(CORPORA))
    parser.add_argument("--sample", type=int, default=0, help="pages of each set; all by default")
    arguments = parser.parse_args()
    reading.find_quotes = lambda *arguments: []  # type: ignore[assignment] -- no field of these is a quote
    known = {name: matrix(name, arguments.sample) for name in arguments.corpora or CORPORA}
    for line in [*lines(known), *rules(known)]:
        print(line, flush=True)


if __name__ == "__main__":
    main()
