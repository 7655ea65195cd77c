"""The rows that a story gives: functions of the story alone, without a look at the database.

They are made once, by the worker that reads the page (`told_by`), or when they are first asked for.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from store.tables import Row, stamp
from stories.dates import Candidate, DateEvidence
from stories.identity.corrections import corrections
from stories.item import Story, StoryRows, Told, read_story
from stories.outlet import Outlet
from stories.page import Page
from stories.quotes import Quote, Span
from stories.reader_version import reader_version


def told_by(page: Page, outlet: Outlet, given: bool, found: Sequence[Candidate] = ()) -> Told:
    """All that follows from a page alone, and from the dates that were found with its address: what it says, judged,
    prepared and as rows. For a worker to do. See `stories.item.read_story`.
    """
    told = read_story(page, outlet, given, found)
    if told.resolved is None or told.prepared is None:
        return told
    story = Story(page, outlet, reading=told.reading, judged=told.resolved, digest=told.prepared.digest)
    return replace(told, rows=_rows(story))


def _rows(story: Story) -> StoryRows:
    """The rows of a story whose dates are judged and whose digest is known."""
    columns, body = _columns(story), story.read.body
    dates = [date_row(date) for date in story.dates]
    quotes = [quote_row(number, quote, body) for number, quote in enumerate(story.read.quotes, 1)]
    return StoryRows(columns, dates, quotes, _digest(columns, dates, quotes))


def rows_of(story: Story) -> StoryRows:
    """The rows of a story; those that its page's reader made, where its dates are still the same.

    Raises ValueError before stage 200.
    """
    return story.rows if story.rows and story.dates is story.resolved else _rows(story)


def story_columns(story: Story) -> Row:
    """The columns of `stories` that a capture gives, but for its address, its page and when it was seen."""
    return rows_of(story).columns


def _columns(story: Story) -> Row:
    reading = story.read
    published, modified = story.chosen("published"), story.chosen("modified")
    return {
        "outlet": story.outlet.name,
        "title": reading.title,
        "authors": json.dumps(reading.authors, ensure_ascii=False),
        "published": published.value if published else None,
        "published_precision": published.precision if published else None,
        "published_text": published.text if published else None,
        "published_from": published.origin if published else None,
        "published_day": (published.printed or None) if published else None,
        "modified": modified.value if modified else None,
        "language": reading.language or None,
        "description": reading.description,
        "section": reading.section,
        "tags": json.dumps(reading.tags, ensure_ascii=False),
        "image": reading.image or None,
        "image_caption": reading.image_caption or None,
        "body": reading.body,
        "digest": story.digest,
        "correction": "\n\n".join(corrections(reading.body)) or None,
        "doubt": reading.doubt or None,
        "partial": int(reading.partial),
        "body_from": reading.body_from or None,
    }


def date_rows(story: Story) -> list[Row]:
    """The rows of `dates`."""
    return rows_of(story).dates


def quote_rows(story: Story) -> list[Row]:
    """The rows of `quotes`."""
    return rows_of(story).quotes


def version_row(story: Story) -> Row:
    """The capture as a version of its own, with the address and sha256 of its page; `page` is not known yet."""
    seen = stamp(story.page.fetched)
    return {
        "seen": seen,
        "last_seen": seen,
        "title": story.read.title,
        "body": story.read.body,
        "digest": story.digest,
        "partial": int(story.read.partial),
        "page": None,
        "reading": reading_digest(story),
        "reader": reader_version(story.outlet),
        "page_url": story.page.url,
        "sha256": story.page.sha256,
    }


def reading_digest(story: Story) -> str:
    """Hex sha256 of all that was read, so that two captures that read the same are known as such."""
    return rows_of(story).digest


def _digest(columns: Row, dates: list[Row], quotes: list[Row]) -> str:
    """The doubt is left out: it is of who asked. A whole text has the digest that it had before walls were told of."""
    columns = {name: value for name, value in columns.items() if name != "doubt"}
    for name in ("partial", "body_from"):
        if not columns[name]:
            del columns[name]
    read = [columns, dates, quotes]
    return sha256(json.dumps(read, sort_keys=True).encode()).hexdigest()


def date_row(date: DateEvidence) -> Row:
    """A row of `dates`."""
    return {
        "field": date.field,
        "value": date.value,
        "precision": date.precision,
        "text": date.text,
        "origin": date.origin,
        "chosen": int(date.chosen),
        "start": date.start,
        "end": date.end,
        "zone": date.zone,
        "printed": date.printed or None,
        "note": date.note or None,
    }


def quote_row(number: int, quote: Quote, text: str) -> Row:
    """A row of `quotes`; `text` is what the offsets count in."""
    source, cue = quote.source, quote.cue
    return {
        "number": number,
        "kind": quote.kind,
        "content": " ".join(text[start:end] for start, end in quote.content),
        "spans": json.dumps(quote.content),
        "source": _words(text, source),
        "source_start": source and source[0],
        "source_end": source and source[1],
        "speaker": quote.speaker,
        "speaker_role": quote.speaker_role,
        "cue": _words(text, cue),
        "cue_start": cue and cue[0],
        "cue_end": cue and cue[1],
        "stance": quote.stance,
        "confidence": quote.confidence,
        "how": quote.how,
    }


def _words(text: str, span: Span | None) -> str | None:
    return text[span[0] : span[1]] if span else None
