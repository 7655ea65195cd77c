# ruff: noqa: S608 -- put together from words of this file, and of stories that were drawn
"""What a filled database is asked: the searches of docs/search.md, the reports, and a thousand stories that come."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from random import Random
from time import perf_counter, process_time

from commands.clusters import LARGEST, lines_of
from commands.report import report
from commands.verify import ENTRIES, finding
from store.database import Store
from stories.item import Story
from tests.bench.store.arriving import save

FOUND = "SELECT rowid FROM {table}_{index} WHERE {table}_{index} MATCH '{match}'"
EXACT = FOUND.format(table="stories", index="fts", match="{0}")
STEMS = FOUND.format(table="stories", index="stems", match="{0}")
ENTRIES_OF = FOUND.format(table="entries", index="stems", match="{0} OR {1}")
SAID = FOUND.format(table="quotes", index="stems", match="content: {0} OR content: {1}")
SAID_BY = FOUND.format(table="quotes", index="fts", match="speaker: {2}")
PAGE = "LIMIT 50"
# As docs/search.md gives them, a page of what is found; {0} and {1} are words, {2} is a name
SEARCHES = {
    "any form": f"SELECT title FROM stories WHERE id IN ({STEMS}) {PAGE}",
    "that very word": f"SELECT title FROM stories WHERE id IN ({EXACT}) {PAGE}",
    "those that came last": "SELECT stories.title FROM stories_stems JOIN stories ON stories.id = stories_stems.rowid "
    f"WHERE stories_stems MATCH '{{0}}' ORDER BY stories_stems.rowid DESC {PAGE}",
    "all that have it, counted": f"SELECT count(*) FROM ({EXACT})",
    "near each other, the best first": "SELECT title, snippet(stories_stems, 1, '[', ']', '...', 12) FROM stories_stems "
    "WHERE stories_stems MATCH 'NEAR({0} {1}, 60)' ORDER BY rank LIMIT 20",
    "either, the best first": "SELECT title FROM stories_fts WHERE stories_fts MATCH '{0} OR {1}' ORDER BY rank LIMIT 20",
    "the newest": f"SELECT title FROM stories WHERE id IN ({EXACT}) ORDER BY published DESC LIMIT 20",
    "of an outlet since a day": "SELECT title FROM stories WHERE outlet = 'outlet3' AND published >= '2024-01-01' "
    f"AND id IN ({EXACT}) {PAGE}",
    "in a language": f"SELECT title FROM stories WHERE language = 'de' AND id IN ({EXACT}) {PAGE}",
    "who said it": f"SELECT speaker, cue, stance, content FROM quotes WHERE id IN ({SAID}) {PAGE}",
    "what a person said": f"SELECT content FROM quotes WHERE id IN ({SAID_BY}) {PAGE}",
    "entries": f"SELECT title, attribution FROM entries WHERE id IN ({ENTRIES_OF}) {PAGE}",
    "altered passages": "SELECT entries.title, passages.text FROM passages JOIN entries ON entries.id = passages.entry "
    f"WHERE fidelity = 'altered' AND entry IN ({ENTRIES_OF}) {PAGE}",
}
# Of how many stories one has a word: from, to
WORDS = {"rare": (2_000, 50_000), "usual": (200, 2_000), "common": (20, 200)}
PAIRS = 5  # words of each kind that are searched for
TOLD = 20  # clusters and entries that are told


def words(store: Store, seed: int = 1) -> dict[str, list[str]]:
    """Words of stored stories by how many stories have them, some of each kind."""
    chance, found = Random(seed), {kind: [] for kind in WORDS}
    stories = _number(store, "SELECT max(id) FROM stories")
    for _ in range(2000):
        row = store.row("SELECT body FROM stories WHERE id = ?", chance.randint(1, stories)) or {"body": ""}
        spoken = [word for word in row["body"].split() if word.isascii() and word.isalpha() and len(word) > 4]
        word = chance.choice(spoken or ["nothing"]).lower()
        many = _number(store, "SELECT count(*) FROM stories_fts WHERE stories_fts MATCH ?", f'"{word}"')
        one_in = stories / max(many, 1)
        for kind, (least, most) in WORDS.items():
            if least <= one_in < most and word not in found[kind] and len(found[kind]) < 2 * PAIRS:
                found[kind].append(word)
        if all(len(known) == 2 * PAIRS for known in found.values()):
            break
    return found


def _number(store: Store, sql: str, *parameters: object) -> int:
    return int(store.db.execute(sql, parameters).fetchone()[0])


def searched(store: Store) -> Iterator[tuple[str, str, float, float]]:
    """Kind of word, search, milliseconds by the clock and of CPU, of each word; the first time is not counted."""
    (name,) = store.db.execute("SELECT speaker FROM quotes WHERE speaker IS NOT NULL LIMIT 1").fetchone()
    last = next(word for word in reversed(name.split()) if word.isalpha())
    for kind, known in words(store).items():
        for one, other in zip(known[::2], known[1::2], strict=False):
            for search, sql in SEARCHES.items():
                asked = sql.format(one, other, last)
                store.rows(asked)
                taken, work = timed(lambda asked=asked: store.rows(asked))  # type: ignore[misc]
                yield kind, search, taken, work


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds that something takes, by the clock and of CPU."""
    begun, worked = perf_counter(), process_time()
    work()
    return 1000 * (perf_counter() - begun), 1000 * (process_time() - worked)


def p95(figures: list[float]) -> float:
    """What nineteen of twenty stay below."""
    return sorted(figures)[math.ceil(0.95 * len(figures)) - 1]


def reports(store: Store) -> Iterator[tuple[str, float, float]]:
    """What `report`, `clusters` and `verify` take, of clusters and entries some."""
    yield "report", *timed(lambda: report(store, 10, 100))
    leads = [row["lead"] for row in store.rows(LARGEST, TOLD)]
    yield "clusters: the largest", *timed(lambda: store.rows(LARGEST, TOLD))
    yield f"clusters: {TOLD} of them", *timed(lambda: [lines_of(store, lead) for lead in leads])
    yield "verify: all entries listed", *timed(lambda: store.rows(ENTRIES))
    listed = store.rows(ENTRIES)[:TOLD]
    yield f"verify: {TOLD} of them", *timed(lambda: [finding(store, row) for row in listed])


def saved(stores: Sequence[Store], stories: Iterable[Story]) -> list[list[float]]:
    """CPU milliseconds that each new story takes in the main process, by store: matched and saved by itself.

    Each story comes to all of them, in turn, so that what else the machine does meanwhile falls on all.
    """
    taken: list[list[float]] = [[] for _ in stores]
    for number, story in enumerate(stories):
        order = list(range(len(stores)))
        for place in order if number % 2 else reversed(order):
            taken[place].append(timed(lambda place=place, story=story: save(stores[place], story))[1])  # type: ignore[misc]
    return taken
