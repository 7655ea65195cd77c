"""What a search found, in its sentence."""

import json
from collections.abc import Sequence

from desk.lists.kinds import Kind
from desk.sentences import CLOSE, OPEN, parts_of, sentence, with_marks
from desk.snapshot import Row, Snapshot
from desk.wanted import Wanted

HIGHLIGHT = """
SELECT rowid AS id, highlight({index}, {column}, ?, ?) AS text FROM {index}
WHERE {index} MATCH ? AND rowid IN (SELECT value FROM json_each(?))
"""
TEXTS = "SELECT id, {column} AS text FROM {table} WHERE id IN (SELECT value FROM json_each(?))"


def stems(asked: Wanted) -> bool:
    """Whether a word is looked for in all its forms: not where a language is asked for that is not English."""
    return asked.language.split("-")[0] in ("", "en")


def add_hits(held: Snapshot, kind: Kind, asked: Wanted, rows: Sequence[Row]) -> None:
    """Put into `hit` of each row the sentence with the first hit, or nothing where only its title has one.

    A quote is shown whole.
    """
    ids = json.dumps([row[kind.key] for row in rows])
    texts = _highlighted(held, kind, asked, ids)
    if parts := [term.text for term in asked.words.wanted if term.part]:
        sql = TEXTS.format(column=kind.text[kind.shown], table=kind.name)
        whole = {row["id"]: with_marks(row["text"] or "", parts) for row in held.rows(sql, (ids,))}
        texts = whole | {key: text for key, text in texts.items() if OPEN in text}
    for row in rows:
        text = texts.get(row[kind.key], "")
        row["hit"] = parts_of(text) if kind.name == "quotes" and OPEN in text else sentence(text)


def _highlighted(held: Snapshot, kind: Kind, asked: Wanted, ids: str) -> dict[int, str]:
    words = asked.words
    match = " OR ".join(term.match for term in words.wanted if not term.part)
    if not match:
        return {}
    index = f"{kind.name}_{'stems' if stems(asked) and not words.exact else 'fts'}"
    sql = HIGHLIGHT.format(index=index, column=kind.shown)
    return {row["id"]: row["text"] or "" for row in held.rows(sql, (OPEN, CLOSE, match, ids))}
