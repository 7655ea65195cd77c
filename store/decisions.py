"""What stages 300, 400 and 500 do with an item: a story, with the entry that led to it, or an entry that came alone.

`match` and `check` decide and write nothing; `save` writes what they decided. Where the database was written since, by
this process or another, `save` first has both decide again, inside its transaction.
"""

from collections.abc import Mapping
from functools import singledispatch

from store.database import Store
from store.entry_checks import check_alone, check_joined, check_leading
from store.entry_record import match_entry, save_entry, save_joined
from store.entry_source import matched_note, source_at, source_like
from store.matching import match_story
from store.saved import Saved
from store.story_record import save_story
from stories.entries import RESOURCE_CENTRE, Entry
from stories.identity.urls import canonical_url, outlet_of
from stories.item import Story
from stories.outlet import Outlet

Outlets = Mapping[str, Outlet]


def decide_again(item: Story | Entry, store: Store, outlets: Outlets) -> None:
    """Match and check an item anew where the database was written since it was matched; call it inside a transaction.

    Raises ValueError where the item was not matched or not checked before.
    """
    _ = item.matched, item.checked
    if item.decided_at != store.state():
        match(item, store, outlets)
        check(item, store)


@singledispatch
def match(item: object, store: Store, outlets: Outlets) -> None:
    """Stage 300: decide which stored record an item is, and which stored story an entry excerpts."""
    raise TypeError(f"neither a story nor an entry: {item!r}")


@singledispatch
def check(item: object, store: Store) -> None:
    """Stage 400: hold entries against their source. Raises ValueError where the item was not matched."""
    raise TypeError(f"neither a story nor an entry: {item!r}")


@singledispatch
def save(item: object, store: Store, run: int | None) -> list[Saved]:
    """Stage 500: write what was decided; call it inside a transaction. Raises ValueError where nothing was."""
    raise TypeError(f"neither a story nor an entry: {item!r}")


@match.register
def _(item: Story, store: Store, outlets: Outlets) -> None:
    item.resolve_identity(outlets.values())
    item.match = match_story(store, item)
    if item.entry:
        item.entry.match = match_entry(store, item.entry, joins=True)
    item.decided_at = store.state()


@match.register
def _(item: Entry, store: Store, outlets: Outlets) -> None:
    _find_source(item, store, outlets)
    item.match = match_entry(store, item)
    item.decided_at = store.state()


@check.register
def _(item: Story, store: Store) -> None:
    item.checks = list(check_joined(store, item))
    if item.entry:
        item.entry.check = check_leading(store, item, item.entry)
        item.entry.passages = item.entry.check.passages


@check.register
def _(item: Entry, store: Store) -> None:
    item.check = check_alone(store, item)
    item.passages = item.check.passages


@save.register
def _(item: Story, store: Store, run: int | None) -> list[Saved]:
    key, outcome = save_story(store, item, item.matched, run)
    for joined in item.checked:
        save_joined(store, joined, key)
    published = item.chosen("published")
    day, read = published.value if published else None, item.read
    signed, quoted, partial = bool(read.authors), bool(read.quotes), read.partial
    saved = [
        Saved(outcome, item.page, item.held_addresses[0], item.outlet.name, day, signed, quoted, partial)
    ]
    return saved + ([_save_entry(item.entry, store, key, run)] if item.entry else [])


@save.register
def _(item: Entry, store: Store, run: int | None) -> list[Saved]:
    return [_save_entry(item, store, None, run)]


def _save_entry(entry: Entry, store: Store, story: int | None, run: int | None) -> Saved:
    outcome = save_entry(store, entry, story, run)
    signed, quoted = bool(entry.attribution), bool(entry.quotes)
    return Saved(outcome, entry.page, entry.url, RESOURCE_CENTRE.name, entry.published, signed, quoted)


def _find_source(entry: Entry, store: Store, outlets: Outlets) -> None:
    """Fill `story`, of an entry that came alone, and what tells of it."""
    entry.source_address = entry.source_address or _address(entry.source_url, outlets)
    entry.story = source_at(store, entry.source_address)
    if entry.story is None:
        entry.story = source_like(store, entry, outlets)
        if entry.story is not None:
            entry.source_note = matched_note(entry.source_note, entry.outlet)
    elif entry.source_state == "not followed" and not entry.source_note:
        entry.source_state = "found"  # nobody had to follow the link: its story is here


def _address(url: str, outlets: Outlets) -> str:
    try:
        return canonical_url(url, outlet_of(url, outlets.values())) if url else ""
    except ValueError:
        return ""
