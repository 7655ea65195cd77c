"""Whether a bundle holds what it says: every hash, every pointer, and what its captures give when they are read again."""

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from cryptography.x509 import Certificate
from w3lib.url import safe_url_string

from evidence.bundle import ARCHIVE, DIGEST, FORMAT, PACKAGE, RECORDS, Files, derived, digest_of, packed
from evidence.records import OF_ENTRY, OF_STORY
from evidence.report import template_digest
from evidence.rereading import Outlets, pointers, reread, verdicts, versions
from evidence.stamp import stamp_findings
from store.revisits import kept_at
from store.scratch import scratch
from store.tables import Row
from store.warc import ArchiveError, Capture, captures

MAX_BUNDLE_BYTES = 2**31  # bytes of all files together
TABLES = {"stories", "entries", "pages", "runs", *OF_STORY, *OF_ENTRY}
LATER = {"translations"}  # bundles made before these were are whole without them


class NoBundleError(Exception):
    """A file is no bundle of evidence; the message says why."""


def findings(
    path: Path,
    outlets: Outlets,
    roots: Sequence[Certificate] = (),
    note: Callable[[str], None] = lambda _: None,
) -> list[str]:
    """What does not hold, a sentence each. Raises NoBundleError for what is no bundle, OSError for no file.

    roots: by whom a time stamp may be signed. note: is told of the time stamp, where one holds.
    """
    data = path.read_bytes()
    files, found = opened(path)
    digest, package = _object(files, DIGEST, found), _object(files, PACKAGE, found)
    found += _hashes(files, digest, package)
    found += stamp_findings(digest, package, files.get(PACKAGE, b""), roots, note)
    told = _told(files.get(RECORDS, b""))
    if isinstance(told, str):
        return [*found, told]
    try:
        found += _records(files, told, outlets)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        found.append(f"{RECORDS} is not as a bundle has it: {type(error).__name__}: {str(error)[:100]}")
    if not found and packed(files) != data:
        found.append("the zip itself was changed, though the files in it were not")
    return found


def opened(path: Path) -> tuple[Files, list[str]]:
    """The files in a bundle, and which of them cannot be read. Raises NoBundleError."""
    try:
        with ZipFile(path) as file:
            members = file.infolist()
            names = [member.filename for member in members]
            if wrong := next((name for name in names if not _is_plain(name)), None):
                raise NoBundleError(f"{path} has a file of the name {wrong!r}, which leads out of a folder")
            if twice := next((name for name, count in Counter(names).items() if count > 1), None):
                raise NoBundleError(f"{path} has the file {twice!r} more than once")
            if squeezed := next((one.filename for one in members if one.compress_type != ZIP_STORED), None):
                raise NoBundleError(
                    f"{path}: {squeezed} in it is compressed; a bundle's files are stored as they are"
                )
            if sum(member.file_size for member in members) > min(MAX_BUNDLE_BYTES, path.stat().st_size):
                raise NoBundleError(f"{path} says that it holds more bytes than it can")
            files, found = {}, []
            for name in names:
                try:
                    files[name] = file.read(name)
                except (BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
                    found.append(f"{name} cannot be read: {str(error)[:100]}")
            return files, found
    except (BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise NoBundleError(
            f"{path} is no bundle of evidence: no zip that can be read ({str(error)[:80]})"
        ) from error


def _is_plain(name: str) -> bool:
    parts = name.split("/")
    return bool(name) and not name.startswith("/") and "\\" not in name and not {"..", ".", ""} & set(parts)


def _json(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _object(files: Files, name: str, found: list[str]) -> Row:
    """What a file of JSON says; empty where it says nothing, which is found."""
    value = _json(files.get(name, b""))
    if isinstance(value, dict):
        return value
    found.append(f"{name} is missing, or no JSON")
    return {}


def _hashes(files: Files, digest: Row, package: Row) -> Iterator[str]:
    own = {name: value for name, value in digest.items() if name != "timeStamp"}
    if digest and own != {"path": PACKAGE, "hash": digest_of(files.get(PACKAGE, b""))}:
        yield f"{PACKAGE} does not have the hash that {DIGEST} says"
    rows = package.get("resources")
    rows = rows if isinstance(rows, list) else []
    resources = {
        row["path"]: row for row in rows if isinstance(row, dict) and isinstance(row.get("path"), str)
    }
    for name, row in resources.items():
        if name not in files:
            yield f"{name} is missing"
        elif (row.get("hash"), row.get("bytes")) != (digest_of(files[name]), len(files[name])):
            yield f"{name} does not have the hash that {PACKAGE} says"
    for name in files.keys() - resources.keys() - {PACKAGE, DIGEST}:
        yield f"{name} is in the bundle, and {PACKAGE} does not name it"


def _told(data: bytes) -> dict[str, Any] | str:
    """What `records.json` says; or, in a sentence, that it says nothing."""
    told = _json(data)
    whole = (
        isinstance(told, dict)
        and isinstance(told.get("records"), dict)
        and isinstance(told.get("about"), dict)
    )
    if not whole or told["about"].get("format") != FORMAT or not _is_whole(set(told["records"])):
        return f"{RECORDS} is missing, or no records of {FORMAT}"
    return dict(told)


def _is_whole(tables: set[str]) -> bool:
    return TABLES - LATER <= tables <= TABLES


def _records(files: Files, told: dict[str, Any], outlets: Outlets) -> Iterator[str]:
    held: dict[int, Capture] = {}
    yield from _captures(files.get(ARCHIVE, b""), told["records"]["pages"], held)
    yield from pointers(told["records"])
    yield from reread(told["records"], held, outlets)
    yield from versions(told["records"], held, outlets)
    yield from verdicts(told["records"])
    same = told["about"].get("template") == template_digest()
    for name, data in derived(files.get(ARCHIVE, b""), told).items() if held else ():
        if files.get(name) != data and (same or not name.endswith(".html")):
            yield f"{name} does not follow from the archive and the records"


def _captures(archive: bytes, pages: list[dict[str, Any]], held: dict[int, Capture]) -> Iterator[str]:
    """Fill `held` with the capture of each page; yields what is wrong with them."""
    lost: list[str] = []
    pointed = {row["offset"] for row in pages}
    with tempfile.TemporaryDirectory(dir=scratch()) as folder:
        path = Path(folder, "data.warc.gz")
        path.write_bytes(archive)
        try:
            found = {one.offset: one for one in captures(path, lost.append)}
            pointed |= {one.offset for place in pointed & found.keys() if (one := kept_at(path, place))}
        except ArchiveError as error:
            found = {}
            lost.append(str(error))
        yield from (f"{ARCHIVE}: {what.replace(f'{path}: ', '').replace(str(path), 'it')}" for what in lost)
    for row in pages:
        capture = found.get(row["offset"])
        if capture is None:
            yield f"page {row['url']}: {ARCHIVE} holds no answer at byte {row['offset']}"
        elif sha256(capture.payload).hexdigest() != row["sha256"]:
            yield f"page {row['url']}: the capture does not have the sha256 of the record"
        elif safe_url_string(capture.url) != safe_url_string(row["url"]) or capture.status != row["status"]:
            yield f"page {row['url']}: the capture is of {capture.url}, HTTP {capture.status}"
        else:
            held[row["id"]] = capture
    for offset in found.keys() - pointed:
        yield f"{ARCHIVE}: no record points at the answer at byte {offset}"
