"""Archives at addresses: read by ranges, gone on with where a transfer broke off, told where they cannot be had."""

import os
import random
import re
import socket
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from requests import Response

from store import fetched, http_file, remote_address, remote_bytes
from store.location import beside, located, opened
from store.remote_address import Remote, objection
from store.revisits import kept_at
from store.sample import is_sample
from store.warc import ArchiveError, captures, read_capture
from store.warc_file import WarcArchive
from tests.file_server import Fault, FileSite, serve_files
from tests.lacking import lacking
from tests.sample import SAMPLE
from tests.spiders.archives import FILES, packed, record

DATA = random.Random(19).randbytes(3_000_000)
FILE = "/bucket/x.warc.gz"
MIDDLE = 1_000_000
AMAZON = "X-Amz-Credential=A&X-Amz-Signature=hush"


@pytest.fixture(autouse=True)
def apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is held of what another test read; nobody waits; nothing is asked by a proxy, nor told of a user."""
    remote_bytes._open.clear()
    remote_bytes._failed.clear()
    monkeypatch.setattr(http_file, "PAUSE", 0)
    for name, value in {
        "no_proxy": "*",
        "NETRC": "/dev/null",
        "CUTTINGS_CONTACT": "\u2709 desk@example.org",
        "AWS_ACCESS_KEY_ID": "moss",
        "AWS_SECRET_ACCESS_KEY": "hush",
        "AWS_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[FileSite]:
    with serve_files({FILE: DATA}) as site:
        monkeypatch.setenv("AWS_ENDPOINT_URL", site.url)
        yield site


def read(site: FileSite, place: int, size: int = 50_000) -> bytes:
    with opened(Remote(site.url + FILE)) as file:
        return file.read(place, size)


def test_an_archive_of_any_kind_reads_at_an_address_as_on_a_disk(tmp_path: Path) -> None:
    with serve_files({}) as site:
        for number, (file, data, expected, _) in enumerate(FILES.values()):
            path, address = tmp_path / file, Remote(f"{site.url}/{number}/{file}")
            path.write_bytes(data)
            site.files[f"/{number}/{file}"] = data
            found: list[list[object]] = []
            for where in (path, address):
                told: list[str] = []
                try:
                    found.append([(one.url, one.offset, one.payload) for one in captures(where, told.append)])
                except ArchiveError as error:
                    told.append(str(error))
                    found.append([])
                found[-1].append([one.replace(str(where), "it") for one in told])
            assert found[0] == found[1], file
            for one in captures(address) if expected else ():
                assert read_capture(address, one.offset) == one


def test_a_file_is_asked_for_in_pieces_that_grow_and_none_is_asked_for_again_a_little_later(
    site: FileSite,
) -> None:
    found, place = b"", 0
    while part := read(site, place, 2**16):
        found += part
        place += len(part)
        read(site, max(place - 100_000, 0))
    assert found == DATA
    first = fetched.FIRST
    assert [place for _, place in site.asked] == [0, first, 3 * first, 7 * first, 15 * first]
    (held,) = remote_bytes._open.values()
    assert len(held.pieces) <= remote_bytes.KEPT
    told = {(head["accept-encoding"], head["user-agent"].partition(" ")[2]) for head in site.heads}
    assert told == {("identity", "(desk@example.org)")}  # bytes as they lie there; who asks


def test_of_many_archives_the_last_are_held_and_of_each_what_was_read_last(site: FileSite) -> None:
    site.files |= {f"/{name}": DATA for name in "abc"}
    for name in "abaca":
        with opened(Remote(f"{site.url}/{name}")) as file:
            assert file.read(0, 9) == DATA[:9]
    assert [path for path, _ in site.asked] == ["/a", "/b", "/c"]
    assert len(remote_bytes._open) == remote_bytes.FILES
    for place in (1, 2, 3, 4):
        assert file.read(place * 500_000, 9) + file.read(0, 9) == DATA[place * 500_000 :][:9] + DATA[:9]
    assert [place for _, place in site.asked[3:]] == [500_000, 1_000_000, 1_500_000, 2_000_000]
    if not (child := os.fork()):
        os._exit(len(remote_bytes._open))  # a connection is one process's own
    assert os.waitpid(child, 0)[1] == 0


def test_a_server_that_gives_more_or_less_than_it_is_asked_for_is_read_all_the_same(
    site: FileSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(Remote(site.url + FILE)) as file:
        site.faults[FILE] = [Fault(sent=30_000), Fault(given=2_000_000)]
        assert file.read(MIDDLE, 9) == DATA[MIDDLE:][:9]
        assert isinstance(file, remote_bytes.RemoteBytes)
        assert max(map(len, file.pieces.values())) == fetched.FIRST
        site.always[FILE] = Fault(sent=fetched.FIRST)  # of each piece a good part
        assert b"".join(file.read(place, 2**16) for place in range(0, len(DATA), 2**16)) == DATA
        monkeypatch.setattr(file.file, "fetch", lambda place, size: b"")
        with pytest.raises(OSError, match="less of it than it says"):
            file.read(2 * MIDDLE + 500_000, 9) + file.read(MIDDLE // 2, 9)


def test_the_invented_sample_is_known_at_an_address_too() -> None:
    with serve_files({"/s.warc.gz": SAMPLE.read_bytes()}) as site:
        assert is_sample([f"{site.url}/s.warc.gz"])


# How a transfer goes wrong, and from which byte of what was asked for the rest is asked for
BROKEN = {
    "closed in mid-body": (Fault(sent=30_000), 30_000),
    "closed before the body": (Fault(sent=0), 0),
    "less than was asked for": (Fault(given=20_000), 20_000),
    "busy": (Fault(503, {"Retry-After": "7"}), 0),
    "too often": (Fault(429, {"Retry-After": "Fri, 27 Nov 2026 08:00:00 GMT"}), 0),
    "failing": (Fault(500), 0),
    "gateway": (Fault(502), 0),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_transfer_that_breaks_off_is_gone_on_with(site: FileSite, name: str) -> None:
    fault, rest = BROKEN[name]
    for place in (0, MIDDLE):
        site.asked.clear()
        site.faults[FILE] = [] if place else [fault, fault]
        with opened(Remote(site.url + FILE)) as file:
            site.faults[FILE] = [fault] * bool(place)
            assert file.read(place, 50_000) == DATA[place : place + 50_000]
        assert (FILE, place + rest) in site.asked
        remote_bytes._open.clear()


def test_the_server_says_how_long_to_wait_and_not_for_ever(
    site: FileSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr(http_file, "PAUSE", 1)
    monkeypatch.setattr(http_file, "sleep", waited.append)
    answers = [Fault(503, {"Retry-After": one}) for one in ("7", "9999", "x", "")]
    site.faults[FILE] = [*answers, Fault(sent=0)]
    assert read(site, 0) == DATA[:50_000]
    assert waited == [7, 60, 4, 8, 16]


ONE, OTHER = '"one"', '"two"'
# How a server fails for good: in its first answer, in a later one, and what is said
LOST = {
    "none": (Fault(404), Fault(404), "there is no such file"),
    "gone": (Fault(410), Fault(410), "there is no such file"),
    "refused": (Fault(403), Fault(401), r"refuses it \(HTTP 40\d\); a name and a password .* ~/.netrc"),
    "whole": (Fault(200), Fault(200), "gives files as a whole only .* download it"),
    "odd": (Fault(418), Fault(418), "answers HTTP 418"),
    "another part": (
        Fault(head={"Content-Range": "bytes 5-131071/3000000"}),
        Fault(head={"Content-Range": "bytes 0-9/3000000"}),
        "another part than byte",
    ),
    "beyond its end": (
        Fault(head={"Content-Range": "bytes 0-131071/5"}),
        Fault(head={"Content-Range": "bytes 1000000-3000000/3000000"}),
        "another part",
    ),
    "nothing said": (
        Fault(head={"Content-Range": ""}),
        Fault(head={"Content-Range": "bytes 0-9/*"}),
        "another part",
    ),
    "into ftp": (
        Fault(302, {"Location": "ftp://127.0.0.1/x"}),
        Fault(302, {"Location": "ftp://127.0.0.1/x"}),
        "leads nowhere",
    ),
    "in a ring": (Fault(302, {"Location": FILE}), Fault(302, {"Location": FILE}), "leads nowhere"),
    "for ever": (Fault(sent=9), Fault(sent=0), "breaks off.*, asked 6 times"),
    "busy": (Fault(503), Fault(503), "answers HTTP 503, asked 6 times"),
}


@pytest.mark.parametrize("name", LOST)
def test_what_cannot_be_had_is_told_and_half_a_file_is_none(site: FileSite, name: str) -> None:
    first, later, said = LOST[name]
    site.always[FILE] = first
    with pytest.raises(OSError, match=said):
        read(site, 0)
    site.always.clear()
    with opened(Remote(site.url + FILE)) as file:
        site.always[FILE] = later
        with pytest.raises(OSError, match=said):
            file.read(MIDDLE, 50_000)
    site.always.clear()
    assert read(site, MIDDLE) == DATA[MIDDLE : MIDDLE + 50_000]


# What says that a file is another by now: its tag, its time where it has no tag, its length
CHANGED = {
    "tag": ({}, {"ETag": OTHER}, 0),
    "time": ({"ETag": ""}, {"ETag": "", "Last-Modified": "Fri, 02 Jan 2026 00:00:00 GMT"}, 0),
    "length": ({}, {}, 2_000_000),
    "shorter than what was read": ({}, {}, 900_000),
    "with If-Match": ({}, {}, -1),
}


@pytest.mark.parametrize("name", CHANGED)
def test_a_file_that_changes_while_it_is_read_is_told(site: FileSite, name: str) -> None:
    before, after, length = CHANGED[name]
    site.always[FILE] = Fault(head=before)
    address = Remote("s3:/" + FILE if length < 0 else site.url + FILE)
    with opened(address) as file:
        site.always[FILE] = Fault(head=after)
        site.files[FILE] = DATA[:length] if length > 0 else DATA
        site.tags[FILE] = OTHER if length < 0 else ONE
        with pytest.raises(OSError, match="changed while it was read: read it anew"):
            file.read(MIDDLE, 50_000)
    with opened(address) as file:  # anew
        assert file.size == len(site.files[FILE])


def test_what_was_read_is_there_when_the_server_is_lost(site: FileSite) -> None:
    assert read(site, 0) == DATA[:50_000]
    site.always[FILE] = Fault(503)
    for asked in (7, 8):
        with pytest.raises(OSError, match="HTTP 503"):
            read(site, MIDDLE)
        assert len(site.asked) == asked
        assert read(site, 50_000) == DATA[50_000:100_000]


def test_a_server_that_is_lost_is_waited_for_once_and_not_for_each_page(site: FileSite) -> None:
    site.always[FILE] = Fault(503)
    for asked in (6, 7, 8):
        with pytest.raises(OSError, match="HTTP 503"):
            read(site, 0)
        assert len(site.asked) == asked
    site.always.clear()
    assert read(site, 0) == DATA[:50_000]
    assert not remote_bytes._failed


def test_where_there_is_no_server_that_is_said(site: FileSite, monkeypatch: pytest.MonkeyPatch) -> None:
    def said(address: str) -> str:
        with pytest.raises(OSError, match="its server") as raised, opened(Remote(f"{address}/x.warc.gz")):
            pass
        return str(raised.value)

    assert "no safe connection" in said(site.url.replace("http:", "https:"))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
        refused = "there is no connection to its server (Connection refused), asked 3 times"
        assert said(address) == refused
        remote_bytes._failed.clear()
        monkeypatch.setattr(http_file, "PATIENCE", (30, 0.05))
        taken.listen()  # and nobody answers
        assert said(address) == "its server does not answer, asked 3 times"
    monkeypatch.setattr(socket, "getaddrinfo", no_name)
    assert said("http://lamp.example").startswith("its server is not known by this name")


def no_name(*_: object) -> None:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def test_a_redirect_never_leads_from_https_to_http_and_not_round_and_round(site: FileSite) -> None:
    answer = Response()
    answer.status_code, answer.url = 206, site.url
    with pytest.raises(OSError, match="leads to an address without https"):
        http_file.HttpFile("https://lamp.example/x.warc.gz")._length(answer, 0)
    site.always[FILE] = Fault(302, {"Location": FILE})
    with pytest.raises(OSError, match="leads nowhere"):
        read(site, 0)
    assert len(site.asked) == http_file.REDIRECTS + 1


def test_a_redirect_is_followed_and_where_it_leads_is_told_nobody(
    site: FileSite, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    site.always["/moved"] = Fault(302, {"Location": f"{FILE}?{AMAZON}"})
    with opened(Remote(f"{site.url}/moved")) as file:
        assert file.read(MIDDLE, 100) == DATA[MIDDLE : MIDDLE + 100]
        site.always[FILE] = Fault(503)
        with pytest.raises(OSError, match="HTTP 503") as raised:
            file.read(0, 10) + file.read(2 * MIDDLE, 10)
    assert "hush" not in caplog.text + str(raised.value)
    assert "asked again" in caplog.text


def test_bytes_that_a_server_calls_packed_are_taken_as_they_lie_there(site: FileSite) -> None:
    site.always[FILE] = Fault(head={"Content-Encoding": "gzip"})
    assert read(site, 0) == DATA[:50_000]


def test_an_empty_file_has_no_bytes(site: FileSite) -> None:
    site.files["/none"] = b""
    for fault in (Fault(), Fault(200)):
        remote_bytes._open.clear()
        site.always["/none"] = fault
        with pytest.raises(ArchiveError, match="it is empty, or no WARC file"):
            list(captures(Remote(f"{site.url}/none")))


REFUSED = {
    "password": ("https://moss:hush@lamp.example/x.warc.gz", "a name or a password"),
    "user": ("https://hush@lamp.example/x.warc.gz", "a name or a password"),
    "amazon": (f"https://lamp.example/x.warc.gz?{AMAZON}", "signed .X-Amz-Credential."),
    "microsoft": ("https://lamp.example/x.warc.gz?sv=1&sig=hush", "signed .sig."),
    "token": ("https://lamp.example/x.warc.gz?file=1&access_token=hush", "signed .access_token."),
    "key": ("https://lamp.example/x.warc.gz?apikey=hush", "signed .apikey."),
    "file": ("file:///etc/passwd", "not of file://"),
    "ftp": ("ftp://lamp.example/x", "not of ftp://"),
    "folder": ("https://lamp.example/x/", "names no file"),
    "host": ("https:///x", "names no file"),
    "bucket": ("s3://x", "names no file"),
    "fragment": ("https://lamp.example/x.warc.gz#x", "names no file"),
    "space": ("https://lamp.example/x.warc.gz x", "names no file"),
    "port": ("https://lamp.example:x/x.warc.gz", "no address that can be read"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_address_that_would_let_others_in_or_is_none_is_refused_unasked(name: str) -> None:
    address, said = REFUSED[name]
    assert re.search(said, objection(address))
    with pytest.raises(ArchiveError, match=said) as raised:
        list(captures(Remote(address)))
    assert "hush" not in str(raised.value)


def test_a_place_is_a_path_or_an_address() -> None:
    folder = Path("/desk")
    assert located("archive/x.warc.gz", folder) == Path("/desk/archive/x.warc.gz")
    assert located("/other/x.warc.gz", folder) == Path("/other/x.warc.gz")
    assert located("C:/x.warc.gz") == Path("C:/x.warc.gz")
    assert located("S3://bucket/x.warc.gz", folder) == Remote("S3://bucket/x.warc.gz")
    address = Remote("https://lamp.example/a/x.warc.gz?version=2/3")
    assert (str(address), address.name) == (address.address, "x.warc.gz")
    assert beside(address, "y.warc.gz") == Remote("https://lamp.example/a/y.warc.gz")


def test_a_revisit_repeats_what_lies_in_the_file_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import UTC, datetime

    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    said = ("https://lamp.example/p1", noon, 200, [("Content-Type", "text/html")], b"<p>The mill closes.</p>")
    first, second = WarcArchive(tmp_path / "a.warc.gz"), WarcArchive(tmp_path / "b.warc.gz")
    first.keep(*said)
    offset = second.keep(*said, earlier=kept_at(first.path, 0))
    files = {f"/{path.name}": path.read_bytes() for path in (first.path, second.path)}
    with serve_files(files) as site:
        again = Remote(f"{site.url}/b.warc.gz")
        assert read_capture(again, offset).payload == said[-1]
        site.always["/a.warc.gz"] = Fault(500)
        remote_bytes._open.clear()
        with pytest.raises(ArchiveError, match="HTTP 500"):  # and not: that nothing is kept there
            read_capture(again, offset)
        with pytest.raises(ArchiveError, match="HTTP 500"):
            list(captures(again))
        site.always["/a.warc.gz"] = Fault(404)
        with pytest.raises(ArchiveError, match="what it repeats is not kept"):
            read_capture(again, offset)
        # Its own file is lost: while it is looked through, and before
        site.files["/b.warc.gz"] = files["/b.warc.gz"] + packed(record(9, DATA[:200_000], "image/png"))
        site.always["/b.warc.gz"] = Fault(500)
        for held in (2, 1):
            monkeypatch.setattr(remote_bytes, "FILES", held)
            remote_bytes._open.clear()
            site.faults["/b.warc.gz"] = [Fault()]
            with pytest.raises(ArchiveError, match="HTTP 500"):
                read_capture(again, offset)


def test_an_object_of_s3_is_read_by_ranges_and_what_cannot_be_had_is_told(site: FileSite) -> None:
    if not find_spec(remote_address.S3_LIBRARY):
        lacking("needs obstore, of the extra `remote`")
    with opened(Remote("s3:/" + FILE)) as file:
        assert (file.size, file.read(MIDDLE, 50_000)) == (len(DATA), DATA[MIDDLE : MIDDLE + 50_000])
    assert [place for _, place in site.asked] == [0, MIDDLE]
    threads = [file.read_text().strip() for file in Path("/proc/self/task").glob("*/comm")]
    assert threads.count("tokio-rt-worker") <= 1  # of whatever cores; a worker's address space is bounded
    assert all(head["authorization"].startswith("AWS4-HMAC-SHA256 Credential=moss/") for head in site.heads)
    for status, said in ((403, "AWS_SECRET_ACCESS_KEY"), (404, "no such file"), (400, "cannot be read: ")):
        remote_bytes._open.clear()
        site.always[FILE] = Fault(status)
        with pytest.raises(OSError, match=said) as raised, opened(Remote("s3:/" + FILE)):
            pass
        assert "hush" not in str(raised.value)


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote_address, "find_spec", lambda name: None)
    with pytest.raises(OSError, match=r"obstore is not installed: `make remote`"), opened(Remote("s3://b/x")):
        pass
    assert not objection("https://lamp.example/x.warc.gz")
