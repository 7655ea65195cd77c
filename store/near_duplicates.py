"""Near-duplicates in the database: stories found by the bands of their texts, compared, and put into clusters."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Literal

from store.crowds import place
from store.tables import Row, Tables, stamp
from store.translations import translation_pairs
from stories.identity.clusters import Pair, SimilarityGraph, arrange, pair
from stories.identity.comparison import Text, compare
from stories.identity.match import Alike

CROWD = 60  # stories that hang together; more are not arranged anew for each that comes
FRAME = 200  # stories of which a band is; more have a frame in common
MAX_CANDIDATES = 100  # a text with more is boilerplate, taken for a story: it must not slow the crawl down
NEIGHBOURS = """
SELECT other FROM pairs WHERE story IN (SELECT value FROM json_each(:ids))
UNION SELECT story FROM pairs WHERE other IN (SELECT value FROM json_each(:ids))
UNION SELECT other FROM judgements WHERE verdict = 'same' AND story IN (SELECT value FROM json_each(:ids))
UNION SELECT story FROM judgements WHERE verdict = 'same' AND other IN (SELECT value FROM json_each(:ids))
"""
WITHIN = "story IN (SELECT value FROM json_each(:ids)) AND other IN (SELECT value FROM json_each(:ids))"


def find_bands(store: Tables, wanted: list[int], among: Iterable[int]) -> dict[int, list[int]]:
    """Of the stories `among`, those that share any of these bands, each with the numbers (from 0) of those it shares."""
    sql = (
        "SELECT band, story FROM bands WHERE band IN (SELECT value FROM json_each(?)) "
        "AND story IN (SELECT value FROM json_each(?)) ORDER BY story"
    )
    shared: dict[int, list[int]] = {}
    for band, story in store.db.execute(sql, [json.dumps(wanted), json.dumps(list(among))]).fetchall():
        shared.setdefault(story, []).append(wanted.index(band))
    return shared


def insert_bands(store: Tables, key: int, own: list[int]) -> None:
    """Enter the bands of a story into the look-up."""
    sql = "INSERT OR IGNORE INTO bands (band, story) VALUES (?, ?)"
    store.db.conn.executemany(sql, [(band, key) for band in own])


def find_alike(store: Tables, text: Text, without: Iterable[int] = ()) -> Alike:
    """The stored stories whose texts are one story with `text`, but those of `without`: how alike they are, and which
    bands found them.
    """
    shared = find_bands(store, text.bands, candidates(store, text.bands, without))
    compared = {key: (compare(text, text_of(store, key)), sorted(found)) for key, found in shared.items()}
    return {key: found for key, found in compared.items() if found[0].alike}


def candidates(store: Tables, wanted: list[int], without: Iterable[int] = ()) -> set[int]:
    """The stories that share the most bands, and all that lead clusters.

    A band that very many texts have is a frame's: of it only the first are looked at, and they come behind those that
    share a band of few. So a text costs no more where the frame has thousands.
    """
    own = set(without)
    rare: Counter[int] = Counter()
    common: Counter[int] = Counter()
    for band in wanted:
        sql = "SELECT story FROM bands WHERE band = ? ORDER BY story LIMIT ?"
        found = [key for (key,) in store.db.execute(sql, [band, FRAME]).fetchall()]
        (common if len(found) == FRAME else rare).update(key for key in found if key not in own)
    shared = rare.keys() | common.keys()
    if len(shared) <= MAX_CANDIDATES:
        return shared
    sql = "SELECT DISTINCT same_as FROM stories WHERE same_as NOT NULL AND id IN (SELECT value FROM json_each(?))"
    leads = {int(lead) for (lead,) in store.db.execute(sql, [json.dumps(list(shared))]).fetchall()}
    closest = sorted(shared, key=lambda key: (-rare[key], -common[key], key))[:MAX_CANDIDATES]
    return (leads | set(closest)) - own


def index_story(store: Tables, key: int, text: Text, alike: Alike) -> None:
    """Enter a story's text into the look-up, and write down which stories it is alike with; `update_clusters` comes next.

    Call `forget` first where the story had another text.
    """
    for other, (comparison, numbers) in alike.items():
        first, second = pair(key, other)
        row = {
            "story": first,
            "other": second,
            "similarity": round(comparison.similarity, 4),
            "contained": round(comparison.contained, 4),
            "bands": json.dumps(numbers),
        }
        store.add("pairs", row)
    insert_bands(store, key, text.bands)


def forget(store: Tables, key: int, title: str, body: str) -> list[int]:
    """Take a story's text out of the look-up and its pairs away; returns the stories that it was alike with."""
    near = neighbours(store, [key])
    gone = [(band, key) for band in Text(title, body).bands]
    store.db.conn.executemany("DELETE FROM bands WHERE band = ? AND story = ?", gone)
    store.db.execute("DELETE FROM pairs WHERE story = ? OR other = ?", [key, key])
    return near


