"""What reading again changed: two states of one database, field by field, the changes that matter most first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from store.database import Store
from store.tables import Row

SAID = ("speaker", "source", "speaker_role", "kind", "cue", "stance", "how", "confidence")
STORY = (
    *("body", "title", "published", "published_precision", "published_text", "published_from"),
    *("published_day", "modified", "url", "authors", "language", "description", "section", "tags", "image"),
    *("image_caption", "correction", "doubt", "partial", "body_from", "same_as"),
)
ENTRY = (
    *("url", "title", "excerpt", "kind", "attribution", "outlet", "outlet_country", "author", "published"),
    *("source_title", "source_published", "source_url", "source_address", "story", "source_state"),
    *("source_note", "archived_url", "archived", "language", "tags", "timelines", "missing"),
)
TEXTS = ("body", "excerpt")  # of which only the paragraphs that differ are told
RANKS = (  # what matters most comes first: who said what, then dates, bodies, headlines
    ("quotes.speaker", "entry_quotes.speaker", "quotes", "entry_quotes"),
    ("stories.published", "stories.modified", "entries.published", "dates"),
    ("stories.body", "versions.body", "entries.excerpt", "passages"),
    ("stories.title", "versions.title", "entries.title"),
)


@dataclass(slots=True, frozen=True)
class Part:
    """A table that reading fills: whose rows they are, what tells them apart, and what is compared."""

    table: str
    record: str
    owner: str
    keys: tuple[str, ...]
    fields: tuple[str, ...]


PARTS = (
    Part("quotes", "stories", "story", ("content",), SAID),
    Part("entry_quotes", "entries", "entry", ("content",), (*SAID, "fidelity", "note")),
    Part("dates", "stories", "story", ("field", "origin", "text"), ("value", "precision", "chosen", "note")),
    Part("stories", "stories", "id", (), STORY),
    Part("translations", "stories", "story", ("url",), ("language",)),
    Part("versions", "stories", "story", ("number",), ("body", "title", "seen")),
    Part("entries", "entries", "id", (), ENTRY),
    Part("passages", "entries", "entry", ("number",), ("text", "fidelity", "note")),
    Part("companies", "entries", "entry", ("name",), ()),
)


@dataclass(slots=True, frozen=True)
class ReadingChange:
    """One field of one record: `url` of the record, `of` the row that it is a field of (a quote's words, a date's place).

    A row that came or went is a change of its table, with None before or after.
    """

    url: str
    field: str
    of: str
    before: object
    after: object


def reading_changes(before: Path, after: Store) -> list[ReadingChange]:
    """What differs between a copy of a database, made before, and the database; both must have today's tables."""
    after.db.execute("ATTACH ? AS was", [str(before)])
    try:
        found = [change for part in PARTS for change in _of_part(after, part)]
    finally:
        after.db.execute("DETACH was")
    return sorted(found, key=lambda change: (_rank(change.field), change.url))


def counted(changes: Iterable[ReadingChange]) -> dict[str, int]:
    """How often each field changed, in the order in which it first comes."""
    return dict(Counter(change.field for change in changes))


def _rank(field: str) -> int:
    table = field.split(".")[0]
    return next((rank for rank, names in enumerate(RANKS) if field in names or table in names), len(RANKS))


def _of_part(store: Store, part: Part) -> Iterator[ReadingChange]:
    names = ", ".join(f'"{name}"' for name in dict.fromkeys((part.owner, *part.keys, *part.fields)))
    now, was = (f"SELECT {names} FROM {schema}.{part.table}" for schema in ("main", "was"))  # noqa: S608
    differing = f"SELECT * FROM ({now} EXCEPT {was}) UNION SELECT * FROM ({was} EXCEPT {now})"  # noqa: S608
    for owner in sorted({row[part.owner] for row in store.rows(differing)}):
        url = _url(store, "main", part, owner) or _url(store, "was", part, owner) or ""
        rows = [store.rows(f"{sql} WHERE {part.owner} = ? ORDER BY rowid", owner) for sql in (was, now)]
        for change in _of_rows(part, *(_keyed(part, one) for one in rows)):
            yield ReadingChange(url, *change)


def _url(store: Store, schema: str, part: Part, owner: int) -> str | None:
    row = store.row(f"SELECT url FROM {schema}.{part.record} WHERE id = ?", owner)  # noqa: S608
    return row["url"] if row else None


def _keyed(part: Part, rows: list[Row]) -> dict[tuple[object, ...], Row]:
    """The rows by what tells them apart; of those alike each by its place among them."""
    seen: defaultdict[tuple[object, ...], int] = defaultdict(int)
    keyed = {}
    for row in rows:
        key = tuple(row[name] for name in part.keys)
        seen[key] += 1
        keyed[*key, seen[key]] = row
    return keyed


def _of_rows(
    part: Part, was: dict[tuple[object, ...], Row], now: dict[tuple[object, ...], Row]
) -> Iterator[tuple[str, str, object, object]]:
    for key in dict.fromkeys((*was, *now)):
        name = ", ".join(str(value) for value in key[:-1])
        old, new = was.get(key), now.get(key)
        if old is None or new is None:
            yield part.table, "", None if old is None else name, None if new is None else name
            continue
        for field in part.fields:
            if old[field] != new[field]:
                values = old[field], new[field]
                told = _paragraphs(*map(str, values)) if field in TEXTS else values
                yield f"{part.table}.{field}", name, *told


def _paragraphs(before: str, after: str) -> tuple[str, str]:
    """The paragraphs of two texts that differ."""
    old, new = before.split("\n\n"), after.split("\n\n")
    pieces = [
        one for one in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if one[0] != "equal"
    ]
    return (
        "\n\n".join(part for _, start, end, _, _ in pieces for part in old[start:end]),
        "\n\n".join(part for _, _, _, start, end in pieces for part in new[start:end]),
    )
