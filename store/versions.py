"""A story's versions: each text that it had, with when it was first and last seen.

A text that an outlet goes back to is no new version: its `last_seen` is then later than that of the version between.
So the rows follow from the captures alone, in whichever order those came; a capture with nothing new adds none.
"""

from collections.abc import Iterable
from dataclasses import asdict
from itertools import pairwise

from store.ahead import set_back
from store.database import Store
from store.tables import Row
from stories.identity.changes import changes_between
from stories.identity.edition import Edition
from stories.identity.fingerprint import normalise_text
from stories.identity.quote_changes import quote_changes_between

HELD = """
SELECT versions.*, pages.url AS page_url, pages.sha256 FROM versions LEFT JOIN pages ON pages.id = versions.page
WHERE story = ? ORDER BY number
"""
COLUMNS = ("seen", "last_seen", "title", "body", "digest", "partial", "page", "reading", "reader")
REFRESHED = ("last_seen", "reader", "partial")  # of a version whose text is as it was
TextKey = tuple[str, str]


def text_key(row: Row) -> TextKey:
    """What two captures of one text share: headline and body, normalised."""
    return normalise_text(row["title"]), row["digest"]


def held_versions(store: Store, key: int, bound: str) -> list[Row]:
    """The versions of the story `key`, the oldest first, each with the address and sha256 of its page.

    bound: the latest time that they may have (store.ahead.latest).
    """
    return set_back(store, store.rows(HELD, key), bound)


def combine(versions: Iterable[Row]) -> list[Row]:
    """One row a text, as its first capture had it, in order of time.

    What a wall lets through is no edit: the fullest of partial texts stands for all, and a whole one for them too. A text
    that was once seen without a wall is whole.
    """
    texts: dict[TextKey, list[Row]] = {}
    for row in versions:
        texts.setdefault(text_key(row), []).append(row)
    first = [_as_first_seen(rows) for rows in texts.values()]
    whole = [row for row in first if not row["partial"]]
    return sorted(whole, key=_age) if whole else first and [max(first, key=fullness)]


def _as_first_seen(rows: list[Row]) -> Row:
    """The captures of one text as one row."""
    last_seen, partial = max(row["last_seen"] for row in rows), all(row["partial"] for row in rows)
    return min(rows, key=_age) | {"last_seen": last_seen, "partial": int(partial)}


def fullness(row: Row) -> tuple[bool, int, TextKey]:
    """By which of two texts of a story is the one to keep where not both are whole: a row of `stories` or `versions`."""
    return not row["partial"], len(row["body"]), text_key(row)


def read_anew(held: list[Row], capture: Row) -> list[Row]:
    """The versions where a page's new reading takes the place of its old one.

    What the same rules read is read as it was, whatever dates its story's lists have given since.
    """
    old = [row for row in held if row["page"] == capture["page"]]
    if any(row["reader"] == capture["reader"] and text_key(row) == text_key(capture) for row in old):
        capture = capture | {"reading": old[0]["reading"]}
    last_seen = max(row["last_seen"] for row in [*old, capture])
    return [row for row in held if row not in old] + [capture | {"last_seen": last_seen}]


def _age(row: Row) -> tuple[str, str, str, str]:
    return row["seen"], row["reading"], row["page_url"], row["sha256"]


def _is_set_back(row: Row) -> bool:
    return bool(row.get("ahead"))


def write_versions(
    store: Store, key: int, held: list[Row], versions: list[Row], language: str | None
) -> bool:
    """Make `versions` the story's, which were `held`; returns whether the texts or their order changed."""
    if [_age(row) for row in held] != [_age(row) for row in versions] or any(map(_is_set_back, held)):
        rows = [{name: row[name] for name in COLUMNS} for row in versions]
        store.replace("versions", "story", key, ({"number": n, **row} for n, row in enumerate(rows, 1)))
    else:
        for old, new in zip(held, versions, strict=True):
            if any(old[name] != new[name] for name in REFRESHED):
                sql = "UPDATE versions SET last_seen = ?, reader = ?, partial = ? WHERE story = ? AND number = ?"
                store.db.execute(sql, [*(new[name] for name in REFRESHED), key, old["number"]])
    changed = [text_key(row) for row in held] != [text_key(row) for row in versions]
    if changed:
        _write_changes(store, key, held, versions, language)
    return changed


def _write_changes(
    store: Store, key: int, held: list[Row], versions: list[Row], language: str | None
) -> None:
    """The rows of `changes` and `quote_changes`, from the first version on that is not as it was."""
    kept = 0
    for old, new in zip(held, versions, strict=False):
        if text_key(old) != text_key(new):
            break
        kept += 1
    for table in ("changes", "quote_changes"):
        store.db.execute(f"DELETE FROM {table} WHERE story = ? AND number > ?", [key, kept])  # noqa: S608
    start = max(kept, 1)
    editions = [Edition(row["title"], row["body"], language) for row in versions[start - 1 :]]
    for number, (before, after) in enumerate(pairwise(editions), start + 1):
        where = {"story": key, "number": number}
        for position, change in enumerate(changes_between(before, after), 1):
            store.add("changes", where | {"place": position} | asdict(change))
        for position, quote in enumerate(quote_changes_between(before, after), 1):
            store.add("quote_changes", where | {"place": position} | asdict(quote))
