"""Guards: which addresses a crawl may connect to, and a hostile server on 127.0.0.1 that it must survive."""

import gzip
import zlib

import pytest

from stories.guard import Guard, expands_beyond, is_public, unpacks


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",  # metadata of most clouds
        "100.100.100.200",  # and of another
        "168.63.129.16",
        "0.0.0.0",  # noqa: S104 -- an address to refuse
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00:ec2::254",
        "::ffff:127.0.0.1",
        "::ffff:a9fe:a9fe",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
    ],
)
def test_an_address_inside_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "151.101.0.81", "2a04:4e42::81", "::ffff:8.8.8.8"])
def test_an_address_outside_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "objection"),
    [
        ("https://lamp.example/mill", ""),
        ("http://127.0.0.1:8080/mill", ""),
        ("http://127.0.0.1:8081/mill", "address not public"),
        ("http://127.0.0.1/mill", "address not public"),
        ("http://[::1]/mill", "address not public"),
        ("file:///etc/hostname", "no web address"),
        ("ftp://lamp.example/mill", "no web address"),
        ("http:///mill", "no web address"),
    ],
)
def test_objection(url: str, objection: str) -> None:
    assert Guard(frozenset({"127.0.0.1:8080"})).objection(url) == objection


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, raw_deflate])
def test_what_unpacks_to_too_much_is_found(pack: object) -> None:
    packed = pack(b"x" * 100_000)  # type: ignore[operator]
    assert expands_beyond(packed, 99_999)
    assert not expands_beyond(packed, 100_000)


def test_streams_that_follow_one_another_count_together() -> None:
    assert expands_beyond(gzip.compress(b"x" * 1000) * 100, 99_999)
    assert not expands_beyond(b"no gzip at all", 1)


@pytest.mark.parametrize(
    ("encodings", "expected"),
    [([], True), (["gzip"], True), (["br"], False), (["gzip", "gzip"], False), (["zstd"], False)],
)
def test_only_what_was_asked_for_is_unpacked(encodings: list[str], expected: bool) -> None:
    assert unpacks(encodings) is expected
