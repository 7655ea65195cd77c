"""An entry's rows, joined to the story that it excerpts."""

import json

from stories.entry import Entry
from stories.excerpts import Passage
from stories.store import Row, Store
from stories.story_record import Outcome, quote_row

WATCHED = ("title", "excerpt", "source_url", "source_state", "story", "published")


def source_of(store: Store, addresses: list[str]) -> Row | None:
    """The stored story (id, body) that any of the addresses names, or None."""
    known = store.addresses(addresses)
    return store.row("SELECT id, body FROM stories WHERE id = ?", known[0]["story"]) if known else None


def save_entry(store: Store, entry: Entry, story: int | None, run: int | None) -> Outcome:
    """Write an entry, known by its address; call it inside a transaction. `story` is its source's id where known."""
    page = store.keep_page(entry.page, run) if entry.page else None
    kept = store.row("SELECT * FROM entries WHERE url = ?", entry.url)
    row = _columns(entry) | {"story": story, "page": page}
    if kept is None:
        key, outcome = store.add("entries", row), "new"
    else:
        key = int(kept["id"])
        outcome = "unchanged" if all(kept[name] == row[name] for name in WATCHED) else "updated"
        store.change("entries", key, row)
    text = "\n\n".join(entry.excerpt)
    store.replace("passages", "entry", key, (passage_row(i, p) for i, p in enumerate(entry.passages, 1)))
    store.replace(
        "entry_quotes", "entry", key, (quote_row(i, q, text) for i, q in enumerate(entry.quotes, 1))
    )
    store.replace("companies", "entry", key, ({"name": name} for name in dict.fromkeys(entry.companies)))
    return outcome  # type: ignore[return-value]


def passage_row(number: int, passage: Passage) -> Row:
    """A row of `passages`."""
    return {
        "number": number,
        "text": passage.text,
        "story_start": passage.story_start,
        "story_end": passage.story_end,
        "fidelity": passage.fidelity,
        "note": passage.note or None,
    }


def _columns(entry: Entry) -> Row:
    return {
        "url": entry.url,
        "title": entry.title,
        "kind": entry.kind or None,
        "attribution": entry.attribution,
        "outlet": entry.outlet or None,
        "outlet_country": entry.outlet_country or None,
        "author": ", ".join(entry.authors) or None,
        "published": entry.published,
        "source_title": entry.source_title or None,
        "source_published": entry.source_published,
        "source_url": entry.source_url or None,
        "source_state": entry.source_state,
        "source_note": entry.source_note or None,
        "language": entry.language or None,
        "tags": json.dumps(entry.tags, ensure_ascii=False),
        "excerpt": "\n\n".join(entry.excerpt),
        "missing": json.dumps(entry.missing, ensure_ascii=False),
    }
