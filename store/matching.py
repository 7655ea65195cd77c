"""Which stored stories a page is.

Those of which a page was read at the same address; those of its outlet with the same text; and those that claim one of
its addresses, where their texts are alike, since sites state one address for all of their pages, and send all that is
gone to one. What has joined stays joined, and with more addresses and texts no less would: so the stories that result
are the same in any order of arrival.
"""

import json
from collections.abc import Iterable

from store.addresses import claims
from store.ahead import latest
from store.database import Store
from store.merging import last_seen
from store.near_duplicates import find_alike, find_bands
from store.story_rows import version_row
from store.tables import Row
from store.translations import translated
from store.versions import combine, fullness, held_versions, read_anew, text_key
from stories.identity.comparison import Text, compare
from stories.identity.fingerprint import normalise_text, shingles
from stories.identity.match import Match
from stories.item import Story

FEW_WORDS = (
    100  # shingles; "This video cannot be played", or a wall's own words, can stand under many headlines
)
SAME_TEXT = """
SELECT DISTINCT versions.story, versions.title FROM versions JOIN stories ON stories.id = versions.story
WHERE versions.digest = ? AND stories.outlet = ?
"""
MAX_CLAIMANTS = 50  # of one address whose texts are all read; of more those that share a band
# The stories that claim an address of these, both sides by the index of `shared_urls`
SHARING = """
SELECT story FROM shared_urls WHERE url IN (
  SELECT url FROM shared_urls WHERE story IN (SELECT value FROM json_each(:stories))
  UNION SELECT url FROM urls WHERE story IN (SELECT value FROM json_each(:stories)))
UNION SELECT story FROM urls WHERE url IN (
  SELECT url FROM shared_urls WHERE story IN (SELECT value FROM json_each(:stories)))
"""
TEXTS = "SELECT title, body FROM versions WHERE story = ?"


def match_story(store: Store, story: Story) -> Match:
    """Decide which stored story a page is, which versions the story then has, and which other texts are nearly the same.

    Reads the database and writes nothing.
    """
    # What is read again says nothing of now
    capture, bound = version_row(story), latest() if story.reread else latest(story.page.fetched)
    keys = identify(store, story)
    shared = _shared(store, story, keys)
    if not keys:
        return Match([capture], alike=find_alike(store, story.text), shared=shared)
    kept = last_seen(store, keys, bound)
    capture["page"] = store.page_id(story.page)
    held = combine(row for key in keys for row in held_versions(store, key, bound))
    if capture["seen"] > bound:
        capture["seen"] = capture["last_seen"] = _first_seen(held, capture["page"]) or kept["last_seen"]
    versions = combine([*held, capture] if not story.reread else read_anew(held, capture))
    shown = is_shown(capture, kept) or (story.reread and kept["page"] == capture["page"])
    new_text = shown and text_key(kept) != text_key(capture)
    texts = [list(map(text_key, rows)) for rows in (held, versions)]
    return Match(
        versions,
        keys,
        kept,
        shown,
        seen=capture["seen"],
        bound=bound,
        changed=new_text or len(keys) > 1 or texts[0] != texts[1],
        alike=find_alike(store, story.text, keys) if new_text else {},
        shared=shared,
    )


def is_shown(capture: Row, kept: Row) -> bool:
    """Whether a story's rows become those of a capture: the latest; of a wall's pages the fullest, until one is whole."""
    if (capture["partial"] or kept["partial"]) and text_key(capture) != text_key(kept):
        return fullness(capture) > fullness(kept)
    return (capture["seen"], capture["reading"]) > (kept["last_seen"], kept["reading"])


def _first_seen(versions: list[Row], page: int | None) -> str:
    return next((row["seen"] for row in versions if row["page"] == page), "")


def identify(store: Store, story: Story) -> list[int]:
    """The ids of the stored stories that this page is, the smallest first. More than one have turned out to be one.

    A copy in another language is none of them, whatever address it states for itself.
    """
    claimed = claims(store, [url for url, _ in story.all_addresses])
    claimants = {int(row["story"]) for row in claimed}
    group = {int(row["story"]) for row in claimed if row["read"] and row["url"] == story.own}
    others = translated(store, story) - group
    group |= _same_text(store, story) - others
    own = story.text
    while near := _near(store, (claimants | _sharing(store, group)) - group - others, own):
        texts = [own, *_texts(store, group)]
        joined = {key for key in near if _one_address(_texts(store, [key]), texts)}
        if not joined:
            break
        group |= joined
    return sorted(group)


def _same_text(store: Store, story: Story) -> set[int]:
    same_text = store.rows(SAME_TEXT, story.digest, story.outlet.name)
    short = bool(same_text) and len(shingles(story.read.body)) < FEW_WORDS
    title = normalise_text(story.read.title)
    return {int(row["story"]) for row in same_text if not short or normalise_text(row["title"]) == title}


def _sharing(store: Store, keys: set[int]) -> set[int]:
    found = store.db.execute(SHARING, {"stories": json.dumps(sorted(keys))}).fetchall() if keys else []
    return {int(key) for (key,) in found}


def _near(store: Store, keys: set[int], text: Text) -> set[int]:
    """Those whose texts may be like this one."""
    return keys if len(keys) <= MAX_CLAIMANTS else set(find_bands(store, text.bands, keys))


def _texts(store: Store, keys: Iterable[int]) -> list[Text]:
    """All texts that stories had."""
    return [Text(row["title"], row["body"]) for key in keys for row in store.rows(TEXTS, key)]


def _one_address(some: list[Text], others: list[Text]) -> bool:
    return any(compare(one, other).one_address for one in some for other in others)


def _shared(store: Store, story: Story, keys: list[int]) -> frozenset[str]:
    """The page's addresses that other stories claim too, but the one that it was read at."""
    claimed = claims(store, [url for url, _ in story.all_addresses if url != story.own])
    return frozenset(row["url"] for row in claimed if row["story"] not in keys)
