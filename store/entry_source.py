"""Which stored story an entry excerpts: by the address that it links to, or by the title, outlet and date it names."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from store.tables import Row, Tables
from stories.entries import Entry
from stories.entries.source import DAYS, Held, match_source
from stories.item import Story
from stories.outlet import Outlet

THIS = 0  # the id, among stored ones, of a story that is not stored yet
# Both through an index; a row's title and date stand before its body, which is not read
HELD = """
SELECT id, title, outlet, published FROM stories
WHERE (published >= ? AND published < ? OR published IN (?, ?)) AND outlet IN (SELECT value FROM json_each(?))
"""
BY_ADDRESS = """
SELECT id, source_note FROM entries
WHERE story IS NULL AND source_address IN (
  SELECT value FROM json_each(?) UNION SELECT url FROM urls WHERE story IN (SELECT value FROM json_each(?)))
"""
BY_TITLE = """
SELECT id, outlet, source_title, source_published, source_note FROM entries
WHERE (source_published >= ? AND source_published < ? OR source_published IN (?, ?)) AND story IS NULL
"""


def source_at(store: Tables, address: str) -> int | None:
    """The id of the stored story that an address in canonical form belongs to, or None."""
    known = store.addresses([address]) if address else []
    return int(known[0]["story"]) if known else None


def source_like(store: Tables, entry: Entry, outlets: Mapping[str, Outlet]) -> int | None:
    """The id of the one stored story of `outlets` with the title, outlet and date that the entry names, or None."""
    found = match_source(entry, _held(store, entry, outlets))
    return found.id if found else None


def _held(store: Tables, entry: Entry, outlets: Mapping[str, Outlet]) -> list[Held]:
    """The stored stories of `outlets` that were published about when the entry says that its source was."""
    if not entry.source_published:
        return []
    rows = store.rows(HELD, *_around(entry.source_published), json.dumps(list(outlets)))
    return [Held(row["id"], row["title"], outlets[row["outlet"]].title, row["published"]) for row in rows]


def matched_note(entry_note: str | None, outlet: str) -> str:
    """What an entry says that was joined to its source by what it names."""
    note = f"matched by the title, the date and the outlet ({outlet}) that the entry names"
    if entry_note and note in entry_note:
        return entry_note
    return f"{entry_note}; {note}" if entry_note else note


def waiting_for(store: Tables, story: Story) -> Iterator[tuple[int, str | None]]:
    """The entries without a stored source that excerpt this story; each with what to note, if anything."""
    match = story.matched
    linked = store.rows(BY_ADDRESS, json.dumps(story.held_addresses), json.dumps(match.stories))
    yield from ((row["id"], row["source_note"]) for row in linked)
    published, title = story.chosen("published"), story.read.title
    day = published.value if published else None
    if match.kept and not match.shown:
        day, title = match.kept["published"], match.kept["title"]
    if not day:
        return
    this = Held(THIS, title, story.outlet.title, day)
    for row in store.rows(BY_TITLE, *_around(day)):
        if row["id"] not in {one["id"] for one in linked} and _names(store, row, this, story):
            yield row["id"], matched_note(row["source_note"], story.outlet.title)


def _names(store: Tables, row: Row, this: Held, story: Story) -> bool:
    """Whether what an entry says of its source fits this story, and none of the outlet's others as well."""
    entry = Entry(
        "", outlet=row["outlet"] or "", source_title=row["source_title"] or "",
        source_published=row["source_published"],
    )  # fmt: skip
    held = _held(store, entry, {story.outlet.name: story.outlet})
    others = [one for one in held if one.id not in story.matched.stories]
    return match_source(entry, [*others, this]) is this


def _around(day: str) -> tuple[str, str, str, str]:
    """The dates that are near an ISO one: from, up to (exclusive), and the year and the month that hold it."""
    if len(day) < 10:
        return day, f"{day}~", day[:4], day[:7]  # "~" comes after every sign of a date
    middle = date.fromisoformat(day[:10])
    first, last = middle - timedelta(days=DAYS), middle + timedelta(days=DAYS + 1)
    return first.isoformat(), last.isoformat(), day[:4], day[:7]
