"""A bundle's records held against what its captures give when they are read again."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime

from w3lib.encoding import http_content_type_encoding

from evidence.records import Records, owned
from store.entry_checks import passage_row, source_of, verdict_row
from store.story_rows import date_rows, quote_row, quote_rows, story_columns
from store.tables import Row
from store.warc import Capture
from stories.dates import Candidate
from stories.entries import RESOURCE_CENTRE, Entry, entry_address
from stories.entries.check import Excerpt, check_entry
from stories.entries.excerpts import Passage
from stories.extraction.reading import read
from stories.identity.fingerprint import digest
from stories.identity.urls import outlet_of
from stories.item import Story
from stories.lists import is_feed
from stories.outlet import Outlet
from stories.page import Page
from stories.reader_version import reader_version
from stories.recognition import recognise

Outlets = Mapping[str, Outlet]
OF_LISTS = ("feed ", "sitemap ")
ENTRY = ("title", "attribution", "published")


def pointers(records: Records) -> Iterator[str]:
    """Which offsets do not lead to the words that a record says stand there."""
    for row in records["stories"]:
        if digest(row["body"]) != row["digest"]:
            yield f"story {row['url']}: its digest is not that of its body"
        for quote in owned(records, "quotes", "story", row["id"]):
            yield from _of_quote(f"story {row['url']}, quote {quote['number']}", quote, row["body"])
    for row in records["entries"]:
        for quote in owned(records, "entry_quotes", "entry", row["id"]):
            yield from _of_quote(f"entry {row['url']}, quote {quote['number']}", quote, row["excerpt"])
        for passage in owned(records, "passages", "entry", row["id"]):
            if " ".join(passage["text"].split()) not in " ".join(row["excerpt"].split()):
                yield f"entry {row['url']}, passage {passage['number']}: it does not stand in the excerpt"


def _of_quote(where: str, quote: Row, text: str) -> Iterator[str]:
    spans = json.loads(quote["spans"])
    if " ".join(text[start:end] for start, end in spans) != quote["content"]:
        yield f"{where}: its offsets do not lead to its words"
    for name in ("source", "cue"):
        start, end = quote[f"{name}_start"], quote[f"{name}_end"]
        if (text[start:end] if start is not None else None) != quote[name]:
            yield f"{where}: the offsets of its {name} do not lead to its words"


def reread(records: Records, captures: Mapping[int, Capture], outlets: Outlets) -> Iterator[str]:
    """What reading the captures again gives otherwise than the records say, a sentence each."""
    pages = {row["id"]: row for row in records["pages"]}
    for row in records["stories"]:
        if row["page"] not in captures:
            yield f"story {row['url']}: its page is not among the captures"
            continue
        outlet = outlet_of(row["url"], outlets.values())
        page = page_of(pages[row["page"]], captures[row["page"]], row["url"])
        yield from _differing(
            f"story {row['url']}", row, _story(records, row, page, outlet), reader_version(outlet)
        )
    for row in records["entries"]:
        if row["page"] not in captures:
            yield f"entry {row['url']}: its page is not among the captures"
            continue
        page = page_of(pages[row["page"]], captures[row["page"]])
        again = next((one for one in recognise(page).entries if _same(one, row)), None)
        if again is None:
            yield f"entry {row['url']}: its page gives no such entry"
            continue
        told = _entry(records, row, again)
        yield from _differing(f"entry {row['url']}", row, told, reader_version(RESOURCE_CENTRE))


def versions(records: Records, captures: Mapping[int, Capture], outlets: Outlets) -> Iterator[str]:
    """Which versions their captures give otherwise."""
    stories = {row["id"]: row for row in records["stories"]}
    pages = {row["id"]: row for row in records["pages"]}
    for row in records["versions"]:
        where, url = (
            f"story {stories[row['story']]['url']}, version {row['number']}",
            stories[row["story"]]["url"],
        )
        if row["page"] not in captures:
            yield f"{where}: its page is not among the captures"
            continue
        outlet = outlet_of(url, outlets.values())
        found = read(page_of(pages[row["page"]], captures[row["page"]], url), outlet)
        told = {"title": found.title, "body": found.body, "digest": digest(found.body)}
        fields = {name: (row[name], value) for name, value in told.items()}
        yield from _differing(where, row, fields, reader_version(outlet))


def verdicts(records: Records) -> Iterator[str]:
    """Which passages compare with their source otherwise than the records say."""
    stories = {row["id"]: row for row in records["stories"]}
    for row in records["entries"]:
        source = None
        if story := stories.get(row["story"]):
            quotes = owned(records, "quotes", "story", story["id"])
            source = source_of(story, quotes, owned(records, "versions", "story", story["id"]))
        held = owned(records, "passages", "entry", row["id"])
        said = [json.loads(one["spans"]) for one in owned(records, "entry_quotes", "entry", row["id"])]
        check = check_entry(Excerpt(row["excerpt"], [Passage(one["text"]) for one in held], said), source)
        given = [passage_row(number, passage) for number, passage in enumerate(check.passages, 1)]
        again = list(map(verdict_row, check.verdicts))
        for name, rows, found in (
            ("passages", held, given),
            ("verdicts", owned(records, "verdicts", "entry", row["id"]), again),
        ):
            one, other = _rows(rows, found)
            if one != other:
                yield f"entry {row['url']}: its {name} compare with the source otherwise"


def page_of(row: Row, capture: Capture, story: str = "") -> Page:
    """The page of a capture as it was read; story: its address, which of a feed names the item that is meant."""
    encoding = http_content_type_encoding(capture.header("Content-Type"))
    fetched = datetime.fromisoformat(row["fetched"])
    item = story if story and is_feed(capture.payload) else ""
    return Page(row["url"], capture.payload, fetched, encoding, row["status"], item=item)


def _story(records: Records, row: Row, page: Page, outlet: Outlet) -> dict[str, tuple[object, object]]:
    """By field: what the record says, and what its page gives."""
    said = owned(records, "dates", "story", row["id"])
    lists = [one for one in said if one["origin"].startswith(OF_LISTS)]
    given = [Candidate(one["field"], one["text"], one["origin"]) for one in lists]
    story = Story(page, outlet, candidates=given, reading=read(page, outlet))
    story.resolve_dates()
    story.resolve_identity()
    quotes = owned(records, "quotes", "story", row["id"])
    told = {name: (row[name], value) for name, value in story_columns(story).items()}
    return told | {"dates": _rows(said, date_rows(story)), "quotes": _rows(quotes, quote_rows(story))}


def _entry(records: Records, row: Row, entry: Entry) -> dict[str, tuple[object, object]]:
    text = "\n\n".join(entry.excerpt)
    quotes = [quote_row(number, quote, text) for number, quote in enumerate(entry.quotes, 1)]
    told: dict[str, tuple[object, object]] = {name: (row[name], getattr(entry, name)) for name in ENTRY}
    passages = [one["text"] for one in owned(records, "passages", "entry", row["id"])]
    return told | {
        "excerpt": (row["excerpt"], text),
        "source_url": (row["source_url"] or "", entry.source_url),
        "passages": (passages, [one.text for one in entry.passages]),
        "quotes": _rows(owned(records, "entry_quotes", "entry", row["id"]), quotes),
    }


def _rows(said: list[Row], given: list[Row]) -> tuple[object, object]:
    names = list(given[0]) if given else []
    return [{name: row[name] for name in names} for row in said] if names else said, given


def _same(entry: Entry, row: Row) -> bool:
    return entry.title == row["title"] or entry_address(entry.url) == entry_address(row["url"])


def _differing(
    where: str, row: Row, fields: Mapping[str, tuple[object, object]], today: str
) -> Iterator[str]:
    wrong = [name for name, (said, given) in fields.items() if said != given]
    if wrong:
        by = "" if row["reader"] == today else f" (it was read by version {row['reader']}, this is {today})"
        yield f"{where}: its page gives otherwise: {', '.join(wrong)}{by}"
