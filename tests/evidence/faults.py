"""A bundle of an invented story and an entry, and faults of every kind to put into one."""

import json
import random
from pathlib import Path
from typing import Any

from evidence.bundle import ARCHIVE, RECORDS, Files, bundle_of, derived, package_of, packed
from evidence.check import opened
from store.database import Store
from store.named_record import NamedRecord

HOSTILE = "</title><script>document.title='owned'</script><img src=x onerror=alert(1)>\" onload=\"x"
# What a page itself says of a record; that is found even where all hashes were made anew
OF_PAGE = {
    "stories": (
        "title",
        "body",
        "published",
        "published_text",
        "authors",
        "language",
        "digest",
        "description",
    ),
    "quotes": ("content", "speaker", "source", "cue", "kind", "stance", "how", "spans", "confidence"),
    "dates": ("value", "text", "origin", "chosen", "note"),
    "versions": ("title", "body", "digest"),
    "entries": ("title", "attribution", "published", "excerpt", "source_url"),
    "entry_quotes": ("content", "speaker", "spans", "cue"),
    "passages": ("text", "fidelity", "story_start", "note"),
    "verdicts": ("fidelity", "note"),
    "pages": ("url", "sha256", "offset", "status"),
}


def make(db: Path, folder: Path) -> Path:
    """A bundle of the story that was rewritten, and of the entry that excerpts it."""
    store = Store(db)
    sql = "SELECT entries.id, entries.url FROM entries JOIN stories ON stories.id = story WHERE stories.url LIKE ?"
    named = [NamedRecord("entries", row["id"], row["url"]) for row in store.rows(sql, "%0sample004%")]
    path = folder / "x.wacz"
    path.write_bytes(packed(bundle_of(store, named, "desk@lamp.example")))
    store.close()
    return path


def whole(path: Path) -> Files:
    files, found = opened(path)
    assert not found
    return files


def remade(files: Files, told: dict[str, Any]) -> Files:
    """The same with other records, and every hash and all that follows made anew, as a forger would."""
    kept = {ARCHIVE: files[ARCHIVE], **derived(files[ARCHIVE], told)}
    kept[RECORDS] = (json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
    return kept | package_of(kept, told["about"])


def filled(told: dict[str, Any], text: str) -> dict[str, Any]:
    """What a bundle tells, with this text in place of every text."""
    kept = ("spans", "authors")
    records = {
        table: [
            {
                name: text if isinstance(value, str) and name not in kept else value
                for name, value in row.items()
            }
            for row in rows
        ]
        for table, rows in told["records"].items()
    }
    return {"records": records, "about": told["about"] | {"title": text}}


def fault(good: bytes, files: Files, seed: int) -> tuple[str, bytes]:
    """A bundle with one fault, and what was done."""
    chance = random.Random(seed)
    kind = chance.choice(
        ("byte", "byte", "field", "forged", "forged", "offset", "dropped", "swapped", "added")
    )
    if kind == "byte":
        data, place = bytearray(good), chance.randrange(len(good))
        data[place] ^= 1 << chance.randrange(8)
        return f"byte {place}", bytes(data)
    changed = dict(files)
    if kind == "dropped":
        name = chance.choice(sorted(files))
        del changed[name]
    elif kind == "swapped":
        name, other = chance.sample(sorted(files), 2)
        changed[name], changed[other] = files[other], files[name]
    elif kind == "added":
        name = f"{chance.choice(('archive', 'pages', 'records'))}/{chance.randrange(10**6)}.txt"
        changed[name] = chance.randbytes(9)
    else:
        told = json.loads(files[RECORDS])
        name = _change(told["records"], kind, chance)
        changed = remade(files, told) if kind != "field" else changed | {RECORDS: json.dumps(told).encode()}
    return f"{kind} {name}", packed(changed)


def _change(records: dict[str, Any], kind: str, chance: random.Random) -> str:
    """Change one field of one row, or move one quote; returns which."""
    if kind == "offset":
        row = chance.choice(records[chance.choice(("quotes", "entry_quotes"))])
        spans = json.loads(row["spans"])
        place, end = chance.randrange(len(spans)), chance.randrange(2)
        spans[place][end] += chance.choice((-1, 1)) if spans[place][end] else 1
        row["spans"] = json.dumps(spans)
        return str(row["number"])
    table = chance.choice([name for name in OF_PAGE if records[name]])
    row, field = chance.choice(records[table]), chance.choice(OF_PAGE[table])
    value = row[field]
    if isinstance(value, int | float):
        row[field] = value + 1
    elif field in ("spans", "authors"):
        row[field] = "[]" if value != "[]" else '["Lena Ruiz"]'
    else:
        row[field] = f"{value or ''}x"
    return f"{table}.{field}"
