"""Which stored stories a page is: those known by any of its addresses, and those of its outlet with the same text.

Both hold for two captures alone, whatever came between: the stories that result are the same in any order of arrival.
"""

from store.ahead import latest
from store.database import Row, Store
from store.merging import last_seen
from store.near_duplicates import find_alike
from store.story_rows import version_row
from store.versions import combine, fullness, held_versions, read_anew, text_key
from stories.identity.comparison import Text
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


def match_story(store: Store, story: Story) -> Match:
    """Decide which stored story a page is, which versions the story then has, and which other texts are nearly the same.

    Reads the database and writes nothing.
    """
    # What is read again says nothing of now
    capture, bound = version_row(story), latest() if story.reread else latest(story.page.fetched)
    keys = identify(store, story)
    if not keys:
        return Match([capture], alike=find_alike(store, Text(story.read.title, story.read.body)))
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
        alike=find_alike(store, Text(story.read.title, story.read.body), keys) if new_text else {},
    )


def is_shown(capture: Row, kept: Row) -> bool:
    """Whether a story's rows become those of a capture: the latest; of a wall's pages the fullest, until one is whole."""
    if (capture["partial"] or kept["partial"]) and text_key(capture) != text_key(kept):
        return fullness(capture) > fullness(kept)
    return (capture["seen"], capture["reading"]) > (kept["last_seen"], kept["reading"])


def _first_seen(versions: list[Row], page: int | None) -> str:
    return next((row["seen"] for row in versions if row["page"] == page), "")


def identify(store: Store, story: Story) -> list[int]:
    """The ids of the stored stories that this page is, the smallest first. More than one have turned out to be one."""
    addresses = [story.url, *(url for url, _ in story.addresses)]
    found = {int(row["story"]) for row in store.addresses(addresses)}
    if same_text := store.rows(SAME_TEXT, story.digest, story.outlet.name):
        short = len(shingles(story.read.body)) < FEW_WORDS
        title = normalise_text(story.read.title)
        found |= {
            int(row["story"]) for row in same_text if not short or normalise_text(row["title"]) == title
        }
    return sorted(found)
