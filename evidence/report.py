"""The page of a bundle that a person reads and prints. No script, nothing from elsewhere, page text escaped."""

import json
import re
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from evidence.records import Records, owned
from store.tables import Row

TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
Piece = dict[str, object]


@cache
def _source() -> str:
    return files("evidence").joinpath("templates", "report.html").read_text(encoding="utf-8")


def template_digest() -> str:
    """Hex sha256 of the template: two reports by one template say the same of the same records."""
    return sha256(_source().encode()).hexdigest()


def report_of(records: Records, about: Row) -> str:
    """The report, as HTML."""
    page = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_shown
    )
    pages = {row["id"]: row for row in records["pages"]}
    stories = [_story(records, row, pages) for row in records["stories"]]
    entries = [_entry(records, row, pages) for row in records["entries"]]
    return page.from_string(_source()).render(
        about=about, stories=stories, entries=entries, pages=records["pages"]
    )


def _shown(value: object) -> object:
    """What turns the direction of writing by its code: else a text could show other letters than it has."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return TURNS.sub(lambda found: f"<U+{ord(found[0]):04X}>", value)


def _story(records: Records, row: Row, pages: dict[int, Row]) -> Row:
    key = row["id"]
    quotes = owned(records, "quotes", "story", key)
    dates = [one for one in owned(records, "dates", "story", key) if one["field"] != "mentioned"]
    return {
        "row": row,
        "authors": ", ".join(json.loads(row["authors"] or "[]")),
        "page": pages.get(row["page"]),
        "dates": dates,
        "quotes": quotes,
        "translations": [one for one in records.get("translations", []) if one["story"] == key],
        "paragraphs": marked(row["body"], quotes),
        "versions": owned(records, "versions", "story", key),
        "changes": owned(records, "changes", "story", key),
    }


def _entry(records: Records, row: Row, pages: dict[int, Row]) -> Row:
    body = next((story["body"] for story in records["stories"] if story["id"] == row["story"]), "")
    passages = [
        one
        | {"source": body[one["story_start"] : one["story_end"]] if one["story_start"] is not None else ""}
        for one in owned(records, "passages", "entry", row["id"])
    ]
    return {"row": row, "page": pages.get(row["page"]), "passages": passages}


def marked(body: str, quotes: list[Row]) -> list[list[Piece]]:
    """A text's paragraphs as pieces, each with the numbers of the quotes that it belongs to."""
    spans = [(start, end, quote["number"]) for quote in quotes for start, end in json.loads(quote["spans"])]
    edges = {0, len(body)} | {edge for start, end, _ in spans for edge in (start, end)}
    paragraphs: list[list[Piece]] = []
    place = 0
    for text in body.split("\n\n"):
        end = place + len(text)
        cuts = sorted({place, end} | {edge for edge in edges if place < edge < end})
        pieces: list[Piece] = []
        for left, right in pairwise(cuts):
            numbers = [number for start, stop, number in spans if start < right and stop > left]
            ends = [number for _, stop, number in spans if stop == right]
            pieces.append({"text": body[left:right], "quotes": numbers, "ends": ends})
        paragraphs.append(pieces)
        place = end + 2
    return paragraphs
