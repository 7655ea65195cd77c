"""Stored entries and their sources: what is held of the one and the other, and how a check is written."""

import json
from collections.abc import Iterator

from store.entry_source import waiting_for
from store.story_rows import quote_rows, story_columns
from store.tables import Row, Tables
from stories.entries import Entry, JoinedEntry
from stories.entries.check import Check, Excerpt, Source, Verdict, check_entry
from stories.entries.excerpts import Passage
from stories.item import Story

VERSIONS = "SELECT seen, last_seen, body FROM versions WHERE story = ? ORDER BY number"
ECHO = "UPDATE entry_quotes SET source_quote = ?, fidelity = ?, note = ? WHERE entry = ? AND number = ?"


def check_alone(store: Tables, entry: Entry) -> Check:
    """Hold an entry that came alone against its source, where that is stored."""
    return check_entry(_excerpt(store, entry), held_source(store, entry.matched.story))


def check_joined(store: Tables, story: Story) -> Iterator[JoinedEntry]:
    """Hold the stored entries of a story against what it is with this page, but the entry that led to it.

    Those that waited for the story are among them; the others are only where the story's text is another one.
    """
    source = source_with(store, story)
    own = story.entry.matched.kept if story.entry else None
    done = {own["id"]} if own else set()
    for key, note in waiting_for(store, story):
        if key not in done:
            done.add(key)
            yield JoinedEntry(key, check_entry(_held_excerpt(store, key), source), True, note)
    keys = json.dumps(story.matched.stories if story.matched.changed else [])
    for row in store.rows("SELECT id FROM entries WHERE story IN (SELECT value FROM json_each(?))", keys):
        if row["id"] not in done:
            yield JoinedEntry(row["id"], check_entry(_held_excerpt(store, row["id"]), source))


def check_leading(store: Tables, story: Story, entry: Entry) -> Check:
    """Hold the entry that led to a story against it; or against its source of before, where it keeps that."""
    match = entry.matched
    here = match.joins or match.story in story.matched.stories
    source = source_with(store, story) if here else held_source(store, match.story)
    return check_entry(_excerpt(store, entry), source)


def check_stored(store: Tables, key: int) -> None:
    """Hold a stored entry against its stored source anew, and write what comes of it."""
    row = store.row("SELECT story FROM entries WHERE id = ?", key) or {}
    write_check(store, key, check_entry(_held_excerpt(store, key), held_source(store, row["story"])))


def held_source(store: Tables, story: int | None) -> Source | None:
    """A stored story as a source, or None."""
    row = store.row("SELECT body, partial FROM stories WHERE id = ?", story)
    if row is None:
        return None
    quotes = store.rows("SELECT number, spans FROM quotes WHERE story = ? ORDER BY number", story)
    return source_of(row, quotes, store.rows(VERSIONS, story))


def source_with(store: Tables, story: Story) -> Source:
    """A story as it is once its page is saved."""
    match = story.matched
    if match.shown or not match.kept:
        return source_of(story_columns(story), quote_rows(story), match.versions)
    key = match.kept["id"]
    quotes = store.rows("SELECT number, spans FROM quotes WHERE story = ? ORDER BY number", key)
    return source_of(match.kept, quotes, match.versions)


def source_of(story: Row, quotes: list[Row], versions: list[Row]) -> Source:
    """A source: `body` and `partial` of its story. An earlier text that the outlet has gone back to comes last again."""
    body = story["body"]
    history = [(version["seen"], version["body"]) for version in versions]
    if versions and versions[-1]["body"] != body:
        history.append((versions[-1]["last_seen"], body))  # the time until which the other was seen
    spans = [(row["number"], json.loads(row["spans"])) for row in quotes]
    return Source(body, spans, history, bool(story.get("partial")))


def _excerpt(store: Tables, entry: Entry) -> Excerpt:
    """The words that are stored of an entry once it is saved."""
    match = entry.matched
    if match.kept and not match.rewritten:
        return _held_excerpt(store, match.kept["id"])
    return Excerpt("\n\n".join(entry.excerpt), entry.passages, [quote.content for quote in entry.quotes])


def _held_excerpt(store: Tables, key: int) -> Excerpt:
    row = store.row("SELECT excerpt FROM entries WHERE id = ?", key) or {}
    texts = store.rows("SELECT text FROM passages WHERE entry = ? ORDER BY number", key)
    quotes = store.rows("SELECT spans FROM entry_quotes WHERE entry = ? ORDER BY number", key)
    passages = [Passage(text["text"]) for text in texts]
    return Excerpt(row["excerpt"], passages, [json.loads(quote["spans"]) for quote in quotes])


def write_check(store: Tables, key: int, check: Check) -> None:
    """Write the rows of `passages` and `verdicts` of an entry, and point its quotes at the source's."""
    store.replace("passages", "entry", key, (passage_row(i, p) for i, p in enumerate(check.passages, 1)))
    for number, echo in enumerate(check.echoes, 1):
        store.db.execute(ECHO, [echo.quote, echo.fidelity, echo.note or None, key, number])
    store.replace("verdicts", "entry", key, map(verdict_row, check.verdicts))


def passage_row(number: int, passage: Passage) -> Row:
    """A row of `passages`."""
    return {
        "number": number,
        "text": passage.text,
        "story_start": passage.story_start,
        "story_end": passage.story_end,
        "fidelity": passage.fidelity,
        "note": passage.note or None,
        "differences": json.dumps(passage.differences, ensure_ascii=False),
    }


def verdict_row(verdict: Verdict) -> Row:
    """A row of `verdicts`."""
    return {
        "number": verdict.number,
        "place": verdict.place,
        "checked": verdict.checked,
        "fidelity": verdict.fidelity,
        "note": verdict.note or None,
    }
