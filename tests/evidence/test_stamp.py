"""A time stamp over a bundle: asked for, checked, and refused where it does not hold."""

import base64
import json
import random
import shutil
import socket
from pathlib import Path
from typing import Any

import pytest
from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

from evidence.bundle import DIGEST, PACKAGE, Files, digest_of, package_of, packed
from evidence.check import findings
from evidence.stamp import StampError, roots_in, stamp_findings, stamp_of
from store.database import Store
from stories.outlet import Outlet
from tests.evidence.authority import REPLY, Answer, authority, found, granted
from tests.evidence.faults import whole
from tests.once import made_once
from tests.scrapy_process import scrapy


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "authority", found)


@pytest.fixture(scope="session")
def stamped(db: Path, keys: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle of one story, stamped, by the command."""
    row = Store(db).row("SELECT url FROM stories LIMIT 1")
    assert row
    file = tmp_path_factory.mktemp("stamped") / "x.wacz"
    with authority(granted(keys)) as url:
        asks = ("-s", f"TIMESTAMP_AUTHORITY={url}", "-s", f"TIMESTAMP_ROOTS={keys / 'root.pem'}")
        done = scrapy("evidence", row["url"], "-o", str(file), *asks, db=db)
    assert f"stamped by {url}" in done.stdout, done.stderr
    return file


def test_the_stamp_is_checked_against_the_roots_that_are_trusted(stamped: Path, keys: Path) -> None:
    for root, code, said in (
        ("root", 0, "tsr): its signature leads to a root that is trusted"),
        ("other", 3, "it was altered, or its signature leads to no root that is trusted"),
        ("", 0, "who signed it was not checked"),
    ):
        trusted = ("-s", f"TIMESTAMP_ROOTS={keys / root}.pem") if root else ()
        done = scrapy("verify", str(stamped), *trusted)
        assert (done.returncode, said in " ".join(done.stdout.split())) == (code, True), done.stdout


def remade(files: Files, change: str, keys: Path) -> Files:
    """A stamped bundle's files with a change to its stamp."""
    told: dict[str, Any] = json.loads(files[DIGEST])
    stamp = told["timeStamp"]
    package = json.loads(files[PACKAGE])
    if change == "gone":
        del told["timeStamp"]
    elif change == "no object":
        told["timeStamp"] = "x"
    elif change == "no base64":
        stamp["response"] = "*"
    elif change == "another authority":
        stamp["authority"] = "https://lamp.example/"
    elif change == "not asked for":
        del package["timeStampAuthority"]
        return files | package_of({}, package, lambda _: stamp)
    elif change == "exchanged":
        with authority(granted(keys)) as url:
            stamp |= stamp_of(b"another file", url, []) | {"authority": stamp["authority"]}
    else:
        data = bytearray(base64.b64decode(stamp["response"]))
        data[int(change)] ^= 1
        stamp["response"] = base64.b64encode(data).decode()
    return files | {DIGEST: (json.dumps(told, indent=1, sort_keys=True) + "\n").encode()}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("gone", "is missing, which datapackage.json says that it has"),
        ("no object", "the time stamp cannot be read"),
        ("no base64", "the time stamp cannot be read"),
        ("another authority", "the time stamp is of https://lamp.example/"),
        ("not asked for", "datapackage.json names None"),
        ("exchanged", "it is of another file than datapackage.json"),
        ("-1", "it was altered"),  # in its signature
        ("34", "does not have the hash"),  # where no signature looks
    ],
)
def test_a_stamp_that_was_changed_is_found(
    stamped: Path, keys: Path, known: dict[str, Outlet], tmp_path: Path, change: str, said: str
) -> None:
    (tmp_path / "x.wacz").write_bytes(packed(remade(whole(stamped), change, keys)))
    notes: list[str] = []
    wrong = findings(tmp_path / "x.wacz", known, roots_in(keys / "root.pem"), notes.append)
    assert any(said in line for line in wrong), wrong
    assert not notes or change in ("another authority", "not asked for", "34")


