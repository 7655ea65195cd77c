"""What a figure is worth on sites that no rule was chosen on: `python -m tests.bench.left_out [CORPUS ...] [--sample N]`.

Each page is read with all rules, and with each rule off that does something there: the matrix (tests.bench.matrix). Sites
are dealt into ten folds. For each fold a rule is kept if it gains on the other folds' pages, a constant takes the
value that gains most there, and the fold is read with what was so chosen. `python -m tests.bench.pages` prints these
figures beside the plain ones.

It tells whether a rule earns its place elsewhere too. It cannot tell what a rule's author saw: a rule that was written
on a site and serves three others is kept, and its words and bounds are those of the pages that it was written on.
"""

import argparse
import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256

from tests import corpora
from tests.bench.figures import LEAST_SITES, SHOWN, is_apart, write
from tests.bench.matrix import (
    ALTERNATIVES,
    COLUMNS,
    RULES_OF_PAGES,
    Row,
    Scores,
    add_line,
    kept,
    matrix,
    read_lines,
)
from tests.bench.pages import BY_DAY, CORPORA
from tests.bench.stages import read_with

FOLDS = 10
LEAST = 0.001  # of a score: a page that changes less is the same


def fold_of(site: str) -> int:
    """The fold of a site, the same for all of its pages in all sets."""
    return int(sha256(site.encode()).hexdigest(), 16) % FOLDS


def gains(rows: Iterable[Row]) -> dict[str, dict[str, float]]:
    """What each column's change adds, by column and site, over all fields."""
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for row in rows:
        for column, other in row["scores"].items():
            found[column][row["site"]] += sum(other[name] - row["plain"][name] for name in row["plain"])
    return found


def chosen(rows: Iterable[Row]) -> set[str]:
    """The columns that a fold is read with, by what they add on these pages of others.

    A rule that adds nothing there is off, so that only the fold's own pages could have made one keep it.
    """
    added = {column: sum(by_site.values()) for column, by_site in gains(rows).items()}
    off = {column for column in RULES_OF_PAGES if added.get(column, 0.0) >= 0}
    best: dict[str, str] = {}
    for column in ALTERNATIVES:
        constant = column.rsplit(" ", 1)[0]
        if added.get(column, 0.0) > added.get(best.get(constant, ""), 0.0):
            best[constant] = column
    return off | set(best.values())


def left_out(known: dict[str, list[Row]]) -> dict[str, dict[str, Row]]:
    """What is read of each page with what the other folds chose, by set and id."""
    found: dict[str, dict[str, Row]] = {corpus: {} for corpus in known}
    together = Together()
    for fold in range(FOLDS):
        columns = chosen(row for rows in known.values() for row in rows if fold_of(row["site"]) != fold)
        for corpus, rows in known.items():
            for row in rows:
                if fold_of(row["site"]) == fold:
                    found[corpus][row["id"]] = together.read(corpus, row, columns & row["changes"].keys())
    return found


class Together:
    """What is read of a page with several columns at once: of one the matrix tells; of more it is read, and kept."""

    def __init__(self) -> None:
        self._file = kept("together")
        self._known = {one["key"]: one["changes"] for one in read_lines(self._file)}
        self._truth: dict[str, dict[str, Row]] = {}

    def read(self, corpus: str, row: Row, columns: set[str]) -> Row:
        """What is read of the page of a row of the matrix."""
        if len(columns) < 2:
            return row["found"] | next((row["changes"][column] for column in columns), {})
        key = " + ".join([corpus, row["digest"], *sorted(columns)])
        if key not in self._known:
            if corpus not in self._truth:
                self._truth[corpus] = {one["id"]: one for one in corpora.truth(corpus)}
            page = corpora.page(corpus, self._truth[corpus][row["id"]])
            other = read_with(page, corpus in BY_DAY, [COLUMNS[column] for column in sorted(columns)])
            self._known[key] = {field: other[field] for field in other if other[field] != row["found"][field]}
            add_line(self._file, {"key": key, "changes": self._known[key]})
        return row["found"] | self._known[key]


def figures(corpus: str, rows: list[Row], found: dict[str, Row]) -> Scores:
    """The scorer's figures over these pages."""
    truth = [row for row in corpora.truth(corpus) if row["id"] in found]
    return dict(corpora.scorer("score_pages").score(corpus, found, truth))


def sets(known: dict[str, list[Row]]) -> Row:
    """Of each set how many pages it has, and both of each figure: with all rules, and with sites left out."""
    apart, found = left_out(known), {}
    for corpus, rows in known.items():
        plain = figures(corpus, rows, {row["id"]: row["found"] for row in rows})
        other = figures(corpus, rows, apart[corpus])
        pairs = {name: (round(plain[name], 4), round(other[name], 4)) for name in SHOWN if name in plain}
        found[corpus] = {"pages": len(rows), "figures": pairs}
    return found


def lines(found: Row) -> Iterator[str]:
    """Both figures of each set, side by side, and whether they differ by more than a point."""
    for corpus, one in found.items():
        pairs = one["figures"]
        told = [f"{name} {plain:.4f} / {other:.4f}" for name, (plain, other) in pairs.items()]
        differing = [name for name, pair in pairs.items() if is_apart(*pair)]
        yield f"{corpus:9}{one['pages']} pages, plain / sites left out: {', '.join(told)}" + (
            f"; MORE THAN A POINT APART: {', '.join(differing)}" if differing else ""
        )


def rules(known: dict[str, list[Row]]) -> dict[str, tuple[int, int, int, int, float]]:
    """Of each rule how many pages were asked, and are read better and worse with it; sites better; how much in all."""
    rows = [row for rows in known.values() for row in rows]
    found, told = gains(rows), {}
    for column in RULES_OF_PAGES:
        by_site = {site: -value for site, value in found.get(column, {}).items()}
        pages = [
            sum(row["plain"][name] - row["scores"][column][name] for name in row["plain"])
            for row in rows
            if column in row["scores"]
        ]
        won, lost = (sum(sign * gain > LEAST for gain in pages) for sign in (1, -1))
        sites = sum(gain > LEAST for gain in by_site.values())
        told[column] = len(rows), won, lost, sites, round(sum(by_site.values()), 2)
    return told


def main() -> None:
    """Print both figures, and what each rule wins and loses."""
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="*", default=[], help=", ".join(CORPORA))
    parser.add_argument("--sample", type=int, default=0, help="pages of each set; all by default")
    parser.add_argument("--jobs", type=int, default=1, help="processes; one by default")
    parser.add_argument("--write", action="store_true", help="keep them, and print them into the docs")
    arguments = parser.parse_args()
    names = arguments.corpora or CORPORA
    known = {name: matrix(name, arguments.sample, jobs=arguments.jobs) for name in names}
    found, told = sets(known), rules(known)
    print(*lines(found), f"{'rule':<44}better worse sites   gain", sep="\n")
    for column, (_, won, lost, sites, gain) in told.items():
        print(f"{column:<44}{won:>6}{lost:>6}{sites:>6}{gain:>7.2f}{'' if sites >= LEAST_SITES else ' *'}")
    if arguments.write:
        write(sets=found, rules=told)


if __name__ == "__main__":
    main()
