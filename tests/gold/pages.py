"""The gold pages, and how well they are read: `figures`.

data/gold/README.md says what a row of pages.jsonl holds.
"""

import json
import re
import statistics
import unicodedata
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from stories.dates import choose_dates
from stories.extraction.reading import Reading, read
from stories.outlet import Outlet
from stories.page import Page

FOLDER = Path(__file__).parent.parent.parent / "data" / "gold"
FETCHED = datetime(2026, 11, 2, 12, tzinfo=UTC)
UNKNOWN = Outlet()
# Scripts without spaces between words are compared sign by sign.
TOKEN = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+")
RUN = 4
MARKS = str.maketrans("‘’“”„«»–—", '\'\'"""""--')
Row = dict[str, Any]


def rows() -> list[Row]:
    """What a careful person records of each page."""
    with (FOLDER / "pages.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def page(row: Row) -> Page:
    """The page of a row, as fetched."""
    return Page(row["url"], (FOLDER / "pages" / f"{row['id']}.html").read_bytes(), FETCHED)


def day(reading: Reading) -> str:
    """The day of publication as the page's readers see it, or nothing."""
    dates = choose_dates(reading.candidates, UNKNOWN, FETCHED, reading.language or None)
    chosen = next((date for date in dates if date.chosen and date.field == "published"), None)
    return (chosen.printed or chosen.value)[:10] if chosen else ""


def found(row: Row) -> Row:
    """What the reader gives, in the form of a row; a page that it rejects has no body."""
    reading = read(page(row), UNKNOWN)
    return {
        "title": reading.title,
        "authors": reading.authors,
        "published": day(reading),
        "body": "" if reading.reject else reading.body,
        "reject": reading.reject,
    }


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Every run of four words or signs."""
    tokens = TOKEN.findall(unicodedata.normalize("NFC", text))
    return Counter(
        tuple(tokens[start : start + RUN]) for start in range(max(1, len(tokens) - RUN + 1)) if tokens
    )


def body_f1(truth: str, text: str) -> float:
    """How much of two bodies is the same: 1 where each run of four words of one stands in the other."""
    one, other = runs(truth), runs(text)
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def plain(text: str) -> str:
    """A headline without its typography."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).translate(MARKS)).strip()


def right(truth: Row, reading: Row) -> dict[str, float]:
    """How right each field of one page is, 0 to 1. A page that is no story counts for `story` alone."""
    story = {"story": float(bool(truth.get("reject")) == bool(reading["reject"]))}
    if truth.get("reject"):
        return story
    return story | {
        "body": body_f1(truth["body"], reading["body"]),
        "to the word": float(TOKEN.findall(truth["body"]) == TOKEN.findall(reading["body"])),
        "headline": float(plain(truth["title"]) == plain(reading["title"])),
        "authors": float(set(truth["authors"]) == set(reading["authors"])),
        "day": float(truth["published"] == reading["published"]),
    }


def figures(read: list[tuple[Row, Row]]) -> dict[str, float]:
    """The mean of each field over the pages that have it. read: each page's truth and what was found."""
    judged = [right(truth, reading) for truth, reading in read]
    return {
        field: statistics.mean(page[field] for page in judged if field in page)
        for field in ("story", "body", "to the word", "headline", "authors", "day")
    }
