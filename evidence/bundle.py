"""A bundle as a file: WACZ 1.1.1 (specs.webrecorder.net/wacz/1.1.1), made of records and the captures behind them."""

import io
import json
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from evidence.captures import archive_of
from evidence.index import index_of, pages_of
from evidence.records import OWN, records_of
from evidence.report import report_of, template_digest
from store.database import Store
from store.named_record import NamedRecord
from store.tables import Row
from stories.version import VERSION

Files = dict[str, bytes]
FORMAT = "cuttings-evidence-1"
ARCHIVE, INDEX, PAGES = "archive/data.warc.gz", "indexes/index.cdx", "pages/pages.jsonl"
RECORDS, REPORT = "records/records.json", "records/report.html"
PACKAGE, DIGEST = "datapackage.json", "datapackage-digest.json"
SOFTWARE = f"Cuttings {VERSION}"


Stamp = Callable[[bytes], Row]  # of the bytes of a file, what `stamp_of` gives


def bundle_of(
    store: Store, named: Iterable[NamedRecord], operator: str, authority: str = "", stamp: Stamp | None = None
) -> Files:
    """The files of a bundle, with a time stamp of an authority where there is one.

    Raises ArchiveError where a capture is missing, damaged, or is not the record's page, and what `stamp` raises.
    """
    records = records_of(store, named)
    titles = [row["title"] for row in (*records["entries"], *records["stories"])]
    about = {
        "format": FORMAT,
        "title": "; ".join(titles),
        "created": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "software": SOFTWARE,
        "operator": operator,
        "template": template_digest(),
    }
    if authority:
        about["timeStampAuthority"] = authority
    head = {name: about[name] for name in ("software", "operator", "created")}
    archive, places = archive_of(
        records["pages"], store.path.parent, head | {"format": "WARC File Format 1.0"}
    )
    for row in records["pages"]:
        for name in OWN:
            row.pop(name)
        row |= {"archive": ARCHIVE, "offset": places[row["id"]]}
    told: dict[str, Any] = {"about": about, "records": records}
    files = {ARCHIVE: archive, **derived(archive, told)}
    files[RECORDS] = _json(told)
    return files | package_of(files, about, stamp)


def derived(archive: bytes, told: dict[str, Any]) -> Files:
    """The files that follow from the archive and the records."""
    about, records = told["about"], told["records"]
    titles = {row["page"]: row["title"] for table in ("stories", "entries") for row in records[table]}
    return {
        INDEX: index_of(archive, ARCHIVE.rpartition("/")[2]).encode(),
        PAGES: pages_of(records["pages"], titles).encode(),
        REPORT: report_of(records, about).encode(),
    }


def package_of(files: Files, about: Row, stamp: Stamp | None = None) -> Files:
    """`datapackage.json`, which has the hash of every other file, and the file with its own and its time stamp."""
    resources = [
        {"name": name.rpartition("/")[2], "path": name, "hash": digest_of(data), "bytes": len(data)}
        for name, data in sorted(files.items())
    ]
    package = {"profile": "data-package", "wacz_version": "1.1.1", "resources": resources}
    told = ("title", "created", "software", "timeStampAuthority")
    package |= {name: about[name] for name in told if name in about}
    data = _json(package)
    digest = {"path": PACKAGE, "hash": digest_of(data)} | ({"timeStamp": stamp(data)} if stamp else {})
    return {PACKAGE: data, DIGEST: _json(digest)}


def packed(files: Files) -> bytes:
    """The zip of a bundle, the same for the same files: in order of name, stored, without times."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as file:
        for name, data in sorted(files.items()):
            member = ZipInfo(name)
            member.create_system, member.external_attr = 3, 0o644 << 16
            file.writestr(member, data)
    return made.getvalue()


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def digest_of(data: bytes) -> str:
    """The hash of a file, as a data package has it."""
    return f"sha256:{sha256(data).hexdigest()}"
