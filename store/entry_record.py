"""An entry's rows: which stored entry it is, and what saving it changes."""

import json

from store.database import Store
from store.entry_checks import write_check
from store.saved import Outcome
from store.story_rows import quote_row
from store.tables import Row
from stories.entries import RESOURCE_CENTRE, Entry, EntryMatch, JoinedEntry, entry_forms, slug_of
from stories.reader_version import reader_version

WATCHED = ("title", "excerpt", "source_url", "source_state", "story", "published")
FOLLOWED = ("source_state", "source_note", "archived_url", "archived")
BY_ADDRESS = "SELECT * FROM entries WHERE url IN (SELECT value FROM json_each(?)) ORDER BY url != ?"
BY_TITLE = """
SELECT * FROM entries WHERE title = ? AND (source_address = ? OR published = ?)
AND (instr(url, '#') OR instr(?, '#')) ORDER BY id
"""
JOIN = """
UPDATE entries SET story = ?, source_note = ?, source_state = iif(source_state = 'not followed' AND ? IS NULL,
'found', source_state) WHERE id = ?
"""


def match_entry(store: Store, entry: Entry, joins: bool = False) -> EntryMatch:
    """Decide which stored entry an entry is, and what of it is written; reads the database and writes nothing.

    joins: a story came with it, which is its source. An entry that was joined to its source stays so while it names
    the same one, whatever the link leads to now; and an entry out of an archive, where no link is followed, does not
    take back what following it came to.
    """
    kept = kept_entry(store, entry)
    row = _columns(entry) | {"story": entry.story}
    if kept is None:
        return EntryMatch(None, row, joins)
    row = _better(store, kept, row, entry) | _still_true(kept, row, joins)
    return EntryMatch(kept, row, joins and "excerpt" in row)


def save_entry(store: Store, entry: Entry, story: int | None, run: int | None) -> Outcome:
    """Write an entry as it was matched and checked; call it inside a transaction. `story`: of one that came with it."""
    match, check = entry.matched, entry.checked
    page = store.keep_page(entry.page, run) if entry.page else None
    row = match.row | ({"page": page} if match.rewritten else {}) | ({"story": story} if match.joins else {})
    kept = store.row("SELECT * FROM entries WHERE id = ?", match.kept["id"]) if match.kept else None
    outcome: Outcome
    if kept is None:
        key, outcome = store.add("entries", row), "new"
    else:
        key = int(kept["id"])
        same = all(kept[name] == row.get(name, kept[name]) for name in WATCHED)
        outcome = "unchanged" if same else "updated"
        store.change("entries", key, row)
    if match.rewritten:
        _save_parts(store, key, entry)
    write_check(store, key, check)
    store.drop_pages({key for key in (page, kept and kept["page"]) if key})
    return outcome


def save_joined(store: Store, joined: JoinedEntry, story: int) -> None:
    """Write what a story's text means for a stored entry; joins the two where the entry waited for the story."""
    if joined.waited:
        store.db.execute(JOIN, [story, joined.note, joined.note, joined.entry])
    write_check(store, joined.entry, joined.check)


def kept_entry(store: Store, entry: Entry) -> Row | None:
    """The stored entry that this one is, or None: by its address on the old site or the new.

    A story's page shows entries that have pages of their own, some without linking to them: such a one is known by its
    title and either its source or its date.
    """
    row = store.row(BY_ADDRESS, json.dumps(entry_forms(entry.url)), entry.url)
    if row or not entry.title:
        return row
    return store.row(BY_TITLE, entry.title, entry.source_address or None, entry.published, entry.url)


def _better(store: Store, kept: Row, row: Row, entry: Entry) -> Row:
    """What to write of an entry met again: all, but not what another page shows of it over what its own page said."""
    was = store.row("SELECT url FROM pages WHERE id = ?", kept["page"]) or {"url": ""}
    if _is_own(kept["url"], was["url"]) and not _is_own(entry.url, entry.page.url if entry.page else ""):
        return {"url": kept["url"]}
    return row if "#" in kept["url"] and "#" not in row["url"] else row | {"url": kept["url"]}


def _is_own(url: str, page: str) -> bool:
    """Whether an entry was read off its own page, and not off a story's that shows it among others."""
    return "#" not in url and slug_of(url) == slug_of(page)


def _still_true(kept: Row, row: Row, joins: bool) -> Row:
    """What is known of an entry's source from before, and not gainsaid by what was read now."""
    if any(kept[name] != row[name] for name in ("source_url", "source_title")):
        return {}
    still = {} if row["story"] or joins else {"story": kept["story"]}
    if row["source_state"] == "not followed" and row["source_note"] is None:
        still |= {name: kept[name] for name in FOLLOWED}
    return still


def _save_parts(store: Store, key: int, entry: Entry) -> None:
    text = "\n\n".join(entry.excerpt)
    quotes = (
        quote_row(i, quote, text) | {"fidelity": "unchecked"} for i, quote in enumerate(entry.quotes, 1)
    )
    store.replace("entry_quotes", "entry", key, quotes)
    store.replace("companies", "entry", key, ({"name": name} for name in dict.fromkeys(entry.companies)))


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
        "source_address": entry.source_address or None,
        "source_state": entry.source_state,
        "source_note": entry.source_note or None,
        "archived_url": entry.archived_url or None,
        "archived": entry.archived,
        "language": entry.language or None,
        "tags": json.dumps(entry.tags, ensure_ascii=False),
        "timelines": json.dumps(entry.timelines, ensure_ascii=False),
        "excerpt": "\n\n".join(entry.excerpt),
        "missing": json.dumps(entry.missing, ensure_ascii=False),
        "reader": reader_version(RESOURCE_CENTRE),
    }
