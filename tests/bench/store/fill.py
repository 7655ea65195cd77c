# ruff: noqa: S608 -- put together from words of this file
"""Fills a database with drawn stories: the first ones as a crawl does, all others at one go, as rows like theirs.

A crawl takes 8 ms a story, this 1. While it is at work the file is written without a journal: a run that is killed
leaves a file that is no use, to be made anew.
"""

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from random import Random

from store.database import Store
from store.schema import TABLES
from store.tables import Row
from stories.reader_version import reader_version
from tests.bench.pages import UNKNOWN
from tests.bench.store.arriving import OUTLETS, REVISED, arrivals, save
from tests.bench.store.drawn import Drawn, Made
from tests.bench.store.edited import DATE, QUOTE

BATCH = 1000  # stories whose rows are held in memory
COMMITTED = 50_000  # stories in one transaction
ARRIVED = 5000  # stories that come as in a crawl
ENTRIES = 100  # one of so many stories is excerpted by an entry
RUNS = 500  # stories that a run brings
LIKE = {"similarity": 0.93, "contained": 0.97, "bands": "[0, 4, 17]"}
REJECTS = 20  # one page of so many is no story
NEXT, SEEN = "2026-11-08T06:00:00+00:00", "2026-11-01T06:00:00+00:00"
INDEXES = {
    f"{table}_{kind}": table for table in ("stories", "quotes", "entries") for kind in ("fts", "stems")
}
TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
AT_ONCE = 256 * 2**20  # bytes of words that an index gathers before it writes; 1 MB in a crawl
CACHE = -4_000_000  # kilobytes
REASONS = ("no text", "index page", "paywall stub", "too short")
READER = reader_version(UNKNOWN)
MANY = {
    "dates": ["story", *DATE],
    "quotes": ["story", *QUOTE],
    "bands": ["band", "story"],
}  # tables of many rows
Rows = dict[str, list[Row]]
Values = dict[str, list[tuple[object, ...]]]


def fill(store: Store, stories: int, drawn: Drawn) -> Iterator[int]:
    """Add stories until there are so many; yields after each batch how many there are."""
    coming = arrivals(drawn)
    while (held := last_id(store, "stories")) < min(stories, ARRIVED):
        for _ in range(min(BATCH, min(stories, ARRIVED) - held)):
            save(store, next(coming))
        yield last_id(store, "stories")
    while held < stories:
        with quickly(store):
            for _ in range(COMMITTED // BATCH):
                last = min(held + BATCH, stories)
                _add_batch(store, range(held + 1, last + 1), drawn)
                held = last
                yield held
                if held == stories:
                    break


@contextmanager
def quickly(store: Store) -> Iterator[None]:
    """A transaction that writes much at one go; after it all settings and triggers are as they were.

    Words are entered for all rows together: FTS5 writes what it has gathered at each statement that a trigger makes.
    """
    db = store.db
    before = {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in QUICK}
    for name, value in QUICK.items():
        db.execute(f"PRAGMA {name} = {value}")
    with store.transaction():
        held = {table: last_id(store, table) for table in dict.fromkeys(INDEXES.values())}
        triggers = [row for row in store.rows(TRIGGERS) if any(name in row["sql"] for name in INDEXES)]
        for trigger in triggers:
            db.execute(f"DROP TRIGGER {trigger['name']}")
        yield
        for index, table in INDEXES.items():
            _enter_words(store, index, table, held[table])
        for trigger in triggers:
            db.execute(trigger["sql"])
    for name, value in before.items():
        db.execute(f"PRAGMA {name} = {value}")


def _enter_words(store: Store, index: str, table: str, held: int) -> None:
    """Enter the words of rows that are younger than `held`."""
    names = ", ".join(row["name"] for row in store.rows("SELECT name FROM pragma_table_info(?)", index))
    store.db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('hashsize', {AT_ONCE})")
    entered = f"INSERT INTO {index} (rowid, {names}) SELECT id, {names} FROM {table} WHERE id > {held}"
    store.db.execute(entered)
    store.db.execute(f"DELETE FROM {index}_config WHERE k = 'hashsize'")


QUICK = {"journal_mode": "OFF", "synchronous": "OFF", "foreign_keys": "OFF", "cache_size": CACHE}


def last_id(store: Store, table: str) -> int:
    return int((store.row(f"SELECT coalesce(max(id), 0) AS n FROM {table}") or {})["n"])


def _add_batch(store: Store, keys: Iterable[int], drawn: Drawn) -> None:
    rows: Rows = defaultdict(list)
    values: Values = defaultdict(list)
    ids = {table: last_id(store, table) for table in ("pages", "runs", "entries")}
    for key in keys:
        _add(rows, values, key, drawn, ids)
    values["bands"].sort()
    for table in TABLES:
        insert(store, table, rows[table])
        if values[table]:
            insert_values(store, table, MANY[table], values[table])


def insert(store: Store, table: str, rows: list[Row]) -> None:
    """Insert rows that all have the same columns."""
    if rows:
        insert_values(store, table, list(rows[0]), [tuple(row.values()) for row in rows])


def insert_values(store: Store, table: str, names: list[str], values: Iterable[tuple[object, ...]]) -> None:
    """Insert the values of these columns, row by row."""
    listed = ", ".join(f'"{name}"' for name in names)
    sql = f"INSERT INTO {table} ({listed}) VALUES ({', '.join('?' * len(names))})"
    store.db.conn.executemany(sql, values)


def _add(rows: Rows, values: Values, key: int, drawn: Drawn, ids: dict[str, int]) -> None:
    """All rows of a story. ids: the last one of each table, which goes up."""
    chance, (made, copy) = drawn.random, drawn.story_or_copy()
    copied = rows["stories"][-1] if copy and rows["stories"] else None
    if key % RUNS == 1 or not ids["runs"]:
        ids["runs"] += 1
        rows["runs"].append(_run(ids["runs"]))
    rows["pages"].append(_page(ids))
    path = made.columns["title"][:40].replace(" ", "-").lower()
    outlet = OUTLETS[int(len(OUTLETS) * chance.random() ** 2)]
    url = f"https://{outlet}.example/news/{key % 12 + 1:02}/{path}-{key}"
    day = f"{2015 + chance.randrange(12)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    told = {
        "id": key,
        "url": url,
        "outlet": outlet,
        "published": f"{day}T08:{key % 60:02}:00+00:00",
        "published_day": day,
        "digest": _hex(chance),
        "reading": _hex(chance),
        "same_as": copied and (copied["same_as"] or copied["id"]),
        "page": ids["pages"],
        "first_seen": f"{day}T09:00:00+00:00",
        "last_seen": SEEN,
        "reader": READER,
    }
    story = made.columns | told
    rows["stories"].append(story)
    rows["urls"] += _addresses(key, url, chance)
    rows["ledger"].append(_visit(url, outlet))
    if copied:
        rows["pairs"].append({"story": story["same_as"], "other": key} | LIKE)
    values["dates"] += [(key, *row) for row in made.spoken]
    values["quotes"] += [(key, *row) for row in made.said]
    values["bands"] += [(band, key) for band in dict.fromkeys(made.bands)]
    _add_versions(rows, story, made, drawn, ids)
    if key % REJECTS == 0:
        _add_reject(rows, key, ids)
    if key % ENTRIES == 0:
        ids["entries"] += 1
        _add_entry(rows, ids["entries"], story)


