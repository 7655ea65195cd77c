"""Clusters of very many stories: one that comes joins or stays alone, and nothing else is arranged anew.

What hundreds of pages have in common is a frame that was taken for a story. To arrange all of them for each that comes
would cost more with each; here a story costs the same however many there are, and the lead stays who it was.
"""

import json
from collections.abc import Callable

from store.tables import Tables
from store.translations import translation_pairs
from stories.identity.clusters import WITNESSES

TRIED = 5  # clusters that a story may join, the closest first
JOINED = """
SELECT coalesce(stories.same_as, stories.id) FROM judgements
JOIN stories ON stories.id = judgements.story + judgements.other - :key
WHERE verdict = 'same' AND (judgements.story = :key OR judgements.other = :key) ORDER BY 1 LIMIT 1
"""
LEADS = """
SELECT stories.id FROM (
  SELECT other AS near, similarity FROM pairs WHERE story = :key
  UNION ALL SELECT story, similarity FROM pairs WHERE other = :key)
JOIN stories ON stories.id = near WHERE stories.same_as IS NULL
ORDER BY similarity DESC, published IS NULL, published, first_seen, url LIMIT :most
"""
SPLIT = """
SELECT 1 FROM judgements JOIN stories ON stories.id = judgements.story + judgements.other - :key
WHERE verdict = 'different' AND (judgements.story = :key OR judgements.other = :key)
AND :lead IN (stories.id, stories.same_as) LIMIT 1
"""
LED = "SELECT coalesce(same_as, id) FROM stories WHERE id IN (SELECT value FROM json_each(?))"
MEMBERS = "SELECT id FROM stories WHERE same_as = ? ORDER BY id LIMIT ?"


def place(store: Tables, key: int, related: Callable[[int, int], bool]) -> None:
    """Set `same_as` of one story; one that leads others goes on to lead them."""
    if store.row("SELECT 1 FROM stories WHERE same_as = ? LIMIT 1", key):
        return
    lead = _lead(store, key, related)
    store.db.execute("UPDATE stories SET same_as = ? WHERE id = ? AND same_as IS NOT ?", [lead, key, lead])


def _lead(store: Tables, key: int, related: Callable[[int, int], bool]) -> int | None:
    """Whom a story follows: a person's word first, else the closest lead that it is alike with."""
    (joined,) = store.db.execute(JOINED, {"key": key}).fetchone() or (None,)
    if joined is not None and joined != key:
        return int(joined)
    others = _led_in_other_languages(store, key)
    for (lead,) in store.db.execute(LEADS, {"key": key, "most": TRIED}).fetchall():
        if lead in others or store.db.execute(SPLIT, {"key": key, "lead": lead}).fetchone():
            continue
        members = store.db.execute(MEMBERS, [lead, WITNESSES]).fetchall()
        if all(member == key or related(key, member) for (member,) in members):
            return int(lead)
    return None


def _led_in_other_languages(store: Tables, key: int) -> set[int]:
    """The leads of the clusters that have a copy of a story in another language, which is a story of its own."""
    copies = json.dumps([other for two in translation_pairs(store, [key]) for other in two if other != key])
    return {int(lead) for (lead,) in store.db.execute(LED, [copies]).fetchall()}
