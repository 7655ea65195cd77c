"""How fast the desk answers over many stories: `python -m tests.bench.desk --stories 100000`; no test has a limit of it.

The stories are invented: words drawn as often as words are (Zipf), quotes with speakers, versions, entries, runs.
"""

import argparse
import json
import random
import tempfile
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from store.database import Store
from tests.browse.visitor import Visitor

WORDS, TIMES = 20_000, 20
SYLLABLES = (
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "ha",
    "je",
    "ki",
    "lo",
    "mu",
    "na",
    "pe",
    "ri",
    "so",
    "tu",
    "va",
    "we",
    "yi",
    "zo",
    "qua",
)
OUTLETS = tuple(f"outlet{number}" for number in range(25))
QUOTES, PARAGRAPHS = 8, 12
PAGES = {
    "front page": "/",
    "a story": "/story/{story}",
    "an entry": "/entry/{entry}",
    "a person": "/person?name=Speaker+{person}",
    "a company": "/company?name=Company+{company}",
    "charts": "/charts",
    "stories": "/stories",
    "stories, page 1000": "/stories?page=1000",
    "quotes": "/quotes",
    "entries": "/entries",
    "entries that are altered": "/entries?state=altered",
    "changes": "/changes",
    "stories of an outlet": "/stories?outlet=outlet7",
    "quotes of an outlet that deny": "/quotes?outlet=outlet7&stance=denies",
    "feed of stories": "/stories.atom",
    "CSV of quotes": "/quotes.csv?rows=1000",
    "Datasette's table of stories": "/cuttings/stories",
    "Datasette's table of quotes": "/cuttings/quotes",
}
SEARCHES = {
    "search: a rare word": "/stories?q={rare}",
    "search: a common word": "/stories?q={common}",
    "search: two words": "/stories?q={common}+{rare}",
    "search: one or another, not a third": "/stories?q={rare}+OR+{usual}+-{common}",
    "search: a phrase": "/stories?q=%22{common}+{usual}%22",
    "search: quotes": "/quotes?q={usual}",
    "search: quotes of a speaker": "/quotes?q={common}&speaker=Speaker+17",
    "search: a common word, by outlet and date": "/stories?q={common}&outlet=outlet3&since=2024-01-01",
    "search: stories about a company": "/stories?about=Company+7&q={common}",
}


class Corpus:
    """Invented words, drawn as often as words are."""

    def __init__(self, seed: int = 1) -> None:
        self.random = random.Random(seed)
        self.words = [
            "".join(self.random.choices(SYLLABLES, k=self.random.randint(1, 4))) + str(n % 7 or "")
            for n in range(WORDS)
        ]
        self.weights = list(accumulate(1 / (rank + 10) for rank in range(WORDS)))

    def sentence(self, length: int) -> str:
        """So many words."""
        return (
            " ".join(self.random.choices(self.words, cum_weights=self.weights, k=length)).capitalize() + "."
        )

    def named(self) -> dict[str, str]:
        """Words by how often they are there."""
        return {"common": self.words[3], "usual": self.words[300], "rare": self.words[9_000]}


def fill(path: Path, stories: int) -> None:
    """Make the database."""
    store, corpus = Store(path), Corpus()
    with store.transaction():
        for table, rows in tables(corpus, stories):
            insert(store, table, rows)
    store.close()


def insert(store: Store, table: str, rows: Iterable[dict[str, object]]) -> None:
    """Insert rows that all have the same columns."""
    iterator = iter(rows)
    first = next(iterator)
    names = ", ".join(f'"{name}"' for name in first)
    sql = f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(first))})"  # noqa: S608
    store.db.conn.executemany(sql, (tuple(row.values()) for row in (first, *iterator)))


def tables(corpus: Corpus, stories: int) -> Iterator[tuple[str, Iterable[dict[str, object]]]]:
    """The rows of each table."""
    draw = corpus.random
    yield "runs", (run(draw, number) for number in range(1, 1001))
    yield "pages", (page(number) for number in range(1, stories + 1))
    for start in range(1, stories + 1, 5000):
        made = [story(corpus, number, stories) for number in range(start, min(start + 5000, stories + 1))]
        yield "stories", made
        yield "quotes", (one for row in made for one in quotes(draw, row))
        yield "versions", (one for row in made for one in versions(row))
        yield (
            "changes",
            [one for row in made if int(str(row["id"])) % 10 == 0 for one in changes(corpus, row)],
        )
    entries = max(stories // 20, 1)
    yield "entries", (entry(corpus, number, stories) for number in range(1, entries + 1))
    yield (
        "companies",
        (
            {"entry": n, "name": f"Company {(n * k) % 700}"}
            for n in range(1, entries + 1)
            for k in (1, 13)
            if k == 1 or (n * 13) % 700 != n % 700
        ),
    )
    yield "passages", (passage(n, k) for n in range(1, entries + 1) for k in range(1, 5))


def run(draw: random.Random, number: int) -> dict[str, object]:
    day = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}T06:00:00+00:00"
    return {
        "id": number,
        "spider": f"outlet{number % 25}",
        "started": day,
        "finished": day,
        "verdict": "ok",
        "found": draw.randint(5, 90),
        "new": 3,
    }


