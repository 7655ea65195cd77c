"""A page that a browser saved as one file (MHTML): what is read is the page in it. Invented words."""

import base64
import quopri
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.exceptions import UsageError

from spiders.given import read_list
from stories.entries import read_centre_page
from stories.extraction.mhtml import page_in
from stories.extraction.reading import read
from stories.extraction.saved_page import read_saved, stated_address
from stories.outlet import Outlet
from stories.page import UNKNOWN, Page
from tests.making import NOON
from tests.server import story_page
from tests.stories.test_entry import rendered

URL = "https://lamp.example/mill"
PAGE = story_page("Mühle closes").encode()
LATIN = PAGE.decode().encode("latin-1")
PICTURE = ["Content-Type: image/png", "Content-Transfer-Encoding: base64", "", "iVBORw0KGgo="]


def mhtml(*parts: list[str], head: str = "", end: str = "\r\n") -> bytes:
    """A saved page of these parts, each a list of lines."""
    lines = ["From: <Saved by Lamp>", *filter(None, [head]), "MIME-Version: 1.0",
             "Content-Type: multipart/related;", '\ttype="text/html";', '\tboundary="--b1"', ""]  # fmt: skip
    for part in parts:
        lines += ["", "----b1", *part]
    return end.join([*lines, "", "----b1--", ""]).encode("latin-1")


def quoted(page: bytes, charset: str = "", place: str = "", name: str = "") -> list[str]:
    told = f"; charset={charset}" if charset else ""
    lines = [f"Content-Type: text/html{told}", "Content-Transfer-Encoding: quoted-printable"]
    lines += [f"Content-Location: {place}"] if place else []
    lines += [f"Content-ID: {name}"] if name else []
    return [*lines, "", quopri.encodestring(page).decode()]


def in_base64(page: bytes, charset: str) -> list[str]:
    head = [f'Content-Type: text/html; charset="{charset}"', "Content-Transfer-Encoding: base64", ""]
    return [*head, base64.encodebytes(page).decode()]


SNAPSHOT = f"Snapshot-Content-Location: {URL}"
SAVED = {
    "Blink": mhtml(quoted(PAGE, place=URL), PICTURE, head=SNAPSHOT),
    "lines end otherwise": mhtml(quoted(PAGE), PICTURE, head=SNAPSHOT, end="\n"),
    "its picture first": mhtml(PICTURE, quoted(PAGE, "utf-8", URL)),
    "base64": mhtml(in_base64(PAGE, "utf-8"), head=SNAPSHOT),
    "Latin-1": mhtml(in_base64(LATIN, "iso-8859-1"), head=SNAPSHOT),
    "an address on two lines": mhtml(
        quoted(PAGE), head=f"Snapshot-Content-Location: {URL[:20]}\r\n {URL[20:]}"
    ),
    "a frame first": mhtml(quoted(b"<p>An advertisement"), quoted(PAGE, name="<two>", place=URL)).replace(
        b'type="text/html";', b'type="text/html"; start="<two>";'
    ),
    "as an answer": mhtml(quoted(PAGE, place=URL), PICTURE).partition(b"\r\n\r\n")[2],
}


@pytest.mark.parametrize("payload", SAVED.values(), ids=SAVED)
def test_the_page_is_read(payload: bytes) -> None:
    reading = read(Page(URL, payload, NOON), Outlet())
    assert (reading.title, reading.reject) == ("Mühle closes", "")
    assert reading.body.count("said Lena Ruiz") == 6
    assert stated_address(payload) == URL


def test_the_proof_stays_what_was_received() -> None:
    page = Page(URL, SAVED["Blink"], NOON)
    before = page.sha256
    read(page, Outlet())
    assert page.sha256 == before != Page(URL, PAGE, NOON).sha256


@pytest.mark.parametrize(
    ("payload", "reject"),
    [
        (mhtml(PICTURE), "not HTML"),
        (mhtml(), "not HTML"),
        (SAVED["lines end otherwise"][:900], "not HTML"),
        (SAVED["Blink"][:200], "not HTML"),
        (b"Content-Type: multipart/related\r\n\r\nnothing", "not HTML"),
    ],
    ids=["pictures only", "no part", "cut in the page", "cut before it", "no boundary"],
)
def test_a_saved_page_without_a_page_is_refused_with_the_reason(payload: bytes, reject: str) -> None:
    reading = read(Page(URL, payload, NOON), Outlet())
    assert (reading.reject, reading.detail) == (reject, "a saved page (MHTML) without a whole page in it")


@pytest.mark.parametrize(
    "payload",
    [
        PAGE,
        b"",
        b"Subject: a letter\r\nContent-Type: text/plain\r\n\r\nmultipart/related",
        b"--\r\n<p>",
        b"<!-- a -->",
    ],
    ids=range(5),
)
def test_any_other_payload_is_itself(payload: bytes) -> None:
    assert page_in(payload, "utf-8") == (payload, "utf-8")


def test_an_entry_is_an_entry_there_too(tmp_path: Path) -> None:
    text = "Looms\nAuthor: Quay, Published on: 3 May 2018\nThe looms of hall 1 stood still all day…"
    file = tmp_path / "saved.mhtml"
    place = "https://www.business-humanrights.org/en/looms"
    file.write_bytes(
        mhtml(quoted(rendered(text).encode(), "utf-8"), head=f"Snapshot-Content-Location: {place}")
    )
    page = read_saved(file)
    assert page.url == place
    (entry,) = read_centre_page(page).entries
    assert (entry.title, entry.published) == ("Looms", "2018-05-03")


@pytest.mark.parametrize(
    "payload", [SAVED["Blink"], PAGE, b"<html><p>x"], ids=["MHTML", "HTML", "no doctype"]
)
def test_a_saved_page_is_no_list_of_addresses(payload: bytes, tmp_path: Path) -> None:
    file = tmp_path / "saved"
    file.write_bytes(payload)
    with pytest.raises(UsageError, match="it is a saved page, no list of addresses"):
        read_list(str(file))


PIECES = (
    b"Content-Type: multipart/related",
    b'; boundary="b"',
    b"Content-Type: text/html; charset=nonsense",
    b"Content-Transfer-Encoding: base64",
    *(b"--b", b"--b--", b"\r\n", b"\n\n", b"\xff", b"=3", b"<p>"),
)


@given(st.lists(st.sampled_from(PIECES)))
def test_no_bytes_break_it(pieces: list[bytes]) -> None:
    payload = b"A: b\n" + b"".join(pieces)
    assert isinstance(page_in(payload)[0], bytes)
    assert read(Page(URL, payload, NOON), Outlet()).reject
    assert stated_address(payload) == UNKNOWN
