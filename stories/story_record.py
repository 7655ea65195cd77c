"""A story's rows: which story a page is, and what saving it changes."""

import json
from typing import Literal

from stories.dates import DateEvidence
from stories.item import Story
from stories.quotes import Quote, Span
from stories.store import Row, Store, stamp

Outcome = Literal["new", "updated", "unchanged"]


def identify(store: Store, story: Story) -> int | None:
    """The id of the story that this page is, or None: by any of its addresses, else by the same text of one outlet."""
    addresses = [story.url, *(url for url, _ in story.addresses)]
    known = {row["url"]: row["story"] for row in store.addresses(addresses)}
    if known:
        return int(next(known[url] for url in addresses if url in known))
    by_text = store.row(
        "SELECT id FROM stories WHERE digest = ? AND outlet = ? ORDER BY id", story.digest, story.outlet.name
    )
    return int(by_text["id"]) if by_text else None


def save_story(store: Store, story: Story, run: int | None) -> tuple[int, Outcome]:
    """Write a story that has passed the stages; call it inside a transaction. Returns its id and what changed.

    A text not seen before is a new version. The rows of `stories`, `dates` and `quotes` always are those of the latest
    capture, whichever order captures come in.
    """
    page = store.keep_page(story.page, run)
    known = identify(store, story)
    seen = stamp(story.page.fetched)
    if known is None:
        key = store.add("stories", _columns(story) | {"page": page, "first_seen": seen, "last_seen": seen})
        _save_version(store, key, story, page)
        _save_parts(store, key, story)
        outcome: Outcome = "new"
    else:
        key, outcome = known, _save_again(store, known, story, page)
    _save_addresses(store, key, story)
    return key, outcome


def _save_again(store: Store, key: int, story: Story, page: int) -> Outcome:
    kept = store.row("SELECT title, digest, first_seen, last_seen FROM stories WHERE id = ?", key) or {}
    seen = stamp(story.page.fetched)
    same = (kept["title"], kept["digest"]) == (story.read.title, story.digest)
    latest = seen > kept["last_seen"]
    store.change(
        "stories",
        key,
        {"first_seen": min(seen, kept["first_seen"]), "last_seen": max(seen, kept["last_seen"])},
    )
    if same or not (latest or _save_version(store, key, story, page)):
        return "unchanged"
    if latest:
        _save_version(store, key, story, page, again=True)
        store.change("stories", key, _columns(story) | {"page": page})
        _save_parts(store, key, story)
    return "updated"


def _save_version(store: Store, key: int, story: Story, page: int, again: bool = False) -> bool:
    """Add a version in its place by time, unless the story had this text before (`again`: even then)."""
    title = story.read.title
    held = store.rows("SELECT * FROM versions WHERE story = ? ORDER BY seen, number", key)
    if not again and any((row["title"], row["digest"]) == (title, story.digest) for row in held):
        return False
    added: Row = {
        "story": key,
        "seen": stamp(story.page.fetched),
        "title": title,
        "body": story.read.body,
        "digest": story.digest,
        "page": page,
    }
    ordered = sorted([*held, added], key=lambda row: row["seen"])
    store.replace("versions", "story", key, (row | {"number": i} for i, row in enumerate(ordered, 1)))
    return True


def _save_parts(store: Store, key: int, story: Story) -> None:
    reading = story.read
    store.replace("dates", "story", key, map(date_row, story.dates))
    rows = (quote_row(i, quote, reading.body) for i, quote in enumerate(reading.quotes, 1))
    store.replace("quotes", "story", key, rows)


def _save_addresses(store: Store, key: int, story: Story) -> None:
    kept = store.row("SELECT url FROM stories WHERE id = ?", key) or {}
    how = "canonical" if kept["url"] == story.url else "same text"
    for url, came in [(story.url, how), *story.addresses]:
        store.db.execute("INSERT OR IGNORE INTO urls (url, story, how) VALUES (?, ?, ?)", [url, key, came])


def _columns(story: Story) -> Row:
    reading = story.read
    published, modified = story.chosen("published"), story.chosen("modified")
    return {
        "url": story.url,
        "outlet": story.outlet.name,
        "title": reading.title,
        "authors": json.dumps(reading.authors, ensure_ascii=False),
        "published": published.value if published else None,
        "published_precision": published.precision if published else None,
        "published_text": published.text if published else None,
        "published_from": published.origin if published else None,
        "modified": modified.value if modified else None,
        "language": reading.language or None,
        "description": reading.description,
        "section": reading.section,
        "tags": json.dumps(reading.tags, ensure_ascii=False),
        "image": reading.image or None,
        "image_caption": reading.image_caption or None,
        "body": reading.body,
        "digest": story.digest,
    }


def date_row(date: DateEvidence) -> Row:
    """A row of `dates`."""
    return {
        "field": date.field,
        "value": date.value,
        "precision": date.precision,
        "text": date.text,
        "origin": date.origin,
        "chosen": int(date.chosen),
        "start": date.start,
        "end": date.end,
        "zone": date.zone,
        "note": date.note or None,
    }


def quote_row(number: int, quote: Quote, text: str) -> Row:
    """A row of `quotes`; `text` is what the offsets count in."""
    source, cue = quote.source, quote.cue
    return {
        "number": number,
        "kind": quote.kind,
        "content": " ".join(text[start:end] for start, end in quote.content),
        "spans": json.dumps(quote.content),
        "source": _words(text, source),
        "source_start": source and source[0],
        "source_end": source and source[1],
        "speaker": quote.speaker,
        "speaker_role": quote.speaker_role,
        "cue": _words(text, cue),
        "cue_start": cue and cue[0],
        "cue_end": cue and cue[1],
    }


def _words(text: str, span: Span | None) -> str | None:
    return text[span[0] : span[1]] if span else None
