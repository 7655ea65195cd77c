"""A story's page: the text to read with its quotes in place, and the proof of all that is said of it."""

import json
import os
import sys
from pathlib import Path

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from desk.differing import words_changed
from desk.look import look
from desk.marks import coloured, paragraphs
from desk.metadata import NAME
from desk.page import missing, page
from desk.snapshot import Row, Snapshot

STORY = """
SELECT stories.*, pages.fetched, pages.status, pages.archive, pages.offset AS archived_at, pages.sha256
FROM stories LEFT JOIN pages ON pages.id = stories.page WHERE stories.id = ?
"""
QUOTES = "SELECT * FROM quotes WHERE story = ? ORDER BY number"
DATES = """
SELECT field, value, precision, text, origin, chosen, zone, printed, note FROM dates
WHERE story = ? AND field != 'mentioned' ORDER BY field DESC, chosen DESC, id
"""
MENTIONED = """
SELECT DISTINCT value, precision, text, start FROM dates WHERE story = ? AND field = 'mentioned' ORDER BY start
"""
COPIES = """
SELECT id, outlet, title, url, published FROM stories
WHERE id != :key AND (id = :lead OR same_as = :lead) ORDER BY published, id
"""
VERSIONS = "SELECT number, seen, last_seen, title FROM versions WHERE story = ? ORDER BY number"
CHANGES = "SELECT kind, before, after FROM changes WHERE story = ? AND number = ? ORDER BY place"
QUOTE_CHANGES = """
SELECT state, before, after, speaker, speaker_before FROM quote_changes
WHERE story = ? AND number = ? AND state != 'same' ORDER BY place
"""
ENTRIES = """
SELECT id, title, published, (SELECT count(*) FROM passages WHERE entry = entries.id) AS passages,
  (SELECT count(*) FROM passages WHERE entry = entries.id AND fidelity IN ('altered', 'missing')) AS doubtful
FROM entries WHERE story = ? ORDER BY published, id
"""
ADDRESSES = "SELECT url, how FROM urls WHERE story = ? AND how != 'canonical' ORDER BY how, url"
TRANSLATIONS = """
SELECT translations.language, translations.url, stories.id AS story, title FROM translations
LEFT JOIN urls ON urls.url = translations.url AND urls.read IS NOT NULL LEFT JOIN stories ON stories.id = urls.story
WHERE translations.story = ? ORDER BY translations.language, translations.url
"""
FIELDS = {"published": "published", "modified": "last changed"}


async def story_page(datasette: Datasette, request: Request) -> Response:
    """The page of the story with this id."""
    key = int(request.url_vars["key"])
    found = await look(datasette, lambda held: told(held, key))
    if found is None:
        return await missing(datasette, request, f"There is no story {key} in this database.")
    held = datasette.get_database(NAME).path
    return await page(
        datasette, request, "story.html", python=from_here(sys.executable), database=from_here(held), **found
    )


def from_here(path: str) -> str:
    """A path as commands name it that are given where the desk was started."""
    there = Path(path)
    return os.path.relpath(there) if there.is_relative_to(Path.cwd()) else str(there)


def told(held: Snapshot, key: int) -> Row | None:
    """All that the page shows of a story, or None where there is none."""
    story = held.row(STORY, (key,))
    if story is None:
        return None
    quotes = coloured(held.rows(QUOTES, (key,)))
    lead = story["same_as"] or key
    return {
        "story": story,
        "authors": json.loads(story["authors"] or "[]"),
        "paragraphs": paragraphs(story["body"] or "", quotes),
        "quotes": quotes,
        "speakers": {quote["speaker"] for quote in quotes},
        "kinds": sorted({quote["kind"] for quote in quotes}),
        "dates": held.rows(DATES, (key,)),
        "fields": FIELDS,
        "mentioned": held.rows(MENTIONED, (key,)),
        "copies": held.rows(COPIES, {"key": key, "lead": lead}),
        "versions": versions(held, key),
        "entries": held.rows(ENTRIES, (key,)),
        "addresses": held.rows(ADDRESSES, (key,)),
        "translations": held.rows(TRANSLATIONS, (key,)),
    }


def versions(held: Snapshot, key: int) -> list[Row]:
    """The versions of a story, the newest first, each with its changes and with what became of the quotes."""
    rows = held.rows(VERSIONS, (key,))
    for row in rows:
        row["changes"] = [compared(change) for change in held.rows(CHANGES, (key, row["number"]))]
        row["quotes"] = [compared(quote) for quote in held.rows(QUOTE_CHANGES, (key, row["number"]))]
    return rows[::-1]


def compared(change: Row) -> Row:
    """A change with its words as parts: the same, gone, come."""
    return change | {"parts": words_changed(change["before"], change["after"])}
