"""A file that a feed is written to: whether it can be, and what is put behind what."""

import codecs
import csv
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from w3lib.url import file_uri_to_path

from store.plain_record import columns

Options = dict[str, Any]  # of a feed, as Scrapy's FEEDS has them
WHOLE = ("json", "xml")  # formats of which a file holds one document: nothing can be put behind it
NAME_TO_FILL = re.compile(r"%\(\w+\)")  # a name that each spider, or each batch, fills in for itself


class FeedError(ValueError):
    """A feed cannot be written as it is asked for; the message says why, and what to do."""


def local_file(uri: str) -> Path | None:
    """The file of a feed; None for one elsewhere, or one whose name is still to be filled in (`%(time)s`)."""
    if NAME_TO_FILL.search(uri) or re.match(r"(?!file:)[a-z]\w+:", uri):
        return None
    return Path(file_uri_to_path(uri) if uri.startswith("file:") else uri)


def is_whole(options: Options) -> bool:
    """Whether nothing can be put behind what a file of these options holds."""
    return options["format"] in WHOLE or "postprocessing" in options


def check(path: Path, options: Options) -> None:
    """Raises FeedError where a feed of these options cannot be written to the file."""
    try:
        codecs.lookup(options.get("encoding") or "utf-8")
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            there = file.tell()
    except (OSError, LookupError) as error:
        why = getattr(error, "strerror", None) or error
        raise FeedError(f"the feed {path} cannot be written: {why}") from None
    if there and not options.get("overwrite"):
        _check_end(path, options)


def _check_end(path: Path, options: Options) -> None:
    if is_whole(options):
        raise FeedError(
            f"{path} is there, and nothing can be put behind a document of {options['format']}: "
            "overwrite it with -O, or append to a .jsonl file"
        )
    known = {*columns(), *_names(options.get("fields"))}
    unknown = [name for name in header(path, options) if name not in known]
    if options["format"] == "csv" and unknown:
        raise FeedError(
            f"{path} is there, with a column {unknown[0]!r} that no record has: overwrite it with -O, "
            "or name another file"
        )


def start(path: Path, options: Options) -> None:
    """Make the file ready for several to append to: empty where it is to be overwritten, a new CSV with its header."""
    with path.open("wb" if options.get("overwrite") else "ab") as file:
        empty = not file.tell()
    if empty and options["format"] == "csv":
        with path.open("w", encoding=options.get("encoding") or "utf-8", newline="") as text:
            csv.writer(text).writerow(_names(options.get("fields")) or columns())


def csv_fields(uri: str, options: Options) -> list[str] | dict[str, str] | None:
    """The fields of a CSV file that is appended to, which has its header; None where it is to get one."""
    path = local_file(uri)
    if path is None or not path.is_file() or options.get("overwrite") or is_whole(options):
        return None
    written, fields = header(path, options), options.get("fields")
    if not isinstance(fields, dict):
        return written or None
    renamed = {column: name for name, column in fields.items()}
    return {renamed.get(column, column): column for column in written} or None


def header(path: Path, options: Options) -> list[str]:
    """The columns that a CSV file names in its first line."""
    encoding = options.get("encoding") or "utf-8"
    encoding = "utf-8-sig" if codecs.lookup(encoding).name == "utf-8" else encoding
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        return next(csv.reader(file), [])


def _names(fields: Sequence[str] | Mapping[str, str] | None) -> list[str]:
    return list(fields.values() if isinstance(fields, dict) else fields or [])
