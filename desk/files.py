"""A list as a file: CSV for a spreadsheet, JSON for a program, Atom for a reader of news."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

from desk.lists.listing import Listing
from desk.shown import cut, harmless, outward
from desk.snapshot import Row

COLUMNS = {
    "stories": ("published", "outlet", "title", "authors", "language", "quotes", "url", "desk"),
    "quotes": (
        *("published", "outlet", "speaker", "source", "speaker_role", "kind", "stance", "cue", "confidence"),
        *("content", "title", "url", "desk"),
    ),
    "entries": (
        *("published", "title", "attribution", "outlet", "companies", "source_state", "passages", "altered"),
        *("missing", "source_url", "url", "desk"),
    ),
    "changes": ("found", "outlet", "kind", "before", "after", "title", "published", "url", "desk"),
}
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # a cell that begins so is computed
ATOM = "http://www.w3.org/2005/Atom"
Address = Callable[[str], str]  # of a path on the desk, the whole address


def linked(listing: Listing, address: Address) -> list[Row]:
    """The rows with the columns that files have; `desk` is the address of the row's page here."""
    kind = listing.kind.name
    rows = [row | {"desk": path_of(kind, row, address)} for row in listing.rows]
    return [{name: row[name] for name in COLUMNS[kind]} for row in rows]


def path_of(kind: str, row: Row, address: Address) -> str:
    """The address of what a row is about."""
    if kind == "entries":
        return address(f"/entry/{row['entry']}")
    return address(f"/story/{row['story']}") + (f"#quote-{row['number']}" if kind == "quotes" else "")


def csv_text(rows: Sequence[Row], names: Sequence[str]) -> str:
    """RFC 4180, with the signature by which Excel knows UTF-8; no cell of it is a formula."""
    out = io.StringIO(newline="")
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow(names)
    writer.writerows([cell(row[name]) for name in names] for row in rows)
    return out.getvalue()


def cell(value: object) -> object:
    """A value for a spreadsheet: a list joined by semicolons; an apostrophe before what would be a formula."""
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def json_text(listing: Listing, rows: Sequence[Row], title: str) -> str:
    """What is asked for, how many rows there are in all, and those of this page."""
    told = {"title": title, "asked": listing.asked.chosen, "page": listing.asked.page, "pages": listing.pages}
    return json.dumps(told | {"total": listing.total, "rows": rows}, ensure_ascii=False, indent=1)


def atom_text(listing: Listing, title: str, here: str, page: str, address: Address) -> bytes:
    """RFC 4287. An entry's id is its address here, and its time that at which it was found."""
    e = ElementMaker(namespace=ATOM, nsmap={None: ATOM})
    times = [row["found"] for row in listing.rows if row["found"]]
    feed = e.feed(
        e.title(written(title)),
        e.id(written(here)),
        e.updated(max(times, default=datetime.now(UTC).isoformat(timespec="seconds"))),
        e.link(rel="self", href=written(here), type="application/atom+xml"),
        e.link(rel="alternate", href=written(page), type="text/html"),
        e.author(e.name("Cuttings")),
    )
    for row in listing.rows:
        feed.append(_entry(e, listing.kind.name, row, address))
    return bytes(etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True))


def _entry(e: Any, kind: str, row: Row, address: Address) -> Any:
    key = path_of(kind, row, address)
    mark = f"#change-{row['number']}-{row['place']}" if kind == "changes" else ""
    entry = e.entry(
        e.title(written(_title(kind, row))),
        e.id(written(key + mark)),
        e.updated(row["found"] or "1970-01-01T00:00:00+00:00"),
        e.link(rel="alternate", href=written(key), type="text/html"),
        e.summary(written(_summary(kind, row))),
    )
    if outward(row["url"]):
        entry.append(e.link(rel="via", href=written(row["url"])))
    for name in row.get("authors") or ():
        entry.append(e.author(e.name(written(name))))
    return entry


def _title(kind: str, row: Row) -> str:
    title = cut(row["title"], 200) or "Without a headline"
    if kind == "quotes":
        return f"{cut(row['speaker'] or row['source'], 80) or 'Nobody named'}: {cut(row['content'], 160)}"
    return f"{row['kind']} changed: {title}" if kind == "changes" else title


def _summary(kind: str, row: Row) -> str:
    if kind == "quotes":
        told = f"{cut(row['title'], 200)} ({row['outlet']}, {row['published'] or 'no date'})"
        return f"{harmless(row['content'])}\n\n{told}"
    if kind == "changes":
        return f"before: {harmless(row['before'] or '-')}\n\nafter: {harmless(row['after'] or '-')}"
    if kind == "entries":
        doubtful = (row["altered"] or 0) + (row["missing"] or 0)
        state = (
            f"{doubtful} of {row['passages']} passages are not as in the source"
            if doubtful
            else row["source_state"]
        )
        return f"{cut(row['attribution'], 200)}; {state or ''}"
    return cut(row["description"], 600)


def written(text: object) -> str:
    """Text that XML can hold (XML 1.0, 2.2)."""
    return "".join(
        one for one in harmless(text) if one in "\n\t" or (one >= " " and one not in "\ufffe\uffff")
    )