def test_a_certificate_beside_the_signers_that_takes_its_name_is_found(keys: Path, tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    shutil.copytree(keys, folder)
    with (folder / "authority.cnf").open("a") as file:
        file.write("certs = signer.pem\n")  # so that the answer has it twice
    asked = TimestampRequestBuilder().data(b"a file").hash_algorithm(HashAlgorithm.SHA256).build()
    response = bytearray(granted(folder)(asked.as_bytes())[2])
    roots, package = roots_in(keys / "root.pem"), {"timeStampAuthority": "x"}
    for changed, said in ((0, []), (1, ["the time stamp cannot be read (2 certificates for 1 signatures)"])):
        key = response.rindex(b"Lamp Time") + 40  # of the second one, which must stay the greater of the two
        response[next(place for place in range(key, key + 20) if not response[place] & 1)] += changed
        data = bytes(response)
        stamp = {"authority": "x", "response": base64.b64encode(data).decode(), "hash": digest_of(data)}
        found = list(stamp_findings({"timeStamp": stamp}, package, b"a file", roots, lambda _: None))
        assert found == said


def test_a_byte_of_a_token_that_means_anything_is_signed(stamped: Path, keys: Path) -> None:
    files, roots, chance = whole(stamped), roots_in(keys / "root.pem"), random.Random(1)
    digest, package = json.loads(files[DIGEST]), json.loads(files[PACKAGE])
    good = base64.b64decode(digest["timeStamp"]["response"])
    said: list[str] = []
    assert not list(stamp_findings(digest, package, files[PACKAGE], roots, said.append))
    for _ in range(300):
        data, place = bytearray(good), chance.randrange(len(good))
        data[place] ^= 1 << chance.randrange(8)
        digest["timeStamp"] |= {"response": base64.b64encode(data).decode(), "hash": digest_of(bytes(data))}
        notes: list[str] = []
        wrong = list(stamp_findings(digest, package, files[PACKAGE], roots, notes.append))
        assert wrong or notes == said, place


def test_one_that_is_made_anew_for_a_changed_package_is_not_the_authoritys(
    stamped: Path, keys: Path, known: dict[str, Outlet], tmp_path: Path
) -> None:
    files, stamp = whole(stamped), json.loads(whole(stamped)[DIGEST])["timeStamp"]
    package = json.loads(files[PACKAGE])
    files |= package_of(
        {name: data for name, data in files.items() if name not in (PACKAGE, DIGEST)},
        package | {"created": "2001-01-01T00:00:00Z"},
        lambda _: stamp,
    )
    (tmp_path / "x.wacz").write_bytes(packed(files))
    wrong = findings(tmp_path / "x.wacz", known)
    assert any(
        "it is of another file than datapackage.json, or of that file before" in line for line in wrong
    )


def test_an_authority_that_gives_no_stamp_is_told_in_a_sentence(keys: Path, db: Path, tmp_path: Path) -> None:
    answers: dict[str, Answer] = {
        "answered HTTP 503": lambda _: (503, "text/plain", b"busy"),
        "answered HTTP 302": lambda _: (302, REPLY, b""),
        "with no time stamp, but text/html": lambda _: (200, "text/html", b"<p>Welcome"),
        "with no time stamp, but application/timestamp-reply": lambda _: (200, REPLY, b""),
        "refuses: ": lambda query: granted(keys)(query.replace(b"\x04\x02\x01", b"\x04\x02\x03")),
        "made for another request": lambda query: granted(keys)(
            query[:-6] + bytes([query[-6] ^ 1]) + query[-5:]
        ),
        "it is of another file": lambda query: granted(keys)(query.replace(query[30:40], b"0123456789")),
    }
    for said, answer in answers.items():
        with authority(answer) as url, pytest.raises(StampError, match=said):
            stamp_of(b"a file", url, [])
    with authority(granted(keys)) as url, pytest.raises(StampError, match="leads to no root that is trusted"):
        stamp_of(b"a file", url, roots_in(keys / "other.pem"))
    with socket.socket() as taken:  # and nobody listens
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        story = Store(db).row("SELECT url FROM stories LIMIT 1") or {}
        words = ("evidence", story["url"], "-o", str(tmp_path / "x.wacz"), "-s", f"TIMESTAMP_AUTHORITY={url}")
        done = scrapy(*words, db=db)
    assert done.returncode == 1
    assert done.stderr.startswith(f"the time stamp authority {url} gave no answer: ")
    assert done.stderr.endswith("x.wacz was not written\n")
    assert done.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_settings_that_name_no_authority_or_no_root(tmp_path: Path) -> None:
    (tmp_path / "no.pem").write_text("none")
    for pair, said in (
        ("TIMESTAMP_AUTHORITY=lamp.example", "no address of a service"),
        ("TIMESTAMP_AUTHORITY=file:///etc/passwd", "no address of a service"),
        ("TIMESTAMP_AUTHORITY=https://a:b@lamp.example/", "holds a password"),
        (f"TIMESTAMP_ROOTS={tmp_path}/no.pem", "holds no certificate in PEM"),
        (f"TIMESTAMP_ROOTS={tmp_path}/none.pem", "cannot be read (No such file or directory)"),
    ):
        done = scrapy("verify", "x.wacz", "-s", pair)
        assert (done.returncode, said in " ".join(done.stderr.split())) == (2, True), done.stderr
