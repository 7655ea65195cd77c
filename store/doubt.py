"""A doubt about a page: a text much shorter than the last one is looked at twice before it is a version.

A bad line, a wall or half a template gives less of a story than its outlet printed; as a version it would say that the
outlet took words and quotes back, which is an accusation.
"""

from functools import singledispatch

from store.database import Store
from store.tables import stamp
from store.versions import text_key
from stories.item import Story

SHORTER = "much shorter than before"
HALF = 0.5  # of the characters of the text before
MIN_DOUBTED_CHARACTERS = 400  # characters of it; a few sentences are easily halved
LOOKED = """
SELECT 1 FROM rejects JOIN pages ON pages.id = rejects.page
WHERE rejects.url = ? AND reason = ? AND pages.fetched < ? AND pages.fetched > ?
"""


@singledispatch
def doubt(item: object, store: Store) -> str:
    """Why the text of a matched story is to be looked at again first, in a sentence; empty where it is not.

    An earlier look at the same address, since the longer text was last seen, settles it. An entry has no versions.
    """
    return ""


@doubt.register
def _(story: Story, store: Store) -> str:
    match = story.matched
    if story.reread or not match.kept:
        return ""
    now, seen = match.versions, stamp(story.page.fetched)
    own = (row["seen"] == seen and row["digest"] == story.digest for row in now)
    at = next((place for place, is_own in enumerate(own) if is_own), 0)
    if not at or text_key(now[at]) == text_key(now[at - 1]):
        return ""
    before, after = len(now[at - 1]["body"]), len(now[at]["body"])
    if before < MIN_DOUBTED_CHARACTERS or after >= HALF * before:
        return ""
    if store.row(LOOKED, story.page.url, SHORTER, seen, now[at - 1]["last_seen"]):
        return ""
    return f"{after} characters, {before} before; where a later look finds the same, it is a version"
