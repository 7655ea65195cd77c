"""A story's copies in other languages: each is a record of its own, and no text of the other.

What was linked once stays linked, whichever page of the story says so; so the rows are the same in any order of arrival.
"""

import json

from store.tables import Tables
from stories.item import Story

LINKED = """
SELECT story FROM urls WHERE read IS NOT NULL AND url IN (SELECT value FROM json_each(:linked))
UNION SELECT story FROM translations WHERE url IN (SELECT value FROM json_each(:own))
"""
LINK = """
INSERT INTO translations (story, url, language) VALUES (?, ?, ?)
ON CONFLICT (story, url) DO UPDATE SET language = min(language, excluded.language)
"""
# Each half by an index of its own
PAIRS = """
SELECT translations.story, urls.story FROM translations JOIN urls ON urls.url = translations.url
WHERE urls.read IS NOT NULL AND urls.story != translations.story
  AND translations.story IN (SELECT value FROM json_each(:stories))
UNION SELECT translations.story, urls.story FROM urls JOIN translations ON translations.url = urls.url
WHERE urls.read IS NOT NULL AND urls.story != translations.story
  AND urls.story IN (SELECT value FROM json_each(:stories))
"""


def translated(store: Tables, story: Story) -> set[int]:
    """The ids of the stored stories that are copies of this one in other languages: it links them, or they link it."""
    linked = json.dumps([url for _, url in story.translations])
    own = json.dumps([story.own])
    return {int(key) for (key,) in store.db.execute(LINKED, {"linked": linked, "own": own}).fetchall()}


def keep_translations(store: Tables, key: int, story: Story) -> list[int]:
    """Write which copies the story `key` has; returns those of them that were held for alike with it."""
    for language, url in story.translations:
        store.db.execute(LINK, [key, url, language])
    parted = []
    for one, other in translation_pairs(store, [key]):
        sql = "DELETE FROM pairs WHERE story = ? AND other = ?"
        if store.db.execute(sql, [min(one, other), max(one, other)]).rowcount:
            parted.append(one if other == key else other)
    return parted


def translation_pairs(store: Tables, keys: list[int]) -> set[tuple[int, int]]:
    """Which stories are copies of one another in other languages, of pairs with one of `keys`; the smaller id first."""
    found = store.db.execute(PAIRS, {"stories": json.dumps(keys)}).fetchall()
    return {(min(one, other), max(one, other)) for one, other in found}


def move_translations(store: Tables, gone: int, key: int) -> None:
    """Make the copies of the story `gone` those of `key`, which it has turned out to be."""
    for row in store.rows("SELECT url, language FROM translations WHERE story = ?", gone):
        store.db.execute(LINK, [key, row["url"], row["language"]])
    store.db.execute("DELETE FROM translations WHERE story = ?", [gone])