def page(number: int) -> dict[str, object]:
    return {
        "id": number,
        "url": f"https://lamp.example/{number}",
        "fetched": "2026-11-01T06:00:00+00:00",
        "status": 200,
        "sha256": f"{number:064}",
        "archive": "a.warc.gz",
        "offset": number,
    }


def story(corpus: Corpus, number: int, stories: int) -> dict[str, object]:
    draw = corpus.random
    year, month, day = 2015 + number * 11 // (stories + 1), draw.randint(1, 12), draw.randint(1, 28)
    body = "\n\n".join(
        " ".join(corpus.sentence(draw.randint(8, 24)) for _ in range(2)) for _ in range(PARAGRAPHS)
    )
    return {
        "id": number,
        "url": f"https://lamp.example/{number}",
        "outlet": OUTLETS[int(draw.random() ** 2 * len(OUTLETS))],
        "title": corpus.sentence(9),
        "authors": '["A Reporter"]',
        "published": f"{year}-{month:02}-{day:02}T08:00:00+00:00",
        "published_precision": "instant",
        "published_day": f"{year}-{month:02}-{day:02}",
        "language": "en" if number % 5 else "es",
        "description": corpus.sentence(14),
        "body": body,
        "digest": f"{number:064}",
        "page": number,
        "first_seen": f"{year}-{month:02}-{day:02}T09:00:00+00:00",
        "last_seen": f"{year}-{month:02}-{day:02}T09:00:00+00:00",
    }


def quotes(draw: random.Random, row: dict[str, object]) -> Iterator[dict[str, object]]:
    body = str(row["body"])
    step = len(body) // (QUOTES + 1)
    for number in range(1, QUOTES + 1):
        start = step * number
        yield {
            "story": row["id"],
            "number": number,
            "kind": draw.choice(("direct", "mixed", "indirect", "block")),
            "content": body[start : start + 90],
            "spans": json.dumps([[start, start + 90]]),
            "source": "he",
            "speaker": f"Speaker {int(draw.random() ** 3 * 30_000)}",
            "cue": "said",
            "stance": draw.choice(("affirms", "affirms", "affirms", "denies")),
            "confidence": 0.9,
        }


def versions(row: dict[str, object]) -> Iterator[dict[str, object]]:
    for number in (1, 2) if int(str(row["id"])) % 10 == 0 else (1,):
        yield {
            "story": row["id"],
            "number": number,
            "seen": row["first_seen"],
            "last_seen": row["last_seen"],
            "title": row["title"],
            "body": row["body"],
            "digest": row["digest"],
            "page": row["id"],
        }


def changes(corpus: Corpus, row: dict[str, object]) -> Iterator[dict[str, object]]:
    for place, kind in enumerate(("headline", "figure", "wording"), 1):
        yield {
            "story": row["id"],
            "number": 2,
            "place": place,
            "kind": kind,
            "before": corpus.sentence(20),
            "after": corpus.sentence(20),
        }


def entry(corpus: Corpus, number: int, stories: int) -> dict[str, object]:
    return {
        "id": number,
        "url": f"https://centre.example/{number}",
        "title": corpus.sentence(12),
        "attribution": "A Reporter",
        "outlet": OUTLETS[number % 25],
        "published": f"{2015 + number % 11}-{number % 12 + 1:02}-{number % 28 + 1:02}",
        "story": number * 20 if number * 20 <= stories else None,
        "source_state": "found",
        "language": "en",
        "excerpt": corpus.sentence(80),
    }


def passage(entry_id: int, number: int) -> dict[str, object]:
    state = "altered" if (entry_id + number) % 9 == 0 else "exact"
    return {
        "entry": entry_id,
        "number": number,
        "text": "a few words of it",
        "story_start": 10,
        "story_end": 40,
        "fidelity": state,
    }


def timed(visitor: Visitor, address: str) -> tuple[float, float]:
    """Medians of the milliseconds that an answer takes, with its template filled: by the clock, and of work.

    On a busy machine only the second tells anything.
    """
    times, work = [], []
    for _ in range(TIMES):
        start, begun = perf_counter(), process_time()
        answer = visitor.get(address)
        times.append(1000 * (perf_counter() - start))
        work.append(1000 * (process_time() - begun))
        assert answer.status_code == 200, (address, answer.text)
    return median(times), median(work)


def main() -> None:
    """Fill a database where none is given, and print what each page takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=100_000)
    parser.add_argument(
        "--db", type=Path, help="made where it is not there; else one is made and thrown away"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.db or Path(folder) / "many.db"
        if not path.exists():
            fill(path, given.stories)
        visitor = Visitor(path)
        words = Corpus().named()
        middle = {
            "story": given.stories // 2,
            "entry": max(given.stories // 40, 1),
            "person": 3,
            "company": 7,
        }
        for name, address in (PAGES | SEARCHES).items():
            taken, work = timed(visitor, address.format(**words, **middle))
            print(f"{taken:8.1f} ms, {work:7.1f} ms of work  {name}", flush=True)


if __name__ == "__main__":
    main()
