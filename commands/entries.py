"""Entries of the Resource Centre, and lists of them, as lines for a person."""

from collections.abc import Iterable

from store.plain_record import Plain, as_dict
from store.story_rows import quote_row
from stories.entries import Entry
from stories.entries.excerpts import Passage
from stories.item import Story
from stories.page import UNKNOWN
from stories.recognition import Recognised
from stories.text import many
from terminal import show_json

FIELDS = ("title", "kind", "attribution", "outlet", "outlet_country", "authors", "published", "source_title",
          "source_published", "source_url", "companies", "tags", "timelines", "language", "missing")  # fmt: skip
LISTED = ("title", "attribution", "published", "url")


def entry_lines(entry: Entry) -> list[str]:
    """What would be stored of an entry: its fields, both dates among them, its passages with verdicts, its quotes."""
    lines = [
        entry.url
        if not entry.url.startswith(UNKNOWN)
        else f"{entry.url}  [no address is stated: --url gives it]"
    ]
    lines += [f"  {name:<16} {_text(getattr(entry, name)) or '-'}" for name in FIELDS]
    note = f"  ({entry.source_note})" if entry.source_note else ""
    lines.append(f"  {'source_state':<16} {entry.source_state}{note}")
    lines += ["", "passages", *(_passage_line(i, one) for i, one in enumerate(entry.passages, 1))]
    return [*lines, "", "quotes", *_quote_lines(entry)]


def listing_lines(found: Recognised, url: str) -> list[str]:
    """What a list names, and what to do to have it."""
    lines = [
        url,
        f"a list of {many(len(found.listed), 'entry')}, which is no record: name the address of an entry",
        "",
    ]
    return lines + ["  " + "  ".join(filter(None, _item(entry).values())) for entry in found.listed]


def listing_dict(found: Recognised, url: str) -> Plain:
    """What a list names, for a program."""
    items = [_item(entry) for entry in found.listed]
    return {
        "record": "listing",
        "url": url,
        "title": found.title,
        "items": items,
        "next_page": found.next_page,
    }


def print_json(found: Plain | Entry | Story) -> None:
    """One JSON object on one line."""
    show_json(found if isinstance(found, dict) else as_dict(found))


def _item(entry: Entry) -> dict[str, str]:
    return {name: getattr(entry, name) for name in LISTED}


def _text(value: str | Iterable[str] | None) -> str:
    return value if isinstance(value, str) else ", ".join(value or ())


def _passage_line(number: int, passage: Passage) -> str:
    note = f"  ({passage.note})" if passage.note else ""
    return f"  {number:>3} {passage.fidelity:<9} {passage.text}{note}"


def _quote_lines(entry: Entry) -> Iterable[str]:
    for number, quote in enumerate(entry.quotes, 1):
        row = quote_row(number, quote, "\n\n".join(entry.excerpt))
        role = f", {row['speaker_role']}" if row["speaker_role"] else ""
        who = row["speaker"] or row["source"] or "?"
        yield f"  {number:>3} {quote.kind:<9} {who}{role} ({attribution(row)}): {row['content']}"


def attribution(row: Plain) -> str:
    """The stance and the cue of a row of `quotes`, and how sure its source is: "affirms, said, cue .98"."""
    sure = "" if row["confidence"] is None else f" {row['confidence']:.2f}".replace("0.", ".")
    return f"{row['stance'] or 'stance not known'}, {row['cue'] or 'no cue'}, {row['how']}{sure}"
