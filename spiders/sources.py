"""What an entry says where the source that it points to was not reached."""

from collections.abc import Iterator

from stories.entries import Entry, SourceState

# How an answer that is no page counts for the entry that points there
STATES: dict[str, SourceState] = {
    "HTTP 404": "gone",
    "HTTP 410": "gone",
    "HTTP 401": "blocked",
    "HTTP 403": "blocked",
    "HTTP 429": "blocked",
    "HTTP 451": "blocked",
    "host left alone": "blocked",
}


def lost(entry: Entry | None, state: SourceState, note: str) -> Iterator[Entry]:
    """The entry whose source was not reached, saying so; nothing where no entry led there."""
    if entry:
        entry.source_state, entry.source_note = state, note
        yield entry
