"""What may be handed to `evidence` and `verify` by mistake or to harm: a sentence, an exit code, nothing half written."""

import io
import os
import shutil
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from evidence.bundle import ARCHIVE, DIGEST, PACKAGE, RECORDS, packed
from store.copy import copy_database
from store.database import Store
from tests.evidence.faults import whole
from tests.scrapy_process import scrapy, scrapy_in

Member = tuple[str | zipfile.ZipInfo, bytes]


def zipped(*members: Member, kind: int = zipfile.ZIP_STORED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", kind) as file:
        for name, data in members:
            file.writestr(name, data)
    return made.getvalue()


def lying(good: bytes) -> bytes:
    """A zip whose list says that each file in it is a gigabyte."""
    data, place = bytearray(good), 0
    while (place := data.find(b"PK\1\2", place)) >= 0:
        struct.pack_into("<II", data, place + 20, 2**30, 2**30)
        place += 4
    return bytes(data)


def locked(good: bytes) -> bytes:
    """A zip whose list says that each file in it needs a password."""
    data, place = bytearray(good), 0
    while (place := data.find(b"PK\1\2", place)) >= 0:
        data[place + 8] |= 1
        place += 4
    return bytes(data)


def link() -> zipfile.ZipInfo:
    member = zipfile.ZipInfo("records/records.json")
    member.create_system, member.external_attr = 3, 0o120777 << 16
    return member


def told(good: bytes, **files: bytes) -> bytes:
    """A bundle with other files in it, whose hashes are not made anew."""
    names = {"records": RECORDS, "package": PACKAGE, "digest": DIGEST, "archive": ARCHIVE}
    return packed(whole_of(good) | {names[name]: data for name, data in files.items()})


def whole_of(good: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(good)) as file:
        return {name: file.read(name) for name in file.namelist()}


# What a file holds -> the exit code, what is said
NO_BUNDLE: dict[str, tuple[Callable[[bytes], bytes], int, str]] = {
    "empty": (lambda _: b"", 2, "no zip that can be read"),
    "text": (lambda _: b"a letter", 2, "no zip that can be read"),
    "archive": (lambda good: whole_of(good)[ARCHIVE], 2, "no zip that can be read"),
    "half": (lambda good: good[: len(good) // 2], 2, "no zip that can be read"),
    "nothing": (lambda _: zipped(), 3, "datapackage.json is missing, or no JSON"),
    "another": (
        lambda _: zipped(("letter.txt", b"a")),
        3,
        "letter.txt is in the bundle, and datapackage.json does not",
    ),
    "up": (lambda _: zipped(("../x", b"a")), 2, "'../x', which leads out of a folder"),
    "inner up": (lambda _: zipped(("archive/../../x", b"a")), 2, "which leads out of a folder"),
    "root": (lambda _: zipped(("/etc/x", b"a")), 2, "which leads out of a folder"),
    "backslash": (lambda _: zipped(("..\\x", b"a")), 2, "which leads out of a folder"),
    "bomb": (lambda _: zipped((ARCHIVE, bytes(10**8)), kind=zipfile.ZIP_DEFLATED), 2, "is compressed"),
    "lying": (lying, 2, "says that it holds more bytes than it can"),
    "locked": (locked, 3, "cannot be read"),
    "link": (lambda _: zipped((link(), b"/etc/passwd")), 3, "records/records.json is missing, or no records"),
    "deep": (
        lambda good: told(good, records=b"[" * 10**6),
        3,
        "records/records.json is missing, or no records",
    ),
    "number": (
        lambda good: told(good, package=b"1", digest=b"2"),
        3,
        "datapackage.json is missing, or no JSON",
    ),
    "latin": (lambda good: told(good, digest=b'"\xff"'), 3, "datapackage-digest.json is missing, or no JSON"),
    "lists": (
        lambda good: told(good, package=b'{"resources": 7}'),
        3,
        "datapackage.json does not have the hash",
    ),
    "stamp": (lambda good: told(good, digest=b'{"timeStamp": [1]}'), 3, "the time stamp cannot be read"),
    "no archive": (lambda good: told(good, archive=b"a letter"), 3, "is no WARC file"),
    "rows": (
        lambda good: told(good, records=whole_of(good)[RECORDS].replace(b'"pages": [', b'"pages": [7, ')),
        3,
        "records/records.json is not as a bundle has it",
    ),
}


@pytest.mark.parametrize("name", NO_BUNDLE)
def test_what_is_no_bundle_or_a_harmful_one(bundle: Path, tmp_path: Path, name: str) -> None:
    make, code, said = NO_BUNDLE[name]
    file = tmp_path / "x.wacz"
    file.write_bytes(make(bundle.read_bytes()))
    done = scrapy("verify", str(file), db=tmp_path / "none.db")
    assert done.returncode == code, done.stderr + done.stdout
    assert said in " ".join((done.stderr if code == 2 else done.stdout).split())
    assert "Traceback" not in done.stderr
    assert done.stderr.count("error: ") == (code == 2)
    assert [path.name for path in tmp_path.iterdir()] == ["x.wacz"]


def test_files_that_are_not_there_or_may_not_be_read(bundle: Path, tmp_path: Path) -> None:
    (tmp_path / "folder.wacz").mkdir()
    shutil.copy(bundle, tmp_path / "mine.wacz")
    (tmp_path / "mine.wacz").chmod(0)
    for words, said in (
        ((str(tmp_path / "none.wacz"),), "none.wacz: No such file or directory"),
        ((str(tmp_path / "folder.wacz"),), "folder.wacz: Is a directory"),
        ((str(tmp_path / "mine.wacz"),), "mine.wacz: Permission denied"),
        ((str(bundle), "https://lamp.example/"), "name bundles or entries, not both"),
    ):
        done = scrapy_in(os.environ, "verify", *words, humble=True)
        assert (done.returncode, said in done.stderr) == (2, True), done.stderr
        assert done.stderr.count("error: ") == 1


def test_what_cannot_be_bundled_leaves_nothing(db: Path, tmp_path: Path) -> None:
    copy_database(db, tmp_path / "c.db")
    store = Store(tmp_path / "c.db")
    page = (
        store.row("SELECT stories.url, pages.id, archive, offset FROM stories JOIN pages ON pages.id = page")
        or {}
    )
    kept = Path(page["archive"]).read_bytes()
    out = tmp_path / "out"
    out.mkdir()
    torn = bytearray(kept)
    torn[page["offset"] + 40] ^= 255
    for data, said in (
        (None, "No such file or directory"),
        (b"", "the file does not reach so far"),
        (kept[: page["offset"] + 50], "the file ends in the middle of it"),
        (bytes(torn), "it is damaged"),
        (kept[30:], "cannot read"),
    ):
        file = tmp_path / "kept.warc.gz"
        file.unlink(missing_ok=True)
        if data is not None:
            file.write_bytes(data)
        store.db.execute("UPDATE pages SET archive = ?", [str(file)])
        done = scrapy("evidence", page["url"], "-o", str(out / "x.wacz"), db=tmp_path / "c.db")
        assert (done.returncode, said in done.stderr, str(file) in done.stderr) == (2, True, True), (
            done.stderr
        )
        assert done.stderr.count("error: ") == 1
    store.db.execute("UPDATE pages SET archive = NULL, offset = NULL")
    store.close()
    done = scrapy("evidence", page["url"], "-o", str(out / "x.wacz"), db=tmp_path / "c.db")
    assert (done.returncode, "was not archived: there is no proof of it" in done.stderr) == (2, True)
    assert list(out.iterdir()) == []


def test_a_place_where_it_cannot_be_written(db: Path, tmp_path: Path) -> None:
    (row,) = Store(db).rows("SELECT url FROM stories LIMIT 1")
    shut, old = tmp_path / "shut", tmp_path / "old.wacz"
    shut.mkdir(mode=0o500)
    old.write_bytes(b"what was there before")
    settings = ("-s", f"CUTTINGS_DB={db}")
    for target, room, said in (
        (tmp_path / "none" / "x.wacz", 0, f"there is no folder {tmp_path}/none"),
        (shut / "x.wacz", 0, "may not be written by this user"),
        (old, 4096, "File too large"),  # as on a full disk
    ):
        done = scrapy_in(
            os.environ, "evidence", *settings, row["url"], "-o", str(target), file_bytes=room, humble=True
        )
        assert (done.returncode, said in done.stderr) == (2, True), done.stderr
        assert "Traceback" not in done.stderr
    assert old.read_bytes() == b"what was there before"
    assert {path.name for path in tmp_path.rglob("*")} == {"shut", "old.wacz"}
    for words, said in (
        ((row["url"],), "-o FILE.wacz"),
        ((row["url"], "-o", "x.zip"), "-o FILE.wacz"),
        (("-o", "x.wacz"), "name the addresses"),
        (
            ("https://lamp.example/none", "-o", str(tmp_path / "x.wacz")),
            "no story and no entry is stored under",
        ),
    ):
        done = scrapy("evidence", *words, db=db)
        assert (done.returncode, said in done.stderr) == (2, True)


def test_all_of_a_bundle_is_read_that_can_be(bundle: Path) -> None:
    assert whole_of(bundle.read_bytes()) == whole(bundle)
