"""Rows that follow from other rows, made in a database where earlier code made none, or made them by other rules."""

from stories.fingerprint import BANDS
from stories.identity.copies import place, settle
from stories.standing import settle_entry
from stories.store import Store
from stories.urls import canonical_url

UNPLACED = """
SELECT id, title, body FROM stories LEFT JOIN (SELECT story, count(*) AS held FROM bands GROUP BY story) ON story = id
WHERE coalesce(held, 0) != ? ORDER BY id
"""
UNADDRESSED = """
SELECT entries.id, source_url, stories.url AS source FROM entries LEFT JOIN stories ON stories.id = entries.story
WHERE source_address IS NULL AND source_url != '' ORDER BY entries.id
"""
UNSETTLED = """
SELECT DISTINCT entry FROM passages JOIN entries ON entries.id = entry
WHERE differences IS NULL AND entries.story IS NOT NULL ORDER BY entry
"""


def derive(store: Store) -> None:
    """Make the rows of `bands`, `pairs` and `verdicts`, and the columns that follow from others, where they are missing.

    Call it inside the transaction that brought the tables up to date. What is there already is left as it is.
    """
    _place_stories(store)
    _address_sources(store)
    store.db.execute("UPDATE entry_quotes SET fidelity = 'unchecked' WHERE fidelity IS NULL")
    for row in store.rows(UNSETTLED):
        settle_entry(store, row["entry"])


def _place_stories(store: Store) -> None:
    """Enter the stories into the look-up of near-duplicates whose bands were made otherwise, or not at all."""
    unplaced = store.rows(UNPLACED, BANDS)
    for row in unplaced:
        store.db.execute("DELETE FROM bands WHERE story = ?", [row["id"]])
        store.db.execute("DELETE FROM pairs WHERE ? IN (story, other)", [row["id"]])
    for row in unplaced:
        place(store, row["id"], row["title"], row["body"])
    settle(store, [row["id"] for row in unplaced])


def _address_sources(store: Store) -> None:
    """Name the source of an entry by an address in canonical form: that of its story, or else of its link."""
    for row in store.rows(UNADDRESSED):
        try:
            address = row["source"] or canonical_url(row["source_url"])
        except ValueError:
            continue  # a link to no web page names no source
        store.change("entries", row["id"], {"source_address": address})
