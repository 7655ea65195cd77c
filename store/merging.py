"""Two stored stories that turn out to be one, since a page was seen that is both."""

from store.addresses import move_addresses
from store.ahead import latest
from store.database import Store
from store.near_duplicates import forget, update_clusters
from store.tables import Row
from store.translations import move_translations
from store.versions import combine, fullness, held_versions, write_versions
from stories.identity.clusters import pair

OWNED = ("dates", "quotes", "changes", "quote_changes", "versions")  # rows that go with their story


def merge(store: Store, keys: list[int], bound: str) -> int:
    """Make one story of several; returns its id. The one that was seen last keeps its row; call it in a transaction.

    bound: the latest time that any of them may have been seen (store.ahead.latest).
    """
    if len(keys) == 1:
        return keys[0]
    rows = _rows(store, keys, bound)
    kept, *others = rows
    key = int(kept["id"])
    near: set[int] = set()
    for other in others:
        held = held_versions(store, key, bound)
        versions = combine([*held, *held_versions(store, other["id"], bound)])
        near |= set(forget(store, other["id"], other["title"], other["body"]))
        _move(store, other["id"], key)
        write_versions(store, key, held, versions, kept["language"])
    first_seen = min(row["first_seen"] for row in rows)
    store.change("stories", key, {"first_seen": first_seen, "last_seen": kept["last_seen"]})
    update_clusters(store, [key, *(near - set(keys))])
    return key


def last_seen(store: Store, keys: list[int], bound: str) -> Row:
    """The row of the story that keeps its row when these are merged."""
    return _rows(store, keys, bound)[0]


def _rows(store: Store, keys: list[int], bound: str) -> list[Row]:
    """The rows of stories, the one seen last first; those that are behind a wall come last, the fullest first."""
    rows = [_row(store, key, bound) for key in keys]
    return sorted(
        rows, key=lambda row: (_whole(row), row["last_seen"], row["reading"], -row["id"]), reverse=True
    )


def _whole(row: Row) -> tuple[object, ...]:
    return fullness(row) if row["partial"] else (True,)


def _row(store: Store, key: int, bound: str) -> Row:
    """The row of a story; times of it that lie ahead are those of its versions."""
    row = store.row("SELECT * FROM stories WHERE id = ?", key) or {}
    if max(row["first_seen"], row["last_seen"]) > bound:
        versions = held_versions(store, key, bound)
        row["first_seen"] = min([row["first_seen"], *(version["seen"] for version in versions)])
        row["last_seen"] = max(version["last_seen"] for version in versions)
    return row


def _move(store: Store, gone: int, key: int) -> None:
    """Delete the story `gone`; what points at it points at `key` from now on."""
    for table in OWNED:
        store.replace(table, "story", gone, ())
    move_addresses(store, gone, key)
    move_translations(store, gone, key)
    store.db.execute("UPDATE entries SET story = ? WHERE story = ?", [key, gone])
    for row in store.rows("SELECT * FROM judgements WHERE story = :gone OR other = :gone", gone=gone):
        _judge_again(store, row, gone, key)
    store.db.execute("UPDATE stories SET same_as = NULL WHERE same_as = ?", [gone])
    store.db.execute("DELETE FROM stories WHERE id = ?", [gone])


def _judge_again(store: Store, row: Row, gone: int, key: int) -> None:
    """Move a person's word on a story; of two words on the same two stories the later one counts."""
    store.db.execute("DELETE FROM judgements WHERE story = ? AND other = ?", [row["story"], row["other"]])
    third = row["other"] if row["story"] == gone else row["story"]
    if third == key:
        return
    first, second = pair(third, key)
    where = [first, second]
    held = store.row("SELECT made FROM judgements WHERE story = ? AND other = ?", *where)
    if held is None or _made(held) < _made(row):
        columns = [row[name] for name in ("verdict", "made", "note")]
        store.db.execute("INSERT OR REPLACE INTO judgements VALUES (?, ?, ?, ?, ?)", [*where, *columns])


def _made(row: Row) -> str:
    """When a person's word was given; a time that lies ahead is none."""
    return "" if row["made"] > latest() else str(row["made"])
