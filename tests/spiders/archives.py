"""Archives as other programs write them, and as disks and lines damage them."""

import gzip
import io
import random
import sys
import zipfile

import brotli

from tests.server import story_page

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PAGE = story_page("Mill closes").encode()


def record(
    number: int,
    payload: bytes = PAGE,
    kind: str = "text/html",
    status: str = "200 OK",
    http: str = "",
    warc: str = "",
    date: str = "2026-03-01T08:00:00Z",
    length: int = 0,
) -> bytes:
    """A response record, or a resource record where it has no status."""
    block = (f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{http}\r\n".encode() if status else b"") + payload
    head = {
        "WARC-Type": "response" if status else "resource",
        "WARC-Target-URI": f"https://lamp.example/p{number}",
        "WARC-Date": date,
        "Content-Type": "application/http; msgtype=response" if status else kind,
        "Content-Length": str(length or len(block)),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return f"WARC/1.1\r\n{lines}{warc}\r\n".encode() + block + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    return b"".join(map(gzip.compress, records))


def wacz(
    data: bytes, compression: int = zipfile.ZIP_STORED, name: str = "archive/data.warc.gz", more: bytes = b""
) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as zipped:
        zipped.writestr("datapackage.json", "{}")
        zipped.writestr(name, data)
        if more:
            zipped.writestr("archive/more.warc.gz", more)
    return file.getvalue()


HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"


def arc(
    number: int,
    date: str = "20260301080000",
    kind: str = "text/html",
    length: str = "",
    space: str = "",
    answer: bytes = HTTP + PAGE,
) -> bytes:
    """A record of an ARC file; in version 2 there is more behind the media type."""
    line = f"https://lamp.example/{space}p{number} 1.2.3.4 {date} {kind} {length or len(answer)}\n"
    return line.encode() + answer


def with_extra(data: bytes) -> bytes:
    """A gzip member whose head has an extra field, a name and a comment (RFC 1952, 2.3)."""
    member = gzip.compress(data, mtime=0)
    extra = b"sl\x08\0" + len(data).to_bytes(8, "little")
    head = member[:3] + b"\x1c" + member[4:10] + len(extra).to_bytes(2, "little") + extra
    return head + b"p.warc\0" + b"a comment\0" + member[10:]


def with_dictionary(*records: bytes, packed_itself: bool = False, damaged: bool = False) -> bytes:
    """A `.warc.zst`: frames with a dictionary, which lies in a frame of its own at the start."""
    samples = [record(n, PAGE + b"<!-- %d -->" % n) for n in range(40)]
    words = zstd.train_dict(samples, 4096)
    kept = words.dict_content[:8] + bytes(200) if damaged else words.dict_content
    content = zstd.compress(kept) if packed_itself else kept
    start = b"\x5d\x2a\x4d\x18" + len(content).to_bytes(4, "little") + content
    return start + b"".join(zstd.compress(one, zstd_dict=words) for one in records)


def chunked(payload: bytes) -> bytes:
    """A body as it was sent: in chunks, one with an extension, and a trailer."""
    first, second = payload[:500], payload[500:]
    parts = (b"%x;a=b\r\n%s\r\n" % (len(first), first), b"%X\r\n%s\r\n" % (len(second), second))
    return b"".join(parts) + b"0\r\nX-Sum: 1\r\n\r\n"


def other(
    kind: str, number: int = 8, more: str = "", content: str = "text/plain", block: bytes = b"x"
) -> bytes:
    """A record that is no answer."""
    head = f"WARC-Type: {kind}\r\nWARC-Target-URI: https://lamp.example/p{number}\r\n{more}"
    head += f"WARC-Date: 2026-03-01T08:00:00Z\r\nContent-Type: {content}\r\nContent-Length: {len(block)}"
    return f"WARC/1.1\r\n{head}\r\n\r\n".encode() + block + b"\r\n\r\n"


def revisit(number: int, more: str, media: str = "text/html") -> bytes:
    block = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\n\r\n".encode()
    return other("revisit", number, more, "application/http; msgtype=response", block)


def answered(
    block: bytes, kind: str = "response", media: str = "application/http; msgtype=response"
) -> bytes:
    """A record with this block."""
    return other(kind, 0, content=media, block=block)


def of(version: bytes, number: int) -> bytes:
    return record(number).replace(b"WARC/1.1", version)


def packed_as_a_whole(many: int) -> bytes:
    """One gzip stream of so many pages that differ."""
    chance = random.Random(many)
    pages = [PAGE.replace(b"Ruiz", b"Ruiz%d" % n) + chance.randbytes(300) for n in range(many)]
    return gzip.compress(b"".join(record(n, page) for n, page in enumerate(pages)))


def in_blocks(data: bytes, size: int = 3000) -> bytes:
    """As bgzip packs: members end anywhere (SAM, 4.1)."""
    return b"".join(gzip.compress(data[place : place + size]) for place in range(0, len(data), size))


def damaged(data: bytes) -> bytes:
    """With other bytes in its middle."""
    middle = len(data) // 2
    return data[:middle] + bytes(byte ^ 255 for byte in data[middle : middle + 20]) + data[middle + 20 :]


def unbracketed(text: bytes) -> bytes:
    return text.replace(b"WARC/1.1\r\n", b"WARC/1.1\r\nWARC-Record-ID: urn:uuid:1\r\n")


def with_line_feeds(text: bytes) -> bytes:
    head, _, block = text.partition(b"\r\n\r\n")
    return head.replace(b"\r\n", b"\n") + b"\n\n" + block


SUM, REFERS = (
    "WARC-Payload-Digest: sha1:{}\r\n",
    "WARC-Refers-To-Target-URI: {}\r\nWARC-Refers-To-Date: {}\r\n",
)
ASKED = other("request", 0, content="application/http; msgtype=request", block=b"GET / HTTP/1.1\r\n\r\n")
REVISITS = [
    revisit(6, SUM.format("A")),  # what has this digest comes behind it
    revisit(7, REFERS.format("https://lamp.example/p0", "2026-03-01T08:00:00Z")),
    revisit(8, SUM.format("B") + REFERS.format("https://lamp.example/p0", "2025-03-01T08:00:00Z")),
    revisit(9, ""),
    revisit(9, "", "image/png"),
    other("revisit", 4).replace(b"https://lamp.example", b"http://["),
]
SIDE = [
    *(ASKED, other("metadata"), *REVISITS, record(0, warc=SUM.format("A"))),
    *(other("conversion"), other("conversion", 7), other("conversion", 6, content="image/png")),
    *(
        other("continuation", 5),
        other("new", 5),
        other("re sponse", content="application/http").replace(b"URI", b"U"),
    ),
]
INFO = other("warcinfo", content="application/warc-fields", block=b"software: Lamp\r\n")
NOISE = random.Random(1).randbytes(3000)
ARC_HEAD = b"filedesc://x.arc 0.0.0.0 20260301080000 text/plain 20\n1 0 Lamp\nURL IP Len\n\n"
DATES = ("2026", "2026-03", "2026-03-01T08:00Z", "2026-03-01", "2026-03-01T00:00:00.000000001Z")
THREE = [record(0), record(1), record(2)]
# What a file holds, the numbers of the pages that are read of it, and whether something of it is told
FILES: dict[str, tuple[str, bytes, list[int], bool]] = {
    "plain": ("x.warc", b"".join(THREE), [0, 1, 2], False),
    "packed": ("x.warc.gz", packed(*THREE), [0, 1, 2], False),
    "zstd": ("x.warc.zst", b"".join(map(zstd.compress, THREE)), [0, 1, 2], False),
    "zip": ("x.wacz", wacz(packed(*THREE)), [0, 1, 2], False),
    "zip packed again": ("x.wacz", wacz(packed(*THREE), zipfile.ZIP_DEFLATED), [], True),
    "zip in a zip": ("x.wacz", wacz(wacz(packed(*THREE)), name="a.wacz"), [0, 1, 2], False),
    "zip in a zip in a zip": ("x.wacz", wacz(wacz(wacz(b""), name="a.wacz"), name="b.wacz"), [], True),
    "extra fields": ("x.warc.gz", b"".join(map(with_extra, THREE)), [0, 1, 2], False),
    "dictionary": ("x.warc.zst", with_dictionary(*THREE), [0, 1, 2], False),
    "dictionary packed": ("x.warc.zst", with_dictionary(*THREE, packed_itself=True), [0, 1, 2], False),
    "chunks": ("x.warc", record(0, chunked(PAGE), http="Transfer-Encoding: chunked\r\n"), [0], False),
    "no brackets": ("x.warc.gz", packed(*map(unbracketed, THREE)), [0, 1, 2], False),
    "other types": ("x.warc.gz", packed(*SIDE), [0], False),
    "line feeds": ("x.warc", b"".join(map(with_line_feeds, THREE)), [0, 1, 2], False),
    "an address that is none": ("x.warc", record(0) + record(1).replace(b"https:", b"ht\xe2\x80\x8btps:"), [0], True),
    "an address cut": ("x.warc", record(0) + record(1).replace(b"https://", b"https:/\xc3\xa9"), [0], True),
    "both cut": ("x.warc", record(0) + record(1).replace(b"s://", b"").replace(b"n/http", b"n"), [0], True),
    "a head cut": ("x.warc", record(0)[:60] + b"".join(THREE[1:]), [1, 2], True),
    "a head of noise": ("x.warc", record(0) + record(1).replace(b".example", b"\x02\x1b" * 9) + record(2), [0, 2], True),
    "a head cut in a line": ("x.warc", record(0) + record(1)[:19] + b"\r\n" + record(2), [0, 2], True),
    "a look-up": ("x.warc", record(0) + other("response", content="text/dns").replace(b"https:", b"dns:"), [0], False),
    "a dictionary that is none": ("x.warc.zst", with_dictionary(*THREE, damaged=True) + packed(record(2)), [2], True),
    "arc": ("x.arc", b"\n".join([arc(0), arc(1)]), [0, 1], False),
    "arc packed": ("x.arc.gz", packed(ARC_HEAD, arc(0) + b"\n", arc(1)), [0, 1], False),
    "shorter than its length": ("x.warc", record(0) + record(1, length=9000)[:-900] + record(2), [0, 2], True),
    "no length": ("x.warc", record(0) + record(1).replace(b"Content-Length", b"X-Length") + record(2), [0, 2], True),
    "noise between": ("x.warc.gz", packed(record(0)) + NOISE + packed(record(2)), [0, 2], True),
    "noise before": ("x.warc.gz", NOISE + packed(record(0)), [0], True),
    "a member cut": ("x.warc.gz", packed(record(0), record(1))[:-40] + packed(record(2)), [0, 2], True),
    "frames cut": ("x.warc.zst", zstd.compress(record(0))[:-40] + zstd.compress(record(2)), [2], True),
    "packed as a whole": ("x.warc.gz", gzip.compress(b"".join(THREE)), [0, 1, 2], False),
    "packed as a whole by zstd": ("x.warc.zst", zstd.compress(b"".join(THREE)), [0, 1, 2], False),
    "a whole cut": ("x.warc.gz", packed_as_a_whole(3)[:-250], [0, 1], True),
    "a whole cut in a trailer": ("x.warc.gz", packed_as_a_whole(3)[:-3], [0, 1], True),
    "a whole damaged": ("x.warc.gz", packed(record(0)) + damaged(packed_as_a_whole(3)) + packed(record(2)), [0, 2], True),
    "a length in a whole": ("x.warc.gz", gzip.compress(record(0) + record(1, length=300) + record(2)), [0, 2], True),
    "pairs": ("x.warc.gz", packed(record(0) + ASKED, record(1) + ASKED, record(2)), [0, 1, 2], False),
    "pairs, one damaged": (
        "x.warc.gz",
        packed(record(0) + ASKED) + damaged(packed(record(1))) + packed(record(2)),
        [0, 2],
        True,
    ),
    "an own member for the head": ("x.warc.gz", packed(INFO, b"".join(THREE)), [0, 1, 2], False),
    "blocks": ("x.warc.gz", in_blocks(b"".join(THREE), 500), [0, 1, 2], False),
    "large blocks": ("x.warc.gz", in_blocks(b"".join(THREE)), [0, 1, 2], False),
    "a whole in a zip": ("x.wacz", wacz(gzip.compress(b"".join(THREE))), [0, 1, 2], False),
    "two wholes in a zip": (
        "x.wacz",
        wacz(gzip.compress(record(0) + record(1)), more=gzip.compress(record(2) + record(3))),
        [0, 1, 2, 3],
        False,
    ),
    "noise in a member": ("x.warc.gz", packed(record(0) + b"noise" * 9, record(1)), [0, 1], True),
    "too short in a member": ("x.warc.gz", packed(record(0), record(1, length=300), record(2)), [0, 2], True),
    "too long in a member": ("x.warc.gz", packed(record(0), record(1, length=3000), record(2)), [0, 2], True),
    "early hints": ("x.warc", answered(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + HTTP + PAGE), [0], False),
    "continue": ("x.warc", answered(b"HTTP/1.1 100 Continue\r\n\r\n" * 2 + HTTP + PAGE), [0], False),
    "no words": (
        "x.warc",
        record(0, status="200") + record(1, status="200 ") + record(2, status="  200 OK"),
        [0, 1, 2],
        False,
    ),
    "later versions": (
        "x.warc",
        answered(b"HTTP/2 200" + HTTP[15:] + PAGE) + answered(b"HTTP/3 200 " + HTTP[15:] + PAGE),
        [0, 0],
        False,
    ),
    "without a head": ("x.warc", answered(PAGE, media="text/html"), [0], False),
    "without the head that it says": ("x.warc", record(0) + answered(PAGE), [0], True),
    "capitals": (
        "x.warc",
        record(0).replace(b"https://l", b"HTTPS://L") + answered(HTTP + PAGE, "Response"),
        [0, 0],
        False,
    ),
    "brackets": ("x.warc", record(0).replace(b"https://lamp.example/p0", b"<https://lamp.example/p0>"), [0], False),
    "older versions": ("x.warc", of(b"WARC/0.18", 0) + NOISE + of(b"WARC/0.17", 1), [0, 1], True),
    "a version to come": ("x.warc", record(0) + of(b"WARC/2.0", 1), [0], True),
    "fields": (
        "x.warc",
        record(0).replace(b"-URI: ", b"-URI:\r\n ") + record(1).replace(b"Length: ", b"Length : ")
        + record(2, http="A: 1\r\n 2\r\n<b>none</b>: 1\r\nnone\r\nB: \u201c1\u201d\r\n"),
        [0, 1, 2],
        False,
    ),
    "ends": ("x.warc", record(0)[:-4] + record(1)[:-2] + record(2) + b"\r\n\r\n", [0, 1, 2], False),
    "chunks of lines": (
        "x.warc",
        record(0, chunked(PAGE).replace(b"\r\n", b"\n"), http="Transfer-Encoding: chunked\r\n"),
        [0],
        False,
    ),
    "chunks of gzip": (
        "x.warc",
        record(0, chunked(gzip.compress(PAGE + NOISE)), http="Transfer-Encoding: Chunked \r\nContent-Encoding: gzip\r\n"),
        [0],
        False,
    ),
    "arc, spaces": (
        "x.arc",
        ARC_HEAD + arc(0, space="a b") + b"\n" + arc(1, kind="text/html; charset=utf-8"),
        [0, 1],
        False,
    ),
    "arc, times": ("x.arc", ARC_HEAD + arc(0, "202603010800000000") + b"\n" + arc(1, "202603010800"), [0, 1], False),
    "arc, version 2": ("x.arc", ARC_HEAD + arc(0, kind="text/html 200 - - 0 x.arc") + b"\n" + arc(1), [0, 1], False),
    "arc, lengths": (
        "x.arc",
        b"\n".join([ARC_HEAD, *(arc(n, length=text) for n, text in enumerate(("-1", "a", "9", "99999", "")))]),
        [4],
        True,
    ),
    "arc, a head of no length": ("x.arc", ARC_HEAD.replace(b" 20\n", b" -1\n") + arc(0) + b"\n" + arc(1), [0, 1], False),
    "arc, a look-up": (
        "x.arc",
        ARC_HEAD + arc(0) + b"\n" + arc(5, answer=b"x").replace(b"https://", b"dns:"),
        [0],
        False,
    ),
    "arc as a whole": ("x.arc.gz", gzip.compress(ARC_HEAD + arc(0) + b"\n" + arc(1)), [0, 1], False),
    "dates": ("x.warc", b"".join(record(n, date=DATES[n]) for n in range(3)), [0, 1, 2], False),
    "kinds": (
        "x.warc",
        record(0, kind="Text/HTML")
        + record(1, status="203 Changed")
        + record(2, status="")
        + record(3, kind="image/png")
        + record(4, brotli.compress(PAGE), http="Content-Encoding: br\r\n"),
        [0, 1, 2, 3, 4],
        False,
    ),
}  # fmt: skip
# Records of pages that were cut in transfer
CUT = {
    "brotli": record(0, brotli.compress(PAGE)[:-40], http="Content-Encoding: br\r\n"),
    "gzip": record(1, gzip.compress(PAGE)[:-60], http="Content-Encoding: gzip\r\n"),
    "zstd": record(2, zstd.compress(PAGE)[:-40], http="Content-Encoding: zstd\r\n"),
    "length": record(3, PAGE[:800], http="Content-Length: 90000\r\n"),
    "chunks": record(4, b"%x\r\n%s" % (len(PAGE), PAGE[:800]), http="Transfer-Encoding: chunked\r\n"),
    "closed": record(5, PAGE[:800], http="Connection: close\r\n"),
    "told": record(6, warc="WARC-Truncated: length\r\n"),
    "segment": record(7, warc="WARC-Segment-Number: 1\r\n"),
    "part": record(8, status="206 Partial Content"),
}
