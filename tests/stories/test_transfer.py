"""What a transfer did to a page: unpacked as its headers say, and known where it was cut."""

import gzip
import random
import sys
import zlib

import brotli
import pytest

from stories.transfer import dechunked, encodings_of, is_closed, unpacked

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PAGE = b"<html><p>The mill closed on Monday, and nobody was told.</p>" * 3000 + b"</html>"
NOISE = random.Random(1).randbytes(200_000)
PACKERS = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "bare deflate": lambda data: zlib.compress(data)[2:-4],
    "br": brotli.compress,
    "zstd": zstd.compress,
}
LIMIT = 10**7


@pytest.mark.parametrize("name", PACKERS)
@pytest.mark.parametrize("page", [PAGE, NOISE], ids=["page", "noise"])
def test_what_is_packed_is_unpacked_and_its_cut_is_known(name: str, page: bytes) -> None:
    encoding, whole = name.split()[-1], PACKERS[name](page)
    assert unpacked(whole, [encoding], LIMIT) == (page, "")
    assert unpacked(whole, [encoding], 1000) == (page[:1000], "")
    for length in (len(whole) // 3, len(whole) // 2, len(whole) - 1):
        got, cut = unpacked(whole[:length], [encoding], LIMIT)
        assert cut.startswith(encoding)
        assert page.startswith(got)


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
@pytest.mark.parametrize(
    "page", [PAGE, b"User-agent: *\nDisallow: /mill\n", "Фабрика закрыта".encode() * 30, b""]
)
def test_what_is_not_packed_as_is_said_stays_as_it_is(encoding: str, page: bytes) -> None:
    assert unpacked(page, [encoding], LIMIT) == (page, "")


def test_codings_are_undone_from_the_last_and_words_that_are_none_are_passed_over() -> None:
    twice = brotli.compress(gzip.compress(PAGE))
    assert unpacked(twice, encodings_of("gzip, BR"), LIMIT) == (PAGE, "")
    assert encodings_of("UTF-8") == encodings_of("none, identity") == encodings_of("") == []
    members = gzip.compress(b"one") + gzip.compress(b"two") + bytes(9)
    assert unpacked(members, ["x-gzip"], LIMIT) == (b"onetwo", "")


@pytest.mark.parametrize(
    ("sent", "whole", "cut"),
    [
        (b"4\r\nmill\r\n6;x=1\r\n shut.\r\n0\r\n\r\n", b"mill shut.", False),
        (b"4\nmill\n6\n shut.\n0\n\n", b"mill shut.", False),
        (b"4\r\nmill\r\n6\r\n shut.\r\n", b"mill shut.", True),
        (b"4\r\nmill\r\n6\r\n sh", b"mill sh", True),
        (b"<p>in no chunks</p>", b"<p>in no chunks</p>", False),
    ],
)
def test_chunks_are_joined_and_a_missing_last_one_is_known(sent: bytes, whole: bytes, cut: bool) -> None:
    assert dechunked(sent)[0] == whole
    assert bool(dechunked(sent)[1]) is cut


@pytest.mark.parametrize(
    ("page", "closed"),
    [
        (b"<html><body><p>whole</p></body></html>", True),
        (b"<HTML><p>no body</HTML >", True),
        (b"<html><body><p>who", False),
        (b"<p>neither opened nor closed", True),
        (b"<html><script>write('</body></html>')</script><p>who", False),
        (b"<html><script>write('</body></html>", False),
        (b"<html><!-- </html> --><p>who", False),
        (b"<html><iframe srcdoc='<html></html>'></iframe><p>who", False),
        (b"<html><script>write('</html>')</script><p>whole</p></html>\n<script>a", True),
    ],
)
def test_a_page_that_was_opened_is_closed(page: bytes, closed: bool) -> None:
    assert is_closed(page) is closed