def text_of(store: Tables, key: int) -> Text:
    """The text of a stored story."""
    row = store.row("SELECT title, body FROM stories WHERE id = ?", key) or {}
    return _text(row["title"], row["body"])


@lru_cache(maxsize=256)  # a page of a frame is compared with the same hundred as the one before it
def _text(title: str, body: str) -> Text:
    return Text(title, body)


def neighbours(store: Tables, keys: Iterable[int], most: int = -1) -> list[int]:
    """The stories that are alike with, or joined to, any of `keys`; `most` of them, -1 for all."""
    asked = {"ids": json.dumps(list(keys)), "most": most}
    found = store.db.execute(f"{NEIGHBOURS} LIMIT :most", asked).fetchall()
    return sorted(int(key) for (key,) in found)


def update_clusters(store: Tables, keys: Iterable[int]) -> None:
    """Set `same_as` of these stories, and of all that hang together with them; of a crowd, of these alone."""
    left = set(keys)
    crowded: set[int] = set()
    while left:
        key = left.pop()
        component = _component(store, key)
        if len(component) > CROWD:
            crowded.add(key)
            continue
        left -= component
        rows = _rows(store, component)
        leads = arrange(_graph(store, rows)) if len(rows) > 1 else {key: key for key in rows}
        for key, row in rows.items():
            lead = leads[key] if leads[key] != key else None
            if row["same_as"] != lead:
                store.db.execute("UPDATE stories SET same_as = ? WHERE id = ?", [lead, key])
    related = _related(store)
    for key in sorted(crowded):
        place(store, key, related)


def _component(store: Tables, key: int) -> set[int]:
    """The stories that hang together with one, as far as they are no crowd."""
    met, edge = {key}, {key}
    while edge and len(met) <= CROWD:
        edge = set(neighbours(store, edge, 2 * CROWD + 1)) - met
        met |= edge
    return met


def _rows(store: Tables, keys: set[int]) -> dict[int, Row]:
    sql = (
        "SELECT id, url, published, first_seen, same_as, digest FROM stories "
        "WHERE id IN (SELECT value FROM json_each(?))"
    )
    return {int(row["id"]): row for row in store.rows(sql, json.dumps(sorted(keys)))}


def _graph(store: Tables, rows: dict[int, Row]) -> SimilarityGraph:
    ids = {"ids": json.dumps(list(rows))}
    alike = store.db.execute(f"SELECT story, other, similarity FROM pairs WHERE {WITHIN}", ids)  # noqa: S608
    judged = store.db.execute(f"SELECT story, other, verdict FROM judgements WHERE {WITHIN}", ids)  # noqa: S608
    verdicts: dict[Pair, str] = {(one, other): verdict for one, other, verdict in judged.fetchall()}
    return SimilarityGraph(
        rank={key: (row["published"] or "9999", row["first_seen"], row["url"]) for key, row in rows.items()},
        alike={(one, other): similarity for one, other, similarity in alike.fetchall()},
        same={two for two, verdict in verdicts.items() if verdict == "same"},
        different={two for two, verdict in verdicts.items() if verdict == "different"}
        | translation_pairs(store, list(rows)),
        related=_related(store),
    )


def _related(store: Tables) -> Callable[[int, int], bool]:
    """Whether two stories may be in one cluster; each text is read once."""
    texts: dict[int, Text] = {}

    def related(one: int, other: int) -> bool:
        for key in (one, other):
            if key not in texts:
                texts[key] = text_of(store, key)
        return texts[one].body == texts[other].body or compare(texts[one], texts[other]).related

    return related


def judge(store: Tables, one: int, other: int, verdict: Literal["same", "different"], note: str = "") -> None:
    """Record a person's word on two stories, in place of an earlier one, and update their clusters; in a transaction.

    Raises ValueError where both are one story.
    """
    if one == other:
        raise ValueError("both addresses belong to one story")
    first, second = pair(one, other)
    store.db.execute(
        "INSERT OR REPLACE INTO judgements (story, other, verdict, made, note) VALUES (?, ?, ?, ?, ?)",
        [first, second, verdict, stamp(datetime.now(UTC)), note or None],
    )
    update_clusters(store, [one, other])
