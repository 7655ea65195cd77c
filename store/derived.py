"""Rows that follow from other rows, made in a database where earlier code made none, or made them by other rules."""

from store.entry_checks import check_stored
from store.near_duplicates import find_alike, index_story, update_clusters
from store.tables import Tables
from stories.identity.comparison import Text
from stories.identity.edition import Edition
from stories.identity.fingerprint import BANDS
from stories.identity.urls import canonical_url
from stories.quotes import Stance

UNINDEXED = """
SELECT id, title, body FROM stories LEFT JOIN (SELECT story, count(*) AS held FROM bands GROUP BY story) ON story = id
WHERE coalesce(held, 0) != ? ORDER BY id
"""
UNADDRESSED = """
SELECT entries.id, source_url, stories.url AS source FROM entries LEFT JOIN stories ON stories.id = entries.story
WHERE source_address IS NULL AND source_url != '' ORDER BY entries.id
"""
UNCHECKED = """
SELECT DISTINCT entry FROM passages JOIN entries ON entries.id = entry
WHERE differences IS NULL AND entries.story IS NOT NULL ORDER BY entry
"""
UNSTATED = """
SELECT DISTINCT story, number, language FROM quote_changes JOIN stories ON stories.id = story
WHERE stance IS NULL AND stance_before IS NULL ORDER BY story, number
"""
CHANGED = "SELECT place, before, after FROM quote_changes WHERE story = ? AND number = ?"
BODIES = "SELECT number, body FROM versions WHERE story = ? AND number IN (? - 1, ?) ORDER BY number"
STATE = """
UPDATE quote_changes SET stance = ?, stance_before = ? WHERE story = ? AND number = ? AND place = ?
"""


def derive(store: Tables) -> None:
    """Make the rows of `bands`, `pairs` and `verdicts`, and the columns that follow from others, where they are missing.

    Call it inside the transaction that brought the tables up to date. What is there already is left as it is.
    """
    _index_stories(store)
    _address_sources(store)
    _state_changes(store)
    store.db.execute("UPDATE entry_quotes SET fidelity = 'unchecked' WHERE fidelity IS NULL")
    for row in store.rows(UNCHECKED):
        check_stored(store, row["entry"])


def _index_stories(store: Tables) -> None:
    """Enter the stories into the look-up of near-duplicates whose bands were made otherwise, or not at all."""
    unindexed = store.rows(UNINDEXED, BANDS)
    for row in unindexed:
        store.db.execute("DELETE FROM bands WHERE story = ?", [row["id"]])
        store.db.execute("DELETE FROM pairs WHERE story = :id OR other = :id", {"id": row["id"]})
    for row in unindexed:
        text = Text(row["title"], row["body"])
        index_story(store, row["id"], text, find_alike(store, text))
    update_clusters(store, [row["id"] for row in unindexed])


def _address_sources(store: Tables) -> None:
    """Name the source of an entry by an address in canonical form: that of its story, or else of its link."""
    for row in store.rows(UNADDRESSED):
        try:
            address = row["source"] or canonical_url(row["source_url"])
        except ValueError:
            continue  # a link to no web page names no source
        store.change("entries", row["id"], {"source_address": address})


def _state_changes(store: Tables) -> None:
    """Say of the quotes that versions had what their source does to them; the rows themselves stay as they are."""
    for version in store.rows(UNSTATED):
        key, number = version["story"], version["number"]
        bodies = [row["body"] for row in store.rows(BODIES, key, number, number)]
        old, new = (_stances(body, version["language"]) for body in bodies)
        for row in store.rows(CHANGED, key, number):
            before = old.get(row["before"])
            after = new.get(row["after"]) if row["after"] else before
            store.db.execute(STATE, [after, before, key, number, row["place"]])


def _stances(body: str, language: str | None) -> dict[str, Stance | None]:
    return {said.words: said.stance for said in Edition("", body, language).said}
