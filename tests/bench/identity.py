"""The figures of near-duplicates and of the store: `python -m tests.bench.identity`. About two minutes."""

import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np

from store.database import Store
from store.near_duplicates import candidates, find_alike, insert_bands
from stories.identity.comparison import Text, compare
from stories.identity.fingerprint import BANDS, HAN_AND_KANA, INDOCHINESE, bands
from tests.corpora import quotes, truth
from tests.making import NOON, made_story, match_and_save

Edit = Callable[[str, random.Random], str]
WORD = re.compile(
    rf"[{HAN_AND_KANA}{INDOCHINESE}]|[^\W{HAN_AND_KANA}{INDOCHINESE}]+"
)  # or a sign that is one
BOILERPLATE = (
    "Sign up to our morning letter and read the paper on your telephone. The Harbour Voice is not answerable for what "
    "stands on other sites. Copyright of all stories remains with those who wrote them; ask before you print them."
)
CURLY = str.maketrans({"'": "’", "-": "–"})


def replaced(share: float) -> Edit:
    """An edit that replaces a share of the words, half by other words of the text, half by new ones."""

    def edit(body: str, chance: random.Random) -> str:
        words = list(WORD.finditer(body))
        chosen = set(chance.sample(range(len(words)), max(1, round(share * len(words)))))

        def word(number: int) -> str:
            if number not in chosen:
                return words[number][0]
            return chance.choice(words)[0] if chance.random() < 0.5 else f"x{chance.randrange(10**6)}"

        between = [body[a.end() : b.start()] for a, b in pairwise(words)]
        return "".join(word(n) + gap for n, gap in enumerate([*between, ""]))

    return edit


def typographic(body: str, chance: random.Random) -> str:
    """Curly quotation marks, long dashes, two spaces."""
    curly = re.sub(r'"([^"\n]*)"', "“\\1”", body).translate(CURLY)
    return curly.replace(". ", ".  ").replace("...", "…")


EDITS: dict[str, Edit] = {
    "first paragraph dropped": lambda body, chance: body.partition("\n")[2].strip() or body,
    "last paragraph dropped": lambda body, chance: body.rpartition("\n")[0].strip() or body,
    "headline changed": lambda body, chance: body,
    "boilerplate appended": lambda body, chance: f"{body}\n\n{BOILERPLATE}",
    "typographic quotes": typographic,
    "5 % of the words replaced": replaced(0.05),
    "10 % of the words replaced": replaced(0.10),
    "20 % of the words replaced": replaced(0.20),
}


def bodies() -> list[tuple[str, str]]:
    """Headline and body of every page of the two corpora that have whole bodies."""
    rows = [row for corpus in ("fundus", "aeb") for row in truth(corpus)]
    return [(row.get("title") or "", row["body"]) for row in rows if row["body"]]


def filled(path: Path, texts: list[tuple[str, str]]) -> Store:
    """A database whose look-up holds these texts, as stories 1, 2, ..."""
    store = Store(path)
    with store.transaction():
        for number, (title, body) in enumerate(texts, 1):
            store.add(
                "stories",
                {"id": number, "url": f"https://lamp.example/{number}", "title": title, "body": body},
            )
            insert_bands(store, number, bands(Text(title, body).shingles))
    return store


def recall(store: Store, texts: list[tuple[str, str]], edit: str, rounds: int = 1) -> tuple[int, int]:
    """How many edited copies the look-up finds their original for, and how many were asked for."""
    chance = random.Random(edit)
    found = 0
    for _ in range(rounds):
        for number, (title, body) in enumerate(texts, 1):
            headline = "Something else altogether" if edit == "headline changed" else title
            found += number in find_alike(store, Text(headline, EDITS[edit](body, chance)))
    return found, rounds * len(texts)


def false_pairs(texts: list[tuple[str, str]]) -> tuple[list[tuple[int, int]], int]:
    """Pairs of these texts that are taken for one story, compared each with each, and how many pairs there are."""
    read = [Text(title, body) for title, body in texts]
    pairs = list(combinations(range(len(read)), 2))
    return [(one, other) for one, other in pairs if compare(read[one], read[other]).alike], len(pairs)


def look_up_times(store: Store, first: int, count: int, chance: np.random.Generator) -> list[float]:
    """Seconds that each look-up plus insert of a new fingerprint took, in a transaction of its own."""
    times = []
    for number in range(first, first + count):
        own = chance.integers(-(2**31), 2**31, BANDS).tolist()
        begin = time.perf_counter()
        with store.transaction():
            candidates(store, own)
            insert_bands(store, number, own)
        times.append(time.perf_counter() - begin)
    return times


def grow(store: Store, first: int, last: int, chance: np.random.Generator) -> None:
    """Add synthetic fingerprints of stories `first` up to `last`, sorted, as a bulk import would."""
    values = chance.integers(-(2**31), 2**31, (last - first) * BANDS)
    owners = np.repeat(np.arange(first, last), BANDS)
    order = np.argsort(values)
    rows: Iterator[tuple[int, int]] = zip(values[order].tolist(), owners[order].tolist(), strict=True)
    with store.transaction():
        store.db.conn.executemany("INSERT OR IGNORE INTO bands (band, story) VALUES (?, ?)", rows)
    store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def million() -> None:
    """Print the times at 100,000 and at a million fingerprints, and the bytes of each."""
    chance = np.random.default_rng(7)
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "c.db")
        empty = store.path.stat().st_size
        medians = []
        for size, first in ((100_000, 0), (1_000_000, 101_000)):
            grow(store, first, size, chance)
            times = look_up_times(store, size, 1000, chance)
            medians.append(statistics.median(times))
            print(f"{size:>9,} fingerprints: look-up and insert {medians[-1] * 1e6:.0f} us (median)")
        size = store.path.stat().st_size - empty
        print(f"growth {medians[1] / medians[0]:.2f}; {size / 1_000_000:.0f} bytes a record")
        store.close()


def year() -> None:
    """Print what a year of hourly re-crawls of an unchanged story adds."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "c.db")
        begin = time.perf_counter()
        for hour in range(365 * 24):
            with store.transaction():
                match_and_save(store, made_story(fetched=NOON + timedelta(hours=hour)))
        rows = {
            name: store.db[name].count for name in ("stories", "versions", "pages", "urls", "dates", "quotes")
        }
        seconds = time.perf_counter() - begin
        print(f"a year of hourly re-crawls: {rows}, {seconds / 365 / 24 * 1000:.1f} ms each")
        store.close()


def main() -> int:
    """Print the figures."""
    texts = bodies()
    with tempfile.TemporaryDirectory() as folder:
        store = filled(Path(folder) / "c.db", texts)
        for edit in EDITS:
            found, asked = recall(store, texts, edit, rounds=3 if "%" in edit else 1)
            print(f"{edit:<28} recall {found / asked:.4f} ({found} of {asked})")
        store.close()
    reports = [(row["title"] or "", row["text"]) for name in ("dev", "train") for row in quotes(name)]
    for name, some in (("page corpora", texts), ("quote corpus", reports)):
        found_pairs, count = false_pairs(some)
        print(f"{name}: {len(found_pairs)} of {count:,} pairs are taken for one story")
    year()
    million()
    return 0


if __name__ == "__main__":
    sys.exit(main())
