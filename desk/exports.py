"""What an export has of each record: all that others need of it, a column each."""

import json
from collections.abc import Iterator
from dataclasses import replace

from desk.lists.kinds import CHANGES, ENTRIES, QUOTES, STORIES, Kind
from desk.lists.listing import asked_for
from desk.snapshot import Row, Snapshot
from desk.wanted import Wanted

LISTS = ("authors", "tags", "companies")  # columns that hold several values
NUMBERS = {"id": int, "story": int, "number": int, "place": int, "offset": int, "passages": int} | {
    "altered": int,
    "missing": int,
    "same_as": int,
    "partial": int,
    "confidence": float,
}
EXPORTED: dict[str, Kind] = {
    "stories": replace(
        STORIES,
        columns="stories.id, stories.url, stories.outlet, stories.title, stories.authors, stories.published, "
        "stories.published_precision, stories.published_day, stories.modified, stories.language, stories.section, "
        "stories.tags, stories.description, stories.body, stories.correction, stories.doubt, "
        "stories.partial, stories.same_as, stories.first_seen, "
        "stories.last_seen, pages.fetched AS captured, pages.archive, pages.offset, pages.sha256",
        tables="stories LEFT JOIN pages ON pages.id = stories.page",
    ),
    "quotes": replace(
        QUOTES,
        columns="quotes.id, stories.id AS story, quotes.number, stories.published, stories.outlet, stories.title, "
        "stories.url, stories.language, quotes.speaker, quotes.speaker_role, quotes.source, quotes.kind, quotes.stance, "
        "quotes.cue, quotes.confidence, quotes.how, quotes.content",
    ),
    "entries": replace(
        ENTRIES,
        columns="entries.id, entries.url, entries.title, entries.kind, entries.attribution, entries.outlet, "
        "entries.outlet_country, entries.author, entries.published, entries.language, entries.tags, "
        "(SELECT json_group_array(name) FROM companies WHERE entry = entries.id) AS companies, "
        "entries.source_title, entries.source_published, entries.source_url, entries.source_state, "
        "entries.archived_url, entries.archived, entries.story, "
        "(SELECT count(*) FROM passages WHERE entry = entries.id) AS passages, "
        "(SELECT count(*) FROM passages WHERE entry = entries.id AND fidelity = 'altered') AS altered, "
        "(SELECT count(*) FROM passages WHERE entry = entries.id AND fidelity = 'missing') AS missing, entries.excerpt",
    ),
    "changes": replace(
        CHANGES,
        columns="stories.id AS story, stories.url, stories.outlet, stories.title, stories.published, changes.number, "
        "versions.seen, changes.place, changes.kind, changes.before, changes.after",
    ),
}


def exported(held: Snapshot, name: str, asked: Wanted) -> Iterator[Row]:
    """The rows of an export, the newest first."""
    kind = EXPORTED[name]
    where, given = asked_for(kind, asked)
    sql = f"SELECT {kind.columns} FROM {kind.tables} WHERE {where} ORDER BY {kind.orders['newest']}"
    for row in held.each(sql, given):
        row.update({column: json.loads(row[column] or "[]") for column in LISTS if column in row})
        yield row


def names_of(held: Snapshot, name: str) -> list[str]:
    """The names of an export's columns, where there is no row too."""
    kind = EXPORTED[name]
    return held.names(f"SELECT {kind.columns} FROM {kind.tables} LIMIT 0")
