"""A story's rows: what saving a page changes. The rows follow from the pages alone, in whichever order those come."""

import json
from hashlib import sha256
from typing import Literal

from stories.dates import DateEvidence
from stories.identity.addresses import keep_addresses
from stories.identity.copies import forget, place, settle
from stories.identity.corrections import corrections
from stories.identity.matching import identify
from stories.identity.merging import merge
from stories.identity.versions import combine, held_versions, text_key, write_versions
from stories.item import Story
from stories.quotes import Quote, Span
from stories.store import Row, Store, stamp

Outcome = Literal["new", "updated", "unchanged"]


def save_story(store: Store, story: Story, run: int | None, reread: bool = False) -> tuple[int, Outcome]:
    """Write a story that has passed the stages; call it inside a transaction. Returns its id and what changed.

    A text not seen before is a new version. The rows of `stories`, `dates` and `quotes` always are those of the latest
    capture; `page` is the one that first showed the text, where that reads the same. reread: the page was read before,
    by other rules: what it says now replaces what it said then.
    """
    capture = _capture(story, store.keep_page(story.page, run))
    matched = identify(store, story)
    if matched:
        key = merge(store, matched)
        return key, _save_again(store, key, story, capture, len(matched) > 1, reread)
    names = ("page", "reading", "last_seen")
    key = store.add(
        "stories",
        _columns(story) | {"url": story.url, "first_seen": capture["seen"]} | {n: capture[n] for n in names},
    )
    _save_parts(store, key, story)
    write_versions(store, key, [], [capture], None)
    keep_addresses(store, key, _addresses(story), capture["seen"])
    place(store, key, story.read.title, story.read.body)
    settle(store, [key])
    return key, "new"


def _save_again(store: Store, key: int, story: Story, capture: Row, merged: bool, reread: bool) -> Outcome:
    """Enter a capture of a known story."""
    kept = store.row("SELECT * FROM stories WHERE id = ?", key) or {}
    held = held_versions(store, key)
    versions = combine([*held, capture] if not reread else _read_anew(held, capture))
    seen, reading = capture["seen"], capture["reading"]
    row = {"first_seen": min(seen, kept["first_seen"]), "last_seen": max(seen, kept["last_seen"])}
    if (seen, reading) > (kept["last_seen"], kept["reading"]) or (reread and kept["page"] == capture["page"]):
        row |= _columns(story) | {"reading": reading, "page": capture["page"]}
        if reread or reading != kept["reading"]:
            _save_parts(store, key, story)
    now = kept | row
    for version in versions:
        if text_key(version) == text_key(now) and version["reading"] == now["reading"]:
            row["page"] = version["page"]
    row["url"] = keep_addresses(store, key, _addresses(story), seen)
    new_text = write_versions(store, key, held, versions, now["language"])
    changed = _change(store, key, kept, row)
    store.drop_pages({capture["page"], kept["page"], *(version["page"] for version in held)})
    return "updated" if new_text or merged or changed else "unchanged"


def _read_anew(held: list[Row], capture: Row) -> list[Row]:
    """The versions where a page's new reading takes the place of its old one."""
    old = [row for row in held if row["page"] == capture["page"]]
    last_seen = max(row["last_seen"] for row in [*old, capture])
    return [row for row in held if row not in old] + [capture | {"last_seen": last_seen}]


def _change(store: Store, key: int, kept: Row, row: Row) -> bool:
    """Set those columns that differ, and the story's cluster where it may; returns whether the text is another one."""
    differing = {name: value for name, value in row.items() if kept[name] != value}
    if differing:
        store.change("stories", key, differing)
    now = kept | row
    new_text = text_key(kept) != text_key(now)
    if new_text:
        near = forget(store, key, kept["title"], kept["body"])
        place(store, key, now["title"], now["body"])
        settle(store, [key, *near])
    elif differing.keys() & {"published", "first_seen", "url"}:  # by which the lead of a cluster is chosen
        settle(store, [key])
    return new_text


def _capture(story: Story, page: int) -> Row:
    """The capture as a version of its own."""
    seen = stamp(story.page.fetched)
    return {
        "seen": seen,
        "last_seen": seen,
        "title": story.read.title,
        "body": story.read.body,
        "digest": story.digest,
        "page": page,
        "reading": _signature(story),
        "page_url": story.page.url,
        "sha256": story.page.sha256,
    }


def _signature(story: Story) -> str:
    """Hex sha256 of all that was read, so that two captures that read the same are known as such."""
    quotes = [quote_row(i, quote, story.read.body) for i, quote in enumerate(story.read.quotes, 1)]
    read = [_columns(story), [date_row(date) for date in story.dates], quotes]
    return sha256(json.dumps(read, sort_keys=True).encode()).hexdigest()


def _addresses(story: Story) -> list[tuple[str, str]]:
    return [(story.url, "canonical"), *story.addresses]


def _save_parts(store: Store, key: int, story: Story) -> None:
    reading = story.read
    store.replace("dates", "story", key, map(date_row, story.dates))
    rows = (quote_row(i, quote, reading.body) for i, quote in enumerate(reading.quotes, 1))
    store.replace("quotes", "story", key, rows)


def _columns(story: Story) -> Row:
    reading = story.read
    published, modified = story.chosen("published"), story.chosen("modified")
    return {
        "outlet": story.outlet.name,
        "title": reading.title,
        "authors": json.dumps(reading.authors, ensure_ascii=False),
        "published": published.value if published else None,
        "published_precision": published.precision if published else None,
        "published_text": published.text if published else None,
        "published_from": published.origin if published else None,
        "published_day": (published.printed or None) if published else None,
        "modified": modified.value if modified else None,
        "language": reading.language or None,
        "description": reading.description,
        "section": reading.section,
        "tags": json.dumps(reading.tags, ensure_ascii=False),
        "image": reading.image or None,
        "image_caption": reading.image_caption or None,
        "body": reading.body,
        "digest": story.digest,
        "correction": "\n\n".join(corrections(reading.body)) or None,
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
        "printed": date.printed or None,
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
        "stance": quote.stance,
    }


def _words(text: str, span: Span | None) -> str | None:
    return text[span[0] : span[1]] if span else None


def stored_pages(store: Store, outlet: str) -> list[Row]:
    """The archived pages (url, archive, offset) that the records of an outlet point at, or of `all`, oldest first."""
    return store.rows(
        "SELECT url, archive, offset FROM pages WHERE archive IS NOT NULL AND id IN ("
        "SELECT page FROM stories WHERE ?1 IN ('all', outlet) "
        "UNION SELECT versions.page FROM versions JOIN stories ON stories.id = story WHERE ?1 IN ('all', outlet) "
        "UNION SELECT page FROM entries WHERE ?1 IN ('all', 'resource_centre')) ORDER BY fetched, id",
        outlet,
    )
