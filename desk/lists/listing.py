"""A page of a list: what of the database is asked for, counted and in order."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from desk.differing import words_changed
from desk.lists.choices import SINCE, speaker_match
from desk.lists.hits import add_hits, stems
from desk.lists.kinds import CHANGES, Kind
from desk.snapshot import Row, Snapshot
from desk.wanted import Wanted
from desk.words import Condition, conditions

MATCHED = re.compile(r"1 AND \+\w+\.id IN \(SELECT rowid FROM (\w+) WHERE \1 MATCH \?\)")
COUNTED = "counted"  # how many rows there are on all pages, where the query of one tells it
JSON_COLUMNS = ("authors", "companies")


@dataclass(slots=True)
class Listing:
    """A page of a list: its rows, and how many there are on all pages."""

    kind: Kind
    asked: Wanted
    rows: list[Row]
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are, one at least."""
        return max(-(-self.total // self.asked.rows), 1)


def listing(held: Snapshot, kind: Kind, asked: Wanted) -> Listing:
    """The page of a list that is asked for, and how many rows there are in all."""
    rows = rows_of(held, kind, asked)
    counted = [int(row.pop(COUNTED)) for row in rows if COUNTED in row]
    if counted:
        return Listing(kind, asked, rows, counted[0])
    ended = len(rows) < asked.rows and (rows or asked.page == 1)  # the last page tells how many there are
    count = (asked.page - 1) * asked.rows + len(rows) if ended else total(held, kind, asked)
    return Listing(kind, asked, rows, count)


def rows_of(held: Snapshot, kind: Kind, asked: Wanted) -> list[Row]:
    """The rows of the page that is asked for; what a search found is in `hit`, as parts of its sentence."""
    where, given = asked_for(kind, asked)
    found = f"FROM {kind.tables} WHERE {where} ORDER BY {kind.orders[asked.order]} LIMIT ? OFFSET ?"
    sql = f"SELECT {kind.columns} {found}"
    if kind.text and asked.words.wanted and (asked.about or asked.company):  # few rows: not looked for twice
        hits = f"SELECT {kind.name}.id AS hit, count(*) OVER () AS {COUNTED} {found}"
        sql = (
            f"SELECT {kind.columns}, {COUNTED} FROM ({hits}) CROSS JOIN {kind.tables} WHERE {kind.name}.id = hit "
            f"ORDER BY {kind.orders[asked.order]}"
        )
    rows = held.rows(sql, (*given, asked.rows, (asked.page - 1) * asked.rows))
    for row in rows:
        row.update({name: json.loads(row[name] or "[]") for name in JSON_COLUMNS if name in row})
        if kind is CHANGES:
            row["parts"] = words_changed(row["before"], row["after"])
    if kind.text and asked.words.wanted:
        add_hits(held, kind, asked, rows)
    return rows


def total(held: Snapshot, kind: Kind, asked: Wanted) -> int:
    """How many rows there are of what is asked for, on all pages."""
    where, given = asked_for(kind, asked)
    tables = kind.counted if kind.counted and "stories." not in where else kind.tables
    sql = f"SELECT count(*) FROM {tables} WHERE {where}"
    if only := MATCHED.fullmatch(where):  # the index knows how many rows match, and need not look one up
        sql = f"SELECT count(*) FROM {only[1]} WHERE {only[1]} MATCH ?"
    return int(held.value(sql, given))


def asked_for(kind: Kind, asked: Wanted) -> tuple[str, tuple[str, ...]]:
    """The condition of the rows that are asked for, in SQL, and its parameters."""
    found = list(_conditions(kind, asked))
    return " AND ".join([kind.always, *(sql for sql, _ in found)]), tuple(
        one for _, some in found for one in some
    )


def _conditions(kind: Kind, asked: Wanted) -> Iterator[Condition]:
    if kind.text:
        # A name is held against the index of whole words by the choices; stems have it, too
        also = speaker_match(asked.speaker) if "speaker" in kind.text else ""
        yield from conditions(asked.words, kind.name, kind.text, stems(asked), also)
    yield from kind.choices(asked)
    if asked.since:
        yield SINCE.format(kind.time), [asked.since, asked.since]
    if asked.until:
        yield f"{kind.time} < ?", [asked.after]
