"""An entry's page: its excerpt beside what its source says, passage by passage."""

import json

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from desk.differing import words_changed
from desk.look import look
from desk.marks import coloured
from desk.page import missing, page
from desk.snapshot import Row, Snapshot

ENTRY = """
SELECT entries.*, pages.fetched, pages.status, pages.archive, pages.offset AS archived_at, pages.sha256
FROM entries LEFT JOIN pages ON pages.id = entries.page WHERE entries.id = ?
"""
SOURCE = "SELECT id, outlet, title, url, published, language, body FROM stories WHERE id = ?"
COMPANIES = "SELECT name FROM companies WHERE entry = ? ORDER BY name"
PASSAGES = "SELECT number, text, story_start, story_end, fidelity, note FROM passages WHERE entry = ? ORDER BY number"
VERDICTS = "SELECT checked, fidelity, note FROM verdicts WHERE entry = ? AND number = ? ORDER BY place"
QUOTES = "SELECT * FROM entry_quotes WHERE entry = ? ORDER BY number"
STATES = {
    "found": "The source is held, at the address that the entry names.",
    "moved": "The source is held; it was found at another address than the entry names.",
    "archived": "The source is gone; a copy of it in the Internet Archive was read.",
    "gone": "The source is gone.",
    "blocked": "The source could not be read.",
    "not followed": "The source was not asked for.",
}

MARKS = " \"'“”‘’«»„‚‹›「」『』()[].,;:!?…。，、؟،۔-–—"  # that stand around words


async def entry_page(datasette: Datasette, request: Request) -> Response:
    """The page of the entry with this id."""
    key = int(request.url_vars["key"])
    found = await look(datasette, lambda held: told(held, key))
    if found is None:
        return await missing(datasette, request, f"There is no entry {key} in this database.")
    return await page(datasette, request, "entry.html", here="/entries", **found)


def told(held: Snapshot, key: int) -> Row | None:
    """All that the page shows of an entry, or None where there is none."""
    entry = held.row(ENTRY, (key,))
    if entry is None:
        return None
    source = held.row(SOURCE, (entry["story"],))
    body = source["body"] or "" if source else ""
    passages = [compared(passage, body) for passage in held.rows(PASSAGES, (key,))]
    for passage in passages:
        passage["verdicts"] = held.rows(VERDICTS, (key, passage["number"]))
    return {
        "entry": entry,
        "source": source,
        "state": STATES.get(entry["source_state"], ""),
        "companies": [row["name"] for row in held.rows(COMPANIES, (key,))],
        "passages": passages,
        "quotes": coloured(held.rows(QUOTES, (key,))),
        "tags": json.loads(entry["tags"] or "[]"),
    }


def compared(passage: Row, body: str) -> Row:
    """A passage with the source's words, and with both as parts: what both say, what only one does."""
    there = words_there(passage, body)
    if not there or passage["fidelity"] == "exact":  # which may have other marks around its words
        return passage | {"excerpt": [("same", passage["text"])], "there": [("same", there)] if there else []}
    parts = words_changed(there, passage["text"])
    return passage | {
        "excerpt": [part for part in parts if part[0] != "gone"],
        "there": [part for part in parts if part[0] != "come"],
    }


def words_there(passage: Row, body: str) -> str:
    """The source's words of a passage, with those marks around them that the passage has too."""
    start, end = passage["story_start"], passage["story_end"]
    if start is None or end is None:
        return ""
    text = passage["text"]
    before, after = (len(text) - len(text.lstrip(MARKS)), len(text) - len(text.rstrip(MARKS)))
    for mark in reversed(text[:before]):
        if body[:start].endswith(mark):
            start -= 1
    for mark in text[len(text) - after :]:
        if body.startswith(mark, end):
            end += 1
    return body[start:end]
