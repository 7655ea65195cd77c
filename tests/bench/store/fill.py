"""Fills a database with stories that are drawn, at one go and without matching: what a crawl of years would have left."""

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from random import Random

from store.database import Store
from store.schema import TABLES
from store.tables import Row
from stories.identity.fingerprint import BANDS
from stories.reader_version import reader_version
from tests.bench.pages import UNKNOWN
from tests.bench.store.drawn import Drawn, Made

BATCH = 1000  # stories in one transaction
OUTLETS = tuple(f"outlet{number}" for number in range(60))
COPIES = 0.08  # of the stories: another outlet's, with another last paragraph
REVISED = 0.08  # that had another text before
ENTRIES = 100  # one of so many stories is excerpted by an entry
RUNS = 500  # stories that a run brings
SEEN = "2026-11-01T06:00:00+00:00"
Rows = dict[str, list[Row]]


def fill(store: Store, stories: int, drawn: Drawn) -> Iterator[int]:
    """Add stories until there are so many; yields after each batch how many there are."""
    held = int((store.row("SELECT coalesce(max(id), 0) AS n FROM stories") or {})["n"])
    while held < stories:
        last = min(held + BATCH, stories)
        rows: Rows = defaultdict(list)
        for key in range(held + 1, last + 1):
            _add(rows, key, drawn)
        with store.transaction():
            for table in dict.fromkeys([*TABLES, *rows]):  # what is pointed at comes first, views come last
                if table in rows:
                    insert(store, table, rows[table])
        held = last
        yield held


def insert(store: Store, table: str, rows: Iterable[Row]) -> None:
    """Insert rows that all have the same columns."""
    first, *rest = rows
    names = ", ".join(f'"{name}"' for name in first)
    sql = f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(first))})"  # noqa: S608
    store.db.conn.executemany(sql, [tuple(row.values()) for row in (first, *rest)])


def _add(rows: Rows, key: int, drawn: Drawn) -> None:
    """All rows of a story, in the order in which tables point at each other."""
    chance, made = drawn.random, drawn.story()
    copied = rows["stories"][-1] if rows["stories"] and chance.random() < COPIES else None
    if key % RUNS == 1:
        rows["runs"].append(_run(key))
    rows["pages"].append(_page(key))
    path = made.columns["title"][:40].replace(" ", "-").lower()
    url = f"https://{chance.choice(OUTLETS)}.example/news/{key % 12 + 1:02}/{path}-{key}"
    if copied:
        lead = copied["same_as"] or copied["id"]
        body = copied["body"].rpartition("\n\n")[0] or copied["body"]
        made.columns |= {"title": copied["title"], "body": f"{body}\n\nA copy, number {key}."}
        made = Made(made.columns, made.dates, [])
        pair = {"story": lead, "other": key, "similarity": 0.93, "contained": 0.97, "bands": "[0, 4, 17]"}
        rows["pairs"].append(pair)
    day = f"{2015 + chance.randrange(12)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    told = {
        "id": key,
        "url": url,
        "outlet": OUTLETS[int(len(OUTLETS) * chance.random() ** 2)],
        "published": f"{day}T08:{key % 60:02}:00+00:00",
        "published_day": day,
        "digest": _hex(chance),
        "reading": _hex(chance),
        "same_as": copied and lead,
        "page": key,
        "first_seen": f"{day}T09:00:00+00:00",
        "last_seen": SEEN,
        "reader": reader_version(UNKNOWN),
    }
    story = made.columns | told
    rows["stories"].append(story)
    rows["urls"] += _addresses(key, url, chance)
    rows["dates"] += [{"story": key} | row for row in made.dates]
    rows["quotes"] += [{"story": key} | row for row in made.quotes]
    rows["bands"] += _bands(key, copied, chance)
    _add_versions(rows, story, chance)
    if key % ENTRIES == 0:
        _add_entry(rows, key // ENTRIES, story)


def _run(key: int) -> Row:
    return {
        "id": key // RUNS + 1,
        "spider": OUTLETS[key // RUNS % len(OUTLETS)],
        "started": SEEN,
        "finished": SEEN,
        "verdict": "ok",
        "found": RUNS,
        "new": RUNS,
    }


def _page(key: int) -> Row:
    return {
        "id": key,
        "url": f"https://outlet{key % 60}.example/news/{key % 12 + 1:02}/what-a-page-answers-to-{key}",
        "fetched": SEEN,
        "status": 200,
        "etag": f'"{key:x}"',
        "sha256": os.urandom(32).hex(),
        "archive": f"archive/outlet{key % 60}-20261101T060000-{key // RUNS:05}.warc.gz",
        "offset": key * 20_011 % 10**9,
        "run": (key - 1) // RUNS + 1,
    }


def _hex(chance: Random) -> str:
    return f"{chance.getrandbits(256):064x}"


def _addresses(key: int, url: str, chance: Random) -> list[Row]:
    rows = [{"url": url, "story": key, "how": "canonical", "seen": SEEN, "read": "canonical"}]
    if chance.random() < 0.4:
        rows.append({"url": f"{url}?amp", "story": key, "how": "amp", "seen": SEEN, "read": None})
    return rows


def _bands(key: int, copied: Row | None, chance: Random) -> list[Row]:
    """As unlike texts have them, drawn; a copy has some of the story that it copies."""
    alike = Random(int(copied["id"])) if copied else chance
    own = Random(key)
    drawn = [(own if n % 3 or not copied else alike).getrandbits(32) - 2**31 for n in range(BANDS)]
    return [{"band": band, "story": key} for band in drawn]


def _add_versions(rows: Rows, story: Row, chance: Random) -> None:
    told = ("title", "body", "digest", "page", "reading", "reader")
    last = {name: story[name] for name in told} | {
        "story": story["id"],
        "number": 1,
        "seen": story["first_seen"],
        "last_seen": SEEN,
        "partial": 0,
    }
    if chance.random() < REVISED:
        before, _, paragraph = story["body"].rpartition("\n\n")
        rows["versions"].append(last | {"body": before or "Nothing yet.", "digest": _hex(chance)})
        last["number"] = 2
        change = {
            "story": story["id"],
            "number": 2,
            "place": 1,
            "kind": "addition",
            "before": None,
            "after": paragraph,
        }
        rows["changes"].append(change)
    rows["versions"].append(last)


def _add_entry(rows: Rows, key: int, story: Row) -> None:
    passages = story["body"].split("\n\n")[:4]
    rows["entries"].append(
        {
            "id": key,
            "url": f"https://centre.example/{key}",
            "title": story["title"],
            "attribution": "A Reporter",
            "outlet": story["outlet"],
            "published": story["published_day"],
            "source_url": story["url"],
            "source_address": story["url"],
            "story": story["id"],
            "source_state": "found",
            "language": "en",
            "excerpt": "\n\n".join(passages),
            "page": story["page"],
        }
    )
    rows["companies"].append({"entry": key, "name": f"Company {key % 700}"})
    for number, text in enumerate(passages, 1):
        fidelity = "altered" if (key + number) % 9 == 0 else "exact"
        differences = json.dumps([["had", "has"]] if fidelity == "altered" else [])
        one = {"entry": key, "number": number}
        rows["passages"].append(one | {"text": text, "fidelity": fidelity, "differences": differences})
        rows["verdicts"].append(one | {"place": 1, "checked": SEEN, "fidelity": fidelity})
