"""Stories and entries as references, for Zotero and the like: RIS, and CSL's JSON.

An author is given as printed: which part of a name is the family's is not known, and not guessed.
"""

import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import BinaryIO

from desk.shown import cut, outward
from desk.snapshot import Row

Titles = Mapping[str, str]  # of outlets, by their names
LINE = re.compile(r"[A-Z][A-Z0-9]  - ")
PUBLISHER = "Business & Human Rights Resource Centre"


def write_csl(rows: Iterator[Row], names: Sequence[str], out: BinaryIO, titles: Titles) -> None:
    """CSL-JSON (citeproc's input, version 1.0.2): one list."""
    out.write(b"[")
    for number, row in enumerate(rows):
        text = json.dumps(csl(row, titles), ensure_ascii=False, indent=1)
        out.write((",\n" if number else "\n").encode() + text.encode("utf-8", "backslashreplace"))
    out.write(b"\n]\n")


def csl(row: Row, titles: Titles) -> dict[str, object]:
    """A record as an item of CSL; what it lacks is left out."""
    entry = "attribution" in row
    item = {
        "id": f"cuttings-{'entry' if entry else 'story'}-{row['id']}",
        "type": "webpage" if entry else "article-newspaper",
        "title": row["title"],
        "author": [{"literal": name} for name in authors(row)],
        "container-title": PUBLISHER if entry else titles.get(row["outlet"], row["outlet"]),
        "issued": issued(row["published"]),
        "accessed": issued((row.get("captured") or row.get("archived") or "")[:10]),
        "URL": outward(row["url"]),
        "language": row["language"],
        "abstract": row.get("description"),
        "archive": row.get("archive"),
        "archive_location": place(row),
        "note": note(row),
    }
    return {name: value for name, value in item.items() if value}


def write_ris(rows: Iterator[Row], names: Sequence[str], out: BinaryIO, titles: Titles) -> None:
    """RIS, as Zotero, EndNote and others take it."""
    import rispy

    for row in rows:
        text = io.StringIO()
        rispy.dump([ris(row, titles)], text)
        # rispy numbers the references: those who read them know no such line
        lines = [line for line in text.getvalue().splitlines() if LINE.match(line)]
        out.write(("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "backslashreplace"))


def ris(row: Row, titles: Titles) -> dict[str, object]:
    """A record as a reference of RIS, by rispy's names; each text on one line, as the format asks."""
    entry = "attribution" in row
    line = partial(cut, length=4000)
    capture = f"Capture: {place(row)}" if place(row) else ""
    reference = {
        "type_of_reference": "ELEC" if entry else "NEWS",
        "id": f"cuttings-{'entry' if entry else 'story'}-{row['id']}",
        "title": line(row["title"]),
        "authors": [line(name) for name in authors(row)],
        "secondary_title": PUBLISHER if entry else line(titles.get(row["outlet"], row["outlet"])),
        "year": (row["published"] or "")[:4],
        "date": "/".join((row["published"] or "")[:10].split("-")),
        "urls": [outward(row["url"])] if outward(row["url"]) else [],
        "language": row["language"] or "",
        "abstract": line(row.get("description")),
        "name_of_database": line(row.get("archive")),
        "access_date": "/".join(((row.get("captured") or row.get("archived")) or "")[:10].split("-")),
        "notes": [told for told in (note(row), capture) if told],
    }
    return {name: value for name, value in reference.items() if value}


def authors(row: Row) -> list[str]:
    """The persons who signed, as printed."""
    if "authors" in row:
        return [name for name in row["authors"] if name]
    return [name.strip() for name in (row["author"] or "").split(",") if name.strip()]


def issued(value: str | None) -> dict[str, object] | None:
    """A date as CSL has it, to its precision."""
    parts = (value or "")[:10].split("-")
    return (
        {"date-parts": [[int(part) for part in parts]]} if all(part.isdecimal() for part in parts) else None
    )


def place(row: Row) -> str:
    """Where the capture stands in its archive."""
    if row.get("archive") is None:
        return str(row.get("archived_url") or "")
    return f"byte {row['offset']}, sha256 {row['sha256']}, captured {row['captured']}"


def note(row: Row) -> str:
    """What else is to be known: of an entry the source, and whether its excerpt still says what that says."""
    if "attribution" not in row:
        return ""
    doubtful = row["altered"] + row["missing"]
    state = f"; {doubtful} of {row['passages']} passages are not as in the source" if doubtful else ""
    return f"Source: {cut(row['attribution'], 300)}, {row['source_url'] or 'no address'}{state}"
