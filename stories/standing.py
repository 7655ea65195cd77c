"""How a stored entry stands to its source: its passages, its quotes, and what became of them as the source changed."""

import json
from collections.abc import Iterable, Iterator, Sequence

from stories.excerpt_quotes import match_quotes
from stories.excerpts import Passage, check_passages
from stories.store import Row, Store

ENTRY = """
SELECT entries.story, entries.excerpt, stories.body FROM entries JOIN stories ON stories.id = entries.story
WHERE entries.id = ?
"""
VERSIONS = "SELECT seen, last_seen, body FROM versions WHERE story = ? ORDER BY number"
ECHO = "UPDATE entry_quotes SET source_quote = ?, fidelity = ?, note = ? WHERE entry = ? AND number = ?"


def settle_story(store: Store, story: int) -> None:
    """Hold every entry of a story against it anew; call it inside the transaction that changed the story."""
    for row in store.rows("SELECT id FROM entries WHERE story = ?", story):
        settle_entry(store, row["id"])


def settle_entry(store: Store, key: int) -> None:
    """Hold a stored entry against its stored source: the rows of `passages`, `entry_quotes` and `verdicts`.

    The first two are those of the story's body as it stands; the last follow from all its versions, in order of time,
    whichever came first. An entry without a stored source has no verdicts.
    """
    entry = store.row(ENTRY, key)
    if entry is None:
        store.replace("verdicts", "entry", key, ())
        return
    texts = [
        row["text"] for row in store.rows("SELECT text FROM passages WHERE entry = ? ORDER BY number", key)
    ]
    passages = check_passages([Passage(text) for text in texts], entry["body"])
    store.replace("passages", "entry", key, (passage_row(i, p) for i, p in enumerate(passages, 1)))
    _settle_quotes(store, key, entry, passages)
    bodies = _bodies(store.rows(VERSIONS, entry["story"]), entry["body"])
    store.replace("verdicts", "entry", key, verdicts(texts, bodies))


def passage_row(number: int, passage: Passage) -> Row:
    """A row of `passages`."""
    return {
        "number": number,
        "text": passage.text,
        "story_start": passage.story_start,
        "story_end": passage.story_end,
        "fidelity": passage.fidelity,
        "note": passage.note or None,
        "differences": json.dumps(passage.differences, ensure_ascii=False),
    }


def verdicts(texts: Sequence[str], bodies: Iterable[tuple[str, str]]) -> Iterator[Row]:
    """The rows of `verdicts` of an entry whose source had these bodies, each with its time, one after the other."""
    last: dict[int, tuple[str, str]] = {}
    places = [0] * len(texts)
    for time, body in bodies:
        for number, passage in enumerate(check_passages([Passage(text) for text in texts], body)):
            verdict = passage.fidelity, passage.note
            if passage.fidelity == "unchecked" or last.get(number) == verdict:
                continue
            last[number] = verdict
            places[number] += 1
            row = {"number": number + 1, "place": places[number], "checked": time}
            yield row | {"fidelity": passage.fidelity, "note": passage.note or None}


def _bodies(versions: list[Row], now: str) -> Iterator[tuple[str, str]]:
    """Each version's body with the time it was first seen.

    Where the outlet has gone back to an earlier text, that one comes last again, with the time until which the other
    was seen.
    """
    for version in versions:
        yield version["seen"], version["body"]
    if versions and versions[-1]["body"] != now:
        yield versions[-1]["last_seen"], now


def _settle_quotes(store: Store, key: int, entry: Row, passages: list[Passage]) -> None:
    """Point each of the entry's quotes at the source's."""
    own = store.rows("SELECT number, spans FROM entry_quotes WHERE entry = ? ORDER BY number", key)
    source = store.rows("SELECT number, spans FROM quotes WHERE story = ? ORDER BY number", entry["story"])
    spans = [json.loads(row["spans"]) for row in own]
    theirs = [json.loads(row["spans"]) for row in source]
    for row, echo in zip(
        own, match_quotes(entry["excerpt"], spans, passages, entry["body"], theirs), strict=True
    ):
        quote = source[echo.quote - 1]["number"] if echo.quote else None
        store.db.execute(ECHO, [quote, echo.fidelity, echo.note or None, key, row["number"]])
