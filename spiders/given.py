"""Lists of addresses as people give them: a line each, or a column of a table, in the encodings that offices write."""

import csv
import logging
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from scrapy.exceptions import UsageError
from w3lib.encoding import read_bom

from spiders.json_list import NAMES, json_addresses
from stories.extraction.mhtml import page_in
from stories.identity.urls import with_scheme
from stories.text import many

log = logging.getLogger(__name__)
DELIMITERS = "\t;,|"
NAMED = 3  # of the addresses to which a scheme was added
SAVED = re.compile(r"\s*<(?:!doctype|html|!--)", re.IGNORECASE)  # begins a page
CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")  # \0 pads some lists
BINARY = 0.02  # a text has next to no control characters
START = r"(?:[a-z][a-z0-9+.-]*:|www\.)"  # of an address


PARTED = rf"[,;]\s*(?={START})"  # a comma or semicolon parts two addresses where one begins after it
WITHIN = re.compile(
    r"\]\((https?://[^\s)]+)\)|(https?://[^\s<>\"]+)", re.I
)  # Markdown's link; an address among words
BULLET = re.compile(r"^\s*(?:[-*•]|\d{1,3}[.)])\s+")


def listed(text: str) -> list[str]:
    """The addresses of `-a url=ADDRESS[,ADDRESS...]`."""
    return complete(address.strip() for address in re.split(rf"{PARTED}|\s+", text, flags=re.I))


def read_list(file: str) -> list[str]:
    """The addresses of `-a file=FILE`, `-` for standard input. Raises UsageError for a file that holds no list."""
    if not file:
        return []
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        found = complete(addresses(decoded(data)))
    except (OSError, ValueError, csv.Error) as error:
        what = error.strerror if isinstance(error, OSError) else error
        raise UsageError(f"-a file={file}: cannot be read: {what}", print_help=False) from error
    if not found:
        raise UsageError(f"-a file={file}: no address in it; write one a line", print_help=False)
    return found


def decoded(data: bytes) -> str:
    """The text of a file in UTF-8 or UTF-16, with or without a byte-order mark. Raises ValueError for another."""
    if data.startswith(b"PK\x03\x04"):
        raise ValueError("it is a spreadsheet or an archive; save the list as CSV or as text")
    text = _characters(data)
    if page_in(data)[0] is not data or SAVED.match(text):
        raise ValueError(
            "it is a saved page, no list of addresses: python -m scrapy story FILE shows what is in it"
        )
    if len(CONTROLS.findall(text)) > BINARY * len(text):
        raise ValueError("it is no text; save the list as CSV or as text")
    return text


def _characters(data: bytes) -> str:
    encoding, mark = read_bom(data)
    if encoding and mark:
        return data[len(mark) :].decode(encoding)
    if 3 * data[:200].count(b"\0") > len(data[:200]):
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode(
            "cp1252", "replace"
        )  # of a comment or a title: an address is ASCII, or was escaped


def addresses(text: str) -> Iterator[str]:
    """The addresses of a list: a line each, the column of a table that has them, or JSON."""
    if (found := json_addresses(text)) is not None:
        yield from found
        return
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    rows = table(lines)
    if not rows:
        lines = lines[1:] if lines and lines[0].strip().lower() in NAMES else lines
        for line in lines:
            item = re.split(r"\s+#", BULLET.sub("", line).strip())[0]
            for one in re.split(PARTED, item, flags=re.I):
                yield _among_words(one.strip("<>\"'\0"))
        return
    if all(is_address(field) for row in rows for field in row if field.strip()):
        yield from (field.strip() for row in rows for field in row)
        return
    column, header = address_column(rows)
    for number, row in enumerate(rows[header:], header + 1):
        address = row[column].strip() if column < len(row) else ""
        if address:
            yield address
        else:
            log.warning("row %s of the table has no address: %s", number, ", ".join(row))


def _among_words(item: str) -> str:
    """The address in a line that has words, or Markdown's marks, beside it; the line where it has none, or several."""
    if not re.search(r"\s|\]\(", item):
        return item
    found = [marked or bare for marked, bare in WITHIN.findall(item)]
    return found[0] if len(found) == 1 else item


def table(lines: Sequence[str]) -> list[list[str]]:
    """The rows of a list that is a table; nothing of a plain one, in whose addresses the same signs may stand."""
    for delimiter in DELIMITERS:
        rows = list(csv.reader(lines, delimiter=delimiter, skipinitialspace=True))
        if not rows or len(rows[0]) < 2:
            continue
        names = {name.strip().lower() for name in rows[0]}
        spaced = any(" " in re.sub(PARTED, ",", line.strip(), flags=re.I) or '"' in line for line in lines)
        if names & NAMES or delimiter == "\t" or spaced or not any(map(is_address, rows[0])):
            return rows
    return []


def address_column(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """The column of a table that has the addresses, and how many rows of it are its head."""
    names = [name.strip().lower() for name in rows[0]]
    header = int(not any(map(is_address, rows[0])))
    known = [column for column, name in enumerate(names) if name in NAMES] if header else []
    counts = [
        sum(is_address(row[column]) for row in rows if column < len(row)) for column in range(len(names))
    ]
    return max(known or range(len(names)), key=counts.__getitem__), header


def is_address(text: str) -> bool:
    """Whether a field of a table looks like an address."""
    return bool(re.match(START, with_scheme(text.strip()), re.I))


def complete(found: Iterator[str]) -> list[str]:
    """The addresses, those that lack their scheme with https://, which is said."""
    given = [address for address in found if address]
    whole = [with_scheme(address) for address in given]
    added = [address for address, one in zip(given, whole, strict=True) if address != one]
    if added:
        more = ", ..." if len(added) > NAMED else ""
        log.warning(
            "https:// was put before %s without it: %s%s",
            many(len(added), "address"),
            ", ".join(added[:NAMED]),
            more,
        )
    return whole