def _run(key: int) -> Row:
    return {
        "id": key,
        "spider": OUTLETS[key % len(OUTLETS)],
        "started": SEEN,
        "finished": SEEN,
        "verdict": "ok",
        "found": RUNS,
        "new": RUNS,
    }


def _page(ids: dict[str, int]) -> Row:
    key = ids["pages"] = ids["pages"] + 1
    return {
        "id": key,
        "url": f"https://outlet{key % 60}.example/news/{key % 12 + 1:02}/what-a-page-answers-to-{key}",
        "fetched": SEEN,
        "status": 200,
        "etag": f'"{key:x}"',
        "sha256": os.urandom(32).hex(),
        "archive": f"archive/outlet{key % 60}-20261101T060000-{key // RUNS:05}.warc.gz",
        "offset": key * 20_011 % 10**9,
        "run": ids["runs"],
    }


def _visit(url: str, outlet: str) -> Row:
    told = {"url": url, "address": url, "outlet": outlet, "state": "saved", "tries": 3, "next_try": NEXT}
    return told | {"changed": SEEN, "etag": '"65f"', "last_modified": "Sun, 01 Nov 2026 05:00:00 GMT"}


def _add_reject(rows: Rows, key: int, ids: dict[str, int]) -> None:
    page = _page(ids)
    rows["pages"].append(page)
    told = {"page": page["id"], "url": page["url"], "stage": "read_page", "detail": "", "run": ids["runs"]}
    rows["rejects"].append(told | {"reason": REASONS[key // REJECTS % len(REASONS)]})


def _hex(chance: Random) -> str:
    return f"{chance.getrandbits(256):064x}"


def _addresses(key: int, url: str, chance: Random) -> list[Row]:
    rows = [{"url": url, "story": key, "how": "canonical", "seen": SEEN, "read": "canonical"}]
    if chance.random() < 0.4:
        rows.append({"url": f"{url}?amp", "story": key, "how": "amp", "seen": SEEN, "read": None})
    return rows


def _add_versions(rows: Rows, story: Row, made: Made, drawn: Drawn, ids: dict[str, int]) -> None:
    told = ("title", "body", "digest", "page", "reading", "reader")
    key = {"story": story["id"], "number": 1}
    last = {name: story[name] for name in told} | key | {"seen": story["first_seen"]}
    last |= {"last_seen": SEEN, "partial": 0, "body": None}
    if drawn.random.random() < REVISED:
        before = "\n\n".join(one.text for one in made.drawn[:-1]) or made.columns["title"]
        rows["pages"].append(_page(ids))
        old = {"body": before, "digest": _hex(drawn.random), "page": ids["pages"]}
        rows["kept_versions"].append(last | old)
        last["number"] = key["number"] = 2
        change = {"place": 1, "kind": "addition", "before": None, "after": made.drawn[-1].text}
        rows["changes"].append(key | change)
        rows["quote_changes"] += [_kept(key, row) for row in made.quotes]
    rows["kept_versions"].append(last)


def _kept(key: Row, quote: Row) -> Row:
    said = {"state": "same", "before": quote["content"], "after": quote["content"]}
    said |= {"speaker": quote["speaker"], "speaker_before": quote["speaker"]}
    return key | {"place": quote["number"]} | said


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
